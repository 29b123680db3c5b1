"""Before a meeting and after it: what one wants, what came of it, what one follows up."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.aims import Aim, Answer
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import house, meeting, membership, organisation, person, term
from tests.support.minutes_builders import attendance, task, task_owner
from tests.support.network_builders import aim

GROUP = organisation("Kvart over Syv")
ME, BO = person("Anna Holm", is_me=True), person("Bo Lund")
SEAT = membership(ME, GROUP)
MORNING = meeting(GROUP, "2026-02-12 07:15")


def test_a_meeting_begins_without_an_aim_and_has_one_at_most() -> None:
    with house(GROUP, ME, MORNING) as home:
        assert home.aims.of(MORNING.id).goal == ""
        home.aims.change(Aim(meeting_id=MORNING.id, goal="Finde en revisor"))
        home.aims.change(Aim(meeting_id=MORNING.id, goal="Finde to", ask="Havnen"))
        assert [each.goal for each in home.journal.reader.every(Aim)] == ["Finde to"]
        assert home.aims.of_organisation(GROUP.id)[MORNING.id].ask == "Havnen"
        home.journal.undo()
        assert home.aims.of(MORNING.id).goal == "Finde en revisor"


def test_an_empty_aim_leaves_no_record() -> None:
    with house(GROUP, ME, MORNING) as home:
        home.aims.change(home.aims.of(MORNING.id))
        assert home.journal.reader.every(Aim) == []
        assert home.journal.undo_label is None


def test_three_taps_answer_one_after_another() -> None:
    with house(GROUP, ME, MORNING, aim(MORNING, goal="Finde en revisor")) as home:
        home.aims.answer(MORNING.id, useful=4)
        home.aims.answer(MORNING.id, energy=2)
        assert not home.aims.of(MORNING.id).is_answered
        answered = home.aims.answer(MORNING.id, contributed=Answer.PARTLY)
        assert answered == home.aims.of(MORNING.id)
        assert answered.is_answered
        assert (answered.goal, answered.useful, answered.energy) == ("Finde en revisor", 4, 2)


def test_an_answer_beyond_the_scale_is_refused() -> None:
    with house(GROUP, ME, MORNING) as home, pytest.raises(InvalidField):
        home.aims.answer(MORNING.id, useful=6)


def test_a_follow_up_is_mine_and_due_seven_days_after_the_meeting() -> None:
    with house(GROUP, ME, BO, MORNING) as home:
        added = home.aims.add_follow_up(MORNING.id, "Ring om havnen", BO.id)
        assert added.due_on == date(2026, 2, 19)
        assert added.text == "Ring om havnen (Bo Lund)"
        assert [each.owner_names for each in home.aims.follow_ups(MORNING.id)] == [("Anna Holm",)]
        assert home.aims.add_follow_up(MORNING.id, "Ring til Bo", BO.id).text == "Ring til Bo"
        home.tasks.finish(added.id)
        assert [each.task.text for each in home.aims.follow_ups(MORNING.id)] == ["Ring til Bo"]


def test_follow_ups_are_my_open_tasks_of_the_meeting_alone() -> None:
    theirs, mine = task(GROUP, "Bos", meeting_id=MORNING.id), task(GROUP, "Uden møde")
    owners = [task_owner(theirs, BO), task_owner(mine, ME)]
    with house(GROUP, ME, BO, MORNING, theirs, mine, *owners) as home:
        assert home.aims.follow_ups(MORNING.id) == []


def test_a_follow_up_needs_to_know_who_i_am_and_words() -> None:
    with house(GROUP, BO, MORNING) as home, pytest.raises(UserError, match="Say who you are"):
        home.aims.add_follow_up(MORNING.id, "Ring")
    with house(GROUP, ME, MORNING) as home, pytest.raises(InvalidField):
        home.aims.add_follow_up(MORNING.id, "  ")


def test_meetings_to_answer_are_those_i_may_have_been_at() -> None:
    club = organisation("Sejlklubben")
    answered = meeting(GROUP, "2026-02-01 07:15")
    missed = meeting(GROUP, "2026-02-02 07:15")
    half = meeting(GROUP, "2026-02-03 07:15")
    cancelled = meeting(GROUP, "2026-02-04 07:15", state=MeetingState.CANCELLED)
    before_me = meeting(GROUP, "2025-02-04 07:15")
    ahead = meeting(GROUP, "2026-03-05 07:15")
    others = meeting(club, "2026-02-05 19:00")
    records: list[Record] = [
        aim(answered, useful=1, energy=1, contributed=Answer.NO),
        aim(half, useful=3),
        attendance(missed, ME, presence=Presence.APOLOGIES),
        attendance(MORNING, ME),
    ]
    meetings = [answered, missed, half, cancelled, before_me, ahead, others, MORNING]
    known: list[Record] = [GROUP, club, ME, SEAT, term(SEAT, "2025-03-01"), *meetings, *records]
    with house(*known) as home:
        found = home.aims.unanswered(date(2025, 1, 1))
        assert [each.id for each in found] == [MORNING.id, half.id]
        assert [each.id for each in home.aims.unanswered(date(2026, 2, 10))] == [MORNING.id]


def test_without_me_there_is_nothing_to_answer() -> None:
    with house(GROUP, BO, MORNING) as home:
        assert home.aims.unanswered(date(2025, 1, 1)) == []
