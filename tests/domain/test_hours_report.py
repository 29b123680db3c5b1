"""The laws of a year of hours, whichever month it begins in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.hours import Activity, TimeEntry
from boardkeeper.domain.hours_report import (
    HoursReport,
    MonthSpent,
    ReportYear,
    report_of,
    year_of,
    years_between,
)
from tests.support.builders import organisation

BOARDS = [organisation("Skoven"), organisation("Ægir"), organisation("Klubben")]
FIRST_MONTHS = st.integers(1, 12)
DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))
ENTRIES = st.lists(
    st.builds(
        TimeEntry,
        organisation_id=st.sampled_from([each.id for each in BOARDS]),
        on=DAYS,
        minutes=st.integers(1, 24 * 60),
        activity=st.sampled_from(Activity),
    ),
    max_size=40,
)


def parts(entries: list[TimeEntry]) -> list[MonthSpent]:
    return [
        MonthSpent(
            organisation_id=each.organisation_id,
            activity=each.activity,
            month=each.on.replace(day=1),
            entries=1,
            minutes=each.minutes,
        )
        for each in entries
    ]


def every_year(entries: list[TimeEntry], first_month: int) -> list[HoursReport]:
    years = years_between(date(2019, 1, 1), date(2029, 12, 31), first_month)
    return [report_of(year, parts(entries)) for year in years]


@given(ENTRIES, FIRST_MONTHS)
def test_all_years_add_up_to_the_same_whichever_month_they_begin_in(
    entries: list[TimeEntry], first_month: int
) -> None:
    reports = every_year(entries, first_month)
    assert sum(each.minutes for each in reports) == sum(each.minutes for each in entries)
    assert sum(each.entries for each in reports) == len(entries)


@given(ENTRIES, FIRST_MONTHS)
def test_every_grouping_of_a_year_adds_up_to_the_year(
    entries: list[TimeEntry], first_month: int
) -> None:
    for report in every_year(entries, first_month):
        boards, activities = report.by_organisation(), report.by_activity()
        assert sum(boards.values()) == report.minutes
        assert sum(activities.values()) == report.minutes
        assert sum(report.by_month().values()) == report.minutes
        assert {each: sum(report.months_of_organisation(each)) for each in boards} == boards
        assert {each: sum(report.months_of_activity(each)) for each in activities} == activities


@given(ENTRIES, FIRST_MONTHS)
def test_the_months_of_all_boards_are_those_of_the_year(
    entries: list[TimeEntry], first_month: int
) -> None:
    for report in every_year(entries, first_month):
        by_board = [report.months_of_organisation(each) for each in report.by_organisation()]
        by_activity = [report.months_of_activity(each) for each in report.by_activity()]
        months = tuple(report.by_month().values())
        nothing = (0,) * 12
        assert tuple(map(sum, zip(nothing, *by_board, strict=True))) == months
        assert tuple(map(sum, zip(nothing, *by_activity, strict=True))) == months


@given(DAYS, FIRST_MONTHS)
def test_every_day_lies_in_one_year(day: date, first_month: int) -> None:
    year = year_of(day, first_month)
    before = ReportYear(number=year.number - 1, first_month=first_month)
    after = ReportYear(number=year.number + 1, first_month=first_month)
    assert [each.covers(day) for each in (before, year, after)] == [False, True, False]
    assert (before.last.toordinal() + 1, after.first.toordinal() - 1) == (
        year.first.toordinal(),
        year.last.toordinal(),
    )


@pytest.mark.parametrize(
    ("first_month", "label", "first", "last"),
    [
        (1, "2026", date(2026, 1, 1), date(2026, 12, 31)),
        (4, "2026/27", date(2026, 4, 1), date(2027, 3, 31)),
        (12, "2026/27", date(2026, 12, 1), date(2027, 11, 30)),
    ],
)
def test_a_year_is_named_for_the_years_it_touches(
    first_month: int, label: str, first: date, last: date
) -> None:
    year = ReportYear(number=2026, first_month=first_month)
    assert (year.label, year.first, year.last) == (label, first, last)
    assert year.months[0] == first
    assert year.months[-1] == last.replace(day=1)


def test_the_turn_of_a_century_has_two_digits() -> None:
    assert ReportYear(number=2099, first_month=7).label == "2099/00"


def test_a_year_ends_on_a_leap_day() -> None:
    assert ReportYear(number=2027, first_month=3).last == date(2028, 2, 29)
