"""What one does with meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.rules import RuleName
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from tests.support.builders import (
    House,
    item,
    meeting,
    membership,
    organisation,
    own_rule,
    person,
    term,
)

SKOVEN = organisation(
    "Skoven",
    usual_place="The hall",
    usual_start=time(17, 30),
    usual_minutes=90,
    zone="Atlantic/Faroe",
)
ANNA, BO, CARL = person("Anna"), person("Bo"), person("Carl")
DAY = date(2026, 3, 12)


def titles(house: House, sitting_title: str = "") -> list[str]:
    (sitting,) = [each for each in house.meetings.all() if each.title == sitting_title]
    return [line.item.title for line in house.agenda.of(sitting.id).lines]


def test_a_proposed_meeting_has_what_the_boards_meetings_share(house: House) -> None:
    house.keep(SKOVEN)
    proposed = house.meetings.proposed(SKOVEN.id, DAY)
    assert proposed.starts_at == datetime(2026, 3, 12, 17, 30)
    assert proposed.ends_at == datetime(2026, 3, 12, 19, 0)
    assert (proposed.place, proposed.zone) == ("The hall", "Atlantic/Faroe")
    assert (proposed.kind, proposed.number) == (MeetingKind.REGULAR, 1)
    assert house.meetings.all() == []


def test_a_proposed_meeting_is_numbered_after_the_highest(house: House) -> None:
    house.keep(
        *(SKOVEN, meeting(SKOVEN, number=14), meeting(SKOVEN, number=3)),
        meeting(SKOVEN, number=17, kind=MeetingKind.EXTRAORDINARY),
        meeting(SKOVEN, number=40, kind=MeetingKind.GENERAL),
    )
    assert house.meetings.proposed(SKOVEN.id, DAY).number == 18


def test_other_boards_numbers_do_not_count(house: House) -> None:
    other = organisation("Ægir")
    house.keep(SKOVEN, other, meeting(other, number=14))
    assert house.meetings.proposed(SKOVEN.id, DAY).number == 1


def test_a_network_proposes_a_network_meeting(house: House) -> None:
    network = organisation("Morning", kind=OrganisationKind.NETWORK)
    house.keep(network)
    assert house.meetings.proposed(network.id, DAY).kind is MeetingKind.NETWORK


def test_those_who_sit_that_day_chair_and_take_the_minutes(house: House) -> None:
    before = membership(ANNA, SKOVEN, role=Role.CHAIR)
    now = membership(BO, SKOVEN, role=Role.CHAIR)
    secretary = membership(CARL, SKOVEN, role=Role.SECRETARY)
    house.keep(
        *(SKOVEN, ANNA, BO, CARL, before, now, secretary),
        *(term(before, "2024-01-01", "2025-12-31"), term(now, "2026-01-01")),
    )
    proposed = house.meetings.proposed(SKOVEN.id, DAY)
    assert (proposed.chair_id, proposed.minute_taker_id) == (BO.id, CARL.id)
    assert house.meetings.proposed(SKOVEN.id, date(2025, 6, 1)).chair_id == ANNA.id


def test_a_planned_meeting_has_the_agenda_in_the_boards_language(house: House) -> None:
    danish = organisation("Skoven", language=Language.DANISH)
    english = organisation("The Wood", language=Language.ENGLISH)
    house.keep(danish, english)
    house.meetings.plan(meeting(danish, title="da"))
    house.meetings.plan(meeting(english, title="en"))
    assert titles(house, "da")[-1] == "Eventuelt"
    assert titles(house, "en")[-1] == "Any other business"


def test_a_meeting_can_be_planned_without_an_agenda(house: House) -> None:
    house.keep(SKOVEN)
    house.meetings.plan(meeting(SKOVEN), with_agenda=False)
    assert titles(house) == []


def test_planning_is_one_step(house: House) -> None:
    house.keep(SKOVEN)
    house.meetings.plan(meeting(SKOVEN))
    house.journal.undo()
    assert house.everything() == [SKOVEN]


def test_the_first_run_gives_a_board_a_seat_and_an_agenda_in_one_step(house: House) -> None:
    me = house.people.introduce_me("Bo")
    begun = house.meetings.begin("Skoven", OrganisationKind.KINDERGARTEN, datetime(2026, 3, 5, 17))
    (seated,) = house.memberships.mine()
    assert (seated.person, seated.organisation.name) == (me, "Skoven")
    assert seated.organisation.usual_start == time(17)
    assert begun.ends_at == datetime(2026, 3, 5, 19)
    assert house.meetings.get(begun.id) == begun
    assert len(titles(house)) > 3
    house.journal.undo()
    assert house.everything() == [me]


def test_the_first_run_works_before_i_have_said_who_i_am(house: House) -> None:
    house.meetings.begin("Morning", OrganisationKind.NETWORK, datetime(2026, 3, 5, 7))
    assert house.memberships.all() == []
    assert house.meetings.all()[0].kind is MeetingKind.NETWORK


def test_meetings_ahead_are_those_that_have_not_ended(house: House) -> None:
    ended = meeting(SKOVEN, "2026-02-26 19:00")
    soon = meeting(SKOVEN, "2026-03-05 19:00")
    later = meeting(SKOVEN, "2026-04-09 19:00")
    house.keep(SKOVEN, later, ended, soon)
    assert house.meetings.all() == [ended, soon, later]
    assert house.meetings.of_organisation(SKOVEN.id) == [ended, soon, later]
    assert house.meetings.upcoming() == [soon, later]
    assert house.meetings.upcoming(days=14) == [soon]


def test_the_next_and_the_last_meeting_are_not_cancelled_ones(house: House) -> None:
    other = organisation("Ægir")
    cancelled = MeetingState.CANCELLED
    last = meeting(SKOVEN, "2026-02-20 19:00")
    following = meeting(SKOVEN, "2026-03-20 19:00")
    elsewhere = meeting(other, "2026-03-19 19:00")
    house.keep(
        *(SKOVEN, other, last, following, elsewhere),
        meeting(SKOVEN, "2026-02-26 19:00", state=cancelled),
        meeting(SKOVEN, "2026-03-05 19:00", state=cancelled),
    )
    assert house.meetings.next() == elsewhere
    assert house.meetings.next(SKOVEN.id) == following
    assert house.meetings.last() == last
    assert house.meetings.last(other.id) is None


def test_a_rescheduled_meeting_lasts_as_long_as_before(house: House) -> None:
    sitting = meeting(SKOVEN, "2026-03-05 19:00", "2026-03-05 21:30")
    house.keep(SKOVEN, sitting)
    house.meetings.reschedule(sitting.id, datetime(2026, 3, 12, 18))
    assert house.meetings.get(sitting.id).ends_at == datetime(2026, 3, 12, 20, 30)


def test_a_meeting_is_changed_cancelled_and_discarded(house: House) -> None:
    sitting = meeting(SKOVEN, number=14)
    house.keep(SKOVEN, sitting)
    house.meetings.change(replace(sitting, place="Online"))
    house.meetings.cancel(sitting.id)
    assert house.meetings.get(sitting.id).place == "Online"
    assert house.meetings.get(sitting.id).state is MeetingState.CANCELLED
    house.meetings.discard(sitting.id)
    assert house.meetings.all() == []
    assert [entry.title for entry in house.trash.entries()] == ["Board meeting no. 14 · Skoven"]


def test_once_the_notice_is_out_the_numbers_stand_still(house: House) -> None:
    sitting = meeting(SKOVEN)
    budget = item(sitting, "Budget")
    fees = item(sitting, "Fees", parent=budget)
    coffee = item(sitting, "Coffee", position=1, type=ItemType.BREAK)
    roof = item(sitting, "Roof", position=2)
    house.keep(SKOVEN, sitting, budget, fees, coffee, roof)

    house.meetings.send_notice(sitting.id)
    house.agenda.raise_up(roof.id)
    house.agenda.raise_up(roof.id)
    house.agenda.add(sitting.id, "Late matter", after=roof.id)

    lines = house.agenda.of(sitting.id).lines
    assert [(line.number, line.item.title) for line in lines] == [
        ("2", "Roof"),
        ("3", "Late matter"),
        ("1", "Budget"),
        ("1.1", "Fees"),
        ("", "Coffee"),
    ]


def test_the_notice_is_sent_today_unless_told_otherwise(house: House) -> None:
    sitting = meeting(SKOVEN)
    house.keep(SKOVEN, sitting)
    house.meetings.send_notice(sitting.id)
    sent = house.meetings.get(sitting.id)
    assert (sent.state, sent.notice_sent_on) == (MeetingState.NOTICE_SENT, date(2026, 3, 2))
    house.meetings.send_notice(sitting.id, date(2026, 2, 27))
    assert house.meetings.get(sitting.id).notice_sent_on == date(2026, 2, 27)


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_no_notice_is_sent_for_a_meeting_that_is_over(house: House, state: MeetingState) -> None:
    sitting = meeting(SKOVEN, state=state)
    house.keep(SKOVEN, sitting)
    with pytest.raises(UserError, match="over or cancelled"):
        house.meetings.send_notice(sitting.id)
    assert house.meetings.get(sitting.id) == sitting


def test_a_meetings_standing_keeps_the_boards_own_rules(house: House) -> None:
    sitting = meeting(SKOVEN, "2026-03-19 19:00")
    house.keep(SKOVEN, sitting, own_rule(SKOVEN, RuleName.NOTICE, days=14))
    assert house.meetings.standing(sitting).text == (
        "Notice by Thu 5 March (on Thursday) · items by Mon 9 March"
    )


def test_a_meeting_lives_to_approved_minutes_and_every_step_is_one_undo(house: House) -> None:
    sitting = meeting(SKOVEN, "2026-03-02 19:00")
    house.keep(SKOVEN, sitting)
    steps = (
        house.meetings.send_notice,
        house.meetings.mark_held,
        house.meetings.mark_draft_sent,
        house.meetings.mark_approved,
    )
    lived = [house.meetings.get(sitting.id).state]
    for step in steps:
        step(sitting.id)
        lived.append(house.meetings.get(sitting.id).state)
    assert lived == [each for each in MeetingState if each is not MeetingState.CANCELLED]
    for state in reversed(lived[:-1]):
        house.journal.undo()
        assert house.meetings.get(sitting.id).state is state


def test_every_step_can_be_taken_back_one_at_a_time(house: House) -> None:
    sitting = meeting(
        SKOVEN, state=MeetingState.APPROVED, notice_sent_on=date(2026, 2, 20), sequence=3
    )
    house.keep(SKOVEN, sitting)
    lived = []
    for _step in range(4):
        house.meetings.take_back(sitting.id)
        lived.append(house.meetings.get(sitting.id))
    assert [each.state for each in lived] == [
        MeetingState.DRAFT_MINUTES,
        MeetingState.HELD,
        MeetingState.NOTICE_SENT,
        MeetingState.PLANNED,
    ]
    assert [each.notice_sent_on is None for each in lived] == [False, False, False, True]
    with pytest.raises(UserError, match="no step to take back"):
        house.meetings.take_back(sitting.id)


def test_a_notice_taken_back_sets_the_numbers_free(house: House) -> None:
    sitting = meeting(SKOVEN)
    budget, roof = item(sitting, "Budget"), item(sitting, "Roof", position=1)
    house.keep(SKOVEN, sitting, budget, roof)
    house.meetings.send_notice(sitting.id)
    house.agenda.raise_up(roof.id)
    house.meetings.take_back(sitting.id)
    lines = house.agenda.of(sitting.id).lines
    assert [(line.number, line.item.title) for line in lines] == [("1", "Roof"), ("2", "Budget")]


def test_other_calendars_hear_that_a_cancelled_meeting_is_held_after_all(house: House) -> None:
    sitting = meeting(SKOVEN)
    house.keep(SKOVEN, sitting)
    house.meetings.cancel(sitting.id)
    house.meetings.take_back(sitting.id)
    back = house.meetings.get(sitting.id)
    assert (back.state, back.sequence) == (MeetingState.PLANNED, 2)


def test_a_step_that_cannot_be_taken_changes_nothing(house: House) -> None:
    sitting = meeting(SKOVEN, "2026-03-12 19:00")
    house.keep(SKOVEN, sitting)
    for step in (
        house.meetings.mark_held,
        house.meetings.mark_draft_sent,
        house.meetings.mark_approved,
        house.meetings.take_back,
    ):
        with pytest.raises(UserError):
            step(sitting.id)
    assert house.meetings.get(sitting.id) == sitting


def test_the_next_few_meetings_of_a_board_leave_out_cancelled_and_past_ones(house: House) -> None:
    later = meeting(SKOVEN, "2026-04-05 19:00")
    house.keep(
        *(SKOVEN, other := organisation("Ægir"), meeting(other)),
        meeting(SKOVEN, "2026-02-05 19:00"),
        meeting(SKOVEN, "2026-03-05 19:00", state=MeetingState.CANCELLED),
        later,
        meeting(SKOVEN, "2026-05-05 19:00"),
    )
    assert house.meetings.ahead(SKOVEN.id, 1) == [later]
    assert len(house.meetings.ahead(SKOVEN.id, 3)) == 2


def test_past_meetings_are_found_by_year_the_latest_first(house: House) -> None:
    january, february, long_ago = (
        meeting(SKOVEN, starts)
        for starts in ("2026-01-08 19:00", "2026-02-05 19:00", "2024-11-06 19:00")
    )
    house.keep(SKOVEN, january, february, long_ago, meeting(SKOVEN, "2026-04-05 19:00"))
    assert house.meetings.past(2026) == [february, january]
    assert house.meetings.past(2024) == [long_ago]
    assert house.meetings.past_years() == [2026, 2024]


def test_a_meeting_is_found_until_it_is_discarded(house: House) -> None:
    house.keep(SKOVEN, sitting := meeting(SKOVEN))
    assert house.meetings.find(sitting.id) == sitting
    house.meetings.discard(sitting.id)
    assert house.meetings.find(sitting.id) is None


def test_the_next_of_each_organisation_is_what_next_says_of_it(house: House) -> None:
    club, choir = organisation("Klubben"), organisation("Koret")
    house.keep(
        *(SKOVEN, club, choir),
        meeting(SKOVEN, "2026-02-01 19:00"),
        meeting(SKOVEN, "2026-03-09 19:00"),
        meeting(SKOVEN, "2026-03-05 19:00"),
        meeting(club, "2026-03-03 19:00", state=MeetingState.CANCELLED),
        meeting(club, "2026-03-04 19:00"),
        meeting(choir, "2026-01-01 19:00"),
    )
    asked = {each.id: house.meetings.next(each.id) for each in house.organisations.all()}
    assert house.meetings.next_of_each() == {of: found for of, found in asked.items() if found}


def test_the_meetings_of_a_year_are_those_that_begin_in_it(house: House) -> None:
    new_year = meeting(SKOVEN, "2025-12-31 23:00", "2026-01-01 01:00")
    first, last = meeting(SKOVEN, "2026-01-01 00:00"), meeting(SKOVEN, "2026-12-31 23:59")
    house.keep(SKOVEN, last, first, new_year, meeting(SKOVEN, "2027-01-01 00:00"))
    assert house.meetings.of_year(2026) == [first, last]
    assert house.meetings.years() == [2027, 2026, 2025]
    assert house.meetings.count() == 4
