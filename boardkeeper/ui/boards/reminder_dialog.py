"""One reminder of an organisation: what, by when, how often, and when it was last done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.reminder_suggestions import Suggestion, suggestions
from boardkeeper.domain.reminders import (
    MOST_DAYS_BEFORE,
    Reminder,
    ReminderKind,
    reminder_kind_name,
    repeats_in_words,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.cpr_warning import warn_of_cpr
from boardkeeper.ui.kit import (
    ChoiceField,
    DateField,
    Dialog,
    LineField,
    NumberField,
    TextField,
)

_USUAL_MONTHS = (0, 1, 3, 6, 12, 24, 36, 48, 60)
_DAYS_BEFORE = 30


class ReminderDialog(Dialog[Reminder]):
    """Asks for a reminder; takes one, or None for a new one, and returns one."""

    def __init__(
        self,
        organisation: Organisation,
        reminder: Reminder | None,
        seated: Sequence[Seated],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("New reminder") if reminder is None else _("Reminder"),
            accept=_("Add reminder") if reminder is None else _("Save"),
            width=520,
            parent=parent,
        )
        self._organisation = organisation
        self._reminder = reminder
        self._today = today
        self._fill(seated)
        self._show()

    def read(self) -> Reminder:
        due_on = self._due.value()
        if due_on is None:
            raise InvalidField("due_on", _("A reminder needs the day it is to be decided by."))
        days_before = self._days.value()
        made = Reminder(
            organisation_id=self._organisation.id,
            membership_id=self._seat.value(),
            kind=self._kind.value(),
            title=self._title.value(),
            due_on=due_on,
            days_before=0 if days_before is None else days_before,
            repeats_months=self._repeats.value(),
            done_on=self._done_on.value(),
            done_by=self._done_by.value(),
            notes=self._notes.value(),
        )
        before = self._reminder
        if before is None:
            return made
        # Put off was the reminder of the old day; a new day brings its own.
        put_off = before.snoozed_until if due_on == before.due_on else None
        return replace(made, id=before.id, snoozed_until=put_off)

    def _fill(self, seated: Sequence[Seated]) -> None:
        if self._reminder is None:
            self._usual = self.form.add(
                "usual", ChoiceField[Suggestion | None](_("Begin from"), self._usual_ones())
            )
            self._usual.changed.connect(self._on_usual)
        self._title = self.form.add(
            "title", LineField(_("What to do"), placeholder=_("e.g. renew the insurance"))
        )
        self._kind = self.form.add("kind", ChoiceField[ReminderKind](_("Kind"), _kinds()))
        self._seat = self.form.add(
            "membership_id",
            ChoiceField[MembershipId | None](_("About whom"), _seats(seated)),
            beside=True,
        )
        self._due = self.form.add("due_on", DateField(_("To be decided by"), self._today))
        self._days = self.form.add(
            "days_before",
            NumberField(_("Remind me, days before"), lowest=0, highest=MOST_DAYS_BEFORE),
            beside=True,
        )
        self._repeats = self.form.add(
            "repeats_months", ChoiceField[int](_("Comes back"), self._ways_to_repeat())
        )
        self._done_on = self.form.add("done_on", DateField("", self._today))
        self._done_by = self.form.add("done_by", LineField(_("By whom")), beside=True)
        self._notes = self.form.add("notes", TextField(_("Note"), lines=2))
        self._kind.changed.connect(self._name_last_time)
        warn_of_cpr(self._title, self._done_by, self._notes)

    def _show(self) -> None:
        reminder = self._reminder
        self._days.set_value(_DAYS_BEFORE if reminder is None else reminder.days_before)
        if reminder is None:
            self._kind.set_value(ReminderKind.OTHER)
            self._name_last_time()
            return
        self._title.set_value(reminder.title)
        self._kind.set_value(reminder.kind)
        self._seat.set_value(reminder.membership_id)
        self._due.set_value(reminder.due_on)
        self._repeats.set_value(reminder.repeats_months)
        self._done_on.set_value(reminder.done_on)
        self._done_by.set_value(reminder.done_by)
        self._notes.set_value(reminder.notes)
        self._name_last_time()

    def _on_usual(self) -> None:
        """Fill in what is suggested; the day is the person's own."""
        chosen = self._usual.value()
        if chosen is None:
            return
        self._title.set_value(chosen.title)
        self._kind.set_value(chosen.kind)
        self._days.set_value(chosen.days_before)
        self._repeats.set_value(chosen.repeats_months)
        self._name_last_time()

    def _name_last_time(self) -> None:
        """Of a children's certificate the day it was obtained is all that is kept."""
        is_certificate = self._kind.value() is ReminderKind.CERTIFICATE
        self._done_on.set_label(_("Obtained on") if is_certificate else _("Last done on"))
        self._notes.set_hint(
            _("Never the certificate itself, and no CPR number.") if is_certificate else ""
        )

    def _usual_ones(self) -> list[tuple[Suggestion | None, str]]:
        usual: list[tuple[Suggestion | None, str]] = [(None, _("An empty reminder"))]
        return usual + [(each, each.title) for each in suggestions(self._organisation.kind)]

    def _ways_to_repeat(self) -> list[tuple[int, str]]:
        own = set() if self._reminder is None else {self._reminder.repeats_months}
        return [
            (months, _capitalised(repeats_in_words(months)) or _("Never"))
            for months in sorted({*_USUAL_MONTHS, *own})
        ]


def _kinds() -> list[tuple[ReminderKind, str]]:
    return [(each, reminder_kind_name(each)) for each in ReminderKind]


def _seats(seated: Sequence[Seated]) -> list[tuple[MembershipId | None, str]]:
    nobody: list[tuple[MembershipId | None, str]] = [(None, _("The whole board"))]
    return nobody + [(each.membership.id, each.person.name) for each in seated]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
