"""My next 90 days: the meetings of all my boards week by week, with what is due before them.

Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from boardkeeper import formats
from boardkeeper.domain.clashes import Finding, FindingKind, monday_of, sentence_of
from boardkeeper.domain.deadlines import Deadline, DeadlineKind
from boardkeeper.domain.meetings import Meeting, MeetingState, title_of
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.i18n import Language, _, pgettext, speaking

DAYS = 90
"""How many days lie ahead, today among them."""

_DISTURBING = (FindingKind.OVERLAP, FindingKind.TRAVEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadMeeting:
    """A meeting in the wall time of its place.

    `clashes` says that it overlaps another or leaves too little time for the way.
    """

    label: str
    colour: Colour
    title: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    place: str
    clashes: bool

    @property
    def day(self) -> date:
        return self.starts_at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadDeadline:
    """Something due, in a word or two; `is_late` when its day has passed."""

    label: str
    colour: Colour
    on: date
    what: str
    is_late: bool

    @property
    def day(self) -> date:
        return self.on


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadWeek:
    """An ISO week from its Monday, its meetings and deadlines by time; minutes in meetings."""

    monday: date
    minutes: int = 0
    meetings: tuple[AheadMeeting, ...] = ()
    deadlines: tuple[AheadDeadline, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.meetings and not self.deadlines


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadSheet:
    """The days from the first to the last, both included; every week of them, empty ones too.

    Late deadlines stand in the first week. `clashes` are sentences on what does not go together;
    the first `disturbing` of them are about single meetings. `printed_at` is wall time.
    """

    language: Language
    owner: str
    first: date
    last: date
    weeks: tuple[AheadWeek, ...]
    clashes: tuple[str, ...]
    disturbing: int
    printed_at: datetime

    @property
    def meetings(self) -> int:
        return sum(len(week.meetings) for week in self.weeks)

    @property
    def deadlines(self) -> int:
        return sum(len(week.deadlines) for week in self.weeks)

    @property
    def minutes(self) -> int:
        return sum(week.minutes for week in self.weeks)

    def of_first(self, count: int) -> AheadSheet:
        """The same sheet with only its first entries, and the weeks up to the last of them."""
        weeks: list[AheadWeek] = []
        for week in self.weeks:
            if count <= 0:
                break
            entries = in_order(week)[:count]
            count -= len(entries)
            weeks.append(
                replace(
                    week,
                    meetings=tuple(each for each in entries if isinstance(each, AheadMeeting)),
                    deadlines=tuple(each for each in entries if isinstance(each, AheadDeadline)),
                )
            )
        return replace(self, weeks=tuple(weeks))


def in_order(week: AheadWeek) -> list[AheadMeeting | AheadDeadline]:
    """What the week holds, day by day, the deadlines of a day before its meetings."""
    entries: list[AheadMeeting | AheadDeadline] = [*week.deadlines, *week.meetings]
    return sorted(entries, key=lambda each: each.day)


def ahead_sheet(
    organisations: Mapping[OrganisationId, Organisation],
    meetings: Iterable[Meeting],
    *,
    deadlines: Iterable[Deadline] = (),
    findings: Iterable[Finding] = (),
    owner: str = "",
    language: Language,
    today: date,
    printed_at: datetime,
) -> AheadSheet:
    """Gather the 90 days from today. What lies outside them, or is cancelled, is passed over.

    `printed_at` is wall time; `owner` the person's name, where it is known.
    """
    first, last = today, today + timedelta(days=DAYS - 1)
    with speaking(language):
        told = [each for each in findings if _touches(each, first, last)]
        disturbing = [each for each in told if each.kind in _DISTURBING]
        others = [each for each in told if each.kind not in _DISTURBING]
        marked = {meeting.id for each in disturbing for meeting in each.meetings}
        held = [
            each
            for each in meetings
            if first <= each.day <= last and each.state is not MeetingState.CANCELLED
        ]
        rows = sorted(
            (_meeting(each, organisations, clashes=each.id in marked) for each in held),
            key=lambda each: (each.starts_at, each.ends_at, formats.sort_key(each.label)),
        )
        due = sorted(
            (
                _deadline(each, organisations)
                for each in deadlines
                if each.on <= last and (each.is_late or each.on >= first)
            ),
            key=lambda each: (each.on, formats.sort_key(each.label), each.what),
        )
        return AheadSheet(
            language=language,
            owner=owner,
            first=first,
            last=last,
            weeks=tuple(_weeks(first, last, rows, due)),
            clashes=tuple(
                sentence_of(each, lambda meeting: organisations[meeting.organisation_id].label)
                for each in (*disturbing, *others)
            ),
            disturbing=len(disturbing),
            printed_at=printed_at,
        )


def _weeks(
    first: date, last: date, meetings: list[AheadMeeting], deadlines: list[AheadDeadline]
) -> Iterator[AheadWeek]:
    monday = monday_of(first)
    while monday <= last:
        held = tuple(each for each in meetings if monday_of(each.day) == monday)
        yield AheadWeek(
            monday=monday,
            minutes=sum(each.minutes for each in held),
            meetings=held,
            deadlines=tuple(
                each for each in deadlines if monday_of(max(each.day, first)) == monday
            ),
        )
        monday += timedelta(days=7)


def _meeting(
    meeting: Meeting, organisations: Mapping[OrganisationId, Organisation], *, clashes: bool
) -> AheadMeeting:
    organisation = organisations[meeting.organisation_id]
    online = _("Online") if meeting.link.strip() else ""
    return AheadMeeting(
        label=organisation.label,
        colour=organisation.colour,
        title=title_of(meeting),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        minutes=meeting.minutes,
        place=meeting.place.strip() or online,
        clashes=clashes,
    )


def _deadline(
    deadline: Deadline, organisations: Mapping[OrganisationId, Organisation]
) -> AheadDeadline:
    organisation = organisations[deadline.organisation_id]
    return AheadDeadline(
        label=organisation.label,
        colour=organisation.colour,
        on=deadline.on,
        what=_in_short(deadline),
        is_late=deadline.is_late,
    )


def _in_short(deadline: Deadline) -> str:
    """What is due, under a heading that says that these are deadlines."""
    if deadline.reminder is not None:
        return deadline.reminder.title
    return {
        DeadlineKind.NOTICE: pgettext("deadline in short", "notice"),
        DeadlineKind.ITEMS_IN: pgettext("deadline in short", "items"),
        DeadlineKind.PROPOSALS: pgettext("deadline in short", "proposals"),
        DeadlineKind.PAPERS: pgettext("deadline in short", "papers"),
        DeadlineKind.DRAFT_MINUTES: pgettext("deadline in short", "draft minutes"),
        DeadlineKind.MINUTES_AVAILABLE: pgettext("deadline in short", "minutes"),
        DeadlineKind.OBJECTIONS: pgettext("deadline in short", "objections"),
        DeadlineKind.ELECTION: pgettext("deadline in short", "up for election"),
        DeadlineKind.TERM_ENDS: pgettext("deadline in short", "term ends"),
    }[deadline.kind]


def _touches(finding: Finding, first: date, last: date) -> bool:
    return any(first <= meeting.day <= last for meeting in finding.meetings)
