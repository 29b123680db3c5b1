"""Reading all of a meeting's minutes in one go."""

from __future__ import annotations

import pytest

from boardkeeper.db.minutes_book import book_of
from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.identity import Record
from boardkeeper.domain.minutes import Outcome
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.procedure import MinutesStyle, SignatureRule
from boardkeeper.domain.votes import VoteMethod
from boardkeeper.errors import UserError
from tests.support.builders import House, item, items, meeting, organisation, person
from tests.support.minutes_builders import (
    absence,
    attendance,
    ballot,
    candidate,
    decision,
    dissent,
    idea,
    item_minutes,
    minutes,
    procedure,
    task,
    task_owner,
    vote,
    written_procedure,
)

BOARD = organisation("Skoven")
ANNA, BO = person("Anna Holm"), person("Bo Lund")
SITTING = meeting(BOARD, chair_id=ANNA.id, minute_taker_id=BO.id)
OTHER = meeting(BOARD, "2026-04-05 19:00")
ROOF, BOATS = items(SITTING, "Roof", "Boats")
NORTH = item(SITTING, "North", parent=ROOF)
ELSEWHERE = item(OTHER, "Elsewhere")


@pytest.fixture(autouse=True)
def _two_meetings(house: House) -> None:
    house.keep(BOARD, ANNA, BO, SITTING, OTHER, ROOF, BOATS, NORTH, ELSEWHERE)


def test_a_meeting_nobody_minuted_has_an_empty_book(house: House) -> None:
    book = book_of(house.journal.reader, SITTING.id)
    assert (book.minutes, book.attendances, book.decisions, book.tasks) == (None, (), (), ())
    assert [each.item for each in book.items] == [ROOF, NORTH, BOATS]
    assert all(each.is_empty for each in book.items)
    assert (book.chair, book.minute_taker) == ("Anna Holm", "Bo Lund")
    assert (book.began_at, book.ended_at, book.is_running) == (None, None, False)


def test_there_is_no_book_of_a_meeting_that_is_gone(house: House) -> None:
    house.meetings.discard(OTHER.id)
    with pytest.raises(UserError, match="no longer there"):
        book_of(house.journal.reader, OTHER.id)


def test_everything_lies_under_its_item_and_nothing_of_another_meeting(house: House) -> None:
    anna = attendance(SITTING, ANNA)
    stranger = attendance(OTHER, BO)
    by_name = vote(ROOF, method=VoteMethod.NAMES, position=1)
    election = vote(ROOF, method=VoteMethod.ELECTION)
    decided = decision(ROOF, BOARD, position=1)
    first = decision(ROOF, BOARD, "First")
    roof_task = task(BOARD, under=ROOF)
    kept: list[Record] = [
        anna,
        stranger,
        item_minutes(ROOF, "It leaks.", outcome=Outcome.NOTED),
        item_minutes(BOATS, "", is_added=True),
        absence(ROOF, anna),
        decided,
        first,
        by_name,
        election,
        ballot(by_name, anna),
        candidate(election, "Bo Lund", 3, position=1),
        candidate(election, "Li", 5),
        dissent(ROOF),
        roof_task,
        task_owner(roof_task, "B", position=1),
        task_owner(roof_task, "A"),
        idea(BOARD, item_id=ROOF.id),
        written_procedure(BOARD, reported_at_id=SITTING.id),
        minutes(SITTING, began_at=SITTING.starts_at),
        item_minutes(ELSEWHERE, "Other"),
        absence(ELSEWHERE, stranger),
        decision(ELSEWHERE, BOARD),
        dissent(ELSEWHERE),
        vote(ELSEWHERE),
        task(BOARD, under=ELSEWHERE),
    ]
    house.keep(*kept)
    book = book_of(house.journal.reader, SITTING.id)
    roof, north, boats = book.items
    assert (roof.text, roof.outcome, roof.is_empty) == ("It leaks.", Outcome.NOTED, False)
    assert [len(each) for each in (roof.absences, roof.dissents, roof.ideas)] == [1, 1, 1]
    assert roof.decisions == book.decisions == (first, decided)
    assert [each.vote for each in roof.votes] == [election, by_name]
    assert [each.name for each in roof.votes[0].candidates] == ["Li", "Bo Lund"]
    assert len(roof.votes[1].ballots) == 1
    assert roof.tasks == book.tasks
    assert book.tasks[0].owner_names == ("A", "B")
    assert (north.is_empty, boats.is_empty, boats.is_added) == (True, True, True)
    assert len(book.reported) == 1
    assert book.is_running
    assert book.attendance(anna.id) == anna
    assert book.attendance(stranger.id) is None
    assert book.decision(decided.id) == decided
    assert book.item(ELSEWHERE.id) is None


def test_participants_stand_as_in_the_table(house: House) -> None:
    house.keep(
        attendance(SITTING, "Guest", capacity=Capacity.GUEST),
        attendance(SITTING, "Second", position=1),
        attendance(SITTING, "First", presence=Presence.ABSENT),
    )
    book = book_of(house.journal.reader, SITTING.id)
    assert [each.name for each in book.attendances] == ["First", "Second", "Guest"]


def test_the_procedure_is_the_organisations_own_or_the_usual_one(house: House) -> None:
    volunteers = organisation("Fikserstuen", kind=OrganisationKind.VOLUNTEERS)
    evening = meeting(volunteers)
    house.keep(volunteers, evening)
    book = book_of(house.journal.reader, evening.id)
    usual = (book.style, book.procedure.signatures)
    assert usual == (MinutesStyle.DISCUSSION, SignatureRule.NOBODY)
    house.keep(procedure(volunteers, style=MinutesStyle.ACTIONS))
    assert book_of(house.journal.reader, evening.id).style is MinutesStyle.ACTIONS
    house.keep(minutes(evening, style=MinutesStyle.DECISIONS))
    assert book_of(house.journal.reader, evening.id).style is MinutesStyle.DECISIONS


def test_decisions_come_in_the_order_of_the_agenda(house: House) -> None:
    second = item(SITTING, "Second", position=21)
    first = item(SITTING, "First", position=20)
    later = decision(second, BOARD, "Later")
    earlier = decision(first, BOARD, "Earlier")
    house.keep(second, first, later, earlier)
    book = book_of(house.journal.reader, SITTING.id)
    assert book.decisions == (earlier, later)
