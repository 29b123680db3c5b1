"""What an organisation is: its name and look first, and all that its papers and meetings share."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Colour, Organisation, OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.boards.choices import kinds, languages
from boardkeeper.ui.kit import (
    Card,
    ChoiceField,
    ColourField,
    DurationField,
    LineField,
    TextField,
    TimeField,
)


class IdentitySection(Card):
    """Name, kind and colour: what the organisation is recognised by."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._form = RecordForm[Organisation](services.organisations.change)
        self._form.keep("name", LineField(_("Name")))
        self._form.keep(
            "short_name",
            LineField(_("Short name"), placeholder=_("What lists and chips say")),
            beside=True,
        )
        self._form.keep("kind", ChoiceField[OrganisationKind](_("Kind"), kinds()))
        self._form.keep("colour", ColourField(_("Colour")), kept_as=Colour)
        self.add(self._form)

    def show_organisation(self, organisation: Organisation) -> None:
        self._form.show_record(organisation)

    def focus_name(self) -> None:
        """Put the keyboard into the name: F2."""
        self._form.fields["name"].setFocus()

    def commit(self) -> None:
        self._form.commit()


class AboutSection(Card):
    """Why one meets there, and what meetings and papers share."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("About"), parent)
        self._form = RecordForm[Organisation](services.organisations.change)
        self._build()
        self.add(self._form)

    def _build(self) -> None:
        form = self._form
        form.keep(
            "purpose",
            TextField(
                _("Purpose"),
                lines=2,
                placeholder=_("Why do we meet, and what do we want out of it?"),
            ),
        )
        form.keep("usual_place", LineField(_("Usual place")))
        form.keep(
            "travel_minutes",
            DurationField(
                _("Travel time one way"),
                hint=_("The calendar warns where two meetings leave too little time for the way."),
            ),
            beside=True,
            kept_as=lambda minutes: minutes or 0,
        )
        form.keep("usual_start", TimeField(_("Usual start")), kept_as=_start)
        form.keep("usual_minutes", DurationField(_("Usual length")), beside=True, kept_as=_minutes)
        form.keep("language", ChoiceField[Language](_("Language of the papers"), languages()))
        form.keep("zone", LineField(_("Time zone")), beside=True)
        form.keep("registration_number", LineField(_("Registration number (CVR)")))
        form.keep("address", TextField(_("Address"), lines=2, max_lines=5))
        form.keep(
            "confidentiality",
            LineField(
                _("Line on confidential papers"),
                placeholder=_("e.g. Confidential. For the board only."),
            ),
        )
        form.keep("notes", TextField(_("Notes")))

    def show_organisation(self, organisation: Organisation) -> None:
        self._form.show_record(organisation)

    def commit(self) -> None:
        self._form.commit()


def _start(value: time | None) -> time:
    if value is None:
        raise InvalidField("usual_start", _("Write when meetings usually begin."))
    return value


def _minutes(value: int | None) -> int:
    if value is None:
        raise InvalidField("usual_minutes", _("Write how long meetings usually last."))
    return value
