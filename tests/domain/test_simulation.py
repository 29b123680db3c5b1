from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.candidate_lines import (
    first_meeting,
    lines_of,
    meetings_of,
    usual_seat,
    year_of_seat,
)
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.clashes import FindingKind
from boardkeeper.domain.forecast import Line
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.domain.red_weeks import Room
from boardkeeper.domain.simulation import (
    HeldBoard,
    Known,
    WeekChange,
    clashes_of,
    given_up_instead,
)
from boardkeeper.errors import InvalidField
from tests.support.builders import meeting, membership, organisation, person
from tests.support.time_builders import candidate_seat, ceiling

SEAT = OrganisationId("seat")
BOARD = organisation("Skovbørnehaven")
CLUB = organisation("Klubben")
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 29)
"""Four weeks."""


def line(
    of: OrganisationId, on: str, minutes: int = 120, activity: Activity = Activity.PREPARATION
) -> Line:
    return Line(on=date.fromisoformat(on), organisation_id=of, activity=activity, minutes=minutes)


def sitting(starts: str, **fields: Any) -> Line:
    """A meeting of two hours of the board."""
    of = fields.pop("of", BOARD)
    held = meeting(of, starts, **fields)
    return Line(
        on=held.day,
        organisation_id=held.organisation_id,
        activity=Activity.MEETING,
        minutes=held.minutes,
        meeting=held,
    )


def room(**fields: Any) -> Room:
    """Six hours a week and nothing else, unless told otherwise."""
    return Room(ceilings=(ceiling(**{"evenings_a_week": None, **fields}),))


def with_seat(
    known: Sequence[Line], brought: Sequence[Line], first: date, last: date, limits: Room
) -> list[WeekChange]:
    return Known.of(first, last, known, limits).with_lines(brought)


def red(changes: list[WeekChange]) -> list[str]:
    return [each.monday.isoformat() for each in changes if each.is_broken]


# What a seat brings


def test_a_seat_meets_by_its_rule_and_keeps_off_its_holiday_months() -> None:
    seat = candidate_seat(skipped_months="6,7")
    days = [each.day for each in meetings_of(seat, SEAT, date(2026, 4, 1), date(2026, 9, 30))]
    assert days == [date(2026, 4, 7), date(2026, 5, 5), date(2026, 8, 4), date(2026, 9, 1)]


def test_a_meeting_brings_its_preparation_its_way_and_its_follow_up() -> None:
    seat = candidate_seat(preparation_minutes=60, travel_minutes=20, follow_up_minutes=30)
    brought = lines_of(seat, SEAT, date(2026, 4, 1), date(2026, 4, 30))
    assert {each.activity: each.minutes for each in brought} == {
        Activity.MEETING: 120,
        Activity.PREPARATION: 60,
        Activity.TRAVEL: 40,
        Activity.FOLLOW_UP: 30,
    }
    assert all(each.on == date(2026, 4, 7) and each.meeting_id is None for each in brought)


def test_nobody_travels_to_a_seat_that_meets_online() -> None:
    seat = candidate_seat(travel_minutes=45, place="Online")
    activities = {each.activity for each in lines_of(seat, SEAT, FIRST, date(2026, 6, 1))}
    assert activities == {Activity.MEETING}


@given(
    minutes=st.integers(1, 4000),
    month=st.integers(1, 12),
    months=st.integers(1, 12),
)
def test_work_between_meetings_adds_up_to_its_months(minutes: int, month: int, months: int) -> None:
    seat = candidate_seat(other_minutes_a_month=minutes)
    first = date(2027, month, 1)
    last = date(2027 + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    brought = lines_of(seat, SEAT, first, last - timedelta(days=1))
    between = [each.minutes for each in brought if each.meeting is None]
    assert sum(between) == minutes * months
    assert all(first <= each.on < last for each in brought)


def test_the_year_of_a_monthly_seat_holds_twelve_of_its_meetings() -> None:
    seat = candidate_seat()  # the first Tuesday of April 2027 is one day before the year is over
    first, last = year_of_seat(seat, date(2026, 3, 2))
    assert (first, last) == (date(2026, 4, 1), date(2027, 3, 31))
    assert len(meetings_of(seat, SEAT, first, last)) == 12


def test_the_year_of_a_seat_that_has_begun_is_from_today() -> None:
    seat = candidate_seat(starts_at=datetime(2025, 1, 7, 19))
    assert year_of_seat(seat, date(2026, 3, 2)) == (date(2026, 3, 2), date(2027, 3, 1))


@pytest.mark.parametrize("kind", OrganisationKind)
@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2027, 6, 20), date(2028, 12, 31)])
def test_a_usual_seat_begins_two_weeks_ahead_at_the_earliest(
    kind: OrganisationKind, today: date
) -> None:
    seat = usual_seat(kind, today)
    assert seat.starts_at.date() >= today + timedelta(days=14)
    assert first_meeting(seat, today) == seat.starts_at


def test_a_rule_that_never_comes_true_says_so() -> None:
    never = candidate_seat(rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    with pytest.raises(InvalidField):
        first_meeting(never, FIRST)


# What that does to the weeks


def test_a_week_breaks_when_it_is_red_only_because_of_the_seat() -> None:
    known = [line(BOARD.id, "2026-03-04", 300), line(BOARD.id, "2026-03-11", 400)]
    brought = [line(SEAT, each, 120) for each in ("2026-03-05", "2026-03-12", "2026-03-19")]
    changes = with_seat(known, brought, FIRST, LAST, room())
    assert red(changes) == ["2026-03-02"]
    assert [each.monday.isoformat() for each in changes if each.is_worse] == ["2026-03-09"]
    assert [each.minutes for each in changes] == [120, 120, 120, 0]


def test_without_a_ceiling_no_week_breaks() -> None:
    brought = [line(SEAT, "2026-03-05", 6000)]
    assert red(with_seat([], brought, FIRST, LAST, Room())) == []


def test_a_third_evening_breaks_a_week_of_two() -> None:
    known = [sitting("2026-03-03 19:00"), sitting("2026-03-05 19:00")]
    brought = lines_of(
        candidate_seat(rule="FREQ=WEEKLY", starts_at=datetime(2026, 3, 4, 19)),
        SEAT,
        FIRST,
        FIRST + timedelta(days=6),
    )
    (first, *_rest) = with_seat(known, brought, FIRST, LAST, room(evenings_a_week=2))
    assert first.is_broken
    assert [each.text for each in first.after.reasons] == ["3 evenings, the ceiling is 2"]


def test_leaving_a_board_mends_what_it_broke() -> None:
    known = [line(BOARD.id, "2026-03-04", 300), line(CLUB.id, "2026-03-05", 120)]
    changes = Known.of(FIRST, LAST, known, room()).without(CLUB.id)
    assert [each.monday.isoformat() for each in changes if each.is_mended] == ["2026-03-02"]
    assert not any(each.is_broken for each in changes)


def test_the_boards_are_told_by_hours_with_what_each_would_mend() -> None:
    known = [
        line(BOARD.id, "2026-03-04", 200),
        line(CLUB.id, "2026-03-04", 100),
        line(BOARD.id, "2026-03-11", 350),
        line(CLUB.id, "2026-03-25", 290),
    ]
    brought = [line(SEAT, each, 100) for each in ("2026-03-05", "2026-03-12", "2026-03-26")]
    changes = with_seat(known, brought, FIRST, LAST, room())
    assert red(changes) == ["2026-03-02", "2026-03-09", "2026-03-23"]
    me = person(is_me=True)
    boards = [
        HeldBoard(membership=membership(me, each), organisation=each) for each in (CLUB, BOARD)
    ]
    whole = Known.of(FIRST, LAST, known, room())
    found = given_up_instead(whole, changes[:2] + changes[3:], boards)
    assert [(each.board.organisation.name, each.minutes) for each in found] == [
        ("Skovbørnehaven", 550),
        ("Klubben", 390),
    ]
    assert [len(each.mends) for each in found] == [2, 2]


def test_an_evening_two_boards_share_is_not_mended_by_either_alone() -> None:
    known = [
        sitting("2026-03-03 19:00"),
        sitting("2026-03-03 19:30", of=CLUB),
        sitting("2026-03-05 19:00"),
    ]
    brought = lines_of(
        candidate_seat(starts_at=datetime(2026, 3, 4, 19), rule="FREQ=WEEKLY;COUNT=1"),
        SEAT,
        FIRST,
        LAST,
    )
    limits = room(minutes_a_week=None, evenings_a_week=2)
    changes = with_seat(known, brought, FIRST, LAST, limits)
    me = person(is_me=True)
    boards = [
        HeldBoard(membership=membership(me, each), organisation=each) for each in (CLUB, BOARD)
    ]
    whole = Known.of(FIRST, LAST, known, limits)
    found = {e.board.organisation.id: e.mends for e in given_up_instead(whole, changes, boards)}
    assert found == {BOARD.id: (FIRST,), CLUB.id: ()}


@given(st.data())
def test_what_mends_a_week_is_what_one_sees_without_the_board(data: st.DataObject) -> None:
    """The quick answer for each board agrees with reckoning the week anew without it."""
    boards = [organisation(f"Board {number}") for number in range(3)]
    starts = st.sampled_from(
        [f"2026-03-{day:02} {hour:02}:00" for day in range(2, 9) for hour in (8, 13, 16, 19, 22)]
    )
    known = [
        sitting(data.draw(starts), of=data.draw(st.sampled_from(boards)))
        for _each in range(data.draw(st.integers(0, 6)))
    ]
    brought = [sitting(data.draw(starts), of=organisation("The seat")) for _each in range(2)]
    limits = room(
        minutes_a_week=data.draw(st.integers(200, 800)),
        evenings_a_week=data.draw(st.integers(0, 4)),
        customer_minutes_a_week=data.draw(st.sampled_from([0, 2000, 2200])),
    )
    changes = with_seat(known, brought, FIRST, FIRST, limits)
    me = person(is_me=True)
    held = [HeldBoard(membership=membership(me, each), organisation=each) for each in boards]
    whole = Known.of(FIRST, LAST, known, limits)
    broken = [each for each in changes if each.is_broken]
    for each in given_up_instead(whole, broken, held):
        left = [x for x in known if x.organisation_id != each.board.organisation.id]
        again = with_seat(left, brought, FIRST, FIRST, limits)
        there = each.board.organisation.id in {x.organisation_id for x in known}
        mended = [x.monday for x in broken if there and not again[0].after.is_red]
        assert list(each.mends) == mended


# What it gets in the way of


def seat_on(day: str) -> CandidateSeat:
    at = datetime.fromisoformat(day)
    return candidate_seat(rule="FREQ=DAILY;COUNT=1", starts_at=at, travel_minutes=30)


def test_a_meeting_at_the_same_time_is_a_clash() -> None:
    known = [sitting("2026-03-03 18:00"), sitting("2026-03-10 18:00")]
    brought = lines_of(seat_on("2026-03-03 19:00"), SEAT, FIRST, LAST)
    (found,) = clashes_of(known, brought, lambda _organisation: 30)
    assert (found.kind, found.amount) == (FindingKind.OVERLAP, 60)


def test_too_little_time_for_the_way_is_a_clash() -> None:
    known = [sitting("2026-03-03 16:30", place="Skoven")]
    brought = lines_of(seat_on("2026-03-03 19:00"), SEAT, FIRST, LAST)
    (found,) = clashes_of(known, brought, lambda _organisation: 30)
    assert (found.kind, found.amount, found.limit) == (FindingKind.TRAVEL, 30, 60)


def test_clashes_among_what_is_known_already_are_not_the_seats() -> None:
    known = [sitting("2026-03-03 09:00"), sitting("2026-03-03 10:00", of=CLUB)]
    brought = lines_of(seat_on("2026-03-03 19:00"), SEAT, FIRST, LAST)
    assert clashes_of(known, brought, lambda _organisation: 0) == []
