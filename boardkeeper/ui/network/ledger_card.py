"""The give and get of referrals: what I gave and received, by person and by organisation."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.referral_ledger import Account, LedgerLine
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Body, Caption, Card, ChoiceField, Segments, Space, Turning
from boardkeeper.ui.network.periods import Period, periods_and_always
from boardkeeper.ui.rows import RowContent, Rows

_MOST = 20


class LedgerCard(Card):
    """`person_wanted` and `organisation_wanted` are the one of a line."""

    person_wanted = Signal(str)
    organisation_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Give and get"), parent)
        self._services = services
        self._of: OrganisationId | None = None
        self._period: ChoiceField[Period] = ChoiceField(
            _("Period"), periods_and_always(services.clock.today())
        )
        self._by = Segments(
            _("Added up by"), [(_("By person"), ""), (_("By organisation"), "")], is_folding=True
        )
        self._by.choose(0)
        choices = Turning(360, Space.M)
        choices.add(self._period)
        choices.add(self._by)
        self._total = Body()
        self._rows = Rows()
        self._more = Caption()
        for each in (choices, self._total, self._rows, self._more):
            self.add(each)
        self._period.changed.connect(self._show)
        self._by.changed.connect(self._show)

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """Add up the referrals of one organisation, or of all."""
        self._of = organisation_id
        self._show()

    @Slot()
    def _show(self) -> None:
        ledger = self._services.referrals.ledger(*self._period.value(), self._of)
        by_person = 0 in self._by.down
        lines = ledger.people if by_person else ledger.organisations
        self._total.setText(account_in_words(ledger.total))
        self._rows.show_rows([self._row(each) for each in lines[:_MOST]])
        more = len(lines) - _MOST
        self._more.setText(
            ngettext("and {count} more", "and {count} more", more).format(count=more)
        )
        self._more.setVisible(more > 0)

    def _row(self, line: LedgerLine) -> RowContent:
        def lead_on() -> None:
            if line.person_id is not None:
                self.person_wanted.emit(line.person_id)
            elif line.organisation_id is not None:
                self.organisation_wanted.emit(line.organisation_id)

        account = line.account
        worth = account.received_value
        return RowContent(
            key=line.person_id or line.organisation_id or line.name,
            about=line,
            title=line.name,
            caption=account_in_words(account),
            chip=formats.amount(worth) if worth else "",
            open=lead_on,
        )


def account_in_words(account: Account) -> str:
    """`8 given, 3 won · 5 received, 3 won · 0.06 an hour`."""
    parts = [
        _one_side(_("{count} given"), account.given, account.given_won, account.given_value),
        _one_side(
            _("{count} received"), account.received, account.received_won, account.received_value
        ),
    ]
    an_hour = account.an_hour(account.received)
    if account.minutes and an_hour is not None:
        words = _("{hours}, {count} received an hour")
        spent = formats.hours(account.minutes)
        parts.append(words.format(hours=spent, count=formats.number(round(float(an_hour), 2))))
    return " · ".join(parts)


def _one_side(words: str, count: int, won: int, value: int) -> str:
    said = words.format(count=count)
    if won:
        said = _("{referrals}, {count} won").format(referrals=said, count=won)
    if value:
        said = f"{said} ({formats.amount(value)})"
    return said
