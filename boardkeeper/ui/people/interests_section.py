"""A person's register of interests: what they are tied to, heeded by every board they sit on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.interests import Interest, InterestKind, interest_kind_name
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Action, Button, ButtonKind, Caption, Card, Tone
from boardkeeper.ui.people.interest_dialog import InterestDialog
from boardkeeper.ui.rows import RowContent, Rows, add_left


class InterestsSection(Card):
    """One row for each interest; what has ended stays, and says so."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Interests"), parent)
        self._services = services
        self._person_id: PersonId | None = None
        self._rows = Rows()
        self._add = Button(_("Declare an interest"), kind=ButtonKind.QUIET, icon="plus")
        self._add.clicked.connect(self.ask_for_interest)
        self._about = Caption()
        self.add(self._about)
        self.add(self._rows)
        add_left(self, self._add)

    def show_interests(self, person: Person) -> None:
        """Show what the person has declared, what still lasts first."""
        self._person_id = person.id
        self._about.setText(_about_mine() if person.is_me else _about_theirs())
        today = self._services.clock.today()
        found = self._services.interests.of(person.id)
        lasting = [each for each in found if each.ends_on is None or each.ends_on >= today]
        ended = [each for each in found if each not in lasting]
        self._rows.setVisible(bool(found))
        self._rows.show_rows([self._row(each) for each in [*lasting, *ended]])

    def ask_for_interest(self) -> None:
        """Ask for a new interest of the person shown."""
        person_id = self._person_id
        if person_id is None:
            return
        today = self._services.clock.today

        def proposed(name: str) -> Interest:
            return Interest(person_id=person_id, name=name, declared_on=today())

        dialog = InterestDialog(None, proposed, today, parent=self.window())
        dialog.ask(self._services.interests.add)

    def _row(self, interest: Interest) -> RowContent:
        service, today = self._services.interests, self._services.clock.today

        def change() -> None:
            dialog = InterestDialog(interest, lambda _name: interest, today, parent=self.window())
            dialog.ask(service.change)

        def end() -> None:
            service.change(replace(interest, ends_on=max(today(), interest.declared_on)))

        is_over = interest.ends_on is not None and interest.ends_on < today()
        return RowContent(
            key=interest.id,
            about=(interest, is_over),
            title=interest.name,
            caption=_caption(interest),
            chip=_chip(interest),
            tone=Tone.NEUTRAL,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("It ends today"), end, "calendar-x", is_enabled=interest.ends_on is None),
                Action(
                    _("Delete the interest"),
                    lambda: service.discard(interest.id),
                    "trash-2",
                    is_dangerous=True,
                ),
            ),
        )


def _caption(interest: Interest) -> str:
    kind = "" if interest.kind is InterestKind.OTHER else interest_kind_name(interest.kind)
    parts = (kind, interest.also_known_as, " ".join(interest.description.split()))
    return " · ".join(filter(None, parts)) or interest_kind_name(interest.kind)


def _chip(interest: Interest) -> str:
    if interest.ends_on is None:
        return _("since {day}").format(day=formats.short_date(interest.declared_on))
    return _("until {day}").format(day=formats.short_date(interest.ends_on))


def _about_mine() -> str:
    return _(
        "What you are tied to: companies, other offices, family. Where an agenda names it, you are"
        " warned of a conflict of interest, on every board."
    )


def _about_theirs() -> str:
    return _("Where an agenda names one of these, the minutes warn of a conflict of interest.")
