"""Promises of hours: kept by membership and day, undone, and found in the trash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.trash import TrashEntry
from boardkeeper.i18n import Language, speaking
from tests.support.builders import House, house, membership, organisation, person
from tests.support.time_builders import promise

BOARD = organisation("Sejlklubben Havørn")
ME = person(is_me=True)
SEAT = membership(ME, BOARD)


@pytest.fixture(name="kept")
def house_with_a_seat() -> Iterator[House]:
    with house(BOARD, ME, SEAT) as built:
        yield built


def test_the_last_promise_that_has_begun_is_in_force(kept: House) -> None:
    old, new, later = (
        kept.promises.promise(promise(SEAT, hours, since))
        for hours, since in ((40, "2025-01-01"), (60, "2026-03-02"), (20, "2026-03-03"))
    )
    assert kept.promises.in_force(SEAT.id) == new
    assert kept.promises.of_membership(SEAT.id) == [old, new, later]


def test_promising_twice_from_one_day_changes_the_promise(kept: House) -> None:
    first = kept.promises.promise(promise(SEAT, 40))
    kept.promises.promise(promise(SEAT, 50))
    (only,) = kept.promises.all()
    assert (only.id, only.minutes_a_year) == (first.id, 3000)
    kept.journal.undo()
    assert kept.promises.all() == [first]


def test_a_promise_is_changed_and_the_change_undone(kept: House) -> None:
    made = kept.promises.promise(promise(SEAT, 40))
    kept.promises.change(replace(made, starts_on=date(2026, 2, 1), note="Kun formanden"))
    assert kept.promises.all() != [made]
    kept.journal.undo()
    assert kept.promises.all() == [made]


def test_a_promise_thrown_away_is_named_in_the_trash_and_comes_back(kept: House) -> None:
    made = kept.promises.promise(promise(SEAT, 40))
    with speaking(Language.DANISH):
        kept.promises.discard(made.id)
    (entry,) = kept.journal.reader.every(TrashEntry)
    assert entry.title == "40 t om året fra 1.1.2026 · Sejlklubben Havørn"
    kept.trash.restore(entry.id)
    assert kept.promises.all() == [made]
