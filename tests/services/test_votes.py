"""Votes taken, corrected, thrown away; who may vote; what it came to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from boardkeeper.domain.attendance import AbsenceReason, Attendance, Capacity, Presence
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import TieRule
from boardkeeper.domain.votes import Choice, Majority, VoteMethod
from boardkeeper.domain.voting_words import result_in_words
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.services.votes import VoteService
from tests.support.builders import House, house, items, meeting, organisation
from tests.support.minutes_builders import (
    absence,
    attendance,
    ballot,
    candidate,
    procedure,
    vote,
)

CLUB = organisation()
SITTING = meeting(CLUB)
BUDGET, ROOF = items(SITTING, "Budget", "Tag")
ANNA = attendance(SITTING, "Anna", role=Role.CHAIR, position=0)
BO = attendance(SITTING, "Bo", position=1)
IDA = attendance(SITTING, "Ida", position=2)
KAI = attendance(SITTING, "Kai", presence=Presence.APOLOGIES, proxy_to_id=BO.id, position=3)
GUEST = attendance(SITTING, "Revisor", capacity=Capacity.GUEST, has_vote=False, position=4)


@pytest.fixture(name="home")
def with_a_meeting() -> Iterator[House]:
    with house(CLUB, SITTING, BUDGET, ROOF, ANNA, BO, IDA, KAI, GUEST) as built:
        yield built


@pytest.fixture(name="votes")
def the_service(home: House) -> VoteService:
    return home.votes


def test_a_count_is_taken_and_undone(home: House, votes: VoteService) -> None:
    result = votes.take(vote(BUDGET, votes_for=4, votes_against=1, abstained=1))
    assert result_in_words(result) == "for 4 · against 1 · abstained 1; carried"
    home.journal.undo()
    assert votes.of_item(BUDGET.id) == []


def test_a_vote_begins_under_the_boards_tie_rule(home: House, votes: VoteService) -> None:
    assert votes.proposed(BUDGET.id).tie_rule is TieRule.FALLS
    home.keep(procedure(CLUB, tie_rule=TieRule.CHAIR_DECIDES))
    proposed = votes.proposed(BUDGET.id, majority=Majority.TWO_THIRDS)
    assert (proposed.tie_rule, proposed.majority) == (TieRule.CHAIR_DECIDES, Majority.TWO_THIRDS)
    assert votes.of_item(BUDGET.id) == []


def test_a_vote_is_proposed_the_way_the_meeting_voted_last(votes: VoteService) -> None:
    assert votes.proposed(BUDGET.id).method is VoteMethod.COUNT
    votes.take(vote(BUDGET, method=VoteMethod.WRITTEN))
    votes.take(vote(ROOF, method=VoteMethod.COUNT))
    assert votes.proposed(BUDGET.id).method is VoteMethod.WRITTEN
    assert votes.proposed(ROOF.id).method is VoteMethod.COUNT
    votes.take(vote(ROOF, method=VoteMethod.ELECTION))
    assert votes.proposed(ROOF.id).method is VoteMethod.ELECTION


def test_votes_stand_in_the_order_they_were_taken(votes: VoteService) -> None:
    first = votes.take(vote(BUDGET, question="A?")).vote
    second = votes.take(vote(BUDGET, question="B?")).vote
    other = votes.take(vote(ROOF)).vote
    assert [each.position for each in (first, second, other)] == [0, 1, 0]
    assert votes.of_item(BUDGET.id) == [first, second]
    assert {each.id for each in votes.of_meeting(SITTING.id)} == {first.id, second.id, other.id}
    assert set(votes.results(SITTING.id)) == {first.id, second.id, other.id}


def test_by_name_each_votes_once_with_the_proxies_they_hold(
    home: House, votes: VoteService
) -> None:
    home.keep(procedure(CLUB, allows_proxies=True))
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    result = votes.take(taken, [ballot(taken, ANNA, Choice.AGAINST), ballot(taken, BO)])
    assert result_in_words(result) == "for 2 · against 1; carried"
    assert [(each.attendance_id, each.weight) for each in votes.ballots(taken.id)] == [
        (ANNA.id, 1),
        (BO.id, 2),
    ]


def test_a_proxy_the_rules_do_not_allow_is_no_vote(votes: VoteService) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    result = votes.take(taken, [ballot(taken, BO, weight=9)])
    assert result.tally.votes_for == 1


@pytest.mark.parametrize("who", [KAI, GUEST])
def test_who_has_no_vote_is_refused_and_nothing_is_stored(
    votes: VoteService, who: Attendance
) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    with pytest.raises(InvalidField, match="no vote on this item"):
        votes.take(taken, [ballot(taken, ANNA), ballot(taken, who)])
    assert votes.of_item(BUDGET.id) == []


def test_nobody_votes_twice(votes: VoteService) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    with pytest.raises(InvalidField, match="votes once"):
        votes.take(taken, [ballot(taken, ANNA), ballot(taken, ANNA, Choice.AGAINST)])


@pytest.mark.parametrize("reason", AbsenceReason)
def test_who_has_no_part_in_the_item_has_no_vote_on_it(
    home: House, votes: VoteService, reason: AbsenceReason
) -> None:
    home.keep(absence(ROOF, BO, reason=reason))
    assert votes.rights(ROOF.id) == {ANNA.id: 1, IDA.id: 1}
    assert votes.rights(BUDGET.id) == {ANNA.id: 1, BO.id: 1, IDA.id: 1}


def test_a_conflict_that_comes_to_light_takes_the_ballot_out_of_the_count(
    home: House, votes: VoteService
) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    ballots = [ballot(taken, ANNA), ballot(taken, BO), ballot(taken, IDA, Choice.AGAINST)]
    assert votes.take(taken, ballots).is_carried
    home.keep(absence(BUDGET, BO))
    result = votes.result(taken.id)
    assert result_in_words(result) == "for 1 · against 1; a tie, so the proposal falls"
    assert len(votes.ballots(taken.id)) == 3


def test_who_came_late_votes_on_what_was_still_being_dealt_with(
    home: House, votes: VoteService
) -> None:
    home.keep(replace(BO, arrived_at=datetime(2026, 3, 5, 19, 20)))
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    assert votes.take(taken, [ballot(taken, BO)]).is_carried


def test_a_vote_is_corrected_with_its_ballots(home: House, votes: VoteService) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    kept = ballot(taken, ANNA)
    stored = votes.take(taken, [kept, ballot(taken, BO)]).vote
    before = home.everything()
    changed = replace(stored, question="Budgettet?")
    votes.change(changed, [replace(kept, choice=Choice.AGAINST), ballot(taken, IDA)])
    assert {each.attendance_id: each.choice for each in votes.ballots(taken.id)} == {
        ANNA.id: Choice.AGAINST,
        IDA.id: Choice.FOR,
    }
    home.journal.undo()
    assert home.everything() == before
    votes.change(changed)
    assert len(votes.ballots(taken.id)) == 2


def test_an_election_is_held_and_a_lot_drawn(votes: VoteService) -> None:
    held = vote(ROOF, method=VoteMethod.ELECTION, seats=1)
    standing = [candidate(held, "Bo", 4), candidate(held, "Ida", 4), candidate(held, "Kai", 1)]
    assert votes.take(held, candidates=standing).is_tie
    assert [each.name for each in votes.candidates(held.id)] == ["Bo", "Ida", "Kai"]
    votes.settle_by_lot(held.id, [standing[1].id])
    assert result_in_words(votes.result(held.id)) == "elected: Ida (4, by lot)"
    votes.settle_by_lot(held.id, [standing[0].id])
    assert result_in_words(votes.result(held.id)) == "elected: Bo (4, by lot)"


def test_a_lot_falls_on_those_it_is_drawn_between(votes: VoteService) -> None:
    held = vote(ROOF, method=VoteMethod.ELECTION, seats=1)
    standing = [candidate(held, "Bo", 4), candidate(held, "Ida", 4), candidate(held, "Kai", 1)]
    votes.take(held, candidates=standing)
    for winners in ([standing[2].id], [standing[0].id, standing[1].id], []):
        with pytest.raises(UserError, match="one a seat"):
            votes.settle_by_lot(held.id, winners)


def test_candidates_are_replaced_by_those_given(votes: VoteService) -> None:
    held = vote(ROOF, method=VoteMethod.ELECTION)
    first, second = candidate(held, "Bo", 1), candidate(held, "Ida", 2)
    stored = votes.take(held, candidates=[first]).vote
    votes.change(stored, candidates=[second, replace(first, votes=7)])
    assert [(each.name, each.votes) for each in votes.candidates(held.id)] == [
        ("Ida", 2),
        ("Bo", 7),
    ]


def test_a_vote_goes_to_the_trash_with_its_ballots_and_comes_back(
    home: House, votes: VoteService
) -> None:
    taken = vote(BUDGET, method=VoteMethod.NAMES)
    votes.take(taken, [ballot(taken, ANNA), ballot(taken, BO)])
    before = home.everything()
    votes.discard(taken.id)
    assert votes.of_meeting(SITTING.id) == []
    (entry,) = home.trash.entries()
    assert entry.title == "Vote: Budget"
    home.trash.restore(entry.id)
    assert home.everything() == before


def test_a_meeting_without_votes_has_no_results(votes: VoteService) -> None:
    assert votes.results(SITTING.id) == {}
