"""Commands: stored whole or not at all, undone and done again, and told once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from boardkeeper.db.journal import STEPS, Journal
from boardkeeper.domain.changes import Change, ChangeSet
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from tests.support.builders import (
    House,
    item,
    meeting,
    membership,
    one_of_every_kind,
    organisation,
    own_rule,
    person,
    term,
    time_entry,
)

ANNA = person("Anna")


def told(journal: Journal) -> list[ChangeSet]:
    """Every change set the journal tells of from now on."""
    heard: list[ChangeSet] = []
    journal.listen(heard.append)
    return heard


def add(house: House, *people: Person) -> None:
    for each in people:
        with house.journal.command("Add person") as tx:
            tx.put(each)


def test_a_command_is_stored_told_and_named_for_undo(house: House) -> None:
    heard = told(house.journal)
    add(house, ANNA)
    assert house.everything() == [ANNA]
    assert heard == [ChangeSet("Add person", (Change(None, ANNA),))]
    assert (house.journal.undo_label, house.journal.redo_label) == ("Add person", None)


def test_undo_and_redo_are_told_like_any_change(house: House) -> None:
    add(house, ANNA)
    heard = told(house.journal)
    taken_back, done_again = house.journal.undo(), house.journal.redo()
    assert heard == [taken_back, done_again]
    assert heard[0].changes == (Change(ANNA, None),)
    assert heard[1].changes == (Change(None, ANNA),)
    assert house.everything() == [ANNA]


def test_with_nothing_to_undo_or_redo_nothing_happens(house: House) -> None:
    heard = told(house.journal)
    assert house.journal.undo() is None
    assert house.journal.redo() is None
    assert heard == []


def test_a_command_that_raises_leaves_no_trace(house: House) -> None:
    heard = told(house.journal)

    def half_a_command() -> None:
        with house.journal.command("Add person") as tx:
            tx.put(ANNA)
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        half_a_command()
    assert (house.everything(), heard, house.journal.undo_label) == ([], [], None)
    add(house, ANNA)
    assert house.everything() == [ANNA]


def test_a_command_that_changes_nothing_leaves_no_trace(house: House) -> None:
    house.keep(ANNA)
    heard = told(house.journal)
    with house.journal.command("Edit person") as tx:
        tx.put(ANNA)
        tx.put(replace(ANNA, notes="a thought"))
        tx.put(ANNA)
    assert (heard, house.journal.undo_label) == ([], None)


def test_a_record_put_twice_is_one_change(house: House) -> None:
    heard = told(house.journal)
    later = replace(ANNA, notes="later")
    with house.journal.command("Add person") as tx:
        tx.put_all([ANNA, later])
    assert [each.changes for each in heard] == [(Change(None, later),)]


def test_a_command_reads_what_it_has_written(house: House) -> None:
    with house.journal.command("Add person") as tx:
        tx.put(ANNA)
        assert tx.get(Person, ANNA.id) == ANNA
        assert tx.every(Person) == [ANNA]


def test_no_command_begins_inside_another(house: House) -> None:
    def nested() -> None:
        with house.journal.command("Outer"):
            add(house, ANNA)

    with pytest.raises(RuntimeError, match="inside a command"):
        nested()
    assert house.everything() == []


def test_a_pointer_to_nothing_is_told_in_words_and_nothing_is_stored(house: House) -> None:
    board = organisation()

    def add_meeting_of_nobody() -> None:
        with house.journal.command("Plan meeting") as tx:
            tx.put(ANNA)
            tx.put(meeting(board))

    with pytest.raises(UserError, match="no longer there"):
        add_meeting_of_nobody()
    assert house.everything() == []
    add(house, ANNA)
    assert house.everything() == [ANNA]


def test_the_order_of_writing_within_a_command_does_not_matter(house: House) -> None:
    records = one_of_every_kind()
    with house.journal.command("Import") as tx:
        tx.put_all(reversed(records))
    assert {each.id for each in house.everything()} == {each.id for each in records}
    assert house.store.problems() == []


def test_many_records_are_put_at_once(house: House) -> None:
    people = [person(f"Person {number}") for number in range(1_500)]
    house.keep(*people)
    changed = [replace(each, notes="changed") for each in people[::2]]
    heard = told(house.journal)
    with house.journal.command("Edit") as tx:
        tx.put_all([*people[1::2], *changed])
    assert len(heard[0].changes) == 750
    house.journal.undo()
    assert {each.id: each for each in house.everything()} == {each.id: each for each in people}


def test_a_new_command_ends_what_could_be_done_again(house: House) -> None:
    add(house, ANNA)
    house.journal.undo()
    assert house.journal.redo_label == "Add person"
    add(house, person("Bo"))
    assert house.journal.redo_label is None


def test_a_hundred_steps_are_remembered(house: House) -> None:
    add(house, *(person(f"Person {number}") for number in range(STEPS + 5)))
    steps = 0
    while house.journal.undo():
        steps += 1
    assert steps == STEPS == 100
    assert len(house.everything()) == 5
    while house.journal.redo():
        steps -= 1
    assert steps == 0
    assert len(house.everything()) == STEPS + 5


def test_what_is_forgotten_cannot_be_undone_or_done_again(house: House) -> None:
    add(house, ANNA, person("Bo"))
    house.journal.undo()
    house.journal.forget()
    assert (house.journal.undo_label, house.journal.redo_label) == (None, None)
    assert house.everything() == [ANNA]


def edit(house: House, **fields: Any) -> None:
    with house.journal.command("Edit person", merge=(ANNA.id, *fields)) as tx:
        tx.put(replace(tx.get(Person, ANNA.id), **fields))


def test_edits_of_one_field_one_after_another_are_one_step(house: House) -> None:
    house.keep(ANNA)
    for typed in ("s", "sa", "sai", "sail"):
        edit(house, notes=typed)
    house.journal.undo()
    assert house.everything() == [ANNA]
    house.journal.redo()
    assert house.everything() == [replace(ANNA, notes="sail")]


def test_edits_of_different_fields_are_different_steps(house: House) -> None:
    house.keep(ANNA)
    edit(house, notes="sails")
    edit(house, company="Oak Ltd")
    edit(house, notes="sails well")
    house.journal.undo()
    assert house.everything() == [replace(ANNA, notes="sails", company="Oak Ltd")]


def test_typing_that_ends_where_it_began_is_no_step(house: House) -> None:
    house.keep(ANNA)
    edit(house, notes="s")
    edit(house, notes="")
    assert house.journal.undo_label is None


def test_an_edit_after_an_undo_is_a_step_of_its_own(house: House) -> None:
    house.keep(ANNA)
    edit(house, notes="s")
    add(house, person("Bo"))
    house.journal.undo()
    edit(house, notes="sa")
    house.journal.undo()
    assert house.everything() == [replace(ANNA, notes="s")]


def test_a_listener_that_fails_is_logged_and_the_others_are_told(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(_change_set: ChangeSet) -> None:
        raise RuntimeError("cannot draw")

    house.journal.listen(failing)
    heard = told(house.journal)
    with caplog.at_level(logging.ERROR):
        add(house, ANNA)
    assert [record.message for record in caplog.records] == ["A listener failed"]
    assert len(heard) == 1
    assert house.everything() == [ANNA]


def test_a_listener_may_give_a_command_of_its_own(house: House) -> None:
    bo = person("Bo")

    def follow_up(change_set: ChangeSet) -> None:
        if change_set.label == "Add person" and len(house.everything()) == 1:
            add(house, bo)

    house.journal.listen(follow_up)
    add(house, ANNA)
    assert set(house.everything()) == {ANNA, bo}


def full_house(house: House) -> Organisation:
    """A board with all that can belong to one, and a second board beside it."""
    board, other = organisation("Skoven"), organisation("Solbakken")
    anna, bo = person("Anna"), person("Bo")
    seat, other_seat = membership(anna, board), membership(bo, other)
    sitting = meeting(board, chair_id=anna.id, minute_taker_id=anna.id)
    section = item(sitting, "Finances")
    house.keep(
        *(board, other, own_rule(board), anna, bo, seat, other_seat),
        *(term(seat, "2020-01-01", "2021-12-31"), term(seat, "2022-01-01"), term(other_seat)),
        *(sitting, meeting(other, chair_id=anna.id)),
        *(section, item(sitting, "Budget", parent=section), item(sitting, "Fees", position=1)),
        *(time_entry(board, for_meeting=sitting), time_entry(other, for_meeting=sitting)),
    )
    return board


def remove(house: House, pick: Callable[[House], Organisation | Person | Meeting]) -> ChangeSet:
    with house.journal.command("Remove") as tx:
        return tx.remove(pick(house))


def counts(house: House) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in house.everything():
        found[type(each).__name__] = found.get(type(each).__name__, 0) + 1
    return found


def test_an_organisation_takes_what_it_owns_along(house: House) -> None:
    board = full_house(house)
    remove(house, lambda _house: board)
    assert counts(house) == {
        "Organisation": 1,
        "Person": 2,
        "Membership": 1,
        "Term": 1,
        "Meeting": 1,
        "TimeEntry": 1,
    }
    assert house.store.problems() == []


def test_a_time_entry_outlives_its_meeting(house: House) -> None:
    board = full_house(house)
    sitting = house.meetings.of_organisation(board.id)[0]
    remove(house, lambda _house: sitting)
    entries = house.journal.reader.every(TimeEntry)
    assert [entry.meeting_id for entry in entries] == [None, None]
    assert "AgendaItem" not in counts(house)


def test_who_chaired_is_forgotten_with_the_person_but_the_meeting_stays(house: House) -> None:
    full_house(house)
    (anna,) = [each for each in house.people.all() if each.name == "Anna"]
    remove(house, lambda _house: anna)
    assert {(each.chair_id, each.minute_taker_id) for each in house.meetings.all()} == {
        (None, None)
    }
    assert counts(house)["Membership"] == 1


@pytest.mark.parametrize("name", ["organisation", "person", "meeting"])
def test_undo_brings_everything_back_and_redo_takes_it_again(house: House, name: str) -> None:
    board = full_house(house)
    before = set(house.everything())
    picked: dict[str, Organisation | Person | Meeting] = {
        "organisation": board,
        "person": house.people.all()[0],
        "meeting": house.meetings.of_organisation(board.id)[0],
    }
    remove(house, lambda _house: picked[name])
    after = set(house.everything())
    assert after != before
    for _time in range(2):
        house.journal.undo()
        assert set(house.everything()) == before
        house.journal.redo()
        assert set(house.everything()) == after
    assert house.store.problems() == []


def test_removing_tells_all_it_took(house: House) -> None:
    board = full_house(house)
    before = set(house.everything())
    taken = remove(house, lambda _house: board)
    assert {change.before for change in taken.changes} == before - set(house.everything())


def test_what_is_gone_cannot_be_removed_again(house: House) -> None:
    house.keep(ANNA)
    remove(house, lambda _house: ANNA)
    with pytest.raises(UserError, match="no longer there"):
        remove(house, lambda _house: ANNA)
