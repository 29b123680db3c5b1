from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from tests.support.builders import item, meeting, membership, organisation
from tests.support.builders import person as someone
from tests.support.drivers.meetings import MeetingsDriver, Start

Key = Qt.Key


@pytest.fixture(name="year")
def year_of_meetings(board: Organisation, thursday: Meeting) -> list[Record]:
    """One meeting ahead besides Thursday's, two behind in different years."""
    return [
        board,
        thursday,
        meeting(board, "2026-06-04 19:00", title="Summer party", place="The garden"),
        meeting(board, "2026-01-08 19:00", title="Budget night"),
        meeting(board, "2025-11-06 19:00", title="Autumn meeting", state=MeetingState.APPROVED),
    ]


def test_what_lies_ahead_is_listed_first(start: Start, year: list[Record]) -> None:
    person = start(*year)
    assert person.listed() == ["Board meeting no. 14", "Summer party"]
    assert person.listed_fully()[0] == (
        "Board meeting no. 14, Thu 5 March, 19:00 · Skovbørnehaven · The hall, on Thursday"
    )


def test_past_meetings_are_listed_by_year(start: Start, year: list[Record]) -> None:
    person = start(*year)
    person.turn_to("Past")
    assert person.listed() == ["Budget night"]
    person.select("Year", "2025")
    assert person.listed() == ["Autumn meeting"]
    assert person.listed_fully()[0].endswith("Minutes approved")


def test_all_meetings_are_listed_with_those_ahead_on_top(start: Start, year: list[Record]) -> None:
    person = start(*year)
    person.turn_to("All")
    assert person.listed() == [
        "Board meeting no. 14",
        "Summer party",
        "Budget night",
        "Autumn meeting",
    ]


def test_the_search_finds_by_title_place_and_board(start: Start, year: list[Record]) -> None:
    person = start(*year)
    person.search("garden")
    assert person.listed() == ["Summer party"]


def test_a_search_that_finds_nothing_says_so_and_can_be_cleared(
    start: Start, year: list[Record]
) -> None:
    person = start(*year)
    person.search("submarine")
    assert person.says("No meeting here fits “submarine”.")
    person.press("Clear the search")
    assert len(person.listed()) == 2


def test_one_board_can_be_shown_alone(start: Start, year: list[Record]) -> None:
    other = organisation("Sejlklubben")
    person = start(*year, other, meeting(other, title="Launch"))
    person.page.show_organisation(other.id)
    assert person.listed() == ["Launch"]


def test_a_meeting_is_deleted_and_comes_back_with_undo(start: Start, year: list[Record]) -> None:
    person = start(*year)
    person.page.take_focus()
    person.strike(Key.Key_Delete)
    assert person.listed() == ["Summer party"]
    person.undo()
    assert person.listed() == ["Board meeting no. 14", "Summer party"]


def test_enter_opens_the_chosen_meeting(start: Start, year: list[Record]) -> None:
    person = start(*year)
    person.page.take_focus()
    person.strike(Key.Key_Return)
    assert person.says("Thursday 5 March 2026, 19:00–21:00 · The hall")


def test_deleting_the_open_meeting_goes_back_to_the_list(person: MeetingsDriver) -> None:
    person.pick("More with this meeting", "Delete the meeting")
    assert person.says("No meetings lie ahead.")
    assert [each.title for each in person.services.trash.entries()] == [
        "Board meeting no. 14 · Skovbørnehaven"
    ]


def test_closing_the_meeting_marks_it_in_the_list(person: MeetingsDriver) -> None:
    person.press("All meetings")
    assert person.listed() == ["Board meeting no. 14"]
    person.page.print_this()
    assert len(person.printed) == 1


def test_printing_is_a_wish(person: MeetingsDriver) -> None:
    person.press("Print…")
    person.page.print_this()
    assert person.printed == ["Skovbørnehaven · Notice of regular board meeting no. 14"] * 2


def test_the_brief_before_the_meeting_is_in_its_menu(person: MeetingsDriver) -> None:
    person.pick("More with this meeting", "Brief before the meeting…")
    assert person.printed == ["Skovbørnehaven · Before the meeting"]


def test_typing_is_saved_before_the_paper_is_wished_for(
    person: MeetingsDriver, thursday: Meeting
) -> None:
    person.turn_to("Details")
    person.begin_to_write("Purpose", "We agree on the roof")
    person.page.print_this()
    assert person.services.meetings.get(thursday.id).purpose == "We agree on the roof"


def test_the_head_tells_the_deadlines(start: Start, board: Organisation) -> None:
    person = start(board, meeting(board, "2026-03-26 19:00"))
    person.open("Board meeting")
    assert person.says("Notice by Thu 19 March (in 17 days) · items by ")


def test_a_late_notice_is_said(person: MeetingsDriver) -> None:
    assert person.says("The notice is late: it was to be sent by Thu 26 February.")


def test_marking_the_notice_as_sent_says_when(start: Start, board: Organisation) -> None:
    person = start(board, meeting(board, "2026-03-26 19:00"))
    person.open("Board meeting")
    person.press("Mark notice as sent")
    assert person.says("Notice sent Mon 2 March")
    assert not person.is_offered("Mark notice as sent")
    person.undo()
    assert person.is_offered("Mark notice as sent")


def test_a_shortened_notice_is_said(person: MeetingsDriver) -> None:
    person.press("Mark notice as sent")
    assert person.says("later than Thu 26 February: it was called with shortened notice.")


def test_a_meeting_is_cancelled_and_held_after_all(
    person: MeetingsDriver, thursday: Meeting
) -> None:
    person.pick("More with this meeting", "Cancel the meeting")
    assert person.services.meetings.get(thursday.id).state is MeetingState.CANCELLED
    person.pick("More with this meeting", "Hold it after all")
    assert person.services.meetings.get(thursday.id).state is MeetingState.PLANNED


def test_a_meeting_is_moved_by_writing_another_date(
    person: MeetingsDriver, thursday: Meeting
) -> None:
    person.pick("More with this meeting", "Move to another day…")
    person.write("Date", "12 March")
    moved = person.services.meetings.get(thursday.id)
    assert (moved.starts_at, moved.ends_at) == (
        datetime(2026, 3, 12, 19, 0),
        datetime(2026, 3, 12, 21, 0),
    )
    person.undo()
    assert person.services.meetings.get(thursday.id) == thursday


def test_a_meeting_may_end_after_midnight(person: MeetingsDriver, thursday: Meeting) -> None:
    person.turn_to("Details")
    person.write("From and to", "20-1")
    assert person.services.meetings.get(thursday.id).ends_at == datetime(2026, 3, 6, 1, 0)


def test_a_meeting_without_a_date_is_refused_by_the_field(
    person: MeetingsDriver, thursday: Meeting
) -> None:
    person.turn_to("Details")
    person.begin_to_write("Date", "x")
    person.strike(Key.Key_Backspace)
    person.strike(Key.Key_Tab)
    assert person.said_below("Date") == "A meeting needs a date."
    assert person.services.meetings.get(thursday.id) == thursday


def test_details_are_saved_as_they_are_written(person: MeetingsDriver, thursday: Meeting) -> None:
    person.turn_to("Details")
    person.write("Place", "The library")
    person.write("Purpose", "We agree on the roof")
    person.select("Kind of meeting", "Extraordinary board meeting")
    person.write("Number", "15")
    found = person.services.meetings.get(thursday.id)
    assert found.place == "The library"
    assert found.purpose == "We agree on the roof"
    assert found.kind is MeetingKind.EXTRAORDINARY
    assert person.says("Extraordinary board meeting no. 15")


def test_the_chair_is_chosen_among_those_who_sit_there(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    anna, bo, stranger = someone("Anna Holm"), someone("Bo Lund"), someone("Carl Skov")
    person = start(
        board,
        thursday,
        anna,
        bo,
        stranger,
        membership(anna, board, role=Role.CHAIR),
        membership(bo, board),
    )
    person.open("Board meeting no. 14")
    person.turn_to("Details")
    assert person.choices("Minute-taker") == ["Nobody yet", "Anna Holm", "Bo Lund"]
    person.select("Minute-taker", "Bo Lund")
    assert person.services.meetings.get(thursday.id).minute_taker_id == bo.id


def test_a_new_meeting_understands_a_forgiving_date(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    person = start(board, thursday)
    person.press("New meeting")
    assert person.dialog() == "New meeting"
    person.begin_to_write("Date", "next tuesday")
    assert "Tuesday" in person.said_below("Date")
    person.press("Plan the meeting")
    (made,) = [each for each in person.services.meetings.all() if each.id != thursday.id]
    assert made.starts_at == datetime(2026, 3, 10, 19, 0)
    assert made.number == 15
    assert person.says("Board meeting no. 15")
    assert len(person.agenda()) > 5


def test_a_new_meeting_is_one_step_back(start: Start, board: Organisation) -> None:
    person = start(board)
    person.press("Plan a meeting")
    person.write("Date", "5/3")
    person.press("Plan the meeting")
    person.undo()
    assert person.says("No meetings lie ahead.")


def test_a_new_meeting_without_a_date_stays_to_be_mended(start: Start, board: Organisation) -> None:
    person = start(board)
    person.page.make_new()
    person.press("Plan the meeting")
    assert person.dialog() == "New meeting"
    assert person.said_below("Date") == "A meeting needs a date."


def test_a_new_meeting_can_begin_with_an_empty_agenda(start: Start, board: Organisation) -> None:
    person = start(board)
    person.page.make_new_for(board.id)
    person.write("Date", "5/3")
    person.tick("With the usual agenda")
    person.press("Plan the meeting")
    assert person.is_offered("Use the usual agenda")


def test_another_board_brings_its_own_habits_but_not_over_what_was_written(
    start: Start, board: Organisation
) -> None:
    club = organisation("Sejlklubben", usual_place="The club house", usual_minutes=90)
    person = start(board, club)
    person.page.make_new_for(board.id)
    person.write("From and to", "17-18")
    person.select("Which board?", "Sejlklubben")
    assert person.reads("Place") == "The club house"
    assert person.reads("From and to").startswith("17")


def test_a_general_meeting_is_not_numbered_with_the_board_meetings(
    start: Start, board: Organisation
) -> None:
    person = start(board)
    person.page.make_new()
    person.select("Kind of meeting", "Annual general meeting")
    assert person.reads("Number") == ""


def test_the_first_run_needs_a_name_and_a_date(start: Start) -> None:
    person = start()
    person.press("Plan the first meeting")
    person.write("Name of the board", "Skovbørnehaven")
    person.write("Date of the next meeting", "5/3")
    person.press("Make the agenda")
    (board,) = person.services.organisations.all()
    assert (board.name, board.kind) == ("Skovbørnehaven", OrganisationKind.ASSOCIATION)
    assert person.services.meetings.all()[0].day == date(2026, 3, 5)
    assert len(person.agenda()) > 5


def test_the_first_run_asks_for_a_missing_name(start: Start) -> None:
    person = start()
    person.page.make_new()
    person.write("Date of the next meeting", "5/3")
    person.press("Make the agenda")
    assert person.said_below("Name of the board") == "An organisation needs a name."


def test_a_break_is_called_as_the_papers_are_written(start: Start) -> None:
    danish = organisation("Sejlklubben", language=Language.DANISH)
    sitting = meeting(danish)
    person = start(danish, sitting, item(sitting, "Velkomst"))
    person.open("Board meeting")
    person.press("Break")
    made = person.services.agenda.of(sitting.id).lines[1].item
    assert (made.title, made.type) == ("Pause", ItemType.BREAK)


def test_of_twenty_thousand_meetings_this_years_are_listed(
    start: Start, services: Services, board: Organisation
) -> None:
    meetings = [
        meeting(board, f"20{20 + at % 60}-{1 + at % 12:02}-{1 + at % 28:02} 19:00", number=1 + at)
        for at in range(20_000)
    ]
    person = start(board, *meetings)
    person.turn_to("All")
    this_year = [each for each in meetings if each.day.year == 2026]
    assert len(person.listed()) == len(this_year)
    person.search("19987")
    assert person.listed() == ["Board meeting no. 19987"]
    assert len(services.meetings.past_years()) == 6
