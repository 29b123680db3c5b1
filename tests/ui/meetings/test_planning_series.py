from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.series import HolidayRule, Series
from tests.support.builders import meeting
from tests.support.drivers.meetings import MeetingsDriver, Start

Key = Qt.Key


@pytest.fixture(name="asked")
def person_asked_for_a_meeting(start: Start, board: Organisation) -> MeetingsDriver:
    """The dialog for a new meeting is open; it is 2 March 2026."""
    person = start(board)
    person.page.make_new()
    return person


def the_series(person: MeetingsDriver) -> Series:
    (series,) = person.services.series.all()
    return series


def test_one_meeting_is_still_two_fields_and_enter(asked: MeetingsDriver) -> None:
    asked.write("Date", "19.3.2026")
    asked.begin_to_write("From and to", "17-19")
    asked.strike(Key.Key_Return)
    assert asked.says("Thursday 19 March 2026, 17:00–19:00")
    assert not asked.services.series.all()


def test_what_belongs_to_a_series_unfolds_only_when_it_repeats(asked: MeetingsDriver) -> None:
    assert not asked.is_offered("July")
    asked.select("Repeats", "By weeks")
    assert asked.is_offered("July")
    asked.select("Repeats", "Does not repeat")
    assert not asked.is_offered("July")


def test_the_group_that_meets_every_third_thursday(asked: MeetingsDriver) -> None:
    asked.write("Date", "8.1.2026")
    asked.write("From and to", "7.15-9.30")
    asked.select("Repeats", "By weeks")
    asked.begin_to_write("Weeks from one to the next", "3")
    asked.press("July")
    assert asked.says("Every 3 weeks on Thursday, 7:15–9:30")
    assert asked.says("18 dates in 2026 · 15 held · 33 h 45 min")
    assert asked.says("Thu 14 May – Ascension Day")
    asked.press("Plan the series")
    assert asked.dialog() == ""
    assert asked.says("Thursday 12 March 2026, 7:15–9:30")
    planned = asked.services.series.meetings(the_series(asked).id)
    assert sum(each.day.year == 2026 for each in planned) == 15


def test_planning_a_series_is_undone_in_one_step(asked: MeetingsDriver) -> None:
    asked.write("Date", "5.3.2026")
    asked.select("Repeats", "By weeks")
    asked.press("Plan the series")
    assert asked.services.series.all()
    asked.undo()
    assert not asked.services.series.all()
    assert asked.listed() == []


def test_what_a_meeting_repeats_on_follows_its_date(asked: MeetingsDriver) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", "Monthly on a weekday")
    assert asked.says("The second Tuesday of every month")
    asked.write("Date", "26.3.2026")
    assert asked.says("The fourth Thursday of every month")


def test_a_weekday_chosen_by_hand_stays(asked: MeetingsDriver) -> None:
    asked.select("Repeats", "By weeks")
    asked.press("Wednesday")
    asked.write("Date", "10.3.2026")
    assert asked.says("Every Monday and Wednesday")


@pytest.mark.parametrize(
    ("repeats", "words"),
    [
        ("By weeks", "Every Tuesday, "),
        ("Monthly on a date", "Every month on the 10th, "),
        ("Yearly on a date", "Every year on the 10th of March, "),
        ("Yearly on a weekday", "Every year on the second Tuesday of March, "),
    ],
)
def test_every_way_of_repeating_is_said_in_words(
    asked: MeetingsDriver, repeats: str, words: str
) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", repeats)
    assert asked.says(words)


def test_a_series_ends_after_so_many_meetings(asked: MeetingsDriver) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", "By weeks")
    asked.select("Ends", "After a number of meetings")
    asked.write("Meetings", "4")
    assert asked.says("4 dates in 2026 · 4 held")
    asked.press("Plan the series")
    assert len(asked.services.series.meetings(the_series(asked).id)) == 4


def test_a_series_ends_by_a_date(asked: MeetingsDriver) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", "By weeks")
    asked.select("Ends", "By a date")
    asked.write("Last day", "24.3.2026")
    asked.press("Plan the series")
    days = [each.day.day for each in asked.services.series.meetings(the_series(asked).id)]
    assert days == [10, 17, 24]


def test_an_end_without_its_date_is_asked_for_by_the_field(asked: MeetingsDriver) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", "By weeks")
    asked.select("Ends", "By a date")
    asked.press("Plan the series")
    assert asked.said_below("Last day") == "Write the last day the series may meet on."
    assert asked.dialog() == "New meeting"


def test_a_series_without_a_weekday_is_not_planned(asked: MeetingsDriver) -> None:
    asked.write("Date", "10.3.2026")
    asked.select("Repeats", "By weeks")
    asked.press("Tuesday")
    asked.press("Plan the series")
    assert asked.says("Choose at least one weekday.")
    assert not asked.services.series.all()


def test_holidays_move_meetings_where_that_is_chosen(asked: MeetingsDriver) -> None:
    asked.write("Date", "14.5.2026")
    asked.select("Repeats", "Yearly on a date")
    asked.select("On public holidays", "Move to the next working day")
    assert asked.says("Thu 14 May – Ascension Day: moved to Fri 15 May")
    asked.press("Plan the series")
    assert the_series(asked).holiday_rule is HolidayRule.NEXT_WORKING_DAY


def test_half_holidays_count_when_asked(asked: MeetingsDriver) -> None:
    asked.write("Date", "24.12.2026")
    asked.select("Repeats", "Yearly on a date")
    assert asked.says("1 date in 2026 · 1 held")
    asked.tick("Half holidays too")
    assert asked.says("1 date in 2026 · 0 held")


def test_a_meeting_planned_before_becomes_one_of_the_series(
    start: Start, board: Organisation
) -> None:
    there = meeting(board, "2026-03-10 19:00")
    person = start(board, there)
    person.page.make_new()
    person.write("Date", "10.3.2026")
    person.write("From and to", "19-21")
    person.select("Repeats", "By weeks")
    person.press("Plan the series")
    assert person.services.meetings.get(there.id).series_day == date(2026, 3, 10)
