"""The yearly question of one membership on a page: what it took, what it gave, and the answer.

Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.aims import answer_name
from boardkeeper.domain.gauges import Gauge, rule_name
from boardkeeper.domain.hours import activity_name
from boardkeeper.domain.memberships import Membership, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.review_facts import (
    ActivityFact,
    Fact,
    Measure,
    fact_in_words,
    in_words,
    measure_name,
)
from boardkeeper.domain.reviews import Review, outcome_name
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.signals import Signal
from boardkeeper.i18n import Language, _, pgettext, speaking

_SILENT_WITHOUT = (
    Measure.PROMISED,
    Measure.EATEN,
    Measure.PAID,
    Measure.RECEIVED,
    Measure.AN_HOUR,
    Measure.WON_VALUE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question, or the name of an answer, and what was written; empty where nothing was."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A fact in words: this period's, the one's before, and what there is to say beside it."""

    name: str
    now: str
    before: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeLine:
    """One of the five rules: percent of percent, both of 100; None where nothing can be counted."""

    number: int
    name: str
    percent: int | None
    target: int
    trend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLine:
    """A sign of a coffee club, and whether it is there."""

    text: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """A review with the facts it rests on. `period` and `period_before` head the two columns."""

    letterhead: Letterhead
    period: str
    period_before: str
    questions: tuple[Answered, ...]
    facts: tuple[FactLine, ...]
    gauges: tuple[GaugeLine, ...]
    signals: tuple[SignalLine, ...]
    outcome: str
    answers: tuple[Answered, ...]
    last_time: str


def review_sheet(
    review: Review,
    membership: Membership,
    organisation: Organisation,
    *,
    facts: Sequence[Fact],
    activities: Sequence[ActivityFact],
    gauges: Sequence[Gauge],
    signals: Sequence[Signal],
    last_review: Review | None,
    before: tuple[date, date],
    owner: str = "",
    language: Language,
    printed_at: datetime,
) -> ReviewSheet:
    """The review in words. What holds texts already must be gathered in the same language."""
    with speaking(language):
        period = period_in_words(review.starts_on, review.ends_on)
        head = letterhead_of(
            organisation,
            _("Stay or leave?"),
            language=language,
            subtitle=" · ".join(filter(None, (owner, title_of(membership), period))),
            date=formats.date(review.reviewed_on),
            confidentiality=_("Personal"),
            printed_at=printed_at,
        )
        return ReviewSheet(
            letterhead=head,
            period=period_in_short(review.starts_on, review.ends_on),
            period_before=period_in_short(*before),
            questions=tuple(_questions(review)),
            facts=tuple(_fact_line(each, activities) for each in facts if says_something(each)),
            gauges=tuple(gauge_line(each) for each in gauges),
            signals=tuple(SignalLine(text=each.text, is_on=each.is_on) for each in signals),
            outcome=outcome_name(review.outcome),
            answers=tuple(_answers(review)),
            last_time=last_time(last_review),
        )


def period_in_words(first: date, last: date) -> str:
    """`2025`, or `20.2.2025 - 19.2.2026` where it is no calendar year."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{formats.short_date(first)} - {formats.short_date(last)}"


def period_in_short(first: date, last: date) -> str:
    """`2025`, or `2025/26`, as the head of a column."""
    if first.year == last.year:
        return str(first.year)
    return f"{first.year}/{last.year % 100:02}"


def last_time(review: Review | None) -> str:
    """What was decided and set as a goal the last time; empty where there was none."""
    if review is None:
        return ""
    parts = [outcome_name(review.outcome)]
    if review.goal:
        parts.append(_("Goal: {goal}").format(goal=" ".join(review.goal.split())))
    if review.measure:
        parts.append(_("Measure: {measure}").format(measure=" ".join(review.measure.split())))
    return " · ".join(parts)


def gauge_line(gauge: Gauge) -> GaugeLine:
    """A gauge in words."""
    return GaugeLine(
        number=gauge.rule.value,
        name=rule_name(gauge.rule),
        percent=gauge.percent,
        target=gauge.target,
        trend=trend_in_words(gauge),
    )


def trend_in_words(gauge: Gauge) -> str:
    """`up 12`, `down 5`, `as before`, in percentage points; empty where it is not known."""
    if gauge.trend is None:
        return ""
    points = round(100 * gauge.trend)
    if points > 0:
        return _("up {points}").format(points=points)
    if points < 0:
        return _("down {points}").format(points=-points)
    return _("as before")


def activities_in_words(activities: Sequence[ActivityFact]) -> str:
    """`Meetings 12 h · Preparation 6 h`, of those there is time of."""
    return " · ".join(
        _together(f"{activity_name(each.activity)} {formats.hours(round(each.minutes / 6) * 6)}")
        for each in activities
        if each.minutes
    )


def why_question() -> str:
    return _("Why do we meet?")


def want_question() -> str:
    return _("What do we want out of it?")


def join_question() -> str:
    return _("Would I join today?")


def instead_question() -> str:
    return _("What would I do with the hours instead?")


def _questions(review: Review) -> list[Answered]:
    joins = review.would_join_today
    return [
        Answered(question=why_question(), answer=review.why_we_meet),
        Answered(question=want_question(), answer=review.what_we_want),
        Answered(question=join_question(), answer=answer_name(joins) if joins else ""),
        Answered(question=instead_question(), answer=review.instead),
    ]


def _answers(review: Review) -> list[Answered]:
    told = [
        (pgettext("review", "New goal"), review.goal),
        (pgettext("review", "Measure"), review.measure),
        (pgettext("review", "By when"), _day(review.goal_by)),
        (pgettext("review", "Last day to act"), _day(review.last_day_to_act)),
        (pgettext("review", "Leaves on"), _day(review.leaves_on)),
        (pgettext("review", "Next review"), _day(review.next_review_on)),
        (pgettext("review", "Notes"), review.notes),
    ]
    return [Answered(question=name, answer=words) for name, words in told if words]


def _together(words: str) -> str:
    """The words on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _day(day: date | None) -> str:
    return formats.date(day) if day else ""


def _fact_line(fact: Fact, activities: Sequence[ActivityFact]) -> FactLine:
    return FactLine(
        name=measure_name(fact.measure),
        now=fact_in_words(fact),
        before=in_words(fact.measure, fact.before),
        aside=activities_in_words(activities) if fact.measure is Measure.HOURS else "",
    )


def says_something(fact: Fact) -> bool:
    """That nothing came of it is worth saying; that there was no money to tell of is not."""
    return fact.measure not in _SILENT_WITHOUT or bool(fact.value or fact.before)
