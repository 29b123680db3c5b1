"""What votes come to, worked by hand from the rules, and who counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import laid_out
from boardkeeper.domain.attendance import Absence, Attendance, Capacity, Presence
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import Procedure, TieRule
from boardkeeper.domain.quorum import meeting_quorum
from boardkeeper.domain.votes import Ballot, Candidate, Choice, Majority, Vote, VoteMethod
from boardkeeper.domain.voting import VoteResult, result_of, voting_rights, with_lots
from boardkeeper.domain.voting_words import result_in_words, rule_in_words
from boardkeeper.i18n import Language, speaking
from tests.support.builders import item, meeting, organisation
from tests.support.minutes_builders import absence, attendance, ballot, candidate, vote

FOR, AGAINST, ABSTAINED, BLANK = Choice
FALLS, CHAIR = TieRule
SIMPLE, TWO_THIRDS, THREE_QUARTERS, UNANIMOUS = Majority

BOARD = organisation()
SITTING = meeting(BOARD)
POINT = item(SITTING)


@dataclass(frozen=True, slots=True)
class Case:
    """A count, the rule it stands under, and what it comes to by that rule."""

    rule: str
    counts: tuple[int, int, int, int]
    words: str
    majority: Majority = SIMPLE
    tie: TieRule = FALLS
    casting: Choice | None = None
    is_carried: bool = False


SIMPLE_MAJORITY = "More for than against, of the votes cast (erhvervsfondsloven § 53, 3)"
NOT_CAST = "Who abstains or votes blank casts no vote (selskabsloven § 105)"
NO_TIE_RULE = "At a tie the proposal falls unless the articles say otherwise (EFL § 53, 3)"
CHAIRS_VOTE = "The articles may let the chair's vote decide at a tie (EFL § 53, 3)"
ARTICLES = "Articles are changed by at least two thirds of the votes cast (selskabsloven § 106)"
QUARTERS = "The bylaws ask for at least three quarters of the votes cast"
NOBODY_AGAINST = "What takes everyone's consent falls with one vote against"

CASES = (
    Case(SIMPLE_MAJORITY, (1, 0, 0, 0), "for 1 · against 0; carried unanimously", is_carried=True),
    Case(SIMPLE_MAJORITY, (7, 0, 0, 0), "for 7 · against 0; carried unanimously", is_carried=True),
    Case(SIMPLE_MAJORITY, (4, 3, 0, 0), "for 4 · against 3; carried", is_carried=True),
    Case(SIMPLE_MAJORITY, (3, 4, 0, 0), "for 3 · against 4; not carried"),
    Case(SIMPLE_MAJORITY, (0, 5, 0, 0), "for 0 · against 5; not carried"),
    Case(SIMPLE_MAJORITY, (120, 119, 0, 0), "for 120 · against 119; carried", is_carried=True),
    Case(NOT_CAST, (2, 1, 6, 0), "for 2 · against 1 · abstained 6; carried", is_carried=True),
    Case(NOT_CAST, (2, 1, 0, 9), "for 2 · against 1 · blank 9; carried", is_carried=True),
    Case(
        NOT_CAST,
        (1, 0, 3, 2),
        "for 1 · against 0 · abstained 3 · blank 2; carried, nobody against",
        is_carried=True,
    ),
    Case(NOT_CAST, (0, 0, 5, 0), "for 0 · against 0 · abstained 5; not carried"),
    Case(NOT_CAST, (0, 1, 8, 0), "for 0 · against 1 · abstained 8; not carried"),
    Case(SIMPLE_MAJORITY, (0, 0, 0, 0), "No votes are counted yet"),
    Case(NO_TIE_RULE, (3, 3, 0, 0), "for 3 · against 3; a tie, so the proposal falls"),
    Case(
        NO_TIE_RULE, (2, 2, 1, 0), "for 2 · against 2 · abstained 1; a tie, so the proposal falls"
    ),
    Case(
        NO_TIE_RULE,
        (3, 3, 0, 0),
        "for 3 · against 3; a tie, so the proposal falls",
        casting=FOR,
    ),
    Case(
        CHAIRS_VOTE,
        (3, 3, 0, 0),
        "for 3 · against 3; a tie; carried by the chair's vote",
        tie=CHAIR,
        casting=FOR,
        is_carried=True,
    ),
    Case(
        CHAIRS_VOTE,
        (3, 3, 0, 0),
        "for 3 · against 3; a tie; not carried, by the chair's vote",
        tie=CHAIR,
        casting=AGAINST,
    ),
    Case(
        CHAIRS_VOTE,
        (3, 3, 0, 0),
        "for 3 · against 3; a tie; the chair's vote is missing",
        tie=CHAIR,
    ),
    Case(
        CHAIRS_VOTE,
        (3, 4, 0, 0),
        "for 3 · against 4; not carried",
        tie=CHAIR,
        casting=FOR,
    ),
    Case(
        CHAIRS_VOTE,
        (4, 3, 0, 0),
        "for 4 · against 3; carried",
        tie=CHAIR,
        casting=AGAINST,
        is_carried=True,
    ),
    Case(
        NOT_CAST,
        (0, 0, 4, 0),
        "for 0 · against 0 · abstained 4; not carried",
        tie=CHAIR,
        casting=FOR,
    ),
    Case(
        ARTICLES, (4, 2, 0, 0), "for 4 · against 2; two thirds reached", TWO_THIRDS, is_carried=True
    ),
    Case(ARTICLES, (5, 3, 0, 0), "for 5 · against 3; two thirds not reached", TWO_THIRDS),
    Case(
        ARTICLES, (6, 3, 0, 0), "for 6 · against 3; two thirds reached", TWO_THIRDS, is_carried=True
    ),
    Case(
        ARTICLES,
        (2, 1, 7, 0),
        "for 2 · against 1 · abstained 7; two thirds reached",
        TWO_THIRDS,
        is_carried=True,
    ),
    Case(ARTICLES, (199, 100, 0, 0), "for 199 · against 100; two thirds not reached", TWO_THIRDS),
    Case(
        ARTICLES,
        (200, 100, 0, 0),
        "for 200 · against 100; two thirds reached",
        TWO_THIRDS,
        is_carried=True,
    ),
    Case(
        "A tie is no two thirds, whatever the chair says",
        (3, 3, 0, 0),
        "for 3 · against 3; two thirds not reached",
        TWO_THIRDS,
        CHAIR,
        FOR,
    ),
    Case(
        QUARTERS,
        (3, 1, 0, 0),
        "for 3 · against 1; three quarters reached",
        THREE_QUARTERS,
        is_carried=True,
    ),
    Case(QUARTERS, (5, 2, 0, 0), "for 5 · against 2; three quarters not reached", THREE_QUARTERS),
    Case(
        QUARTERS, (74, 25, 0, 0), "for 74 · against 25; three quarters not reached", THREE_QUARTERS
    ),
    Case(
        QUARTERS,
        (75, 25, 0, 3),
        "for 75 · against 25 · blank 3; three quarters reached",
        THREE_QUARTERS,
        is_carried=True,
    ),
    Case(
        NOBODY_AGAINST,
        (5, 0, 0, 0),
        "for 5 · against 0; carried unanimously",
        UNANIMOUS,
        is_carried=True,
    ),
    Case(
        NOBODY_AGAINST,
        (4, 0, 1, 0),
        "for 4 · against 0 · abstained 1; carried, nobody against",
        UNANIMOUS,
        is_carried=True,
    ),
    Case(
        NOBODY_AGAINST, (9, 1, 0, 0), "for 9 · against 1; not unanimous, so not carried", UNANIMOUS
    ),
    Case(
        NOBODY_AGAINST,
        (0, 0, 5, 0),
        "for 0 · against 0 · abstained 5; not unanimous, so not carried",
        UNANIMOUS,
    ),
)


def counted(case: Case) -> VoteResult:
    votes_for, votes_against, abstained, blank = case.counts
    return result_of(
        vote(
            POINT,
            majority=case.majority,
            tie_rule=case.tie,
            casting=case.casting,
            votes_for=votes_for,
            votes_against=votes_against,
            abstained=abstained,
            blank=blank,
        )
    )


@pytest.mark.parametrize("case", CASES, ids=lambda each: f"{each.majority} {each.counts}")
def test_a_count_comes_to_what_the_rule_says(case: Case) -> None:
    result = counted(case)
    assert (result.is_carried, result_in_words(result)) == (case.is_carried, case.words), case.rule


@pytest.mark.parametrize("case", CASES, ids=lambda each: f"{each.majority} {each.counts}")
def test_a_secret_ballot_is_counted_as_a_show_of_hands(case: Case) -> None:
    by_hand = counted(case)
    in_secret = result_of(replace(by_hand.vote, method=VoteMethod.WRITTEN))
    assert in_secret.is_carried == by_hand.is_carried


@given(st.integers(0, 50), st.integers(0, 50), st.sampled_from(Majority), st.sampled_from(TieRule))
def test_one_more_vote_for_never_loses_a_proposal(
    yes: int, no: int, majority: Majority, tie: TieRule
) -> None:
    fewer = vote(POINT, majority=majority, tie_rule=tie, votes_for=yes, votes_against=no)
    more = replace(fewer, votes_for=yes + 1)
    assert result_of(fewer).is_carried <= result_of(more).is_carried


@given(st.integers(0, 50), st.integers(0, 50))
def test_what_reaches_a_stricter_majority_reaches_every_laxer_one(yes: int, no: int) -> None:
    reached = [
        result_of(vote(POINT, majority=each, votes_for=yes, votes_against=no)).is_carried
        for each in (UNANIMOUS, THREE_QUARTERS, TWO_THIRDS, SIMPLE)
    ]
    assert reached == sorted(reached)


# Elections take relative majority, and a lot decides between equals (selskabsloven § 105).
ELECTIONS: tuple[tuple[str, int, dict[str, int], str], ...] = (
    ("most votes win", 1, {"Anna": 12, "Bo": 7}, "elected: Anna (12)"),
    ("less than half will do", 1, {"Anna": 4, "Bo": 3, "Ida": 3}, "elected: Anna (4)"),
    ("two seats, two names", 2, {"Anna": 9, "Bo": 3, "Ida": 8}, "elected: Anna (9), Ida (8)"),
    ("as many as seats", 2, {"Anna": 0, "Bo": 0}, "elected unopposed: Anna, Bo"),
    ("fewer than seats", 3, {"Anna": 5}, "elected unopposed: Anna"),
    ("nobody stands", 1, {}, "No votes are counted yet"),
    ("nothing counted", 1, {"Anna": 0, "Bo": 0}, "No votes are counted yet"),
    (
        "a tie for the only seat",
        1,
        {"Anna": 5, "Bo": 5, "Ida": 1},
        "a tie for 1 seat, to be decided by lot: Anna (5), Bo (5)",
    ),
    (
        "a tie for the last seat",
        2,
        {"Anna": 9, "Bo": 4, "Ida": 4},
        "elected: Anna (9); a tie for 1 seat, to be decided by lot: Bo (4), Ida (4)",
    ),
    (
        "a tie of three for two seats",
        3,
        {"Anna": 9, "Bo": 4, "Ida": 4, "Kai": 4},
        "elected: Anna (9); a tie for 2 seats, to be decided by lot: Bo (4), Ida (4), Kai (4)",
    ),
    (
        "equals that all get a seat draw no lots",
        2,
        {"Anna": 5, "Bo": 5, "Ida": 1},
        "elected: Anna (5), Bo (5)",
    ),
)


def election(seats: int, votes: dict[str, int]) -> tuple[Vote, list[Candidate]]:
    held = vote(POINT, method=VoteMethod.ELECTION, seats=seats)
    return held, [
        candidate(held, name, count, position=place)
        for place, (name, count) in enumerate(votes.items())
    ]


@pytest.mark.parametrize(("rule", "seats", "votes", "words"), ELECTIONS, ids=str)
def test_an_election_takes_relative_majority(
    rule: str, seats: int, votes: dict[str, int], words: str
) -> None:
    held, standing = election(seats, votes)
    assert result_in_words(result_of(held, candidates=standing)) == words, rule


def test_a_lot_parts_those_with_equally_many_votes() -> None:
    held, standing = election(2, {"Anna": 9, "Bo": 4, "Ida": 4})
    tied = result_of(held, candidates=standing)
    assert tied.is_tie
    assert not tied.is_carried
    drawn = result_of(held, candidates=with_lots(standing, {standing[2].id}))
    assert result_in_words(drawn) == "elected: Anna (9), Ida (4, by lot)"
    assert drawn.is_carried


def test_a_lot_for_who_needs_none_elects_nobody_else() -> None:
    held, standing = election(1, {"Anna": 9, "Bo": 4})
    drawn = result_of(held, candidates=with_lots(standing, {standing[1].id}))
    assert drawn.election is not None
    assert [each.name for each in drawn.election.elected] == ["Anna"]


@given(st.integers(1, 6), st.lists(st.integers(0, 9), max_size=9))
def test_no_more_are_elected_than_there_are_seats(seats: int, votes: list[int]) -> None:
    held, standing = election(seats, {f"Nr. {place}": each for place, each in enumerate(votes)})
    outcome = result_of(held, candidates=standing).election
    assert outcome is not None
    assert len(outcome.elected) + outcome.open_seats <= seats
    losers = [each for each in standing if each not in (*outcome.elected, *outcome.tied)]
    winning = [each.votes for each in outcome.elected]
    assert not losers or not winning or min(winning) >= max(each.votes for each in losers)


def rights(
    *roll: Attendance, absences: tuple[Absence, ...] = (), allows_proxies: bool = True
) -> dict[str, int]:
    """How many votes each has on the item, by name."""
    quorum = meeting_quorum(
        SITTING,
        laid_out(SITTING, [POINT]),
        roll,
        absences,
        Procedure(organisation_id=BOARD.id, allows_proxies=allows_proxies),
    )
    names = {each.id: each.name for each in roll}
    return {names[who]: votes for who, votes in voting_rights(quorum.of_item(POINT.id)).items()}


ANNA = attendance(SITTING, "Anna", role=Role.CHAIR)
BO = attendance(SITTING, "Bo")
IDA = attendance(SITTING, "Ida", presence=Presence.APOLOGIES)
KAI = attendance(SITTING, "Kai", capacity=Capacity.ALTERNATE, has_vote=False)


def test_members_who_are_there_have_a_vote_each() -> None:
    assert rights(ANNA, BO, IDA) == {"Anna": 1, "Bo": 1}


def test_guests_observers_and_those_without_a_vote_have_none() -> None:
    guest = attendance(SITTING, "Gæst", capacity=Capacity.GUEST)
    observer = attendance(SITTING, "Observatør", capacity=Capacity.OBSERVER)
    manager = attendance(SITTING, "Leder", role=Role.MANAGER, has_vote=False)
    assert rights(ANNA, guest, observer, manager) == {"Anna": 1}


def test_an_alternate_votes_for_the_member_who_is_away_and_else_not() -> None:
    assert rights(ANNA, IDA, KAI) == {"Anna": 1}
    assert rights(ANNA, IDA, replace(KAI, stands_for_id=IDA.id)) == {"Anna": 1, "Kai": 1}
    assert rights(ANNA, BO, replace(KAI, stands_for_id=BO.id)) == {"Anna": 1, "Bo": 1}


def test_a_proxy_adds_to_its_holders_vote_where_the_rules_allow_it() -> None:
    given_away = replace(IDA, proxy_to_id=BO.id)
    assert rights(ANNA, BO, given_away) == {"Anna": 1, "Bo": 2}
    assert rights(ANNA, BO, given_away, allows_proxies=False) == {"Anna": 1, "Bo": 1}


def test_a_proxy_counts_for_nothing_while_its_giver_is_there_or_its_holder_is_not() -> None:
    assert rights(ANNA, replace(BO, proxy_to_id=ANNA.id)) == {"Anna": 1, "Bo": 1}
    assert rights(ANNA, IDA, replace(BO, presence=Presence.ABSENT, proxy_to_id=IDA.id)) == {
        "Anna": 1
    }


def test_a_conflicted_member_has_no_vote_and_nobody_votes_by_proxy_for_one() -> None:
    conflict = (absence(POINT, BO),)
    assert rights(ANNA, BO, absences=conflict) == {"Anna": 1}
    given_away = replace(IDA, proxy_to_id=ANNA.id)
    assert rights(ANNA, BO, given_away, absences=(absence(POINT, IDA),)) == {"Anna": 1, "Bo": 1}


def by_name(
    choices: dict[Attendance, Choice], of_rights: dict[str, int] | None = None, **fields: TieRule
) -> VoteResult:
    taken = vote(POINT, method=VoteMethod.NAMES, **fields)
    ballots = [ballot(taken, who, choice) for who, choice in choices.items()]
    names = {who.name: who.id for who in choices}
    given_rights = of_rights or dict.fromkeys(names, 1)
    held = {names[name]: votes for name, votes in given_rights.items() if name in names}
    return result_of(taken, ballots, rights=held, attendances=list(choices))


def test_ballots_by_name_are_added_up() -> None:
    result = by_name({ANNA: FOR, BO: AGAINST, IDA: ABSTAINED, KAI: FOR})
    assert result_in_words(result) == "for 2 · against 1 · abstained 1; carried"


def test_the_chairs_own_ballot_decides_at_a_tie() -> None:
    lost = by_name({ANNA: AGAINST, BO: FOR}, tie_rule=CHAIR)
    assert result_in_words(lost) == "for 1 · against 1; a tie; not carried, by the chair's vote"
    assert by_name({ANNA: FOR, BO: AGAINST}, tie_rule=CHAIR).is_carried
    assert not by_name({ANNA: FOR, BO: AGAINST}, tie_rule=FALLS).is_carried


def test_without_the_chair_the_vice_chairs_ballot_decides() -> None:
    vice = replace(BO, role=Role.VICE_CHAIR)
    assert by_name({vice: FOR, IDA: AGAINST}, tie_rule=CHAIR).is_carried
    assert not by_name({ANNA: AGAINST, vice: FOR}, tie_rule=CHAIR).is_carried


def test_a_chair_who_abstained_leaves_the_tie_open() -> None:
    result = by_name({ANNA: ABSTAINED, BO: FOR, IDA: AGAINST}, tie_rule=CHAIR)
    assert result.awaits_casting_vote
    assert not result.is_carried


def test_a_ballot_of_somebody_without_a_vote_is_kept_out_of_the_count() -> None:
    result = by_name({ANNA: FOR, BO: AGAINST, IDA: AGAINST}, {"Anna": 1, "Bo": 1})
    assert (result.tally.votes_for, result.tally.votes_against) == (1, 1)


ROLES = st.sampled_from([Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER])


@given(st.data(), st.sampled_from(Majority), st.sampled_from(TieRule))
def test_a_conflicted_member_never_changes_a_result(
    data: st.DataObject, majority: Majority, tie: TieRule
) -> None:
    """Whatever one with a conflict is, does, votes and gives away: the result stays the same."""
    others = [
        attendance(SITTING, f"Nr. {place}", role=data.draw(ROLES))
        for place in range(data.draw(st.integers(1, 6)))
    ]
    taken = vote(POINT, method=VoteMethod.NAMES, majority=majority, tie_rule=tie)
    cast = [ballot(taken, each, data.draw(st.sampled_from(Choice))) for each in others]

    def outcome() -> VoteResult:
        biased = attendance(
            SITTING,
            "Biased",
            role=data.draw(ROLES),
            presence=data.draw(st.sampled_from(Presence)),
            proxy_to_id=data.draw(st.none() | st.sampled_from([each.id for each in others])),
        )
        roll = [*others, biased]
        quorum = meeting_quorum(
            SITTING,
            laid_out(SITTING, [POINT]),
            roll,
            [absence(POINT, biased)],
            Procedure(organisation_id=BOARD.id, allows_proxies=True),
        )
        ballots: list[Ballot] = [*cast]
        if data.draw(st.booleans()):
            weight = data.draw(st.integers(1, 3))
            choice = data.draw(st.sampled_from(Choice))
            ballots.append(ballot(taken, biased, choice, weight=weight))
        return result_of(
            taken, ballots, rights=voting_rights(quorum.of_item(POINT.id)), attendances=roll
        )

    first, second = outcome(), outcome()
    assert (first.tally, first.is_carried, first.by_casting_vote) == (
        second.tally,
        second.is_carried,
        second.by_casting_vote,
    )


def test_the_rule_is_said_beside_the_result() -> None:
    assert rule_in_words(result_of(vote(POINT))) == "Simple majority; at a tie the proposal falls"
    chosen = vote(POINT, method=VoteMethod.ELECTION)
    assert rule_in_words(result_of(chosen)) == "Most votes elected; lots at a tie"


def test_the_result_is_said_in_danish() -> None:
    with speaking(Language.DANISH):
        two_thirds = vote(POINT, majority=TWO_THIRDS, votes_for=4, votes_against=1, abstained=1)
        assert result_in_words(result_of(two_thirds)) == (
            "for 4 · imod 1 · undlod 1; to tredjedele opnået"
        )
        assert result_in_words(result_of(vote(POINT, votes_for=2, votes_against=2))) == (
            "for 2 · imod 2; stemmelighed, så forslaget er faldet"
        )
