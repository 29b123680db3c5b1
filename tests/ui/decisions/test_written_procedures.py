"""Written procedures on the page of decisions: begun, answered by keys, counted, told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.memberships import Seat
from boardkeeper.domain.votes import Choice, Majority
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, item, meeting, membership, organisation, person, term
from tests.support.drivers.decisions import DecisionsDriver
from tests.support.minutes_builders import reply, written_procedure

CLUB = organisation("Tennis club", short_name="Club")
PEOPLE = ANNA, BO, EVA = person("Anna Holm", is_me=True), person("Bo Lund"), person("Eva Friis")
SUB = person("Ib Krog")
COMING = meeting(CLUB, "2026-04-05 19:00")
NETS = written_procedure(CLUB, "New nets", proposal="Two nets are bought.")


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    seats = [membership(each, CLUB) for each in PEOPLE]
    seats.append(membership(SUB, CLUB, seat=Seat.ALTERNATE))
    house.keep(CLUB, *PEOPLE, SUB, *seats, *(term(each) for each in seats))
    house.keep(COMING, item(COMING, "Welcome"))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="decisions")
def page_of_decisions(services: Services, qtbot: QtBot) -> DecisionsDriver:
    return DecisionsDriver(services, qtbot)


def begun(house: House, services: Services, qtbot: QtBot) -> DecisionsDriver:
    """The page with a procedure that all three are asked in."""
    house.keep(NETS, *(reply(NETS, each.name, None, person_id=each.id) for each in PEOPLE))
    decisions = DecisionsDriver(services, qtbot)
    decisions.press("New nets, Club, By Sun 8 March")
    return decisions


def test_ctrl_n_sends_a_proposal_round_to_those_with_a_vote(
    decisions: DecisionsDriver, services: Services
) -> None:
    decisions.page.make_new()
    assert not decisions.screen.is_offered("Ib Krog")
    decisions.write("Title", "New nets")
    decisions.write("Proposal", "Two nets are bought.")
    decisions.screen.choose("Majority", "Unanimous")
    decisions.press("Begin")
    (procedure,) = services.written_procedures.all()
    assert (procedure.sent_on, procedure.reply_by) == (date(2026, 3, 2), date(2026, 3, 9))
    assert procedure.majority is Majority.UNANIMOUS
    asked = services.written_procedures.replies(procedure.id)
    assert {each.name for each in asked} == {each.name for each in PEOPLE}
    assert "0 of 3 have answered" in decisions.words
    decisions.undo()
    assert services.written_procedures.all() == []


def test_only_those_ticked_are_asked(decisions: DecisionsDriver, services: Services) -> None:
    decisions.page.make_new()
    decisions.press("Bo Lund")
    decisions.write("Title", "New nets")
    decisions.write("Proposal", "Two nets are bought.")
    decisions.press("Begin")
    (procedure,) = services.written_procedures.all()
    asked = services.written_procedures.replies(procedure.id)
    assert {each.name for each in asked} == {"Anna Holm", "Eva Friis"}


def test_what_is_missing_is_said_by_its_field(decisions: DecisionsDriver) -> None:
    decisions.page.make_new()
    decisions.press("Begin")
    assert "A written procedure needs a title." in decisions.words


def test_replies_are_noted_by_a_letter_and_the_outcome_follows(
    house: House, services: Services, qtbot: QtBot
) -> None:
    decisions = begun(house, services, qtbot)
    decisions.reply("Anna Holm", "F")
    assert "At least 2 must answer." in decisions.words
    decisions.reply("Bo Lund", "Ag")
    assert "2 of 3 have answered: for 1 · against 1" in decisions.words
    assert "It is a tie, so the proposal falls as it stands." in decisions.words
    assert "Not answered yet: Eva Friis" in decisions.words
    decisions.reply("Eva Friis", "F")
    assert "The proposal is carried as it stands." in decisions.words
    choices = {each.name: each.choice for each in services.written_procedures.replies(NETS.id)}
    assert choices == {
        "Anna Holm": Choice.FOR,
        "Bo Lund": Choice.AGAINST,
        "Eva Friis": Choice.FOR,
    }
    decisions.undo()
    assert "Not answered yet: Eva Friis" in decisions.words


def test_closed_and_carried_it_is_a_decision_and_the_next_meeting_is_told(
    house: House, services: Services, qtbot: QtBot
) -> None:
    decisions = begun(house, services, qtbot)
    decisions.reply("Anna Holm", "F")
    decisions.reply("Bo Lund", "F")
    decisions.press("Close and count")
    assert ("said", "The proposal is carried: decision B-2026-001.") in decisions.wishes
    assert "The proposal was carried on 2 March 2026." in decisions.words
    assert decisions.numbers == ["B-2026-001"]
    decisions.press("Board meeting, Reported here, 5 Apr 2026")
    decisions.press("Two nets are bought., Decision B-2026-001")
    (made,) = services.decisions.register()
    assert decisions.wishes[-2:] == [("meeting", COMING.id), ("decision", made.id)]
    decisions.page.open_record(made.id)
    decisions.press("New nets, Written procedure")
    assert "Proposal" in decisions.words


def test_closed_and_not_carried_it_says_so(house: House, services: Services, qtbot: QtBot) -> None:
    decisions = begun(house, services, qtbot)
    decisions.reply("Anna Holm", "F")
    decisions.press("Close and count")
    assert ("said", "The proposal is not carried.") in decisions.wishes
    assert not decisions.screen.is_offered("Close and count")
    assert not decisions.screen.is_offered("New nets, Club, Not carried")
    decisions.press("1 closed")
    assert decisions.screen.is_offered("New nets, Club, Not carried")


def test_its_words_are_changed_with_f2_while_it_is_open(
    house: House, services: Services, qtbot: QtBot
) -> None:
    decisions = begun(house, services, qtbot)
    qtbot.keyClick(decisions.page, Qt.Key.Key_F2)
    decisions.write("Title", "Newer nets")
    decisions.press("Keep")
    assert services.written_procedures.get(NETS.id).title == "Newer nets"


def test_it_goes_to_the_trash_and_comes_back(
    house: House, services: Services, qtbot: QtBot
) -> None:
    decisions = begun(house, services, qtbot)
    decisions.screen.pick("More for this written procedure", "Delete the written procedure")
    assert services.written_procedures.all() == []
    decisions.undo()
    assert decisions.screen.is_offered("New nets, Club, By Sun 8 March")
