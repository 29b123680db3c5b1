"""What is to be remembered before its day: certificates, insurance, fees, the last day to act.

A reminder is brought up some days before the day a decision must be made, and stays until it is
done or put off. Of a children's certificate nothing is kept but when it was obtained, by whom, and
when the next is due: never the document, never a number.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from boardkeeper import formats
from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import MembershipId, Term, TermId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext

MOST_DAYS_BEFORE = 366
MOST_MONTHS = 240
_MONTHS_A_YEAR = 12


class ReminderId(Id):
    """Names a reminder."""

    __slots__ = ()


class TermSnoozeId(Id):
    """Names the putting off of a term's reminder."""

    __slots__ = ()


class ReminderKind(StrEnum):
    """What is to be remembered."""

    CERTIFICATE = "certificate"
    DECLARATION = "declaration"
    INSURANCE = "insurance"
    FEE = "fee"
    UNDERTAKING = "undertaking"
    NOMINATION = "nomination"
    RESIGNATION = "resignation"
    OTHER = "other"


class TermDay(StrEnum):
    """The two days of a term one is reminded of."""

    ELECTION = "election"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something to be decided or done by a day.

    Attributes:
        id: What it is known by.
        organisation_id: Whose it is.
        membership_id: The seat it is about, if it is about one; it goes with the seat.
        kind: What sort of thing it is.
        title: What is to be done.
        due_on: The day the decision must be made by.
        days_before: How many days before that day it is brought up; 0 on the day itself.
        repeats_months: After how many months it is due again once done; 0 never.
        done_on: When it was last done or obtained.
        done_by: Who did or obtained it.
        snoozed_until: The day it is brought up again; None when it was not put off.
        notes: Anything else.
    """

    id: ReminderId = field(default_factory=ReminderId.new)
    organisation_id: OrganisationId
    membership_id: MembershipId | None = None
    kind: ReminderKind = ReminderKind.OTHER
    title: str
    due_on: date
    days_before: int = 30
    repeats_months: int = 0
    done_on: date | None = None
    done_by: str = ""
    snoozed_until: date | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("Write what there is to remember."))
        if not 0 <= self.days_before <= MOST_DAYS_BEFORE:
            raise InvalidField("days_before", _("A reminder comes 0 to 366 days before the day."))
        if not 0 <= self.repeats_months <= MOST_MONTHS:
            raise InvalidField(
                "repeats_months", _("A reminder comes back after 1 to 240 months, or never.")
            )

    @property
    def is_done(self) -> bool:
        """Whether it is done for good; what comes back is never."""
        return self.done_on is not None and self.repeats_months == 0

    @property
    def reminds_on(self) -> date:
        """The day it is brought up: its days before the day it is due, or the day put off to."""
        planned = earlier(self.due_on, self.days_before)
        return max(planned, self.snoozed_until or planned)

    def done(self, on: date) -> Self:
        """As it is once done on that day: over, or due the next time after it."""
        if not self.repeats_months:
            return replace(self, done_on=on, snoozed_until=None)
        due_on = months_later(self.due_on, self.repeats_months)
        while due_on <= on and due_on < date.max:
            due_on = months_later(due_on, self.repeats_months)
        return replace(self, done_on=on, due_on=due_on, snoozed_until=None)

    def snoozed(self, until: date) -> Self:
        return replace(self, snoozed_until=until)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSnooze:
    """A term's reminder put off: it is brought up again on the day `until`."""

    id: TermSnoozeId = field(default_factory=TermSnoozeId.new)
    term_id: TermId
    term_day: TermDay
    until: date


def day_of(term: Term, term_day: TermDay) -> date | None:
    """The day of the term one is reminded of, if it has it."""
    return term.up_for_election_on if term_day is TermDay.ELECTION else term.ends_on


def months_later(day: date, months: int) -> date:
    """The same day that many months later; the last day of a month stays the last.

    A day the later month does not have becomes its last. Past the end of the calendar the day is
    the last one there is.
    """
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    if year > date.max.year:
        return date.max
    longest = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, longest if is_last else min(day.day, longest))


def earlier(day: date, days: int) -> date:
    """That many days before, no earlier than the calendar begins."""
    return day - timedelta(days=min(days, (day - date.min).days))


def reminder_kind_name(kind: ReminderKind) -> str:
    """The kind in words."""
    return {
        ReminderKind.CERTIFICATE: _("Children's certificate"),
        ReminderKind.DECLARATION: _("Declaration"),
        ReminderKind.INSURANCE: _("Insurance"),
        ReminderKind.FEE: _("Fee"),
        ReminderKind.UNDERTAKING: _("Confidentiality undertaking"),
        ReminderKind.NOMINATION: _("Nomination deadline"),
        ReminderKind.RESIGNATION: _("Notice of resignation"),
        ReminderKind.OTHER: _("Other reminder"),
    }[kind]


def repeats_in_words(months: int) -> str:
    """How often something comes back: `every year`; empty for what does not."""
    if months == 0:
        return ""
    if months % _MONTHS_A_YEAR == 0:
        years = months // _MONTHS_A_YEAR
        return ngettext("every year", "every {count} years", years).format(count=years)
    return ngettext("every month", "every {count} months", months).format(count=months)


def standing(reminder: Reminder, today: date) -> str:
    """How it stands today: done, late, put off, due; empty while its time has not come."""
    if reminder.is_done:
        return _("Done")
    if reminder.due_on < today:
        return _("Late")
    if reminder.snoozed_until is not None and reminder.snoozed_until > today:
        return _("Put off to {day}").format(day=formats.day(reminder.snoozed_until))
    return _("Due") if reminder.reminds_on <= today else ""
