"""The five rules of a network as five gauges, each with the rows it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction

from boardkeeper.domain.identity import Id
from boardkeeper.i18n import _


class Rule(IntEnum):
    """The five rules, by the number they have in the essay."""

    KNOW = 1
    CONTRIBUTE = 2
    EARN = 3
    SERIOUS = 4
    SALES = 5


class Measure(StrEnum):
    """What a row is a row of: the parts a gauge is made of, and what a signal looks at."""

    ONE_TO_ONE = "one_to_one"
    PROFILE = "profile"
    WRITTEN = "written"
    OFFERED = "offered"
    PRESENTED = "presented"
    DONE = "done"
    GIVEN = "given"
    RECEIVED = "received"
    ATTENDED = "attended"
    ON_TIME = "on_time"
    PREPARED = "prepared"
    KEPT = "kept"
    GOAL = "goal"
    ASK = "ask"
    FOLLOW_UP = "follow_up"
    MEETING = "meeting"
    ANSWER = "answer"
    TASK = "task"
    MINUTES = "minutes"
    HOURS = "hours"
    RESULT = "result"
    TERM = "term"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was looked at, and whether it `counts`.

    `record_id` names the record it stands for, by the type of the id: a PersonId, MeetingId,
    TaskId, ReferralId, DecisionId, TimeEntryId, TermId or ReviewId. `detail` says why it counts or
    does not. `amount` and `of` are numbers where rows are weighed rather than counted: minutes of
    information `of` all minutes of a meeting, times a task was carried.
    """

    measure: Measure
    title: str
    day: date | None
    counts: bool
    record_id: Id
    detail: str = ""
    amount: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the things a gauge adds up: so many that count, of so many."""

    measure: Measure
    counted: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What was given against what was received, in the period of the gauge.

    `people_given` and `people_received` are how many people I gave to and received from, `minutes`
    my own for the organisation.
    """

    given: int
    received: int
    people_given: int
    people_received: int
    minutes: int

    @property
    def given_an_hour(self) -> Fraction | None:
        """Referrals given for each hour of mine; None without hours."""
        return Fraction(60 * self.given, self.minutes) if self.minutes else None

    @property
    def received_an_hour(self) -> Fraction | None:
        """Referrals received for each hour of mine; None without hours."""
        return Fraction(60 * self.received, self.minutes) if self.minutes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One rule over a period: the rows that count, of all rows.

    `value` is that share, from 0 to 1; None where there is nothing to count, and then `why` says
    so. `target` is a threshold in percent. `previous` is the share of the same length of time
    right before. `balance` is of rule 3 alone.
    """

    rule: Rule
    value: Fraction | None
    target: int
    previous: Fraction | None
    rows: tuple[Row, ...]
    why: str = ""
    balance: Balance | None = None

    @property
    def percent(self) -> int | None:
        """The share in whole percent, half up."""
        return None if self.value is None else int(100 * self.value + Fraction(1, 2))

    @property
    def is_reached(self) -> bool:
        """Whether the share is at its target or above; False where nothing could be counted."""
        return self.value is not None and 100 * self.value >= self.target

    @property
    def trend(self) -> Fraction | None:
        """How much the share has grown since the period before; None where one is not known."""
        if self.value is None or self.previous is None:
            return None
        return self.value - self.previous

    @property
    def parts(self) -> tuple[Part, ...]:
        """The rows added up by what they are rows of, in the order they stand."""
        sums: dict[Measure, list[int]] = {}
        for row in self.rows:
            counted = sums.setdefault(row.measure, [0, 0])
            counted[0] += row.counts
            counted[1] += 1
        return tuple(
            Part(measure=measure, counted=counted, of=of) for measure, (counted, of) in sums.items()
        )


def rule_name(rule: Rule) -> str:
    """The rule in the essay's words."""
    return {
        Rule.KNOW: _("Get to know each other"),
        Rule.CONTRIBUTE: _("Consider what you can contribute"),
        Rule.EARN: _("Earn what you want to receive"),
        Rule.SERIOUS: _("Be serious"),
        Rule.SALES: _("Treat every meeting as a sales meeting"),
    }[rule]


def measure_name(measure: Measure) -> str:
    """What rows of the measure are rows of, in words."""
    return {
        Measure.ONE_TO_ONE: _("One-to-one within 12 months"),
        Measure.PROFILE: _("Profile filled"),
        Measure.WRITTEN: _("Wrote what I can give"),
        Measure.OFFERED: _("Contributed at the meeting"),
        Measure.PRESENTED: _("Presented an item"),
        Measure.DONE: _("Tasks done"),
        Measure.GIVEN: _("Referrals given"),
        Measure.RECEIVED: _("Referrals received"),
        Measure.ATTENDED: _("Attended"),
        Measure.ON_TIME: _("On time"),
        Measure.PREPARED: _("Prepared"),
        Measure.KEPT: _("Promises kept by their day"),
        Measure.GOAL: _("Had a goal"),
        Measure.ASK: _("Had an ask"),
        Measure.FOLLOW_UP: _("Followed up within seven days"),
        Measure.MEETING: _("Meetings"),
        Measure.ANSWER: _("Answers after the meeting"),
        Measure.TASK: _("Tasks"),
        Measure.MINUTES: _("Minutes of information"),
        Measure.HOURS: _("Time spent"),
        Measure.RESULT: _("Results"),
        Measure.TERM: _("Terms"),
        Measure.REVIEW: _("Reviews"),
    }[measure]
