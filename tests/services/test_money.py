"""Payments, and what they come to by any year and grouping."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.money import Payment, PaymentKind
from boardkeeper.domain.money_report import InAndOut
from tests.support.builders import House, house, organisation, time_entry
from tests.support.time_builders import ceiling, payment, trip

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)

PAYMENTS = st.lists(
    st.builds(
        Payment,
        organisation_id=st.sampled_from([CLUB.id, SCHOOL.id]),
        on=st.dates(date(2024, 1, 1), date(2027, 12, 31)),
        kind=st.sampled_from(PaymentKind),
        amount=st.integers(1, 10**9),
    ),
    max_size=12,
)


def test_a_payment_is_added_changed_and_thrown_away_step_by_step(house: House) -> None:
    house.keep(CLUB)
    fee = payment(CLUB, 5_000)
    house.money.add(fee)
    house.money.change(replace(fee, amount=600_000))
    house.money.discard(fee.id)
    assert house.money.all() == []
    assert [each.title for each in house.trash.entries()] == ["Board fee · DKK 6,000 · Tennis club"]
    house.journal.undo()
    assert house.money.get(fee.id).amount == 600_000
    house.journal.undo()
    assert house.money.get(fee.id) == fee
    house.journal.undo()
    assert house.money.all() == []


def test_what_was_thrown_away_can_be_fetched_back(house: House) -> None:
    fee = payment(CLUB, 5_000)
    house.keep(CLUB, fee)
    house.money.discard(fee.id)
    house.trash.restore(house.trash.entries()[0].id)
    assert house.money.all() == [fee]


def test_both_ends_of_a_stretch_count_and_the_newest_stands_first(house: House) -> None:
    inside = [payment(CLUB, 1, on="2026-12-31"), payment(SCHOOL, 2, on="2026-01-01")]
    outside = [payment(CLUB, 3, on="2025-12-31"), payment(CLUB, 4, on="2027-01-01")]
    house.keep(CLUB, SCHOOL, *inside, *outside)
    assert house.money.between(FIRST, LAST) == inside
    assert house.money.between(FIRST, LAST, SCHOOL.id) == inside[1:]
    assert [each.amount for each in house.money.of(CLUB.id)] == [400, 100, 300]


def test_what_comes_in_and_goes_out_is_told_apart(house: House) -> None:
    house.keep(
        CLUB,
        payment(CLUB, 5_000, PaymentKind.FEE),
        payment(CLUB, 100, PaymentKind.REFUND),
        payment(CLUB, 1_200, PaymentKind.DUES),
        payment(CLUB, 300, PaymentKind.EXPENSE),
    )
    report = house.money.report(ReportYear(number=2026))
    assert (report.sums.received, report.sums.paid, report.sums.net) == (510_000, 150_000, 360_000)
    assert report.payments == 4
    assert report.by_kind()[PaymentKind.DUES].net == -120_000


@given(PAYMENTS, st.integers(1, 12))
def test_by_any_year_and_grouping_the_total_is_the_same(
    payments: list[Payment], first_month: int
) -> None:
    with house(CLUB, SCHOOL, *payments) as built:
        money = built.money
        total = sum(each.signed for each in payments)
        years = money.years(first_month)
        reports = [money.report(year) for year in years]
        assert sum(each.sums.net for each in reports) == total
        for report in reports:
            groupings = (report.by_organisation(), report.by_kind(), report.by_month())
            for grouping in groupings:
                assert sum(each.received for each in grouping.values()) == report.sums.received
                assert sum(each.paid for each in grouping.values()) == report.sums.paid
        of_each = [money.in_and_out(None, year.first, year.last).net for year in years]
        assert sum(of_each) == total
        boards = [money.in_and_out(each.id, date.min, date.max).net for each in (CLUB, SCHOOL)]
        assert sum(boards) == total


def test_time_is_worth_what_an_hour_was_on_its_day(house: House) -> None:
    house.keep(
        CLUB,
        ceiling("2026-01-01", hour_value=60_000),
        ceiling("2026-07-01", hour_value=90_000),
        time_entry(CLUB, "2025-12-31", 60),  # before there was a ceiling
        time_entry(CLUB, "2026-06-30", 90),
        time_entry(CLUB, "2026-07-01", 60),
        payment(CLUB, 5_000, on="2026-05-01"),
    )
    whole = house.money.in_and_out(CLUB.id, date(2025, 1, 1), LAST)
    assert (whole.minutes, whole.value_of_time) == (210, 90_000 + 90_000)
    year = house.money.in_and_out(CLUB.id, FIRST, LAST)
    assert (year.minutes, year.net, year.an_hour) == (150, 500_000, 200_000)
    assert house.money.in_and_out(CLUB.id, date(2026, 7, 1), LAST).value_of_time == 90_000


@given(st.lists(st.tuples(st.integers(0, 729), st.integers(1, 600)), max_size=8))
def test_the_value_of_the_time_is_the_same_however_the_days_are_cut(
    entries: list[tuple[int, int]],
) -> None:
    start = date(2025, 1, 1)
    spent = [
        time_entry(CLUB, (start + timedelta(days=day)).isoformat(), minutes)
        for day, minutes in entries
    ]
    limits = [ceiling("2025-04-01", hour_value=77_777), ceiling("2026-02-28", hour_value=1)]
    with house(CLUB, *spent, *limits) as built:
        asked = [
            (date(2025, 1, 1), date(2025, 12, 31)),
            (date(2026, 1, 1), date(2026, 12, 31)),
        ]
        parts = [built.money.in_and_out(CLUB.id, *each) for each in asked]
        whole = built.money.in_and_out(CLUB.id, asked[0][0], asked[1][1])
        assert parts[0].plus(parts[1]) == whole


def test_without_time_there_are_no_kroner_an_hour() -> None:
    assert InAndOut(organisation_id=CLUB.id, received=100).an_hour is None


def test_each_board_with_money_or_time_stands_for_itself(house: House) -> None:
    house.keep(CLUB, SCHOOL, payment(CLUB, 10), time_entry(SCHOOL, "2026-02-01", 30))
    found = {each.organisation_id: each for each in house.money.in_and_out_each(FIRST, LAST)}
    assert found[CLUB.id].received == 1_000
    assert found[SCHOOL.id].minutes == 30


def test_caps_are_by_the_calendar_year_whichever_days_are_asked_about(house: House) -> None:
    house.keep(
        CLUB,
        payment(CLUB, 2_000, PaymentKind.TELEPHONE, "2026-01-15"),
        payment(CLUB, 2_000, PaymentKind.TELEPHONE, "2026-11-15"),
    )
    (line,) = house.money.allowances(date(2026, 4, 1), date(2026, 6, 30))
    assert line.is_over


@pytest.mark.parametrize("first_month", [1, 4])
def test_the_years_reach_from_the_first_thing_to_the_last(house: House, first_month: int) -> None:
    house.keep(CLUB, trip(CLUB, on="2024-02-01"), payment(CLUB, 1, on="2027-02-01"))
    years = [each.number for each in house.money.years(first_month)]
    assert years[0] >= 2026
    assert years[-1] == (2024 if first_month == 1 else 2023)
