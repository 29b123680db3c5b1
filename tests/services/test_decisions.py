"""Decisions recorded, ended, found; statements beside them; every step undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.decision_register import DecisionRemark
from boardkeeper.domain.decisions import DecisionState
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.services.decisions import DecisionService
from tests.support.builders import House, house, item, items, meeting, organisation, person
from tests.support.minutes_builders import decision, item_minutes, procedure, vote

CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
BOARD = organisation("Skovbørnehaven")
SITTING = meeting(CLUB)
OTHER = meeting(BOARD)
BUDGET, ROOF, AOB = items(SITTING, "Budget", "Bådehallens tag", "Eventuelt")
SWING = item(OTHER, "Gyngen")


@pytest.fixture(name="home")
def with_two_boards() -> Iterator[House]:
    with house(CLUB, BOARD, SITTING, OTHER, BUDGET, ROOF, AOB, SWING) as built:
        yield built


@pytest.fixture(name="decisions")
def the_service(home: House) -> DecisionService:
    return home.decisions


def test_a_decision_is_numbered_and_placed_by_itself(decisions: DecisionService) -> None:
    first = decisions.record(BUDGET.id, "Budgettet godkendes.", "Bilag 1")
    second = decisions.record(BUDGET.id, "Kontingentet er 500 kr.")
    assert (first.number, first.basis, first.decided_on) == (
        "B-2026-001",
        "Bilag 1",
        date(2026, 3, 5),
    )
    assert (first.organisation_id, first.meeting_id) == (CLUB.id, SITTING.id)
    assert (second.number, second.position) == ("B-2026-002", 1)
    assert decisions.of_item(BUDGET.id) == [first, second]


def test_a_decision_is_what_came_of_the_last_vote_that_belongs_to_none(
    home: House, decisions: DecisionService
) -> None:
    home.votes.take(vote(BUDGET, question="Udsættes?"))
    last = home.votes.take(vote(BUDGET, question="Godkendes?")).vote
    home.votes.take(vote(ROOF))
    made = decisions.record(BUDGET.id, "Budgettet godkendes.")
    about = [each.decision_id for each in home.votes.of_meeting(SITTING.id)]
    assert home.votes.get(last.id).decision_id == made.id
    assert about.count(None) == 2
    home.journal.undo()
    assert home.votes.get(last.id).decision_id is None


def test_each_organisation_counts_for_itself_and_each_year_anew(
    home: House, decisions: DecisionService
) -> None:
    home.keep(decision(None, BOARD, number="B-2025-009", on="2025-11-01"))
    decisions.record(BUDGET.id, "Ja.")
    assert decisions.record(SWING.id, "Den fjernes.").number == "B-2026-001"


def test_the_organisations_own_way_of_numbering_counts(
    home: House, decisions: DecisionService
) -> None:
    home.keep(procedure(CLUB, decision_pattern="{number}/{year}"))
    assert decisions.record(BUDGET.id, "Ja.").number == "1/2026"


def test_a_number_that_was_given_is_not_given_again_while_a_later_one_stands(
    decisions: DecisionService,
) -> None:
    gone = decisions.record(BUDGET.id, "Ja.")
    decisions.record(BUDGET.id, "Nej.")
    decisions.discard(gone.id)
    assert decisions.record(BUDGET.id, "Måske.").number == "B-2026-003"


def test_two_decisions_of_an_organisation_never_share_a_number(decisions: DecisionService) -> None:
    first, second = decisions.record(BUDGET.id, "Ja."), decisions.record(BUDGET.id, "Nej.")
    with pytest.raises(InvalidField, match="B-2026-001"):
        decisions.change(replace(second, number=first.number))
    decisions.change(replace(first, text="Jo."))
    assert decisions.get(first.id).text == "Jo."


def test_a_decision_without_words_is_refused(decisions: DecisionService) -> None:
    with pytest.raises(InvalidField):
        decisions.record(BUDGET.id, "  ")
    assert decisions.register() == []


def test_every_step_is_undone(home: House, decisions: DecisionService) -> None:
    before = home.everything()
    old, new = decisions.record(BUDGET.id, "Ja."), decisions.record(ROOF.id, "Nej.")
    decisions.change(replace(new, basis="Bilag"))
    decisions.replace(old.id, new.id)
    decisions.reinstate(old.id)
    decisions.repeal(old.id)
    decisions.dissent(ROOF.id, "Bo Lund", "For dyrt.")
    decisions.discard(new.id)
    while home.journal.undo():
        pass
    assert home.everything() == before


def test_the_meetings_decisions_stand_in_the_order_of_its_agenda(
    decisions: DecisionService,
) -> None:
    late = decisions.record(ROOF.id, "Taget skiftes.")
    early = decisions.record(BUDGET.id, "Ja.")
    assert decisions.of_meeting(SITTING.id) == [early, late]


def test_the_register_is_asked_for_an_organisation_a_year_and_a_state(
    home: House, decisions: DecisionService
) -> None:
    old = decision(None, CLUB, "Gammelt.", number="B-2024-001", on="2024-12-31")
    home.keep(old)
    mine, theirs = decisions.record(BUDGET.id, "Ja."), decisions.record(SWING.id, "Nej.")
    decisions.repeal(theirs.id, date(2026, 3, 6))
    assert decisions.register(CLUB.id) == [old, mine]
    assert decisions.register(year=2024) == [old]
    assert decisions.register(year=2026, state=DecisionState.IN_FORCE) == [mine]
    assert [each.id for each in decisions.register(state=DecisionState.REPEALED)] == [theirs.id]


def test_a_decision_is_replaced_from_the_day_the_new_one_was_made(
    decisions: DecisionService,
) -> None:
    old, new = decisions.record(BUDGET.id, "Ja."), decisions.record(ROOF.id, "Nej.")
    decisions.replace(old.id, new.id)
    ended = decisions.get(old.id)
    assert (ended.state, ended.replaced_by_id) == (DecisionState.REPLACED, new.id)
    assert ended.ended_on == new.decided_on
    with pytest.raises(UserError):
        decisions.repeal(old.id, date(2026, 4, 1))


def test_what_a_discarded_decision_replaced_is_in_force_again(decisions: DecisionService) -> None:
    old, new = decisions.record(BUDGET.id, "Ja."), decisions.record(ROOF.id, "Nej.")
    decisions.replace(old.id, new.id)
    decisions.discard(new.id)
    assert decisions.register() == [old]


def test_a_vote_outlives_the_decision_it_led_to(home: House, decisions: DecisionService) -> None:
    made = decisions.record(BUDGET.id, "Ja.")
    taken = home.votes.take(vote(BUDGET, decision_id=made.id, votes_for=3)).vote
    decisions.discard(made.id)
    assert home.votes.get(taken.id).decision_id is None
    home.trash.restore(home.trash.entries()[0].id)
    assert home.votes.get(taken.id).decision_id == made.id


def test_those_due_for_a_look_are_in_force_and_their_day_has_come(
    decisions: DecisionService,
) -> None:
    late, due, ahead, ended = (decisions.record(BUDGET.id, f"Nr. {each}.") for each in range(4))
    for each, day in ((late, 1), (due, 2), (ahead, 3), (ended, 1)):
        decisions.change(replace(each, review_on=date(2026, 3, day)))
    decisions.repeal(ended.id, date(2026, 3, 5))
    assert [each.id for each in decisions.to_review()] == [late.id, due.id]


@pytest.mark.parametrize(
    "words", ["taget", "TAGET", "skift tag", "baadehal", "bådehallens", "sejlklub"]
)
def test_a_decision_is_found_by_its_words_number_item_and_organisation(
    decisions: DecisionService, words: str
) -> None:
    decisions.record(SWING.id, "Gyngen fjernes.")
    made = decisions.record(ROOF.id, "Taget skiftes\ninden vinter.")
    assert [each.id for each in decisions.find(words)] == [made.id]


def test_a_number_is_found_wherever_it_was_given(decisions: DecisionService) -> None:
    mine, theirs = decisions.record(ROOF.id, "Taget."), decisions.record(SWING.id, "Gyngen.")
    decisions.record(ROOF.id, "Tagrenden følger B-2026-001.")
    found = [each.id for each in decisions.find("b-2026-001")]
    assert set(found[:2]) == {mine.id, theirs.id}
    assert len(found) == 3


@pytest.mark.parametrize("words", ["", "  ", "taget kælder", "\x1e", "\x1f", "%"])
def test_what_does_not_hold_every_word_is_not_found(decisions: DecisionService, words: str) -> None:
    decisions.record(ROOF.id, "Taget skiftes.")
    assert decisions.find(words) == []


def test_the_best_match_comes_first_and_the_newer_before_the_older(
    home: House, decisions: DecisionService
) -> None:
    inside = decision(None, CLUB, "Foretaget er sket.", number="B-2026-900", on="2026-02-02")
    older = decision(None, CLUB, "Taget males.", number="B-2024-002", on="2024-02-02")
    newer = decision(None, CLUB, "Taget skiftes.", number="B-2025-003", on="2025-02-02")
    ended = decision(
        None, CLUB, "Taget ses efter.", state=DecisionState.REPEALED, on="2026-02-02", number="T-1"
    )
    home.keep(inside, older, newer, ended)
    assert decisions.find("taget") == [newer, older, ended, inside]
    assert decisions.find("002") == [older]


def test_what_was_just_written_is_found_and_what_was_undone_is_not(
    home: House, decisions: DecisionService
) -> None:
    assert decisions.find("tag") == []
    decisions.record(BUDGET.id, "Taget skiftes.")
    assert len(decisions.find("tag")) == 1
    home.agenda.change(replace(BUDGET, title="Kælderen"))
    assert len(decisions.find("kælder")) == 1
    home.journal.undo()
    home.journal.undo()
    assert decisions.find("tag") == []


def test_a_search_brings_no_more_than_asked_for(home: House, decisions: DecisionService) -> None:
    home.keep(*(decision(None, CLUB, number=str(each)) for each in range(9)))
    assert len(decisions.find("budget", most=4)) == 4


def test_decisions_where_none_is_expected_are_remarked_on(
    home: House, decisions: DecisionService
) -> None:
    news = item(SITTING, "Nyt fra lederen", type=ItemType.INFORMATION, position=3)
    home.keep(news, item_minutes(ROOF, is_added=True))
    for each in (BUDGET, ROOF, AOB, news):
        decisions.record(each.id, "Ja.")
    found = decisions.warnings(SITTING.id)
    assert [(each.item.title, each.remark) for each in found] == [
        ("Bådehallens tag", DecisionRemark.NOT_ON_NOTICE),
        ("Eventuelt", DecisionRemark.ANY_OTHER_BUSINESS),
        ("Nyt fra lederen", DecisionRemark.INFORMATION),
    ]
    assert found[1].in_words() == (
        "Decision B-2026-003 stands under “Eventuelt”, where nothing is decided."
    )


def test_a_statement_is_entered_changed_and_thrown_away(
    home: House, decisions: DecisionService
) -> None:
    bo = person("Bo Lund")
    home.keep(bo)
    made = decisions.record(ROOF.id, "Taget skiftes.")
    first = decisions.dissent(ROOF.id, bo, "For dyrt.", made.id)
    second = decisions.dissent(ROOF.id, "Ida Krog", "For sent.")
    assert (first.person_id, first.decision_id, second.person_id) == (bo.id, made.id, None)
    decisions.change_dissent(replace(first, text="Alt for dyrt."))
    assert [each.text for each in decisions.dissents_of(ROOF.id)] == ["Alt for dyrt.", "For sent."]
    decisions.discard_dissent(first.id)
    assert decisions.dissents_of(ROOF.id) == [second]
    home.trash.restore(home.trash.entries()[0].id)
    assert len(decisions.dissents_of(ROOF.id)) == 2


def test_a_statement_outlives_its_decision(decisions: DecisionService) -> None:
    made = decisions.record(ROOF.id, "Taget skiftes.")
    decisions.dissent(ROOF.id, "Bo Lund", "For dyrt.", made.id)
    decisions.discard(made.id)
    assert [each.decision_id for each in decisions.dissents_of(ROOF.id)] == [None]


@pytest.mark.parametrize(("name", "text"), [("", "For dyrt."), ("Bo", " ")])
def test_a_statement_needs_a_name_and_words(
    decisions: DecisionService, name: str, text: str
) -> None:
    with pytest.raises(InvalidField):
        decisions.dissent(ROOF.id, name, text)


def test_the_newest_are_brought_first_and_no_more_than_asked_for(
    home: House, decisions: DecisionService
) -> None:
    old = decision(None, BOARD, "Old", on="2024-03-05", number="B-2024-001")
    new = decision(None, CLUB, "New", on="2026-03-05", number="B-2026-001")
    middle = decision(None, CLUB, "Middle", on="2025-03-05", number="B-2025-001")
    home.keep(old, new, middle)
    assert decisions.newest(limit=2) == [new, middle]
    assert decisions.newest(CLUB.id, 2025) == [middle]
    assert decisions.newest(state=DecisionState.REPEALED) == []
    assert (decisions.count(), decisions.count(CLUB.id)) == (3, 2)
    assert (decisions.years(), decisions.years(BOARD.id)) == ([2026, 2025, 2024], [2024])


def test_a_decision_knows_what_it_took_the_place_of(
    home: House, decisions: DecisionService
) -> None:
    old, new = decision(None, CLUB, "Old"), decision(None, CLUB, "New")
    home.keep(old, new)
    decisions.replace(old.id, new.id)
    assert [each.id for each in decisions.replaced_by(new.id)] == [old.id]
    assert decisions.replaced_by(old.id) == []
