"""The hours of meetings that were held, proposed from attendance, way and effort; never twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from boardkeeper.clock import Clock
from boardkeeper.db import time_proposals as queries
from boardkeeper.db.ceilings import every_effort
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_between
from boardkeeper.db.memberships import memberships_of, terms_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.forecast_lines import Demands, lines_of_meetings
from boardkeeper.domain.hours import Activity, TimeEntry
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.memberships import Seat, sits_on
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.reading_time import reading_minutes_of
from boardkeeper.domain.time_proposals import Part, ProposedHours, minutes_there, was_held
from boardkeeper.i18n import _, ngettext

_BACK = timedelta(days=366)
"""How far back meetings are asked about: the year that a report of today looks at."""

_MOST = 400
"""Meetings that are asked about at once, the latest of them: more than one a day for a year."""

_RECENT = timedelta(days=14)
"""For how long the last meeting is brought up on Today."""

_STAYING_AWAY = (Seat.ALTERNATE, Seat.HONORARY)
"""Seats whose holders come when they are called, and not as a matter of course."""


class TimeProposalService:
    """What one does with the hours of meetings that are over."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def proposed(self, organisation_id: OrganisationId | None = None) -> list[ProposedHours]:
        """The hours of the last year's meetings that are not written down, the latest first.

        Of meetings one was at; where nobody wrote down who was there, of those one's term covers.
        Nothing while nobody is known to be "me".
        """
        now = self._clock.now()
        found = _proposed(self._journal.reader, now - _BACK, now, now)
        return [each for each in found if organisation_id in (None, each.meeting.organisation_id)]

    def latest(self, organisation_id: OrganisationId | None = None) -> ProposedHours | None:
        """The hours of the last meeting, if it was held within a fortnight and they are missing."""
        now = self._clock.now()
        found = _proposed(self._journal.reader, now - _RECENT, now, now)
        mine = (each for each in found if organisation_id in (None, each.meeting.organisation_id))
        return next(mine, None)

    def accept(self, wanted: ProposedHours) -> list[TimeEntry]:
        """Write the hours down as they are given; returns the entries.

        An activity that was proposed and is left out took no time. What was written down or
        declined meanwhile is left as it is.
        """
        title = title_of(wanted.meeting)
        return self._accept([wanted], _("Write down the hours of “{title}”").format(title=title))

    def accept_all(self, wanted: Sequence[ProposedHours] | None = None) -> list[TimeEntry]:
        """Write down all of these, or all that are proposed, in one command."""
        every = self.proposed() if wanted is None else wanted
        count = len(every)
        label = ngettext(
            "Write down the hours of {count} meeting",
            "Write down the hours of {count} meetings",
            count,
        )
        return self._accept(every, label.format(count=count))

    def decline(self, unwanted: ProposedHours) -> None:
        """Remember that none of it took any time; it is not proposed again."""
        label = _("Leave “{title}” without hours").format(title=title_of(unwanted.meeting))
        with self._journal.command(label) as tx:
            for still in self._still_proposed(tx, [unwanted]):
                refused = still.activities & unwanted.activities
                tx.put_all(still.refusals(sorted(refused)))

    def _accept(self, wanted: Iterable[ProposedHours], label: str) -> list[TimeEntry]:
        by_meeting = {each.meeting.id: each for each in wanted}
        written = []
        with self._journal.command(label) as tx:
            for still in self._still_proposed(tx, by_meeting.values()):
                asked = by_meeting[still.meeting.id]
                spent = [part.activity for part in asked.parts if part.minutes > 0]
                entries = asked.only(still.activities).entries()
                tx.put_all(entries)
                tx.put_all(still.refusals(sorted(still.activities.difference(spent))))
                written += entries
        return written

    def _still_proposed(
        self, reader: Reader, asked: Iterable[ProposedHours]
    ) -> list[ProposedHours]:
        """What is proposed now of these meetings, whatever was when they were asked about."""
        ids = {each.meeting.id: each.meeting for each in asked}
        if not ids:
            return []
        starts = [each.starts_at for each in ids.values()]
        # Whole days: the way is shared between the meetings of a day.
        first = datetime.combine(min(starts).date(), datetime.min.time())
        last = datetime.combine(max(starts).date(), datetime.min.time()) + timedelta(days=1)
        found = _proposed(reader, first, last, self._clock.now())
        return [each for each in found if each.meeting.id in ids]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the meetings of a span, read at once."""

    mine: dict[MeetingId, Attendance]
    counted: set[MeetingId]
    is_seated: Callable[[Meeting], bool]

    def was_there(self, meeting: Meeting) -> bool:
        own = self.mine.get(meeting.id)
        if own is not None and own.presence is not Presence.UNKNOWN:
            return own.took_part
        return meeting.id not in self.counted and self.is_seated(meeting)

    def was_online(self, meeting: Meeting) -> bool:
        own = self.mine.get(meeting.id)
        return own is not None and own.presence is Presence.DIGITAL


def _proposed(
    reader: Reader, earliest: datetime, latest: datetime, now: datetime
) -> list[ProposedHours]:
    """The missing hours of the meetings that touch the span, the latest first."""
    me = person_who_is_me(reader)
    if me is None:
        return []
    near = meetings_between(reader, earliest, latest + timedelta(minutes=1))
    over = [each for each in near if was_held(each, now)][-_MOST:]
    if not over:
        return []
    ids = [each.id for each in over]
    known = _Known(
        queries.attendances_of_person(reader, me.id, ids),
        queries.meetings_with_presence(reader, ids),
        _seats(reader, me),
    )
    attended = [each for each in over if known.was_there(each)]
    if not attended:
        return []
    ids = [each.id for each in attended]
    times = queries.sitting_times(reader, ids)
    settled = queries.activities_written_down(reader, ids)
    settled |= queries.activities_declined(reader, ids)
    loose = queries.loose_activities(reader, attended[0].day, attended[-1].day)
    taken = _parts(reader, attended, known)
    found = []
    for meeting in reversed(attended):
        there = minutes_there(
            meeting, known.mine.get(meeting.id), *times.get(meeting.id, (None, None))
        )
        parts = tuple(
            replace(part, minutes=there) if part.activity is Activity.MEETING else part
            for part in taken[meeting.id]
            if (meeting.id, part.activity) not in settled
            and (meeting.organisation_id, meeting.day, part.activity) not in loose
        )
        if parts:
            found.append(ProposedHours(meeting=meeting, parts=parts))
    return found


def _seats(reader: Reader, me: Person) -> Callable[[Meeting], bool]:
    """Whether one sits where a meeting is held, on its day, and comes as a matter of course."""
    seats = [each for each in memberships_of(reader, me.id) if each.seat not in _STAYING_AWAY]
    terms = defaultdict(list)
    for term in terms_of(reader, [each.id for each in seats]):
        terms[term.membership_id].append(term)
    seats_in = defaultdict(list)
    for seat in seats:
        seats_in[seat.organisation_id].append(terms[seat.id])
    return lambda meeting: any(
        sits_on(each, meeting.day) for each in seats_in[meeting.organisation_id]
    )


def _parts(
    reader: Reader, attended: Sequence[Meeting], known: _Known
) -> dict[MeetingId, list[Part]]:
    """What the meetings take, as a forecast has it; nobody travels to a meeting on a line."""
    organisations = {each.id: each for each in reader.every(Organisation)}
    efforts = every_effort(reader)
    papers: dict[MeetingId, list[Paper]] = defaultdict(list)
    for paper in queries.papers_of_meetings(reader, [each.id for each in attended]):
        if paper.meeting_id is not None:
            papers[paper.meeting_id].append(paper)
    demands = Demands(
        travel=lambda each: organisations[each].travel_minutes,
        effort=lambda each: efforts.get(each) or Effort(organisation_id=each),
        reading=lambda each: reading_minutes_of(papers[each]),
    )
    parts: dict[MeetingId, list[Part]] = defaultdict(list)
    online = [each for each in attended if known.was_online(each)]
    in_the_room = [each for each in attended if not known.was_online(each)]
    for line in lines_of_meetings(in_the_room, demands) + lines_of_meetings(online, demands):
        is_way = line.activity is Activity.TRAVEL
        if line.meeting is not None and not (is_way and known.was_online(line.meeting)):
            parts[line.meeting.id].append(Part(line.activity, line.minutes))
    return parts
