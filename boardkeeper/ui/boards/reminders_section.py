"""What an organisation is to be reminded of: certificates, insurance, fees, days to act by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.reminders import (
    Reminder,
    ReminderId,
    ReminderKind,
    repeats_in_words,
    standing,
)
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.boards.reminder_dialog import ReminderDialog
from boardkeeper.ui.kit import Action, Body, Button, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows


class RemindersSection(Card):
    """The reminders by their day; those done for good last."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Reminders"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._seated: Sequence[Seated] = ()
        self._build()

    def _build(self) -> None:
        self._add = Button(_("Add reminder"), icon="plus")
        self._add.clicked.connect(self.ask_for_reminder)
        self._empty = Body(
            _("Certificates, insurance, fees: what must be decided by a day is brought up before."),
            tone=Tone.MUTED,
        )
        self._rows = Rows()
        self.add_action(self._add)
        self.add(self._empty)
        self.add(self._rows)

    def show_reminders(
        self, organisation: Organisation, reminders: Sequence[Reminder], seated: Sequence[Seated]
    ) -> None:
        """Show the organisation's reminders; `seated` are those they may be about."""
        self._organisation = organisation
        self._seated = seated
        today = self._services.clock.today()
        in_order = sorted(reminders, key=lambda each: (each.is_done, each.due_on, each.title))
        self._rows.show_rows([self._row(each, today) for each in in_order])
        self._rows.setVisible(bool(reminders))
        self._empty.setVisible(not reminders)

    def choose(self, reminder_id: ReminderId) -> bool:
        """Put the keyboard on a reminder; False if it is not shown."""
        return self._rows.choose(reminder_id)

    def ask_for_reminder(self) -> None:
        self._ask(None)

    def _ask(self, reminder: Reminder | None) -> None:
        if self._organisation is None:
            return
        dialog = ReminderDialog(
            self._organisation,
            reminder,
            self._seated,
            self._services.clock.today,
            parent=self.window(),
        )
        reminders = self._services.reminders
        dialog.ask(reminders.add if reminder is None else reminders.change)

    def _row(self, reminder: Reminder, today: date) -> RowContent:
        def change() -> None:
            self._ask(reminder)

        def done() -> None:
            self._services.reminders.done(reminder.id)

        def remove() -> None:
            self._services.reminders.discard(reminder.id)

        finish = () if reminder.is_done else (Action(_("Done"), done, "check"),)
        chip = standing(reminder, today)
        return RowContent(
            key=reminder.id,
            about=(reminder, chip, self._whose(reminder.membership_id)),
            title=reminder.title,
            caption=" · ".join(filter(None, self._told(reminder))),
            chip=chip,
            tone=_tone(reminder, today),
            open=change,
            actions=(
                *finish,
                Action(_("Change"), change, "pencil"),
                Action(_("Delete"), remove, "trash-2", is_dangerous=True),
            ),
        )

    def _told(self, reminder: Reminder) -> list[str]:
        """When it is due, how often it comes back, whose it is, and the last time."""
        last = ""
        if reminder.done_on is not None:
            day = formats.short_date(reminder.done_on)
            is_certificate = reminder.kind is ReminderKind.CERTIFICATE
            words = _("obtained {day}") if is_certificate else _("last done {day}")
            last = words.format(day=day)
        if reminder.is_done:
            return [last, self._whose(reminder.membership_id)]
        return [
            formats.date(reminder.due_on),
            repeats_in_words(reminder.repeats_months),
            self._whose(reminder.membership_id),
            last,
        ]

    def _whose(self, membership_id: MembershipId | None) -> str:
        names = (each.person.name for each in self._seated if each.membership.id == membership_id)
        return next(names, "")


def _tone(reminder: Reminder, today: date) -> Tone:
    if reminder.is_done:
        return Tone.SUCCESS
    if reminder.due_on < today:
        return Tone.DANGER
    return Tone.WARNING if reminder.reminds_on <= today else Tone.NEUTRAL
