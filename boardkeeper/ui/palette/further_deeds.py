"""What one does less often: the deeds of single sections, and what their sections hold."""

from __future__ import annotations

from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.palette.deed import Deed
from boardkeeper.ui.palette.errands import Desk, Errands


def further_deeds(desk: Desk, errands: Errands) -> list[tuple[Deed, str]]:
    """Each with the other words it is found by, in the language spoken now."""
    return [
        (
            Deed(_("New task"), "list-checks", "", lambda: desk.make_in("tasks")),
            pgettext("also found by", "to do action add"),
        ),
        (
            Deed(_("New decision in writing"), "mail", "", lambda: desk.make_in("decisions")),
            pgettext("also found by", "written procedure vote reply mail"),
        ),
        (
            Deed(
                _("New task of the year wheel"),
                "circle-dashed",
                "",
                lambda: desk.make_in("yearwheel"),
            ),
            pgettext("also found by", "every year plan"),
        ),
        (
            Deed(_("New referral"), "handshake", "", lambda: desk.make_in("people", "referrals")),
            pgettext("also found by", "network customer recommend order"),
        ),
        (
            Deed(_("New payment"), "banknote", "", lambda: desk.make_in("hours", "money")),
            pgettext("also found by", "money fee expense refund dues allowance"),
        ),
        (
            Deed(
                _("Print the mileage slip"),
                "printer",
                "",
                lambda: desk.print_in("hours", "money"),
            ),
            pgettext("also found by", "driving trip car kilometres paper pdf"),
        ),
        (
            Deed(_("Print boards and hours on one page"), "printer", "", errands.print_overview),
            pgettext("also found by", "overview year ceiling load paper pdf"),
        ),
        (
            Deed(_("Print the year wheel"), "printer", "", lambda: desk.print_in("yearwheel")),
            pgettext("also found by", "plan every year paper pdf"),
        ),
        (
            Deed(
                _("Print the network sheet"),
                "printer",
                "",
                lambda: desk.print_in("people", "ambassadors"),
            ),
            pgettext("also found by", "ambassadors referrals gauges paper pdf"),
        ),
        (
            Deed(_("Print my offices"), "printer", "", errands.print_offices),
            pgettext("also found by", "seats posts list bank disclosure paper pdf"),
        ),
        (
            Deed(_("Ambassadors"), "users", "", lambda: desk.go_to("people", part="ambassadors")),
            pgettext("also found by", "network who knows me matrix absence visitors"),
        ),
        (
            Deed(_("Set my ceiling"), "gauge", "", lambda: desk.go_to("settings", part="ceilings")),
            pgettext("also found by", "hours evenings week limit away holiday"),
        ),
        (
            Deed(_("Find duplicates…"), "merge", "", desk.find_duplicates),
            pgettext("also found by", "people twice merge same person"),
        ),
        (
            Deed(_("Import contacts…"), "download", "", desk.bring_in_contacts),
            pgettext("also found by", "vcard vcf outlook google apple phone address book"),
        ),
        (
            Deed(_("Export contacts…"), "upload", "", desk.save_contacts),
            pgettext("also found by", "vcard vcf phone address book save"),
        ),
        (
            Deed(_("Verify approved minutes"), "shield-check", "", desk.verify_minutes),
            pgettext("also found by", "signature changed unaltered checksum"),
        ),
    ]


def words_of_section(key: str) -> str:
    """What a section is also found by: what stands in it under another name."""
    return {
        "calendar": pgettext("also found by", "free evening conflict week month"),
        "hours": pgettext("also found by", "forecast entries report money ceiling promise"),
        "people": pgettext("also found by", "contacts network ambassadors referrals"),
        "decisions": pgettext("also found by", "register resolutions written procedure"),
        "trash": pgettext("also found by", "deleted restore fetch back"),
        "settings": pgettext(
            "also found by", "language theme dark light text size calendar sample own data"
        ),
    }.get(key, "")
