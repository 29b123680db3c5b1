"""Reminders kept, brought up, done and put off; every step undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.clock import Clock
from boardkeeper.domain.deadlines import DeadlineKind, deadline_title
from boardkeeper.domain.reminders import TermDay, TermSnooze
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.services.calendar import CalendarService
from boardkeeper.services.plans import Plans
from boardkeeper.services.reminders import ReminderService
from tests.support.builders import (
    TODAY,
    House,
    house,
    membership,
    organisation,
    person,
    reminder,
    term,
    term_snooze,
)

CLUB = organisation("Nørrevig Sejlklub")
BOARD = organisation("Skovbørnehaven")
ME = person(is_me=True)
SEAT = membership(ME, CLUB)
TERM = term(SEAT, ends="2026-05-20", up_for_election_on=date(2026, 5, 12))
FEE = reminder(CLUB, "Fee", "2026-03-20", repeats_months=12)


@pytest.fixture(name="home")
def with_two_boards() -> Iterator[House]:
    with house(CLUB, BOARD, ME, SEAT) as built:
        yield built


def due(home: House, today: date = TODAY) -> list[str]:
    service = ReminderService(home.journal, Clock(today))
    return [deadline_title(each) for each in service.due()]


def test_a_reminder_is_added_changed_and_thrown_away_and_each_is_undone(home: House) -> None:
    home.reminders.add(FEE)
    home.reminders.change(replace(FEE, days_before=10))
    assert home.reminders.get(FEE.id).days_before == 10
    home.reminders.discard(FEE.id)
    assert home.reminders.of(CLUB.id) == []
    assert [each.title for each in home.trash.entries()] == ["Fee"]
    home.journal.undo()
    home.journal.undo()
    assert home.reminders.all() == [FEE]
    home.journal.undo()
    assert home.reminders.all() == []


def test_it_comes_back_from_the_trash(home: House) -> None:
    home.keep(FEE)
    home.reminders.discard(FEE.id)
    home.trash.restore(home.trash.entries()[0].id)
    assert home.reminders.all() == [FEE]


def test_it_is_due_from_its_days_before_until_it_is_done(home: House) -> None:
    home.keep(FEE)
    assert due(home, date(2026, 2, 17)) == []
    assert due(home, date(2026, 2, 18)) == ["Fee"]
    assert due(home, date(2026, 9, 1)) == ["Fee"]
    home.reminders.done(FEE.id)
    assert due(home) == []
    assert home.reminders.get(FEE.id).due_on == date(2027, 3, 20)
    home.journal.undo()
    assert due(home) == ["Fee"]


def test_put_off_it_is_back_on_that_day(home: House) -> None:
    home.keep(FEE)
    home.reminders.snooze(FEE.id, date(2026, 3, 9))
    assert due(home, date(2026, 3, 8)) == []
    assert due(home, date(2026, 3, 9)) == ["Fee"]


@pytest.mark.parametrize("until", [TODAY, date(2026, 3, 1)])
def test_it_cannot_be_put_off_to_a_day_that_is_not_ahead(home: House, until: date) -> None:
    home.keep(FEE, TERM)
    with pytest.raises(InvalidField):
        home.reminders.snooze(FEE.id, until)
    with pytest.raises(InvalidField):
        home.reminders.snooze_term(TERM.id, TermDay.END, until)
    assert home.reminders.all() == [FEE]


def test_my_election_and_the_end_of_my_term_are_brought_up_ninety_days_before(home: House) -> None:
    home.keep(TERM)
    assert due(home, date(2026, 2, 10)) == []
    assert due(home, date(2026, 2, 11)) == ["You are up for election"]
    assert due(home, date(2026, 2, 19)) == ["You are up for election", "Your term ends"]
    assert due(home, date(2026, 5, 20)) == ["Your term ends"]
    assert due(home, date(2026, 5, 21)) == []


def test_one_day_of_a_term_is_put_off_and_the_other_stays(home: House) -> None:
    home.keep(TERM)
    home.reminders.snooze_term(TERM.id, TermDay.ELECTION, date(2026, 4, 1))
    assert due(home) == ["Your term ends"]
    assert due(home, date(2026, 4, 1)) == ["You are up for election", "Your term ends"]
    home.reminders.snooze_term(TERM.id, TermDay.ELECTION, date(2026, 3, 3))
    assert due(home, date(2026, 3, 3)) == ["You are up for election", "Your term ends"]
    assert len(home.journal.reader.every(TermSnooze)) == 1


def test_done_with_a_term_it_is_brought_up_no_more_and_undo_brings_it_back(home: House) -> None:
    home.keep(TERM)
    home.reminders.done_with_term(TERM.id, TermDay.END)
    assert due(home) == ["You are up for election"]
    assert due(home, date(2026, 5, 20)) == []
    home.journal.undo()
    assert due(home) == ["You are up for election", "Your term ends"]


def test_a_day_the_term_no_longer_has_cannot_be_done_with(home: House) -> None:
    endless = term(SEAT)
    home.keep(endless)
    with pytest.raises(UserError, match="no longer has that day"):
        home.reminders.done_with_term(endless.id, TermDay.END)


def test_another_persons_term_is_not_mine_to_remember(home: House) -> None:
    ben = person("Ben")
    seat = membership(ben, CLUB)
    home.keep(ben, seat, term(seat, ends="2026-03-20"))
    assert due(home) == []


def test_what_belongs_to_a_seat_goes_with_it_and_comes_back_with_it(home: House) -> None:
    certificate = reminder(CLUB, "Certificate", seat=SEAT)
    home.keep(certificate, TERM, term_snooze(TERM))
    home.memberships.discard(SEAT.id)
    assert home.reminders.all() == []
    home.trash.restore(home.trash.entries()[0].id)
    assert home.reminders.all() == [certificate]
    assert len(home.journal.reader.every(TermSnooze)) == 1


def test_newly_due_is_what_was_not_yet_brought_up_on_that_day(home: House) -> None:
    home.keep(FEE, reminder(BOARD, "Insurance", "2026-04-01", days_before=30), TERM)
    home.reminders.snooze_term(TERM.id, TermDay.ELECTION, date(2026, 5, 1))
    service = home.reminders
    assert [deadline_title(each) for each in service.newly_due(date(2026, 3, 1))] == ["Insurance"]
    assert len(service.newly_due(None)) == 3
    assert service.newly_due(TODAY) == []


def test_one_organisation_can_be_asked_for_alone(home: House) -> None:
    home.keep(FEE, reminder(BOARD, "Insurance"))
    assert [deadline_title(each) for each in home.reminders.due(BOARD.id)] == ["Insurance"]


def test_the_calendar_has_a_reminder_on_its_day_put_off_or_not(home: House) -> None:
    home.keep(replace(FEE, snoozed_until=date(2026, 3, 30)), reminder(CLUB, "Late", "2026-02-02"))
    calendar = CalendarService(home.journal, home.clock)
    span = calendar.between(date(2026, 3, 1), date(2026, 3, 31))
    assert [(each.on, deadline_title(each)) for each in span.deadlines] == [
        (date(2026, 3, 20), "Fee")
    ]
    assert span.deadlines[0].kind is DeadlineKind.REMINDER
    february = calendar.between(date(2026, 2, 1), date(2026, 2, 28)).deadlines
    assert [each.is_late for each in february] == [True]
    assert not calendar.between(date(2026, 3, 1), date(2026, 3, 31), BOARD.id).deadlines


def test_what_is_done_for_good_is_on_no_day(home: House) -> None:
    home.keep(replace(FEE, repeats_months=0, done_on=TODAY))
    span = CalendarService(home.journal, home.clock).between(date(2026, 3, 1), date(2026, 3, 31))
    assert span.deadlines == ()


def test_today_has_what_is_brought_up_however_late(home: House) -> None:
    home.keep(reminder(CLUB, "Old", "2025-02-02"), TERM, reminder(CLUB, "Far", "2026-12-01"))
    found = CalendarService(home.journal, home.clock).due()
    assert [(deadline_title(each), each.is_late) for each in found] == [
        ("Old", True),
        ("You are up for election", False),
        ("Your term ends", False),
    ]


def test_the_paper_of_my_next_days_has_reminders_and_what_is_late(home: House) -> None:
    home.keep(FEE, reminder(BOARD, "Insurance", "2026-02-01"), TERM)
    sheet = Plans(home.journal, home.clock).ahead(None)
    told = [(each.what, each.is_late) for week in sheet.weeks for each in week.deadlines]
    assert told == [
        ("Insurance", True),
        ("Fee", False),
        ("up for election", False),
        ("term ends", False),
    ]
