from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.candidate_seats import CandidateOutcome
from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.i18n import Language, set_language
from boardkeeper.ui.preview.dialog import PreviewDialog
from tests.support.builders import meeting, membership, organisation, person
from tests.support.drivers.simulator import SimulatorDriver
from tests.support.drivers.window import open_window
from tests.support.time_builders import candidate_seat, ceiling

ME = person("Åse Ravn", is_me=True)
KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
SEAT_IN_KINDERGARTEN = membership(ME, KINDERGARTEN)
MINE: tuple[Record, ...] = (
    ME,
    KINDERGARTEN,
    CLUB,
    SEAT_IN_KINDERGARTEN,
    membership(ME, CLUB),
    meeting(KINDERGARTEN, "2026-04-09 18:00"),
    meeting(CLUB, "2026-04-08 18:00"),
    meeting(CLUB, "2026-05-05 18:00"),
    ceiling(minutes_a_week=None, evenings_a_week=2),
)
"""The usual seat meets on first Tuesdays from 7 April: a third evening in one week, and a clash."""


@pytest.fixture(name="asked")
def somebody_who_was_asked(qtbot: QtBot, tmp_path: Path) -> Iterator[SimulatorDriver]:
    with open_window(qtbot, tmp_path, *MINE) as window:
        window.window.what_if_yes()
        yield SimulatorDriver(window)


def test_the_answer_is_there_before_a_word_is_typed(asked: SimulatorDriver) -> None:
    assert asked.says("1 week would break your ceiling")
    assert asked.says("11 meetings · 11 evenings · 44 h a year")
    (row,) = asked.breaking
    assert row.startswith("Week 15 · 6–12 April 2026")
    assert "3 evenings, the ceiling is 2" in row
    assert asked.screen.focused() == "Board"


def test_the_answer_follows_what_one_writes(asked: SimulatorDriver) -> None:
    asked.comes_to("55 h a year", lambda: asked.screen.type_into("Preparation", "2h"))
    asked.comes_to(
        "No week would break your ceiling", lambda: asked.screen.type_into("From and to", "8-10")
    )


def test_a_date_half_written_leaves_the_last_answer(asked: SimulatorDriver) -> None:
    asked.screen.type_into("From and to", "")
    asked.comes_to("A meeting needs a time", lambda: None)
    assert asked.says("1 week would break your ceiling")


def test_it_tells_what_the_meetings_get_in_the_way_of(asked: SimulatorDriver) -> None:
    assert asked.says("Klubben: Board meeting and New seat overlap by 1 h on Tue 5 May")


def test_it_tells_what_could_be_given_up_instead(asked: SimulatorDriver) -> None:
    rows = asked.screen.rows("What could be given up instead")
    assert [each.split(",")[0] for each in rows] == ["Klubben", "Skoven"]
    assert all("mends the week" in each for each in rows)


def test_a_kind_brings_what_is_usual_of_it(asked: SimulatorDriver) -> None:
    asked.screen.write("Board", "Kvart over Syv")
    asked.screen.choose("Kind", "Networking group")
    assert asked.screen.chosen("Repeats") == "By weeks"
    assert asked.screen.text_in("From and to") == "7:15–9:30"
    assert asked.screen.text_in("Board") == "Kvart over Syv"


def test_a_kind_leaves_alone_what_was_described(asked: SimulatorDriver) -> None:
    asked.screen.write("Preparation", "3h")
    asked.screen.choose("Kind", "Networking group")
    assert asked.screen.text_in("From and to") == "19:00–21:00"


def test_a_seat_is_kept_with_a_name_and_then_stored_by_itself(asked: SimulatorDriver) -> None:
    asked.screen.press("Keep for later")
    assert asked.says("A seat needs the name of its board.")
    asked.screen.write("Board", "Havnens Fond")
    asked.screen.press("Keep for later")
    assert asked.screen.rows("Seats offered") == ["Havnens Fond, Association or club"]
    asked.screen.write("Preparation", "2h")
    (kept,) = asked.window.services.simulator.candidates()
    assert (kept.name, kept.preparation_minutes) == ("Havnens Fond", 120)


def test_yes_opens_the_new_board_and_can_be_taken_back(asked: SimulatorDriver) -> None:
    asked.screen.write("Board", "Havnens Fond")
    asked.screen.choose("My role", "Treasurer")
    asked.screen.press("Say yes")
    assert not asked.is_open
    assert asked.window.section == "boards"
    assert asked.window.toast == "You said yes to Havnens Fond."
    services = asked.window.services
    names = {each.organisation.name: each.membership.role for each in services.memberships.mine()}
    assert names["Havnens Fond"] is Role.TREASURER
    asked.window.press("Undo")
    assert "Havnens Fond" not in {each.name for each in services.organisations.all()}


def test_a_no_stays_to_be_looked_up(asked: SimulatorDriver) -> None:
    asked.screen.write("Board", "Havnens Fond")
    asked.screen.press("Say no")
    (row,) = asked.screen.rows("Seats offered")
    assert row.endswith("Said no")
    asked.screen.press("Undo")
    assert asked.window.services.simulator.candidates() == []


def test_a_kept_seat_goes_to_the_trash_with_the_delete_key(asked: SimulatorDriver) -> None:
    asked.screen.write("Board", "Havnens Fond")
    asked.screen.press("Keep for later")
    asked.screen.key_in("Seats offered", Qt.Key.Key_Delete)
    assert asked.window.services.simulator.candidates() == []
    assert [each.title for each in asked.window.services.trash.entries()] == ["Havnens Fond"]
    asked.screen.press("Undo")
    assert [each.name for each in asked.window.services.simulator.candidates()] == ["Havnens Fond"]


def test_the_page_for_the_conversation_is_shown(asked: SimulatorDriver) -> None:
    asked.screen.press("Print…")
    preview = asked.window.over(PreviewDialog)
    asked.window.qtbot.waitUntil(lambda: preview.is_enabled("Save…"))


def test_the_seat_to_be_answered_first_is_the_one_shown(qtbot: QtBot, tmp_path: Path) -> None:
    seats = (
        candidate_seat("Nej", outcome=CandidateOutcome.DECLINED),
        candidate_seat("Havnens Fond", kind=OrganisationKind.FOUNDATION),
        candidate_seat(
            "Snart", rule="FREQ=WEEKLY", answer_by=datetime(2026, 3, 9).date(), fee=600_000
        ),
    )
    with open_window(qtbot, tmp_path, *MINE, *seats) as window:
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        assert asked.screen.text_in("Board") == "Snart"
        assert asked.says("Fee DKK 6,000 a year")
        asked.screen.click_row("Seats offered", "Havnens Fond")
        assert asked.screen.text_in("Board") == "Havnens Fond"
        assert asked.says("12 meetings")


def test_without_a_ceiling_it_says_that_nothing_can_break(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path, *MINE[:-1]) as window:
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        assert asked.says("No week can break: you have set no ceiling.")
        assert asked.says("Set your ceiling under Hours")


def test_yes_needs_to_know_who_says_it(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path, KINDERGARTEN) as window:
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        asked.screen.write("Board", "Havnens Fond")
        asked.screen.press("Say yes")
        assert asked.says("which person you are")
        assert asked.is_open


def test_leaving_is_asked_about_from_the_boards_menu(qtbot: QtBot, tmp_path: Path) -> None:
    late = meeting(KINDERGARTEN, "2026-04-07 19:00")
    with open_window(qtbot, tmp_path, *MINE, late) as window:
        window.window.go_to("boards", KINDERGARTEN.id)
        window.screen.pick("More for this board", "What if I leave…")
        words = SimulatorDriver(window).leaving.words()
    assert "What if I leave Skovbørnehaven?" in words
    assert "1 red week would be mended" in words


def test_it_speaks_danish(qtbot: QtBot, tmp_path: Path) -> None:
    set_language(Language.DANISH)
    with open_window(qtbot, tmp_path, *MINE) as window:
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        assert asked.says("1 uge sprænger dit loft")
        assert asked.says("11 møder · 11 aftener · 44 t om året")
        assert asked.screen.is_offered("Gem til senere")


def test_enter_asks_again_and_decides_nothing(asked: SimulatorDriver) -> None:
    asked.screen.type_into("Preparation", "2h")
    asked.window.keys("Return")
    assert asked.says("55 h a year")
    assert asked.is_open
    assert asked.window.services.simulator.candidates() == []
    assert asked.screen.text_in("Board") == ""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_sticks_out(qtbot: QtBot, tmp_path: Path, language: Language, size: int) -> None:
    set_language(language)
    seat = candidate_seat("Foreningen til Havnens Bevarelse", fee=100, dues=100)
    with open_window(qtbot, tmp_path, *MINE, seat) as window:
        window.session.size_text(size)
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        assert asked.cut(1024, 768) == []


def test_a_seat_that_was_taken_can_only_be_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path, *MINE, candidate_seat("Havnens Fond")) as window:
        (seat,) = window.services.simulator.candidates()
        window.services.simulator.accept(seat.id)
        window.window.what_if_yes()
        asked = SimulatorDriver(window)
        asked.screen.click_row("Seats offered", "Havnens Fond")
        assert asked.says("12 meetings")
        assert not asked.screen.is_offered("Say yes")
        assert not asked.screen.is_enabled("Tue")
