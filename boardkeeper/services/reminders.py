"""Reminders: what must be decided or done by a day, brought up before it, done or put off."""

from __future__ import annotations

from datetime import date, timedelta

from boardkeeper.clock import Clock
from boardkeeper.db.calendar import my_terms_due
from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import Reader
from boardkeeper.db.reminders import (
    every_reminder,
    reminders_of,
    reminders_until,
    snoozes_of,
)
from boardkeeper.domain.deadlines import (
    TERM_DAYS_BEFORE,
    Deadline,
    brought_up_on,
    deadlines_of_reminders,
    deadlines_of_terms,
)
from boardkeeper.domain.memberships import Term, TermId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.reminders import (
    MOST_DAYS_BEFORE,
    Reminder,
    ReminderId,
    TermDay,
    TermSnooze,
    day_of,
)
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard

_DAY = timedelta(days=1)


class ReminderService:
    """What one does with reminders, one's own and those that come from terms."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Reminder]:
        """Every reminder, the earliest due first, those done for good too."""
        return every_reminder(self._journal.reader)

    def of(self, organisation_id: OrganisationId) -> list[Reminder]:
        """The organisation's reminders, the earliest due first, those done for good too."""
        return reminders_of(self._journal.reader, organisation_id)

    def get(self, reminder_id: ReminderId) -> Reminder:
        return self._journal.reader.get(Reminder, reminder_id)

    def due(self, organisation_id: OrganisationId | None = None) -> list[Deadline]:
        """What is brought up today, by day: reminders, and the user's elections and terms' ends.

        A reminder stays until it is done or put off, a term's until its day has passed.
        """
        due = due_on(self._journal.reader, self._clock.today())
        return [each for each in due if organisation_id in (None, each.organisation_id)]

    def newly_due(self, since: date | None) -> list[Deadline]:
        """What is brought up today and was not yet on the day `since`; None: all of it."""
        snoozes = self._journal.reader.every(TermSnooze)
        return [
            each for each in self.due() if since is None or brought_up_on(each, snoozes) > since
        ]

    def add(self, reminder: Reminder) -> None:
        with self._journal.command(_("Add reminder")) as tx:
            tx.put(reminder)

    def change(self, reminder: Reminder) -> None:
        store_edit(self._journal, _("Edit reminder"), reminder)

    def done(self, reminder_id: ReminderId) -> None:
        """Done today; what comes back is due the next time."""
        with self._journal.command(_("Reminder done")) as tx:
            tx.put(tx.get(Reminder, reminder_id).done(self._clock.today()))

    def snooze(self, reminder_id: ReminderId, until: date) -> None:
        """Put the reminder off. Raises InvalidField unless the day lies ahead."""
        self._refuse_past(until)
        with self._journal.command(_("Put off reminder")) as tx:
            tx.put(tx.get(Reminder, reminder_id).snoozed(until))

    def discard(self, reminder_id: ReminderId) -> None:
        """Move the reminder to the trash."""
        with self._journal.command(_("Delete reminder")) as tx:
            reminder = tx.get(Reminder, reminder_id)
            discard(tx, reminder, reminder.title, self._clock.today())

    def done_with_term(self, term_id: TermId, term_day: TermDay) -> None:
        """Bring that day of the term up no more.

        Raises UserError when the term has no such day.
        """
        term = self._journal.reader.get(Term, term_id)
        on = day_of(term, term_day)
        if on is None:
            raise UserError(_("The term no longer has that day. Nothing was changed."))
        self._put_off_term(_("Reminder done"), term_id, term_day, on + _DAY)

    def snooze_term(self, term_id: TermId, term_day: TermDay, until: date) -> None:
        """Put the term's reminder off. Raises InvalidField unless the day lies ahead."""
        self._refuse_past(until)
        self._put_off_term(_("Put off reminder"), term_id, term_day, until)

    def _put_off_term(self, label: str, term_id: TermId, term_day: TermDay, until: date) -> None:
        with self._journal.command(label) as tx:
            for before in snoozes_of(tx, term_id, term_day):
                tx.remove(before)
            tx.put(TermSnooze(term_id=term_id, term_day=term_day, until=until))

    def _refuse_past(self, until: date) -> None:
        if until <= self._clock.today():
            raise InvalidField("until", _("Put it off to a day after today."))


def due_on(reader: Reader, today: date) -> list[Deadline]:
    """What is brought up on the day, by the day it is due; three statements, whatever there is."""
    snoozes = reader.every(TermSnooze)
    terms = my_terms_due(reader, today, today + timedelta(days=TERM_DAYS_BEFORE))
    last = today + timedelta(days=MOST_DAYS_BEFORE)
    asking = [
        *deadlines_of_reminders(reminders_until(reader, last), today, last),
        *(
            each
            for seat, of_seat in terms
            for each in deadlines_of_terms(seat, of_seat, today, last)
        ),
    ]
    found = [each for each in asking if brought_up_on(each, snoozes) <= today]
    return sorted(found, key=lambda each: (each.on, each.kind))
