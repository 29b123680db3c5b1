"""The year as a sheet, and its picture: months, tasks and meetings where they belong."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.sheets.wheel_drawing import (
    RADIUS,
    Disc,
    Paint,
    Sector,
    Words,
    angle_of,
    point,
    task_marks,
    wheel,
)
from boardkeeper.domain.sheets.yearwheel import WheelSheet, wheel_sheet
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import Language
from tests.support.builders import item, meeting, organisation, wheel_task

BOARD = organisation(short_name="Skov", language=Language.DANISH)
NOW = datetime(2026, 3, 2, 12, 0)


def sheet(
    tasks: list[WheelTask], days: list[date] | None = None, today: date | None = None
) -> WheelSheet:
    sittings = [meeting(BOARD, f"{day.isoformat()} 19:00") for day in days or []]
    return wheel_sheet(BOARD, 2026, tasks, sittings, today=today, printed_at=NOW)


def test_tasks_are_numbered_through_the_year() -> None:
    told = sheet([wheel_task(BOARD, "B", 11), wheel_task(BOARD, "A", 2)]).tasks
    assert [(task.number, task.title) for task in told] == [(1, "A"), (2, "B")]


def test_tasks_at_rest_and_of_other_years_are_left_out() -> None:
    tasks = [wheel_task(BOARD, is_active=False)]
    tasks += [wheel_task(BOARD, every_years=2, first_year=2025)]
    assert sheet(tasks).tasks == ()


def test_the_months_are_named_in_the_organisations_language() -> None:
    assert [month.name for month in sheet([]).months][:3] == ["januar", "februar", "marts"]


def test_meetings_of_the_year_stand_in_their_months() -> None:
    off = meeting(BOARD, "2026-05-05 19:00", state=MeetingState.CANCELLED)
    general = meeting(BOARD, "2026-03-24 19:00", kind=MeetingKind.GENERAL)
    others = [meeting(organisation("Else"), "2026-03-05 19:00"), meeting(BOARD, "2025-03-05 19:00")]
    told = wheel_sheet(BOARD, 2026, [], [off, general, *others], printed_at=NOW)
    assert [each.meeting_id for each in told.meetings] == [general.id]
    assert told.months[2].meetings[0].is_general


def test_a_task_stands_with_the_meeting_whose_agenda_has_it() -> None:
    february, march = meeting(BOARD, "2026-02-10 19:00"), meeting(BOARD, "2026-03-05 19:00")
    task = wheel_task(BOARD, month=3)
    on_agenda = item(february, wheel_task_id=task.id)
    (told,) = wheel_sheet(BOARD, 2026, [task], [february, march], [on_agenda], printed_at=NOW).tasks
    assert (told.lands_on, told.is_on_agenda) == (february.day, True)


def test_january_begins_at_the_top_and_the_year_goes_round_clockwise() -> None:
    assert 0 < angle_of(date(2026, 1, 1)) < 1
    assert 359 < angle_of(date(2026, 12, 31)) < 360
    x, y = point(90, RADIUS)
    assert (round(x), round(y)) == (100, 0)


def test_only_the_month_of_today_is_filled() -> None:
    filled = [
        stroke
        for stroke in wheel(sheet([], today=date(2026, 11, 23)))
        if isinstance(stroke, Sector) and stroke.fill is Paint.HUE
    ]
    assert [stroke.start for stroke in filled] == [300]
    strokes = list(wheel(sheet([])))
    assert not [each for each in strokes if isinstance(each, Sector) and each.fill is Paint.HUE]


def test_the_chosen_task_is_filled() -> None:
    tasks = [wheel_task(BOARD), wheel_task(BOARD, month=5)]
    filled = [
        stroke
        for stroke in wheel(sheet(tasks), tasks[0].id)
        if isinstance(stroke, Disc) and stroke.fill is Paint.HUE
    ]
    assert len(filled) == 1


def test_names_of_months_are_never_upside_down() -> None:
    turns = [each.turn % 360 for each in wheel(sheet([])) if isinstance(each, Words)]
    assert all(turn < 90 or turn > 270 for turn in turns)


DAYS = st.lists(
    st.integers(0, 364).map(lambda number: date(2026, 1, 1) + timedelta(days=number)), max_size=80
)


@given(DAYS)
def test_no_days_number_stands_on_another(days: list[date]) -> None:
    words = [
        stroke
        for stroke in wheel(sheet([], days))
        if isinstance(stroke, Words) and stroke.text.isdigit() and len(stroke.text) < 3
    ]
    for one, other in combinations(words, 2):
        assert dist((one.x, one.y), (other.x, other.y)) > 8


@given(DAYS)
def test_every_meeting_has_its_dot(days: list[date]) -> None:
    dots = [stroke for stroke in wheel(sheet([], days)) if isinstance(stroke, Disc)]
    assert len(dots) == len(days)


@given(st.integers(0, 6))
def test_a_board_that_meets_every_week_has_every_day_in_numbers(first: int) -> None:
    days = [date(2026, 1, 1 + first) + timedelta(weeks=week) for week in range(51)]
    words = [each.text for each in wheel(sheet([], days)) if isinstance(each, Words)]
    assert [text for text in words if text in {str(day.day) for day in days}] == [
        str(day.day) for day in days
    ]


@given(st.lists(st.integers(1, 12), max_size=60))
def test_no_tasks_number_touches_another(months: list[int]) -> None:
    told = sheet([wheel_task(BOARD, month=month) for month in months])
    marks = list(task_marks(told))
    assert [mark.task for mark in marks] == list(told.tasks)
    for one, other in combinations(marks, 2):
        assert dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius
    for mark in marks:
        assert dist((0, 0), (mark.x, mark.y)) + mark.radius < RADIUS
