"""Thresholds: one's own numbers, or the usual ones."""

from __future__ import annotations

import pytest

from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.errors import InvalidField
from tests.support.builders import House, house, organisation

BOARD, OTHER = organisation("Skovbrynet"), organisation("Sejlklubben")
CARRIED = ThresholdName.CARRIED_TIMES


def value(home: House, name: ThresholdName = CARRIED) -> tuple[int, bool]:
    found = home.thresholds.of(BOARD.id)[name]
    return found.value, found.is_own


def test_a_number_of_ones_own_counts_until_it_is_reset() -> None:
    with house(BOARD, OTHER) as home:
        assert value(home) == (3, False)
        home.thresholds.set(BOARD.id, CARRIED, 5)
        assert value(home) == (5, True)
        assert not home.thresholds.of(OTHER.id)[CARRIED].is_own
        home.thresholds.reset(BOARD.id, CARRIED)
        assert value(home) == (3, False)


def test_setting_one_again_leaves_one_record_and_one_step_to_undo() -> None:
    with house(BOARD) as home:
        for number in (4, 5, 6):
            home.thresholds.set(BOARD.id, CARRIED, number)
        assert value(home) == (6, True)
        home.journal.undo()
        assert value(home) == (3, False)
        home.journal.redo()
        home.thresholds.reset(BOARD.id, CARRIED)
        home.journal.undo()
        assert value(home) == (6, True)


def test_resetting_what_was_never_set_changes_nothing() -> None:
    with house(BOARD) as home:
        home.thresholds.reset(BOARD.id, CARRIED)
        assert home.journal.undo_label is None


def test_a_number_out_of_reason_is_refused() -> None:
    with house(BOARD) as home, pytest.raises(InvalidField):
        home.thresholds.set(BOARD.id, CARRIED, -1)


def test_several_are_set_in_one_step_and_what_is_usual_is_not_ones_own() -> None:
    with house(BOARD) as home:
        home.thresholds.set_all(BOARD.id, {CARRIED: 7, ThresholdName.KNOW_PERCENT: 50})
        assert value(home) == (7, True)
        assert value(home, ThresholdName.KNOW_PERCENT) == (50, False)
        home.thresholds.set_all(BOARD.id, {CARRIED: 3, ThresholdName.KNOW_PERCENT: 90})
        assert value(home) == (3, False)
        assert value(home, ThresholdName.KNOW_PERCENT) == (90, True)
        home.journal.undo()
        assert value(home) == (7, True)


def test_of_several_none_is_set_where_one_is_out_of_reason() -> None:
    with house(BOARD) as home:
        with pytest.raises(InvalidField):
            home.thresholds.set_all(BOARD.id, {CARRIED: 7, ThresholdName.KNOW_PERCENT: -1})
        assert value(home) == (3, False)
