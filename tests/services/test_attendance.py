"""What one does with a meeting's roll."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.attendance import Absence, AbsenceReason, Attendance, Capacity, Presence
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.memberships import Role, Seat
from boardkeeper.domain.quorum_words import quorum_in_words
from boardkeeper.domain.sheets.agenda import agenda_sheet
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.services.approval import ApprovalService
from boardkeeper.services.sample import SampleService
from tests.support.builders import TODAY, House, items, meeting, membership, organisation, person
from tests.support.builders import house as house_of
from tests.support.minutes_builders import attendance, item_minutes, minutes, procedure

BOARD = organisation("Sejlklubben")
ANNA, BO, CARL, DORTE, EVA = (person(name) for name in ("Anna", "Bo", "Carl", "Dorte", "Eva"))
SEATS = (
    membership(ANNA, BOARD, role=Role.CHAIR),
    membership(BO, BOARD, role=Role.VICE_CHAIR),
    membership(CARL, BOARD),
    membership(DORTE, BOARD, seat=Seat.ALTERNATE),
    membership(EVA, BOARD, seat=Seat.OBSERVER),
)
SITTING = meeting(BOARD)
AGENDA = items(SITTING, "Økonomi", "Havnen", "Eventuelt")


@pytest.fixture(name="club")
def house_of_a_club(house: House) -> House:
    house.keep(BOARD, ANNA, BO, CARL, DORTE, EVA, *SEATS, SITTING, *AGENDA)
    return house


def named(house: House, name: str) -> Attendance:
    (row,) = (each for each in house.attendance.roll(SITTING.id) if each.name == name)
    return row


def presences(house: House) -> dict[str, Presence]:
    return {each.name: each.presence for each in house.attendance.roll(SITTING.id)}


def in_minutes(minutes: int) -> datetime:
    return SITTING.starts_at + timedelta(minutes=minutes)


# ── The roll ──────────────────────────────────────────────────────────────────────────────────


def test_everyone_invited_stands_there_before_anything_is_stored(club: House) -> None:
    before = club.everything()
    assert set(presences(club).values()) == {Presence.UNKNOWN}
    assert list(presences(club)) == ["Anna", "Bo", "Carl", "Dorte", "Eva"]
    assert club.everything() == before


@given(st.lists(st.tuples(st.sampled_from(Role), st.sampled_from(Seat)), max_size=9))
def test_the_roll_agrees_with_the_participants_of_the_notice(
    seats: list[tuple[Role, Seat]],
) -> None:
    people = [person(f"Person {place}") for place in range(len(seats))]
    members = [
        membership(who, BOARD, role=role, seat=seat)
        for who, (role, seat) in zip(people, seats, strict=True)
    ]
    with house_of(BOARD, *people, *members, SITTING) as house:
        sheet = agenda_sheet(
            BOARD,
            SITTING,
            [],
            memberships=members,
            people=people,
            today=TODAY,
            printed_at=SITTING.starts_at,
        )
        roll = house.attendance.roll(SITTING.id)
        assert [each.name for each in roll] == [each.name for each in sheet.participants]


def test_a_row_keeps_its_id_and_its_place_when_it_is_stored(club: House) -> None:
    before = [each.id for each in club.attendance.roll(SITTING.id)]
    club.attendance.mark(SITTING.id, named(club, "Carl"), Presence.APOLOGIES)
    assert [each.id for each in club.attendance.roll(SITTING.id)] == before
    club.journal.undo()
    assert named(club, "Carl").presence is Presence.UNKNOWN
    assert [each.id for each in club.attendance.roll(SITTING.id)] == before


def test_one_key_marks_everyone_called_and_leaves_what_was_known(club: House) -> None:
    club.attendance.mark(SITTING.id, named(club, "Bo"), Presence.APOLOGIES)
    club.attendance.all_present(SITTING.id)
    assert presences(club) == {
        "Anna": Presence.PRESENT,
        "Bo": Presence.APOLOGIES,
        "Carl": Presence.PRESENT,
        "Dorte": Presence.UNKNOWN,
        "Eva": Presence.PRESENT,
    }
    club.journal.undo()
    assert presences(club)["Anna"] is Presence.UNKNOWN


def test_who_joins_the_board_later_is_not_on_the_roll_of_an_approved_meeting(club: House) -> None:
    club.attendance.all_present(SITTING.id)
    club.keep(replace(SITTING, state=MeetingState.APPROVED))
    finn = person("Finn")
    club.keep(finn, membership(finn, BOARD))
    assert "Finn" not in presences(club)


def test_approving_the_minutes_writes_down_the_whole_roll(club: House) -> None:
    club.keep(replace(SITTING, state=MeetingState.DRAFT_MINUTES))
    club.attendance.mark(SITTING.id, named(club, "Anna"), Presence.PRESENT)
    before = club.attendance.roll(SITTING.id)
    approval = ApprovalService(club.journal, club.clock, lambda _book, _approved: b"%PDF-1.4")
    approval.approve(SITTING.id)
    club.memberships.discard(SEATS[1].id)
    assert club.attendance.roll(SITTING.id) == before
    assert len(club.journal.reader.every(Attendance)) == 5


def test_a_name_on_the_roll_stays_as_it_was_that_day(club: House) -> None:
    club.attendance.all_present(SITTING.id)
    club.people.change(replace(ANNA, name="Anna Holm"))
    club.memberships.discard(SEATS[0].id)
    assert named(club, "Anna").role is Role.CHAIR


def test_who_is_gone_from_the_roll_cannot_be_marked(club: House) -> None:
    stranger = attendance(SITTING, "Gustav")
    with pytest.raises(UserError, match="no longer on the meeting's list"):
        club.attendance.mark(SITTING.id, stranger, Presence.PRESENT)


# ── Coming and going ──────────────────────────────────────────────────────────────────────────


def test_who_arrives_or_leaves_is_there(club: House) -> None:
    club.attendance.arrive(named(club, "Bo"), in_minutes(10))
    club.attendance.leave(named(club, "Bo"), in_minutes(50))
    bo = named(club, "Bo")
    assert (bo.presence, bo.arrived_at, bo.left_at) == (
        Presence.PRESENT,
        in_minutes(10),
        in_minutes(50),
    )
    club.attendance.arrive(bo, None)
    assert named(club, "Bo").arrived_at is None


def test_who_is_marked_away_after_all_has_no_times(club: House) -> None:
    club.attendance.arrive(named(club, "Bo"), in_minutes(10))
    club.attendance.mark(SITTING.id, named(club, "Bo"), Presence.ABSENT)
    assert named(club, "Bo").arrived_at is None


def test_nobody_leaves_before_arriving(club: House) -> None:
    club.attendance.arrive(named(club, "Bo"), in_minutes(30))
    with pytest.raises(InvalidField):
        club.attendance.leave(named(club, "Bo"), in_minutes(10))


def test_an_item_is_left_at_the_moment_it_began_or_is_planned(club: House) -> None:
    assert club.attendance.moment_of(AGENDA[1].id) == in_minutes(10)
    club.keep(minutes(SITTING, began_at=in_minutes(15)))
    assert club.attendance.moment_of(AGENDA[1].id) == in_minutes(15)
    club.keep(item_minutes(AGENDA[1], began_at=in_minutes(25)))
    assert club.attendance.moment_of(AGENDA[1].id) == in_minutes(25)


def test_typing_a_note_is_one_step_back(club: House) -> None:
    for note in ("F", "Fe", "Ferie"):
        club.attendance.change(replace(named(club, "Bo"), note=note))
    assert named(club, "Bo").note == "Ferie"
    club.journal.undo()
    club.journal.undo()
    assert named(club, "Bo").note == ""
    assert club.journal.undo_label is None


# ── Guests ────────────────────────────────────────────────────────────────────────────────────


def test_a_guest_is_there_without_a_vote_and_stands_last(club: House) -> None:
    club.attendance.add_guest(SITTING.id, "  Revisor   Lund ")
    guest = club.attendance.roll(SITTING.id)[-1]
    assert (guest.name, guest.capacity, guest.presence) == (
        "Revisor Lund",
        Capacity.GUEST,
        Presence.PRESENT,
    )
    assert not guest.has_vote
    club.attendance.remove(guest.id)
    assert "Revisor Lund" not in presences(club)


def test_a_guest_one_knows_is_that_person(club: House) -> None:
    finn = person("Finn Dam")
    club.keep(finn)
    assert club.attendance.add_guest(SITTING.id, "finn dam").person_id == finn.id
    assert club.attendance.add_guest(SITTING.id, "Anna").person_id is None


def test_a_guest_has_a_name(club: House) -> None:
    with pytest.raises(InvalidField):
        club.attendance.add_guest(SITTING.id, "  ")


def test_of_an_invited_person_nothing_is_known_again(club: House) -> None:
    club.attendance.mark(SITTING.id, named(club, "Bo"), Presence.APOLOGIES)
    club.attendance.remove(named(club, "Bo").id)
    assert named(club, "Bo").presence is Presence.UNKNOWN


# ── Alternates and proxies ────────────────────────────────────────────────────────────────────


def test_an_alternate_takes_seat_and_vote_and_gives_them_back(club: House) -> None:
    club.attendance.mark(SITTING.id, named(club, "Bo"), Presence.APOLOGIES)
    club.attendance.stand_in(named(club, "Dorte"), named(club, "Bo"))
    dorte = named(club, "Dorte")
    assert dorte.stands_for_id == named(club, "Bo").id
    assert (dorte.has_vote, dorte.presence) == (True, Presence.PRESENT)
    club.attendance.stand_in(dorte, None)
    assert (named(club, "Dorte").stands_for_id, named(club, "Dorte").has_vote) == (None, False)


def test_a_seat_has_one_alternate_at_a_time(club: House) -> None:
    finn = person("Finn")
    club.keep(finn, membership(finn, BOARD, seat=Seat.ALTERNATE))
    club.attendance.stand_in(named(club, "Dorte"), named(club, "Bo"))
    club.attendance.stand_in(named(club, "Finn"), named(club, "Bo"))
    assert named(club, "Dorte").stands_for_id is None
    assert not named(club, "Dorte").has_vote


@pytest.mark.parametrize(("alternate", "member"), [("Carl", "Bo"), ("Dorte", "Eva")])
def test_only_an_alternate_stands_in_and_only_for_a_member(
    club: House, alternate: str, member: str
) -> None:
    with pytest.raises(UserError, match="Nothing was changed"):
        club.attendance.stand_in(named(club, alternate), named(club, member))


def test_a_proxy_is_given_where_the_rules_allow_it(club: House) -> None:
    with pytest.raises(UserError, match="allow no proxies"):
        club.attendance.give_proxy(named(club, "Bo"), named(club, "Anna"))
    club.keep(procedure(BOARD, allows_proxies=True))
    club.attendance.give_proxy(named(club, "Bo"), named(club, "Anna"))
    assert named(club, "Bo").proxy_to_id == named(club, "Anna").id
    club.attendance.give_proxy(named(club, "Bo"), None)
    assert named(club, "Bo").proxy_to_id is None


def test_when_somebody_came_and_whom_they_stand_in_for_is_one_undo_step(club: House) -> None:
    before = set(club.everything())
    came = replace(named(club, "Dorte"), presence=Presence.PRESENT, arrived_at=in_minutes(20))
    club.attendance.tell(came, stands_for_id=named(club, "Bo").id, proxy_to_id=None)
    dorte = named(club, "Dorte")
    assert (dorte.stands_for_id, dorte.has_vote) == (named(club, "Bo").id, True)
    assert dorte.arrived_at == in_minutes(20)
    club.journal.undo()
    assert set(club.everything()) == before


def test_when_somebody_left_and_who_votes_for_them_is_one_undo_step(club: House) -> None:
    club.keep(procedure(BOARD, allows_proxies=True))
    before = set(club.everything())
    left = replace(named(club, "Bo"), presence=Presence.PRESENT, left_at=in_minutes(60))
    club.attendance.tell(left, stands_for_id=None, proxy_to_id=named(club, "Anna").id)
    assert named(club, "Bo").proxy_to_id == named(club, "Anna").id
    assert named(club, "Bo").left_at == in_minutes(60)
    club.journal.undo()
    assert set(club.everything()) == before


def test_a_proxy_that_is_refused_leaves_the_times_as_they_were(club: House) -> None:
    before = set(club.everything())
    left = replace(named(club, "Bo"), presence=Presence.PRESENT, left_at=in_minutes(60))
    with pytest.raises(UserError, match="allow no proxies"):
        club.attendance.tell(left, stands_for_id=None, proxy_to_id=named(club, "Anna").id)
    assert set(club.everything()) == before


def test_a_proxy_goes_between_members_with_a_vote(club: House) -> None:
    club.keep(procedure(BOARD, allows_proxies=True))
    for giver, holder in (("Bo", "Eva"), ("Eva", "Bo")):
        with pytest.raises(UserError, match="with a vote"):
            club.attendance.give_proxy(named(club, giver), named(club, holder))


# ── Items ─────────────────────────────────────────────────────────────────────────────────────


def test_a_conflict_is_noted_changed_and_taken_back(club: House) -> None:
    anna = named(club, "Anna")
    noted = club.attendance.conflict(AGENDA[1].id, anna.id, "Ejer grunden", left_the_room=False)
    assert club.attendance.absences(SITTING.id) == [noted]
    assert (noted.reason, noted.left_the_room) == (AbsenceReason.CONFLICT, False)
    club.attendance.change_absence(replace(noted, explanation="Ejer nabogrunden"))
    assert club.attendance.absences(SITTING.id)[0].explanation == "Ejer nabogrunden"
    club.attendance.take_part(noted.id)
    assert club.attendance.absences(SITTING.id) == []


def test_a_person_is_kept_out_of_an_item_once(club: House) -> None:
    anna = named(club, "Anna")
    first = club.attendance.away(AGENDA[1].id, anna.id, "Telefonen")
    second = club.attendance.conflict(AGENDA[1].id, anna.id, "Ejer grunden")
    assert second.id == first.id
    assert [each.reason for each in club.attendance.absences(SITTING.id)] == [
        AbsenceReason.CONFLICT
    ]


def test_an_absence_goes_with_its_item_and_comes_back_with_it(club: House) -> None:
    club.attendance.conflict(AGENDA[1].id, named(club, "Anna").id, "Ejer grunden")
    club.agenda.discard(AGENDA[1].id)
    assert club.attendance.absences(SITTING.id) == []
    (entry,) = club.trash.entries()
    club.trash.restore(entry.id)
    assert len(club.attendance.absences(SITTING.id)) == 1


# ── The quorum ────────────────────────────────────────────────────────────────────────────────


def test_the_quorum_follows_the_organisations_own_rules(club: House) -> None:
    club.keep(procedure(BOARD, quorum_roles="chair", quorum_basis="§ 4"))
    club.attendance.all_present(SITTING.id)
    club.attendance.conflict(AGENDA[1].id, named(club, "Anna").id, "Ejer grunden")
    quorum = club.attendance.quorum(SITTING.id)
    assert [each.is_quorate for each in quorum.items] == [True, False, True]
    assert quorum_in_words(quorum.of_item(AGENDA[1].id)) == (
        "2 of 2 members without a conflict of interest present, but not the chair;"
        " the board is not quorate (asks for more than half and the chair, § 4)"
    )


def test_noted_times_move_the_quorum_to_the_items_they_fall_in(club: House) -> None:
    club.attendance.all_present(SITTING.id)
    for name in ("Bo", "Carl"):
        club.attendance.leave(named(club, name), in_minutes(30))
    assert club.attendance.quorum(SITTING.id).is_quorate_throughout
    club.keep(item_minutes(AGENDA[2], began_at=in_minutes(45)))
    quorum = club.attendance.quorum(SITTING.id)
    assert [each.is_quorate for each in quorum.items] == [True, True, False]
    assert [each.left for each in quorum.changes] == [("Bo", "Carl")]


def test_whatever_is_done_to_a_roll_is_undone(club: House) -> None:
    club.keep(procedure(BOARD, allows_proxies=True))
    before = set(club.everything())
    steps: list[Callable[[], object]] = [
        lambda: club.attendance.all_present(SITTING.id),
        lambda: club.attendance.mark(SITTING.id, named(club, "Bo"), Presence.DIGITAL),
        lambda: club.attendance.stand_in(named(club, "Dorte"), named(club, "Carl")),
        lambda: club.attendance.give_proxy(named(club, "Bo"), named(club, "Anna")),
        lambda: club.attendance.add_guest(SITTING.id, "Revisor Lund"),
        lambda: club.attendance.conflict(AGENDA[0].id, named(club, "Anna").id, "Ejer grunden"),
        lambda: club.attendance.remove(named(club, "Carl").id),
    ]
    for step in steps:
        step()
    after = set(club.everything())
    assert any(isinstance(each, Absence) for each in after)
    for _step in steps:
        assert club.journal.undo()
    assert set(club.everything()) == before
    while club.journal.redo():
        pass
    assert set(club.everything()) == after


@pytest.mark.parametrize("way", ["undo", "trash"])
def test_a_meeting_takes_its_roll_to_the_trash_and_back(club: House, way: str) -> None:
    club.keep(procedure(BOARD, allows_proxies=True))
    club.attendance.all_present(SITTING.id)
    club.attendance.stand_in(named(club, "Dorte"), named(club, "Carl"))
    club.attendance.give_proxy(named(club, "Anna"), named(club, "Bo"))
    club.attendance.give_proxy(named(club, "Bo"), named(club, "Anna"))
    club.attendance.conflict(AGENDA[0].id, named(club, "Carl").id, "Ejer grunden")
    before = set(club.everything())
    club.meetings.discard(SITTING.id)
    assert not club.journal.reader.every(Attendance)
    if way == "undo":
        club.journal.undo()
    else:
        club.trash.restore(club.trash.entries()[0].id)
    assert set(club.everything()) == before


def test_the_sample_has_a_roll_at_its_held_meetings(house: House) -> None:
    SampleService(house.journal, house.clock, house.store.paper_files).fill()
    held = [each for each in house.meetings.all() if each.state is MeetingState.DRAFT_MINUTES]
    assert held
    for each in held:
        quorum = house.attendance.quorum(each.id)
        assert quorum.is_known
        assert quorum.is_quorate_throughout
