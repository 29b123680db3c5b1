"""What one does with rules of procedure."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper.domain.procedure import Share, TieRule
from tests.support.builders import House, organisation
from tests.support.minutes_builders import procedure

BOARD, OTHER = organisation("Skoven"), organisation("Ægir")


def test_without_its_own_the_usual_rules_count(house: House) -> None:
    house.keep(BOARD)
    assert house.procedures.own(BOARD.id) is None
    assert house.procedures.of(BOARD.id) == house.procedures.usual(BOARD.id)


def test_changed_rules_are_the_organisations_own_and_nobody_elses(house: House) -> None:
    house.keep(BOARD, OTHER)
    changed = replace(house.procedures.of(BOARD.id), quorum_share=Share.ALL, quorum_basis="§ 4")
    house.procedures.change(changed)
    assert house.procedures.own(BOARD.id) == house.procedures.of(BOARD.id) == changed
    assert house.procedures.own(OTHER.id) is None
    assert house.procedures.usual(BOARD.id).quorum_share is Share.MORE_THAN_HALF


def test_typing_on_in_one_field_is_one_step_back(house: House) -> None:
    house.keep(BOARD)
    for text in ("§", "§ 4", "§ 4, stk. 2"):
        house.procedures.change(replace(house.procedures.of(BOARD.id), quorum_basis=text))
    house.procedures.change(replace(house.procedures.of(BOARD.id), tie_rule=TieRule.CHAIR_DECIDES))
    house.journal.undo()
    assert house.procedures.of(BOARD.id).quorum_basis == "§ 4, stk. 2"
    house.journal.undo()
    assert house.procedures.own(BOARD.id) is None


def test_there_is_only_ever_one_set_of_rules(house: House) -> None:
    house.keep(BOARD, procedure(BOARD, quorum_count=2))
    house.procedures.change(procedure(BOARD, quorum_count=3))
    assert [each.quorum_count for each in house.everything() if hasattr(each, "quorum_count")] == [
        3
    ]


def test_the_usual_rules_come_back(house: House) -> None:
    house.keep(BOARD, procedure(BOARD, quorum_count=2))
    house.procedures.reset(BOARD.id)
    assert house.procedures.own(BOARD.id) is None
    house.journal.undo()
    assert house.procedures.of(BOARD.id).quorum_count == 2
