"""The days something is due, across every organisation: notices, minutes, terms, reminders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.reminders import Reminder, TermDay, TermSnooze, day_of, earlier
from boardkeeper.domain.rules import RuleName, is_general, items_rule, notice_rule
from boardkeeper.i18n import _

DAYS_AHEAD = 30
"""How far ahead deadlines are shown."""

TERM_DAYS_BEFORE = 90
"""How many days before an election or the end of a term one is reminded of it."""

Days = Callable[[OrganisationId, RuleName], int]
"""The days an organisation's rule asks for; 0 where it asks for none."""


class DeadlineKind(StrEnum):
    """What is due."""

    NOTICE = "notice"
    ITEMS_IN = "items_in"
    PROPOSALS = "proposals"
    PAPERS = "papers"
    DRAFT_MINUTES = "draft_minutes"
    MINUTES_AVAILABLE = "minutes_available"
    OBJECTIONS = "objections"
    ELECTION = "election"
    TERM_ENDS = "term_ends"
    REMINDER = "reminder"


_LASTING = (
    DeadlineKind.NOTICE,
    DeadlineKind.DRAFT_MINUTES,
    DeadlineKind.MINUTES_AVAILABLE,
)
"""What stays due, and is late, until it is done; the others pass with their day."""

_TERM_DAYS = {
    DeadlineKind.ELECTION: TermDay.ELECTION,
    DeadlineKind.TERM_ENDS: TermDay.END,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something due on a day for an organisation.

    It comes from one of its meetings, a term of the user, or a reminder: the one that is there.
    """

    on: date
    kind: DeadlineKind
    organisation_id: OrganisationId
    meeting: Meeting | None = None
    is_late: bool = False
    term: Term | None = None
    reminder: Reminder | None = None

    @property
    def term_day(self) -> TermDay | None:
        """Which day of its term it is, if it comes from one."""
        return _TERM_DAYS.get(self.kind)


def deadlines_of(meeting: Meeting, days: Days, today: date) -> list[Deadline]:
    """What the meeting's state asks for next, passed days too; nothing where the rules ask none.

    Once its day has passed, a meeting asks for nothing until it is marked as held. Objections are
    counted from the last day for the draft: the day it really went out is not kept.
    """
    asked: dict[MeetingState, Callable[[Meeting, Days], list[tuple[DeadlineKind, date]]]] = {
        MeetingState.PLANNED: _before_notice,
        MeetingState.NOTICE_SENT: _before_meeting,
        MeetingState.HELD: _after_meeting,
        MeetingState.DRAFT_MINUTES: _after_draft,
    }
    if meeting.state not in asked or (meeting.is_open and meeting.day < today):
        return []
    return [
        Deadline(
            on=on,
            kind=kind,
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            is_late=kind in _LASTING and on < today,
        )
        for kind, on in asked[meeting.state](meeting, days)
    ]


def deadlines_of_meetings(
    meetings: Iterable[Meeting], days: Days, today: date, last: date | None = None
) -> list[Deadline]:
    """What is due for the meetings, without what has passed and asks for nothing more.

    What is due after the `last` day is left out; without one, after the next 30 days. A notice or
    minutes that are late stay until they are sent; a day for items or objections passes.
    """
    last = last or today + timedelta(days=DAYS_AHEAD)
    return [
        deadline
        for meeting in meetings
        for deadline in deadlines_of(meeting, days, today)
        if deadline.on <= last and (deadline.is_late or deadline.on >= today)
    ]


def _before_notice(meeting: Meeting, days: Days) -> list[tuple[DeadlineKind, date]]:
    notice = days(meeting.organisation_id, notice_rule(meeting.kind))
    due = [(DeadlineKind.NOTICE, meeting.day - timedelta(days=notice))] if notice else []
    return due + _before_meeting(meeting, days)


def _before_meeting(meeting: Meeting, days: Days) -> list[tuple[DeadlineKind, date]]:
    """Items or proposals, and papers where they do not simply go out with the notice."""
    of = meeting.organisation_id
    items = days(of, items_rule(meeting.kind))
    papers = 0 if is_general(meeting.kind) else days(of, RuleName.PAPERS)
    kind = DeadlineKind.PROPOSALS if is_general(meeting.kind) else DeadlineKind.ITEMS_IN
    due = [(kind, meeting.day - timedelta(days=items))] if items else []
    if papers and papers != days(of, RuleName.NOTICE):
        due.append((DeadlineKind.PAPERS, meeting.day - timedelta(days=papers)))
    return due


def _after_meeting(meeting: Meeting, days: Days) -> list[tuple[DeadlineKind, date]]:
    if is_general(meeting.kind):
        return _available(meeting, days)
    draft = days(meeting.organisation_id, RuleName.DRAFT_MINUTES)
    return [(DeadlineKind.DRAFT_MINUTES, draft_due(meeting, draft))] if draft else []


def _after_draft(meeting: Meeting, days: Days) -> list[tuple[DeadlineKind, date]]:
    if is_general(meeting.kind):
        return _available(meeting, days)
    of = meeting.organisation_id
    objections = days(of, RuleName.OBJECTIONS)
    sent_by = draft_due(meeting, days(of, RuleName.DRAFT_MINUTES))
    if not objections:
        return []
    return [(DeadlineKind.OBJECTIONS, sent_by + timedelta(days=objections))]


def _available(meeting: Meeting, days: Days) -> list[tuple[DeadlineKind, date]]:
    """A general meeting's minutes are due until they are signed; a draft is not enough."""
    minutes = days(meeting.organisation_id, RuleName.GENERAL_MINUTES)
    due = meeting.day + timedelta(days=minutes)
    return [(DeadlineKind.MINUTES_AVAILABLE, due)] if minutes else []


def draft_due(meeting: Meeting, draft_days: int) -> date:
    """The last day for the draft, counted from the day the meeting began."""
    return meeting.day + timedelta(days=draft_days)


def deadlines_of_terms(
    membership: Membership, terms: Iterable[Term], first: date, last: date | None = None
) -> list[Deadline]:
    """When the seat is up for election, and when its terms end.

    From the `first` day to the `last`, both included; without a last one, for 30 days.
    """
    last = last or first + timedelta(days=DAYS_AHEAD)
    return [
        Deadline(on=on, kind=kind, organisation_id=membership.organisation_id, term=term)
        for term in terms
        for kind, term_day in _TERM_DAYS.items()
        if (on := day_of(term, term_day)) is not None and first <= on <= last
    ]


def deadlines_of_reminders(
    reminders: Iterable[Reminder], today: date, last: date
) -> list[Deadline]:
    """What is to be done up to the last day; what is late stays until it is done."""
    return [
        Deadline(
            on=each.due_on,
            kind=DeadlineKind.REMINDER,
            organisation_id=each.organisation_id,
            is_late=each.due_on < today,
            reminder=each,
        )
        for each in reminders
        if not each.is_done and each.due_on <= last
    ]


def brought_up_on(deadline: Deadline, snoozes: Iterable[TermSnooze] = ()) -> date:
    """The day the person is reminded: some days before it is due, or the day put off to.

    For a term the latest of its `snoozes` counts; they may be those of other terms too.
    """
    if deadline.reminder is not None:
        return deadline.reminder.reminds_on
    if deadline.term is None:
        return deadline.on
    put_off = [
        each.until
        for each in snoozes
        if each.term_id == deadline.term.id and each.term_day is deadline.term_day
    ]
    return max([earlier(deadline.on, TERM_DAYS_BEFORE), *put_off])


def deadline_name(kind: DeadlineKind) -> str:
    """What is due, in words."""
    return {
        DeadlineKind.NOTICE: _("Send the notice"),
        DeadlineKind.ITEMS_IN: _("Deadline for items"),
        DeadlineKind.PROPOSALS: _("Deadline for proposals"),
        DeadlineKind.PAPERS: _("Send the papers"),
        DeadlineKind.DRAFT_MINUTES: _("Send the draft minutes"),
        DeadlineKind.MINUTES_AVAILABLE: _("Make the minutes available"),
        DeadlineKind.OBJECTIONS: _("Last day for objections to the minutes"),
        DeadlineKind.ELECTION: _("You are up for election"),
        DeadlineKind.TERM_ENDS: _("Your term ends"),
        DeadlineKind.REMINDER: _("Reminder"),
    }[kind]


def deadline_title(deadline: Deadline) -> str:
    """What is due: a reminder in its own words, all else by its kind."""
    return deadline.reminder.title if deadline.reminder else deadline_name(deadline.kind)
