"""What a list and a heading say about a meeting: where, how far off, and whether it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingState, state_name
from boardkeeper.i18n import _
from boardkeeper.services.meetings import Deadlines
from boardkeeper.ui.kit import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWords:
    """A line about deadlines, and whether one has been missed."""

    text: str
    is_late: bool = False


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
        when = f"{formats.short_date(meeting.day)} {formats.clock(meeting.starts_at)}"
    return " · ".join(filter(None, (when, organisation, meeting.place)))


def whereabouts(meeting: Meeting) -> str:
    """When and where, in full."""
    when = formats.long_moment(meeting.starts_at, meeting.ends_at)
    when = when[:1].upper() + when[1:]
    return " · ".join(filter(None, (when, meeting.place)))


def deadlines_of(meeting: Meeting, deadlines: Deadlines, today: date) -> DeadlineWords:
    """What the rules say about this meeting's notice and items, as things stand today."""
    if not meeting.is_open:
        return DeadlineWords(text="")
    if meeting.notice_sent_on is not None:
        return _sent(meeting.notice_sent_on, deadlines)
    if meeting.day < today:
        return DeadlineWords(text="")
    notice = formats.day(deadlines.notice)
    if today > deadlines.notice:
        text = _("The notice is late: it was to be sent by {day}.").format(day=notice)
        return DeadlineWords(text=text, is_late=True)
    text = _("Notice by {notice} · items by {items}").format(
        notice=_with_distance(deadlines.notice, today), items=formats.day(deadlines.items_in)
    )
    return DeadlineWords(text=text)


def _sent(sent_on: date, deadlines: Deadlines) -> DeadlineWords:
    sent = formats.day(sent_on)
    if sent_on <= deadlines.notice:
        return DeadlineWords(text=_("Notice sent {day}").format(day=sent))
    text = _("Notice sent {day}, later than {latest}: it was called with shortened notice.").format(
        day=sent, latest=formats.day(deadlines.notice)
    )
    return DeadlineWords(text=text, is_late=True)


def _with_distance(day: date, today: date) -> str:
    return f"{formats.day(day)} ({formats.relative_day(day, today)})"
