"""Numbers of decisions, what ends one, and where one should not stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.agenda_closing import before_closing, is_any_other_business
from boardkeeper.domain.decision_register import (
    DecisionRemark,
    next_number,
    numbered,
    reinstated,
    remarks_on,
    repealed,
    replaced_by,
)
from boardkeeper.domain.decisions import DecisionState
from boardkeeper.domain.procedure import Procedure
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import item, items, meeting, organisation
from tests.support.minutes_builders import decision, procedure

BOARD = organisation()
SITTING = meeting(BOARD)
RULES = procedure(BOARD)
ROOF = decision(None, BOARD, "Taget skiftes.", number="B-2026-001")
PAINT = decision(None, BOARD, "Taget males.", number="B-2026-002", on="2026-06-01")
JULY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("taken", "number"),
    [
        ([], "B-2026-001"),
        (["B-2026-001"], "B-2026-002"),
        (["B-2026-001", "B-2026-004"], "B-2026-005"),
        (["B-2025-017", "", "Sag 9"], "B-2026-001"),
        (["B-2026-999"], "B-2026-1000"),
        (["B-2026-7"], "B-2026-008"),
    ],
)
def test_the_next_number_comes_after_the_highest_of_the_year(taken: list[str], number: str) -> None:
    assert next_number(RULES, 2026, taken) == number


@pytest.mark.parametrize(
    ("pattern", "taken", "number"),
    [
        ("{number}", ["1", "2"], "3"),
        ("{year}/{number}", ["2026/9", "2025/40"], "2026/10"),
        ("Beslutning {number:02} ({year})", ["Beslutning 01 (2026)"], "Beslutning 02 (2026)"),
        ("{year:d}.{number:>3}", ["2026.  4"], "2026.  5"),
        ("[{number}]*", ["[3]*", "[9]x"], "[4]*"),
    ],
)
def test_a_board_numbers_as_it_likes(pattern: str, taken: list[str], number: str) -> None:
    assert next_number(replace(RULES, decision_pattern=pattern), 2026, taken) == number


@given(st.sampled_from(["B-{year}-{number:03}", "{number}", "{year}{number}"]), st.integers(1, 40))
def test_no_number_is_given_twice(pattern: str, count: int) -> None:
    rules = Procedure(organisation_id=BOARD.id, decision_pattern=pattern)
    taken: set[str] = set()
    for _each in range(count):
        new = next_number(rules, 2026, taken)
        assert new not in taken
        taken.add(new)


def test_decisions_without_a_number_get_one_in_the_order_they_were_made() -> None:
    later = replace(PAINT, number="")
    kept = decision(None, BOARD, "Porten lukkes.", number="B-2026-004", on="2026-04-01")
    earlier = replace(ROOF, number="", decided_on=date(2025, 3, 5))
    found = numbered([later, kept, earlier], lambda _board: RULES)
    assert [each.number for each in found] == ["B-2025-001", "B-2026-004", "B-2026-005"]


def test_a_repealed_decision_has_a_last_day() -> None:
    ended = repealed(ROOF, JULY)
    assert (ended.state, ended.ended_on) == (DecisionState.REPEALED, JULY)
    assert reinstated(ended) == ROOF


def test_a_replaced_decision_points_at_the_one_that_took_its_place() -> None:
    ended = replaced_by(ROOF, PAINT, JULY)
    assert (ended.state, ended.replaced_by_id) == (DecisionState.REPLACED, PAINT.id)
    assert reinstated(ended) == ROOF


def test_what_has_ended_does_not_end_again() -> None:
    with pytest.raises(UserError, match="B-2026-001 is no longer in force"):
        repealed(repealed(ROOF, JULY), JULY)


def test_nothing_ends_before_it_was_made() -> None:
    with pytest.raises(InvalidField):
        repealed(PAINT, date(2026, 5, 31))


def test_a_decision_is_replaced_by_one_in_force_of_the_same_organisation() -> None:
    with pytest.raises(UserError, match="same organisation"):
        replaced_by(ROOF, decision(None, organisation("En anden")), JULY)
    with pytest.raises(UserError, match="no longer in force itself"):
        replaced_by(ROOF, repealed(PAINT, JULY), JULY)
    with pytest.raises(InvalidField):
        replaced_by(ROOF, ROOF, JULY)


@pytest.mark.parametrize(
    ("title", "item_type", "is_added", "remarks"),
    [
        ("Budget", ItemType.DECISION, False, []),
        ("Budget", ItemType.PLAIN, False, []),
        ("Nyt tag", ItemType.DISCUSSION, False, []),
        ("Nyt fra lederen", ItemType.INFORMATION, False, [DecisionRemark.INFORMATION]),
        ("Kaffe", ItemType.BREAK, False, [DecisionRemark.BREAK]),
        ("Eventuelt", ItemType.PLAIN, False, [DecisionRemark.ANY_OTHER_BUSINESS]),
        ("Budget", ItemType.DECISION, True, [DecisionRemark.NOT_ON_NOTICE]),
        (
            "Any other business",
            ItemType.PLAIN,
            True,
            [DecisionRemark.ANY_OTHER_BUSINESS, DecisionRemark.NOT_ON_NOTICE],
        ),
    ],
)
def test_a_decision_is_remarked_on_where_none_is_expected(
    title: str, item_type: ItemType, *, is_added: bool, remarks: list[DecisionRemark]
) -> None:
    assert remarks_on(item(SITTING, title, type=item_type), is_added=is_added) == remarks


@pytest.mark.parametrize(
    ("title", "is_closing"),
    [
        ("Eventuelt", True),
        ("eventuelt ", True),
        ("Eventuelt (ingen beslutninger)", True),
        ("Eventuelt, derefter ærter", True),
        ("Any other business", True),
        ("Eventuelt salg af jollen", False),
        ("Eventuelle", False),
        ("Budget", False),
    ],
)
def test_any_other_business_is_known_by_its_title(title: str, *, is_closing: bool) -> None:
    assert is_any_other_business(item(SITTING, title)) is is_closing


def test_what_is_added_by_itself_comes_before_any_other_business() -> None:
    agenda = items(SITTING, "Budget", "Eventuelt")
    titles = {each.position: each.title for each in before_closing(agenda, item(SITTING, "Nyt"))}
    assert [titles[place] for place in range(3)] == ["Budget", "Nyt", "Eventuelt"]


def test_without_any_other_business_it_comes_last() -> None:
    agenda = items(SITTING, "Budget")
    titles = {each.position: each.title for each in before_closing(agenda, item(SITTING, "Nyt"))}
    assert [titles[place] for place in range(2)] == ["Budget", "Nyt"]
