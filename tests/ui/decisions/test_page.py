"""The section Decisions, seen from Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.decisions import DecisionState
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, item, meeting, organisation
from tests.support.drivers.decisions import DecisionsDriver
from tests.support.minutes_builders import decision, dissent, vote

CLUB = organisation("Tennis club", short_name="Club")
SCHOOL = organisation("School board", short_name="School")
SITTING = meeting(CLUB, "2026-02-05 19:00", state=MeetingState.HELD)
ROOF, DOGS = item(SITTING, "The roof"), item(SITTING, "Animals")
BUILD = decision(
    ROOF, CLUB, "A new roof\nis built.", number="B-2026-001", on="2026-02-05", basis="Offer 3"
)
BAN = decision(DOGS, CLUB, "No dogs on court.", number="B-2026-002", on="2026-02-05")
OLD = decision(
    None,
    SCHOOL,
    "Lunch is at noon.",
    number="B-2025-007",
    on="2025-06-01",
    state=DecisionState.REPEALED,
    ended_on=date(2026, 1, 1),
)
VOTE = vote(ROOF, decision_id=BUILD.id, votes_for=4, votes_against=1)
AGAINST = dissent(ROOF, "Too dear.", "Bo Lund")


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(CLUB, SCHOOL, SITTING, ROOF, DOGS, BUILD, BAN, OLD, VOTE, AGAINST)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="decisions")
def page_of_decisions(services: Services, qtbot: QtBot) -> DecisionsDriver:
    return DecisionsDriver(services, qtbot)


def test_the_register_has_the_last_decision_first(decisions: DecisionsDriver) -> None:
    assert decisions.rows == [
        "No dogs on court., B-2026-002 · 5 Feb 2026 · Club",
        "A new roof is built., B-2026-001 · 5 Feb 2026 · Club",
        "Lunch is at noon., B-2025-007 · 1 Jun 2025 · School, Repealed",
    ]


def test_a_word_is_enough_to_find_one_and_its_place_is_said(decisions: DecisionsDriver) -> None:
    decisions.search("animals")
    assert decisions.rows == ["No dogs on court., B-2026-002 · 5 Feb 2026 · Club · Animals"]
    assert "No dogs on court." in decisions.words
    decisions.page.find_here()
    decisions.search("offer")
    assert decisions.rows == [
        "A new roof is built., B-2026-001 · 5 Feb 2026 · Club · Basis: Offer 3"
    ]


def test_a_search_that_finds_nothing_says_so(decisions: DecisionsDriver) -> None:
    decisions.search("chess")
    assert decisions.rows == []
    assert "No decision here fits “chess”." in decisions.words


def test_board_year_and_state_narrow_the_register(decisions: DecisionsDriver) -> None:
    decisions.screen.choose("Year", "2025")
    assert decisions.numbers == ["B-2025-007"]
    decisions.screen.choose("Year", "All years")
    decisions.screen.choose("State", "In force")
    assert decisions.numbers == ["B-2026-002", "B-2026-001"]
    decisions.page.show_organisation(SCHOOL.id)
    assert decisions.rows == []
    decisions.screen.choose("State", "All")
    assert decisions.numbers == ["B-2025-007"]


def test_a_decision_tells_its_vote_its_place_and_who_was_against(
    decisions: DecisionsDriver,
) -> None:
    decisions.show("B-2026-001")
    for words in (
        "Basis: Offer 3",
        "For 4 · against 1; carried",
        "Simple majority; at a tie the proposal falls",
        "In force since 5 February 2026.",
        "Bo Lund",
        "Too dear.",
    ):
        assert words in decisions.words.split("\n")
    assert decisions.chips == ["In force"]
    decisions.press("Board meeting, The roof, 5 Feb 2026")
    assert decisions.wishes == [("meeting", SITTING.id)]


def test_one_is_repealed_and_put_in_force_again(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.show("B-2026-002")
    decisions.press("Repeal…")
    decisions.write("From", "1/3")
    decisions.press("Repeal it")
    assert services.decisions.get(BAN.id).ended_on == date(2026, 3, 1)
    assert "Repealed from 1 March 2026." in decisions.words
    assert decisions.rows[0].endswith("Repealed")
    decisions.press("Put it in force again")
    assert services.decisions.get(BAN.id) == BAN


def test_a_day_before_it_was_made_is_refused_by_the_field(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.show("B-2026-002")
    decisions.press("Repeal…")
    decisions.write("From", "1/2")
    decisions.press("Repeal it")
    assert "A decision ends on or after the day it was made." in decisions.words
    assert services.decisions.get(BAN.id) == BAN


def test_another_takes_its_place_and_they_lead_to_one_another(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.show("B-2026-002")
    decisions.press("Replace…")
    decisions.screen.click_row("Decisions in force", "A new roof")
    decisions.press("Replace it")
    assert services.decisions.get(BAN.id).replaced_by_id == BUILD.id
    decisions.press("A new roof is built., Replaced by B-2026-001")
    assert decisions.wishes == [("decision", BUILD.id)]
    decisions.page.open_record(BUILD.id)
    assert "No dogs on court., Takes the place of B-2026-002" in decisions.links
    decisions.undo()
    assert services.decisions.get(BAN.id) == BAN


def test_nothing_chosen_replaces_nothing(decisions: DecisionsDriver) -> None:
    decisions.show("B-2026-002")
    decisions.press("Replace…")
    decisions.press("Replace it")
    assert "Choose the decision that takes its place." in decisions.words


def test_the_day_to_look_at_it_again_stores_itself(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.show("B-2026-001")
    decisions.write("Look at it again on", "1/2/2027")
    assert services.decisions.get(BUILD.id).review_on == date(2027, 2, 1)
    decisions.undo()
    assert services.decisions.get(BUILD.id) == BUILD


def test_f2_changes_its_words_and_a_number_taken_is_refused(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.key("B-2026-001", Qt.Key.Key_F2)
    decisions.write("What was decided", "A flat roof is built.")
    decisions.write("Number", "B-2026-002")
    decisions.press("Keep")
    assert "Another decision has the number B-2026-002." in decisions.words
    decisions.write("Number", "B-2026-010")
    decisions.press("Keep")
    changed = services.decisions.get(BUILD.id)
    assert (changed.text, changed.number) == ("A flat roof is built.", "B-2026-010")


def test_del_moves_one_to_the_trash(decisions: DecisionsDriver, services: Services) -> None:
    decisions.key("B-2026-002", Qt.Key.Key_Delete)
    assert decisions.numbers == ["B-2026-001", "B-2025-007"]
    assert [each.title for each in services.trash.entries()] == ["B-2026-002 No dogs on court."]
    decisions.undo()
    assert decisions.numbers == ["B-2026-002", "B-2026-001", "B-2025-007"]


def test_one_asked_for_is_shown_whatever_was_searched(decisions: DecisionsDriver) -> None:
    decisions.search("dogs")
    decisions.screen.choose("State", "In force")
    decisions.page.open_record(OLD.id)
    assert len(decisions.rows) == 3
    assert "Repealed from 1 January 2026." in decisions.words


def test_an_extract_and_the_register_are_printed(decisions: DecisionsDriver) -> None:
    decisions.show("B-2026-001")
    decisions.screen.pick("More for this decision", "Print an extract…")
    decisions.page.print_this()
    kinds = [kind for kind, _title in decisions.wishes]
    assert kinds == ["print", "print"]


def test_verifying_says_that_nothing_is_approved_yet(decisions: DecisionsDriver) -> None:
    decisions.screen.pick("More for the decisions", "Verify approved minutes")
    assert "No minutes are approved yet, so there is nothing to verify." in decisions.words


def test_verifying_says_that_what_was_approved_holds(
    decisions: DecisionsDriver, services: Services
) -> None:
    services.approval.approve(SITTING.id)
    decisions.screen.pick("More for the decisions", "Verify approved minutes")
    assert "1 approved version of minutes is as it was approved." in decisions.words


def test_very_many_are_listed_in_part_and_searched_in_full(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(
        *(
            decision(None, CLUB, f"Case {count}.", number=f"S-{count}", on="2024-03-01")
            for count in range(1_100)
        )
    )
    decisions = DecisionsDriver(services, qtbot)
    assert len(decisions.rows) == 1000
    words = "The newest 1,000 of 1,103 decisions are listed; a search looks at them all."
    assert words in decisions.words
    decisions.search("S-0")
    assert decisions.numbers[0] == "S-0"


def test_one_older_than_what_is_listed_is_shown_when_asked_for(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(*(decision(None, CLUB, f"Case {count}.") for count in range(1_100)))
    decisions = DecisionsDriver(services, qtbot)
    decisions.page.open_record(OLD.id)
    assert "Repealed from 1 January 2026." in decisions.words


def test_without_decisions_the_page_says_where_they_come_from(house: House, qtbot: QtBot) -> None:
    decisions = DecisionsDriver(Services.over(house.store, house.clock), qtbot)
    assert "What your boards decide stands here, and is found by a word." in decisions.words
