"""The signs of a coffee club, each in at least five histories made by hand, the sum in the table.

A case tells a small history, what is counted in it, whether the sign is on, and the rows behind it:
those that count, and those that were looked at and do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.gauges import Measure
from boardkeeper.domain.hours import Activity, TimeEntryId
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import MembershipId, Term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.referrals import ReferralId
from boardkeeper.domain.reviews import ReviewId
from boardkeeper.domain.signal_facts import (
    CarriedTask,
    MadeDecision,
    PastMeeting,
    PastReferral,
    PastReview,
    SignalFacts,
    SpentTime,
)
from boardkeeper.domain.signal_rows import whole_months
from boardkeeper.domain.signal_rules import signals_of
from boardkeeper.domain.signals import Signal, SignalName, signal_name
from boardkeeper.domain.tasks import TaskId
from boardkeeper.domain.thresholds import ThresholdName, numbers, thresholds_in_force

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
BOARD, NETWORK = OrganisationKind.ASSOCIATION, OrganisationKind.NETWORK


def day(text: str) -> date:
    """`03-05` of 2025, or a whole date."""
    return date.fromisoformat(text if len(text) > 5 else f"2025-{text}")


def met(on: str, **told: Any) -> PastMeeting:
    """A meeting with a purpose and nothing more, unless told otherwise."""
    return PastMeeting(
        meeting_id=MeetingId(on), day=day(on), title=on, **{"has_purpose": True, **told}
    )


def useful(*answers: int) -> tuple[PastMeeting, ...]:
    """Meetings a month apart, with these answers to how useful they were."""
    return tuple(met(f"{month:02}-01", useful=each) for month, each in enumerate(answers, 1))


def attended(*shares: tuple[int, int]) -> tuple[PastMeeting, ...]:
    """Meetings a month apart at which so many of so many were."""
    return tuple(
        met(f"{month:02}-01", present=present, members=members)
        for month, (present, members) in enumerate(shares, 1)
    )


def referred(on: str) -> PastReferral:
    return PastReferral(referral_id=ReferralId(on), on=day(on), customer=f"Kunde {on}")


def decided(on: str) -> MadeDecision:
    return MadeDecision(decision_id=DecisionId(on), on=day(on), text=f"Beslutning {on}")


def spent(on: str, hours: float) -> SpentTime:
    return SpentTime(
        entry_id=TimeEntryId(on), on=day(on), minutes=int(60 * hours), activity=Activity.MEETING
    )


def task(text: str, created: str, closed: str | None = None, at: str | None = None) -> CarriedTask:
    return CarriedTask(
        task_id=TaskId(text),
        text=text,
        created_on=day(created),
        closed_on=day(closed) if closed else None,
        meeting_id=MeetingId(at) if at else None,
    )


def term(starts: str, ends: str | None = None) -> Term:
    return Term(
        membership_id=MembershipId("sæde"),
        starts_on=day(starts),
        ends_on=day(ends) if ends else None,
    )


def reviewed(on: str, answer: Answer) -> PastReview:
    return PastReview(review_id=ReviewId(on), on=day(on), would_join=answer)


def told(
    name: SignalName,
    facts: dict[str, Any],
    kind: OrganisationKind = BOARD,
    **own: int,
) -> Signal:
    """The sign over 2025 with the kind's thresholds, or own ones by name."""
    limits = numbers(thresholds_in_force(kind, []))
    limits |= {ThresholdName(each): value for each, value in own.items()}
    signals = signals_of(SignalFacts(kind=kind, **facts), FIRST, LAST, limits)
    return next(each for each in signals if each.name is name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A history; what is counted, whether the sign is on, which rows count and which do not."""

    name: str
    facts: dict[str, Any]
    value: Fraction | int | None
    is_on: bool = False
    counted: list[str] = field(default_factory=list)
    looked_at: list[str] = field(default_factory=list)
    kind: OrganisationKind = BOARD
    own: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def check(name: SignalName, case: Case) -> Signal:
    found = told(name, case.facts, case.kind, **case.own)
    assert found.value == case.value
    assert found.is_on == case.is_on
    assert [row.title for row in found.rows if row.counts] == case.counted
    assert [row.title for row in found.rows if not row.counts] == case.looked_at
    assert found.text.endswith(".")
    return found


NO_PURPOSE = [
    Case(name="no meeting: nothing to count", facts={}, value=None),
    Case(
        name="the last meeting had one: 0 months",
        facts={"meetings": (met("01-01", has_purpose=False), met("02-01"))},
        value=0,
        looked_at=["02-01"],
    ),
    Case(
        name="none since 1 February: 10 whole months to 31 December, 12 allowed",
        facts={"meetings": (met("02-01"), met("03-01", has_purpose=False))},
        value=10,
        counted=["03-01"],
        looked_at=["02-01"],
    ),
    Case(
        name="none since 31 December the year before: 12 months to the day",
        facts={"meetings": (met("2024-12-31"), met("06-01", has_purpose=False))},
        value=12,
        is_on=True,
        counted=["06-01"],
        looked_at=["2024-12-31"],
    ),
    Case(
        name="never one, and the first meeting was 23 months ago",
        facts={"meetings": (met("2024-01-31", has_purpose=False), met("06-01", has_purpose=False))},
        value=23,
        is_on=True,
        counted=["2024-01-31", "06-01"],
    ),
    Case(
        name="three months are enough for one who says so",
        facts={"meetings": (met("09-01"), met("10-01", has_purpose=False))},
        value=3,
        is_on=True,
        counted=["10-01"],
        looked_at=["09-01"],
        own={"no_purpose_months": 3},
    ),
]


@pytest.mark.parametrize("case", NO_PURPOSE, ids=str)
def test_no_purpose_counts_the_months_since_the_last_one(case: Case) -> None:
    check(SignalName.NO_PURPOSE, case)


UNANSWERED = [
    Case(
        name="no meeting had a purpose: nothing to answer",
        facts={"meetings": (met("01-01", has_purpose=False),)},
        value=None,
    ),
    Case(
        name="the last made a decision: 0",
        facts={"meetings": (met("01-01"), met("02-01", decisions=1))},
        value=0,
        looked_at=["02-01"],
    ),
    Case(
        name="two without anything after one that gave a task: 2 of the 3 it takes",
        facts={"meetings": (met("01-01", tasks=1), met("02-01"), met("03-01"))},
        value=2,
        counted=["02-01", "03-01"],
        looked_at=["01-01"],
    ),
    Case(
        name="three in a row; one without a purpose between them is not asked",
        facts={
            "meetings": (
                met("01-01", learned="Nyt"),
                met("02-01"),
                met("03-01"),
                met("04-01", has_purpose=False),
                met("05-01"),
            )
        },
        value=3,
        is_on=True,
        counted=["02-01", "03-01", "05-01"],
        looked_at=["01-01"],
    ),
    Case(
        name="a referral before the next meeting is an answer: 1",
        facts={
            "meetings": (met("01-01"), met("02-01"), met("03-01")),
            "referrals": (referred("02-28"),),
        },
        value=1,
        counted=["03-01"],
        looked_at=["02-01"],
        kind=NETWORK,
    ),
    Case(
        name="one is enough for one who says so",
        facts={"meetings": (met("01-01"),)},
        value=1,
        is_on=True,
        counted=["01-01"],
        own={"unanswered_meetings": 1},
    ),
]


@pytest.mark.parametrize("case", UNANSWERED, ids=str)
def test_unanswered_counts_the_last_purposes_nothing_came_of(case: Case) -> None:
    check(SignalName.UNANSWERED, case)


USEFULNESS = [
    Case(
        name="one answer falls from nothing",
        facts={"meetings": useful(2)},
        value=None,
        looked_at=["01-01"],
    ),
    Case(
        name="5 4 4 3: four that never rise, and end lower",
        facts={"meetings": useful(5, 4, 4, 3)},
        value=4,
        is_on=True,
        counted=["01-01", "02-01", "03-01", "04-01"],
    ),
    Case(
        name="4 5 4 3: the last three fall, four it takes",
        facts={"meetings": useful(4, 5, 4, 3)},
        value=3,
        counted=["02-01", "03-01", "04-01"],
        looked_at=["01-01"],
    ),
    Case(
        name="5 3 3 3 3: of the last four none is lower than another",
        facts={"meetings": useful(5, 3, 3, 3, 3)},
        value=0,
        looked_at=["02-01", "03-01", "04-01", "05-01"],
    ),
    Case(
        name="5 4 3 4: the last rose",
        facts={"meetings": useful(5, 4, 3, 4)},
        value=0,
        looked_at=["01-01", "02-01", "03-01", "04-01"],
    ),
    Case(
        name="4 (not answered) 3: two are enough for one who says so",
        facts={"meetings": (met("01-01", useful=4), met("02-01"), met("03-01", useful=3))},
        value=2,
        is_on=True,
        counted=["01-01", "03-01"],
        own={"falling_meetings": 2},
    ),
]


@pytest.mark.parametrize("case", USEFULNESS, ids=str)
def test_usefulness_counts_the_last_answers_that_fall(case: Case) -> None:
    check(SignalName.USEFULNESS, case)


TWO = {"falling_meetings": 2}
ATTENDANCE = [
    Case(
        name="known of three meetings, of four it takes",
        facts={"meetings": attended((9, 10), (5, 10), (5, 10))},
        value=None,
        looked_at=["01-01", "02-01", "03-01"],
        own=TWO,
    ),
    Case(
        name="18 of 20, then 10 of 20: 90 % - 50 % = 40 points",
        facts={"meetings": attended((9, 10), (9, 10), (5, 10), (5, 10))},
        value=40,
        is_on=True,
        counted=["03-01", "04-01"],
        looked_at=["01-01", "02-01"],
        own=TWO,
    ),
    Case(
        name="18 of 20, then 17 of 20: 5 points, 10 it takes",
        facts={"meetings": attended((9, 10), (9, 10), (9, 10), (8, 10))},
        value=5,
        counted=["03-01", "04-01"],
        looked_at=["01-01", "02-01"],
        own=TWO,
    ),
    Case(
        name="10 of 20, then 18 of 20: it has grown by 40 points",
        facts={"meetings": attended((5, 10), (5, 10), (9, 10), (9, 10))},
        value=-40,
        counted=["03-01", "04-01"],
        looked_at=["01-01", "02-01"],
        own=TWO,
    ),
    Case(
        name="only the last eight count, and those without a roll do not",
        facts={
            "meetings": (
                *attended((1, 10), (8, 10), (8, 10), (8, 10), (8, 10)),
                met("05-15"),
                met("06-01", present=7, members=10),
                met("07-01", present=7, members=10),
                met("08-01", present=7, members=10),
                met("09-01", present=7, members=10),
            )
        },
        value=10,
        is_on=True,
        counted=["06-01", "07-01", "08-01", "09-01"],
        looked_at=["02-01", "03-01", "04-01", "05-01"],
    ),
    Case(
        name="a group that shrinks but comes has not fallen: 20 of 20, then 10 of 10",
        facts={"meetings": attended((10, 10), (10, 10), (5, 5), (5, 5))},
        value=0,
        counted=["03-01", "04-01"],
        looked_at=["01-01", "02-01"],
        own=TWO,
    ),
]


@pytest.mark.parametrize("case", ATTENDANCE, ids=str)
def test_attendance_counts_the_points_it_has_fallen(case: Case) -> None:
    check(SignalName.ATTENDANCE, case)


NO_RESULT = [
    Case(name="no meeting: nothing to count", facts={}, value=None),
    Case(
        name="a decision at the last meeting: 0",
        facts={"meetings": (met("01-01"), met("02-01", decisions=2))},
        value=0,
        looked_at=["02-01"],
    ),
    Case(
        name="three without: a task given is no result",
        facts={
            "meetings": (
                met("01-01", learned="Nyt"),
                met("02-01"),
                met("03-01", tasks=2),
                met("04-01"),
            )
        },
        value=3,
        is_on=True,
        counted=["02-01", "03-01", "04-01"],
        looked_at=["01-01"],
    ),
    Case(
        name="a network's decisions are about itself: 4 without a referral",
        facts={"meetings": tuple(met(f"0{n}-01", decisions=1) for n in range(1, 5))},
        value=4,
        is_on=True,
        counted=["01-01", "02-01", "03-01", "04-01"],
        kind=NETWORK,
    ),
    Case(
        name="a referral on the day of the meeting or before the next is its result: 1",
        facts={
            "meetings": (met("01-01"), met("02-01"), met("03-01")),
            "referrals": (referred("01-31"), referred("02-01")),
        },
        value=1,
        counted=["03-01"],
        looked_at=["02-01"],
        kind=NETWORK,
    ),
    Case(
        name="one that came before the first meeting is nobody's, one after the year is not yet",
        facts={
            "meetings": (met("02-01"), met("03-01")),
            "referrals": (referred("01-31"), referred("2026-01-01")),
        },
        value=2,
        counted=["02-01", "03-01"],
        kind=NETWORK,
    ),
]


@pytest.mark.parametrize("case", NO_RESULT, ids=str)
def test_no_result_counts_the_last_meetings_that_led_to_nothing(case: Case) -> None:
    check(SignalName.NO_RESULT, case)


THREE_MEETINGS = (met("02-01"), met("03-01"), met("04-01"))
CARRIED = [
    Case(
        name="no task is open",
        facts={"meetings": THREE_MEETINGS, "tasks": (task("Gjort", "01-01", "06-01"),)},
        value=None,
    ),
    Case(
        name="open through three meetings: 3 times",
        facts={"meetings": THREE_MEETINGS, "tasks": (task("Tag", "01-15"),)},
        value=3,
        is_on=True,
        counted=["Tag"],
    ),
    Case(
        name="the meeting that gave it does not count: 2 times",
        facts={"meetings": THREE_MEETINGS, "tasks": (task("Tag", "02-01", at="02-01"),)},
        value=2,
        looked_at=["Tag"],
    ),
    Case(
        name="noted after a meeting it was no part of: 1 time; after them all: 0 and no row",
        facts={
            "meetings": THREE_MEETINGS,
            "tasks": (task("Hegn", "03-02"), task("Ny", "11-01")),
        },
        value=1,
        looked_at=["Hegn"],
    ),
    Case(
        name="closed after the year it was still open in it, the most carried first",
        facts={
            "meetings": THREE_MEETINGS,
            "tasks": (task("Hegn", "02-01", at="02-01"), task("Tag", "01-15", "2026-02-01")),
        },
        value=3,
        is_on=True,
        counted=["Tag"],
        looked_at=["Hegn"],
    ),
    Case(
        name="noted after the year it is not asked for",
        facts={"meetings": THREE_MEETINGS, "tasks": (task("Ny", "2026-01-01"),)},
        value=None,
    ),
]


@pytest.mark.parametrize("case", CARRIED, ids=str)
def test_carried_counts_the_meetings_a_task_has_been_carried_through(case: Case) -> None:
    check(SignalName.CARRIED, case)


INFORMATION = [
    Case(name="no agenda has minutes", facts={"meetings": (met("01-01"),)}, value=None),
    Case(
        name="60 of 100 minutes: 60 % is not over 60 %",
        facts={"meetings": (met("01-01", information=60, minutes=100),)},
        value=60,
        counted=["01-01"],
    ),
    Case(
        name="61 of 100 minutes is",
        facts={"meetings": (met("01-01", information=61, minutes=100),)},
        value=61,
        is_on=True,
        counted=["01-01"],
    ),
    Case(
        name="long meetings weigh more: (60 + 0) / (60 + 180) = 25 %",
        facts={
            "meetings": (
                met("01-01", information=60, minutes=60),
                met("02-01", information=0, minutes=180),
            )
        },
        value=25,
        counted=["01-01"],
        looked_at=["02-01"],
    ),
    Case(
        name="other years are not counted: 30 / 40 = 75 %",
        facts={
            "meetings": (
                met("2024-12-31", information=0, minutes=500),
                met("01-01", information=30, minutes=40),
            )
        },
        value=75,
        is_on=True,
        counted=["01-01"],
    ),
    Case(
        name="(20 + 25) / (60 + 30) = 50 %, over the 40 % of one who says so",
        facts={
            "meetings": (
                met("01-01", information=20, minutes=60),
                met("02-01", information=25, minutes=30),
            )
        },
        value=50,
        is_on=True,
        counted=["01-01", "02-01"],
        own={"information_percent": 40},
    ),
]


@pytest.mark.parametrize("case", INFORMATION, ids=str)
def test_information_counts_its_share_of_the_minutes(case: Case) -> None:
    found = check(SignalName.INFORMATION, case)
    if case.value is not None:
        rows = found.rows
        share = Fraction(sum(row.amount for row in rows), sum(row.of for row in rows))
        assert found.value == 100 * share


def test_a_network_is_not_asked_about_information() -> None:
    limits = numbers(thresholds_in_force(NETWORK, []))
    names = [each.name for each in signals_of(SignalFacts(kind=NETWORK), FIRST, LAST, limits)]
    assert SignalName.INFORMATION not in names
    assert len(names) == len(SignalName) - 1


HOURS = [
    Case(
        name="no time written down",
        facts={"decisions": (decided("02-01"),)},
        value=None,
        counted=["Beslutning 02-01"],
    ),
    Case(
        name="20 h and 2 decisions: 10 h for each is not over 10",
        facts={
            "entries": (spent("01-01", 12), spent("02-01", 8)),
            "decisions": (decided("02-01"), decided("03-01")),
        },
        value=10,
        counted=["Meeting", "Meeting", "Beslutning 02-01", "Beslutning 03-01"],
    ),
    Case(
        name="21 h and 2 results, one of them learned: 10.5 h for each",
        facts={
            "entries": (spent("01-01", 21),),
            "decisions": (decided("02-01"),),
            "meetings": (met("03-01", learned="Nyt om strøm"),),
        },
        value=Fraction(21, 2),
        is_on=True,
        counted=["Meeting", "Beslutning 02-01", "Nyt om strøm"],
    ),
    Case(
        name="11 h and nothing: 11 h for the first that does not come",
        facts={"entries": (spent("01-01", 11),)},
        value=11,
        is_on=True,
        counted=["Meeting"],
    ),
    Case(
        name="a network's decisions are no results, its referrals are: 12 h for 1",
        facts={
            "entries": (spent("01-01", 12),),
            "decisions": (decided("02-01"),),
            "referrals": (referred("03-01"),),
        },
        value=12,
        is_on=True,
        counted=["Meeting", "Kunde 03-01"],
        kind=NETWORK,
    ),
    Case(
        name="other years are not counted: 6 h for 1",
        facts={
            "entries": (spent("2024-12-31", 50), spent("06-01", 6)),
            "decisions": (decided("2024-12-31"), decided("12-31"), decided("2026-01-01")),
        },
        value=6,
        counted=["Meeting", "Beslutning 12-31"],
    ),
]


@pytest.mark.parametrize("case", HOURS, ids=str)
def test_hours_counts_the_time_for_each_result(case: Case) -> None:
    found = check(SignalName.HOURS, case)
    minutes = sum(row.amount for row in found.rows if row.measure is Measure.HOURS)
    results = sum(row.measure is Measure.RESULT for row in found.rows)
    if case.value is not None:
        assert found.value == Fraction(minutes, 60 * max(results, 1))


SAME_ROLE = [
    Case(name="no term is known", facts={}, value=None),
    Case(
        name="since 31 December 2017: 8 years to the day are not over 8",
        facts={"terms": (term("2017-12-31"),)},
        value=8,
        counted=["from 31 Dec 2017"],
    ),
    Case(
        name="since the day before: over",
        facts={"terms": (term("2017-12-30"),)},
        value=8,
        is_on=True,
        counted=["from 30 Dec 2017"],
    ),
    Case(
        name="terms that follow one another are one stretch: 10 years",
        facts={"terms": (term("2015-03-01", "2020-03-20"), term("2020-03-21"))},
        value=10,
        is_on=True,
        counted=["1 March 2015 – 20 March 2020", "from 21 Mar 2020"],
    ),
    Case(
        name="a pause of two years begins anew: 3 years",
        facts={"terms": (term("2010-01-01", "2020-12-31"), term("2022-12-31"))},
        value=3,
        counted=["from 31 Dec 2022"],
        looked_at=["1 January 2010 – 31 December 2020"],
    ),
    Case(
        name="five years in a network are over its 5 after a day; a term ahead does not count",
        facts={"terms": (term("2020-12-30"), term("2026-01-01"))},
        value=5,
        is_on=True,
        counted=["from 30 Dec 2020"],
        kind=NETWORK,
    ),
]


@pytest.mark.parametrize("case", SAME_ROLE, ids=str)
def test_same_role_counts_the_years_without_a_pause(case: Case) -> None:
    check(SignalName.SAME_ROLE, case)


ASKED = "Would you join today?"
WOULD_NOT_JOIN = [
    Case(name="no review has asked", facts={}, value=None),
    Case(
        name="yes",
        facts={"reviews": (reviewed("06-01", Answer.YES),)},
        value=0,
        looked_at=[ASKED],
    ),
    Case(
        name="partly is not no",
        facts={"reviews": (reviewed("06-01", Answer.PARTLY),)},
        value=0,
        looked_at=[ASKED],
    ),
    Case(
        name="no",
        facts={"reviews": (reviewed("06-01", Answer.NO),)},
        value=1,
        is_on=True,
        counted=[ASKED],
    ),
    Case(
        name="the last answer counts, an earlier no does not",
        facts={"reviews": (reviewed("2024-06-01", Answer.NO), reviewed("06-01", Answer.YES))},
        value=0,
        looked_at=[ASKED, ASKED],
    ),
    Case(
        name="what is answered after the year does not count in it",
        facts={"reviews": (reviewed("06-01", Answer.NO), reviewed("2026-01-15", Answer.YES))},
        value=1,
        is_on=True,
        counted=[ASKED],
    ),
]


@pytest.mark.parametrize("case", WOULD_NOT_JOIN, ids=str)
def test_would_not_join_is_the_last_answer(case: Case) -> None:
    check(SignalName.WOULD_NOT_JOIN, case)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("01-01", "01-31", 0),
        ("01-01", "02-01", 1),
        ("01-15", "02-14", 0),
        ("01-31", "02-28", 1),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-12-31", "2025-12-30", 11),
    ],
)
def test_whole_months_have_passed_in_full(first: str, last: str, months: int) -> None:
    assert whole_months(day(first), day(last)) == months


def test_every_sign_has_a_name_and_its_own_threshold() -> None:
    limits = numbers(thresholds_in_force(BOARD, []))
    signals = signals_of(SignalFacts(kind=BOARD), FIRST, LAST, limits)
    assert [each.name for each in signals] == list(SignalName)
    assert all(signal_name(each.name) for each in signals)
    for each in signals:
        if each.threshold_name is not None:
            assert each.threshold == limits[each.threshold_name]
        assert (each.value, each.is_on, each.rows) == (None, False, ())


past = st.lists(
    st.builds(
        PastMeeting,
        meeting_id=st.builds(MeetingId.new),
        day=st.dates(date(2023, 1, 1), date(2026, 2, 1)),
        title=st.just("Møde"),
        has_purpose=st.booleans(),
        decisions=st.integers(0, 2),
        tasks=st.integers(0, 2),
        useful=st.one_of(st.none(), st.integers(1, 5)),
        learned=st.sampled_from(("", "Nyt")),
        present=st.integers(0, 5),
        members=st.just(5),
        information=st.integers(0, 30),
        minutes=st.integers(30, 90),
    ),
    max_size=12,
).map(lambda every: tuple(sorted(every, key=lambda each: each.day)))


@given(past, st.sampled_from(OrganisationKind), st.integers(0, 6))
def test_a_sign_that_is_on_has_rows_that_count(
    meetings: tuple[PastMeeting, ...], kind: OrganisationKind, limit: int
) -> None:
    own = dict.fromkeys(
        (
            ThresholdName.UNANSWERED_MEETINGS,
            ThresholdName.NO_RESULT_MEETINGS,
            ThresholdName.FALLING_MEETINGS,
        ),
        limit,
    )
    limits = numbers(thresholds_in_force(kind, [])) | own
    for found in signals_of(SignalFacts(kind=kind, meetings=meetings), FIRST, LAST, limits):
        counted = [row for row in found.rows if row.counts]
        assert not found.is_on or counted
        assert not found.is_on or found.value is not None
        assert all(row.day is None or row.day <= LAST for row in found.rows)
        if found.name in (SignalName.UNANSWERED, SignalName.NO_RESULT, SignalName.USEFULNESS):
            assert (found.value or 0) == len(counted)


@given(past)
def test_one_more_meeting_without_a_result_makes_the_streak_one_longer(
    meetings: tuple[PastMeeting, ...],
) -> None:
    held = tuple(each for each in meetings if each.day < LAST)
    before = told(SignalName.NO_RESULT, {"meetings": held}).value or 0
    empty = met("12-31", has_purpose=False)
    after = told(SignalName.NO_RESULT, {"meetings": (*held, empty)}).value
    assert after == before + 1


def test_a_term_of_one_day_is_no_year() -> None:
    found = told(SignalName.SAME_ROLE, {"terms": (term("12-30", "12-30"),)})
    assert found.value == 0
    assert not found.is_on
    assert found.rows[0].day == LAST - timedelta(days=1)
