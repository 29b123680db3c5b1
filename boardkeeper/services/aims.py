"""Aims: what one goes to a meeting for, what came of it, and what one follows up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.network import aim_of, aims_of, meetings_to_answer, terms_in_each
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader, row_of
from boardkeeper.db.tasks import next_position, tasks_of_meeting
from boardkeeper.domain.aims import FOLLOW_UP, Aim, Answer
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.memberships import sits_on
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.errors import UserError
from boardkeeper.i18n import _


class AimService:
    """What one does before a meeting, and right after it."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of(self, meeting_id: MeetingId) -> Aim:
        """My aim with the meeting; an empty one, not stored, while there is none."""
        return aim_of(self._journal.reader, meeting_id) or Aim(meeting_id=meeting_id)

    def of_organisation(self, organisation_id: OrganisationId) -> dict[MeetingId, Aim]:
        """My aims with the organisation's meetings, those that are stored."""
        return aims_of(self._journal.reader, organisation_id)

    def change(self, aim: Aim) -> None:
        """Store the aim; a meeting has one, whatever the id of the one given."""
        self._store(_("Edit aim"), aim)

    def answer(
        self,
        meeting_id: MeetingId,
        *,
        useful: int | None = None,
        energy: int | None = None,
        contributed: Answer | None = None,
    ) -> Aim:
        """Store what is answered after the meeting; what is None stays as it was.

        `useful` and `energy` go from 1 to 5. Raises InvalidField beyond.
        """
        before = self.of(meeting_id)
        answered = replace(
            before,
            useful=before.useful if useful is None else useful,
            energy=before.energy if energy is None else energy,
            contributed=before.contributed if contributed is None else contributed,
        )
        return self._store(_("Answer after a meeting"), answered)

    def unanswered(self, since: date) -> list[Meeting]:
        """My meetings from the day on that have been and are not answered in full, newest first.

        Not those I am known to have missed, nor those of days I did not sit there.
        """
        reader = self._journal.reader
        me = person_who_is_me(reader)
        if me is None:
            return []
        seats = terms_in_each(reader, me.id)
        found = meetings_to_answer(reader, me.id, since, self._clock.now())
        return [each for each in found if sits_on(seats[each.organisation_id], each.day)]

    def follow_ups(self, meeting_id: MeetingId) -> list[BookTask]:
        """My open tasks of the meeting, in the order they were noted."""
        reader = self._journal.reader
        me = person_who_is_me(reader)
        return [
            each
            for each in tasks_of_meeting(reader, meeting_id)
            if me is not None
            and each.task.is_open
            and any(owner.person_id == me.id for owner in each.owners)
        ]

    def add_follow_up(
        self, meeting_id: MeetingId, text: str, person_id: PersonId | None = None
    ) -> Task:
        """Store a task of mine, due seven days after the meeting.

        With a person it is about them, and their name stands in it. Raises UserError while the
        user has not said who they are.
        """
        with self._journal.command(_("Add follow-up")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            me = _me(tx)
            task = Task(
                organisation_id=meeting.organisation_id,
                meeting_id=meeting_id,
                position=next_position(tx, meeting_id),
                text=_with_name(tx, text.strip(), person_id),
                due_on=meeting.day + FOLLOW_UP,
                created_on=min(meeting.day, self._clock.today()),
            )
            tx.put(task)
            tx.put(TaskOwner(task_id=task.id, person_id=me.id, name=me.name))
        return task

    def _store(self, label: str, aim: Aim) -> Aim:
        before = aim_of(self._journal.reader, aim.meeting_id)
        kept = aim if before is None else replace(aim, id=before.id)
        was, now = row_of(before or Aim(id=kept.id, meeting_id=kept.meeting_id)), row_of(kept)
        edited = frozenset(name for name in now if now[name] != was[name])
        if edited:
            with self._journal.command(label, merge=(kept.id, edited)) as tx:
                tx.put(kept)
        return kept


def _me(reader: Reader) -> Person:
    me = person_who_is_me(reader)
    if me is None:
        raise UserError(_("Say who you are among the people first. Nothing was changed."))
    return me


def _with_name(reader: Reader, text: str, person_id: PersonId | None) -> str:
    if person_id is None or not text:
        return text
    name = reader.get(Person, person_id).name
    is_named = any(each.casefold() in text.casefold() for each in (name, name.split()[0]))
    return text if is_named else _("{text} ({name})").format(text=text, name=name)
