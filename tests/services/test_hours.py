"""What one does with time entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.builders import House, organisation, time_entry

SKOVEN, AEGIR = organisation("Skoven"), organisation("Ægir")


@pytest.fixture(autouse=True)
def _two_boards(house: House) -> None:
    house.keep(SKOVEN, AEGIR)


def test_entries_stand_with_the_newest_first(house: House) -> None:
    days = ["2026-03-01", "2026-03-31", "2026-02-28"]
    house.keep(*(time_entry(SKOVEN, on) for on in days))
    assert [f"{entry.on}" for entry in house.hours.all()] == [days[1], days[0], days[2]]


def test_both_ends_of_a_span_of_days_count(house: House) -> None:
    house.keep(*(time_entry(SKOVEN, f"2026-03-{day:02}", minutes=10) for day in range(1, 11)))
    first, last = date(2026, 3, 3), date(2026, 3, 5)
    assert len(house.hours.between(first, last)) == 3
    assert house.hours.minutes(first, last) == 30


def test_the_hours_of_one_organisation_are_its_own(house: House) -> None:
    mine = time_entry(SKOVEN, minutes=60)
    house.keep(mine, time_entry(AEGIR, minutes=45))
    assert house.hours.between(date.min, date.max, SKOVEN.id) == [mine]
    assert house.hours.minutes(date.min, date.max, SKOVEN.id) == 60
    assert house.hours.minutes(date.min, date.max) == 105


def test_this_month_is_the_calendar_month_of_today(house: House) -> None:
    for on in ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"):
        house.hours.log(time_entry(SKOVEN, on, minutes=30))
    assert house.hours.minutes_this_month() == 60


def test_without_entries_no_minutes_were_spent(house: House) -> None:
    assert house.hours.minutes_this_month() == 0


def test_an_entry_is_logged_changed_and_discarded(house: House) -> None:
    entry = time_entry(SKOVEN, minutes=90)
    house.hours.log(entry)
    house.hours.change(replace(entry, minutes=75))
    assert house.hours.get(entry.id).minutes == 75
    house.hours.discard(entry.id)
    assert house.hours.all() == []
    (thrown,) = house.trash.entries()
    assert thrown.title.startswith("Meeting · ")
    assert thrown.title.endswith(" · Skoven")


def test_the_sums_of_a_search_are_those_of_the_entries_it_finds(house: House) -> None:
    club, choir = organisation("Tennis club"), organisation("Choir")
    house.keep(
        *(club, choir),
        time_entry(club, "2026-03-01", 30, note="Read the accounts"),
        time_entry(choir, "2026-03-02", 45, note="Wrote the ACCOUNTS"),
        time_entry(choir, "2026-03-02", 15, note="Sang"),
    )
    whole = (date.min, date.max)
    for words in ("accounts", "choir", "tennis accounts", ""):
        found = house.hours.between(*whole, words=words)
        spent = house.hours.spent(*whole, words=words)
        assert sum(each.minutes for each in spent) == sum(each.minutes for each in found)
        assert sum(each.entries for each in spent) == len(found)
