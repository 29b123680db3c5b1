"""A folder of old minutes at the window: looked over, mended, stored, taken back, never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.papers import Paper
from boardkeeper.ui.kit import Dialog, MessageBar
from tests.support.builders import meeting, membership, organisation, person
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.sources import docx, pdf

WOOD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
ME = person("Åse Ravn", is_me=True)
SITTING = meeting(WOOD, "2019-03-12 19:00", number=4, state=MeetingState.HELD)
LIST = "Papers in the folder"
HOME = "Board of the chosen paper"


@pytest.fixture(name="window")
def window_on_two_boards(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    records = (WOOD, CLUB, ME, membership(ME, CLUB), SITTING)
    with open_window(qtbot, tmp_path / "data", *records) as driver:
        driver.visit("settings")
        yield driver


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(
        tmp_path / "gamle",
        {
            "Skoven 12-03-2019.pdf": pdf("Vi maler legehuset"),
            "Sejlklubben 3. maj 2018.docx": docx("Masten skal skiftes"),
            "Vedtægter.txt": b"Foreningen er til for leg",
        },
    )


def filled(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def import_folder(window: WindowDriver, folder: Path) -> None:
    """Choose a folder and wait for its preview."""
    window.press("Import old minutes…")
    window.name_file(folder)
    wait_for_preview(window)


def wait_for_preview(window: WindowDriver) -> None:
    window.qtbot.waitUntil(
        lambda: (
            window.screen.place is not window.window and not window.screen.visible(QProgressBar)
        ),
        timeout=30_000,
    )


def store(window: WindowDriver, button: str) -> None:
    """Press a button that stores, and wait until it is done."""
    window.press(button)
    window.qtbot.waitUntil(
        lambda: window.screen.place is window.window or not window.screen.visible(QProgressBar),
        timeout=30_000,
    )


def stored(window: WindowDriver) -> dict[str, Paper]:
    return {each.file_name: each for each in window.services.journal.reader.every(Paper)}


def said(window: WindowDriver) -> str:
    bars = [each for each in window.window.findChildren(MessageBar) if each.isVisible()]
    return "\n".join(each.text for each in bars)


def test_two_presses_store_the_papers_and_undo_on_the_toast_takes_them_back(
    window: WindowDriver, folder: Path
) -> None:
    import_folder(window, folder)
    assert "2 new, 0 here already. 1 names none of your organisations." in window.screen.words()
    store(window, "Store 2 papers")
    assert window.toast == "2 old papers stored."
    minutes = stored(window)["Skoven 12-03-2019.pdf"]
    assert (minutes.meeting_id, minutes.added_on) == (SITTING.id, date(2019, 3, 12))
    assert stored(window)["Sejlklubben 3. maj 2018.docx"].organisation_id == CLUB.id
    window.press("Undo")
    assert stored(window) == {}


def test_a_second_time_there_is_nothing_to_store(window: WindowDriver, folder: Path) -> None:
    (folder / "Vedtægter.txt").unlink()
    import_folder(window, folder)
    store(window, "Store 2 papers")
    import_folder(window, folder)
    assert "Everything in the folder is here already." in window.screen.words()
    assert not window.screen.is_offered("Store 0 papers")
    window.press("Close")
    assert len(stored(window)) == 2


def test_every_paper_is_shown_with_what_becomes_of_it(window: WindowDriver, folder: Path) -> None:
    import_folder(window, filled(folder, {"Skoven broken.pdf": b"%PDF-1.4 nothing"}))
    assert window.screen.rows(LIST) == [
        "Vedtægter, no date found · Vedtægter.txt, Whose?",
        "Sejlklubben, 3. maj 2018, Sejlklubben · 3 May 2018 · Sejlklubben 3. maj 2018.docx, New",
        "Skoven, 12. marts 2019, Skoven · Board meeting no. 4 · Skoven 12-03-2019.pdf, New",
        "Skoven broken, Skoven · damaged · Skoven broken.pdf, Unreadable",
    ]


def test_a_board_and_a_date_are_given_to_a_paper_that_has_none(
    window: WindowDriver, folder: Path
) -> None:
    import_folder(window, folder)
    window.screen.click_row(LIST, "Vedtægter")
    window.screen.choose(HOME, WOOD.name)
    window.screen.write("Its date", "12/3-2019")
    assert window.screen.rows(LIST)[0] == (
        "Vedtægter, 12. marts 2019, Skoven · Board meeting no. 4 · Vedtægter.txt, New"
    )
    store(window, "Store 3 papers")
    assert stored(window)["Vedtægter.txt"].meeting_id == SITTING.id


def test_enter_in_the_date_takes_it_over_and_stores_nothing_yet(
    window: WindowDriver, folder: Path
) -> None:
    import_folder(window, folder)
    window.screen.click_row(LIST, "Sejlklubben")
    window.screen.type_into("Its date", "1/2-2017")
    window.keys("Return")
    assert stored(window) == {}
    assert "Sejlklubben, 1. februar 2017" in window.screen.rows(LIST)[1]
    assert window.screen.focused() == LIST


def test_a_date_that_cannot_be_read_is_said_by_its_field_and_nothing_is_stored(
    window: WindowDriver, folder: Path
) -> None:
    import_folder(window, folder)
    window.screen.type_into("Its date", "engang")
    window.press("Store 2 papers")
    assert "not understood as a date" in window.screen.words()
    assert stored(window) == {}


def test_a_wrong_guess_is_mended(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    window.screen.click_row(LIST, "Skoven")
    window.screen.choose(HOME, CLUB.name)
    store(window, "Store 2 papers")
    paper = stored(window)["Skoven 12-03-2019.pdf"]
    assert (paper.organisation_id, paper.meeting_id) == (CLUB.id, None)


def test_one_board_is_given_to_all_that_have_none(window: WindowDriver, folder: Path) -> None:
    import_folder(window, filled(folder, {"Nøgler.txt": b"en bunke"}))
    window.screen.click_row(LIST, "Nøgler")
    assert not window.screen.is_enabled("Use it for all without a board")
    window.screen.choose(HOME, CLUB.name)
    window.press("Use it for all without a board")
    store(window, "Store 4 papers")
    assert stored(window)["Vedtægter.txt"].organisation_id == CLUB.id
    assert stored(window)["Skoven 12-03-2019.pdf"].organisation_id == WOOD.id


def test_what_is_not_ticked_is_not_stored(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    window.screen.click_row(LIST, "Skoven")
    window.screen.key_in(LIST, Qt.Key.Key_Space)
    assert window.screen.is_enabled("Store 1 paper")
    window.press("All of them")
    assert window.screen.is_enabled("Store 2 papers")
    window.press("All of them")
    assert not window.screen.is_enabled("Store 0 papers")
    view = window.screen.find(QAbstractItemView, LIST)
    row = view.visualRect(view.model().index(1, 0))
    box = QPoint(row.left() + 32, row.center().y())
    window.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    store(window, "Store 1 paper")
    assert list(stored(window)) == ["Sejlklubben 3. maj 2018.docx"]


def test_space_on_a_paper_nobody_owns_does_nothing(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    window.screen.click_row(LIST, "Vedtægter")
    window.screen.key_in(LIST, Qt.Key.Key_Space)
    assert window.screen.is_enabled("Store 2 papers")


def test_it_all_goes_by_the_keyboard(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    assert window.screen.focused() == "Store 2 papers"
    window.keys("Return")
    window.qtbot.waitUntil(lambda: len(stored(window)) == 2, timeout=30_000)


def test_cancel_stores_nothing(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    window.keys("Esc")
    assert stored(window) == {}
    assert window.toast == ""


def test_cancel_while_reading_stops_it_and_says_nothing(window: WindowDriver, folder: Path) -> None:
    window.press("Import old minutes…")
    window.name_file(folder)
    assert window.screen.visible(QProgressBar)
    window.press("Cancel")
    window.window.settle()
    QApplication.processEvents()
    assert stored(window) == {}
    assert said(window) == ""
    assert not [each for each in window.window.findChildren(Dialog) if each.isVisible()]


def test_a_folder_without_papers_says_so(window: WindowDriver, tmp_path: Path) -> None:
    import_folder(window, filled(tmp_path / "music", {"a.mp3": b"la"}))
    assert "There are no papers in the folder." in window.screen.words()
    window.press("Close")


def test_a_file_that_changed_meanwhile_is_told_of_in_the_dialog(
    window: WindowDriver, folder: Path
) -> None:
    import_folder(window, folder)
    (folder / "Skoven 12-03-2019.pdf").write_bytes(pdf("Noget andet"))
    store(window, "Store 2 papers")
    assert "has changed since the preview" in said(window)
    assert stored(window) == {}
    assert window.screen.is_enabled("Store 2 papers")


def test_the_list_is_a_sound_model(window: WindowDriver, folder: Path) -> None:
    import_folder(window, folder)
    model = window.screen.find(QAbstractItemView, LIST).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.data(model.index(0, 0), Qt.ItemDataRole.CheckStateRole) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsUserCheckable
