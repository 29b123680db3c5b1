"""How the five rules are counted.

Every gauge is a share: the rows that count, of all its rows. What nobody has told (whether I was
there, whether I contributed) makes no row; what has not had its time yet makes none either.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from boardkeeper import formats
from boardkeeper.domain.aims import FOLLOW_UP, Answer, answer_name
from boardkeeper.domain.gauge_facts import GaugeFacts, OwnTask, Sitting
from boardkeeper.domain.gauges import Balance, Gauge, Measure, Row, Rule
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.domain.thresholds import ThresholdName, Thresholds
from boardkeeper.i18n import _

_KNOWN_MONTHS = 12
"""How long a one-to-one counts."""

_TARGETS = {
    Rule.KNOW: ThresholdName.KNOW_PERCENT,
    Rule.CONTRIBUTE: ThresholdName.CONTRIBUTE_PERCENT,
    Rule.EARN: ThresholdName.EARN_PERCENT,
    Rule.SERIOUS: ThresholdName.SERIOUS_PERCENT,
    Rule.SALES: ThresholdName.SALES_PERCENT,
}


def gauges_of(facts: GaugeFacts, first: date, last: date, thresholds: Thresholds) -> list[Gauge]:
    """The five gauges from the first day to the last, both included, none later than today."""
    last = min(last, facts.today)
    return [_gauge(rule, facts, first, last, thresholds[_TARGETS[rule]]) for rule in Rule]


def period_before(first: date, last: date) -> tuple[date, date] | None:
    """The same length of time right before: of whole months as many months, else as many days.

    None where the calendar does not reach back that far.
    """
    if first - date.min <= last - first:
        return None
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        months = 12 * (last.year - first.year) + last.month - first.month + 1
        begin = months_later(first, -months)
    else:
        begin = first - (last - first) - timedelta(days=1)
    return begin, first - timedelta(days=1)


def _gauge(rule: Rule, facts: GaugeFacts, first: date, last: date, target: int) -> Gauge:
    count = _COUNTED[rule]
    rows = count(facts, first, last) if first <= last else []
    earlier = period_before(first, last) if first <= last else None
    before = [] if earlier is None else count(facts, *earlier)
    value = _share(rows)
    return Gauge(
        rule=rule,
        value=value,
        target=target,
        previous=_share(before),
        rows=tuple(rows),
        why=_why(rule) if value is None else "",
        balance=_balance(facts, first, last) if rule is Rule.EARN else None,
    )


def _share(rows: Sequence[Row]) -> Fraction | None:
    return Fraction(sum(row.counts for row in rows), len(rows)) if rows else None


def _why(rule: Rule) -> str:
    return {
        Rule.KNOW: _("No other members are known."),
        Rule.CONTRIBUTE: _("There was no meeting and no task in the period."),
        Rule.EARN: _("No referral was given or received in the period."),
        Rule.SERIOUS: _("No attendance is noted in the period, and no task fell due."),
        Rule.SALES: _("There was no meeting in the period."),
    }[rule]


def _know(facts: GaugeFacts, _first: date, last: date) -> list[Row]:
    """Counted on the last day of the period; profiles, which bear no date, as they are now."""
    since = months_later(last, -_KNOWN_MONTHS)
    fellows = facts.sitting_with_me(last)
    met: list[Row] = []
    for fellow in fellows:
        latest = max((day for day in fellow.one_to_ones if day <= last), default=None)
        met.append(
            Row(
                measure=Measure.ONE_TO_ONE,
                title=fellow.name,
                day=latest,
                counts=latest is not None and latest > since,
                record_id=fellow.person_id,
                detail=_last_one_to_one(latest),
            )
        )
    filled = [
        Row(
            measure=Measure.PROFILE,
            title=fellow.name,
            day=None,
            counts=fellow.has_profile,
            record_id=fellow.person_id,
            detail=_("Profile filled") if fellow.has_profile else _("Profile not filled"),
        )
        for fellow in fellows
    ]
    return met + filled


def _last_one_to_one(day: date | None) -> str:
    if day is None:
        return _("No one-to-one yet")
    return _("Last one-to-one {day}").format(day=formats.short_date(day))


def _contribute(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    there = [each for each in facts.between(first, last) if not each.was_missed]
    written = [
        _of_meeting(Measure.WRITTEN, each, each.gives, each.gives or _("Nothing written"))
        for each in there
    ]
    offered = [
        _of_meeting(
            Measure.OFFERED, each, each.contributed is not Answer.NO, answer_name(each.contributed)
        )
        for each in there
        if each.contributed is not None
    ]
    presented = [
        _of_meeting(
            Measure.PRESENTED,
            each,
            each.has_presented,
            _("Presented an item") if each.has_presented else _("Presented no item"),
        )
        for each in there
        if each.has_presented is not None
    ]
    return [*written, *offered, *presented, *_done(facts, first, last)]


def _done(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    """A task that is done belongs to the day it was; one that is late, to the day it was due."""
    rows: list[Row] = []
    for task in facts.tasks:
        is_done = task.status is TaskStatus.DONE
        day = (task.closed_on or task.due_on) if is_done else task.due_on
        is_late = task.status is TaskStatus.OPEN and day is not None and day < facts.today
        if day is not None and first <= day <= last and (is_done or is_late):
            rows.append(_of_task(Measure.DONE, task, day, counts=is_done))
    return rows


def _earn(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    """Given out of given and received: half of it is as much as I got."""
    return [
        Row(
            measure=Measure.GIVEN if each.is_given else Measure.RECEIVED,
            title=each.other_name,
            day=each.on,
            counts=each.is_given,
            record_id=each.referral_id,
            detail=each.customer,
        )
        for each in sorted(facts.referrals, key=lambda one: (not one.is_given, one.on))
        if first <= each.on <= last
    ]


def _balance(facts: GaugeFacts, first: date, last: date) -> Balance:
    within = [each for each in facts.referrals if first <= each.on <= last]
    given = [each for each in within if each.is_given]
    received = [each for each in within if not each.is_given]
    return Balance(
        given=len(given),
        received=len(received),
        people_given=len({each.other_id or each.other_name for each in given}),
        people_received=len({each.other_id or each.other_name for each in received}),
        minutes=sum(minutes for day, minutes in facts.spent if first <= day <= last),
    )


def _serious(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    told = [each for each in facts.between(first, last) if each.took_part is not None]
    there = [each for each in told if each.took_part]
    attended = [
        _of_meeting(
            Measure.ATTENDED, each, each.took_part, _("Attended") if each.took_part else _("Away")
        )
        for each in told
    ]
    on_time = [
        _of_meeting(
            Measure.ON_TIME,
            each,
            not each.came_late,
            _("Came late") if each.came_late else _("On time"),
        )
        for each in there
    ]
    prepared = [
        _of_meeting(
            Measure.PREPARED,
            each,
            each.is_prepared,
            _("Prepared") if each.is_prepared else _("No preparation noted"),
        )
        for each in there
    ]
    return [*attended, *on_time, *prepared, *_kept(facts, first, last)]


def _kept(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    """My tasks due in the period. One taken off the list in time was no promise any more."""
    rows: list[Row] = []
    for task in facts.tasks:
        due, closed = task.due_on, task.closed_on
        if due is None or not first <= due <= last or _is_unsettled(task, facts.today):
            continue
        in_time = closed is not None and closed <= due
        if not (in_time and task.status is TaskStatus.DROPPED):
            rows.append(_of_task(Measure.KEPT, task, due, counts=in_time))
    return rows


def _is_unsettled(task: OwnTask, today: date) -> bool:
    """Whether nobody can tell yet if it was in time: still open in time, or closed unknown when."""
    if task.status is TaskStatus.OPEN:
        return task.due_on is not None and task.due_on >= today
    return task.closed_on is None


def _sales(facts: GaugeFacts, first: date, last: date) -> list[Row]:
    there = [each for each in facts.between(first, last) if not each.was_missed]
    goals = [
        _of_meeting(Measure.GOAL, each, each.goal, each.goal or _("Nothing written"))
        for each in there
    ]
    asks = [
        _of_meeting(Measure.ASK, each, each.ask, each.ask or _("Nothing written")) for each in there
    ]
    followed = [
        _of_meeting(
            Measure.FOLLOW_UP, each, each.followed_up_on is not None, _followed(each.followed_up_on)
        )
        for each in there
        if each.followed_up_on is not None or each.day + FOLLOW_UP < facts.today
    ]
    return [*goals, *asks, *followed]


def _followed(day: date | None) -> str:
    if day is None:
        return _("No follow-up within seven days")
    return _("Followed up {day}").format(day=formats.short_date(day))


def _of_meeting(measure: Measure, sitting: Sitting, counts: object, detail: str) -> Row:
    return Row(
        measure=measure,
        title=sitting.title,
        day=sitting.day,
        counts=bool(counts),
        record_id=sitting.meeting_id,
        detail=detail,
    )


def _of_task(measure: Measure, task: OwnTask, day: date, *, counts: bool) -> Row:
    return Row(
        measure=measure,
        title=task.text,
        day=day,
        counts=counts,
        record_id=task.task_id,
        detail=_task_detail(task),
    )


def _task_detail(task: OwnTask) -> str:
    said = []
    if task.due_on is not None:
        said.append(_("due {day}").format(day=formats.short_date(task.due_on)))
    if task.status is TaskStatus.OPEN:
        said.append(_("still open"))
    elif task.closed_on is not None:
        is_done = task.status is TaskStatus.DONE
        ended = _("done {day}") if is_done else _("dropped {day}")
        said.append(ended.format(day=formats.short_date(task.closed_on)))
    return ", ".join(said)


_COUNTED: dict[Rule, Callable[[GaugeFacts, date, date], list[Row]]] = {
    Rule.KNOW: _know,
    Rule.CONTRIBUTE: _contribute,
    Rule.EARN: _earn,
    Rule.SERIOUS: _serious,
    Rule.SALES: _sales,
}
