"""When a review is of, when it is due, and the last day to act on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.memberships import Term, current_term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reminders import Reminder, ReminderKind
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.rules import OwnRule, RuleName, rule_in_force, rules_of
from boardkeeper.i18n import _, ngettext

DAYS_TO_THINK = 60
"""How many days before the last day to act a review is due."""

_LONG_ENOUGH = 90
"""A review is asked for again no sooner than so many days after the last."""

_DAYS_TO_ACT = {
    ReminderKind.RESIGNATION: 0,
    ReminderKind.NOMINATION: 1,
    ReminderKind.FEE: 2,
}
"""The reminders that tell of the day by themselves, the plainest first."""


class Basis(StrEnum):
    """What the last day to act follows from."""

    REMINDER = "reminder"
    PROPOSALS = "proposals"
    NOTICE = "notice"
    ELECTION = "election"
    TERM_END = "term_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day to say that one leaves, and why: `days` before `event_on`, or a reminder."""

    on: date
    basis: Basis
    event_on: date
    days: int = 0
    title: str = ""


def whole_year_before(terms: Iterable[Term], today: date) -> tuple[date, date]:
    """The last whole calendar year, or year of the term, whichever ended later."""
    calendar = date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    term = current_term(terms, today)
    if term is None:
        return calendar
    begun = _on_year(term.starts_on, today.year)
    if begun > today:
        begun = _on_year(term.starts_on, today.year - 1)
    last = begun - timedelta(days=1)
    first = _on_year(term.starts_on, begun.year - 1)
    if first < term.starts_on or last <= calendar[1]:
        return calendar
    return first, last


def twelve_months_before(today: date) -> tuple[date, date]:
    """The twelve months that have just passed: the last of their days is yesterday."""
    return _on_year(today, today.year - 1), today - timedelta(days=1)


def last_day_to_act(
    kind: OrganisationKind,
    own: Iterable[OwnRule],
    term: Term | None,
    reminders: Iterable[Reminder],
    today: date,
) -> LastDay | None:
    """The first day ahead after which it is too late; None where nothing is known of.

    A reminder of that very day counts before anything that is worked out. Else it is the election
    or the end of the term, less the days by which proposals for the general meeting must be in;
    where there is no such rule, less the notice of a meeting.
    """
    told = [
        each
        for each in reminders
        if each.kind in _DAYS_TO_ACT and not each.is_done and each.due_on >= today
    ]
    if told:
        first = min(told, key=lambda each: (_DAYS_TO_ACT[each.kind], each.due_on, each.id))
        return LastDay(
            on=first.due_on, basis=Basis.REMINDER, event_on=first.due_on, title=first.title
        )
    if term is None:
        return None
    own = list(own)
    if term.up_for_election_on is not None and term.up_for_election_on >= today:
        return _before(term.up_for_election_on, kind, own, today)
    if term.ends_on is not None and term.ends_on >= today:
        return LastDay(on=term.ends_on, basis=Basis.TERM_END, event_on=term.ends_on)
    return None


def next_review_on(reviewed_on: date, last_day: date | None) -> date:
    """A year on, or earlier where the last day to act comes before that."""
    year_on = _on_year(reviewed_on, reviewed_on.year + 1)
    if last_day is None:
        return year_on
    in_time = last_day - timedelta(days=DAYS_TO_THINK)
    if in_time < reviewed_on + timedelta(days=_LONG_ENOUGH):
        return year_on
    return min(year_on, in_time)


def is_in_force(review: Review, today: date) -> bool:
    """Whether it still answers the yearly question."""
    return today < (review.next_review_on or next_review_on(review.reviewed_on, None))


def is_due(review: Review | None, last_day: date | None, today: date) -> bool:
    """Whether the question is to be asked now.

    It is where the last answer no longer counts, and where there has never been one and the last
    day to act draws near.
    """
    if review is not None:
        return not is_in_force(review, today)
    return last_day is not None and last_day - timedelta(days=DAYS_TO_THINK) <= today


def why(last_day: LastDay) -> str:
    """What the day follows from, in words."""
    if last_day.basis is Basis.REMINDER:
        return _("your reminder “{title}”").format(title=last_day.title)
    on = formats.short_date(last_day.event_on)
    if last_day.basis is Basis.TERM_END:
        return _("the term ends on {date}").format(date=on)
    if last_day.basis is Basis.ELECTION:
        return _("up for election on {date}").format(date=on)
    words = {
        Basis.PROPOSALS: ngettext(
            "{count} day before the election on {date}, when proposals must be in",
            "{count} days before the election on {date}, when proposals must be in",
            last_day.days,
        ),
        Basis.NOTICE: ngettext(
            "{count} day before the election on {date}, when the notice goes out",
            "{count} days before the election on {date}, when the notice goes out",
            last_day.days,
        ),
    }[last_day.basis]
    return words.format(count=last_day.days, date=on)


def _before(event: date, kind: OrganisationKind, own: list[OwnRule], today: date) -> LastDay:
    """So many days before the election; the election itself once that day has passed."""
    asked = (
        (RuleName.GENERAL_PROPOSALS, Basis.PROPOSALS),
        (RuleName.GENERAL_NOTICE, Basis.NOTICE),
        (RuleName.NOTICE, Basis.NOTICE),
    )
    known = rules_of(kind)
    for rule, basis in asked:
        days = rule_in_force(kind, own, rule).days if rule in known else 0
        on = event - timedelta(days=days)
        if days and on >= today:
            return LastDay(on=on, basis=basis, event_on=event, days=days)
        if days:
            break
    return LastDay(on=event, basis=Basis.ELECTION, event_on=event)


def _on_year(day: date, year: int) -> date:
    """The same day in another year; 1 March for 29 February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
