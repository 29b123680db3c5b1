"""Change sets: inverse, sum and what they touch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.changes import Change, ChangeSet, netted
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.people import Person
from tests.support.builders import meeting, organisation, person

ANNA = person("Anna")
PEOPLE = [person(name) for name in ("Bo", "Carl")]
VERSIONS = [(None, *(replace(who, notes=notes) for notes in "abc")) for who in PEOPLE]


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes of two people, each beginning where the one before ended."""
    now: list[Record | None] = [None, None]
    changes = []
    for who, version in draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)))):
        after = VERSIONS[who][version]
        if after != now[who]:
            changes.append(Change(now[who], after))
            now[who] = after
    return changes


def applied(changes: tuple[Change, ...] | list[Change]) -> dict[str, Record]:
    state: dict[str, Record] = {}
    for change in changes:
        state.pop(change.subject.id, None)
        if change.after is not None:
            state[change.after.id] = change.after
    return state


@given(histories())
def test_the_sum_of_a_history_comes_to_the_same(history: list[Change]) -> None:
    assert applied(netted(history)) == applied(history)


@given(histories())
def test_the_sum_holds_one_change_a_record_and_none_that_changes_nothing(
    history: list[Change],
) -> None:
    net = netted(history)
    assert len({change.subject.id for change in net}) == len(net)
    assert all(change.before != change.after for change in net)


@given(histories())
def test_a_change_set_and_its_inverse_come_to_nothing(history: list[Change]) -> None:
    done = ChangeSet("Edit person", netted(history))
    assert not done.followed_by(done.inverse())


def test_the_inverse_of_the_inverse_is_the_change_set() -> None:
    done = ChangeSet("Add", (Change(None, ANNA), Change(None, PEOPLE[0])))
    assert done.inverse().inverse() == done


def test_a_change_set_knows_what_it_touches() -> None:
    done = ChangeSet("Add meeting", (Change(None, meeting(organisation())),))
    assert done.touches(Meeting)
    assert done.touches(Person, Meeting)
    assert not done.touches(Person)


def test_a_change_is_about_a_record() -> None:
    with pytest.raises(ValueError, match="about a record"):
        _ = Change(None, None).subject
