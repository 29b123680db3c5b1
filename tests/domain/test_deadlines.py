"""What is due within thirty days of Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.deadlines import (
    DeadlineKind,
    deadlines_of_meetings,
    deadlines_of_terms,
)
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rules import RuleName
from tests.support.builders import meeting, membership, organisation, person, term

TODAY = date(2026, 3, 2)
BOARD = organisation()


def days(_of: OrganisationId, rule: RuleName) -> int:
    return {RuleName.NOTICE: 7, RuleName.ITEMS_IN: 10}[rule]


def due(*sittings: Meeting) -> list[tuple[str, DeadlineKind, bool]]:
    found = deadlines_of_meetings(sittings, days, TODAY)
    return [(each.on.isoformat(), each.kind, each.is_late) for each in found]


def test_a_meeting_asks_for_its_notice_and_for_items() -> None:
    assert due(meeting(BOARD, "2026-03-20 19:00")) == [
        ("2026-03-13", DeadlineKind.NOTICE, False),
        ("2026-03-10", DeadlineKind.ITEMS_IN, False),
    ]


def test_a_notice_that_is_late_stays_and_a_past_day_for_items_does_not() -> None:
    assert due(meeting(BOARD, "2026-03-05 19:00")) == [("2026-02-26", DeadlineKind.NOTICE, True)]


def test_a_notice_that_is_sent_is_no_longer_due() -> None:
    sent = meeting(BOARD, "2026-03-05 19:00", state=MeetingState.NOTICE_SENT)
    assert due(sent) == []


def test_a_meeting_that_is_over_or_cancelled_asks_for_nothing() -> None:
    past = meeting(BOARD, "2026-03-01 19:00")
    cancelled = meeting(BOARD, "2026-03-20 19:00", state=MeetingState.CANCELLED)
    assert due(past, cancelled) == []


def test_what_is_due_later_than_thirty_days_waits() -> None:
    assert due(meeting(BOARD, "2026-04-20 19:00")) == []
    assert due(meeting(BOARD, "2026-04-08 19:00"))[0] == (
        "2026-04-01",
        DeadlineKind.NOTICE,
        False,
    )


def test_a_rule_of_no_days_is_no_deadline() -> None:
    sitting = meeting(BOARD, "2026-03-20 19:00")
    assert deadlines_of_meetings([sitting], lambda _of, _rule: 0, TODAY) == []


def test_terms_that_end_and_elections_that_come_are_due() -> None:
    seat = membership(person(), BOARD)
    coming = term(seat, ends="2026-03-31", up_for_election_on=date(2026, 3, 20))
    later = term(seat, ends="2027-03-31")
    found = deadlines_of_terms(seat, [coming, later], TODAY)
    assert [(each.on.isoformat(), each.kind) for each in found] == [
        ("2026-03-20", DeadlineKind.ELECTION),
        ("2026-03-31", DeadlineKind.TERM_ENDS),
    ]
