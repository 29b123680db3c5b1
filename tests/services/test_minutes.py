"""Taking minutes: opened, written item by item, closed, and what the next meeting gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.minutes import ItemMinutes, Outcome
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from tests.support.builders import House, item, items, meeting, organisation, series
from tests.support.builders import house as house_of
from tests.support.minutes_builders import item_minutes, task

BOARD = organisation("Skoven", language=Language.ENGLISH)
SITTING = meeting(BOARD, state=MeetingState.NOTICE_SENT)
NEXT = meeting(BOARD, "2026-04-09 19:00")
ROW = items(SITTING, "Welcome", "Roof", "Any other business")
WELCOME, ROOF, OTHER = (each.id for each in ROW)


@pytest.fixture(name="evening")
def house_on_the_evening() -> Iterator[House]:
    """A house on the day of the meeting, at five past seven in Copenhagen."""
    with (
        time_machine.travel(datetime(2026, 3, 5, 18, 5, tzinfo=UTC), tick=False),
        house_of(BOARD, SITTING, *ROW, today=date(2026, 3, 5)) as built,
    ):
        yield built


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 3, 5, hour, minute)


def titles(house: House, of: Meeting) -> list[str]:
    return [line.item.title for line in house.agenda.of(of.id).lines]


def noted(house: House, title: str) -> ItemMinutes:
    (found,) = [each for each in house.minutes.book(SITTING.id).items if each.item.title == title]
    return found.minutes or ItemMinutes(item_id=found.item.id)


def test_opening_notes_the_time_on_the_wall_of_the_place(evening: House) -> None:
    evening.minutes.begin(SITTING.id)
    book = evening.minutes.book(SITTING.id)
    assert (book.began_at, book.is_running) == (at(19, 5), True)


def test_opening_again_changes_nothing(evening: House) -> None:
    evening.minutes.begin(SITTING.id)
    with time_machine.travel(datetime(2026, 3, 5, 19, 0, tzinfo=UTC), tick=False):
        evening.minutes.begin(SITTING.id)
    assert evening.minutes.of(SITTING.id).began_at == at(19, 5)


def test_minutes_written_up_the_day_after_take_the_planned_times() -> None:
    with (
        time_machine.travel(datetime(2026, 3, 6, 8, 0, tzinfo=UTC), tick=False),
        house_of(BOARD, SITTING, *ROW, today=date(2026, 3, 6)) as after,
    ):
        after.minutes.begin(SITTING.id)
        after.minutes.start_item(ROOF)
        after.minutes.close(SITTING.id)
        book = after.minutes.book(SITTING.id)
        assert (book.began_at, book.ended_at) == (SITTING.starts_at, SITTING.ends_at)
        assert noted(after, "Roof").began_at is None


def test_a_meeting_is_not_opened_before_its_day(house: House) -> None:
    house.keep(BOARD, SITTING, *ROW)
    with pytest.raises(UserError, match="can be opened then"):
        house.minutes.begin(SITTING.id)
    house.minutes.write(ROOF, "Prepared")
    assert noted(house, "Roof").text == "Prepared"


def test_a_cancelled_meeting_is_not_opened(evening: House) -> None:
    evening.keep(replace(SITTING, state=MeetingState.CANCELLED))
    with pytest.raises(UserError, match="was cancelled"):
        evening.minutes.begin(SITTING.id)


def test_closing_ends_the_meeting_its_running_item_and_marks_it_as_held(evening: House) -> None:
    evening.minutes.begin(SITTING.id)
    evening.minutes.start_item(ROOF)
    evening.minutes.close(SITTING.id, at(21, 10))
    book = evening.minutes.book(SITTING.id)
    assert (book.ended_at, book.meeting.state) == (at(21, 10), MeetingState.HELD)
    assert noted(evening, "Roof").ended_at == at(21, 10)
    evening.journal.undo()
    assert evening.minutes.book(SITTING.id).meeting.state is MeetingState.NOTICE_SENT


def test_closing_again_corrects_the_time_and_keeps_the_state(evening: House) -> None:
    evening.keep(replace(SITTING, state=MeetingState.DRAFT_MINUTES))
    evening.minutes.close(SITTING.id, at(21, 0))
    evening.minutes.close(SITTING.id, at(21, 30))
    book = evening.minutes.book(SITTING.id)
    assert (book.ended_at, book.meeting.state) == (at(21, 30), MeetingState.DRAFT_MINUTES)


def test_a_closed_meeting_can_go_on(evening: House) -> None:
    evening.minutes.close(SITTING.id)
    evening.minutes.reopen(SITTING.id)
    assert evening.minutes.book(SITTING.id).is_running


def test_typing_that_goes_on_is_one_step_back(evening: House) -> None:
    for text in ("T", "Th", "The roof"):
        evening.minutes.write(ROOF, text)
    assert noted(evening, "Roof").text == "The roof"
    evening.journal.undo()
    assert evening.minutes.book(SITTING.id).item(ROOF).minutes is None  # type: ignore[union-attr]
    evening.journal.redo()
    assert noted(evening, "Roof").text == "The roof"


def test_typing_under_another_item_is_another_step(evening: House) -> None:
    evening.minutes.write(ROOF, "Roof")
    evening.minutes.write(WELCOME, "Welcome")
    evening.journal.undo()
    assert (noted(evening, "Roof").text, noted(evening, "Welcome").text) == ("Roof", "")


def test_writing_nothing_under_an_item_leaves_no_trace(evening: House) -> None:
    evening.minutes.write(ROOF, "")
    assert evening.journal.undo_label is None


def test_private_notes_stand_beside_the_text(evening: House) -> None:
    evening.minutes.write(ROOF, "Public")
    evening.minutes.write_private(ROOF, "Private")
    kept = noted(evening, "Roof")
    assert (kept.text, kept.private_notes) == ("Public", "Private")
    evening.journal.undo()
    assert noted(evening, "Roof").private_notes == ""


def test_an_item_is_settled_with_a_note(evening: House) -> None:
    evening.minutes.settle(ROOF, Outcome.REFERRED, "The harbour committee")
    found = evening.minutes.book(SITTING.id).item(ROOF)
    assert found is not None
    assert (found.outcome, found.is_empty) == (Outcome.REFERRED, False)


def test_beginning_an_item_ends_the_one_before(evening: House) -> None:
    evening.minutes.begin(SITTING.id)
    evening.minutes.start_item(WELCOME)
    evening.minutes.start_item(ROOF, at(19, 20))
    assert (noted(evening, "Welcome").began_at, noted(evening, "Welcome").ended_at) == (
        at(19, 5),
        at(19, 20),
    )
    assert noted(evening, "Roof").began_at == at(19, 20)


def test_an_item_taken_up_again_goes_on_from_where_it_began(evening: House) -> None:
    evening.minutes.begin(SITTING.id)
    evening.minutes.start_item(WELCOME)
    evening.minutes.end_item(WELCOME, at(19, 10))
    with time_machine.travel(datetime(2026, 3, 5, 19, 0, tzinfo=UTC), tick=False):
        evening.minutes.start_item(WELCOME)
    assert (noted(evening, "Welcome").began_at, noted(evening, "Welcome").ended_at) == (
        at(19, 5),
        None,
    )


def test_the_times_of_an_item_are_corrected(evening: House) -> None:
    evening.minutes.time_item(ROOF, at(19, 0), at(19, 30))
    assert noted(evening, "Roof").ended_at == at(19, 30)
    evening.minutes.time_item(ROOF, None, None)
    assert noted(evening, "Roof").began_at is None


def test_an_item_that_came_up_is_marked_as_added(evening: House) -> None:
    evening.minutes.add_item(SITTING.id, "Keys", after=WELCOME)
    evening.minutes.add_item(SITTING.id, "Boats")
    assert titles(evening, SITTING) == ["Welcome", "Keys", "Roof", "Boats", "Any other business"]
    assert noted(evening, "Keys").is_added
    assert noted(evening, "Boats").is_added
    evening.journal.undo()
    assert "Boats" not in titles(evening, SITTING)


def test_an_item_added_below_another_is_a_sub_item_too(evening: House) -> None:
    below = item(SITTING, "North side", parent=ROW[1])
    evening.keep(below)
    added = evening.minutes.add_item(SITTING.id, "South side", after=below.id)
    assert added.parent_id == ROOF


def test_an_idea_is_kept_for_the_organisation_with_the_item_it_came_from(evening: House) -> None:
    kept = evening.minutes.note_idea(ROOF, " Solar cells ")
    assert (kept.organisation_id, kept.text, kept.noted_on) == (
        BOARD.id,
        "Solar cells",
        SITTING.day,
    )
    assert evening.minutes.book(SITTING.id).items[1].ideas == (kept,)


def test_minutes_as_a_whole_are_changed_field_by_field(evening: House) -> None:
    for text in ("d", "duly"):
        minutes = evening.minutes.of(SITTING.id)
        evening.minutes.change(replace(minutes, notice_statement=text))
    evening.minutes.change(replace(evening.minutes.of(SITTING.id), style=MinutesStyle.DISCUSSION))
    assert evening.minutes.book(SITTING.id).style is MinutesStyle.DISCUSSION
    evening.journal.undo()
    assert evening.minutes.of(SITTING.id).notice_statement == "duly"
    evening.journal.undo()
    assert evening.minutes.of(SITTING.id).notice_statement == ""


def test_minutes_nobody_stored_yet_are_stored_once(evening: House) -> None:
    first, second = evening.minutes.of(SITTING.id), evening.minutes.of(SITTING.id)
    evening.minutes.change(replace(first, voters=9))
    evening.minutes.change(replace(second, voters=9, proxies=2))
    minutes = evening.minutes.of(SITTING.id)
    assert (minutes.voters, minutes.proxies, minutes.id) == (9, 2, first.id)


def test_items_put_off_come_to_a_new_agenda_by_themselves(evening: House) -> None:
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    evening.minutes.close(SITTING.id)
    evening.meetings.plan(NEXT)
    assert titles(evening, NEXT)[-2:] == ["Roof", "Any other business"]
    evening.journal.undo()
    assert evening.meetings.find(NEXT.id) is None


def test_items_put_off_join_an_agenda_that_has_been_made(evening: House) -> None:
    evening.keep(NEXT, *items(NEXT, "Budget", "Any other business"))
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    passed_on = evening.minutes.close(SITTING.id)
    assert passed_on is not None
    assert (passed_on.meeting.id, passed_on.count) == (NEXT.id, 1)
    assert titles(evening, NEXT) == ["Budget", "Roof", "Any other business"]
    assert evening.minutes.close(SITTING.id) is None


def test_a_notice_that_went_out_is_left_alone_until_somebody_carries_over(evening: House) -> None:
    evening.keep(replace(NEXT, state=MeetingState.NOTICE_SENT), *items(NEXT, "Budget"))
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    assert evening.minutes.close(SITTING.id) is None
    assert evening.minutes.carry_over(SITTING.id).count == 1
    assert titles(evening, NEXT) == ["Budget", "Roof"]
    assert evening.minutes.carry_over(SITTING.id).count == 0


def test_carrying_over_makes_the_agenda_a_meeting_lacks(evening: House) -> None:
    evening.keep(NEXT)
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    evening.minutes.close(SITTING.id)
    passed_on = evening.minutes.carry_over(SITTING.id)
    assert (passed_on.meeting.id, passed_on.count) == (NEXT.id, 1)
    assert titles(evening, NEXT)[0] == "Approval of the agenda"
    assert titles(evening, NEXT).count("Roof") == 1


def test_without_a_later_meeting_there_is_nowhere_to_carry_to(evening: House) -> None:
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    with pytest.raises(UserError, match="No later meeting is planned"):
        evening.minutes.carry_over(SITTING.id)


def test_what_lies_below_an_item_put_off_comes_along_without_number_and_notes(
    evening: House,
) -> None:
    below = item(SITTING, "North side", parent=ROW[1], number="2.1", notes="Mine", purpose="Dry")
    evening.keep(below, NEXT, item(NEXT, "Budget"))
    evening.minutes.settle(ROOF, Outcome.POSTPONED)
    assert [each.title for each in evening.minutes.unfinished(SITTING.id)] == ["Roof", "North side"]
    evening.minutes.carry_over(SITTING.id)
    roof, north = evening.agenda.of(NEXT.id).lines[1:]
    assert (north.item.parent_id, north.item.purpose) == (roof.item.id, "Dry")
    assert (north.item.number, north.item.notes, north.number) == ("", "", "2.1")


def test_a_meeting_of_a_series_leaves_what_it_put_off_to_the_next_of_the_series(
    evening: House,
) -> None:
    extra = meeting(BOARD, "2026-03-20 19:00")
    evening.keep(extra, NEXT)
    assert evening.minutes.next_after(SITTING.id) == extra
    rhythm = series(BOARD)
    in_turn = replace(NEXT, series_id=rhythm.id)
    evening.keep(rhythm, replace(SITTING, series_id=rhythm.id), in_turn)
    assert evening.minutes.next_after(SITTING.id) == in_turn


def test_a_meeting_further_ahead_gets_nothing_of_itself(evening: House) -> None:
    later = meeting(BOARD, "2026-05-07 19:00")
    evening.keep(NEXT, item_minutes(ROW[1], outcome=Outcome.POSTPONED))
    evening.minutes.close(SITTING.id)
    evening.meetings.plan(later)
    assert "Roof" not in titles(evening, later)


def test_open_tasks_get_their_place_on_a_new_agenda(evening: House) -> None:
    company = replace(BOARD, kind=OrganisationKind.COMPANY)
    evening.keep(company, replace(SITTING, state=MeetingState.HELD), NEXT)
    evening.agenda.use_template(NEXT.id)
    assert "Follow-up on tasks" not in titles(evening, NEXT)
    evening.journal.undo()
    evening.keep(task(BOARD))
    evening.agenda.use_template(NEXT.id)
    assert titles(evening, NEXT)[2] == "Follow-up on tasks"
