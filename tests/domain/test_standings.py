"""Promised, spent, still to come and carried over, by day and to the minute."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.my_seats import MySeats
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.standings import (
    DayMinutes,
    Standing,
    promised_in,
    standings_of,
    stretches,
)
from boardkeeper.i18n import Language, speaking
from tests.support.builders import membership, organisation, person, term
from tests.support.time_builders import promise

CLUB = organisation("Sejlklubben")
ME = person(is_me=True)
SEAT = membership(ME, CLUB)
YEAR = ReportYear(number=2026)
ELECTION = ReportYear(number=2026, first_month=4)
SINCE_2025 = [term(SEAT, "2025-01-01")]


def standing(
    year: ReportYear,
    *promises: Promise,
    spent: tuple[tuple[str, int], ...] = (),
    to_come: tuple[tuple[str, int], ...] = (),
    terms: list[Term] | None = None,
) -> Standing:
    """Where the club stands; minutes by day as 2026-03-05."""
    (found,) = standings_of(
        year,
        MySeats([SEAT], {SEAT.id: SINCE_2025 if terms is None else terms}),
        {CLUB.id: CLUB},
        promises,
        spent=rows(spent),
        to_come=rows(to_come),
    )
    return found


def rows(told: tuple[tuple[str, int], ...]) -> list[DayMinutes]:
    return [(CLUB.id, date.fromisoformat(day), minutes) for day, minutes in told]


@pytest.mark.parametrize("number", [2024, 2025, 2026, 2027, 2028])
@pytest.mark.parametrize("first_month", [1, 3, 4])
def test_a_promise_in_force_all_year_is_promised_whole_leap_year_or_not(
    number: int, first_month: int
) -> None:
    year = ReportYear(number=number, first_month=first_month)
    assert promised_in(year, [promise(SEAT, 60, "2020-01-01")], []) == 3600


def test_a_promise_from_mid_year_counts_its_part() -> None:
    # 1 July to 31 December: 184 of 365 days; 3600 * 184 / 365 = 1814.79
    assert promised_in(YEAR, [promise(SEAT, 60, "2026-07-01")], []) == 1815
    # In a leap year 184 of 366; 3600 * 184 / 366 = 1809.84
    leap = ReportYear(number=2028)
    assert promised_in(leap, [promise(SEAT, 60, "2028-07-01")], []) == 1810


def test_a_promise_counts_only_while_a_term_covers() -> None:
    # 1 January to 31 March: 90 days; 3600 * 90 / 365 = 887.67
    ending = [term(SEAT, "2024-04-01", "2026-03-31")]
    assert promised_in(YEAR, [promise(SEAT, 60)], ending) == 888


def test_terms_that_overlap_cover_a_day_once() -> None:
    twice = [term(SEAT, "2026-01-01", "2026-08-31"), term(SEAT, "2026-03-01", "2026-12-31")]
    assert promised_in(YEAR, [promise(SEAT, 60)], twice) == 3600


def test_the_next_promise_takes_over_on_its_day() -> None:
    # 184 days of 6000 and 181 of 3600: (1,104,000 + 651,600) / 365 = 4809.86
    both = [promise(SEAT, 100, "2026-07-01"), promise(SEAT, 60, "2025-01-01")]
    assert promised_in(YEAR, both, []) == 4810


def test_half_a_minute_is_rounded_up() -> None:
    # 2 July to 31 December 2028 are 183 of 366 days: half of one minute.
    half_year = Promise(membership_id=SEAT.id, starts_on=date(2028, 7, 2), minutes_a_year=1)
    leap = ReportYear(number=2028)
    assert promised_in(leap, [half_year], []) == 1


def test_no_promise_is_not_a_promise_of_no_hours() -> None:
    assert not standing(YEAR).is_promised
    none = standing(YEAR, promise(SEAT, 0))
    assert (none.is_promised, none.promised) == (True, 0)


def test_what_was_spent_before_counts_from_the_first_promise_on() -> None:
    # 2025: promised from 1 July, 184 of 365 days: 3600 * 184 / 365 = 1814.79
    found = standing(
        YEAR,
        promise(SEAT, 60, "2025-07-01"),
        spent=(("2025-06-30", 500), ("2025-07-01", 900), ("2026-01-05", 60)),
        to_come=(("2026-12-01", 240),),
    )
    assert found.carried_over == 900 - 1815
    assert (found.promised, found.spent, found.to_come) == (3600, 60, 240)
    assert found.expected == 300
    assert found.balance == 900 - 1815 + 300 - 3600


def test_a_year_ahead_carries_over_what_this_year_is_still_to_take() -> None:
    found = standing(
        ReportYear(number=2027),
        promise(SEAT, 60),
        spent=(("2026-02-01", 1000),),
        to_come=(("2026-11-01", 2000), ("2027-02-01", 120)),
    )
    assert found.carried_over == 1000 + 2000 - 3600
    assert found.to_come == 120


def test_a_membership_that_is_over_stands_only_where_it_left_minutes() -> None:
    over = [term(SEAT, "2024-01-01", "2025-12-31")]
    seats = MySeats([SEAT], {SEAT.id: over})

    def standings(year: ReportYear, spent: list[DayMinutes]) -> list[Standing]:
        return standings_of(year, seats, {CLUB.id: CLUB}, [], spent=spent, to_come=[])

    assert standings(YEAR, []) == []
    assert standings(YEAR, [(CLUB.id, date(2026, 1, 3), 60)])[0].spent == 60


def test_standings_are_by_the_name_of_the_organisation() -> None:
    boards = [organisation(name) for name in ("Åhuset", "Ærø", "Bådlauget")]
    mine = [membership(ME, each) for each in boards]
    of = {each.id: each for each in boards}
    with speaking(Language.DANISH):
        found = standings_of(YEAR, MySeats(mine, {}), of, [], spent=[], to_come=[])
    assert [each.organisation.name for each in found] == ["Bådlauget", "Ærø", "Åhuset"]


MINUTES = st.tuples(
    st.just(CLUB.id), st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(1, 600)
)
MOVED = st.integers(0, 1500).map(lambda days: date(2024, 1, 1) + timedelta(days=days))


@given(st.lists(MINUTES), st.integers(1, 12), MOVED)
def test_wherever_years_and_memberships_meet_no_minute_is_lost(
    spent: list[DayMinutes], first_month: int, hands_over: date
) -> None:
    before, after = membership(ME, CLUB), membership(ME, CLUB)
    seats = MySeats(
        [before, after],
        {
            before.id: [Term(membership_id=before.id, starts_on=date.min, ends_on=hands_over)],
            after.id: [Term(membership_id=after.id, starts_on=hands_over + timedelta(days=1))],
        },
    )
    total = 0
    for number in range(2024, 2028):
        year = ReportYear(number=number, first_month=first_month)
        within = [each for each in spent if each[1] <= year.last]
        found = standings_of(year, seats, {CLUB.id: CLUB}, [], spent=within, to_come=[])
        total += sum(each.spent for each in found)
    assert total == sum(minutes for _of, _on, minutes in spent)


@given(st.lists(MINUTES), MOVED, st.integers(0, 6000), st.integers(1, 12))
def test_each_year_carries_on_where_the_last_one_ended(
    spent: list[DayMinutes], since: date, promised: int, first_month: int
) -> None:
    made = Promise(membership_id=SEAT.id, starts_on=since, minutes_a_year=promised)
    after_promise = [each for each in spent if each[1] >= since]

    def of(number: int) -> Standing:
        year = ReportYear(number=number, first_month=first_month)
        within = [each for each in after_promise if each[1] <= year.last]
        seats: dict[str, Membership] = {CLUB.id: SEAT}
        (found,) = standings_of(
            year, MySeats(seats.values(), {}), {CLUB.id: CLUB}, [made], spent=within, to_come=[]
        )
        return found

    for number in range(2023, 2028):
        assert of(number + 1).carried_over == of(number).balance


@given(st.lists(MINUTES), MOVED, MOVED, st.integers(1, 12))
def test_minutes_added_up_by_stretches_stand_where_the_days_put_them(
    spent: list[DayMinutes], hands_over: date, since: date, first_month: int
) -> None:
    before, after = membership(ME, CLUB), membership(ME, CLUB)
    terms = {
        before.id: [Term(membership_id=before.id, starts_on=date(2024, 1, 1), ends_on=hands_over)],
        after.id: [Term(membership_id=after.id, starts_on=hands_over + timedelta(days=1))],
    }
    seats, year = MySeats([before, after], terms), ReportYear(number=2026, first_month=first_month)
    promises = [promise(before, 60, "2024-02-10"), promise(after, 40, since.isoformat())]
    borders = stretches(year, seats, promises)
    added_up = [
        (CLUB.id, first, sum(minutes for _of, on, minutes in spent if first <= on <= last))
        for first, last in borders
    ]
    within = [each for each in spent if borders[0][0] <= each[1] <= year.last]

    def standings(rows: list[DayMinutes]) -> list[Standing]:
        return standings_of(year, seats, {CLUB.id: CLUB}, promises, spent=rows, to_come=[])

    assert standings(added_up) == standings(within)
