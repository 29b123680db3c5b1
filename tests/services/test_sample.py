"""Filling an empty database with the sample."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.store import Store
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.votes import Ballot, Vote
from boardkeeper.errors import UserError
from boardkeeper.exchange.interchange import interchange_of, records_in
from boardkeeper.services.decisions import DecisionService
from boardkeeper.services.meetings import MeetingService
from boardkeeper.services.sample import SampleService
from boardkeeper.services.votes import VoteService

TODAY = date(2029, 8, 17)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def journal(store: Store) -> Journal:
    return Journal(store)


@pytest.fixture
def sample(store: Store, journal: Journal, clock: Clock) -> SampleService:
    return SampleService(journal, clock, store.paper_files)


@pytest.fixture
def clock() -> Clock:
    return Clock(pinned=TODAY)


def stored(journal: Journal) -> list[Record]:
    return [record for kind in KINDS.values() for record in journal.reader.every(kind)]


def test_filling_stores_every_record_and_says_how_many(
    journal: Journal, sample: SampleService
) -> None:
    count = sample.fill()
    assert count == len(stored(journal)) > 1000


def test_the_next_meeting_is_within_the_week(
    journal: Journal, clock: Clock, sample: SampleService
) -> None:
    sample.fill()
    upcoming = MeetingService(journal, clock).next()
    assert upcoming is not None
    assert 0 <= (upcoming.day - TODAY).days <= 6


def test_every_decision_is_numbered_in_the_year_it_comes_to_lie_in(
    journal: Journal, clock: Clock, sample: SampleService
) -> None:
    sample.fill()
    decisions = DecisionService(journal, clock).register()
    assert {each.number[:7] for each in decisions} == {
        f"B-{each.decided_on.year}-" for each in decisions
    }
    numbers = [(each.organisation_id, each.number) for each in decisions]
    assert len(set(numbers)) == len(numbers)


def test_every_vote_of_the_sample_comes_to_something(
    journal: Journal, clock: Clock, sample: SampleService
) -> None:
    sample.fill()
    service = VoteService(journal, clock)
    results = [service.result(each.id) for each in journal.reader.every(Vote)]
    assert {each.is_carried for each in results} == {True, False}
    assert any(each.is_tie for each in results)
    decided = {each.vote.decision_id: each for each in results if each.vote.decision_id}
    assert [each.vote.question for each in decided.values() if not each.is_carried] == []
    # Nobody voted who had no vote.
    assert len(journal.reader.every(Ballot)) == sum(len(each.ballots) for each in results)


def test_what_was_filled_in_can_leave_as_a_file_and_be_read_again(
    journal: Journal, sample: SampleService
) -> None:
    sample.fill()
    content = interchange_of(stored(journal))
    assert interchange_of(records_in(content)) == content


def test_filling_cannot_be_undone(journal: Journal, sample: SampleService) -> None:
    sample.fill()
    assert journal.undo_label is None


def test_the_window_is_told_once(journal: Journal, sample: SampleService) -> None:
    told: list[ChangeSet] = []
    journal.listen(told.append)
    sample.fill()
    assert [change_set.touches(Meeting, Person) for change_set in told] == [True]


def test_a_database_that_holds_a_single_name_is_left_alone(
    journal: Journal, sample: SampleService
) -> None:
    me = Person(name="Bodil Krag", is_me=True)
    with journal.command("Enter my name") as tx:
        tx.put(me)
    with pytest.raises(UserError, match="already something"):
        sample.fill()
    assert stored(journal) == [me]


def test_it_cannot_be_filled_twice(journal: Journal, sample: SampleService) -> None:
    count = sample.fill()
    with pytest.raises(UserError):
        sample.fill()
    assert len(stored(journal)) == count


def test_every_paper_has_its_file(store: Store, journal: Journal, sample: SampleService) -> None:
    sample.fill()
    papers = journal.reader.every(Paper)
    assert {each.media_type for each in papers} >= {
        MediaType.PDF,
        MediaType.IMAGE,
        MediaType.OFFICE,
        MediaType.MARKDOWN,
    }
    assert [each.id for each in papers if not store.paper_files.holds(each.digest)] == []
    assert store.paper_files.digests() == {each.digest for each in papers}
