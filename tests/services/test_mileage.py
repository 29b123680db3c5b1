"""Trips, their allowances, and how they are paid and proposed; today is Monday 2 March 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.money import PaymentKind
from boardkeeper.domain.rates import OwnRate, RateName
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import House, meeting, organisation, person
from tests.support.time_builders import trip

CLUB = organisation("Tennis club", usual_place="The club house")
SCHOOL = organisation("School board")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def test_a_trip_is_added_changed_and_thrown_away_step_by_step(house: House) -> None:
    house.keep(CLUB)
    drive = trip(CLUB)
    house.mileage.add(drive)
    house.mileage.change(replace(drive, metres=25_000))
    house.mileage.discard(drive.id)
    assert house.mileage.all() == []
    assert [each.title for each in house.trash.entries()] == ["Klubhuset · 25 km · 1 Feb 2026"]
    for _step in range(3):
        house.journal.undo()
    assert house.mileage.all() == []
    house.journal.redo()
    assert house.mileage.all() == [drive]


def test_what_lies_earlier_in_the_year_decides_the_rate(house: House) -> None:
    house.keep(
        CLUB,
        OwnRate(rate=RateName.KILOMETRE_LIMIT, year=2026, amount=30),
        trip(CLUB, 24, "2026-01-05"),
        trip(CLUB, 24, "2026-02-05"),
    )
    (second,) = house.mileage.driven(date(2026, 2, 1), date(2026, 2, 28))
    assert (second.before, second.amount) == (24_000, 6 * 394 + 18 * 228)


def test_paying_writes_one_payment_for_each_board_in_one_step(house: House) -> None:
    drives = [
        trip(CLUB, 10, "2026-01-05"),
        trip(CLUB, 20, "2026-02-05"),
        trip(SCHOOL, 30, "2026-02-06"),
    ]
    house.keep(CLUB, SCHOOL, *drives)
    house.mileage.mark_paid([each.id for each in drives], date(2026, 3, 1))
    assert house.mileage.unpaid() == []
    paid = {each.organisation_id: each for each in house.money.all()}
    assert {each.kind for each in paid.values()} == {PaymentKind.MILEAGE}
    assert paid[CLUB.id].amount == 30 * 394
    assert paid[CLUB.id].note == "2 trips, 5 January – 5 February 2026"
    assert paid[SCHOOL.id].on == date(2026, 3, 1)
    house.journal.undo()
    assert (len(house.mileage.unpaid()), house.money.all()) == (3, [])


def test_a_trip_is_not_paid_twice(house: House) -> None:
    old, new = trip(CLUB, 10, paid_on=date(2026, 2, 2)), trip(CLUB, 20)
    house.keep(CLUB, old, new)
    house.mileage.mark_paid([old.id, new.id], date(2026, 3, 1))
    (payment,) = house.money.all()
    assert payment.amount == 20 * 394
    assert house.mileage.get(old.id).paid_on == date(2026, 2, 2)
    with pytest.raises(UserError, match="paid already"):
        house.mileage.mark_paid([old.id, new.id], date(2026, 3, 1))


def test_unpaid_trips_are_told_by_board(house: House) -> None:
    house.keep(CLUB, SCHOOL, trip(CLUB), trip(SCHOOL, paid_on=date(2026, 3, 1)))
    assert [each.trip.organisation_id for each in house.mileage.unpaid()] == [CLUB.id]
    assert house.mileage.unpaid(SCHOOL.id) == []


def test_a_meeting_held_proposes_a_trip_as_the_last_one_to_the_same_place(house: House) -> None:
    last = trip(CLUB, 26, "2026-01-10", destination="The  club HOUSE", start="Home", stops="Bank")
    held = meeting(CLUB, "2026-02-10 19:00", state=MeetingState.HELD, number=7)
    house.keep(CLUB, last, trip(CLUB, 80, "2026-01-20", destination="Fair", start="Work"), held)
    (proposed,) = house.mileage.proposals(FIRST, LAST)
    assert proposed.is_complete
    made = proposed.trip()
    assert (made.meeting_id, made.metres, made.start, made.stops) == (
        held.id,
        26_000,
        "Home",
        "Bank",
    )
    assert made.on == date(2026, 2, 10)
    house.mileage.add_all([made])
    assert house.mileage.proposals(FIRST, LAST) == []


def test_a_trip_to_a_meeting_there_tells_the_way_whatever_it_calls_the_place(house: House) -> None:
    before = meeting(CLUB, "2026-01-10 19:00", state=MeetingState.HELD, place="Pier 7")
    drive = trip(CLUB, 26, "2026-01-10", destination="The harbour", meeting_id=before.id)
    house.keep(CLUB, before, drive, meeting(CLUB, "2026-02-10 19:00", state="held", place="Pier 7"))
    (proposed,) = house.mileage.proposals(FIRST, LAST)
    assert (proposed.destination, proposed.metres) == ("The harbour", 26_000)


def test_without_a_trip_to_the_place_the_distance_is_not_known(house: House) -> None:
    house.keep(CLUB, meeting(CLUB, "2026-02-10 19:00", state=MeetingState.APPROVED))
    (proposed,) = house.mileage.proposals(FIRST, LAST)
    assert (proposed.destination, proposed.metres, proposed.is_complete) == (
        "The club house",
        None,
        False,
    )
    with pytest.raises(InvalidField):
        proposed.trip()


def test_nobody_drives_to_what_was_not_held_or_was_online(house: House) -> None:
    house.keep(
        CLUB,
        meeting(CLUB, "2026-02-10 19:00"),
        meeting(CLUB, "2026-02-11 19:00", state=MeetingState.CANCELLED),
        meeting(CLUB, "2026-02-12 19:00", state=MeetingState.HELD, place="Online"),
        meeting(CLUB, "2026-02-13 19:00", state=MeetingState.HELD, link="https://example.org"),
    )
    assert house.mileage.proposals(FIRST, LAST) == []


@pytest.mark.parametrize("presence", [Presence.APOLOGIES, Presence.ABSENT, Presence.DIGITAL])
def test_one_does_not_drive_where_one_was_not(house: House, presence: Presence) -> None:
    me = person("Anna Holm", is_me=True)
    held = meeting(CLUB, "2026-02-10 19:00", state=MeetingState.HELD)
    away = Attendance(meeting_id=held.id, person_id=me.id, name=me.name, presence=presence)
    house.keep(CLUB, me, held, away)
    assert house.mileage.proposals(FIRST, LAST) == []
