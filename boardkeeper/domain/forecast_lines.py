"""From meetings to the lines of a forecast: the meeting, its preparation, travel and follow-up.

One rule for the way: on a day one goes from home to a meeting and home again. Meetings in the same
place that follow one another that day share the way: out to the first of them, home from the last.
Online meetings ask for none, and do not come between. A day is the day a meeting begins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from boardkeeper.domain.clashes import TravelMinutes, is_online, is_same_place
from boardkeeper.domain.effort import Effort, Preparation
from boardkeeper.domain.forecast import Line
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What meetings take besides themselves.

    Attributes:
        travel: Minutes one way between home and where the organisation meets.
        effort: Preparation and follow-up for each of its meetings.
        reading: Minutes it takes to read a meeting's papers; 0 where there are none yet.
    """

    travel: TravelMinutes
    effort: Callable[[OrganisationId], Effort]
    reading: Callable[[MeetingId], int]


def lines_of_meetings(
    meetings: Iterable[Meeting], demands: Demands, unstored: Collection[MeetingId] = ()
) -> list[Line]:
    """The lines of the meetings, the earliest first; a cancelled meeting has none.

    Give all meetings of a day: those of one place share their way. `unstored` are the meetings
    that are not in the calendar, but only may be.
    """
    going = [each for each in meetings if each.state is not MeetingState.CANCELLED]
    going.sort(key=attrgetter("starts_at", "id"))
    ways = _ways(going, demands.travel)
    lines = []
    for meeting in going:
        is_stored = meeting.id not in unstored
        effort = demands.effort(meeting.organisation_id)
        out, home = ways.get(meeting.id, (0, 0))
        day, length = meeting.day, meeting.minutes
        for activity, minutes in (
            (Activity.MEETING, length),
            (Activity.PREPARATION, _preparation(meeting, length, effort, demands)),
            (Activity.TRAVEL, out + home),
            (Activity.FOLLOW_UP, effort.follow_up_minutes),
        ):
            if minutes > 0:
                lines.append(
                    Line(
                        on=day,
                        organisation_id=meeting.organisation_id,
                        activity=activity,
                        minutes=minutes,
                        meeting=meeting,
                        is_stored=is_stored,
                        minutes_before=out if activity is Activity.TRAVEL else 0,
                    )
                )
    return lines


def lines_of_tasks(tasks: Iterable[Task], today: date) -> list[Line]:
    """The estimates of open tasks with a day: on the day they are due, or today where that is past.

    The whole estimate counts, whoever else is to do the task.
    """
    return [
        Line(
            on=max(task.due_on, today),
            organisation_id=task.organisation_id,
            activity=Activity.FOLLOW_UP,
            minutes=task.minutes,
            task=task,
        )
        for task in tasks
        if task.is_open and task.due_on is not None and task.minutes > 0
    ]


def _preparation(meeting: Meeting, length: int, effort: Effort, demands: Demands) -> int:
    """Minutes; a share is rounded to whole minutes, half of one up."""
    if effort.preparation is Preparation.SHARE:
        return (length * effort.percent + 50) // 100
    if effort.preparation is Preparation.READING:
        return demands.reading(meeting.id) or effort.minutes
    return effort.minutes


def _ways(meetings: Iterable[Meeting], travel: TravelMinutes) -> dict[MeetingId, tuple[int, int]]:
    """Minutes out to each meeting and home from it, of those there is a way to."""
    ways = {}
    for stay in _stays(meetings):
        first, last = stay[0], stay[-1]
        out, home = travel(first.organisation_id), travel(last.organisation_id)
        if first is last:
            ways[first.id] = (out, home)
        else:
            ways[first.id], ways[last.id] = (out, 0), (0, home)
    return ways


def _stays(meetings: Iterable[Meeting]) -> Iterator[list[Meeting]]:
    """Meetings of a day that follow one another in the same place; most stays are of one."""
    stay: list[Meeting] = []
    for each in meetings:
        if is_online(each):
            continue
        if stay and (each.day != stay[0].day or not is_same_place(stay[-1], each)):
            yield stay
            stay = []
        stay.append(each)
    if stay:
        yield stay
