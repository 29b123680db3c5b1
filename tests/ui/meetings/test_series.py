from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.series import HolidayRule, Series
from tests.support.builders import series
from tests.support.drivers.meetings import MeetingsDriver, Start


@pytest.fixture(name="planned")
def series_planned(board: Organisation) -> Series:
    """Every third Thursday from 8 January, until the summer; it is 2 March."""
    return series(board, "FREQ=WEEKLY;INTERVAL=3;UNTIL=20260630T235959", minutes=135)


@pytest.fixture(name="member")
def person_at_a_meeting_of_a_series(
    start: Start, board: Organisation, planned: Series
) -> MeetingsDriver:
    """Two days are holidays; the meetings of 23 April and 4 June are among those ahead."""
    person = start(board)
    person.services.series.plan(planned)
    person.services.journal.forget()
    person.page.open_record(on(person, "2026-04-23").id)
    return person


def meetings(person: MeetingsDriver) -> list[Meeting]:
    return [
        m for each in person.services.series.all() for m in person.services.series.meetings(each.id)
    ]


def on(person: MeetingsDriver, day: str) -> Meeting:
    (found,) = [each for each in meetings(person) if each.day == date.fromisoformat(day)]
    return found


def ahead(person: MeetingsDriver) -> list[str]:
    """The days from April on, with the hour."""
    return [f"{each.starts_at:%m-%d %H:%M}" for each in meetings(person) if each.day.month > 3]


AS_PLANNED = ["04-23 07:15", "06-04 07:15", "06-25 07:15"]


def test_a_meeting_says_which_series_it_is_part_of(member: MeetingsDriver) -> None:
    assert ahead(member) == AS_PLANNED
    assert member.says("Part of: every 3 weeks on Thursday, 7:15–9:30, until 30 June 2026")


def test_a_meeting_of_its_own_says_nothing_of_a_series(person: MeetingsDriver) -> None:
    assert not person.says("Part of:")
    assert not person.is_offered("The series")


def test_a_time_changed_in_the_details_is_this_meetings_alone(member: MeetingsDriver) -> None:
    member.turn_to("Details")
    assert member.says("change this meeting only")
    member.write("From and to", "8-10")
    assert ahead(member) == ["04-23 08:00", *AS_PLANNED[1:]]
    assert on(member, "2026-04-23").series_day == date(2026, 4, 23)


def test_the_whole_series_is_changed_and_undone(member: MeetingsDriver) -> None:
    member.pick("The series", "Change the whole series…")
    member.write("From and to", "8-10")
    member.press("Change the series")
    assert ahead(member) == ["04-23 08:00", "06-04 08:00", "06-25 08:00"]
    assert member.says("Thursday 23 April 2026, 8:00–10:00")
    member.undo()
    assert ahead(member) == AS_PLANNED


def test_this_and_the_following_are_changed_and_undone(member: MeetingsDriver) -> None:
    member.page.open_record(on(member, "2026-06-04").id)
    member.pick("The series", "Change this and following…")
    assert member.says("Meetings before 4 June 2026 stay as they are.")
    member.write("From and to", "16-18")
    member.press("Change the series")
    assert ahead(member) == ["04-23 07:15", "06-04 16:00", "06-25 16:00"]
    assert len(member.services.series.all()) == 2
    member.undo()
    assert ahead(member) == AS_PLANNED


def test_following_meetings_begin_on_another_day(member: MeetingsDriver) -> None:
    member.page.open_record(on(member, "2026-06-04").id)
    member.pick("The series", "Change this and following…")
    member.write("First meeting", "3.6.2026")
    member.press("Change the series")
    assert ahead(member) == ["04-23 07:15", "06-03 07:15", "06-24 07:15"]


def test_a_series_ends_with_the_meeting_that_is_open(member: MeetingsDriver) -> None:
    member.pick("The series", "End the series here…")
    assert member.reads("Last day") == "23 April 2026"
    member.press("End the series")
    assert ahead(member) == ["04-23 07:15"]
    member.undo()
    assert ahead(member) == AS_PLANNED


def test_the_days_of_a_series_say_what_was_dropped_and_why(member: MeetingsDriver) -> None:
    member.pick("The series", "Days of the series…")
    assert member.says("9 dates · 7 meetings")
    member.tick("Only what is dropped, moved or to be decided")
    assert member.rows("Days of the series") == [
        "Thursday 2 April 2026, Maundy Thursday, No meeting",
        "Thursday 14 May 2026, Ascension Day, No meeting",
    ]


def test_questions_are_settled_one_by_one(
    start: Start, board: Organisation, planned: Series
) -> None:
    person = start(board)
    asking = series(board, planned.rule, holiday_rule=HolidayRule.ASK)
    person.services.series.plan(asking)
    person.page.open_record(on(person, "2026-04-23").id)
    person.pick("The series", "Days of the series…")
    person.press("Meet all the same Thu 2 April")
    person.press("Leave out Thu 14 May")
    assert not person.is_offered("Leave out Thu 14 May")
    assert ahead(person) == ["04-02 07:15", *AS_PLANNED]
    assert not person.services.series.questions(asking.id)


def test_a_series_is_deleted_and_comes_back_in_one_step(member: MeetingsDriver) -> None:
    member.pick("The series", "Days of the series…")
    member.press("Delete the series")
    assert not member.services.series.all()
    member.undo()
    assert ahead(member) == AS_PLANNED


def test_deleting_one_meeting_leaves_the_series(member: MeetingsDriver) -> None:
    member.pick("More with this meeting", "Delete the meeting")
    assert ahead(member) == AS_PLANNED[1:]
    assert member.services.series.all()
