"""Signs in what comes of a membership: results, tasks, hours, years, and one's own answer."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from fractions import Fraction

from boardkeeper import formats
from boardkeeper.domain.aims import Answer, answer_name
from boardkeeper.domain.gauges import Measure, Row
from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.signal_facts import SignalFacts
from boardkeeper.domain.signal_rows import (
    at_the_end,
    in_words,
    is_at_least,
    no_meetings,
    of_meeting,
    referrals_from,
    until,
    whole_months,
)
from boardkeeper.domain.signals import Signal, SignalName
from boardkeeper.domain.thresholds import ThresholdName, Thresholds
from boardkeeper.i18n import _, ngettext

_BREAK = timedelta(days=100)
"""Terms this far apart, as a late general meeting sets them, are one stretch of time."""


def no_result(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    """The last meetings that led to nothing until the next; a network's decisions are its own."""
    limit = thresholds[ThresholdName.NO_RESULT_MEETINGS]
    held = until(facts, last)
    is_network = facts.kind is OrganisationKind.NETWORK
    led_to = [
        (0 if is_network else each.decisions, referrals, each.learned)
        for each, referrals in zip(held, referrals_from(facts, last), strict=True)
    ]
    count = at_the_end(led_to, lambda result: not any(result))
    if not held:
        text = no_meetings()
    elif count == 0:
        text = _("The last meeting had a result.")
    elif is_network:
        text = ngettext(
            "No referral and nothing learned at the last meeting.",
            "No referral and nothing learned at the last {count} meetings.",
            count,
        ).format(count=count)
    else:
        text = ngettext(
            "No decision, no referral and nothing learned at the last meeting.",
            "No decision, no referral and nothing learned at the last {count} meetings.",
            count,
        ).format(count=count)
    begin = max(0, len(held) - count - 1)
    return Signal(
        name=SignalName.NO_RESULT,
        text=text,
        is_on=is_at_least(count, limit),
        value=Fraction(count) if held else None,
        threshold_name=ThresholdName.NO_RESULT_MEETINGS,
        threshold=limit,
        rows=tuple(
            of_meeting(each, counts=not said, detail=said or _("No result"))
            for each, result in zip(held[begin:], led_to[begin:], strict=True)
            for said in (_said(*result),)
        ),
    )


def _said(decisions: int, referrals: int, learned: str) -> str:
    return in_words(decisions=decisions, referrals=referrals, learned=learned)


def carried(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    limit = thresholds[ThresholdName.CARRIED_TIMES]
    days = [each.day for each in until(facts, last)]
    places = {each.meeting_id: place for place, each in enumerate(until(facts, last))}
    still_open = [
        each
        for each in facts.tasks
        if each.created_on <= last and (each.closed_on is None or each.closed_on > last)
    ]
    rows = []
    for task in still_open:
        given = places.get(task.meeting_id) if task.meeting_id is not None else None
        begun = bisect_right(days, task.created_on) if given is None else given + 1
        times = len(days) - begun
        if times:
            rows.append(
                Row(
                    measure=Measure.TASK,
                    title=task.text,
                    day=task.created_on,
                    counts=is_at_least(times, limit),
                    record_id=task.task_id,
                    detail=ngettext(
                        "carried on {count} time", "carried on {count} times", times
                    ).format(count=times),
                    amount=times,
                )
            )
    rows.sort(key=lambda row: (-row.amount, row.day or date.min))
    count = sum(row.counts for row in rows)
    if not still_open:
        text = _("No task is open.")
    elif count:
        text = ngettext(
            "{count} open task has been carried on {times} times or more.",
            "{count} open tasks have been carried on {times} times or more.",
            count,
        ).format(count=count, times=max(limit, 1))
    else:
        text = _("No open task has been carried on {times} times.").format(times=max(limit, 1))
    return Signal(
        name=SignalName.CARRIED,
        text=text,
        is_on=count > 0,
        value=Fraction(rows[0].amount if rows else 0) if still_open else None,
        threshold_name=ThresholdName.CARRIED_TIMES,
        threshold=limit,
        rows=tuple(rows),
    )


def hours(facts: SignalFacts, first: date, last: date, thresholds: Thresholds) -> Signal:
    """Time of mine against what came of it, both in the period."""
    limit = thresholds[ThresholdName.HOURS_PER_RESULT]
    names = {each: activity_name(each) for each in Activity}
    spent = [
        Row(
            measure=Measure.HOURS,
            title=names[each.activity],
            day=each.on,
            counts=True,
            record_id=each.entry_id,
            detail=each.note,
            amount=each.minutes,
        )
        for each in facts.entries
        if first <= each.on <= last
    ]
    results = _results_between(facts, first, last)
    minutes = sum(row.amount for row in spent)
    per_result = Fraction(minutes, 60 * max(len(results), 1))
    hours = formats.hours(minutes)
    if not spent:
        text = _("No time is written down in the period.")
    elif not results:
        text = _("{hours} and no result.").format(hours=hours)
    else:
        text = ngettext(
            "{hours} and {count} result: {each} for it.",
            "{hours} and {count} results: {each} for each.",
            len(results),
        ).format(hours=hours, count=len(results), each=formats.hours(float(60 * per_result)))
    return Signal(
        name=SignalName.HOURS,
        text=text,
        is_on=bool(spent) and per_result > limit,
        value=per_result if spent else None,
        threshold_name=ThresholdName.HOURS_PER_RESULT,
        threshold=limit,
        rows=(*spent, *results),
    )


def _results_between(facts: SignalFacts, first: date, last: date) -> list[Row]:
    """Decisions, except a network's; referrals of mine; what I learned at meetings."""
    rows: list[Row] = []
    if facts.kind is not OrganisationKind.NETWORK:
        rows += [
            Row(
                measure=Measure.RESULT,
                title=each.text,
                day=each.on,
                counts=True,
                record_id=each.decision_id,
                detail=_("Decision"),
            )
            for each in facts.decisions
            if first <= each.on <= last
        ]
    rows += [
        Row(
            measure=Measure.RESULT,
            title=each.customer,
            day=each.on,
            counts=True,
            record_id=each.referral_id,
            detail=_("Referral"),
        )
        for each in facts.referrals
        if first <= each.on <= last
    ]
    rows += [
        Row(
            measure=Measure.RESULT,
            title=each.learned,
            day=each.day,
            counts=True,
            record_id=each.meeting_id,
            detail=_("Learned"),
        )
        for each in until(facts, last)
        if each.learned and first <= each.day
    ]
    return sorted(rows, key=lambda row: row.day or date.min)


def same_role(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    """Years since the membership began, across terms that follow one another."""
    limit = thresholds[ThresholdName.SAME_ROLE_YEARS]
    begun = [term for term in facts.terms if term.starts_on <= last]
    stretch = begun[-1:]
    for term in reversed(begun[:-1]):
        if term.ends_on is not None and stretch[0].starts_on - term.ends_on > _BREAK:
            break
        stretch.insert(0, term)
    years = whole_months(stretch[0].starts_on, last) // 12 if stretch else 0
    is_over = bool(stretch) and months_later(stretch[0].starts_on, 12 * limit) < last
    if stretch:
        text = ngettext(
            "The same role for {count} year, since {day}.",
            "The same role for {count} years, since {day}.",
            years,
        ).format(count=years, day=formats.short_date(stretch[0].starts_on))
    else:
        text = _("No term is known.")
    return Signal(
        name=SignalName.SAME_ROLE,
        text=text,
        is_on=is_over,
        value=Fraction(years) if stretch else None,
        threshold_name=ThresholdName.SAME_ROLE_YEARS,
        threshold=limit,
        rows=tuple(
            Row(
                measure=Measure.TERM,
                title=formats.date_range(term.starts_on, term.ends_on)
                if term.ends_on
                else _("from {day}").format(day=formats.short_date(term.starts_on)),
                day=term.starts_on,
                counts=term in stretch,
                record_id=term.id,
            )
            for term in begun
        ),
    )


def would_not_join(facts: SignalFacts, _first: date, last: date, _set: Thresholds) -> Signal:
    answered = [each for each in facts.reviews if each.on <= last]
    latest = answered[-1] if answered else None
    is_on = latest is not None and latest.would_join is Answer.NO
    if latest is None:
        text = _("No review has asked whether you would join today.")
    else:
        text = _("Would you join today? On {day} you answered: {answer}.").format(
            day=formats.short_date(latest.on), answer=answer_name(latest.would_join)
        )
    return Signal(
        name=SignalName.WOULD_NOT_JOIN,
        text=text,
        is_on=is_on,
        value=None if latest is None else Fraction(is_on),
        threshold_name=None,
        threshold=None,
        rows=tuple(
            Row(
                measure=Measure.REVIEW,
                title=_("Would you join today?"),
                day=each.on,
                counts=is_on and each is latest,
                record_id=each.review_id,
                detail=answer_name(each.would_join),
            )
            for each in answered
        ),
    )
