"""The yearly question in the window: asked, filled with facts, answered, and carried out."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.reviews import Outcome
from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from tests.support.builders import (
    House,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.drivers.reviews import ReviewsDriver
from tests.support.minutes_builders import attendance
from tests.support.network_builders import review

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben", language=Language.ENGLISH)
OTHER = organisation("Lanterner A/S")
ME, FINN = person("Åse Ravn", is_me=True), person("Finn Hede")
SEAT = membership(ME, CLUB, role=Role.TREASURER)
ELSEWHERE = membership(ME, OTHER)
ELECTED = term(SEAT, "2024-02-20", up_for_election_on=date(2026, 3, 24))
SITTING = meeting(CLUB, "2025-05-06 19:00", state=MeetingState.HELD, number=3)


@pytest.fixture(name="services")
def services_over_two_seats(house: House) -> Services:
    house.keep(CLUB, OTHER, ME, FINN, SEAT, ELSEWHERE, SITTING)
    house.keep(attendance(SITTING, ME, presence=Presence.PRESENT))
    house.keep(attendance(SITTING, FINN, presence=Presence.PRESENT))
    house.keep(time_entry(CLUB, "2025-05-06", 150), time_entry(OTHER, "2025-06-01", 60))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="reviews")
def page_of_reviews(services: Services, qtbot: QtBot) -> ReviewsDriver:
    return ReviewsDriver(services, qtbot)


@pytest.fixture(name="asked")
def page_with_the_club_open(reviews: ReviewsDriver) -> ReviewsDriver:
    reviews.open(SEAT)
    return reviews


def test_a_review_is_filled_without_a_number_typed_by_hand(asked: ReviewsDriver) -> None:
    assert "Hours spent, 2024: 0 h, 2.5 h" in asked.rows()
    assert "Meetings attended, 2024: 0, 1 of 1" in asked.rows()
    assert "People met for the first time, 2024: 0, 1" in asked.rows()
    assert "Stay or leave Klubben?" in asked.screen.words()
    assert asked.services.reviews.all() == []


def test_a_number_opens_exactly_the_rows_that_were_counted(asked: ReviewsDriver) -> None:
    behind = asked.behind("Meetings attended")
    assert behind.rows("Meetings attended") == ["Board meeting no. 3, 6 May 2025"]
    asked.open_row(behind, "Meetings attended")
    assert asked.wishes == [("meeting", SITTING.id)]


def test_whoever_was_met_leads_to_the_person(asked: ReviewsDriver) -> None:
    behind = asked.behind("People met for the first time")
    asked.open_row(behind, "People met for the first time")
    assert asked.wishes == [("person", FINN.id)]


def test_a_gauge_says_number_and_target_and_opens_its_rows(asked: ReviewsDriver) -> None:
    (gauge,) = [each for each in asked.names() if each.startswith("4 Be serious")]
    assert "target 90%" in gauge
    behind = asked.behind("4 Be serious")
    assert behind.rows("Be serious")


def test_what_is_written_is_stored_by_itself(asked: ReviewsDriver) -> None:
    asked.screen.write("What do we want out of it?", "An open harbour")
    asked.screen.choose("My answer", "Stay, with a new goal")
    asked.page.finish()
    (held,) = asked.services.reviews.all()
    assert held.what_we_want == "An open harbour"
    assert held.outcome is Outcome.STAY


def test_undo_takes_the_answer_back(asked: ReviewsDriver) -> None:
    asked.screen.write("New goal", "Three new members")
    asked.page.finish()
    asked.services.journal.undo()
    assert asked.services.reviews.all() == []
    assert asked.screen.text_in("New goal") == ""


def test_the_goal_becomes_a_task(asked: ReviewsDriver) -> None:
    asked.screen.write("New goal", "Three new members")
    asked.press("Make it a task")
    assert [each.task.text for each in asked.services.tasks.mine()] == ["Three new members"]
    assert asked.said == ["“Three new members” is a task of yours."]


def test_to_stop_asks_for_the_day_and_readies_the_letter(
    services: Services, house: House, qtbot: QtBot
) -> None:
    house.keep(ELECTED)
    asked = ReviewsDriver(services, qtbot)
    asked.open(SEAT)
    asked.press("Stop…")
    assert asked.screen.text_in("My last day") == "24 March 2026"
    asked.press("Stop")
    (held,) = services.reviews.all()
    assert (held.outcome, held.leaves_on) == (Outcome.STOP, date(2026, 3, 24))
    assert services.memberships.terms(SEAT.id)[0].ends_on == date(2026, 3, 24)
    services.journal.undo()
    assert services.reviews.all() == []
    services.journal.redo()
    asked.press("Print letter")
    asked.press("Print handover")
    assert [title.split(" · ")[-1] for _kind, title in asked.wishes] == [
        "Resignation from the board of Nørrevig Sejlklub",
        "Handover",
    ]


def test_the_letter_can_begin_with_the_usual_words(
    services: Services, house: House, qtbot: QtBot
) -> None:
    house.keep(review(SEAT, outcome=Outcome.STEP_DOWN))
    asked = ReviewsDriver(services, qtbot)
    asked.open(SEAT)
    asked.press("Begin with the usual words")
    assert "Nørrevig Sejlklub" in asked.screen.text_in("The letter in my own words")
    assert not asked.screen.is_offered("Begin with the usual words")


def test_a_threshold_is_ones_own(asked: ReviewsDriver) -> None:
    asked.screen.pick("More for Too much information", "My own threshold…")
    asked.screen.write("My own number", "70")
    asked.press("Use this")
    held = asked.services.thresholds.of(CLUB.id)[ThresholdName.INFORMATION_PERCENT]
    assert (held.value, held.is_own) == (70, True)
    asked.screen.pick("More for Too much information", "Use the default: 60%")
    assert not asked.services.thresholds.of(CLUB.id)[ThresholdName.INFORMATION_PERCENT].is_own


def test_another_period_is_counted_anew(asked: ReviewsDriver) -> None:
    asked.screen.choose("Period", "2 March 2025 – 1 March 2026")
    asked.page.finish()
    (held,) = asked.services.reviews.all()
    assert held.starts_on == date(2025, 3, 2)
    assert "Hours spent, 2024/25: 0 h, 2.5 h" in asked.rows()


def test_last_time_stands_beside_this_time(services: Services, house: House, qtbot: QtBot) -> None:
    house.keep(review(SEAT, 2023, goal="A new jetty", outcome=Outcome.STAY))
    asked = ReviewsDriver(services, qtbot)
    asked.open(SEAT)
    assert "Stay, with a new goal · Goal: A new jetty" in asked.screen.words()


def test_the_sheet_is_printed_with_what_is_being_typed(asked: ReviewsDriver) -> None:
    asked.screen.type_into("New goal", "Three new members")
    asked.page.print_this()
    assert asked.wishes == [("print", "Nørrevig Sejlklub · Stay or leave?")]
    assert asked.services.reviews.all()[0].goal == "Three new members"


def test_all_boards_stand_side_by_side_and_lead_to_each_review(reviews: ReviewsDriver) -> None:
    assert [each.split(", ")[0] for each in reviews.screen.rows("All my boards")] == [
        "Klubben",
        "Lanterner A/S",
    ]
    reviews.page.print_this()
    reviews.page.take_focus()
    reviews.open_row(reviews.screen, "All my boards")
    assert reviews.wishes[1] == ("review", SEAT.id)
    assert reviews.wishes[0][1].startswith("Åse Ravn · All my boards")


def test_without_a_seat_the_portfolio_says_so(house: House, qtbot: QtBot) -> None:
    house.keep(CLUB)
    empty = ReviewsDriver(Services.over(house.store, house.clock), qtbot)
    assert "You had no seat anywhere in this period." in empty.screen.words()


def test_a_seat_that_is_thrown_away_makes_way_for_the_portfolio(asked: ReviewsDriver) -> None:
    asked.services.memberships.discard(SEAT.id)
    assert [each.split(", ")[0] for each in asked.screen.rows("All my boards")] == ["Lanterner A/S"]
