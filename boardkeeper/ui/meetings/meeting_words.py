"""What a list and a heading say about a meeting: where, how far off, and how far its papers are."""

from __future__ import annotations

from datetime import date

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingState, state_name
from boardkeeper.ui.kit import Tone


def chip_of(meeting: Meeting, today: date) -> str:
    """How far off an open meeting is; how far a held one's papers are."""
    if meeting.is_open:
        return formats.relative_day(meeting.day, today)
    return state_name(meeting.state)


def tone_of(meeting: Meeting, today: date) -> Tone:
    """The tone of that chip."""
    if meeting.is_open and 0 <= (meeting.day - today).days <= 7:
        return Tone.ACCENT
    if meeting.state is MeetingState.APPROVED:
        return Tone.SUCCESS
    return Tone.NEUTRAL


def caption_of(meeting: Meeting, organisation: str, today: date) -> str:
    """When, for whom and where, for a row in a list; the year when it is another one."""
    when = formats.moment(meeting.starts_at)
    if meeting.day.year != today.year:
        when = formats.stamp(meeting.starts_at)
    return " · ".join(filter(None, (when, organisation, meeting.place)))


def whereabouts(meeting: Meeting) -> str:
    """When and where, in full."""
    when = formats.long_moment(meeting.starts_at, meeting.ends_at)
    when = when[:1].upper() + when[1:]
    return " · ".join(filter(None, (when, meeting.place)))
