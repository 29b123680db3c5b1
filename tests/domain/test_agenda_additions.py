"""What an agenda gets from the meeting before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import AgendaItem, ItemType, in_order
from boardkeeper.domain.agenda_additions import (
    carried,
    is_follow_up,
    with_carried,
    with_follow_up,
)
from boardkeeper.i18n import Language, set_language
from tests.support.builders import item, items, meeting, organisation

BOARD = organisation("Skoven")
OLD, NEW = meeting(BOARD), meeting(BOARD, "2026-04-05 19:00")


def titles(agenda: list[AgendaItem]) -> list[str]:
    return [each.title for each in in_order(agenda)]


def test_items_put_off_come_with_what_lies_below_them_and_without_breaks() -> None:
    roof, rest, boats = (
        item(OLD, "Roof"),
        item(OLD, "Pause", position=1, type=ItemType.BREAK),
        item(OLD, "Boats", position=2),
    )
    north = item(OLD, "North", parent=roof)
    east = item(OLD, "East", parent=north)
    every = [boats, east, north, rest, roof]
    assert titles(carried(every, {roof.id, boats.id})) == ["Roof", "North", "East", "Boats"]
    assert titles(carried(every, {north.id})) == ["North", "East"]
    assert carried(every, set()) == []


def test_an_item_is_known_by_its_title_whatever_its_spaces_and_capitals() -> None:
    agenda = items(NEW, "the  ROOF", "Eventuelt")
    assert with_carried(agenda, NEW, items(OLD, "The roof ")) == agenda


@given(st.lists(st.sampled_from(["a", "b", "c", "Eventuelt"]), max_size=6), st.integers(0, 4))
def test_carrying_the_same_twice_adds_nothing_the_second_time(old: list[str], there: int) -> None:
    agenda = items(NEW, *"abcd"[:there], "Eventuelt")
    put_off = items(OLD, *dict.fromkeys(old))
    once = with_carried(agenda, NEW, put_off)
    assert with_carried(once, NEW, put_off) == once
    assert titles(once)[-1] == "Eventuelt"
    assert {each.meeting_id for each in once} == {NEW.id}


@pytest.mark.parametrize("language", Language)
def test_the_place_for_tasks_comes_after_the_opening_and_once(language: Language) -> None:
    set_language(language)
    agenda = with_follow_up(items(NEW, "Agenda", "Minutes", "Budget"), NEW)
    assert [is_follow_up(each) for each in in_order(agenda)] == [False, False, True, False]
    assert with_follow_up(agenda, NEW) == agenda
    set_language(Language.ENGLISH)
    assert with_follow_up(agenda, NEW) == agenda


def test_an_agenda_that_is_empty_begins_with_its_place_for_tasks() -> None:
    assert titles(with_follow_up([], NEW)) == ["Follow-up on tasks"]
