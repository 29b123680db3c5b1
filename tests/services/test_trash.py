"""Thrown away and fetched back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.identity import Record
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.people import Person
from boardkeeper.domain.phrases import Phrase
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.rates import OwnRate
from boardkeeper.domain.trash import KEPT_DAYS, TrashEntry
from boardkeeper.errors import UserError
from tests.support.builders import (
    TODAY,
    House,
    item,
    items,
    meeting,
    membership,
    one_of_every_kind,
    organisation,
    person,
    term,
    time_entry,
    trash_entry,
)

BOARD = organisation("Skoven")
ANNA, BO = person("Anna"), person("Bo")
SITTING = meeting(BOARD, chair_id=ANNA.id, minute_taker_id=BO.id, number=14)


def only_entry(house: House) -> TrashEntry:
    (entry,) = house.trash.entries()
    return entry


MINE = {Ceiling, Away, CandidateSeat, OwnRate, Erasure}
"""What belongs to no organisation."""


def titles(house: House) -> list[str]:
    return [line.item.title for line in house.agenda.of(SITTING.id).lines]


def test_an_organisation_comes_back_with_all_it_owned(house: House) -> None:
    records = one_of_every_kind()
    house.keep(*records)
    house.organisations.discard(house.organisations.all()[0].id)
    left = {type(each) for each in house.everything()} - MINE
    assert left == {Person, Interest, Phrase, Profile, Contact, TrashEntry}
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == set(records)


def test_a_person_comes_back_to_their_seats_and_chairs(house: House) -> None:
    seat = membership(ANNA, BOARD)
    records: list[Record] = [BOARD, ANNA, BO, seat, term(seat), SITTING]
    house.keep(*records)
    house.people.discard(ANNA.id)
    assert house.meetings.get(SITTING.id).chair_id is None
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == set(records)


def test_a_chair_found_meanwhile_keeps_the_chair(house: House) -> None:
    house.keep(BOARD, ANNA, BO, SITTING)
    house.people.discard(ANNA.id)
    house.meetings.change(replace(house.meetings.get(SITTING.id), chair_id=BO.id))
    house.trash.restore(only_entry(house).id)
    assert house.meetings.get(SITTING.id).chair_id == BO.id
    assert house.people.get(ANNA.id) == ANNA


def test_a_meeting_comes_back_and_its_hours_find_it_again(house: House) -> None:
    entry = time_entry(BOARD, for_meeting=SITTING)
    section = item(SITTING, "Finances")
    fees = item(SITTING, "Fees", parent=section)
    records: list[Record] = [BOARD, ANNA, BO, SITTING, section, fees, entry]
    house.keep(*records)
    house.meetings.discard(SITTING.id)
    assert house.hours.get(entry.id).meeting_id is None
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == set(records)


def test_a_meeting_comes_back_though_its_chair_is_gone(house: House) -> None:
    house.keep(BOARD, ANNA, BO, SITTING)
    house.meetings.discard(SITTING.id)
    meeting_entry = only_entry(house)
    house.people.discard(ANNA.id)
    house.trash.restore(meeting_entry.id)
    assert house.meetings.get(SITTING.id) == replace(SITTING, chair_id=None)


def test_what_belonged_to_something_gone_stays_in_the_trash(house: House) -> None:
    house.keep(BOARD, ANNA, BO, SITTING)
    house.meetings.discard(SITTING.id)
    meeting_entry = only_entry(house)
    house.organisations.discard(BOARD.id)
    before = set(house.everything())
    with pytest.raises(UserError, match="belongs to is no longer there"):
        house.trash.restore(meeting_entry.id)
    assert set(house.everything()) == before


@pytest.mark.parametrize("title", ["a", "b", "c", "d"])
def test_an_item_comes_back_to_its_place(house: House, title: str) -> None:
    row = items(SITTING, *"abcd")
    house.keep(BOARD, ANNA, BO, SITTING, *row)
    house.agenda.discard(next(each.id for each in row if each.title == title))
    house.trash.restore(only_entry(house).id)
    assert titles(house) == ["a", "b", "c", "d"]
    assert [house.agenda.get(each.id).position for each in row] == [0, 1, 2, 3]


def test_an_item_comes_back_with_its_sub_items(house: House) -> None:
    row = items(SITTING, *"abc")
    below = item(SITTING, "a1", parent=row[0])
    house.keep(BOARD, ANNA, BO, SITTING, *row, below)
    before = set(house.everything())
    house.agenda.discard(row[0].id)
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == before


def test_a_sub_item_whose_item_is_gone_comes_back_to_the_top_level(house: House) -> None:
    row = items(SITTING, *"abc")
    below = item(SITTING, "b1", parent=row[1])
    house.keep(BOARD, ANNA, BO, SITTING, *row, below)
    house.agenda.discard(below.id)
    entry = only_entry(house)
    house.agenda.discard(row[1].id)
    house.trash.restore(entry.id)
    assert house.agenda.get(below.id).parent_id is None
    assert sorted(titles(house)) == ["a", "b1", "c"]


def test_discarding_and_restoring_are_undone_like_anything(house: House) -> None:
    house.keep(BOARD, ANNA, BO, SITTING, *items(SITTING, *"abc"))
    states = [set(house.everything())]
    house.meetings.discard(SITTING.id)
    states.append(set(house.everything()))
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == states[0]
    house.journal.undo()
    assert set(house.everything()) == states[1]
    house.journal.undo()
    assert set(house.everything()) == states[0]


def test_the_trash_lists_the_latest_first(house: House) -> None:
    house.keep(ANNA, BO)
    house.people.discard(BO.id)
    house.keep(trash_entry("Old", "2026-02-27"))
    assert [entry.title for entry in house.trash.entries()] == ["Bo", "Old"]


def test_emptying_is_for_good(house: House) -> None:
    house.keep(ANNA)
    house.people.discard(ANNA.id)
    house.trash.empty()
    assert house.everything() == []
    assert house.journal.undo() is None


def test_emptying_an_empty_trash_forgets_nothing(house: House) -> None:
    house.people.add(ANNA)
    house.trash.empty()
    assert house.journal.undo_label == "Add person"


def test_what_has_lain_thirty_days_goes(house: House) -> None:
    gone = TODAY - timedelta(days=KEPT_DAYS)
    kept = gone + timedelta(days=1)
    house.keep(trash_entry("kept", f"{kept}"), trash_entry("gone", f"{gone}"))
    assert {entry.title: entry.goes_on for entry in house.trash.entries()} == {
        "kept": date(2026, 3, 3),
        "gone": TODAY,
    }
    house.trash.clear_old()
    assert only_entry(house).title == "kept"


def test_an_entry_this_program_cannot_read_stays(house: House) -> None:
    content = '[{"kind": "people", "before": {"id": "a", "nickname": "Bo"}, "after": null}]'
    entry = TrashEntry(title="From elsewhere", discarded_on=TODAY, content=content)
    house.keep(entry)
    with pytest.raises(UserError, match="cannot be read"):
        house.trash.restore(entry.id)
    assert house.everything() == [entry]


def test_every_kind_that_is_discarded_can_be_fetched_back(house: House) -> None:
    seat, entry = membership(ANNA, BOARD), time_entry(BOARD)
    case = item(SITTING, "Budget")
    house.keep(BOARD, ANNA, BO, seat, SITTING, case, entry)
    before = set(house.everything())
    house.agenda.discard(case.id)
    house.hours.discard(entry.id)
    house.memberships.discard(seat.id)
    house.meetings.discard(SITTING.id)
    for thrown in ["Board meeting no. 14 · Skoven", "Anna · Skoven", "Budget"]:
        (found,) = [each for each in house.trash.entries() if each.title == thrown]
        house.trash.restore(found.id)
    house.trash.restore(only_entry(house).id)
    assert set(house.everything()) == before
    assert house.journal.reader.every(AgendaItem) == [case]
