"""Moving agenda items about, and what every move leaves in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import (
    DEEPEST,
    AgendaItem,
    AgendaItemId,
    ItemType,
    in_order,
    indented,
    lowered,
    opened_up,
    outdented,
    place_of,
    placed,
    raised,
)
from boardkeeper.errors import UserError
from tests.support.builders import item, items, meeting, organisation

SITTING = meeting(organisation())
Move = Callable[[Sequence[AgendaItem]], list[AgendaItem]]


def depths(every: Sequence[AgendaItem]) -> dict[AgendaItemId, int]:
    """How deep each item lies; endless recursion would be a circle."""
    parents = {each.id: each.parent_id for each in every}

    def depth(item_id: AgendaItemId) -> int:
        parent = parents[item_id]
        return 0 if parent is None else 1 + depth(parent)

    return {item_id: depth(item_id) for item_id in parents}


def outline(every: Sequence[AgendaItem]) -> list[str]:
    """The agenda as it reads, each level two blanks in."""
    depth = depths(every)
    return ["  " * depth[each.id] + each.title for each in in_order(every)]


def assert_in_order(every: Sequence[AgendaItem]) -> None:
    depth = depths(every)
    assert max(depth.values(), default=0) <= DEEPEST
    assert len(in_order(every)) == len(every)
    for parent, count in Counter(each.parent_id for each in every).items():
        places = sorted(each.position for each in every if each.parent_id == parent)
        assert places == list(range(count))
    breaks = {each.id for each in every if each.is_break}
    assert not breaks & {each.parent_id for each in every}


def titled(every: Sequence[AgendaItem], title: str) -> AgendaItem:
    return next(each for each in every if each.title == title)


def some_items(count: int) -> list[AgendaItem]:
    row = items(SITTING, *(f"item {place}" for place in range(count)))
    return [replace(each, type=ItemType.BREAK) if each.position == 3 else each for each in row]


@given(st.data())
def test_any_moves_keep_every_item_in_a_proper_tree(data: st.DataObject) -> None:
    every: list[AgendaItem] = some_items(data.draw(st.integers(1, 9)))
    before = {each.id: replace(each, parent_id=None, position=0) for each in every}
    ids = st.sampled_from([each.id for each in every])
    for _step in range(data.draw(st.integers(1, 25))):
        move = data.draw(st.sampled_from(["raise", "lower", "indent", "outdent", "place"]))
        moving = data.draw(ids)
        try:
            if move == "place":
                parent, index = data.draw(st.none() | ids), data.draw(st.integers(-2, 12))
                every = placed(every, moving, parent, index)
            else:
                every = MOVES[move](every, moving)
        except UserError:
            continue
        assert_in_order(every)
    after = {each.id: replace(each, parent_id=None, position=0) for each in every}
    assert after == before


MOVES = {"raise": raised, "lower": lowered, "indent": indented, "outdent": outdented}


@given(st.data())
def test_up_and_down_again_is_as_before(data: st.DataObject) -> None:
    every = some_items(data.draw(st.integers(2, 8)))
    moving = data.draw(st.sampled_from(every[1:]))
    assert lowered(raised(every, moving.id), moving.id) == every


@given(st.data())
def test_in_and_out_again_is_as_before(data: st.DataObject) -> None:
    every = items(SITTING, *"abcdef")
    moving = data.draw(st.sampled_from(every[1:]))
    assert outdented(indented(every, moving.id), moving.id) == every


ROW = items(SITTING, "a", "b", "c", "d")
B, C, D = (each.id for each in ROW[1:])


def test_the_first_stays_at_the_top_and_the_last_at_the_bottom() -> None:
    assert raised(ROW, ROW[0].id) == ROW
    assert lowered(ROW, D) == ROW


def test_an_item_moves_one_place_up_and_down() -> None:
    assert outline(raised(ROW, C)) == ["a", "c", "b", "d"]
    assert outline(lowered(ROW, B)) == ["a", "c", "b", "d"]


def test_an_indented_item_lies_last_under_the_one_above() -> None:
    once = indented(ROW, B)
    assert outline(once) == ["a", "  b", "c", "d"]
    assert outline(indented(once, C)) == ["a", "  b", "  c", "d"]


def test_an_outdented_item_stands_right_after_the_one_it_lay_under() -> None:
    two_below = indented(indented(ROW, B), C)
    assert outline(outdented(two_below, B)) == ["a", "  c", "b", "d"]


def test_an_outdented_item_finds_its_place_where_positions_have_gaps() -> None:
    gappy = [replace(each, position=each.position * 10) for each in indented(ROW, B)]
    assert outline(outdented(gappy, B)) == ["a", "b", "c", "d"]


def test_an_item_takes_its_sub_items_along() -> None:
    assert outline(lowered(indented(ROW, B), ROW[0].id)) == ["c", "a", "  b", "d"]


def test_an_item_dropped_under_another_stands_at_that_place() -> None:
    two_below = indented(indented(ROW, B), C)
    assert outline(placed(two_below, D, ROW[0].id, 1)) == ["a", "  b", "  d", "  c"]


def three_levels() -> list[AgendaItem]:
    top, middle = item(SITTING, "1"), item(SITTING, "other", position=1)
    second = item(SITTING, "1.1", parent=top)
    third = item(SITTING, "1.1.1", parent=second)
    return [top, second, third, item(SITTING, "1.1.2", parent=second, position=1), middle]


def with_break() -> list[AgendaItem]:
    return [item(SITTING, "Coffee", type=ItemType.BREAK), item(SITTING, "Budget", position=1)]


@pytest.mark.parametrize(
    ("every", "move", "said"),
    [
        (ROW, lambda every: indented(every, every[0].id), "none above it"),
        (ROW, lambda every: placed(every, B, B, 0), "below itself"),
        (
            three_levels(),
            lambda every: placed(every, titled(every, "1").id, titled(every, "1.1.1").id, 0),
            "below itself",
        ),
        (three_levels(), lambda every: indented(every, titled(every, "1.1.2").id), "three levels"),
        (
            three_levels(),
            lambda every: placed(every, titled(every, "1").id, titled(every, "other").id, 0),
            "three levels",
        ),
        (with_break(), lambda every: indented(every, every[1].id), "break has no sub-items"),
        (ROW, lambda every: raised(every, AgendaItemId.new()), "no longer there"),
    ],
)
def test_what_cannot_be_moved_there_says_why(
    every: list[AgendaItem], move: Move, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        move(every)


@given(place=st.integers(-3, 9))
def test_a_new_item_opens_the_row_up(place: int) -> None:
    new = item(SITTING, "new", position=place)
    every = opened_up(ROW, new)
    assert_in_order(every)
    assert [each.title for each in in_order(every) if each.id != new.id] == list("abcd")
    assert place_of(every, new) == max(0, min(place, 4))
