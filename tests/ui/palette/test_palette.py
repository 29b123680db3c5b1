"""Ctrl+K: anything found, anything done, from anywhere and by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.i18n import Language, set_language
from boardkeeper.ui.packs.dialog import PackDialog
from boardkeeper.ui.preview.dialog import PreviewDialog
from boardkeeper.ui.shortcuts import ShortcutsDialog
from tests.support.builders import item, meeting, membership, organisation, paper, person
from tests.support.drivers.palette import PaletteDriver
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.minutes_builders import decision

KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm")
NEXT = meeting(KINDERGARTEN, "2026-03-05 19:00", number=14)
LATER = meeting(CLUB, "2026-03-19 18:00", number=96)
LAST = meeting(CLUB, "2026-02-05 19:00", number=95)
ROOF = item(LAST, "The roof of the boathouse")
DECIDED = decision(ROOF, CLUB, "The cheapest offer is taken.", number="B-2026-014")
OFFER = paper(ROOF, CLUB, title="Offer by Hansen", file_name="hansen.pdf")


@pytest.fixture(name="window")
def window_on_a_roof(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    seats = (membership(ME, KINDERGARTEN), membership(ME, CLUB), membership(ANNA, CLUB))
    records = (KINDERGARTEN, CLUB, ME, ANNA, *seats, NEXT, LATER, LAST, ROOF, DECIDED, OFFER)
    with open_window(qtbot, tmp_path, *records) as driver:
        yield driver


@pytest.fixture(name="palette")
def palette_over_the_window(window: WindowDriver) -> PaletteDriver:
    return PaletteDriver(window)


def test_what_did_we_decide_about_the_roof(window: WindowDriver, palette: PaletteDriver) -> None:
    palette.open()  # the first interaction, and the answer can be read
    palette.write("roof")
    assert any("The cheapest offer is taken." in row for row in palette.rows())
    palette.press(Qt.Key.Key_Return)  # the second, and one is there
    assert not palette.is_open
    assert window.section in ("meetings", "decisions")


def test_a_hit_opens_on_its_page(window: WindowDriver, palette: PaletteDriver) -> None:
    for words, section, seen in (
        ("sejlklub", "boards", "Nørrevig Sejlklub"),
        ("anna", "people", "Anna Holm"),
        ("hansen", "meetings", "Board meeting no. 95"),
    ):
        palette.open()
        palette.write(words)
        palette.press(Qt.Key.Key_Return)
        assert window.section == section
        assert seen in window.screen.words()


def test_the_arrows_go_through_what_is_found_while_one_types(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    palette.open()
    palette.write("go to")
    rows = palette.rows()
    assert rows[1].startswith("Go to Calendar")
    palette.press(Qt.Key.Key_Down)
    assert palette.chosen() == rows[1]
    palette.press(Qt.Key.Key_Up)
    palette.press(Qt.Key.Key_Up)
    assert palette.chosen() == rows[0]
    palette.press(Qt.Key.Key_Down)
    palette.press(Qt.Key.Key_Return)
    assert window.section == "calendar"


def test_a_click_opens_a_row(window: WindowDriver, palette: PaletteDriver) -> None:
    palette.open()
    palette.write("anna")
    palette.click("Anna Holm")
    assert window.section == "people"


def test_the_button_opens_it_too(window: WindowDriver, palette: PaletteDriver) -> None:
    window.press("Search")
    assert palette.is_open


def test_esc_closes_it_and_nothing_has_happened(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    palette.open()
    palette.write("anna")
    palette.press(Qt.Key.Key_Escape)
    assert not palette.is_open
    assert window.section == "today"


@pytest.mark.parametrize("words", ["log time", "registrer tid", "timer arbejde"])
def test_a_deed_is_found_in_both_languages(
    window: WindowDriver, palette: PaletteDriver, words: str
) -> None:
    palette.open()
    palette.write(words)
    palette.press(Qt.Key.Key_Return)
    assert window.section == "hours"


def test_the_agenda_of_the_next_meeting_is_printed_from_anywhere(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    window.visit("hours")
    palette.open()
    palette.write("print agenda")
    palette.press(Qt.Key.Key_Return)
    assert window.over(PreviewDialog).page.isVisible()


def test_a_deed_that_opens_something_leaves_no_palette_behind(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    palette.open()
    palette.write("shortcuts")
    palette.press(Qt.Key.Key_Return)
    assert "Search, or do anything" in window.over(ShortcutsDialog).words()
    assert not palette.is_open


def test_records_stand_before_deeds_that_only_sound_alike(palette: PaletteDriver) -> None:
    palette.open()
    palette.write("association")
    assert palette.rows()[-1] == "New board"


def test_without_words_it_offers_where_one_has_been_and_what_comes(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    palette.open()
    assert palette.rows()[0].startswith("Board meeting no. 14")
    palette.press(Qt.Key.Key_Escape)
    window.window.go_to("people", ANNA.id)
    palette.open()
    assert palette.rows()[0].startswith("Anna Holm")
    assert any(row.startswith("New meeting") for row in palette.rows())


def test_the_meeting_pack_of_the_next_meeting_is_two_interactions_away(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    palette.open()
    palette.write("meeting pack")
    palette.press(Qt.Key.Key_Return)
    assert "Board meeting no. 14" in window.over(PackDialog).words()


@pytest.mark.parametrize(
    "words", ["print my tasks", "print the hours", "print the minutes", "agenda of the next"]
)
def test_a_paper_is_printed_from_anywhere(
    window: WindowDriver, palette: PaletteDriver, words: str
) -> None:
    palette.open()
    palette.write(words)
    palette.press(Qt.Key.Key_Return)
    assert window.over(PreviewDialog).page.isVisible()


def test_nothing_found_is_said(palette: PaletteDriver) -> None:
    palette.open()
    palette.write("qqqq")
    assert palette.rows() == []
    assert "Nothing found" in palette.words()


def test_the_filter_of_the_window_narrows_it(window: WindowDriver, palette: PaletteDriver) -> None:
    window.screen.choose("Show", "Skovbørnehaven")
    palette.open()
    palette.write("roof")
    assert palette.rows() == []


def test_what_was_just_changed_is_found(window: WindowDriver, palette: PaletteDriver) -> None:
    window.services.agenda.change(replace(ROOF, title="Gutters"))
    palette.open()
    palette.write("gutter")
    assert palette.rows()[0].startswith("Gutters")


def test_new_papers_are_read_while_the_window_stands_idle(
    qtbot: QtBot, window: WindowDriver
) -> None:
    qtbot.waitUntil(lambda: window.services.search.unread() == [], timeout=20_000)


def test_it_speaks_danish(qtbot: QtBot, tmp_path: Path) -> None:
    set_language(Language.DANISH)
    with open_window(qtbot, tmp_path, CLUB, LAST, ROOF) as window:
        palette = PaletteDriver(window)
        palette.open()
        palette.write("new meeting")
        assert palette.rows()[0].startswith("Nyt møde")
        QApplication.processEvents()
