"""One person in full: what one knows of them, and where they sit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.memberships import Term, title_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.relations import Relation
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import (
    Action,
    Body,
    ButtonKind,
    Card,
    CardRow,
    LineField,
    MenuButton,
    ScrollPage,
    TextField,
    Tone,
)
from boardkeeper.ui.papers import held_paper
from boardkeeper.ui.people.contacts_section import ContactsSection
from boardkeeper.ui.people.erasing import erase_dialog
from boardkeeper.ui.people.faces import work_of
from boardkeeper.ui.people.interests_section import InterestsSection
from boardkeeper.ui.people.profile_section import ProfileSection
from boardkeeper.ui.people.relation_cards import ReferralsCard, TasksCard, TogetherCard


class PersonDetail(ScrollPage):
    """Fields that store themselves, and the person's seats."""

    organisation_wanted = Signal(str)
    task_wanted = Signal(str)
    delete_wanted = Signal()
    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._form = RecordForm[Person](services.people.change)
        self._shown: tuple[Seated, ...] | None = None
        self._fill()

    def _fill(self) -> None:
        self._menu = MenuButton(
            "", kind=ButtonKind.QUIET, icon="ellipsis", name=_("More for this person")
        )
        self.add_action(self._menu)
        form = self._form
        form.keep("name", LineField(_("Name")))
        form.keep("occupation", LineField(_("Occupation")))
        form.keep("company", LineField(_("Company")), beside=True)
        form.keep("email", LineField(_("E-mail")))
        form.keep("phone", LineField(_("Telephone")), beside=True)
        form.keep("address", TextField(_("Address"), lines=2, max_lines=5))
        form.keep("notes", TextField(_("Notes")))
        card = Card()
        card.add(form)
        self._seats = Card(_("Sits in"))
        self._together = TogetherCard()
        self._contacts = ContactsSection(self._services)
        self._tasks = TasksCard(self._services)
        self._referrals = ReferralsCard()
        self._profile = ProfileSection(self._services)
        self._interests = InterestsSection(self._services)
        self._tasks.task_wanted.connect(self.task_wanted)
        self.add(self._together)
        self.add(self._seats)
        self.add(self._contacts)
        self.add(self._tasks)
        self.add(self._referrals)
        self.add(card)
        self.add(self._profile)
        self.add(self._interests)
        self.add_stretch()

    def show_person(self, person: Person) -> None:
        """Show a person as stored; another one from the top."""
        before = self._form.record
        if before is None or before.id != person.id:
            self.verticalScrollBar().setValue(0)
        seated = self._services.memberships.of_person(person.id)
        self.set_title(person.name)
        self.set_caption(self._meeting_and_work(person, seated))
        self._menu.set_actions(
            [
                Action(_("Rename"), self.rename, "pencil"),
                Action(_("What do we hold about them?…"), self._tell_what_is_held, "printer"),
                Action(
                    _("Erase for good…"),
                    self._ask_to_erase,
                    "eraser",
                    is_dangerous=True,
                    is_enabled=not person.is_me,
                ),
                Action(
                    _("Delete person"),
                    self.delete_wanted.emit,
                    "trash-2",
                    is_dangerous=True,
                    is_enabled=not person.is_me,
                ),
            ]
        )
        self._form.show_record(person)
        self._show_seats(tuple(seated))
        self._show_relation(self._services.relations.of(person.id))
        self._interests.show_interests(person)

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._form.record is not None:
            self._form.commit()
        self._profile.commit()

    def rename(self) -> None:
        """Put the keyboard into the name."""
        self.verticalScrollBar().setValue(0)
        self._form.fields["name"].setFocus()

    def _tell_what_is_held(self) -> None:
        if self._form.record is not None:
            self.print_wanted.emit(held_paper(self._services.privacy, self._form.record.id))

    def _ask_to_erase(self) -> None:
        person = self._form.record
        if person is not None:
            self.commit()
            held = self._services.privacy.held(person.id)
            dialog = erase_dialog(held, self.window())
            dialog.ask(lambda _nothing: self._services.privacy.erase(person.id))

    def _show_relation(self, relation: Relation) -> None:
        """What is between us; of oneself there is only a profile to show."""
        is_other = not relation.person.is_me
        self._together.setVisible(is_other)
        self._contacts.setVisible(is_other)
        self._together.show_relation(relation, self._services.clock.today())
        self._contacts.show_relation(relation)
        self._tasks.show_relation(relation)
        self._referrals.show_relation(relation)
        self._profile.show_relation(relation)

    def _meeting_and_work(self, person: Person, seated: Sequence[Seated]) -> str:
        theirs = self._places(seated)
        if person.is_me:
            words = ngettext("You sit in {count} place", "You sit in {count} places", len(theirs))
            return " · ".join(filter(None, (words.format(count=len(theirs)), work_of(person))))
        count = len(theirs & self._places(self._services.memberships.mine()))
        meet = ngettext("We meet in {count} place", "We meet in {count} places", count)
        return " · ".join(
            filter(None, (meet.format(count=count) if count else "", work_of(person)))
        )

    def _places(self, seated: Sequence[Seated]) -> set[OrganisationId]:
        """Where those seats are held today."""
        today = self._services.clock.today()
        return {each.organisation.id for each in seated if each.sits_on(today)}

    def _show_seats(self, seated: tuple[Seated, ...]) -> None:
        if seated == self._shown:
            return
        self._shown = seated
        self._seats.clear()
        if not seated:
            self._seats.add(Body(_("In none of the boards you keep here."), tone=Tone.MUTED))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for each in seated:
            rows.addWidget(self._row(each))
        self._seats.add_layout(rows)

    def _row(self, seated: Seated) -> CardRow:
        today = self._services.clock.today()
        organisation_id = seated.organisation.id
        term = seated.term_on(today)
        is_now = seated.sits_on(today)
        row = CardRow(
            seated.organisation.name,
            caption=" · ".join(filter(None, (title_of(seated.membership), _span(term)))),
            chip="" if is_now else _("Formerly"),
            colour=seated.organisation.colour,
        )
        row.clicked.connect(lambda: self.organisation_wanted.emit(organisation_id))
        return row


def _span(term: Term | None) -> str:
    """From when to when someone sits there; empty where nobody wrote it down."""
    if term is None:
        return ""
    if term.ends_on is None:
        return _("since {day}").format(day=formats.date(term.starts_on))
    return formats.date_range(term.starts_on, term.ends_on)
