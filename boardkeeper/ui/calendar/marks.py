"""What the calendar shows on a day: meetings, and what is due, each in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.clashes import FindingKind, days_of, sentence_of
from boardkeeper.domain.deadlines import Deadline, deadline_title
from boardkeeper.domain.meetings import Meeting, MeetingState, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.calendar import CalendarSpan
from boardkeeper.ui.calendar.spans import capitalised

_ICONS: dict[str, str] = {
    "notice": "send",
    "items_in": "inbox",
    "proposals": "inbox",
    "papers": "files",
    "draft_minutes": "file-pen-line",
    "minutes_available": "file-check",
    "objections": "message-square-warning",
    "election": "vote",
    "term_ends": "flag",
    "reminder": "bell",
}
"""By the value of a `DeadlineKind`; a kind that is not here has a flag."""
_OF_THE_MEETING = (FindingKind.OVERLAP, FindingKind.TRAVEL)
"""Findings that are about the meetings themselves; the others are about a day or a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A meeting on a day, or something that is due on it: one of the two is there."""

    on: date
    organisation: Organisation
    meeting: Meeting | None = None
    deadline: Deadline | None = None
    warnings: tuple[str, ...] = ()

    @property
    def colour(self) -> str:
        return self.organisation.colour.value

    @property
    def label(self) -> str:
        return self.organisation.label

    @property
    def is_off(self) -> bool:
        """A meeting that was cancelled."""
        return self.meeting is not None and self.meeting.state is MeetingState.CANCELLED

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and self.deadline.is_late

    @property
    def icon(self) -> str:
        """The icon of what is due; a meeting has none."""
        if self.deadline is None:
            return ""
        return "circle-alert" if self.is_late else _ICONS.get(self.deadline.kind, "flag")

    @property
    def title(self) -> str:
        """The meeting's title, or what is due."""
        if self.deadline is None:
            return title_of(self.meeting) if self.meeting else ""
        name = deadline_title(self.deadline)
        return _("Late: {what}").format(what=name) if self.is_late else name

    @property
    def in_short(self) -> str:
        """What is due in a word or two, for where there is little room."""
        return "" if self.deadline is None else _in_short(self.deadline)

    @property
    def begins(self) -> str:
        """The time the meeting begins, on the day it begins."""
        if self.meeting is None or self.deadline is not None or self.meeting.day != self.on:
            return ""
        return formats.time(self.meeting.starts_at)

    @property
    def times(self) -> str:
        """From when to when, whatever the day."""
        if self.meeting is None or self.deadline is not None:
            return ""
        return formats.time_range(self.meeting.starts_at, self.meeting.ends_at)

    @property
    def lines(self) -> list[str]:
        """Everything about it, a line each: for a tooltip, or to be spoken."""
        found = [f"{self.title} · {self.label}"]
        if self.deadline is not None:
            found.append(capitalised(formats.long_date(self.on)))
            if self.meeting is not None:
                found.append(f"{title_of(self.meeting)}, {formats.moment(self.meeting.starts_at)}")
        elif self.meeting is not None:
            found.append(
                capitalised(formats.long_moment(self.meeting.starts_at, self.meeting.ends_at))
            )
            found += [each for each in (self.meeting.place, self.meeting.link) if each]
            if self.is_off:
                found.append(_("Cancelled"))
        return [*found, *self.warnings]

    @property
    def spoken(self) -> str:
        """In one breath, where the day is known."""
        parts = [self.begins, self.title, self.label]
        if self.is_off:
            parts.append(_("Cancelled"))
        return ", ".join([*filter(None, parts), *self.warnings])


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a span and what stands on each."""

    first: date
    last: date
    today: date
    marks: Mapping[date, Sequence[Mark]] = field(default_factory=dict)
    closed: Mapping[date, str] = field(default_factory=dict)

    def on(self, day: date) -> Sequence[Mark]:
        return self.marks.get(day, ())

    def is_quiet(self, day: date) -> bool:
        """A weekend or a holiday, shown on a quieter ground."""
        return day.weekday() >= 5 or day in self.closed

    def spoken(self, day: date) -> str:
        """The day and all that stands on it, as a screen reader says it."""
        head = [capitalised(formats.long_date(day)), formats.week(day), self.closed.get(day, "")]
        marks = [each.spoken for each in self.on(day)]
        said = ", ".join(filter(None, head))
        return ". ".join([said, *(marks or [_("Nothing planned")])])


def _in_short(deadline: Deadline) -> str:
    by_value: dict[str, str] = {
        "notice": pgettext("due", "Notice"),
        "items_in": pgettext("due", "Items in"),
        "proposals": pgettext("due", "Proposals"),
        "papers": pgettext("due", "Papers"),
        "draft_minutes": pgettext("due", "Draft minutes"),
        "minutes_available": pgettext("due", "Minutes"),
        "objections": pgettext("due", "Objections"),
        "election": pgettext("due", "Election"),
        "term_ends": pgettext("due", "Term ends"),
    }
    return by_value.get(deadline.kind) or deadline_title(deadline)


def days_of_span(span: CalendarSpan, today: date) -> Days:
    """Lay meetings and deadlines out on their days: meetings first, by time."""
    warnings: dict[str, list[str]] = defaultdict(list)
    for finding in span.findings:
        if finding.kind in _OF_THE_MEETING:
            sentence = sentence_of(finding, span.label)
            for meeting in finding.meetings:
                warnings[meeting.id].append(sentence)
    marks: dict[date, list[Mark]] = defaultdict(list)
    for meeting in span.meetings:
        for day in days_of(meeting):
            if span.first <= day <= span.last:
                mark = Mark(
                    on=day,
                    organisation=span.organisations[meeting.organisation_id],
                    meeting=meeting,
                    warnings=tuple(warnings.get(meeting.id, ())),
                )
                marks[day].append(mark)
    for deadline in span.deadlines:
        mark = Mark(
            on=deadline.on,
            organisation=span.organisations[deadline.organisation_id],
            meeting=deadline.meeting,
            deadline=deadline,
        )
        marks[deadline.on].append(mark)
    return Days(
        first=span.first, last=span.last, today=today, marks=dict(marks), closed=span.closed
    )
