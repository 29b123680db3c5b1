"""The five rules, each in at least five histories made by hand, with the sum in the table.

A case tells a small history, the rows that count of all rows, and so the value of the gauge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.gauge_facts import Fellow, GaugeFacts, OwnReferral, OwnTask, Sitting
from boardkeeper.domain.gauge_rules import gauges_of, period_before
from boardkeeper.domain.gauges import Gauge, Measure, Rule, measure_name, rule_name
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import MembershipId, Term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.referrals import ReferralId
from boardkeeper.domain.tasks import TaskId, TaskStatus
from boardkeeper.domain.thresholds import ThresholdName, numbers, thresholds_in_force

TODAY = date(2026, 3, 2)
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
LIMITS = numbers(thresholds_in_force(OrganisationKind.NETWORK, []))


def day(text: str) -> date:
    """`03-05` of 2025, or a whole date."""
    return date.fromisoformat(text if len(text) > 5 else f"2025-{text}")


def at(on: str, **told: Any) -> Sitting:
    """A meeting I was at, unless told otherwise."""
    if "followed_up" in told:
        told["followed_up_on"] = day(told.pop("followed_up"))
    return Sitting(
        meeting_id=MeetingId(on), day=day(on), title=f"Møde {on}", **{"took_part": True, **told}
    )


def fellow(name: str, *one_to_ones: str, profile: bool = False, **told: Any) -> Fellow:
    return Fellow(
        person_id=PersonId(name),
        name=name,
        has_profile=profile,
        one_to_ones=tuple(day(each) for each in one_to_ones),
        **told,
    )


def task(text: str, due: str | None = None, done: str | None = None, **told: Any) -> OwnTask:
    """A task, done on a day or still open unless told otherwise."""
    status = TaskStatus.DONE if done else TaskStatus.OPEN
    return OwnTask(
        task_id=TaskId(text),
        text=text,
        due_on=day(due) if due else None,
        closed_on=day(done) if done else None,
        **{"status": status, **told},
    )


def referral(on: str, other: str, *, given_by_me: bool) -> OwnReferral:
    return OwnReferral(
        referral_id=ReferralId(f"{on}{other}"),
        on=day(on),
        customer="Strandhotellet",
        is_given=given_by_me,
        other_id=PersonId(other),
        other_name=other,
    )


def gave(on: str, to: str = "Bo") -> OwnReferral:
    return referral(on, to, given_by_me=True)


def got(on: str, giver: str = "Bo") -> OwnReferral:
    return referral(on, giver, given_by_me=False)


def term(starts: str, ends: str | None = None) -> Term:
    return Term(
        membership_id=MembershipId("sæde"),
        starts_on=day(starts),
        ends_on=day(ends) if ends else None,
    )


def gauge(rule: Rule, **facts: Any) -> Gauge:
    """The gauge of the rule over 2025, looked at on 2 March 2026."""
    return gauges_of(GaugeFacts(today=TODAY, **facts), FIRST, LAST, LIMITS)[rule - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A history, and of each part how many rows count of how many; `all` of them is the value."""

    name: str
    facts: dict[str, Any]
    parts: dict[Measure, tuple[int, int]]
    all: tuple[int, int] | None
    percent: int | None

    def __str__(self) -> str:
        return self.name


def check(rule: Rule, case: Case) -> None:
    """The parts and the whole are as the table says, and the value is what the rows add up to."""
    found = gauge(rule, **case.facts)
    assert {each.measure: (each.counted, each.of) for each in found.parts} == case.parts
    assert found.percent == case.percent
    if case.all is None:
        assert (found.value, found.rows) == (None, ())
        assert found.why.endswith(".")
    else:
        assert case.all == tuple(map(sum, zip(*case.parts.values(), strict=True)))
        assert found.value == Fraction(*case.all)
        assert found.value == Fraction(sum(row.counts for row in found.rows), len(found.rows))
        assert found.why == ""


ONE, PROFILE = Measure.ONE_TO_ONE, Measure.PROFILE
KNOW = [
    Case(
        name="nobody else is known: nothing to count",
        facts={},
        parts={},
        all=None,
        percent=None,
    ),
    Case(
        name="met 1 of 2 alone, 1 of 2 profiles: (1 + 1) / (2 + 2)",
        facts={"fellows": (fellow("Anna", "06-01", profile=True), fellow("Bo"))},
        parts={ONE: (1, 2), PROFILE: (1, 2)},
        all=(2, 4),
        percent=50,
    ),
    Case(
        name="a year ago to the day is too long ago, the day after is not: (1 + 0) / (2 + 2)",
        facts={"fellows": (fellow("Anna", "2024-12-31"), fellow("Bo", "2025-01-01"))},
        parts={ONE: (1, 2), PROFILE: (0, 2)},
        all=(1, 4),
        percent=25,
    ),
    Case(
        name="the latest of several counts, one after the period does not",
        facts={
            "fellows": (
                fellow("Anna", "2023-01-01", "11-01"),
                fellow("Bo", "2026-01-15"),
                fellow("Carl", "2024-02-02", "2026-01-15"),
            )
        },
        parts={ONE: (1, 3), PROFILE: (0, 3)},
        all=(1, 6),
        percent=17,
    ),
    Case(
        name="who left before the last day, or came after it, is not asked for",
        facts={
            "fellows": (
                fellow("Anna", "06-01", profile=True, terms=(term("2020-01-01"),)),
                fellow("Bo", terms=(term("2020-01-01", "2025-06-30"),)),
                fellow("Carl", terms=(term("2026-01-01"),)),
            )
        },
        parts={ONE: (1, 1), PROFILE: (1, 1)},
        all=(2, 2),
        percent=100,
    ),
    Case(
        name="19 others, 13 one-to-ones, 18 profiles: (13 + 18) / 38",
        facts={
            "fellows": tuple(
                fellow(f"Nr {n:02}", *(["09-09"] if n < 13 else []), profile=n < 18)
                for n in range(19)
            )
        },
        parts={ONE: (13, 19), PROFILE: (18, 19)},
        all=(31, 38),
        percent=82,
    ),
]


@pytest.mark.parametrize("case", KNOW, ids=str)
def test_rule_1_counts_one_to_ones_and_profiles(case: Case) -> None:
    check(Rule.KNOW, case)


WRITTEN, OFFERED, PRESENTED, DONE = (
    Measure.WRITTEN,
    Measure.OFFERED,
    Measure.PRESENTED,
    Measure.DONE,
)
CONTRIBUTE = [
    Case(name="no meeting, no task", facts={}, parts={}, all=None, percent=None),
    Case(
        name="two meetings, a contribution written for one, nothing else told: 1 / 2",
        facts={"sittings": (at("02-06", gives="Tip om revisor"), at("03-06"))},
        parts={WRITTEN: (1, 2)},
        all=(1, 2),
        percent=50,
    ),
    Case(
        name="yes and partly count, no does not, what is not answered is no row: 2 / 3 offered",
        facts={
            "sittings": (
                at("02-06", contributed=Answer.YES),
                at("03-06", contributed=Answer.PARTLY),
                at("04-06", contributed=Answer.NO),
                at("05-06"),
            )
        },
        parts={WRITTEN: (0, 4), OFFERED: (2, 3)},
        all=(2, 7),
        percent=29,
    ),
    Case(
        name="only meetings with an agenda ask for an item of mine: 1 / 2 presented",
        facts={
            "sittings": (
                at("02-06", has_presented=True),
                at("03-06", has_presented=False),
                at("04-06"),
            )
        },
        parts={WRITTEN: (0, 3), PRESENTED: (1, 2)},
        all=(1, 5),
        percent=20,
    ),
    Case(
        name="tasks: done in the year counts, late and open does not, other years do not ask",
        facts={
            "tasks": (
                task("Gjort", "03-01", "03-20"),
                task("Gjort uden frist", None, "04-01"),
                task("Glemt", "05-01"),
                task("Sidste år", "2024-05-01", "2024-05-01"),
                task("Uden frist"),
            )
        },
        parts={DONE: (2, 3)},
        all=(2, 3),
        percent=67,
    ),
    Case(
        name="a meeting I missed asks for nothing; all four parts: (1 + 1 + 0 + 1) / 4",
        facts={
            "sittings": (
                at("02-06", gives="Kunde", contributed=Answer.YES, has_presented=False),
                at("03-06", took_part=False, has_presented=False),
            ),
            "tasks": (task("Gjort", "03-01", "03-01"),),
        },
        parts={WRITTEN: (1, 1), OFFERED: (1, 1), PRESENTED: (0, 1), DONE: (1, 1)},
        all=(3, 4),
        percent=75,
    ),
]


@pytest.mark.parametrize("case", CONTRIBUTE, ids=str)
def test_rule_2_counts_what_i_wrote_offered_presented_and_did(case: Case) -> None:
    check(Rule.CONTRIBUTE, case)


GIVEN, RECEIVED = Measure.GIVEN, Measure.RECEIVED
EARN = [
    Case(name="nothing given, nothing received", facts={}, parts={}, all=None, percent=None),
    Case(
        name="2 given, 2 received: 2 / 4, as much as I got",
        facts={"referrals": (gave("02-01"), gave("03-01"), got("04-01"), got("05-01"))},
        parts={GIVEN: (2, 2), RECEIVED: (0, 2)},
        all=(2, 4),
        percent=50,
    ),
    Case(
        name="only received: 0 / 2",
        facts={"referrals": (got("04-01"), got("05-01"))},
        parts={RECEIVED: (0, 2)},
        all=(0, 2),
        percent=0,
    ),
    Case(
        name="only given: 3 / 3",
        facts={"referrals": (gave("02-01"), gave("03-01"), gave("12-31"))},
        parts={GIVEN: (3, 3)},
        all=(3, 3),
        percent=100,
    ),
    Case(
        name="other years are not counted: 1 given of 3",
        facts={
            "referrals": (
                gave("2024-12-31"),
                gave("01-01"),
                got("06-01"),
                got("07-01"),
                got("2026-01-01"),
            )
        },
        parts={GIVEN: (1, 1), RECEIVED: (0, 2)},
        all=(1, 3),
        percent=33,
    ),
    Case(
        name="8 given, 5 received: 8 / 13",
        facts={
            "referrals": (
                *(gave(f"02-{n:02}", f"A{n}") for n in range(1, 9)),
                *(got(f"03-{n:02}", f"B{n}") for n in range(1, 6)),
            )
        },
        parts={GIVEN: (8, 8), RECEIVED: (0, 5)},
        all=(8, 13),
        percent=62,
    ),
]


@pytest.mark.parametrize("case", EARN, ids=str)
def test_rule_3_counts_given_out_of_given_and_received(case: Case) -> None:
    check(Rule.EARN, case)


def test_rule_3_tells_people_and_hours() -> None:
    found = gauge(
        Rule.EARN,
        referrals=(gave("02-01", "Bo"), gave("03-01", "Bo"), gave("04-01", "Eva"), got("05-01")),
        spent=((day("02-01"), 90), (day("11-30"), 150), (day("2024-11-30"), 600)),
    )
    balance = found.balance
    assert balance is not None
    assert (balance.given, balance.received) == (3, 1)
    assert (balance.people_given, balance.people_received) == (2, 1)
    assert balance.minutes == 90 + 150
    assert balance.given_an_hour == Fraction(3, 4)
    assert balance.received_an_hour == Fraction(1, 4)


def test_without_hours_nothing_is_told_for_each_hour() -> None:
    balance = gauge(Rule.EARN, referrals=(gave("02-01"),)).balance
    assert balance is not None
    assert (balance.given_an_hour, balance.received_an_hour) == (None, None)


ATTENDED, ON_TIME, PREPARED, KEPT = (
    Measure.ATTENDED,
    Measure.ON_TIME,
    Measure.PREPARED,
    Measure.KEPT,
)
SERIOUS = [
    Case(
        name="a meeting nobody noted attendance of is no row",
        facts={"sittings": (at("02-06", took_part=None),)},
        parts={},
        all=None,
        percent=None,
    ),
    Case(
        name="there, on time, not prepared: (1 + 1 + 0) / 3",
        facts={"sittings": (at("02-06"),)},
        parts={ATTENDED: (1, 1), ON_TIME: (1, 1), PREPARED: (0, 1)},
        all=(2, 3),
        percent=67,
    ),
    Case(
        name="away asks for neither punctuality nor preparation: (1 + 1 + 1) / (2 + 1 + 1)",
        facts={"sittings": (at("02-06", is_prepared=True), at("03-06", took_part=False))},
        parts={ATTENDED: (1, 2), ON_TIME: (1, 1), PREPARED: (1, 1)},
        all=(3, 4),
        percent=75,
    ),
    Case(
        name="late once of two: (2 + 1 + 0) / 6",
        facts={"sittings": (at("02-06", came_late=True), at("03-06"))},
        parts={ATTENDED: (2, 2), ON_TIME: (1, 2), PREPARED: (0, 2)},
        all=(3, 6),
        percent=50,
    ),
    Case(
        name="promises: on the day is in time, the day after is not, open and past is not: 1 / 3",
        facts={
            "tasks": (
                task("Til tiden", "03-01", "03-01"),
                task("En dag for sent", "03-01", "03-02"),
                task("Glemt", "05-01"),
            )
        },
        parts={KEPT: (1, 3)},
        all=(1, 3),
        percent=33,
    ),
    Case(
        name="dropped in time is no promise, dropped late is a broken one; no day is no promise",
        facts={
            "tasks": (
                replace(task("Droppet før", "06-01", "05-01"), status=TaskStatus.DROPPED),
                replace(task("Droppet efter", "06-01", "07-01"), status=TaskStatus.DROPPED),
                task("Uden dag", None, "06-01"),
                replace(task("Gjort, ingen ved hvornår", "06-01"), status=TaskStatus.DONE),
                task("Holdt", "06-01", "05-30"),
            )
        },
        parts={KEPT: (1, 2)},
        all=(1, 2),
        percent=50,
    ),
    Case(
        name="12 of 14 there, 11 of 12 on time, 6 of 12 prepared: 29 / 38",
        facts={
            "sittings": (
                *(at(f"02-{n:02}", came_late=n == 1, is_prepared=n <= 6) for n in range(1, 13)),
                at("03-01", took_part=False),
                at("03-02", took_part=False),
            )
        },
        parts={ATTENDED: (12, 14), ON_TIME: (11, 12), PREPARED: (6, 12)},
        all=(29, 38),
        percent=76,
    ),
]


@pytest.mark.parametrize("case", SERIOUS, ids=str)
def test_rule_4_counts_attendance_punctuality_preparation_and_promises(case: Case) -> None:
    check(Rule.SERIOUS, case)


GOAL, ASK, FOLLOW = Measure.GOAL, Measure.ASK, Measure.FOLLOW_UP
SALES = [
    Case(name="no meeting", facts={}, parts={}, all=None, percent=None),
    Case(
        name="a goal, an ask, no follow-up: (1 + 1 + 0) / 3",
        facts={"sittings": (at("02-06", goal="Revisor", ask="Kontakt til havnen"),)},
        parts={GOAL: (1, 1), ASK: (1, 1), FOLLOW: (0, 1)},
        all=(2, 3),
        percent=67,
    ),
    Case(
        name="nothing written, followed up: 1 / 3",
        facts={"sittings": (at("02-06", followed_up="02-10"),)},
        parts={GOAL: (0, 1), ASK: (0, 1), FOLLOW: (1, 1)},
        all=(1, 3),
        percent=33,
    ),
    Case(
        name="a meeting I missed asks for nothing, one nobody noted does: 3 / 3",
        facts={
            "sittings": (
                at("02-06", goal="G", ask="A", followed_up="02-07", took_part=None),
                at("03-06", took_part=False),
            )
        },
        parts={GOAL: (1, 1), ASK: (1, 1), FOLLOW: (1, 1)},
        all=(3, 3),
        percent=100,
    ),
    Case(
        name="nothing at all at two meetings: 0 / 6",
        facts={"sittings": (at("02-06"), at("03-06"))},
        parts={GOAL: (0, 2), ASK: (0, 2), FOLLOW: (0, 2)},
        all=(0, 6),
        percent=0,
    ),
    Case(
        name="9 goals, 4 asks, 10 follow-ups at 12 meetings: 23 / 36",
        facts={
            "sittings": tuple(
                at(
                    f"02-{n:02}",
                    goal="G" if n <= 9 else "",
                    ask="A" if n <= 4 else "",
                    **({"followed_up": f"02-{n:02}"} if n <= 10 else {}),
                )
                for n in range(1, 13)
            )
        },
        parts={GOAL: (9, 12), ASK: (4, 12), FOLLOW: (10, 12)},
        all=(23, 36),
        percent=64,
    ),
]


@pytest.mark.parametrize("case", SALES, ids=str)
def test_rule_5_counts_goals_asks_and_follow_ups(case: Case) -> None:
    check(Rule.SALES, case)


def test_a_meeting_whose_seven_days_are_not_over_is_not_yet_asked_for_a_follow_up() -> None:
    facts = GaugeFacts(today=day("02-13"), sittings=(at("02-06"),))
    found = gauges_of(facts, FIRST, LAST, LIMITS)[Rule.SALES - 1]
    assert Measure.FOLLOW_UP not in {each.measure for each in found.parts}
    later = gauges_of(replace(facts, today=day("02-14")), FIRST, LAST, LIMITS)[Rule.SALES - 1]
    assert later.parts[-1].measure is Measure.FOLLOW_UP


def test_the_trend_is_against_the_same_length_of_time_before() -> None:
    facts = {"referrals": (gave("2024-03-01"), got("2024-03-01"), gave("02-01"))}
    found = gauge(Rule.EARN, **facts)
    assert (found.previous, found.value) == (Fraction(1, 2), Fraction(1))
    assert found.trend == Fraction(1, 2)


def test_without_anything_before_there_is_no_trend() -> None:
    assert gauge(Rule.EARN, referrals=(gave("02-01"),)).trend is None


def test_a_target_is_reached_at_its_own_percent() -> None:
    even = gauge(Rule.EARN, referrals=(gave("02-01"), got("02-02")))
    assert even.is_reached
    stricter = gauges_of(
        GaugeFacts(today=TODAY, referrals=(gave("02-01"), got("02-02"))),
        FIRST,
        LAST,
        {**LIMITS, ThresholdName.EARN_PERCENT: 51},
    )[Rule.EARN - 1]
    assert not stricter.is_reached
    assert not gauge(Rule.EARN).is_reached


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2025-01-01", "2025-12-31", ("2024-01-01", "2024-12-31")),
        ("2025-03-01", "2025-03-31", ("2025-02-01", "2025-02-28")),
        ("2025-07-01", "2025-12-31", ("2025-01-01", "2025-06-30")),
        ("2025-03-10", "2025-03-12", ("2025-03-07", "2025-03-09")),
        ("2025-03-03", "2026-03-02", ("2024-03-03", "2025-03-02")),
    ],
)
def test_the_period_before_is_as_long(first: str, last: str, before: tuple[str, str]) -> None:
    found = period_before(day(first), day(last))
    assert found == (day(before[0]), day(before[1]))


def test_before_all_time_there_is_nothing() -> None:
    assert period_before(date.min, TODAY) is None
    everything = gauges_of(
        GaugeFacts(today=TODAY, referrals=(gave("02-01"),)), date.min, date.max, LIMITS
    )
    assert everything[2].value == 1
    assert everything[2].previous is None


def test_a_period_that_has_not_begun_has_nothing_to_count() -> None:
    ahead = gauges_of(
        GaugeFacts(today=TODAY, fellows=(fellow("Anna"),)),
        TODAY + timedelta(days=1),
        date(2026, 12, 31),
        LIMITS,
    )
    assert [each.value for each in ahead] == [None] * 5


def test_every_rule_and_measure_has_words() -> None:
    assert all(rule_name(each) for each in Rule)
    assert all(measure_name(each) for each in Measure)


days_near = st.dates(date(2023, 6, 1), date(2026, 3, 2))
answers = st.one_of(st.none(), st.sampled_from(Answer))
maybe = st.one_of(st.none(), st.booleans())
histories = st.builds(
    GaugeFacts,
    today=st.just(TODAY),
    sittings=st.lists(
        st.builds(
            Sitting,
            meeting_id=st.builds(MeetingId.new),
            day=days_near,
            title=st.just("Møde"),
            took_part=maybe,
            came_late=st.booleans(),
            is_prepared=st.booleans(),
            has_presented=maybe,
            goal=st.sampled_from(("", "G")),
            ask=st.sampled_from(("", "A")),
            gives=st.sampled_from(("", "K")),
            contributed=answers,
            followed_up_on=st.one_of(st.none(), days_near),
        ),
        max_size=8,
    ).map(tuple),
    fellows=st.lists(
        st.builds(
            Fellow,
            person_id=st.builds(PersonId.new),
            name=st.just("Bo"),
            has_profile=st.booleans(),
            one_to_ones=st.lists(days_near, max_size=3).map(tuple),
        ),
        max_size=5,
    ).map(tuple),
    tasks=st.lists(
        st.builds(
            OwnTask,
            task_id=st.builds(TaskId.new),
            text=st.just("Ring"),
            due_on=st.one_of(st.none(), days_near),
            status=st.sampled_from(TaskStatus),
            closed_on=st.one_of(st.none(), days_near),
        ),
        max_size=6,
    ).map(tuple),
    referrals=st.lists(
        st.builds(
            OwnReferral,
            referral_id=st.builds(ReferralId.new),
            on=days_near,
            customer=st.just("Kunde"),
            is_given=st.booleans(),
            other_id=st.none(),
            other_name=st.sampled_from(("Bo", "Eva")),
        ),
        max_size=6,
    ).map(tuple),
)


@given(histories, days_near, st.integers(0, 500))
def test_a_gauge_is_the_share_of_its_rows_that_count(
    facts: GaugeFacts, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    for found in gauges_of(facts, first, last, LIMITS):
        counted = sum(row.counts for row in found.rows)
        assert (found.value is None) == (not found.rows) == bool(found.why)
        if found.value is not None:
            assert 0 <= found.value <= 1
            assert found.value * len(found.rows) == counted
        assert sum(each.counted for each in found.parts) == counted
        assert sum(each.of for each in found.parts) == len(found.rows)
        if found.rule is not Rule.KNOW:
            assert all(
                row.day is not None and first <= row.day <= min(last, TODAY) for row in found.rows
            )
