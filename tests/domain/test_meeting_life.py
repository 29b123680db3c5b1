"""The life of a meeting, seen on Monday 2 March 2026. The tables are worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boardkeeper.domain.deadlines import Days
from boardkeeper.domain.meeting_life import (
    advanced,
    next_step,
    standing_of,
    state_before,
    steps_of,
    taken_back,
)
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.rules import BOARD_RULES, RuleName, default_days
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, organisation

TODAY = date(2026, 3, 2)
BOARD = organisation()

PLANNED = MeetingState.PLANNED
SENT = MeetingState.NOTICE_SENT
HELD = MeetingState.HELD
DRAFT = MeetingState.DRAFT_MINUTES
APPROVED = MeetingState.APPROVED
CANCELLED = MeetingState.CANCELLED

ALLOWED = {
    (PLANNED, SENT),
    (PLANNED, HELD),
    (PLANNED, CANCELLED),
    (SENT, HELD),
    (SENT, CANCELLED),
    (HELD, DRAFT),
    (DRAFT, APPROVED),
}


def usual(kind: OrganisationKind, **own: int) -> Days:
    """The days of a kind, some of them its own."""
    return lambda _of, rule: own.get(rule.value, default_days(kind, rule))


COMPANY = usual(OrganisationKind.COMPANY)
CLUB = usual(OrganisationKind.ASSOCIATION)
NETWORK = usual(OrganisationKind.NETWORK)


def sitting(day: str, state: MeetingState = PLANNED, sent: str = "", **rest: Any) -> Meeting:
    sent_on = date.fromisoformat(sent) if sent else None
    return meeting(BOARD, f"{day} 19:00", state=state, notice_sent_on=sent_on, **rest)


def general(day: str, state: MeetingState = PLANNED, sent: str = "") -> Meeting:
    return sitting(day, state, sent, kind=MeetingKind.GENERAL)


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("wanted", MeetingState)
def test_a_meeting_goes_on_only_where_its_life_leads(
    state: MeetingState, wanted: MeetingState
) -> None:
    today = sitting("2026-03-02", state)
    if (state, wanted) in ALLOWED:
        assert advanced(today, wanted, TODAY) == replace(today, state=wanted)
        assert wanted in steps_of(today, TODAY)
    else:
        with pytest.raises(UserError):
            advanced(today, wanted, TODAY)
        assert wanted not in steps_of(today, TODAY)


def test_a_meeting_cannot_have_been_held_before_its_day() -> None:
    with pytest.raises(UserError, match="Tue 3 March and cannot have been held yet"):
        advanced(sitting("2026-03-03", SENT), HELD, TODAY)


@pytest.mark.parametrize(
    ("day", "state", "step"),
    [
        ("2026-03-12", PLANNED, SENT),
        ("2026-03-02", PLANNED, SENT),
        ("2026-03-01", PLANNED, HELD),
        ("2026-03-12", SENT, None),
        ("2026-03-02", SENT, HELD),
        ("2026-03-01", SENT, HELD),
        ("2026-03-01", HELD, DRAFT),
        ("2026-03-01", DRAFT, APPROVED),
        ("2026-03-01", APPROVED, None),
        ("2026-03-12", CANCELLED, None),
    ],
)
def test_the_next_step_is_the_natural_one(
    day: str, state: MeetingState, step: MeetingState | None
) -> None:
    assert next_step(sitting(day, state), TODAY) is step


@pytest.mark.parametrize(
    ("state", "sent", "before"),
    [
        (PLANNED, "", None),
        (SENT, "2026-02-20", PLANNED),
        (HELD, "2026-02-20", SENT),
        (HELD, "", PLANNED),
        (DRAFT, "2026-02-20", HELD),
        (APPROVED, "2026-02-20", DRAFT),
        (CANCELLED, "2026-02-20", SENT),
        (CANCELLED, "", PLANNED),
    ],
)
def test_a_step_back_leads_to_where_the_meeting_came_from(
    state: MeetingState, sent: str, before: MeetingState | None
) -> None:
    assert state_before(sitting("2026-03-01", state, sent)) is before


@pytest.mark.parametrize(("before", "after"), sorted(ALLOWED))
def test_taking_a_step_back_leaves_the_meeting_as_it_was(
    before: MeetingState, after: MeetingState
) -> None:
    sent = "" if before is PLANNED else "2026-02-20"
    first = sitting("2026-03-02", before, sent)
    then = advanced(first, after, TODAY)
    if after is SENT:
        then = replace(then, notice_sent_on=TODAY)
    assert taken_back(then) == first


@pytest.mark.parametrize(
    ("days", "what", "text", "is_late"),
    [
        # A club: notice 7 days, items 10.
        (
            CLUB,
            sitting("2026-03-26"),
            "Notice by Thu 19 March (in 17 days) · items by Mon 16 March",
            False,
        ),
        (CLUB, sitting("2026-03-10"), "Notice by Tue 3 March (tomorrow)", False),
        (CLUB, sitting("2026-03-09"), "Notice by Mon 2 March (today)", False),
        (
            CLUB,
            sitting("2026-03-08"),
            "The notice is late: it was to be sent by Sun 1 March.",
            True,
        ),
        (
            CLUB,
            sitting("2026-03-26", SENT, "2026-03-01"),
            "Notice sent Sun 1 March · items by Mon 16 March",
            False,
        ),
        (CLUB, sitting("2026-03-09", SENT, "2026-03-02"), "Notice sent Mon 2 March", False),
        (
            CLUB,
            sitting("2026-03-08", SENT, "2026-03-02"),
            "Notice sent Mon 2 March, later than Sun 1 March: it was called with shortened notice.",
            True,
        ),
        (CLUB, sitting("2026-03-09", SENT), "Notice sent", False),
        (
            CLUB,
            sitting("2026-03-01"),
            "The day has passed. Mark the meeting as held, or cancel it.",
            False,
        ),
        (
            CLUB,
            sitting("2026-03-01", SENT, "2026-02-20"),
            "The day has passed. Mark the meeting as held, or cancel it.",
            False,
        ),
        # Minutes: draft 7 days, objections 7.
        (CLUB, sitting("2026-03-01", HELD), "Draft minutes by Sun 8 March (in 6 days)", False),
        (CLUB, sitting("2026-02-23", HELD), "Draft minutes by Mon 2 March (today)", False),
        (
            CLUB,
            sitting("2026-02-22", HELD),
            "The draft minutes are late: they were to be sent by Sun 1 March.",
            True,
        ),
        (
            CLUB,
            sitting("2026-02-22", DRAFT),
            (
                "Objections by Sun 8 March (in 6 days), then the minutes count as approved."
                " Counted from Sun 1 March, the last day for the draft."
            ),
            False,
        ),
        (
            CLUB,
            sitting("2026-02-15", DRAFT),
            "The time for objections ended Sun 1 March: the minutes count as approved.",
            False,
        ),
        (CLUB, sitting("2026-02-15", APPROVED), "", False),
        (CLUB, sitting("2026-03-26", CANCELLED), "", False),
        # A club's general meeting: notice 14 days, proposals 8.
        (
            CLUB,
            general("2026-03-26"),
            "Notice by Thu 12 March (in 10 days) · proposals by Wed 18 March",
            False,
        ),
        (
            CLUB,
            general("2026-03-12"),
            "The notice is late: it was to be sent by Thu 26 February.",
            True,
        ),
        (CLUB, general("2026-02-20", HELD), "", False),
        # A company's general meeting: notice from 28 to 14 days, minutes after 14.
        (
            COMPANY,
            general("2026-04-09"),
            "Notice from Thu 12 March to Thu 26 March",
            False,
        ),
        (COMPANY, general("2026-03-30"), "Notice by Mon 16 March (in 14 days)", False),
        (COMPANY, general("2026-03-16"), "Notice by Mon 2 March (today)", False),
        (
            COMPANY,
            general("2026-03-15"),
            "The notice is late: it was to be sent by Sun 1 March.",
            True,
        ),
        (COMPANY, general("2026-03-30", SENT, "2026-03-02"), "Notice sent Mon 2 March", False),
        (
            COMPANY,
            general("2026-03-31", SENT, "2026-03-02"),
            "Notice sent Mon 2 March, earlier than Tue 3 March: it was called too early.",
            True,
        ),
        (
            COMPANY,
            general("2026-03-15", SENT, "2026-03-02"),
            "Notice sent Mon 2 March, later than Sun 1 March: it was called with shortened notice.",
            True,
        ),
        (
            COMPANY,
            general("2026-02-20", HELD),
            "Minutes available by Fri 6 March (on Friday)",
            False,
        ),
        (
            COMPANY,
            general("2026-02-15", DRAFT),
            "The minutes are late: they were to be available by Sun 1 March.",
            True,
        ),
        (COMPANY, general("2026-02-15", APPROVED), "", False),
        # A network keeps no deadlines.
        (NETWORK, sitting("2026-03-05"), "", False),
        (NETWORK, sitting("2026-03-05", SENT, "2026-03-04"), "Notice sent Wed 4 March", False),
        (NETWORK, sitting("2026-03-01", HELD), "", False),
        (NETWORK, sitting("2026-03-01", DRAFT), "", False),
        # Papers with days of their own.
        (
            usual(OrganisationKind.ASSOCIATION, papers=4),
            sitting("2026-03-20"),
            "Notice by Fri 13 March (in 11 days) · items by Tue 10 March · papers by Mon 16 March",
            False,
        ),
    ],
)
def test_a_meeting_says_what_its_rules_ask_for(
    days: Days, what: Meeting, text: str, is_late: bool
) -> None:
    standing = standing_of(what, days, TODAY)
    assert (standing.text, standing.is_late) == (text, is_late)


def test_everything_is_said_in_danish_too() -> None:
    with speaking(Language.DANISH):
        assert standing_of(general("2026-04-09"), COMPANY, TODAY).text == (
            "Indkaldes mellem tor. 12. marts og tor. 26. marts"
        )
        assert standing_of(sitting("2026-03-26"), CLUB, TODAY).text == (
            "Indkaldes senest tor. 19. marts (om 17 dage) · punkter senest man. 16. marts"
        )


def test_29_february_counts_as_a_day() -> None:
    leap = meeting(BOARD, "2028-02-26 19:00", state=HELD)
    assert "Sat 4 March" in standing_of(leap, CLUB, date(2028, 2, 27)).text


def test_a_general_meeting_never_asks_for_the_boards_rules() -> None:
    asked: list[RuleName] = []

    def days(_of: object, rule: RuleName) -> int:
        asked.append(rule)
        return 7

    standing_of(general("2026-04-30"), days, TODAY)
    assert not set(asked) & set(BOARD_RULES)
