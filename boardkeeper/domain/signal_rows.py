"""What the signs of a coffee club have in common: how far one looks back, and rows of meetings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from boardkeeper.domain.gauges import Measure, Row
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.signal_facts import PastMeeting, SignalFacts
from boardkeeper.i18n import _, ngettext

T = TypeVar("T")


def whole_months(first: date, last: date) -> int:
    """Months that have passed in full from a day to another."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return months if months_later(first, months) <= last else months - 1


def until(facts: SignalFacts, last: date) -> Sequence[PastMeeting]:
    """The meetings up to the day, the earliest first."""
    return facts.meetings[: bisect_right(facts.meetings, last, key=lambda each: each.day)]


def referrals_from(facts: SignalFacts, last: date) -> list[int]:
    """How many referrals followed each of the meetings up to the day, before the next of them."""
    days = [each.day for each in until(facts, last)]
    counts = [0] * len(days)
    for referral in facts.referrals:
        place = bisect_right(days, referral.on) - 1
        if place >= 0 and referral.on <= last:
            counts[place] += 1
    return counts


def in_words(*, decisions: int = 0, tasks: int = 0, referrals: int = 0, learned: str = "") -> str:
    """What a meeting left behind: "2 decisions, 1 task"; empty for nothing."""
    said = []
    if decisions:
        told = ngettext("{count} decision", "{count} decisions", decisions)
        said.append(told.format(count=decisions))
    if tasks:
        said.append(ngettext("{count} task", "{count} tasks", tasks).format(count=tasks))
    if referrals:
        told = ngettext("{count} referral", "{count} referrals", referrals)
        said.append(told.format(count=referrals))
    if learned:
        said.append(_("learned: {text}").format(text=learned))
    return ", ".join(said)


def at_the_end(values: Sequence[T], holds: Callable[[T], bool]) -> int:
    """How many of the last values it holds for, one after another."""
    count = 0
    for value in reversed(values):
        if not holds(value):
            break
        count += 1
    return count


def is_at_least(count: int, limit: int) -> bool:
    """A limit of nought means the first one."""
    return count > 0 and count >= limit


def no_meetings() -> str:
    return _("No meeting has been held yet.")


def of_meeting(meeting: PastMeeting, *, counts: bool, detail: str) -> Row:
    return Row(
        measure=Measure.MEETING,
        title=meeting.title,
        day=meeting.day,
        counts=counts,
        record_id=meeting.meeting_id,
        detail=detail,
    )
