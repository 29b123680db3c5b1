"""What trips come to, with the kilometres of a calendar year added up."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.driving import Driven, driven, kilometre_rates
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.rates import OwnRate, RateName
from tests.support.builders import organisation
from tests.support.time_builders import trip

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")


def allowances(*trips: Trip, own: Sequence[OwnRate] = ()) -> list[int]:
    return [each.amount for each in figured(*trips, own=own)]


def figured(*trips: Trip, own: Sequence[OwnRate] = ()) -> list[Driven]:
    return driven(trips, lambda year: kilometre_rates(year, own))


def test_a_kilometre_has_the_rate_of_its_year() -> None:
    assert allowances(trip(CLUB, 24, "2026-02-01"), trip(CLUB, 24, "2025-12-31")) == [9144, 9456]


def test_a_trip_across_the_limit_has_both_rates() -> None:
    # 20,000 km: 10,000 and 9,990 are below it, so 10 of the last 24 km have the higher rate.
    trips = [
        trip(CLUB, 10_000, "2026-01-10"),
        trip(CLUB, 9_990, "2026-02-10"),
        trip(CLUB, 24, "2026-03-10"),
        trip(CLUB, 10, "2026-04-10"),
    ]
    crossing, after = figured(*trips)[2:]
    assert (crossing.metres_full, crossing.metres_above) == (10_000, 14_000)
    assert crossing.amount == 10 * 394 + 14 * 228
    assert (after.metres_full, after.amount, after.until) == (0, 10 * 228, 20_024_000)


def test_each_board_and_each_year_counts_from_nothing() -> None:
    own = [OwnRate(rate=RateName.KILOMETRE_LIMIT, year=year, amount=10) for year in (2025, 2026)]
    trips = [
        trip(CLUB, 10, "2025-12-30"),
        trip(SCHOOL, 10, "2025-12-31"),
        trip(CLUB, 10, "2026-01-01"),
        trip(CLUB, 10, "2026-01-02"),
    ]
    assert allowances(*trips, own=own) == [3810, 3810, 3940, 2280]


def test_the_order_of_the_days_decides_and_not_that_of_writing() -> None:
    own = [OwnRate(rate=RateName.KILOMETRE_LIMIT, year=2026, amount=10)]
    late, early = trip(CLUB, 10, "2026-03-01"), trip(CLUB, 10, "2026-01-01")
    assert [(each.trip, each.amount) for each in figured(late, early, own=own)] == [
        (early, 3940),
        (late, 2280),
    ]


def test_half_an_oere_is_rounded_upwards() -> None:
    # 250 m at 3.98 kr. are 99.5 øre.
    own = [OwnRate(rate=RateName.KILOMETRE, year=2026, amount=398)]
    short = Trip(
        organisation_id=CLUB.id,
        on=trip(CLUB).on,
        purpose="Nøgler",
        destination="Klubhuset",
        metres=250,
    )
    assert allowances(short, own=own) == [100]


@given(st.lists(st.integers(1, 9_000), max_size=8))
def test_every_metre_has_one_of_the_rates_and_the_higher_ends_at_the_limit(
    lengths: list[int],
) -> None:
    trips = [trip(CLUB, each, f"2026-{at + 1:02}-01") for at, each in enumerate(lengths)]
    found = figured(*trips)
    assert all(each.metres_full + each.metres_above == each.trip.metres for each in found)
    full = sum(each.metres_full for each in found)
    assert full == min(1000 * sum(lengths), 20_000_000)
