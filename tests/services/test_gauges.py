"""Gauges and signals of stored records: each kind is read as the rules mean it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.aims import Answer
from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.gauges import Gauge, Measure, Rule
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.signals import Signal, SignalName
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.domain.thresholds import ThresholdName
from tests.support.builders import (
    House,
    house,
    item,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.minutes_builders import (
    attendance,
    decision,
    item_minutes,
    task,
    task_owner,
)
from tests.support.network_builders import aim, contact, profile, referral, review

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
BOARD = organisation("Skovbrynet")
ME, BO, EVA = person("Anna Holm", is_me=True), person("Bo Lund"), person("Eva Krog")
SEAT, BOS, EVAS = membership(ME, GROUP), membership(BO, GROUP), membership(EVA, GROUP)
CHAIR = membership(ME, BOARD)
EVERYBODY = (GROUP, BOARD, ME, BO, EVA, SEAT, BOS, EVAS, CHAIR)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
JANUARY, FEBRUARY, MARCH = (
    meeting(GROUP, f"2025-{day} 07:15", title=title)
    for day, title in (("01-09", "Januar"), ("02-13", "Februar"), ("03-13", "Marts"))
)
MORNINGS = (JANUARY, FEBRUARY, MARCH)


def gauge(home: House, rule: Rule) -> Gauge:
    return home.gauges.gauges(GROUP.id, *YEAR)[rule - 1]


def counted(found: Gauge | Signal, measure: Measure) -> list[str]:
    return [row.title for row in found.rows if row.measure is measure and row.counts]


def others(found: Gauge | Signal, measure: Measure) -> list[str]:
    return [row.title for row in found.rows if row.measure is measure and not row.counts]


def signal(home: House, name: SignalName, seat: str = "board") -> Signal:
    membership_id = CHAIR.id if seat == "board" else SEAT.id
    found = home.signals.signals(membership_id, *YEAR)
    return next(each for each in found if each.name is name)


def test_rule_1_reads_contacts_and_profiles() -> None:
    records: list[Record] = [
        contact(BO, "2025-05-01"),
        profile(EVA, sells="Både", ideal_customer="Klubber"),
        profile(BO, sells="Regnskab"),
    ]
    with house(*EVERYBODY, *records) as home:
        found = gauge(home, Rule.KNOW)
        assert counted(found, Measure.ONE_TO_ONE) == ["Bo Lund"]
        assert others(found, Measure.ONE_TO_ONE) == ["Eva Krog"]
        assert counted(found, Measure.PROFILE) == ["Eva Krog"]
        assert {row.record_id for row in found.rows} == {BO.id, EVA.id}
        assert found.target == 80


def test_rule_2_reads_aims_agendas_and_tasks() -> None:
    done = task(GROUP, "Send tilbud", "2025-02-20", status=TaskStatus.DONE)
    done = replace(done, closed_on=date(2025, 3, 1))
    not_mine = replace(done, id=type(done.id).new(), text="Bos")
    records: list[Record] = [
        aim(JANUARY, gives="En kunde", contributed=Answer.YES),
        aim(FEBRUARY, gives="  ", contributed=Answer.NO),
        item(JANUARY, "Min virksomhed", presenter="Anna og Bo"),
        item(FEBRUARY, "Bos virksomhed", presenter="Bo"),
        item(MARCH, "Pause", type=ItemType.BREAK, presenter="Anna"),
        done,
        not_mine,
        task_owner(done, ME),
        task_owner(not_mine, BO),
    ]
    with house(*EVERYBODY, *MORNINGS, *records) as home:
        found = gauge(home, Rule.CONTRIBUTE)
        assert counted(found, Measure.WRITTEN) == ["Januar"]
        assert others(found, Measure.WRITTEN) == ["Februar", "Marts"]
        assert (counted(found, Measure.OFFERED), others(found, Measure.OFFERED)) == (
            ["Januar"],
            ["Februar"],
        )
        assert (counted(found, Measure.PRESENTED), others(found, Measure.PRESENTED)) == (
            ["Januar"],
            ["Februar"],
        )
        assert counted(found, Measure.DONE) == ["Send tilbud"]
        assert others(found, Measure.DONE) == []


def test_rule_3_reads_my_referrals_of_the_group_and_my_hours() -> None:
    records: list[Record] = [
        referral(GROUP, ME, BO, "2025-02-01"),
        referral(GROUP, EVA, ME, "2025-03-01"),
        referral(GROUP, BO, EVA, "2025-03-01"),
        referral(BOARD, ME, EVA, "2025-03-01"),
        time_entry(GROUP, "2025-03-01", 120),
    ]
    with house(*EVERYBODY, *records) as home:
        found = gauge(home, Rule.EARN)
        assert counted(found, Measure.GIVEN) == ["Bo Lund"]
        assert others(found, Measure.RECEIVED) == ["Eva Krog"]
        assert found.percent == 50
        assert found.balance is not None
        assert found.balance.minutes == 120


def test_rule_4_reads_attendance_arrival_preparation_and_tasks() -> None:
    late = datetime(2025, 2, 13, 7, 30)
    kept = task(GROUP, "Holdt", "2025-02-20", status=TaskStatus.DONE, closed_on=date(2025, 2, 20))
    broken = task(GROUP, "Brudt", "2025-02-20")
    records: list[Record] = [
        attendance(JANUARY, ME, arrived_at=JANUARY.starts_at),
        attendance(FEBRUARY, ME, presence=Presence.DIGITAL, arrived_at=late),
        attendance(MARCH, ME, presence=Presence.APOLOGIES),
        time_entry(GROUP, "2025-01-08", 30, for_meeting=JANUARY, activity=Activity.PREPARATION),
        time_entry(GROUP, "2025-02-13", 30, for_meeting=FEBRUARY),
        kept,
        broken,
        task_owner(kept, ME),
        task_owner(broken, ME),
    ]
    with house(*EVERYBODY, *MORNINGS, *records) as home:
        found = gauge(home, Rule.SERIOUS)
        assert counted(found, Measure.ATTENDED) == ["Januar", "Februar"]
        assert others(found, Measure.ATTENDED) == ["Marts"]
        assert others(found, Measure.ON_TIME) == ["Februar"]
        assert counted(found, Measure.PREPARED) == ["Januar"]
        assert counted(found, Measure.KEPT) == ["Holdt"]
        assert others(found, Measure.KEPT) == ["Brudt"]
        assert found.percent == 56  # (2 + 1 + 1 + 1) / (3 + 2 + 2 + 2)


def test_rule_5_takes_a_task_done_a_contact_or_time_spent_for_a_follow_up() -> None:
    april, may = meeting(GROUP, "2025-04-10 07:15"), meeting(GROUP, "2025-05-08 07:15")
    done = task(
        GROUP,
        "Ring",
        meeting_id=JANUARY.id,
        status=TaskStatus.DONE,
        closed_on=date(2025, 1, 16),
    )
    too_late = replace(done, id=type(done.id).new(), meeting_id=may.id, closed_on=date(2025, 5, 16))
    records: list[Record] = [
        aim(JANUARY, goal="En kunde", ask="Havnen"),
        done,
        too_late,
        task_owner(done, ME),
        task_owner(too_late, ME),
        contact(BO, "2025-02-20", organisation_id=GROUP.id),
        contact(BO, "2025-04-12"),
        time_entry(GROUP, "2025-03-14", 30, for_meeting=MARCH, activity=Activity.FOLLOW_UP),
    ]
    with house(*EVERYBODY, *MORNINGS, april, may, *records) as home:
        found = gauge(home, Rule.SALES)
        assert counted(found, Measure.GOAL) == ["Januar"]
        assert counted(found, Measure.ASK) == ["Januar"]
        assert counted(found, Measure.FOLLOW_UP) == ["Januar", "Februar", "Marts"]
        assert len(others(found, Measure.FOLLOW_UP)) == 2


def test_meetings_cancelled_ahead_or_before_my_term_are_not_counted() -> None:
    cancelled = meeting(GROUP, "2025-06-01 07:15", state=MeetingState.CANCELLED)
    ahead = meeting(GROUP, "2026-03-12 07:15")
    mine = term(SEAT, "2025-02-01")
    with house(*EVERYBODY, *MORNINGS, cancelled, ahead, mine) as home:
        found = home.gauges.gauges(GROUP.id, date(2025, 1, 1), date(2026, 12, 31))
        assert others(found[Rule.SALES - 1], Measure.GOAL) == ["Februar", "Marts"]


def test_a_threshold_of_ones_own_is_the_target() -> None:
    with house(*EVERYBODY) as home:
        home.thresholds.set(GROUP.id, ThresholdName.KNOW_PERCENT, 25)
        assert gauge(home, Rule.KNOW).target == 25


def test_where_i_do_not_sit_nothing_can_be_counted() -> None:
    with house(GROUP, ME, BO, BOS) as home:
        assert [each.value for each in home.gauges.gauges(GROUP.id, *YEAR)] == [None] * 5
    with house(GROUP, BO, BOS) as home:
        assert [each.value for each in home.gauges.gauges(GROUP.id, *YEAR)] == [None] * 5
        assert home.signals.mine(*YEAR) == {}


def test_signals_read_purposes_and_what_came_of_them() -> None:
    sittings = [
        meeting(BOARD, f"2025-0{month}-05 19:00", title=f"Nr. {month}", purpose=purpose)
        for month, purpose in enumerate(("Budget", "Tag", " ", "Hegn", "Bro"), 1)
    ]
    budget = item(sittings[0])
    roof = item(sittings[1])
    records: list[Record] = [
        budget,
        roof,
        decision(budget, BOARD, on="2025-01-05"),
        task(BOARD, under=roof, due="2025-02-20", status=TaskStatus.DONE),
        aim(sittings[3], learned="Prisen på hegn"),
        aim(sittings[4], learned=" "),
    ]
    with house(*EVERYBODY, *sittings, *records) as home:
        unanswered = signal(home, SignalName.UNANSWERED)
        assert counted(unanswered, Measure.MEETING) == ["Nr. 5"]
        assert [row.detail for row in unanswered.rows] == [
            "learned: Prisen på hegn",
            "Nothing came of it",
        ]
        assert signal(home, SignalName.NO_PURPOSE).value == 0
        assert counted(signal(home, SignalName.NO_RESULT), Measure.MEETING) == ["Nr. 5"]


def test_signals_read_answers_and_members_who_were_there() -> None:
    sittings = [
        meeting(BOARD, f"2025-0{month}-05 19:00", title=f"Nr. {month}") for month in range(1, 5)
    ]
    records: list[Record] = [
        *(aim(each, useful=5 - place) for place, each in enumerate(sittings)),
        *(
            attendance(each, who, presence=Presence.PRESENT if place < 2 else Presence.APOLOGIES)
            for place, each in enumerate(sittings)
            for who in (BO, EVA)
        ),
        *(attendance(each, ME) for each in sittings),
        *(attendance(each, "Gæst", capacity=Capacity.GUEST) for each in sittings),
        *(attendance(each, "Ukendt", presence=Presence.UNKNOWN) for each in sittings),
    ]
    with house(*EVERYBODY, *sittings, *records) as home:
        useful = signal(home, SignalName.USEFULNESS)
        assert useful.is_on
        assert useful.text == "Over the last 4 answers usefulness has fallen from 5 to 2."
        home.thresholds.set(BOARD.id, ThresholdName.FALLING_MEETINGS, 2)
        attended = signal(home, SignalName.ATTENDANCE)
        assert [(row.amount, row.of) for row in attended.rows] == [(3, 3), (3, 3), (1, 3), (1, 3)]
        assert attended.is_on


def test_information_takes_the_time_it_took_or_else_the_time_it_was_given() -> None:
    sitting = meeting(BOARD, "2025-03-05 19:00", title="Marts")
    told = item(sitting, "Orientering", type=ItemType.INFORMATION, minutes=10)
    also = item(sitting, "Mere", type=ItemType.INFORMATION, minutes=15, position=1)
    chosen = item(sitting, "Budget", type=ItemType.DECISION, minutes=20, position=2)
    rest = item(sitting, "Pause", type=ItemType.BREAK, minutes=60, position=3)
    began, ended = datetime(2025, 3, 5, 19, 0), datetime(2025, 3, 5, 19, 45)
    took = item_minutes(told, began_at=began, ended_at=ended)
    with house(*EVERYBODY, sitting, told, also, chosen, rest, took) as home:
        found = signal(home, SignalName.INFORMATION)
        assert [(row.amount, row.of) for row in found.rows] == [(45 + 15, 45 + 15 + 20)]
        assert found.value == 75
        assert found.is_on


def test_signals_read_tasks_entries_referrals_terms_and_reviews() -> None:
    sittings = [meeting(BOARD, f"2025-0{month}-05 19:00") for month in range(1, 6)]
    open_one = task(BOARD, "Tag", due=None, created_on=date(2025, 1, 1))
    later_done = task(
        BOARD,
        "Hegn",
        due=None,
        created_on=date(2025, 4, 1),
        status=TaskStatus.DONE,
        closed_on=date(2026, 1, 5),
    )
    records: list[Record] = [
        open_one,
        later_done,
        time_entry(BOARD, "2025-02-01", 11 * 60, note="Læst"),
        referral(BOARD, BO, EVA, "2025-03-01"),
        term(CHAIR, "2015-03-01", "2020-03-01"),
        term(CHAIR, "2020-03-02"),
        review(CHAIR, 2024, would_join_today=Answer.NO),
        review(CHAIR, 2025, would_join_today=Answer.YES),
    ]
    with house(*EVERYBODY, *sittings, *records) as home:
        carried = signal(home, SignalName.CARRIED)
        assert counted(carried, Measure.TASK) == ["Tag"]
        assert others(carried, Measure.TASK) == ["Hegn"]
        assert [row.amount for row in carried.rows] == [5, 2]
        hours = signal(home, SignalName.HOURS)
        assert hours.is_on
        assert hours.text == "11 h and no result."
        assert [row.detail for row in hours.rows] == ["Læst"]
        assert signal(home, SignalName.SAME_ROLE).value == 10
        assert signal(home, SignalName.WOULD_NOT_JOIN).is_on


def test_all_my_memberships_tell_what_each_tells_alone() -> None:
    sittings = [
        meeting(where, f"2025-0{month}-05 19:00", purpose="Hvad vil vi?")
        for where in (GROUP, BOARD)
        for month in range(1, 6)
    ]
    records: list[Record] = [
        *(aim(each, useful=3) for each in sittings),
        referral(GROUP, ME, BO, "2025-05-06"),
        decision(None, BOARD, on="2025-03-01"),
        time_entry(BOARD, "2025-02-01", 60),
        time_entry(GROUP, "2025-02-01", 90),
    ]
    with house(*EVERYBODY, *sittings, *records) as home:
        together = home.signals.mine(*YEAR)
        assert set(together) == {SEAT.id, CHAIR.id}
        for membership_id, signals in together.items():
            assert home.signals.signals(membership_id, *YEAR) == signals
        assert signal(home, SignalName.NO_RESULT, "group").value == 0
        assert signal(home, SignalName.NO_RESULT).value == 5
