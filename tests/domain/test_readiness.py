"""What a meeting lacks, seen from Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.agenda import laid_out
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.readiness import lacks_of
from tests.support.builders import items, meeting, organisation

TODAY = date(2026, 3, 2)
BOARD = organisation()
READY = {"place": "Hall", "purpose": "To agree", "state": MeetingState.NOTICE_SENT}


def lacks(sitting: Meeting, *titles: str, minutes: int = 10, notice_by: str = "") -> list[str]:
    agenda = laid_out(sitting, items(sitting, *titles, minutes=minutes))
    by = date.fromisoformat(notice_by) if notice_by else None
    return [lack.text for lack in lacks_of(sitting, agenda, by, TODAY)]


def test_a_meeting_with_everything_lacks_nothing() -> None:
    assert lacks(meeting(BOARD, **READY), "Budget") == []


def test_a_notice_is_asked_for_by_its_day() -> None:
    sitting = meeting(BOARD, **{**READY, "state": MeetingState.PLANNED})
    assert lacks(sitting, "Budget", notice_by="2026-03-05") == [
        "The notice has not been sent. It is due on Thu 5 March."
    ]


def test_a_notice_past_its_day_is_late() -> None:
    sitting = meeting(BOARD, **{**READY, "state": MeetingState.PLANNED})
    agenda = laid_out(sitting, items(sitting, "Budget"))
    (lack,) = lacks_of(sitting, agenda, date(2026, 2, 27), TODAY)
    assert lack.is_late
    assert lack.text == "The notice was due on Fri 27 February and is not marked as sent."


def test_without_a_rule_no_notice_is_asked_for() -> None:
    assert lacks(meeting(BOARD, **{**READY, "state": MeetingState.PLANNED}), "Budget") == []


def test_an_agenda_too_long_says_by_how_much() -> None:
    sitting = meeting(BOARD, **READY)
    assert lacks(sitting, "One", "Two", minutes=75) == [
        "The agenda is 30 min longer than the meeting."
    ]


def test_a_link_is_a_place() -> None:
    sitting = meeting(BOARD, **{**READY, "place": "", "link": "https://meet.example"})
    assert lacks(sitting, "Budget") == []


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_a_meeting_that_is_over_lacks_nothing_any_more(state: MeetingState) -> None:
    assert lacks(meeting(BOARD, state=state)) == []
