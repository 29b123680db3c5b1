"""Approving minutes, which cannot be undone, and what is asked around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """When and where minutes were approved, and what was changed in the draft."""

    on: date
    at_id: MeetingId | None
    corrections: str


class ApproveDialog(Dialog[Approval]):
    """Asks before the minutes are frozen. Enter approves."""

    def __init__(
        self,
        day: date,
        today: date,
        meetings: list[Meeting],
        corrections: str,
        parent: QWidget,
        *,
        at_id: MeetingId | None = None,
    ) -> None:
        super().__init__(
            _("Approve the minutes"),
            accept=_("Approve"),
            explanation=_(
                "The minutes are locked as they stand, with their paper and its fingerprint. This"
                " cannot be undone; a later correction becomes a new version with a reason."
            ),
            icon="shield-check",
            parent=parent,
        )
        self._on = self.form.add("on", DateField(_("Approved on"), lambda: today))
        self._on.set_value(day)
        places: list[tuple[MeetingId | None, str]] = [(None, _("Nobody objected"))]
        places += [(each.id, f"{title_of(each)}, {formats.date(each.day)}") for each in meetings]
        self._at = self.form.add("at_id", ChoiceField(_("How they were approved"), places))
        self._at.set_value(at_id)
        self._corrections = self.form.add(
            "corrections", TextField(_("What was changed in the draft"), lines=2)
        )
        self._corrections.set_value(corrections)
        self.accept_button.setFocus()

    def read(self) -> Approval:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("The day of the approval is needed."))
        return Approval(on=on, at_id=self._at.value(), corrections=self._corrections.value())


class WordsDialog(Dialog[str]):
    """Asks for some words: who objected to what, or why approved minutes are corrected."""

    def __init__(
        self, title: str, explanation: str, label: str, accept: str, parent: QWidget
    ) -> None:
        super().__init__(title, accept=accept, explanation=explanation, parent=parent)
        self._missing = _("Write it in a few words.")
        self._words = self.form.add("words", TextField(label, lines=3))

    def read(self) -> str:
        words = self._words.value()
        if not words:
            raise InvalidField("words", self._missing)
        return words
