"""The life of a meeting: which steps it can take, which can be taken back, and what is due.

Planned, notice sent, held, draft minutes, approved: one step at a time, save that a meeting may be
held without a notice on record. A meeting still ahead can be cancelled. Any step can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.deadlines import (
    Days,
    Deadline,
    DeadlineKind,
    deadlines_of,
    draft_due,
)
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.rules import RuleName, is_general, notice_rule
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

_NEXT = {
    MeetingState.PLANNED: (MeetingState.NOTICE_SENT, MeetingState.HELD, MeetingState.CANCELLED),
    MeetingState.NOTICE_SENT: (MeetingState.HELD, MeetingState.CANCELLED),
    MeetingState.HELD: (MeetingState.DRAFT_MINUTES,),
    MeetingState.DRAFT_MINUTES: (MeetingState.APPROVED,),
    MeetingState.APPROVED: (),
    MeetingState.CANCELLED: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands between a meeting and its next step, in words, and whether it is late.

    `is_late` is also true of a notice that went out too late or too early: it stays said.
    """

    text: str
    is_late: bool = False


def steps_of(meeting: Meeting, today: date) -> tuple[MeetingState, ...]:
    """The states the meeting can go on to, the natural one first.

    It cannot be held before its day. Once its day has come, being held comes first.
    """
    if meeting.day > today:
        return tuple(each for each in _NEXT[meeting.state] if each is not MeetingState.HELD)
    if meeting.state is MeetingState.PLANNED and meeting.day < today:
        return (MeetingState.HELD, MeetingState.NOTICE_SENT, MeetingState.CANCELLED)
    return _NEXT[meeting.state]


def next_step(meeting: Meeting, today: date) -> MeetingState | None:
    """The step one would take next; none for a meeting that waits, is over or cancelled."""
    natural = [each for each in steps_of(meeting, today) if each is not MeetingState.CANCELLED]
    return natural[0] if natural else None


def advanced(meeting: Meeting, state: MeetingState, today: date) -> Meeting:
    """The meeting one step on.

    Raises:
        UserError: The meeting cannot take that step from where it is.
    """
    if state not in _NEXT[meeting.state]:
        raise UserError(_refusal(state))
    if state is MeetingState.HELD and meeting.day > today:
        message = _("The meeting is on {day} and cannot have been held yet. Nothing was changed.")
        raise UserError(message.format(day=formats.day(meeting.day)))
    return replace(meeting, state=state)


def state_before(meeting: Meeting) -> MeetingState | None:
    """The state one step back; none for a meeting that is only planned."""
    was_called = meeting.notice_sent_on is not None
    called = MeetingState.NOTICE_SENT if was_called else MeetingState.PLANNED
    return {
        MeetingState.PLANNED: None,
        MeetingState.NOTICE_SENT: MeetingState.PLANNED,
        MeetingState.HELD: called,
        MeetingState.DRAFT_MINUTES: MeetingState.HELD,
        MeetingState.APPROVED: MeetingState.DRAFT_MINUTES,
        MeetingState.CANCELLED: called,
    }[meeting.state]


def taken_back(meeting: Meeting) -> Meeting:
    """The meeting one step back; a notice taken back was sent on no day.

    Raises:
        UserError: The meeting is only planned.
    """
    before = state_before(meeting)
    if before is None:
        message = _("The meeting is only planned: there is no step to take back.")
        raise UserError(message)
    sent_on = None if before is MeetingState.PLANNED else meeting.notice_sent_on
    return replace(meeting, state=before, notice_sent_on=sent_on)


def _refusal(state: MeetingState) -> str:
    """Why a meeting cannot go on to the state from where it is."""
    return {
        MeetingState.PLANNED: _("A step is taken back, not taken again. Nothing was changed."),
        MeetingState.NOTICE_SENT: _("The meeting is over or cancelled. Nothing was changed."),
        MeetingState.HELD: _(
            "Only a meeting that is planned or called can be marked as held. Nothing was changed."
        ),
        MeetingState.DRAFT_MINUTES: _(
            "Draft minutes are sent once the meeting has been held. Nothing was changed."
        ),
        MeetingState.APPROVED: _(
            "Minutes are approved once their draft has been sent. Nothing was changed."
        ),
        MeetingState.CANCELLED: _(
            "Only a meeting that is planned or called can be cancelled. Nothing was changed."
        ),
    }[state]


def is_short_notice(meeting: Meeting, notice_days: int, sent_on: date) -> bool:
    """Whether a notice sent that day gives less than the days the rule asks for."""
    return sent_on > meeting.day - timedelta(days=notice_days)


def standing_of(meeting: Meeting, days: Days, today: date) -> Standing:
    """What the rules say about the meeting as things stand today; nothing once it is approved."""
    said: dict[MeetingState, Callable[[Meeting, Days, date], Standing]] = {
        MeetingState.PLANNED: _planned,
        MeetingState.NOTICE_SENT: _called,
        MeetingState.HELD: _held,
        MeetingState.DRAFT_MINUTES: _drafted,
    }
    if meeting.state not in said:
        return Standing(text="")
    if meeting.is_open and meeting.day < today:
        return Standing(text=_("The day has passed. Mark the meeting as held, or cancel it."))
    return said[meeting.state](meeting, days, today)


def _planned(meeting: Meeting, days: Days, today: date) -> Standing:
    due = deadlines_of(meeting, days, today)
    late = [each for each in due if each.is_late]
    if late:
        text = _("The notice is late: it was to be sent by {day}.")
        return Standing(text=text.format(day=formats.day(late[0].on)), is_late=True)
    parts = [_ahead(each, meeting, days, today) for each in due if each.on >= today]
    return Standing(text=_joined(parts))


def _ahead(due: Deadline, meeting: Meeting, days: Days, today: date) -> str:
    """One thing due before the meeting."""
    day = formats.day(due.on)
    if due.kind is not DeadlineKind.NOTICE:
        return _due_by(due.kind).format(day=day)
    first = first_notice(meeting, days)
    if first is not None and first > today:
        return _("notice from {first} to {last}").format(first=formats.day(first), last=day)
    return _("notice by {day}").format(day=f"{day} ({formats.relative_day(due.on, today)})")


def _due_by(kind: DeadlineKind) -> str:
    return {
        DeadlineKind.ITEMS_IN: _("items by {day}"),
        DeadlineKind.PROPOSALS: _("proposals by {day}"),
        DeadlineKind.PAPERS: _("papers by {day}"),
    }[kind]


def _called(meeting: Meeting, days: Days, today: date) -> Standing:
    sent_on = meeting.notice_sent_on
    due = [each for each in deadlines_of(meeting, days, today) if each.on >= today]
    others = [_due_by(each.kind).format(day=formats.day(each.on)) for each in due]
    if sent_on is None:
        return Standing(text=_joined([_("notice sent"), *others]))
    sent = formats.day(sent_on)
    notice = days(meeting.organisation_id, notice_rule(meeting.kind))
    if notice and is_short_notice(meeting, notice, sent_on):
        latest = formats.day(meeting.day - timedelta(days=notice))
        text = _(
            "Notice sent {day}, later than {latest}: it was called with shortened notice."
        ).format(day=sent, latest=latest)
        return Standing(text=text, is_late=True)
    first = first_notice(meeting, days)
    if first is not None and sent_on < first:
        text = _("Notice sent {day}, earlier than {first}: it was called too early.")
        return Standing(text=text.format(day=sent, first=formats.day(first)), is_late=True)
    return Standing(text=_joined([_("notice sent {day}").format(day=sent), *others]))


def first_notice(meeting: Meeting, days: Days) -> date | None:
    """The first day a notice may go out; None where it may go out at any time."""
    if not is_general(meeting.kind):
        return None
    earliest = days(meeting.organisation_id, RuleName.GENERAL_NOTICE_EARLIEST)
    return meeting.day - timedelta(days=earliest) if earliest else None


def _held(meeting: Meeting, days: Days, today: date) -> Standing:
    return _minutes(deadlines_of(meeting, days, today), today)


def _drafted(meeting: Meeting, days: Days, today: date) -> Standing:
    due = deadlines_of(meeting, days, today)
    if is_general(meeting.kind) or not due:
        return _minutes(due, today)
    last = due[0].on
    draft = draft_due(meeting, days(meeting.organisation_id, RuleName.DRAFT_MINUTES))
    if last < today:
        text = _("The time for objections ended {day}: the minutes count as approved.")
        return Standing(text=text.format(day=formats.day(last)))
    text = _(
        "Objections by {day}, then the minutes count as approved."
        " Counted from {draft}, the last day for the draft."
    )
    return Standing(
        text=text.format(
            day=f"{formats.day(last)} ({formats.relative_day(last, today)})",
            draft=formats.day(draft),
        )
    )


def _minutes(due: list[Deadline], today: date) -> Standing:
    """What is due of the minutes."""
    if not due:
        return Standing(text="")
    first = due[0]
    is_draft = first.kind is DeadlineKind.DRAFT_MINUTES
    if first.is_late:
        text = (
            _("The draft minutes are late: they were to be sent by {day}.")
            if is_draft
            else _("The minutes are late: they were to be available by {day}.")
        )
    else:
        text = (
            _("Draft minutes by {day} ({distance})")
            if is_draft
            else _("Minutes available by {day} ({distance})")
        )
    distance = formats.relative_day(first.on, today)
    return Standing(
        text=text.format(day=formats.day(first.on), distance=distance), is_late=first.is_late
    )


def _joined(parts: list[str]) -> str:
    """The parts in one line that begins with a capital."""
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]
