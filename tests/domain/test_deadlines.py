"""What is due within thirty days of Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.deadlines import (
    DeadlineKind,
    deadline_name,
    deadlines_of_meetings,
    deadlines_of_terms,
)
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rules import RuleName
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, membership, organisation, person, term

TODAY = date(2026, 3, 2)
BOARD = organisation()


def days(_of: OrganisationId, rule: RuleName) -> int:
    return {
        RuleName.NOTICE: 7,
        RuleName.ITEMS_IN: 10,
        RuleName.PAPERS: 7,
        RuleName.DRAFT_MINUTES: 7,
        RuleName.OBJECTIONS: 4,
        RuleName.GENERAL_NOTICE_EARLIEST: 28,
        RuleName.GENERAL_NOTICE: 14,
        RuleName.GENERAL_PROPOSALS: 8,
        RuleName.GENERAL_MINUTES: 14,
    }[rule]


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


@pytest.mark.parametrize(
    ("starts", "state", "expected"),
    [
        ("2026-03-01", MeetingState.HELD, ("2026-03-08", DeadlineKind.DRAFT_MINUTES, False)),
        ("2026-02-23", MeetingState.HELD, ("2026-03-02", DeadlineKind.DRAFT_MINUTES, False)),
        ("2026-02-22", MeetingState.HELD, ("2026-03-01", DeadlineKind.DRAFT_MINUTES, True)),
        ("2025-02-22", MeetingState.HELD, ("2025-03-01", DeadlineKind.DRAFT_MINUTES, True)),
        ("2026-03-01", MeetingState.DRAFT_MINUTES, ("2026-03-12", DeadlineKind.OBJECTIONS, False)),
        ("2026-02-19", MeetingState.DRAFT_MINUTES, ("2026-03-02", DeadlineKind.OBJECTIONS, False)),
        ("2026-02-18", MeetingState.DRAFT_MINUTES, None),
        ("2026-03-01", MeetingState.APPROVED, None),
        ("2026-03-01", MeetingState.PLANNED, None),
        ("2026-03-01", MeetingState.NOTICE_SENT, None),
        ("2026-03-01", MeetingState.CANCELLED, None),
    ],
)
def test_a_meeting_that_has_been_held_asks_for_its_minutes(
    starts: str, state: MeetingState, expected: tuple[str, DeadlineKind, bool] | None
) -> None:
    sitting = meeting(BOARD, f"{starts} 19:00", state=state)
    assert due(sitting) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("starts", "state", "expected"),
    [
        (
            "2026-03-26",
            MeetingState.PLANNED,
            [
                ("2026-03-12", DeadlineKind.NOTICE, False),
                ("2026-03-18", DeadlineKind.PROPOSALS, False),
            ],
        ),
        (
            "2026-03-12",
            MeetingState.PLANNED,
            [
                ("2026-02-26", DeadlineKind.NOTICE, True),
                ("2026-03-04", DeadlineKind.PROPOSALS, False),
            ],
        ),
        ("2026-03-26", MeetingState.NOTICE_SENT, [("2026-03-18", DeadlineKind.PROPOSALS, False)]),
        ("2026-02-20", MeetingState.HELD, [("2026-03-06", DeadlineKind.MINUTES_AVAILABLE, False)]),
        (
            "2026-02-01",
            MeetingState.DRAFT_MINUTES,
            [("2026-02-15", DeadlineKind.MINUTES_AVAILABLE, True)],
        ),
        ("2026-02-20", MeetingState.APPROVED, []),
    ],
)
@pytest.mark.parametrize("kind", [MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL])
def test_a_general_meeting_has_a_window_of_its_own(
    kind: MeetingKind,
    starts: str,
    state: MeetingState,
    expected: list[tuple[str, DeadlineKind, bool]],
) -> None:
    assert due(meeting(BOARD, f"{starts} 19:00", state=state, kind=kind)) == expected


def test_papers_are_due_by_themselves_where_they_have_days_of_their_own() -> None:
    sitting = meeting(BOARD, "2026-03-20 19:00", state=MeetingState.NOTICE_SENT)
    found = deadlines_of_meetings(
        [sitting], lambda of, rule: 5 if rule is RuleName.PAPERS else days(of, rule), TODAY
    )
    assert [(each.on.isoformat(), each.kind) for each in found] == [
        ("2026-03-10", DeadlineKind.ITEMS_IN),
        ("2026-03-15", DeadlineKind.PAPERS),
    ]


def test_every_deadline_has_its_own_name_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({deadline_name(kind) for kind in DeadlineKind}) == len(DeadlineKind)


def test_terms_that_end_and_elections_that_come_are_due() -> None:
    seat = membership(person(), BOARD)
    coming = term(seat, ends="2026-03-31", up_for_election_on=date(2026, 3, 20))
    later = term(seat, ends="2027-03-31")
    found = deadlines_of_terms(seat, [coming, later], TODAY)
    assert [(each.on.isoformat(), each.kind) for each in found] == [
        ("2026-03-20", DeadlineKind.ELECTION),
        ("2026-03-31", DeadlineKind.TERM_ENDS),
    ]
