from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from boardkeeper.domain.candidate_seats import CandidateOutcome, CandidateSeat
from boardkeeper.domain.effort import Effort, Preparation
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Membership, Role, Term
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.promises import Promise
from boardkeeper.errors import UserError
from tests.support.builders import House, house, meeting, membership, organisation, person
from tests.support.time_builders import candidate_seat, ceiling, promise

ME = person("Åse Ravn", is_me=True)

SEAT = candidate_seat(
    kind=OrganisationKind.FOUNDATION,
    role=Role.TREASURER,
    place="Pakhuset",
    travel_minutes=20,
    preparation_minutes=60,
    follow_up_minutes=30,
    other_minutes_a_month=45,
    fee=1_200_000,
    skipped_months="7",
    notes="Formanden ringede.",
)
"""First Tuesdays from 7 April 2026, July apart: eleven meetings in twelve months."""


@pytest.fixture(name="mine")
def house_of_somebody() -> Iterator[House]:
    with house(ME) as built:
        yield built


def test_the_proposed_seat_meets_in_a_month_that_can_still_be_planned_for(mine: House) -> None:
    seat = mine.simulator.usual()
    assert seat.starts_at == datetime(2026, 4, 7, 19, 0)
    assert seat.minutes == 120
    assert mine.simulator.candidates() == []


@pytest.mark.parametrize("kind", OrganisationKind)
def test_every_kind_of_board_has_a_usual_seat_that_fits_its_own_rule(
    mine: House, kind: OrganisationKind
) -> None:
    seat = mine.simulator.usual(kind)
    assert seat.kind is kind
    assert date(2026, 3, 16) <= seat.starts_at.date() <= date(2026, 9, 30)


def test_yes_makes_the_board_with_its_place_and_its_way(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.simulator.accept(SEAT.id)
    (board,) = mine.organisations.all()
    assert (board.name, board.kind) == ("Havnefonden", OrganisationKind.FOUNDATION)
    assert (board.usual_place, board.travel_minutes) == ("Pakhuset", 20)
    assert (board.usual_start.hour, board.usual_minutes) == (19, 120)


def test_yes_gives_me_the_seat_from_its_first_meeting_on(mine: House) -> None:
    mine.simulator.keep(SEAT)
    membership_id = mine.simulator.accept(SEAT.id)
    (seated,) = mine.memberships.mine()
    assert seated.membership.id == membership_id
    assert seated.membership.role is Role.TREASURER
    assert [each.starts_on for each in seated.terms] == [date(2026, 4, 7)]
    assert seated.membership.notes == (
        "Formanden ringede.\nFee a year: DKK 12,000\nBetween meetings, a month: 45 min"
    )


def test_yes_plans_the_meetings_by_the_rule(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.simulator.accept(SEAT.id)
    days = [each.day for each in mine.meetings.all()]
    assert days[:4] == [date(2026, 4, 7), date(2026, 5, 5), date(2026, 6, 2), date(2026, 8, 4)]
    (series,) = mine.series.all()
    assert series.skipped_months == "7"


def test_yes_remembers_the_effort_and_promises_the_hours_of_a_year(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.simulator.accept(SEAT.id)
    (effort,) = mine.journal.reader.every(Effort)
    assert (effort.preparation, effort.minutes) == (Preparation.FIXED, 60)
    assert effort.follow_up_minutes == 30
    (promise,) = mine.journal.reader.every(Promise)
    assert promise.starts_on == date(2026, 4, 7)
    assert promise.minutes_a_year == 11 * (120 + 60 + 2 * 20 + 30) + 11 * 45


def test_a_seat_that_began_last_year_is_taken_from_now_on(mine: House) -> None:
    old = candidate_seat(starts_at=datetime(2025, 1, 7, 19, 0))
    mine.simulator.keep(old)
    mine.simulator.accept(old.id)
    assert min(each.day for each in mine.meetings.all()) == date(2026, 3, 3)
    assert [each.starts_on for each in mine.journal.reader.every(Term)] == [date(2026, 3, 3)]


def test_one_step_takes_a_yes_back(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.journal.forget()
    before = mine.everything()
    mine.simulator.accept(SEAT.id)
    assert mine.simulator.get(SEAT.id).outcome is CandidateOutcome.ACCEPTED
    mine.journal.undo()
    assert mine.everything() == before


def test_a_seat_nobody_kept_can_be_accepted_as_it_stands(mine: House) -> None:
    membership_id = mine.simulator.accept_as(SEAT)
    stored = mine.simulator.get(SEAT.id)
    assert (stored.outcome, stored.membership_id) == (CandidateOutcome.ACCEPTED, membership_id)


def test_nobody_says_yes_twice(mine: House) -> None:
    mine.simulator.accept_as(SEAT)
    with pytest.raises(UserError, match="already"):
        mine.simulator.accept(SEAT.id)
    assert len(mine.journal.reader.every(Organisation)) == 1


def test_a_yes_needs_to_know_who_says_it(house: House) -> None:
    with pytest.raises(UserError, match="which person you are"):
        house.simulator.accept_as(SEAT)
    assert house.everything() == []


def test_a_no_is_remembered_and_can_be_thought_over(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.simulator.decline(SEAT.id)
    assert mine.simulator.get(SEAT.id).outcome is CandidateOutcome.DECLINED
    mine.simulator.reopen(SEAT.id)
    assert mine.simulator.get(SEAT.id) == SEAT


def test_the_seats_to_answer_come_first_and_the_nearest_of_them(mine: House) -> None:
    def seat(name: str, **fields: object) -> CandidateSeat:
        return candidate_seat(name, **fields)

    mine.keep(
        seat("Nej", outcome=CandidateOutcome.DECLINED),
        seat("Engang"),
        seat("Snart", answer_by=date(2026, 3, 9)),
        seat("Senere", answer_by=date(2026, 4, 9)),
    )
    names = [each.name for each in mine.simulator.candidates()]
    assert names == ["Snart", "Senere", "Engang", "Nej"]


def test_a_seat_is_found_by_a_part_of_its_name(mine: House) -> None:
    mine.keep(candidate_seat("Havnens Fond"), candidate_seat("Hallens Venner"))
    assert mine.simulator.named("fond").name == "Havnens Fond"
    with pytest.raises(UserError, match="several"):
        mine.simulator.named("ens")
    with pytest.raises(UserError, match="Hallens Venner, Havnens Fond"):
        mine.simulator.named("Klubben")


def test_a_discarded_seat_comes_back_from_the_trash_and_its_membership_stays(mine: House) -> None:
    mine.simulator.accept_as(SEAT)
    kept = mine.simulator.get(SEAT.id)
    mine.simulator.discard(SEAT.id)
    assert mine.simulator.candidates() == []
    assert len(mine.journal.reader.every(Membership)) == 1
    (entry,) = mine.trash.entries()
    mine.trash.restore(entry.id)
    assert mine.simulator.get(SEAT.id) == kept


def test_a_change_of_one_field_is_one_step(mine: House) -> None:
    mine.simulator.keep(SEAT)
    mine.simulator.change(candidate_seat(id=SEAT.id, name="Havnens Fond"))
    mine.journal.undo()
    assert mine.simulator.get(SEAT.id).name == "Havnefonden"


# What if


def busy() -> tuple[Record, ...]:
    """Two boards of mine, with meetings on two evenings of the week in which the seat begins."""
    board, club = organisation("Skovbørnehaven"), organisation("Klubben", travel_minutes=15)
    return (
        ME,
        board,
        club,
        membership(ME, board),
        membership(ME, club),
        meeting(board, "2026-04-09 18:00"),
        meeting(club, "2026-04-08 18:00", place="Klubhuset"),
        ceiling(minutes_a_week=None, evenings_a_week=2),
    )


def test_the_answer_of_a_seat_by_hand() -> None:
    with house(*busy()) as mine:
        simulation = mine.simulator.what_if(SEAT)
        assert (simulation.first, simulation.last) == (date(2026, 4, 1), date(2027, 3, 31))
        assert [each.monday for each in simulation.broken] == [date(2026, 4, 6)]
        assert (len(simulation.meetings), simulation.evenings) == (11, 11)
        assert simulation.by_activity == {
            Activity.MEETING: 11 * 120,
            Activity.PREPARATION: 11 * 60,
            Activity.TRAVEL: 11 * 40,
            Activity.FOLLOW_UP: 11 * 30 + 11 * 45,
        }
        assert simulation.money_an_hour == round(1_200_000 * 60 / simulation.minutes)
        found = [(e.board.organisation.name, e.minutes, len(e.mends)) for e in simulation.instead]
        assert found == [("Klubben", 150, 1), ("Skovbørnehaven", 120, 1)]


def test_an_answer_stores_nothing() -> None:
    with house(*busy()) as mine:
        before = mine.everything()
        mine.simulator.what_if(SEAT)
        assert mine.everything() == before


def test_an_answer_hears_of_what_has_changed_meanwhile() -> None:
    with house(*busy()) as mine:
        simulator = mine.simulator
        assert len(simulator.what_if(SEAT).broken) == 1
        (first, *_rest) = mine.meetings.all()
        mine.meetings.discard(first.id)
        assert simulator.what_if(SEAT).broken == ()
        mine.journal.undo()
        assert len(simulator.what_if(SEAT).broken) == 1


def test_a_seat_that_was_accepted_is_not_counted_twice() -> None:
    with house(*busy()) as mine:
        before = mine.simulator.what_if(SEAT)
        mine.simulator.accept_as(SEAT)
        after = mine.simulator.what_if(mine.simulator.get(SEAT.id))
        assert [each.monday for each in after.broken] == [each.monday for each in before.broken]
        assert after.minutes == before.minutes
        assert after.clashes == ()


def test_leaving_gives_back_what_the_board_takes() -> None:
    records = busy()
    club = next(each for each in records if isinstance(each, Membership))
    third = meeting(records[1], "2026-04-07 18:00")  # type: ignore[arg-type] # the board
    with house(*records, third, promise(club, 60)) as mine:
        simulation = mine.simulator.without(club.id)
        assert simulation.is_leaving
        assert [each.monday for each in simulation.mended] == [date(2026, 4, 6)]
        assert (simulation.minutes, simulation.promised) == (240, 60 * 60)
