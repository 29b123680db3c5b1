"""Questions about reminders, and about those of terms that were put off."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import reminders, term_snoozes
from boardkeeper.domain.memberships import TermId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.reminders import Reminder, TermDay, TermSnooze


def every_reminder(reader: Reader) -> list[Reminder]:
    """All reminders, the earliest due first."""
    return reader.all(Reminder, select(reminders).order_by(reminders.c.due_on, reminders.c.id))


def reminders_of(reader: Reader, organisation_id: OrganisationId) -> list[Reminder]:
    """The organisation's reminders, the earliest due first."""
    mine = select(reminders).where(reminders.c.organisation_id == organisation_id)
    return reader.all(Reminder, mine.order_by(reminders.c.due_on, reminders.c.id))


def reminders_until(reader: Reader, last: date) -> list[Reminder]:
    """What is still to be done up to the last day, however late; the earliest due first."""
    still = select(reminders).where(
        reminders.c.due_on <= last,
        or_(reminders.c.done_on.is_(None), reminders.c.repeats_months > 0),
    )
    return reader.all(Reminder, still.order_by(reminders.c.due_on, reminders.c.id))


def snoozes_of(reader: Reader, term_id: TermId, term_day: TermDay) -> list[TermSnooze]:
    """How often the reminder of that day of the term was put off; once, unless imported."""
    asked = select(term_snoozes).where(
        term_snoozes.c.term_id == term_id, term_snoozes.c.term_day == term_day
    )
    return reader.all(TermSnooze, asked.order_by(term_snoozes.c.id))
