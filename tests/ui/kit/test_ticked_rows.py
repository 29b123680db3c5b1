"""Card rows with a box to tick, and rows that stand in groups under headings."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import RecordList, RecordListModel, RowFace


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    id: str
    group: str
    is_done: bool = False


ERRANDS = (
    Errand(id="milk", group="Today"),
    Errand(id="bread", group="Today", is_done=True),
    Errand(id="paint", group="Later"),
)
INSIDE_BOX = QPoint(16, 0)


@pytest.fixture(name="view")
def list_of_errands(qtbot: QtBot) -> RecordList:
    face = RowFace[Errand](
        title=lambda each: each.id,
        caption=lambda each: each.group,
        is_ticked=lambda each: each.is_done,
        group=lambda each: each.group,
    )
    model = RecordListModel[Errand]((), face=face)
    view = RecordList(model, "Errands")
    qtbot.addWidget(view)
    model.set_records(ERRANDS)
    view.resize(500, 400)
    view.show()
    return view


@pytest.fixture(name="heard")
def what_is_heard(view: RecordList) -> list[str]:
    heard: list[str] = []
    view.ticked.connect(lambda errand: heard.append(f"tick {errand.id}"))
    view.opened.connect(lambda errand: heard.append(f"open {errand.id}"))
    view.clicked.connect(lambda _index: heard.append("click"))
    return heard


def middle(view: RecordList, row: int) -> QPoint:
    """The left edge of a row's own place, half way down."""
    place = view.place_of(row, view.visualRect(view.model().index(row, 0)))
    return QPoint(place.left(), place.center().y())


def test_space_asks_for_the_chosen_row_to_be_ticked(
    view: RecordList, heard: list[str], qtbot: QtBot
) -> None:
    view.choose("paint")
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert heard == ["tick paint"]


def test_a_press_on_a_box_ticks_and_does_nothing_else(
    view: RecordList, heard: list[str], qtbot: QtBot
) -> None:
    place = middle(view, 1) + INSIDE_BOX
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(heard) == {"tick bread"}
    assert view.chosen_record() == ERRANDS[1]


def test_a_press_beside_the_box_is_a_press_on_the_row(
    view: RecordList, heard: list[str], qtbot: QtBot
) -> None:
    place = middle(view, 1) + QPoint(200, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["click"]


def test_each_group_has_its_heading_above_its_first_row(view: RecordList) -> None:
    assert [view.heading_of(row) for row in range(3)] == ["Today", "", "Later"]
    heights = [view.rowHeight(row) for row in range(3)]
    assert heights[0] == heights[2] > heights[1]


def test_a_press_on_a_heading_chooses_nothing(
    view: RecordList, heard: list[str], qtbot: QtBot
) -> None:
    view.choose("milk")
    above = QPoint(200, view.visualRect(view.model().index(2, 0)).top() + 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert heard == []
    assert view.chosen_record() == ERRANDS[0]


def test_headings_go_with_their_rows(view: RecordList) -> None:
    model = view.model()
    assert isinstance(model, RecordListModel)
    model.set_records(ERRANDS[1:])
    assert [view.heading_of(row) for row in range(2)] == ["Today", "Later"]
    model.set_records(ERRANDS[:2])
    assert view.rowHeight(1) < view.rowHeight(0)


def test_a_screen_reader_is_told_what_is_ticked(view: RecordList) -> None:
    model = view.model()
    states = [
        model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount())
    ]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked]
