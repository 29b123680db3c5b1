"""What one meeting leaves to the next: items put off, and tasks still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Transaction
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.minutes import postponed_items
from boardkeeper.db.reader import Reader
from boardkeeper.db.tasks import count_of_open_tasks
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.agenda_additions import carried, with_carried, with_follow_up
from boardkeeper.domain.agenda_templates import items_from, template
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingKind, MeetingState
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import speaking
from boardkeeper.services.written_procedures import report_written
from boardkeeper.services.yearwheel import land_by_itself

_OF_THE_BOARD = (MeetingKind.REGULAR, MeetingKind.EXTRAORDINARY, MeetingKind.CONSTITUTION)
_IN_TURN = (*_OF_THE_BOARD, MeetingKind.NETWORK)
_FOLLOWING_UP = (MeetingKind.REGULAR, MeetingKind.CONSTITUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """The meeting that deals with it next, and how many items it got."""

    meeting: Meeting
    count: int


def left_over(reader: Reader, meeting_id: MeetingId) -> list[AgendaItem]:
    """The items the meeting put off, with what lies below them, in the agenda's order."""
    put_off = postponed_items(reader, meeting_id)
    return carried(items_of(reader, meeting_id), put_off) if put_off else []


def successor(reader: Reader, meeting: Meeting) -> Meeting | None:
    """The next meeting ahead that deals with what this one leaves; of its series if it has one."""
    later = [
        each
        for each in meetings_of(reader, meeting.organisation_id)
        if each.is_open and each.starts_at > meeting.starts_at and each.kind in _IN_TURN
    ]
    of_series = [
        each for each in later if meeting.series_id and each.series_id == meeting.series_id
    ]
    regular = [each for each in later if each.kind is not MeetingKind.EXTRAORDINARY]
    return next(iter([*of_series, *regular]), None)


def add_by_itself(tx: Transaction, meeting: Meeting, today: date) -> None:
    """Give a new agenda all that comes of itself.

    That is the tasks of the year wheel, what was decided in writing, what was put off, and a place
    for open tasks.
    """
    land_by_itself(tx, meeting)
    report_written(tx, meeting, today)
    carry_by_itself(tx, meeting)


def carry_by_itself(tx: Transaction, meeting: Meeting) -> None:
    """Give a new agenda what the last meeting put off and, if tasks are open, a place for them.

    Only the next meeting gets it: one planned further ahead would be told of what is long settled.
    """
    if not meeting.is_open or meeting.kind not in _FOLLOWING_UP:
        return
    before = _before(tx, meeting)
    if before is not None:
        if before.is_open:
            return
        give(tx, meeting, left_over(tx, before.id))
    if count_of_open_tasks(tx, meeting.organisation_id):
        with speaking(tx.get(Organisation, meeting.organisation_id).language):
            tx.put_all(with_follow_up(items_of(tx, meeting.id), meeting))


def give(tx: Transaction, meeting: Meeting, items: list[AgendaItem]) -> int:
    """Put the items on the meeting's agenda where it lacks them; returns how many it lacked."""
    if not items:
        return 0
    there = items_of(tx, meeting.id)
    agenda = with_carried(there, meeting, items)
    tx.put_all(agenda)
    return len(agenda) - len(there)


def give_with_agenda(
    tx: Transaction, meeting: Meeting, items: list[AgendaItem], today: date
) -> int:
    """The same for a meeting that may have no agenda yet: then it gets the usual one first."""
    there = {each.title for each in items_of(tx, meeting.id)}
    if not there:
        organisation = tx.get(Organisation, meeting.organisation_id)
        with speaking(organisation.language):
            tx.put_all(items_from(template(organisation.kind, meeting.kind), meeting.id))
        there = {each.title for each in items_of(tx, meeting.id)}
        add_by_itself(tx, meeting, today)
    give(tx, meeting, items)
    return len([each for each in items if each.title not in there])


def _before(reader: Reader, meeting: Meeting) -> Meeting | None:
    """The organisation's last meeting before this one, general and cancelled ones apart."""
    earlier = [
        each
        for each in meetings_of(reader, meeting.organisation_id)
        if each.starts_at < meeting.starts_at
        and each.kind in _IN_TURN
        and each.state is not MeetingState.CANCELLED
    ]
    return earlier[-1] if earlier else None
