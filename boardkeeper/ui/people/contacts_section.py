"""The contacts with a person outside the meetings: one line writes one down."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.contacts import Contact, contact_kind_name
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.relations import Relation
from boardkeeper.errors import InvalidField
from boardkeeper.formats.typed import NotUnderstood
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Action, Body, Button, ButtonKind, Card, LineField, Tone
from boardkeeper.ui.people.contact_dialog import ContactDialog
from boardkeeper.ui.rows import RowContent, Rows, add_left

_FIRST = 5
"""Contacts shown until one asks for all."""


class ContactsSection(Card):
    """A line to write in, and the contacts there were, the newest first."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Contacts"), parent)
        self._services = services
        self._relation: Relation | None = None
        self._is_all_shown = False
        self._build()
        self._line.entered.connect(self._on_entered)
        self._line.changed.connect(self._line.clear_error)
        self._all.clicked.connect(self._on_all)
        self._form.clicked.connect(self.ask_for_contact)

    def _build(self) -> None:
        self._line = LineField(
            _("Note a contact"),
            placeholder=_("one-to-one, 45 min, the new brochure, yesterday"),
        )
        self._nothing = Body(_("No contact written down yet."), tone=Tone.MUTED)
        self._rows = Rows()
        self._form = Button(_("Fill in a form…"), kind=ButtonKind.QUIET, icon="plus")
        self._all = Button("", kind=ButtonKind.QUIET)
        self.add(self._line)
        self.add(self._nothing)
        self.add(self._rows)
        add_left(self, self._form, self._all)

    def show_relation(self, relation: Relation) -> None:
        """Show the contacts; words being typed for the same person stay."""
        before = self._relation
        if before is None or before.person.id != relation.person.id:
            self._line.set_value("")
            self._line.clear_error()
            self._is_all_shown = False
        self._relation = relation
        contacts = relation.contacts
        shown = contacts if self._is_all_shown else contacts[:_FIRST]
        self._nothing.setVisible(not contacts)
        self._rows.setVisible(bool(contacts))
        self._rows.show_rows([self._row(each) for each in shown])
        self._all.setVisible(len(shown) < len(contacts))
        self._all.set_text(_("Show all {count}").format(count=len(contacts)))

    def ask_for_contact(self) -> None:
        """Ask for a new contact field by field."""
        if self._relation is None:
            return
        today = self._services.clock.today
        new = Contact(person_id=self._relation.person.id, on=today())
        dialog = ContactDialog(new, self._places(), today, is_new=True, parent=self.window())
        dialog.ask(self._services.relations.add_contact)

    def _on_entered(self) -> None:
        if self._relation is None or not self._line.value():
            return
        person_id: PersonId = self._relation.person.id
        try:
            self._services.relations.add_contact_line(person_id, self._line.value())
        except (NotUnderstood, InvalidField) as error:
            self._line.show_error(str(error))
        else:
            self._line.set_value("")

    def _on_all(self) -> None:
        self._is_all_shown = True
        if self._relation is not None:
            self.show_relation(self._relation)

    def _places(self) -> list[tuple[OrganisationId, str]]:
        shared = self._relation.shared if self._relation else ()
        return [(each.organisation.id, each.organisation.name) for each in shared]

    def _row(self, contact: Contact) -> RowContent:
        service, today = self._services.relations, self._services.clock.today

        def change() -> None:
            dialog = ContactDialog(
                contact, self._places(), today, is_new=False, parent=self.window()
            )
            dialog.ask(service.change_contact)

        minutes = formats.duration(contact.minutes) if contact.minutes else ""
        note = " ".join(contact.note.split())
        kind = contact_kind_name(contact.kind)
        return RowContent(
            key=contact.id,
            about=contact,
            title=note or kind,
            caption=" · ".join(filter(None, (kind if note else "", minutes))),
            chip=formats.short_date(contact.on),
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(
                    _("Delete the contact"),
                    lambda: service.discard_contact(contact.id),
                    "trash-2",
                    is_dangerous=True,
                ),
            ),
        )
