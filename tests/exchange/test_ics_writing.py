"""Calendar files other programs read: what is in them, and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import Organisation
from boardkeeper.exchange.ics_writing import (
    Guest,
    calendar_of,
    cancellation_of,
    invitation_of,
)
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, organisation
from tests.support.laws import examples
from tests.support.strategies import any_record

CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
MEETING = meeting(
    CLUB,
    number=96,
    place="Klubhuset, Molen 7",
    link="https://meet.example.dk/96",
    purpose="Vi vælger ny mast; og hvem der betaler.",
    notes="Formanden er træt.",
    state=MeetingState.NOTICE_SENT,
)
CHAIR = Guest(name="Anna Holm", email="anna@example.dk")
BO = Guest(name='Bo "Bobby" Lund', email="bo@example.dk")


def only_event(content: bytes) -> Any:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.errors == []
    return event


def written(**changes: Any) -> Any:
    return only_event(calendar_of([replace(MEETING, **changes)], [CLUB]))


def test_an_event_says_what_a_calendar_shows() -> None:
    event = written()
    assert str(event["SUMMARY"]) == "Sejlklubben: Bestyrelsesmøde nr. 96"
    assert str(event["LOCATION"]) == "Klubhuset, Molen 7"
    assert str(event["URL"]) == "https://meet.example.dk/96"
    assert str(event["UID"]) == f"{MEETING.id}@boardkeeper"
    assert [str(each) for each in event["CATEGORIES"].cats] == ["Nørrevig Sejlklub"]
    assert str(event["DESCRIPTION"]).splitlines()[0] == MEETING.purpose
    start = event["DTSTART"]
    assert start.params["TZID"] == "Europe/Copenhagen"
    assert start.dt == MEETING.starts_at.replace(tzinfo=ZoneInfo("Europe/Copenhagen"))


def test_the_words_are_in_the_language_of_the_organisation() -> None:
    club = replace(CLUB, language=Language.ENGLISH)
    with speaking(Language.DANISH):
        event = only_event(calendar_of([MEETING], [club]))
    assert str(event["SUMMARY"]) == "Sejlklubben: Board meeting no. 96"


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (MeetingState.PLANNED, "TENTATIVE"),
        (MeetingState.NOTICE_SENT, "CONFIRMED"),
        (MeetingState.APPROVED, "CONFIRMED"),
        (MeetingState.CANCELLED, "CANCELLED"),
    ],
)
def test_the_status_follows_the_life_of_the_meeting(state: MeetingState, status: str) -> None:
    assert str(written(state=state)["STATUS"]) == status


def test_private_notes_are_not_told() -> None:
    assert "træt" not in calendar_of([MEETING], [CLUB]).decode()


def test_a_calendar_rings_a_day_and_an_hour_before_and_never_for_a_cancelled_meeting() -> None:
    rings = [each["TRIGGER"].dt for each in written().walk("VALARM")]
    assert rings == [-timedelta(days=1), -timedelta(hours=1)]
    assert written(state=MeetingState.CANCELLED).walk("VALARM") == []
    quiet = only_event(calendar_of([MEETING], [CLUB], alarms=()))
    assert quiet.walk("VALARM") == []


def test_the_sequence_is_the_count_of_changes_and_the_stamp_grows_with_it() -> None:
    first, later = written(), written(sequence=3)
    assert later["SEQUENCE"] == 3
    assert later["DTSTAMP"].dt > first["DTSTAMP"].dt


def test_the_zones_used_are_described_each_once() -> None:
    nuuk = replace(MEETING, id=meeting(CLUB).id, zone="America/Nuuk")
    file = Calendar.from_ical(calendar_of([MEETING, nuuk], [CLUB]))
    assert {str(each["TZID"]) for each in file.walk("VTIMEZONE")} == {
        "Europe/Copenhagen",
        "America/Nuuk",
    }


def test_both_days_the_clocks_change_keep_their_wall_time() -> None:
    for day in ("2026-03-29 01:30", "2026-10-25 01:30"):
        late = meeting(CLUB, day, f"{day[:11]}04:30")
        event = only_event(calendar_of([late], [CLUB]))
        assert event["DTSTART"].dt.replace(tzinfo=None) == late.starts_at
        assert event["DTEND"].dt.replace(tzinfo=None) == late.ends_at


def test_a_meeting_of_another_calendar_keeps_the_name_it_has_there() -> None:
    event = written(uid="abc@google.com", series_day=MEETING.day)
    assert str(event["UID"]) == "abc@google.com"
    assert event["RECURRENCE-ID"].dt.date() == MEETING.day


def test_same_records_same_bytes_whatever_the_order() -> None:
    other = meeting(CLUB, "2026-04-09 19:00")
    once = calendar_of([MEETING, other], [CLUB, organisation("Another")])
    assert calendar_of([other, MEETING], [CLUB]) == once


def test_lines_are_folded_by_octets_and_never_inside_a_letter() -> None:
    content = calendar_of([replace(MEETING, purpose="æøå" * 100)], [CLUB])
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_words_cannot_break_out_of_their_line() -> None:
    event = written(
        title="A\r\nATTENDEE:mailto:x@example.dk", link="https://x.dk\r\nSTATUS:CANCELLED"
    )
    assert "ATTENDEE" not in event
    assert str(event["STATUS"]) == "CONFIRMED"


def test_an_invitation_asks_those_who_are_called() -> None:
    content = invitation_of(MEETING, CLUB, CHAIR, [BO])
    assert str(Calendar.from_ical(content)["METHOD"]) == "REQUEST"
    event = only_event(content)
    assert str(event["ORGANIZER"]) == "mailto:anna@example.dk"
    assert str(event["ATTENDEE"]) == "mailto:bo@example.dk"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event["ATTENDEE"].params["CN"] == "Bo 'Bobby' Lund"


def test_a_cancellation_takes_the_meeting_back() -> None:
    content = cancellation_of(MEETING, CLUB, CHAIR, [BO])
    assert str(Calendar.from_ical(content)["METHOD"]) == "CANCEL"
    assert str(only_event(content)["STATUS"]) == "CANCELLED"
    assert only_event(content)["UID"] == only_event(invitation_of(MEETING, CLUB, CHAIR, []))["UID"]


def test_nobody_is_named_in_an_export() -> None:
    assert b"ATTENDEE" not in calendar_of([MEETING], [CLUB])
    assert b"ORGANIZER" not in calendar_of([MEETING], [CLUB])


@settings(max_examples=examples(50), deadline=None)
@given(any_record(Organisation), any_record(Meeting))
def test_any_meeting_is_written_so_that_the_library_reads_it(
    board: Organisation, sitting: Meeting
) -> None:
    sitting = replace(sitting, organisation_id=board.id)
    event = only_event(calendar_of([sitting], [board]))
    assert event["DTSTART"].dt.replace(tzinfo=None) == sitting.starts_at
