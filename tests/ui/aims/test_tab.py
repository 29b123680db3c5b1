"""Before and after a meeting, as a person writes it."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.aims import Aim, Answer
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers.meetings import MeetingsDriver

GROUP = organisation("Kvart over Syv")
ME, BO = person("Åse Ravn", is_me=True), person("Bo Lund")
HELD = meeting(GROUP, "2026-02-26 07:15", number=76)
NEXT = meeting(GROUP, "2026-03-19 07:15", number=77)


@pytest.fixture(name="services")
def services_of_a_network(house: House) -> Services:
    house.keep(GROUP, ME, BO, membership(ME, GROUP), membership(BO, GROUP), HELD, NEXT)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="member")
def somebody_before_the_meeting(services: Services, qtbot: QtBot) -> MeetingsDriver:
    return MeetingsDriver(qtbot, services)


def after(member: MeetingsDriver, of: str) -> None:
    member.page.open_record(of)
    member.turn_to("Before/after")


def aim(member: MeetingsDriver, of: str) -> Aim:
    return member.services.aims.of(next(each.id for each in (HELD, NEXT) if each.id == of))


def test_what_i_go_there_for_is_kept_as_it_is_written(member: MeetingsDriver) -> None:
    after(member, NEXT.id)
    member.write("My goal", "Meet the printer")
    member.write("My ask", "A way into the hotel")
    member.write("Whom I want to talk to", "Bo")
    member.write("What I can give", "A lead")
    kept = aim(member, NEXT.id)
    assert (kept.goal, kept.ask, kept.meets, kept.gives) == (
        "Meet the printer",
        "A way into the hotel",
        "Bo",
        "A lead",
    )
    member.services.journal.undo()
    assert aim(member, NEXT.id).gives == ""


def test_what_is_typed_is_kept_when_one_turns_away(member: MeetingsDriver) -> None:
    after(member, NEXT.id)
    member.begin_to_write("My goal", "Half a goal")
    member.turn_to("Agenda")
    assert aim(member, NEXT.id).goal == "Half a goal"


def test_before_and_after_do_not_write_over_one_another(member: MeetingsDriver) -> None:
    after(member, HELD.id)
    member.begin_to_write("What I learned", "Paper is dear")
    member.services.aims.change(Aim(meeting_id=HELD.id, goal="From elsewhere"))
    member.turn_to("Agenda")
    kept = aim(member, HELD.id)
    assert (kept.goal, kept.learned) == ("From elsewhere", "Paper is dear")


def test_three_taps_answer_three_questions(member: MeetingsDriver) -> None:
    after(member, HELD.id)
    for name in ("Useful", "Energy"):
        member.tap(name, "4 of 5")
    member.tap("Did I contribute?", "Partly")
    kept = aim(member, HELD.id)
    assert (kept.useful, kept.energy, kept.contributed) == (4, 4, Answer.PARTLY)
    assert kept.is_answered


def test_a_meeting_that_has_not_been_is_not_answered(member: MeetingsDriver) -> None:
    after(member, NEXT.id)
    assert member.says("You can answer when the meeting has been.")
    member.tap("Useful", "4 of 5")
    assert aim(member, NEXT.id).useful is None


def test_each_line_becomes_a_task_of_mine_due_in_seven_days(member: MeetingsDriver) -> None:
    after(member, HELD.id)
    member.write_line("New follow-up", "Send Bo the drawing")
    member.write_line("New follow-up", "Thank Bo")
    found = member.services.aims.follow_ups(HELD.id)
    assert [each.task.text for each in found] == ["Send Bo the drawing", "Thank Bo"]
    assert {each.task.due_on for each in found} == {date(2026, 3, 5)}
    assert member.is_offered("Send Bo the drawing, 5 Mar 2026")
    member.services.journal.undo()
    assert not member.is_offered("Thank Bo, 5 Mar 2026")


def test_the_pocket_slip_is_printed_from_the_tab_and_with_the_usual_key(
    member: MeetingsDriver,
) -> None:
    after(member, NEXT.id)
    member.press("Pocket slip")
    member.page.print_this()
    assert member.printed == ["Kvart over Syv · Lommeseddel"] * 2
