"""The life of a meeting in the head of its page, on Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from tests.support.builders import meeting, organisation
from tests.support.drivers.meetings import MeetingsDriver, Start

MORE = "More with this meeting"


def state_of(person: MeetingsDriver, sitting: Meeting) -> MeetingState:
    return person.services.meetings.get(sitting.id).state


def test_a_meeting_is_followed_to_approved_minutes_by_one_button(
    start: Start, board: Organisation
) -> None:
    sitting = meeting(board, "2026-03-02 17:00")
    person = start(board, sitting)
    person.page.open_record(sitting.id)
    person.press("Mark notice as sent")
    person.press("Mark as held")
    assert person.says("Draft minutes by Mon 9 March (in 7 days)")
    person.press("Mark draft minutes as sent")
    assert person.says("Objections by Mon 16 March")
    person.press("Approve the minutes…")
    person.press("Approve")
    assert state_of(person, sitting) is MeetingState.APPROVED


def test_a_meeting_ahead_cannot_be_marked_as_held(start: Start, board: Organisation) -> None:
    person = start(board, meeting(board, "2026-03-26 19:00", state=MeetingState.NOTICE_SENT))
    person.open("Board meeting")
    assert not person.is_offered("Mark as held")


def test_a_meeting_held_without_a_notice_on_record_is_marked_from_the_menu(
    start: Start, board: Organisation
) -> None:
    sitting = meeting(board, "2026-03-02 17:00")
    person = start(board, sitting)
    person.page.open_record(sitting.id)
    person.pick(MORE, "Mark as held")
    assert state_of(person, sitting) is MeetingState.HELD


def test_a_step_is_taken_back_from_the_menu(start: Start, board: Organisation) -> None:
    sitting = meeting(board, "2026-03-26 19:00")
    person = start(board, sitting)
    person.open("Board meeting")
    person.press("Mark notice as sent")
    person.pick(MORE, "Take back: notice sent")
    assert state_of(person, sitting) is MeetingState.PLANNED
    assert person.is_offered("Mark notice as sent")


def test_a_general_meeting_is_called_within_its_own_window(start: Start) -> None:
    company = organisation("Lanterner A/S", kind=OrganisationKind.COMPANY)
    person = start(company, meeting(company, "2026-04-09 15:00", kind=MeetingKind.GENERAL))
    person.open("Annual general meeting")
    assert person.says("Notice from Thu 12 March to Thu 26 March")
    person.press("Mark notice as sent")
    assert person.says("earlier than Thu 12 March: it was called too early.")


def test_late_minutes_are_said(start: Start, board: Organisation) -> None:
    sitting = meeting(
        board,
        "2026-02-19 19:00",
        title="Winter meeting",
        state=MeetingState.HELD,
        notice_sent_on=date(2026, 2, 1),
    )
    person = start(board, sitting)
    person.page.open_record(sitting.id)
    assert person.says("The draft minutes are late: they were to be sent by Thu 26 February.")
