"""Meetings: their times across changes of clocks, and what they refuse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.meetings import (
    Meeting,
    MeetingKind,
    MeetingState,
    ending,
    kind_name,
    state_name,
    title_of,
    wall_after,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, organisation

BOARD = organisation()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("starts", "ends", "minutes"),
    [
        ("2026-03-05 19:00", "2026-03-05 21:00", 120),
        ("2026-03-05 22:30", "2026-03-06 00:30", 120),
        ("2026-03-29 01:00", "2026-03-29 04:00", 120),
        ("2026-10-25 01:00", "2026-10-25 04:00", 240),
        ("2028-02-28 23:00", "2028-02-29 01:00", 120),
        ("2026-12-31 23:00", "2027-01-01 01:00", 120),
    ],
)
def test_a_meeting_lasts_the_minutes_that_really_pass(starts: str, ends: str, minutes: int) -> None:
    assert meeting(BOARD, starts, ends).minutes == minutes


def test_the_zone_decides_when_the_clocks_change() -> None:
    night = meeting(BOARD, "2026-03-29 01:00", "2026-03-29 04:00", zone="UTC")
    assert night.minutes == 180


@given(
    starts_at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
    to=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
    minutes=st.integers(1, 24 * 60),
    zone=st.sampled_from(["Europe/Copenhagen", "America/Nuuk", "Australia/Lord_Howe", "UTC"]),
)
def test_a_moved_meeting_keeps_its_length_on_the_clock(
    starts_at: datetime, to: datetime, minutes: int, zone: str
) -> None:
    length = timedelta(minutes=minutes)
    before = Meeting(
        organisation_id=BOARD.id, starts_at=starts_at, ends_at=starts_at + length, zone=zone
    )
    after = before.moved_to(to)
    assert (after.starts_at, after.ends_at, after.id) == (to, to + length, before.id)


@pytest.mark.parametrize(
    ("starts", "ends", "to", "new_end"),
    [
        ("2026-10-24 02:30", "2026-10-24 03:00", "2026-10-25 02:30", "2026-10-25 03:00"),
        ("2026-10-24 00:00", "2026-10-24 03:30", "2026-10-25 00:00", "2026-10-25 03:30"),
        ("2026-10-25 01:00", "2026-10-25 04:00", "2026-10-26 01:00", "2026-10-26 04:00"),
        ("2026-03-28 01:00", "2026-03-28 03:00", "2026-03-29 01:00", "2026-03-29 03:00"),
    ],
)
def test_a_meeting_moved_to_or_from_a_night_the_clocks_change_shows_the_same_times(
    starts: str, ends: str, to: str, new_end: str
) -> None:
    assert meeting(BOARD, starts, ends).moved_to(at(to)).ends_at == at(new_end)


@given(start=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), minutes=st.integers(0, 2880))
def test_wall_time_moves_as_utc_does(start: datetime, minutes: int) -> None:
    place = ZoneInfo("Europe/Copenhagen")
    later = start.replace(tzinfo=place).astimezone(UTC) + timedelta(minutes=minutes)
    shown = later.astimezone(place).replace(tzinfo=None, fold=0)
    assert wall_after(start, minutes, "Europe/Copenhagen") == shown


def test_the_end_a_person_asks_for_is_read_off_the_clock() -> None:
    assert ending(at("2026-03-29 01:00"), 120) == at("2026-03-29 03:00")


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("ends_at", {"ends": "2026-03-05 19:00"}),
        ("ends_at", {"ends": "2026-03-05 18:00"}),
        ("starts_at", {"starts": "2026-03-05 19:00+01:00"}),
        ("starts_at", {"starts": "1899-03-05 19:00"}),
        ("starts_at", {"starts": "2200-12-31 23:00"}),
        ("zone", {"zone": "Atlantis"}),
        ("number", {"number": 0}),
    ],
)
def test_what_cannot_be_is_refused_by_field(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refused:
        meeting(BOARD, **values)
    assert refused.value.field == field


def test_a_meeting_is_open_until_it_is_held_or_cancelled() -> None:
    open_states = {state for state in MeetingState if meeting(BOARD, state=state).is_open}
    assert open_states == {MeetingState.PLANNED, MeetingState.NOTICE_SENT}


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "Board meeting"),
        ({"number": 14}, "Board meeting no. 14"),
        ({"number": 14, "title": "Budget night"}, "Budget night"),
        ({"kind": MeetingKind.GENERAL}, "Annual general meeting"),
    ],
)
def test_a_meeting_is_called_by_its_title_or_its_kind_and_number(
    fields: dict[str, Any], title: str
) -> None:
    assert title_of(meeting(BOARD, **fields)) == title


def test_kinds_and_states_have_their_own_words_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({kind_name(kind) for kind in MeetingKind}) == len(MeetingKind)
            assert len({state_name(state) for state in MeetingState}) == len(MeetingState)
