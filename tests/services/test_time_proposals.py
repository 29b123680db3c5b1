"""Hours proposed from attendance, seen from Monday 2 March 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.attendance import Attendance, Capacity, Presence
from boardkeeper.domain.effort import Preparation
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Seat
from boardkeeper.domain.minutes import Minutes
from boardkeeper.domain.time_proposals import NotSpent, Part, ProposedHours
from tests.support.builders import (
    House,
    house,
    meeting,
    membership,
    organisation,
    paper,
    person,
    term,
    time_entry,
)
from tests.support.laws import examples
from tests.support.time_builders import effort

ME = person("Anna Holm", is_me=True)
PER = person("Per Berg")
BOARD = organisation("Tennis club", travel_minutes=20)
SEAT = membership(ME, BOARD)
HELD = meeting(BOARD, "2026-02-26 19:00", place="The club house")
MEETING, PREPARATION, TRAVEL, FOLLOW_UP = (
    Activity.MEETING,
    Activity.PREPARATION,
    Activity.TRAVEL,
    Activity.FOLLOW_UP,
)


def mine(at: Meeting, presence: Presence = Presence.PRESENT, **rest: object) -> Attendance:
    return Attendance(meeting_id=at.id, person_id=ME.id, name=ME.name, presence=presence, **rest)  # type: ignore[arg-type] # fields as the record has them


def parts(of: House) -> list[dict[Activity, int]]:
    """Minutes by activity of each meeting that is asked about, the latest meeting first."""
    return [
        {part.activity: part.minutes for part in each.parts}
        for each in of.time_proposals.proposed()
    ]


@pytest.fixture(name="club")
def house_with_a_meeting_held(house: House) -> House:
    house.keep(ME, PER, BOARD, SEAT, term(SEAT), HELD)
    return house


def test_a_meeting_that_is_over_takes_its_length_and_the_way_out_and_home(club: House) -> None:
    assert parts(club) == [{MEETING: 120, TRAVEL: 40}]


def test_effort_adds_preparation_and_follow_up(club: House) -> None:
    club.keep(effort(BOARD, 45, follow_up_minutes=30))
    assert parts(club) == [{MEETING: 120, PREPARATION: 45, TRAVEL: 40, FOLLOW_UP: 30}]


def test_preparation_may_be_the_time_to_read_the_papers(club: House) -> None:
    club.keep(effort(BOARD, 45, preparation=Preparation.READING))
    assert parts(club)[0][PREPARATION] == 45
    club.keep(replace(paper(None, BOARD, pages=12), meeting_id=HELD.id))
    assert parts(club)[0][PREPARATION] == 12


def test_the_minutes_are_those_between_arriving_and_leaving(club: House) -> None:
    late, early = datetime(2026, 2, 26, 19, 25), datetime(2026, 2, 26, 20, 40)
    club.keep(mine(HELD, arrived_at=late, left_at=early))
    assert parts(club)[0][MEETING] == 75


def test_a_meeting_that_went_on_took_until_it_was_closed(club: House) -> None:
    times = (datetime(2026, 2, 26, 19, 5), datetime(2026, 2, 26, 21, 50))
    club.keep(mine(HELD), Minutes(meeting_id=HELD.id, began_at=times[0], ended_at=times[1]))
    assert parts(club)[0][MEETING] == 165


def test_nobody_travels_to_a_meeting_on_a_line(club: House) -> None:
    club.keep(mine(HELD, Presence.DIGITAL))
    assert parts(club) == [{MEETING: 120}]
    club.keep(replace(HELD, place="", link="https://meet.example"), mine(HELD))
    assert parts(club) == [{MEETING: 120}]


@pytest.mark.parametrize("presence", [Presence.APOLOGIES, Presence.ABSENT])
def test_a_meeting_one_was_not_at_takes_nothing(club: House, presence: Presence) -> None:
    club.keep(mine(HELD, presence))
    assert parts(club) == []


def test_where_others_were_counted_and_one_was_not_there_is_nothing(club: House) -> None:
    club.keep(
        Attendance(meeting_id=HELD.id, person_id=PER.id, name=PER.name, presence=Presence.PRESENT)
    )
    assert parts(club) == []


def test_a_guest_who_was_there_needs_no_seat(house: House) -> None:
    house.keep(ME, BOARD, HELD)
    assert parts(house) == []
    house.keep(mine(HELD, capacity=Capacity.GUEST))
    assert parts(house) == [{MEETING: 120, TRAVEL: 40}]


def test_a_term_that_has_ended_covers_nothing(house: House) -> None:
    house.keep(ME, BOARD, SEAT, term(SEAT, "2024-01-01", "2026-02-25"), HELD)
    assert parts(house) == []


def test_an_alternate_comes_when_called(house: House) -> None:
    seat = replace(SEAT, seat=Seat.ALTERNATE)
    house.keep(ME, BOARD, seat, HELD)
    assert parts(house) == []
    house.keep(mine(HELD, capacity=Capacity.ALTERNATE))
    assert parts(house)[0][MEETING] == 120


def test_without_anybody_who_is_me_nothing_is_proposed(house: House) -> None:
    house.keep(replace(ME, is_me=False), BOARD, SEAT, HELD)
    assert house.time_proposals.proposed() == []
    assert house.time_proposals.latest() is None


@pytest.mark.parametrize(
    "other",
    [
        meeting(BOARD, "2026-03-05 19:00"),
        meeting(BOARD, "2026-02-25 19:00", state=MeetingState.CANCELLED),
        meeting(BOARD, "2024-12-01 19:00"),
    ],
)
def test_what_is_ahead_cancelled_or_long_ago_is_left_alone(club: House, other: Meeting) -> None:
    club.keep(other)
    assert [each.meeting for each in club.time_proposals.proposed()] == [HELD]


def test_two_meetings_in_the_same_place_share_the_way(club: House) -> None:
    club.keep(meeting(BOARD, "2026-02-26 21:15", place="The club house"))
    assert [each.get(TRAVEL) for each in parts(club)] == [20, 20]


def test_accepting_writes_it_all_down_in_one_step(club: House) -> None:
    (asked,) = club.time_proposals.proposed()
    entries = club.time_proposals.accept(asked)
    assert {(each.activity, each.minutes) for each in entries} == {(MEETING, 120), (TRAVEL, 40)}
    assert {(each.on, each.meeting_id) for each in club.hours.all()} == {(HELD.day, HELD.id)}
    assert club.time_proposals.proposed() == []
    club.journal.undo()
    assert club.hours.all() == []
    assert club.time_proposals.proposed() == [asked]


def test_minutes_can_be_changed_and_an_activity_left_out(club: House) -> None:
    club.keep(effort(BOARD, 45))
    (asked,) = club.time_proposals.proposed()
    changed = replace(asked, parts=(Part(MEETING, 90), Part(TRAVEL, 0)))
    club.time_proposals.accept(changed)
    assert [(each.activity, each.minutes) for each in club.hours.all()] == [(MEETING, 90)]
    assert club.time_proposals.proposed() == []


def test_a_declined_meeting_is_not_proposed_again_until_that_is_undone(club: House) -> None:
    (asked,) = club.time_proposals.proposed()
    club.time_proposals.decline(asked)
    assert (club.time_proposals.proposed(), club.hours.all()) == ([], [])
    club.journal.undo()
    assert club.time_proposals.proposed() == [asked]


def test_what_is_written_down_by_hand_is_not_proposed(club: House) -> None:
    club.keep(time_entry(BOARD, "2026-02-26", activity=TRAVEL))
    assert parts(club) == [{MEETING: 120}]
    club.keep(time_entry(BOARD, "2026-02-27", activity=MEETING, for_meeting=HELD))
    assert parts(club) == []


def test_all_are_written_down_at_once(club: House) -> None:
    club.keep(meeting(BOARD, "2026-01-29 19:00"), meeting(BOARD, "2026-01-08 19:00"))
    assert len(club.time_proposals.accept_all()) == 6
    assert club.time_proposals.proposed() == []
    club.journal.undo()
    assert club.hours.all() == []


def test_one_board_can_be_looked_at_alone(club: House) -> None:
    other = organisation("School board")
    seat = membership(ME, other)
    theirs = meeting(other, "2026-02-20 19:00")
    club.keep(other, seat, theirs)
    found = club.time_proposals.proposed(other.id)
    assert [each.meeting for each in found] == [theirs]


def test_the_latest_meeting_is_brought_up_for_a_fortnight(club: House) -> None:
    latest = club.time_proposals.latest()
    assert latest is not None
    assert latest.meeting == HELD
    club.keep(replace(HELD, starts_at=datetime(2026, 2, 1, 19), ends_at=datetime(2026, 2, 1, 21)))
    assert club.time_proposals.latest() is None


def test_a_meeting_with_approved_minutes_can_still_be_written_down(club: House) -> None:
    club.keep(replace(HELD, state=MeetingState.APPROVED))
    club.time_proposals.accept_all()
    assert len(club.hours.all()) == 2


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "all", "stale", "hand", "loose", "decline", "undo"]),
        st.integers(min_value=0, max_value=2),
        st.sampled_from(Activity),
    ),
    max_size=10,
)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_DEEDS)
def test_nothing_is_ever_written_down_twice(deeds: list[tuple[str, int, Activity]]) -> None:
    sittings = [meeting(BOARD, f"2026-02-{day} 19:00") for day in (12, 19, 26)]
    with house(ME, BOARD, SEAT, effort(BOARD, 45, follow_up_minutes=15), *sittings) as built:
        proposals = built.time_proposals
        stale: list[ProposedHours] = proposals.proposed()
        by_hand = set()
        for deed, which, activity in deeds:
            sitting = sittings[which]
            now = [each for each in proposals.proposed() if each.meeting == sitting]
            taken = (sitting.day, activity)
            if deed == "accept" and now:
                proposals.accept(now[0])
            elif deed == "decline" and now:
                proposals.decline(now[0])
            elif deed == "all":
                proposals.accept_all()
            elif deed == "stale":
                proposals.accept_all([*stale, *stale])
            elif deed == "undo":
                built.journal.undo()
            elif taken not in {(each.on, each.activity) for each in built.hours.all()}:
                linked = {"for_meeting": sitting} if deed == "hand" else {}
                built.hours.log(
                    time_entry(BOARD, sitting.day.isoformat(), 5, activity=activity, **linked)
                )
                by_hand.add(taken)
        written = [(each.on, each.activity) for each in built.hours.all()]
        declined = built.journal.reader.every(NotSpent)
    assert len(written) == len(set(written))
    assert len(declined) == len({(each.meeting_id, each.activity) for each in declined})


def test_a_year_of_meetings_back_is_looked_at(house: House) -> None:
    week = timedelta(days=7)
    first = meeting(BOARD, "2025-03-03 07:15")
    weekly = [
        replace(
            first,
            id=type(first.id).new(),
            starts_at=first.starts_at + week * n,
            ends_at=first.ends_at + week * n,
        )
        for n in range(52)
    ]
    house.keep(ME, BOARD, SEAT, *weekly)
    found = house.time_proposals.proposed()
    assert len(found) == 52
    assert found[0].meeting.day == date(2026, 2, 23)
