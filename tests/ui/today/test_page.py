"""Today: what comes, what it lacks, what is due, where the hours went."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.services.catalogue import Services
from tests.support.builders import (
    House,
    items,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.drivers.today import TodayDriver


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    return Services.over(house.store, house.clock)


def test_a_name_and_a_date_give_an_agenda(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Name of the board", "Skovbørnehaven")
    today.choose("What kind of board", "Kindergarten parent board")
    today.type_into("Next meeting", "Thu 19.30")
    today.press("Write the agenda")
    (board,) = services.organisations.all()
    (planned,) = services.meetings.all()
    assert (board.name, board.kind) == ("Skovbørnehaven", OrganisationKind.KINDERGARTEN)
    assert str(planned.starts_at) == "2026-03-05 19:30:00"
    assert services.agenda.of(planned.id).lines
    assert today.wishes == [("meeting", planned.id)]


def test_the_first_agenda_speaks_the_language_of_the_window(
    services: Services, qtbot: QtBot
) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Name of the board", "Oak Street Kindergarten")
    today.type_into("Next meeting", "Thu 19.30", enter=True)
    (planned,) = services.meetings.all()
    assert services.agenda.of(planned.id).lines[0].item.title == "Approval of the agenda"


def test_the_name_given_at_first_takes_the_seat(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Name of the board", "Skovbørnehaven")
    today.type_into("Your own name", "Anna Holm")
    today.type_into("Next meeting", "5/3 19", enter=True)
    assert [each.person.name for each in services.memberships.mine()] == ["Anna Holm"]


def test_a_date_that_is_missing_is_asked_for_by_its_field(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Name of the board", "Skovbørnehaven")
    today.press("Write the agenda")
    assert today.below("Next meeting") == "A day and a time, for example 5/3 19.30."
    assert services.organisations.all() == []


def test_a_meeting_in_the_past_is_no_next_meeting(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Name of the board", "Skovbørnehaven")
    today.type_into("Next meeting", "yesterday 19.30", enter=True)
    assert today.below("Next meeting").startswith("That is in the past.")
    assert services.organisations.all() == []


def test_a_name_that_is_missing_is_asked_for_by_its_field(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.type_into("Next meeting", "5/3 19")
    today.press("Write the agenda")
    assert today.below("Name of the board") == "An organisation needs a name."
    assert services.meetings.all() == []


def test_sample_data_is_one_press_away(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    today.press("See it with sample data")
    assert today.wishes == [("sample", "")]


def test_the_next_meeting_says_what_it_lacks(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board = organisation()
    sitting = meeting(board, "2026-03-12 19:00", title="Budget evening")
    house.keep(board, sitting, *items(sitting, "One", "Two", minutes=0))
    today = TodayDriver(services, qtbot)
    for words in (
        "Budget evening",
        "In 10 days",
        "Thursday 12 March 2026, 19:00–21:00",
        "The notice has not been sent. It is due on Thu 5 March.",
        "2 items have no time.",
        "No place is given.",
        "The purpose of the meeting is not written.",
    ):
        assert words in today.words


def test_a_meeting_that_lacks_nothing_says_so(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board = organisation()
    sitting = meeting(board, place="Hall", purpose="To agree", state=MeetingState.NOTICE_SENT)
    house.keep(board, sitting, *items(sitting, "One"))
    assert "Nothing is missing." in TodayDriver(services, qtbot).words


def test_the_agenda_is_one_press_from_paper(house: House, services: Services, qtbot: QtBot) -> None:
    board = organisation()
    sitting = meeting(board)
    house.keep(board, sitting)
    today = TodayDriver(services, qtbot)
    today.press("Print agenda")
    today.press("Open the meeting")
    assert today.wishes == [
        ("print", "Skovbørnehaven · Indkaldelse til ordinært bestyrelsesmøde"),
        ("meeting", sitting.id),
    ]


def test_a_late_notice_is_marked_until_it_is_sent(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board = organisation("Tennis club")
    sitting = meeting(board, title="Budget")
    house.keep(board, sitting)
    today = TodayDriver(services, qtbot)
    row = "Send the notice, Tennis club · Budget · Thu 5 March, Late: Thu 26 February"
    assert row in today.rows
    services.meetings.send_notice(sitting.id)
    assert row not in today.rows


def test_the_end_of_my_term_is_due_and_leads_to_the_board(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board, me = organisation("Tennis club"), person(is_me=True)
    seat = membership(me, board)
    house.keep(board, me, seat, term(seat, ends="2026-03-20"))
    today = TodayDriver(services, qtbot)
    assert today.rows[0] == "Your term ends, Tennis club, Fri 20 March"
    today.press(today.rows[0])
    assert today.wishes == [("board", board.id)]


def test_meetings_of_the_next_thirty_days_follow_and_cancelled_ones_do_not(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board = organisation("Club", kind=OrganisationKind.NETWORK)
    house.keep(
        board,
        meeting(board, title="First"),
        meeting(board, "2026-03-19 19:00", title="Second", place="Hall"),
        meeting(board, "2026-03-20 19:00", title="Off", state=MeetingState.CANCELLED),
        meeting(board, "2026-04-30 19:00", title="Later"),
    )
    assert TodayDriver(services, qtbot).rows == ["Second, Club · Hall, Thu 19 March, 19:00"]


def test_without_a_meeting_ahead_one_can_be_planned(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(organisation())
    today = TodayDriver(services, qtbot)
    assert "No meeting is planned." in today.words
    today.press("Plan a meeting")
    assert today.wishes == [("new meeting", "")]


def test_one_organisation_can_be_shown_alone(
    house: House, services: Services, qtbot: QtBot
) -> None:
    one, two = organisation("One"), organisation("Two")
    house.keep(one, two, meeting(one, title="Ones"), meeting(two, title="Twos"))
    today = TodayDriver(services, qtbot)
    today.page.show_organisation(two.id)
    assert "Twos" in today.words
    assert "Ones" not in today.words


def test_time_is_echoed_as_it_is_typed_and_stored_with_enter(
    house: House, services: Services, qtbot: QtBot
) -> None:
    board = organisation("Tennis club")
    house.keep(board, meeting(board))
    today = TodayDriver(services, qtbot)
    today.type_into("Write down time", "2h prep tennis yesterday")
    assert today.below("Write down time") == (
        "2 h · Preparation · Tennis club · yesterday · for the meeting on Thu 5 March"
    )
    today.type_into("Write down time", "2h prep tennis", enter=True)
    (entry,) = services.hours.all()
    assert (entry.minutes, entry.activity) == (120, Activity.PREPARATION)
    assert today.typed("Write down time") == ""
    assert "Written down: 2 h" in today.below("Write down time")


def test_a_line_that_is_not_understood_stays_and_says_why(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(organisation("Tennis club"))
    today = TodayDriver(services, qtbot)
    today.type_into("Write down time", "2h prep chess", enter=True)
    assert today.typed("Write down time") == "2h prep chess"
    assert "“chess” is not one of your boards (Tennis club)." in today.below("Write down time")
    assert services.hours.all() == []


def test_hours_of_this_month_stand_as_bars(house: House, services: Services, qtbot: QtBot) -> None:
    one, two = organisation("One"), organisation("Two")
    house.keep(
        one, two, time_entry(one, minutes=90), time_entry(two), time_entry(two, "2026-02-28")
    )
    today = TodayDriver(services, qtbot)
    assert "Hours in March 2026" in today.words
    assert "3 h in all" in today.words


def test_a_change_elsewhere_shows_at_once(house: House, services: Services, qtbot: QtBot) -> None:
    board = organisation()
    sitting: Meeting = meeting(board, title="Budget")
    house.keep(board, sitting)
    today = TodayDriver(services, qtbot)
    assert "The agenda is empty." in today.words
    added: AgendaItem = services.agenda.add(sitting.id, "Roof", minutes=10)
    assert added.title == "Roof"
    assert "The agenda is empty." not in today.words


def test_one_quiet_line_asks_when_the_last_day_to_act_draws_near(
    house: House, services: Services, qtbot: QtBot
) -> None:
    club, me = organisation("Klubben"), person("Åse Ravn", is_me=True)
    seat = membership(me, club)
    house.keep(club, me, seat, term(seat, up_for_election_on=date(2026, 3, 24)))
    today = TodayDriver(services, qtbot)
    wanted: list[str] = []
    today.page.review_wanted.connect(wanted.append)
    today.press("Stay or leave Klubben?, last day to act 16 Mar 2026")
    assert wanted == [seat.id]
    services.reviews.change(services.reviews.open(seat.id))
    assert not any("Stay or leave" in each for each in today.rows)
