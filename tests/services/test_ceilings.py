"""Ceilings, times away and the effort of meetings: kept, changed, undone, thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.effort import Effort, Preparation
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.i18n import Language, speaking
from tests.support.builders import House, house, organisation
from tests.support.time_builders import away, ceiling, effort

BOARD = organisation()


@pytest.fixture(name="kept")
def house_with_a_board() -> Iterator[House]:
    with house(BOARD) as built:
        yield built


def titles(kept: House) -> list[str]:
    return [each.title for each in kept.journal.reader.every(TrashEntry)]


def test_the_last_ceiling_that_has_begun_is_in_force(kept: House) -> None:
    old = kept.ceilings.set(ceiling("2025-01-01"))
    new = kept.ceilings.set(ceiling("2026-03-02", evenings_a_week=1))
    assert kept.ceilings.in_force() == new
    assert kept.ceilings.in_force(date(2026, 3, 1)) == old
    assert kept.ceilings.in_force(date(2024, 12, 31)) is None


def test_setting_a_ceiling_twice_from_one_day_changes_it(kept: House) -> None:
    first = kept.ceilings.set(ceiling())
    kept.ceilings.set(ceiling(evenings_a_week=3))
    (only,) = kept.ceilings.ceilings()
    assert (only.id, only.evenings_a_week) == (first.id, 3)
    kept.journal.undo()
    assert kept.ceilings.ceilings() == [first]


def test_a_ceiling_is_changed_and_thrown_away(kept: House) -> None:
    first = kept.ceilings.set(ceiling())
    kept.ceilings.change(replace(first, minutes_a_week=None))
    with speaking(Language.DANISH):
        kept.ceilings.discard(first.id)
    assert kept.ceilings.ceilings() == []
    assert titles(kept) == ["Loft fra 1.1.2026"]
    kept.journal.undo()
    kept.journal.undo()
    assert kept.ceilings.ceilings() == [first]


def test_times_away_are_found_by_the_days_they_touch(kept: House) -> None:
    summer, autumn = away("2026-07-06", "2026-07-24", "Ferie"), away("2026-10-12", "2026-10-16")
    for each in (autumn, summer):
        kept.ceilings.add_away(each)
    assert kept.ceilings.away() == [summer, autumn]
    assert kept.ceilings.away(date(2026, 7, 24), date(2026, 10, 11)) == [summer]
    assert kept.ceilings.away(date(2026, 7, 25), date(2026, 10, 11)) == []


def test_a_time_away_is_changed_and_named_in_the_trash(kept: House) -> None:
    summer = away("2026-07-06", "2026-07-24")
    kept.ceilings.add_away(summer)
    longer = replace(summer, ends_on=date(2026, 7, 31))
    kept.ceilings.change_away(longer)
    assert kept.ceilings.away() == [longer]
    with speaking(Language.DANISH):
        kept.ceilings.discard_away(summer.id)
    assert titles(kept) == ["Væk · 6.-31. juli 2026"]


def test_an_organisation_nobody_has_said_anything_of_takes_no_preparation(kept: House) -> None:
    said = kept.ceilings.effort_of(BOARD.id)
    assert (said.preparation, said.minutes, said.follow_up_minutes) == (Preparation.FIXED, 0, 0)


def test_an_organisation_has_one_effort_however_often_it_is_set(kept: House) -> None:
    kept.ceilings.set_effort(effort(BOARD))
    kept.ceilings.set_effort(effort(BOARD, 0, preparation=Preparation.SHARE, percent=50))
    (only,) = kept.journal.reader.every(Effort)
    assert only == kept.ceilings.effort_of(BOARD.id)
    assert (only.preparation, only.percent) == (Preparation.SHARE, 50)
