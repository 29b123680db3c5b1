"""Tasks: given in a line, followed up, turned into notes and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.task_lines import Named
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import (
    TODAY,
    House,
    item,
    meeting,
    membership,
    organisation,
    person,
)
from tests.support.minutes_builders import attendance, item_minutes, task, task_owner

BOARD, CLUB = organisation("Skoven"), organisation("Klubben")
ANNA, BO = person("Anna Holm", is_me=True), person("Bo Lund")
SITTING = meeting(BOARD, "2026-02-05 19:00", state=MeetingState.HELD)
ROOF = item(SITTING, "Roof")
LATER = meeting(BOARD, "2026-03-01 19:00", state=MeetingState.HELD)
AHEAD = meeting(BOARD, "2026-04-05 19:00")


@pytest.fixture(autouse=True)
def _a_board(house: House) -> None:
    seats = [membership(ANNA, BOARD), membership(BO, BOARD)]
    house.keep(BOARD, CLUB, ANNA, BO, *seats, SITTING, ROOF, LATER, AHEAD)


def said(tasks: list[BookTask]) -> list[str]:
    return [f"{'+'.join(each.owner_names)}: {each.task.text}" for each in tasks]


def text_of(house: House) -> str:
    return house.minutes.of_item(ROOF.id).text


def test_a_line_gives_a_task_with_its_owners_and_its_day(house: House) -> None:
    house.tasks.add_line(ROOF.id, "Anna og Bo bestil revisor 1/6")
    (given,) = house.tasks.of_meeting(SITTING.id)
    assert given.task.due_on == date(2026, 6, 1)
    assert given.task.created_on == SITTING.day
    assert (given.task.item_id, given.task.organisation_id) == (ROOF.id, BOARD.id)
    assert [each.person_id for each in given.owners] == [ANNA.id, BO.id]
    house.journal.undo()
    assert house.tasks.of_meeting(SITTING.id) == []


def test_tasks_stand_in_the_order_they_were_noted(house: House) -> None:
    for line in ("Anna: c", "Bo: a", "b"):
        house.tasks.add_line(ROOF.id, line)
    assert said(house.tasks.of_meeting(SITTING.id)) == ["Anna Holm: C", "Bo Lund: A", ": B"]


def test_an_empty_line_is_no_task(house: House) -> None:
    with pytest.raises(InvalidField, match="what is to be done"):
        house.tasks.add_line(ROOF.id, "  ")
    assert house.tasks.find() == []


def test_a_guest_of_the_meeting_can_be_given_a_task(house: House) -> None:
    house.keep(attendance(SITTING, "Kirsten Revisor"))
    house.tasks.add_line(ROOF.id, "Kirsten sender regnskabet")
    assert said(house.tasks.of_meeting(SITTING.id)) == ["Kirsten Revisor: Sender regnskabet"]


def test_open_tasks_stand_by_the_day_they_are_due_those_without_last(house: House) -> None:
    house.keep(
        task(BOARD, "never", None),
        task(BOARD, "late", "2026-09-01"),
        task(BOARD, "soon", "2026-03-03"),
        task(BOARD, "done", "2026-03-01", status=TaskStatus.DONE),
        task(CLUB, "elsewhere", "2026-03-01"),
    )
    assert said(house.tasks.open_of(BOARD.id)) == [": soon", ": late", ": never"]


def test_mine_are_the_open_ones_i_have_a_share_in_in_every_organisation(house: House) -> None:
    roof, boat, done = task(BOARD, "roof"), task(CLUB, "boat", "2026-03-03"), task(CLUB, "done")
    house.keep(
        roof,
        boat,
        replace(done, status=TaskStatus.DONE),
        task(BOARD, "nobody's"),
        task_owner(roof, BO),
        task_owner(roof, ANNA, position=1),
        task_owner(boat, ANNA),
        task_owner(done, ANNA),
    )
    assert said(house.tasks.mine()) == ["Anna Holm: boat", "Bo Lund+Anna Holm: roof"]
    assert said(house.tasks.find(BOARD.id, owner=BO.id)) == ["Bo Lund+Anna Holm: roof"]


def test_nobody_known_as_me_has_no_tasks(house: House) -> None:
    house.keep(replace(ANNA, is_me=False))
    assert house.tasks.mine() == []


def test_a_task_is_finished_dropped_and_opened_again(house: House) -> None:
    given = house.tasks.add(task(BOARD))
    house.tasks.finish(given.id)
    assert house.tasks.get(given.id).task.closed_on == TODAY
    house.tasks.reopen(given.id)
    assert house.tasks.get(given.id).task == given
    house.tasks.drop(given.id)
    assert house.tasks.get(given.id).task.status is TaskStatus.DROPPED


def test_typing_in_one_field_of_a_task_is_one_step_back(house: House) -> None:
    given = house.tasks.add(task(BOARD, "r"))
    for text in ("ro", "roof"):
        house.tasks.change(replace(given, text=text))
    house.journal.undo()
    assert house.tasks.get(given.id).task.text == "r"


def test_owners_are_set_anew_in_the_order_given(house: House) -> None:
    given = task(BOARD)
    anna, bo = task_owner(given, ANNA), task_owner(given, BO)
    house.tasks.add(given, [anna, bo])
    house.tasks.set_owners(given.id, [bo, task_owner(given, "Kirsten")])
    assert house.tasks.get(given.id).owner_names == ("Bo Lund", "Kirsten")
    house.journal.undo()
    assert house.tasks.get(given.id).owner_names == ("Anna Holm", "Bo Lund")


def test_a_discarded_task_comes_back_from_the_trash_with_its_owners(house: House) -> None:
    given = house.tasks.add(task(BOARD), [task_owner(task(BOARD), ANNA)])
    house.tasks.discard(given.id)
    assert house.tasks.find() == []
    (entry,) = house.trash.entries()
    house.trash.restore(entry.id)
    assert said(house.tasks.find()) == ["Anna Holm: Bestil revisor"]


def test_the_history_is_the_meetings_held_until_it_was_closed(house: House) -> None:
    given = house.tasks.add_line(ROOF.id, "Anna bestil revisor")
    assert house.tasks.history(given.id) == [SITTING, LATER]
    house.keep(replace(given, status=TaskStatus.DONE, closed_on=date(2026, 2, 20)))
    assert house.tasks.history(given.id) == [SITTING]


def test_a_meeting_follows_up_what_was_open_when_it_began(house: House) -> None:
    given = house.tasks.add_line(ROOF.id, "Anna bestil revisor")
    house.keep(
        task(BOARD, "closed before", created_on=date(2026, 1, 1), closed_on=date(2026, 2, 20)),
        task(BOARD, "closed after", created_on=date(2026, 1, 1), closed_on=date(2026, 3, 2)),
        task(BOARD, "made at it", created_on=date(2026, 3, 1)),
        task(CLUB, "elsewhere", created_on=date(2026, 1, 1)),
    )
    assert [each.task.text for each in house.tasks.to_follow_up(LATER.id)] == [
        "closed after",
        given.text,
    ]
    assert house.minutes.book(LATER.id).followed_up == tuple(house.tasks.to_follow_up(LATER.id))


def test_a_task_becomes_a_line_of_the_text_and_a_task_again(house: House) -> None:
    house.minutes.write(ROOF.id, "It leaks.")
    given = house.tasks.add_line(ROOF.id, "Anna og Bo bestil tømrer 1/6")
    house.tasks.to_note(given.id)
    line = "- Anna Holm & Bo Lund: Bestil tømrer, 1.6.2026"
    assert (text_of(house), house.tasks.find()) == (f"It leaks.\n{line}", [])
    again = house.tasks.from_note(ROOF.id, line)
    assert text_of(house) == "It leaks."
    assert (again.text, again.due_on) == (given.text, given.due_on)
    assert house.tasks.get(again.id).owner_names == ("Anna Holm", "Bo Lund")
    house.journal.undo()
    house.journal.undo()
    assert (text_of(house), house.tasks.get(given.id).task) == ("It leaks.", given)


def test_a_task_under_no_item_has_no_text_to_become_part_of(house: House) -> None:
    given = house.tasks.add(task(BOARD))
    with pytest.raises(UserError, match="under no agenda item"):
        house.tasks.to_note(given.id)


def test_a_line_that_is_gone_becomes_no_task(house: House) -> None:
    house.keep(item_minutes(ROOF, "Something else"))
    with pytest.raises(UserError, match="no such line"):
        house.tasks.from_note(ROOF.id, "Anna bestil tømrer")
    assert house.tasks.find() == []


def test_once_the_minutes_are_approved_tasks_and_notes_stay_what_they_are(house: House) -> None:
    given = house.tasks.add_line(ROOF.id, "Anna bestil tømrer")
    house.keep(item_minutes(ROOF, "Ring"), replace(SITTING, state=MeetingState.APPROVED))
    with pytest.raises(UserError, match="are approved"):
        house.tasks.to_note(given.id)
    with pytest.raises(UserError, match="are approved"):
        house.tasks.from_note(ROOF.id, "Ring")


def test_a_line_typed_outside_a_meeting_belongs_to_the_board_and_counts_from_today(
    house: House,
) -> None:
    given = house.tasks.add_read(BOARD.id, "Bo bestil container i morgen")
    stored = house.tasks.get(given.id)
    assert said([stored]) == ["Bo Lund: Bestil container"]
    assert stored.task.due_on == date(2026, 3, 3)
    assert (stored.task.organisation_id, stored.task.meeting_id) == (BOARD.id, None)


def test_i_can_be_given_a_task_of_a_board_i_do_not_sit_in(house: House) -> None:
    given = house.tasks.add_read(CLUB.id, "Anna ring til kommunen")
    assert house.tasks.get(given.id).owner_names == ("Anna Holm",)


def test_text_and_owners_are_changed_in_one_step(house: House) -> None:
    given = house.tasks.add_line(ROOF.id, "Anna og Bo bestil revisor")
    before = house.tasks.get(given.id)
    changed = replace(given, text="Bestil maler")
    house.tasks.change(changed, [Named(name="Bo Lund", person_id=BO.id), Named(name="Ole")])
    after = house.tasks.get(given.id)
    assert said([after]) == ["Bo Lund+Ole: Bestil maler"]
    assert after.owners[0].id == before.owners[1].id
    house.journal.undo()
    assert house.tasks.get(given.id) == before


def _of_all_sorts(house: House) -> None:
    roof = task(BOARD, "roof", due="2026-04-01")
    boat = task(CLUB, "Båden males", due=None)
    done = task(BOARD, "done", status=TaskStatus.DONE, closed_on=date(2026, 2, 1))
    dropped = task(CLUB, "dropped", status=TaskStatus.DROPPED, closed_on=date(2026, 2, 9))
    late = task(CLUB, "late", due="2026-02-01")
    owners = [task_owner(roof, BO), task_owner(late, ANNA), task_owner(done, ANNA)]
    house.keep(roof, boat, done, dropped, late, *owners)


def test_open_tasks_are_listed_by_day_and_the_others_by_when_they_were_closed(
    house: House,
) -> None:
    _of_all_sorts(house)
    assert [each.task.text for each in house.tasks.listed(is_open=True).tasks] == [
        "late",
        "roof",
        "Båden males",
    ]
    assert [each.task.text for each in house.tasks.listed(is_open=False).tasks] == [
        "dropped",
        "done",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("roof", ["roof"]),
        ("LUND", ["roof"]),
        ("klub", ["late", "Båden males"]),
        ("BÅDEN", ["Båden males"]),
        ("klub late", ["late"]),
        ("roof late", []),
    ],
)
def test_tasks_are_found_by_text_owner_and_board(
    house: House, words: str, found: list[str]
) -> None:
    _of_all_sorts(house)
    listed = house.tasks.listed(is_open=True, words=words)
    assert [each.task.text for each in listed.tasks] == found


def test_a_list_that_was_cut_says_how_many_there_are(house: House) -> None:
    _of_all_sorts(house)
    listed = house.tasks.listed(is_open=True, limit=2)
    assert said(listed.tasks) == ["Anna Holm: late", "Bo Lund: roof"]
    assert listed.count == 3
    assert house.tasks.listed(is_open=True, limit=4).count == 3


def test_what_of_mine_is_late_is_counted(house: House) -> None:
    _of_all_sorts(house)
    assert house.tasks.count_of_mine_due() == 1
