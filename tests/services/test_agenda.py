"""What one does with the items of an agenda."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardkeeper.domain.agenda import AgendaItemId, ItemType
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from tests.support.builders import House, item, items, meeting, organisation

BOARD = organisation("Skoven", language=Language.ENGLISH)
SITTING = meeting(BOARD)
ROW = items(SITTING, *"abc")
A, B, C = (each.id for each in ROW)


@pytest.fixture(autouse=True)
def _an_agenda(house: House) -> None:
    house.keep(BOARD, SITTING, *ROW)


def outline(house: House) -> list[str]:
    lines = house.agenda.of(SITTING.id).lines
    return [f"{line.number} {line.item.title}" for line in lines]


def test_an_item_is_added_at_the_end_or_after_another(house: House) -> None:
    house.agenda.add(SITTING.id, "last")
    house.agenda.add(SITTING.id, "second", after=A, type=ItemType.DECISION, minutes=15)
    assert outline(house) == ["1 a", "2 second", "3 b", "4 c", "5 last"]


def test_an_item_added_after_a_sub_item_is_one_too(house: House) -> None:
    house.agenda.indent(B)
    added = house.agenda.add(SITTING.id, "new", after=B)
    assert outline(house) == ["1 a", "1.1 b", "1.2 new", "2 c"]
    assert house.agenda.get(added.id) == added


def test_what_is_added_at_the_end_comes_after_sub_items_too(house: House) -> None:
    house.agenda.indent(C)
    house.agenda.add(SITTING.id, "last")
    assert outline(house) == ["1 a", "2 b", "2.1 c", "3 last"]


def test_an_item_is_changed_in_place(house: House) -> None:
    house.agenda.change(replace(ROW[0], title="Welcome"))
    assert outline(house)[0] == "1 Welcome"


def test_items_move_by_keyboard(house: House) -> None:
    house.agenda.raise_up(C)
    assert outline(house) == ["1 a", "2 c", "3 b"]
    house.agenda.lower(A)
    assert outline(house) == ["1 c", "2 a", "3 b"]
    house.agenda.indent(B)
    assert outline(house) == ["1 c", "2 a", "2.1 b"]
    house.agenda.outdent(B)
    assert outline(house) == ["1 c", "2 a", "3 b"]


def test_an_item_lands_where_it_is_dropped(house: House) -> None:
    house.agenda.place(C, A, 0)
    assert outline(house) == ["1 a", "1.1 c", "2 b"]
    house.agenda.place(C, None, 0)
    assert outline(house) == ["1 c", "2 a", "3 b"]


def test_a_move_is_one_step_and_a_move_that_moves_nothing_none(house: House) -> None:
    house.agenda.raise_up(A)
    assert house.journal.undo_label is None
    house.agenda.raise_up(C)
    house.journal.undo()
    assert outline(house) == ["1 a", "2 b", "3 c"]


def test_what_cannot_be_moved_there_changes_nothing(house: House) -> None:
    with pytest.raises(UserError, match="none above it"):
        house.agenda.indent(A)
    assert house.journal.undo_label is None


def test_a_discarded_item_takes_its_sub_items_and_the_rest_closes_up(house: House) -> None:
    house.agenda.indent(B)
    house.agenda.discard(A)
    assert outline(house) == ["1 c"]
    assert house.agenda.get(C).position == 0
    with pytest.raises(UserError, match="no longer there"):
        house.agenda.get(B)


def test_an_item_that_is_gone_cannot_be_moved(house: House) -> None:
    with pytest.raises(UserError, match="no longer there"):
        house.agenda.lower(AgendaItemId.new())


def test_the_template_goes_after_what_is_there_in_the_boards_language(house: House) -> None:
    house.agenda.use_template(SITTING.id)
    lines = outline(house)
    assert lines[:4] == ["1 a", "2 b", "3 c", "4 Approval of the agenda"]
    assert lines[-1].endswith("Any other business")


def test_items_of_other_meetings_stay_where_they_are(house: House) -> None:
    other = meeting(BOARD, "2026-04-09 19:00")
    there = item(other, "there", position=0)
    house.keep(other, there)
    house.agenda.raise_up(C)
    house.agenda.discard(A)
    assert house.agenda.get(there.id) == there
