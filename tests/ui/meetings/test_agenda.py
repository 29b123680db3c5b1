from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from tests.support.builders import item, items
from tests.support.drivers.meetings import ALT, ALT_SHIFT, MeetingsDriver, Start

Key = Qt.Key


def test_enter_writes_an_item_after_the_chosen_one(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_Return)
    person.type_in("Fees")
    person.strike(Key.Key_Return)
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Fees", "4 Roof"]
    assert person.stands_on() == "Fees"


def test_a_new_item_is_one_step_back(person: MeetingsDriver) -> None:
    person.strike(Key.Key_Return)
    person.type_in("Fees")
    person.strike(Key.Key_Return)
    person.undo()
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]


def test_several_items_are_written_without_the_pointer(person: MeetingsDriver) -> None:
    person.stand_on("Roof")
    for title in ("Playground", "Any other business"):
        person.strike(Key.Key_Return)
        person.type_in(title)
        person.strike(Key.Key_Return)
    assert person.agenda()[2:] == ["3 Roof", "4 Playground", "5 Any other business"]


def test_esc_leaves_no_trace_of_an_item_without_title(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_Return)
    person.strike(Key.Key_Escape)
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]
    assert person.stands_on() == "Budget"
    assert person.services.journal.undo_label is None


def test_the_button_writes_an_item_as_enter_does(person: MeetingsDriver) -> None:
    person.stand_on("Welcome")
    person.press("Add item")
    person.type_in("Fees")
    person.strike(Key.Key_Return)
    assert person.agenda()[:2] == ["1 Welcome", "2 Fees"]


def test_f2_edits_the_title_in_place(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_F2)
    person.type_in("Accounts")
    person.strike(Key.Key_Return)
    assert person.agenda()[1] == "2 Accounts"
    person.undo()
    assert person.agenda()[1] == "2 Budget"


def test_esc_keeps_the_title_as_it_was(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_F2)
    person.type_in("Accounts")
    person.strike(Key.Key_Escape)
    assert person.agenda()[1] == "2 Budget"


def test_tab_goes_from_the_title_to_the_minutes(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_F2)
    person.strike(Key.Key_Tab)
    person.type_in("25")
    person.strike(Key.Key_Return)
    assert person.agenda("Item", "Min.")[1] == "Budget 25"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("15", "15"), ("1½ t", "90"), ("90 min", "90"), ("1:15", "75")]
)
def test_minutes_are_typed_as_people_write_them(
    person: MeetingsDriver, typed: str, minutes: str
) -> None:
    person.stand_on("Budget", "Min.")
    person.type_in(typed)
    person.strike(Key.Key_Return)
    assert person.agenda("Min.")[1] == minutes


def test_minutes_that_make_no_sense_stay_to_be_mended(person: MeetingsDriver) -> None:
    person.stand_on("Budget", "Min.")
    person.type_in("a while")
    person.strike(Key.Key_Return)
    assert person.is_writing
    assert person.says("a while")
    person.strike(Key.Key_Escape)
    assert person.agenda("Min.")[1] == "10"


def test_clock_times_follow_the_minutes(person: MeetingsDriver) -> None:
    assert person.agenda("Time") == ["19:00", "19:10", "19:20"]
    person.stand_on("Welcome", "Min.")
    person.type_in("30")
    person.strike(Key.Key_Return)
    assert person.agenda("Time") == ["19:00", "19:30", "19:40"]


def test_the_footer_tells_how_the_time_adds_up(person: MeetingsDriver) -> None:
    assert person.says("1 h 30 min left · ends 19:30")
    for minutes, said in (
        ("100", "Ends 21:00 as planned"),
        ("88", "12 minutes left · ends 20:48"),
        ("115", "Overruns by 15 minutes · ends 21:15"),
    ):
        person.stand_on("Welcome", "Min.")
        person.type_in(minutes)
        person.strike(Key.Key_Return)
        assert person.says(said)
        person.stand_on("Roof")


def test_alt_and_arrows_move_an_item_and_stay_on_it(person: MeetingsDriver) -> None:
    person.stand_on("Welcome")
    person.strike(Key.Key_Down, ALT)
    assert person.agenda() == ["1 Budget", "2 Welcome", "3 Roof"]
    assert person.stands_on() == "Welcome"
    person.strike(Key.Key_Down, ALT)
    person.strike(Key.Key_Up, ALT)
    assert person.agenda() == ["1 Budget", "2 Welcome", "3 Roof"]
    person.undo()
    person.undo()
    person.undo()
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]


def test_alt_shift_and_arrows_move_an_item_a_level_in_and_out(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_Right, ALT_SHIFT)
    assert person.agenda() == ["1 Welcome", "1.1 Budget", "2 Roof"]
    assert person.agenda("Min.")[0] == "Σ 20"
    person.strike(Key.Key_Left, ALT_SHIFT)
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]
    person.undo()
    assert person.agenda()[1] == "1.1 Budget"


def test_an_item_is_moved_while_its_title_is_written(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_F2)
    person.type_in("Accounts")
    person.strike(Key.Key_Up, ALT)
    assert person.agenda() == ["1 Accounts", "2 Welcome", "3 Roof"]


@pytest.mark.parametrize(
    ("button", "rows"),
    [
        ("Move up", ["1 Budget", "2 Welcome", "3 Roof"]),
        ("Move down", ["1 Welcome", "2 Roof", "3 Budget"]),
        ("Make it a sub-item", ["1 Welcome", "1.1 Budget", "2 Roof"]),
        ("Delete the item", ["1 Welcome", "2 Roof"]),
    ],
)
def test_every_move_has_a_button(person: MeetingsDriver, button: str, rows: list[str]) -> None:
    person.stand_on("Budget")
    person.press(button)
    assert person.agenda() == rows
    person.undo()
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]


def test_del_discards_the_item_and_goes_on_to_the_next(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.strike(Key.Key_Delete)
    assert person.agenda() == ["1 Welcome", "2 Roof"]
    assert person.stands_on() == "Roof"
    assert [each.title for each in person.services.trash.entries()] == ["Budget"]


def test_an_item_is_dragged_to_another_place(person: MeetingsDriver) -> None:
    person.drag("Roof", before="Welcome")
    assert person.agenda() == ["1 Roof", "2 Welcome", "3 Budget"]
    assert person.stands_on() == "Roof"
    person.undo()
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]


def test_an_item_is_dragged_onto_another_level(person: MeetingsDriver) -> None:
    person.drag("Roof", before="Budget", levels=1)
    assert person.agenda() == ["1 Welcome", "1.1 Roof", "2 Budget"]
    person.drag("Roof", before=None, levels=-1)
    assert person.agenda() == ["1 Welcome", "2 Budget", "3 Roof"]


def test_a_break_has_no_number(person: MeetingsDriver) -> None:
    person.stand_on("Welcome")
    person.press("Break")
    assert person.agenda("No.", "Item", "Min.")[:3] == ["1 Welcome 10", "Break 10", "2 Budget 10"]


def test_space_on_the_type_offers_the_types(person: MeetingsDriver) -> None:
    person.stand_on("Budget", "Type")
    person.strike(Key.Key_Space)
    person.choose_type("Decision")
    assert person.agenda("Item", "Type")[1] == "Budget Decision"


def test_space_closes_an_item(person: MeetingsDriver) -> None:
    person.page.resize(1700, 800)
    person.stand_on("Budget")
    while person.table.currentIndex().column() < 6:
        person.strike(Key.Key_Right)
    person.strike(Key.Key_Space)
    assert person.agenda("Item", "Closed")[1] == "Budget Closed"


def test_the_case_is_saved_as_it_is_written(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.write("Purpose", "We know what we can afford")
    person.write("Recommendation", "It is recommended that the board adopts the budget.")
    person.select("Type", "Decision")
    person.tick("Closed item")
    (found,) = [
        line.item
        for line in person.services.agenda.of(_meeting_id(person)).lines
        if line.item.title == "Budget"
    ]
    assert found.purpose == "We know what we can afford"
    assert found.recommendation == "It is recommended that the board adopts the budget."
    assert found.is_closed
    assert person.agenda("Item", "Type")[1] == "Budget Decision"


def test_the_case_follows_the_chosen_item(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.write("Presenter", "Karen")
    person.stand_on("Roof")
    assert person.reads("Presenter") == ""
    person.stand_on("Budget")
    assert person.reads("Presenter") == "Karen"


def test_what_is_being_typed_outlives_a_change_from_elsewhere(person: MeetingsDriver) -> None:
    person.stand_on("Budget")
    person.begin_to_write("Background", "Half a sen")
    found = person.services.agenda.of(_meeting_id(person)).lines[0].item
    person.services.agenda.lower(found.id)
    assert person.reads("Background") == "Half a sen"


def test_the_open_editor_outlives_a_change_from_elsewhere(person: MeetingsDriver) -> None:
    person.stand_on("Roof")
    person.strike(Key.Key_F2)
    person.type_in("The new ro")
    first = person.services.agenda.of(_meeting_id(person)).lines[0].item
    person.services.agenda.lower(first.id)
    person.type_in("of")
    person.strike(Key.Key_Return)
    assert person.agenda() == ["1 Budget", "2 Welcome", "3 The new roof"]


def test_the_case_can_be_closed_and_opened(person: MeetingsDriver) -> None:
    assert person.is_offered("Close the case")
    person.press("Close the case")
    assert not person.is_offered("Close the case")
    person.press("Case")
    assert person.is_offered("Close the case")


def test_an_empty_agenda_offers_the_usual_one(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    person = start(board, thursday)
    person.open("Board meeting no. 14")
    person.press("Use the usual agenda")
    assert len(person.agenda()) > 5
    person.undo()
    assert person.is_offered("Use the usual agenda")


def test_an_empty_agenda_offers_to_write_the_first_item(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    person = start(board, thursday)
    person.open("Board meeting no. 14")
    person.press("Write the first item")
    person.type_in("Welcome")
    person.strike(Key.Key_Return)
    assert person.agenda() == ["1 Welcome"]


def test_giving_up_the_first_item_brings_the_offers_back(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    person = start(board, thursday)
    person.open("Board meeting no. 14")
    person.press("Write the first item")
    person.strike(Key.Key_Escape)
    assert person.is_offered("Write the first item")


def test_enter_on_a_section_writes_after_its_sub_items(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    section = item(thursday, "Economy")
    person = start(board, thursday, section, item(thursday, "Accounts", parent=section))
    person.open("Board meeting no. 14")
    person.stand_on("Economy")
    person.strike(Key.Key_Return)
    person.type_in("Roof")
    person.strike(Key.Key_Return)
    assert person.agenda() == ["1 Economy", "1.1 Accounts", "2 Roof"]


def test_an_item_that_cannot_lie_there_stays_and_says_why(
    person: MeetingsDriver, qtbot: QtBot
) -> None:
    person.stand_on("Welcome")
    with qtbot.capture_exceptions() as errors:
        person.strike(Key.Key_Right, ALT_SHIFT)
    assert str(errors[0][1]) == "The first item has none above it to lie under."
    assert person.agenda()[0] == "1 Welcome"


def test_a_long_agenda_keeps_its_place_when_an_item_moves(
    start: Start, board: Organisation, thursday: Meeting
) -> None:
    titles = [f"Item {number}" for number in range(60)]
    person = start(board, thursday, *items(thursday, *titles, minutes=2))
    person.open("Board meeting no. 14")
    person.stand_on("Item 5")
    bar = person.table.verticalScrollBar()
    bar.setValue(60)
    person.strike(Key.Key_Up, ALT)
    assert bar.value() == 60
    assert person.stands_on() == "Item 5"


def _meeting_id(person: MeetingsDriver) -> MeetingId:
    return person.services.meetings.all()[0].id
