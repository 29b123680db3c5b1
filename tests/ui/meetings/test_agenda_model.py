from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.domain.agenda import (
    Agenda,
    AgendaItem,
    AgendaItemId,
    ItemType,
    laid_out,
    opened_up,
    placed,
)
from boardkeeper.domain.meetings import Meeting
from boardkeeper.ui.meetings.agenda_cells import Col
from boardkeeper.ui.meetings.agenda_model import AgendaModel
from boardkeeper.ui.meetings.places import Place, block_end, levels_at, place_at
from tests.support.builders import item, items, meeting, organisation

SITTING = meeting(organisation())


@pytest.fixture(name="model")
def tested_model(qapp: QApplication) -> AgendaModel:
    assert not qapp.closingDown()
    model = AgendaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def agenda(of: Sequence[AgendaItem], at: Meeting = SITTING) -> Agenda:
    return laid_out(at, of)


def titles(model: AgendaModel) -> list[str]:
    return [line.item.title for line in model.lines]


def family() -> list[AgendaItem]:
    """A with A1 and A2, B, and C with C1."""
    a, b, c = items(SITTING, "A", "B", "C")
    return [
        a,
        item(SITTING, "A1", parent=a),
        item(SITTING, "A2", parent=a, position=1),
        b,
        c,
        item(SITTING, "C1", parent=c),
    ]


def id_of(of: Sequence[AgendaItem], title: str) -> AgendaItemId:
    return next(each.id for each in of if each.title == title)


def test_a_row_that_moves_keeps_its_index(model: AgendaModel) -> None:
    every = family()
    model.set_agenda(agenda(every))
    kept = QPersistentModelIndex(model.index(3, Col.TITLE))
    model.set_agenda(agenda(placed(every, id_of(every, "B"), None, 0)))
    assert titles(model) == ["B", "A", "A1", "A2", "C", "C1"]
    assert kept.row() == 0


def test_a_section_moves_with_its_sub_items_in_one_go(model: AgendaModel, qtbot: QtBot) -> None:
    every = family()
    model.set_agenda(agenda(every))
    with qtbot.waitSignal(model.rowsMoved):
        model.set_agenda(agenda(placed(every, id_of(every, "C"), None, 0)))
    assert titles(model) == ["C", "C1", "A", "A1", "A2", "B"]


def test_nothing_is_reset_when_one_field_changes(model: AgendaModel, qtbot: QtBot) -> None:
    every = items(SITTING, "A", "B")
    model.set_agenda(agenda(every))
    longer = item(SITTING, "A", id=every[0].id, minutes=25)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_agenda(agenda([longer, every[1]]))
    assert model.index(0, Col.MINUTES).data() == "25"


def test_a_draft_stays_in_its_place_while_the_agenda_changes(model: AgendaModel) -> None:
    every = items(SITTING, "A", "B", "C")
    model.set_agenda(agenda(every))
    assert model.begin_draft(every[0].id) == 1
    model.set_agenda(agenda(placed(every, every[2].id, None, 0)))
    assert model.draft_row == 2
    model.drop_draft()
    assert titles(model) == ["C", "A", "B"]


def test_a_draft_becomes_the_item_it_was_written_for(model: AgendaModel) -> None:
    every = items(SITTING, "A", "B")
    model.set_agenda(agenda(every))

    def store(_after: object, title: str) -> None:
        new = item(SITTING, title, position=1)
        model.set_agenda(agenda(opened_up(every, new)))

    model.written.connect(store)
    row = model.begin_draft(every[0].id)
    kept = QPersistentModelIndex(model.index(row, Col.TITLE))
    assert model.setData(model.index(row, Col.TITLE), "New")
    assert titles(model) == ["A", "New", "B"]
    assert kept.row() == 1


def test_a_blank_title_changes_nothing(model: AgendaModel, qtbot: QtBot) -> None:
    model.set_agenda(agenda(items(SITTING, "A")))
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(model.index(0, Col.TITLE), "  ")


def test_what_is_dropped_between_rows_lands_on_the_lower_ones_level(model: AgendaModel) -> None:
    every = family()
    model.set_agenda(agenda(every))
    wished: list[tuple[str, Place]] = []
    model.placed.connect(lambda moved, place: wished.append((moved, place)))
    data = model.mimeData([model.index(3, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    place = Place(parent_id=id_of(every, "A"), index=1)
    assert wished == [(id_of(every, "B"), place)]


def test_what_is_dropped_on_a_row_becomes_its_last_sub_item(model: AgendaModel) -> None:
    every = family()
    model.set_agenda(agenda(every))
    wished: list[Place] = []
    model.placed.connect(lambda _moved, place: wished.append(place))
    data = model.mimeData([model.index(3, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert wished == [Place(parent_id=id_of(every, "A"), index=2)]


def test_nothing_lands_under_a_break(model: AgendaModel) -> None:
    pause = item(SITTING, "Break", type=ItemType.BREAK)
    budget = item(SITTING, "Budget", position=1)
    model.set_agenda(agenda([pause, budget]))
    data = model.mimeData([model.index(1, 0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))


def test_a_section_is_not_dropped_too_deep() -> None:
    every = family()
    lines = agenda(every).lines
    assert levels_at(lines, id_of(every, "C"), 3) == range(2)
    assert levels_at(lines, id_of(every, "B"), 3) == range(3)


@given(st.data())
def test_an_item_lands_on_the_row_and_level_shown(data: st.DataObject) -> None:
    every = family()
    lines = agenda(every).lines
    moved = data.draw(st.sampled_from(lines)).item.id
    row = data.draw(st.integers(0, len(lines)))
    levels = levels_at(lines, moved, row)
    if not levels:
        return
    level = data.draw(st.sampled_from(levels))
    place = place_at(lines, moved, row, level)
    assert place is not None
    after = agenda(placed(every, moved, place.parent_id, place.index)).lines
    landed = next(at for at, line in enumerate(after) if line.item.id == moved)
    first = next(at for at, line in enumerate(lines) if line.item.id == moved)
    block = range(first, block_end(lines, first))
    assert after[landed].depth == level
    assert [line.item.id for line in after[:landed]] == [
        line.item.id for at, line in enumerate(lines[:row]) if at not in block
    ]
