"""The calendar: three views of all organisations, moved by keys, with what clashes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.services.catalogue import Services
from tests.support.builders import (
    House,
    closed_days,
    meeting,
    membership,
    organisation,
    person,
    term,
)
from tests.support.drivers import hands
from tests.support.drivers.calendar import CalendarDriver

CLUB = organisation("Tennis club", kind=OrganisationKind.NETWORK)
NURSERY = organisation("Skovbørnehaven", kind=OrganisationKind.NETWORK)


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    return Services.over(house.store, house.clock)


@pytest.fixture(name="budget")
def budget_meeting(house: House) -> Meeting:
    sitting = meeting(CLUB, "2026-03-05 19:00", title="Budget", place="Club house")
    house.keep(CLUB, NURSERY, sitting)
    return sitting


def test_without_boards_the_calendar_says_where_to_begin(services: Services, qtbot: QtBot) -> None:
    assert "Name your first board under Today or Boards." in CalendarDriver(services, qtbot).words


def test_it_begins_with_this_month(services: Services, qtbot: QtBot, budget: Meeting) -> None:
    calendar = CalendarDriver(services, qtbot)
    assert calendar.title == "March 2026"
    assert calendar.meetings_shown() == ["19:00, Budget, Tennis club"]
    assert calendar.spoken == "Monday 2 March 2026, week 10. Nothing planned"
    assert budget.title


@pytest.mark.usefixtures("budget")
def test_arrows_move_the_day_and_the_month_with_it(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.key(Qt.Key.Key_Right, 3)
    assert calendar.spoken.startswith("Thursday 5 March 2026, week 10. 19:00, Budget, Tennis club")
    calendar.key(Qt.Key.Key_Down, 4)
    assert calendar.title == "April 2026"
    assert calendar.spoken.startswith("Thursday 2 April 2026, week 14, Maundy Thursday")
    calendar.key(Qt.Key.Key_Up)
    calendar.key(Qt.Key.Key_Home)
    assert calendar.spoken.startswith("Monday 23 March 2026")


@pytest.mark.usefixtures("budget")
def test_a_page_key_goes_a_month_and_t_comes_back(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.key(Qt.Key.Key_PageDown, 2)
    assert calendar.title == "May 2026"
    calendar.key(Qt.Key.Key_PageUp, 3)
    assert calendar.title == "February 2026"
    calendar.key(Qt.Key.Key_T)
    assert calendar.title == "March 2026"


@pytest.mark.usefixtures("budget")
def test_a_letter_changes_the_view(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.key(Qt.Key.Key_U)
    assert calendar.title == "Week 10, 2026"
    calendar.key(Qt.Key.Key_L)
    assert calendar.title == "January – June 2026"
    calendar.key(Qt.Key.Key_M)
    assert calendar.title == "March 2026"


@pytest.mark.usefixtures("budget")
def test_the_buttons_do_what_the_keys_do(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Week")
    calendar.press("Later")
    assert calendar.title == "Week 11, 2026"
    calendar.press("Earlier")
    calendar.press("Earlier")
    assert calendar.title == "Week 9, 2026"
    calendar.press("Today")
    assert calendar.title == "Week 10, 2026"


@pytest.mark.parametrize("view", ["Month", "Week", "List"])
def test_a_press_opens_the_meeting_in_every_view(
    services: Services, qtbot: QtBot, budget: Meeting, view: str
) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press(view)
    calendar.click_on("19:00, Budget")
    assert calendar.wishes == [("meeting", budget.id)]


@pytest.mark.parametrize("view", ["Month", "Week", "List"])
def test_enter_opens_the_only_meeting_of_the_day(
    services: Services, qtbot: QtBot, budget: Meeting, view: str
) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press(view)
    calendar.key(Qt.Key.Key_Right, 3)
    calendar.key(Qt.Key.Key_Return)
    assert calendar.wishes == [("meeting", budget.id)]


def test_enter_on_a_full_day_offers_what_is_there(
    house: House, services: Services, qtbot: QtBot, budget: Meeting
) -> None:
    early = meeting(NURSERY, "2026-03-05 16:00", title="Garden")
    house.keep(early)
    calendar = CalendarDriver(services, qtbot)
    calendar.key(Qt.Key.Key_Right, 3)
    calendar.key(Qt.Key.Key_Return)
    assert calendar.menu() == ["16:00 Garden · Skovbørnehaven", "19:00 Budget · Tennis club"]
    calendar.choose_in_menu("19:00 Budget · Tennis club")
    assert calendar.wishes == [("meeting", budget.id)]


@pytest.mark.usefixtures("budget")
def test_what_finds_no_room_on_a_day_is_a_press_away(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(*(meeting(CLUB, f"2026-03-05 {hour:02}:00") for hour in range(8, 18)))
    calendar = CalendarDriver(services, qtbot)
    calendar.press_more(date(2026, 3, 5))
    assert len(calendar.menu()) == 11


@pytest.mark.usefixtures("budget")
def test_a_meeting_is_planned_on_the_day_that_is_chosen(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.click_day(date(2026, 3, 18))
    calendar.press("Plan a meeting")
    calendar.double_click_day(date(2026, 3, 19))
    calendar.key(Qt.Key.Key_Return)
    assert calendar.wishes == [
        ("new", date(2026, 3, 18)),
        ("new", date(2026, 3, 19)),
        ("new", date(2026, 3, 18)),
    ]


@pytest.mark.usefixtures("budget")
def test_one_organisation_is_shown_when_the_window_filters(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(meeting(NURSERY, "2026-03-10 19:00", title="Garden"))
    calendar = CalendarDriver(services, qtbot)
    calendar.page.show_organisation(NURSERY.id)
    assert calendar.meetings_shown() == ["19:00, Garden, Skovbørnehaven"]


@pytest.mark.usefixtures("budget")
def test_a_new_meeting_appears_at_once(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    services.meetings.plan(meeting(NURSERY, "2026-03-10 19:00", title="Garden"))
    assert "19:00, Garden, Skovbørnehaven" in calendar.meetings_shown()
    services.journal.undo()
    assert "19:00, Garden, Skovbørnehaven" not in calendar.meetings_shown()


def test_a_cancelled_meeting_says_so(house: House, services: Services, qtbot: QtBot) -> None:
    off = meeting(CLUB, title="Budget", state=MeetingState.CANCELLED)
    house.keep(CLUB, off)
    calendar = CalendarDriver(services, qtbot)
    assert calendar.meetings_shown() == ["19:00, Budget, Tennis club, Cancelled"]


def test_what_is_due_stands_on_its_day(house: House, services: Services, qtbot: QtBot) -> None:
    board = organisation("Football club")
    house.keep(board, meeting(board, "2026-03-20 19:00", title="Budget"))
    calendar = CalendarDriver(services, qtbot)
    calendar.click_on("Send the notice")
    assert "Send the notice, Football club" in calendar.meetings_shown()
    assert calendar.wishes[0][0] == "meeting"


def test_the_end_of_my_term_leads_to_the_board(
    house: House, services: Services, qtbot: QtBot
) -> None:
    anna = person(is_me=True)
    mine = membership(anna, CLUB)
    house.keep(CLUB, anna, mine, term(mine, ends="2026-03-20"))
    calendar = CalendarDriver(services, qtbot)
    calendar.click_on("Your term ends")
    assert calendar.wishes == [("board", CLUB.id)]


def test_a_clash_is_told_by_the_meeting_and_beside_the_calendar(
    house: House, services: Services, qtbot: QtBot, budget: Meeting
) -> None:
    other = meeting(NURSERY, "2026-03-05 18:00", title="Garden")
    house.keep(other)
    calendar = CalendarDriver(services, qtbot)
    sentence = "Skovbørnehaven and Tennis club overlap by 1 h on Thu 5 March."
    assert sentence in calendar.tooltip_of("19:00, Budget")
    calendar.press("1 clash")
    assert sentence in calendar.words
    calendar.press("Tennis club · Budget, Thu 5 March 19:00 · Club house")
    assert calendar.wishes == [("meeting", budget.id)]


@pytest.mark.usefixtures("budget")
def test_words_of_a_tooltip_are_plain(house: House, services: Services, qtbot: QtBot) -> None:
    house.keep(meeting(CLUB, "2026-03-10 19:00", title="<b>Bold</b>"))
    calendar = CalendarDriver(services, qtbot)
    assert "&lt;b&gt;Bold&lt;/b&gt; · Tennis club" in calendar.tooltip_of("19:00, <b>")


@pytest.mark.usefixtures("budget")
def test_where_nothing_clashes_the_panel_says_so(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("No clashes")
    assert calendar.clashes() == []
    words = "No meetings clash, and no week or day holds more than your limits."
    assert words in calendar.words


@pytest.mark.usefixtures("budget")
def test_many_findings_come_ten_at_a_time(house: House, services: Services, qtbot: QtBot) -> None:
    for day in range(10, 22):
        house.keep(*(meeting(CLUB, f"2026-03-{day} 10:00") for _each in range(2)))
    calendar = CalendarDriver(services, qtbot)
    calendar.press("12 clashes")
    assert len(calendar.clashes()) == 20
    calendar.press("Show 2 more")
    assert len(calendar.clashes()) == 24


@pytest.mark.usefixtures("budget")
def test_on_a_narrow_page_buttons_keep_their_spoken_names(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot, width=640)
    assert {"No clashes", "Find a free evening", "Plan a meeting"} <= set(calendar.buttons)


@pytest.mark.usefixtures("budget")
def test_a_free_evening_is_found_and_planned(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Find a free evening")
    assert calendar.evenings()[:3] == [
        "Tuesday 3 March 2026, Free from 19:00, week 10",
        "Wednesday 4 March 2026, Free from 19:00, week 10",
        "Monday 9 March 2026, Free from 19:00, week 11",
    ]
    calendar.press_in_finder("Plan a meeting")
    assert calendar.wishes == [("new", date(2026, 3, 3))]


@pytest.mark.usefixtures("budget")
def test_the_finder_says_why_an_evening_is_not_free(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Find a free evening")
    calendar.press_in_finder("Show the evenings that are not free too")
    words = "Thursday 5 March 2026, Tennis club, 19:00–21:00, week 10"
    assert calendar.evenings()[2] == words
    assert "Thursday 2 April 2026, Maundy Thursday, week 14" in calendar.evenings()


@pytest.mark.usefixtures("budget")
def test_the_finder_keeps_to_the_weekdays_wanted(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Find a free evening")
    for weekday in ("Monday", "Tuesday", "Wednesday"):
        calendar.press_in_finder(weekday)
    assert calendar.evenings()[0] == "Thursday 12 March 2026, Free from 19:00, week 11"
    calendar.press_in_finder("Thursday")
    assert "Choose at least one weekday." in calendar.finder_words()
    assert calendar.evenings() == []


@pytest.mark.usefixtures("budget")
def test_a_meeting_too_long_for_the_evening_is_refused_by_its_field(
    services: Services, qtbot: QtBot
) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Find a free evening")
    calendar.type_in_finder("Length", "4 h")
    words = "The meeting is longer than the time of day leaves room for."
    assert words in calendar.finder_words()
    calendar.type_in_finder("Between", "17-22")
    assert calendar.evenings()[0] == "Tuesday 3 March 2026, Free from 17:00, week 10"


@pytest.mark.usefixtures("budget")
def test_closed_days_are_told_by_the_day_and_its_tooltip(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    services.series.close(closed_days(CLUB, "2026-03-03", reason="Rebuilding"))
    calendar.key(Qt.Key.Key_Right)
    assert "Tennis club: Rebuilding" in calendar.spoken
    assert calendar.tooltip_of_day(date(2026, 3, 3)) == "<span>Tennis club: Rebuilding</span>"
    services.journal.undo()
    assert "Rebuilding" not in calendar.spoken


@pytest.mark.usefixtures("budget")
def test_the_plan_of_the_year_shown_is_printed(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    calendar.page.go_to(date(2027, 1, 4))
    calendar.page.print_this()
    calendar.page.show_organisation(CLUB.id)
    calendar.page.print_this()
    assert calendar.wishes == [
        ("print", "All boards · Meeting plan 2027"),
        ("print", "Tennis club · Mødeplan 2027"),
    ]


@pytest.mark.usefixtures("budget")
def test_what_can_be_printed_lies_in_a_menu(services: Services, qtbot: QtBot) -> None:
    calendar = CalendarDriver(services, qtbot)
    assert calendar.offered_by("Print") == ["Meeting plan 2026", "My next 90 days"]
    calendar.choose_offered("My next 90 days")
    assert calendar.wishes == [("print", "My next 90 days")]


@pytest.mark.parametrize("width", [460, 620, 820, 1060])
@pytest.mark.parametrize("view", ["Month", "Week", "List"])
@pytest.mark.usefixtures("budget")
def test_the_title_is_whole_at_any_width(
    services: Services, qtbot: QtBot, width: int, view: str
) -> None:
    calendar = CalendarDriver(services, qtbot, width=width)
    calendar.press(view)
    assert not calendar.is_title_cut


@pytest.mark.parametrize("width", [400, 1060])
@pytest.mark.usefixtures("budget")
def test_the_days_of_a_week_stand_over_their_hours(
    services: Services, qtbot: QtBot, width: int
) -> None:
    calendar = CalendarDriver(services, qtbot, width=width)
    calendar.press("Week")
    heads, hours = calendar.columns_of_the_week()
    assert heads == hours


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2026-03-04 19:00", "2026-03-04 22:00"),
        ("2026-03-04 21:00", "2026-03-04 23:30"),
        ("2026-03-04 06:30", "2026-03-04 07:30"),
    ],
)
@pytest.mark.usefixtures("budget")
def test_the_week_opens_where_all_its_meetings_are_seen(
    house: House, services: Services, qtbot: QtBot, starts: str, ends: str
) -> None:
    house.keep(
        meeting(NURSERY, "2026-03-03 07:15", title="Breakfast"),
        meeting(NURSERY, starts, ends, title="The other"),
    )
    calendar = CalendarDriver(services, qtbot)
    calendar.press("Week")
    assert sorted(calendar.meetings_in_sight) == ["Breakfast", "Budget", "The other"]
    calendar.page.resize(1060, 700)
    hands.settle()
    assert sorted(calendar.meetings_in_sight) == ["Breakfast", "Budget", "The other"]
