"""Ctrl+K: anything found, anything done, from anywhere and by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.domain.identity import Record
from boardkeeper.i18n import Language, set_language
from boardkeeper.ui.decisions.procedure_dialogs import BeginDialog
from boardkeeper.ui.hours.payment_dialog import PaymentDialog
from boardkeeper.ui.meetings.agenda_table import AgendaTable
from boardkeeper.ui.packs.dialog import PackDialog
from boardkeeper.ui.people.duplicates_dialog import DuplicatesDialog
from boardkeeper.ui.preview.dialog import PreviewDialog
from boardkeeper.ui.shortcuts import ShortcutsDialog
from boardkeeper.ui.simulator.dialog import SimulatorDialog
from tests.support.builders import (
    item,
    meeting,
    membership,
    organisation,
    paper,
    person,
    reminder,
    wheel_task,
)
from tests.support.drivers.palette import PaletteDriver
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.minutes_builders import decision, written_procedure
from tests.support.network_builders import referral, review
from tests.support.time_builders import candidate_seat, payment

KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm")
MINE = membership(ME, CLUB)
NEXT = meeting(KINDERGARTEN, "2026-03-05 19:00", number=14)
LATER = meeting(CLUB, "2026-03-19 18:00", number=96)
LAST = meeting(CLUB, "2026-02-05 19:00", number=95)
ROOF = item(LAST, "The roof of the boathouse")
DECIDED = decision(ROOF, CLUB, "The cheapest offer is taken.", number="B-2026-014")
OFFER = paper(ROOF, CLUB, title="Offer by Hansen", file_name="hansen.pdf")


@pytest.fixture(name="window")
def window_on_a_roof(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    seats = (membership(ME, KINDERGARTEN), MINE, membership(ANNA, CLUB))
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


def keep(window: WindowDriver, *records: Record) -> None:
    with window.services.journal.command("Fill") as tx:
        tx.put_all(records)


def chosen_after(palette: PaletteDriver, words: str) -> None:
    palette.open()
    palette.write(words)
    palette.press(Qt.Key.Key_Return)


def test_an_item_of_a_meeting_ahead_opens_on_its_agenda(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    mast = item(NEXT, "The mast", position=1)
    keep(window, item(NEXT, "Welcome"), mast)
    chosen_after(palette, "the mast")
    assert window.section == "meetings"
    table = window.screen.find(AgendaTable, "Agenda")
    line = table.line()
    assert line is not None
    assert line.item.id == mast.id


def test_a_paper_opens_at_the_item_it_lies_under(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    first = item(LAST, "Welcome", position=1)
    keep(window, first)
    window.window.go_to("meetings", LAST.id, first.id)
    chosen_after(palette, "hansen")
    assert "The roof of the boathouse" in window.screen.words()
    window.keys("Alt+Left")
    assert window.section == "meetings"


@pytest.mark.parametrize(
    ("words", "section", "seen"),
    [
        ("optician", "people", "The optician"),
        ("fewer evenings", "boards", "Stay or leave Klubben?"),
        ("train ticket", "hours", "Payments"),
        ("crane", "decisions", "A new crane"),
    ],
)
def test_a_record_without_a_section_opens_where_it_stands(
    window: WindowDriver, palette: PaletteDriver, words: str, section: str, seen: str
) -> None:
    keep(
        window,
        referral(CLUB, ME, ANNA, customer="The optician"),
        review(MINE, goal="Fewer evenings"),
        replace(payment(CLUB, 120), note="Train ticket"),
        written_procedure(CLUB, "A new crane"),
    )
    chosen_after(palette, words)
    assert window.section == section
    assert seen in window.screen.words()


def test_a_reminder_has_the_keyboard_on_its_board(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    keep(window, reminder(CLUB, "Renew the insurance"), reminder(CLUB, "Pay the fee"))
    chosen_after(palette, "insurance")
    focused = window.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Renew the insurance")


def test_a_task_of_the_year_is_chosen_in_its_wheel(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    keep(window, wheel_task(CLUB, "Accounts", 2), wheel_task(CLUB, "Survey of the boats", 4))
    chosen_after(palette, "survey")
    view = window.screen.find(QAbstractItemView, "Tasks of the year")
    assert "Survey of the boats" in str(view.currentIndex().data())


def test_a_seat_offered_opens_in_the_simulator(
    window: WindowDriver, palette: PaletteDriver
) -> None:
    keep(window, candidate_seat("Harbour fund"), candidate_seat("School board"))
    chosen_after(palette, "school board")
    dialog = window.over(SimulatorDialog)
    assert dialog.find(QLineEdit, "Board").text() == "School board"


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("new task", "tasks"),
        ("print year wheel", "yearwheel"),
        ("set my ceiling", "settings"),
        ("verify approved", "decisions"),
        ("ambassadors", "people"),
        ("dark theme", "settings"),
    ],
)
def test_what_is_done_seldom_is_found_by_its_words(
    window: WindowDriver, palette: PaletteDriver, words: str, section: str
) -> None:
    chosen_after(palette, words)
    assert window.section == section


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("new payment", PaymentDialog),
        ("find duplicates", DuplicatesDialog),
        ("decision in writing", BeginDialog),
        ("print my offices", PreviewDialog),
        ("boards and hours on one page", PreviewDialog),
    ],
)
def test_a_deed_asks_or_shows_its_paper_at_once(
    window: WindowDriver, palette: PaletteDriver, words: str, opened: type[QDialog]
) -> None:
    chosen_after(palette, words)
    assert window.over(opened).page.isVisible()
