from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Column, RecordList, RecordListModel, RecordTable, RowFace

View = RecordList | RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    id: int
    title: str


def sittings(*titles: str) -> tuple[Sitting, ...]:
    return tuple(Sitting(id=ord(title[0]), title=title) for title in titles)


@pytest.fixture(name="model")
def model_of_three() -> RecordListModel[Sitting]:
    columns = (
        Column[Sitting]("Title", lambda sitting: sitting.title, stretch=1),
        Column[Sitting]("Number", lambda sitting: str(sitting.id), align_right=True),
    )
    face = RowFace[Sitting](lambda sitting: sitting.title)
    model = RecordListModel[Sitting](columns, face=face)
    model.set_records(sittings("C", "A", "B"))
    return model


@pytest.fixture(name="view", params=[RecordList, RecordTable], ids=["list", "table"])
def shown_view(
    request: pytest.FixtureRequest, model: RecordListModel[Sitting], qtbot: QtBot
) -> View:
    made: Callable[[RecordListModel[Sitting], str], View] = request.param
    view = made(model, "Meetings")
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def chosen_title(view: View) -> str:
    record = view.chosen_record()
    return record.title if record else ""


def test_arrows_choose_and_enter_opens(view: View, qtbot: QtBot) -> None:
    heard: list[str] = []
    view.choose_row(0)
    view.chosen.connect(lambda record: heard.append(record.title))
    view.opened.connect(lambda record: heard.append(f"open {record.title}"))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == ["A", "open A"]


def test_del_asks_for_the_chosen_record_to_go(view: View, qtbot: QtBot) -> None:
    view.choose(ord("B"))
    with qtbot.waitSignal(view.delete_wanted) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert asked.args == [Sitting(id=ord("B"), title="B")]


def test_the_chosen_record_stays_chosen_when_the_order_changes(
    view: View, model: RecordListModel[Sitting]
) -> None:
    view.choose(ord("A"))
    model.sort(0)
    assert chosen_title(view) == "A"
    model.set_records(sittings("Z", "B", "A"))
    assert chosen_title(view) == "A"


def test_when_the_chosen_record_goes_its_neighbour_is_chosen(
    view: View, model: RecordListModel[Sitting]
) -> None:
    view.choose(ord("B"))
    model.set_records(sittings("C", "A"))
    assert chosen_title(view) == "A"
    model.set_records(())
    assert view.chosen_record() is None


def test_a_name_and_rows_for_the_screen_reader(view: View, model: RecordListModel[Sitting]) -> None:
    assert view.accessibleName() == "Meetings"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "C"


def test_pressing_a_head_sorts_and_again_turns_it(
    model: RecordListModel[Sitting], qtbot: QtBot
) -> None:
    table = RecordTable(model, "Meetings")
    qtbot.addWidget(table)
    table.horizontalHeader().sectionClicked.emit(0)
    assert [record.title for record in model.records] == ["A", "B", "C"]
    table.horizontalHeader().sectionClicked.emit(0)
    assert [record.title for record in model.records] == ["C", "B", "A"]


def test_the_columns_fill_the_table(model: RecordListModel[Sitting], qtbot: QtBot) -> None:
    table = RecordTable(model, "Meetings")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    total = table.columnWidth(0) + table.columnWidth(1)
    assert total == table.viewport().width()
    assert table.columnWidth(0) > table.columnWidth(1)
