"""One contact, field by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.contacts import Contact, ContactKind, contact_kind_name
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, DurationField, TextField


class ContactDialog(Dialog[Contact]):
    """Asks how and when it was, how long it took, and what was said."""

    def __init__(
        self,
        contact: Contact,
        places: Sequence[tuple[OrganisationId, str]],
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`places` are the organisations it may have come through, with their names."""
        super().__init__(
            _("New contact") if is_new else _("Contact"),
            accept=_("Note it") if is_new else _("Keep"),
            parent=parent,
        )
        self._contact = contact
        self._kind = self.form.add(
            "kind",
            ChoiceField(
                pgettext("contact", "Kind"),
                [(each, contact_kind_name(each)) for each in ContactKind],
            ),
        )
        self._on = self.form.add("on", DateField(pgettext("contact", "On"), today))
        self._minutes = self.form.add(
            "minutes", DurationField(pgettext("contact", "How long")), beside=True
        )
        self._note = self.form.add("note", TextField(pgettext("contact", "About"), lines=2))
        choices: list[tuple[OrganisationId | None, str]] = [(None, _("None")), *places]
        self._place: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Through which board"), choices
        )
        if places:
            self.form.add("organisation_id", self._place)
        self._kind.set_value(contact.kind)
        self._on.set_value(contact.on)
        self._minutes.set_value(contact.minutes or None)
        self._note.set_value(contact.note)
        self._place.set_value(contact.organisation_id)

    def read(self) -> Contact:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("Write the day it was."))
        return replace(
            self._contact,
            kind=self._kind.value(),
            on=on,
            minutes=self._minutes.value() or 0,
            note=self._note.value(),
            organisation_id=self._place.value(),
        )
