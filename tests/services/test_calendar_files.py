"""Calendars out and in: what is new, what has changed, whose it is, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from boardkeeper.domain.changes import Change, ChangeSet
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_writing import calendar_of
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.calendar_files import CalendarFileService, Preview, shows_in_calendars
from boardkeeper.services.calendar_matching import EventKey, Standing
from boardkeeper.services.interchange import Imported
from tests.support.builders import House, house, item, meeting, membership, organisation, person
from tests.support.calendars import FILES, calendar, event
from tests.support.laws import examples
from tests.support.strategies import any_record

CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK, zone="Atlantic/Faroe")
ZONES = ("Europe/Copenhagen", "UTC", "America/Nuuk")


def two_hundred() -> list[Meeting]:
    """Meetings of every kind and state, through the year and both changes of clocks."""
    kinds, states = list(MeetingKind), list(MeetingState)
    return [
        meeting(
            CLUB if each % 2 else GROUP,
            f"2026-{1 + each % 12:02}-{1 + each % 28:02} {7 + each % 12:02}:15",
            kind=kinds[each % len(kinds)],
            state=states[each % len(states)],
            number=each or None,
            title="" if each % 3 else f"Møde; med, tegn\\n nr. {each}",
            zone=ZONES[each % 3],
            place="Klubhuset\nMolen 7" if each % 2 else "",
            link=("", "https://meet.example.dk/a?b=c", "Teams")[each % 3],
            purpose="" if each % 4 else "Hvorfor mødes vi?\n\nFordi.",
            refreshments="Kaffe" if each % 5 else "",
            travel_note="P-plads bag huset" if each % 7 else "",
            notice_sent_on=date(2026, 1, 2) if each % 2 else None,
            sequence=each % 4,
            uid="" if each % 10 else f"{each}@google.com",
            series_day=None if each % 20 else date(2026, 3, 5),
        )
        for each in range(200)
    ]


def preview_of(home: House, *events: str, organisation: Organisation | None = None) -> Preview:
    chosen = None if organisation is None else organisation.id
    return home.calendar_files.preview(calendar(*events), chosen)


def test_two_hundred_meetings_out_and_into_an_empty_folder_are_equal(tmp_path: Path) -> None:
    path = tmp_path / "all.ics"
    meetings = two_hundred()
    with house(CLUB, GROUP, *meetings) as home:
        assert home.calendar_files.export_to(path) == 200
        assert home.calendar_files.preview(path).counts == {Standing.SAME: 200}
    with house() as empty:
        preview = empty.calendar_files.preview(path)
        assert empty.everything() == []
        assert empty.calendar_files.store(preview) == Imported(200, 0, 0)
        assert set(empty.meetings.all()) == set(meetings)
        assert {each.name for each in empty.organisations.all()} == {CLUB.name, GROUP.name}
        again = empty.calendar_files.preview(path)
        assert again.counts == {Standing.SAME: 200}
        assert empty.calendar_files.store(again) == Imported(0, 0, 200)
        empty.journal.undo()
        assert empty.everything() == []


WRITABLE = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n"), max_size=30
)


@settings(max_examples=examples(30), deadline=None)
@given(any_record(Meeting), WRITABLE, WRITABLE, WRITABLE)
def test_any_meeting_comes_back_as_it_was(any_one: Meeting, a: str, b: str, c: str) -> None:
    own = replace(
        any_one,
        organisation_id=CLUB.id,
        title=a,
        purpose=b,
        place=c,
        refreshments=a,
        travel_note=b,
        link=c,
        notes="",
        chair_id=None,
        minute_taker_id=None,
        series_id=None,
        series_day=None,
        uid="",
    )
    with house() as empty:
        empty.calendar_files.store(empty.calendar_files.preview(calendar_of([own], [CLUB])))
        assert empty.meetings.all() == [own]


@pytest.mark.parametrize("name", ["outlook", "google", "apple", "thunderbird", "nextcloud"])
def test_the_files_of_the_calendars_of_the_world_are_taken_in_once(name: str) -> None:
    club = organisation("Sejlklubben Ægir")
    content = (FILES / f"{name}.ics").read_bytes()
    with house(club) as home:
        first = home.calendar_files.preview(content)
        assert first.counts[Standing.UNPLACED] == 0
        home.calendar_files.store(first)
        stored = home.meetings.all()
        assert len(stored) == first.counts[Standing.NEW] > 0
        again = home.calendar_files.preview(content)
        assert not again.changes_something
        home.calendar_files.store(again)
        assert home.meetings.all() == stored


def test_a_preview_stores_nothing(house: House) -> None:
    house.keep(CLUB)
    assert preview_of(house, event("CATEGORIES:Sejlklubben")).counts == {Standing.NEW: 1}
    assert house.meetings.all() == []


@pytest.mark.parametrize(
    "lines",
    [
        ("CATEGORIES:Økonomi,nørrevig sejlklub",),
        ("SUMMARY:Sejlklubben: Budget",),
        ("SUMMARY:sejlklubben – Budget",),
        ("SUMMARY:Møde i Nørrevig Sejlklub om budget",),
        ("ORGANIZER;CN=Nørrevig Sejlklub:mailto:info@example.dk",),
        ("LOCATION:Sejlklubben\\, Molen 7",),
    ],
)
def test_the_organisation_is_known_by_what_the_event_says(
    house: House, lines: tuple[str, ...]
) -> None:
    house.keep(CLUB, GROUP)
    (row,) = preview_of(house, event(*lines)).rows
    assert row.organisation == CLUB


def test_the_name_of_a_calendar_tells_whose_it_is(house: House) -> None:
    house.keep(CLUB, GROUP)
    content = calendar(event(), head="X-WR-CALNAME:Kvart over Syv\r\n")
    (row,) = house.calendar_files.preview(content).rows
    assert row.organisation == GROUP


def test_the_name_is_taken_off_the_title(house: House) -> None:
    house.keep(CLUB)
    (row,) = preview_of(house, event("SUMMARY:Sejlklubben: Budget")).rows
    assert row.meeting is not None
    assert row.meeting.title == "Budget"


def test_what_names_nobody_is_asked_about_and_goes_where_one_says(house: House) -> None:
    house.keep(CLUB, GROUP)
    preview = preview_of(house, event("SUMMARY:Tandlæge"))
    assert preview.counts == {Standing.UNPLACED: 1}
    assert preview.in_words().endswith("1 names none of your organisations.")
    house.calendar_files.store(preview)
    assert house.meetings.all() == []
    chosen = preview_of(house, event("SUMMARY:Havnen"), organisation=CLUB)
    assert chosen.rows[0].organisation == CLUB


def test_a_name_two_organisations_share_tells_nothing(house: House) -> None:
    house.keep(organisation("Klubben"), organisation("Klubben"))
    assert preview_of(house, event("SUMMARY:Klubben: Budget")).counts == {Standing.UNPLACED: 1}


def test_a_moved_event_moves_its_meeting_and_leaves_what_is_ours_alone(house: House) -> None:
    house.keep(CLUB)
    house.calendar_files.store(preview_of(house, event(), organisation=CLUB))
    (stored,) = house.meetings.all()
    kept = replace(stored, notes="Husk nøglen", state=MeetingState.NOTICE_SENT)
    house.keep(kept, item(kept))
    moved = event("SEQUENCE:1", "LOCATION:Rådhuset", start="20260306T180000", end="20260306T190000")
    preview = preview_of(house, moved)
    assert preview.counts == {Standing.CHANGED: 1}
    house.calendar_files.store(preview)
    assert house.meetings.all() == [
        replace(
            kept,
            starts_at=datetime(2026, 3, 6, 18),
            ends_at=datetime(2026, 3, 6, 19),
            place="Rådhuset",
            sequence=1,
        )
    ]
    house.journal.undo()
    assert house.meetings.all() == [kept]


def test_an_older_word_of_an_event_changes_nothing(house: House) -> None:
    house.keep(CLUB, meeting(CLUB, uid="1@example.dk", sequence=2, place="Rådhuset"))
    assert preview_of(house, event("SEQUENCE:1")).counts == {Standing.SAME: 1}


def test_a_cancelled_event_calls_its_meeting_off_and_one_never_heard_of_is_left_out(
    house: House,
) -> None:
    house.keep(CLUB, meeting(CLUB, uid="1@example.dk"))
    off = "STATUS:CANCELLED"
    preview = preview_of(house, event(off), event(off, "UID:2", "CATEGORIES:Sejlklubben"))
    assert preview.counts == {Standing.CHANGED: 1, Standing.SAME: 1}
    house.calendar_files.store(preview)
    assert [each.state for each in house.meetings.all()] == [MeetingState.CANCELLED]


def test_a_series_called_off_at_once_takes_all_its_meetings_with_it(house: House) -> None:
    house.keep(CLUB)
    series = event("RRULE:FREQ=WEEKLY;COUNT=3")
    house.calendar_files.store(preview_of(house, series, organisation=CLUB))
    house.calendar_files.store(preview_of(house, event("STATUS:CANCELLED", "SEQUENCE:1")))
    assert [each.state for each in house.meetings.all()] == [MeetingState.CANCELLED] * 3


def test_our_own_invitation_that_comes_back_is_the_same_meeting(house: House) -> None:
    sitting = meeting(CLUB, number=96)
    house.keep(CLUB, sitting)
    home = event(f"UID:{sitting.id}@boardkeeper", "SUMMARY:Sejlklubben: Bestyrelsesmøde nr. 96")
    (row,) = preview_of(house, home).rows
    assert row.standing is Standing.SAME


def test_times_of_no_zone_and_of_utc_are_told_in_the_place_of_the_organisation(
    house: House,
) -> None:
    house.keep(GROUP)
    preview = preview_of(
        house,
        event("UID:a", "DTSTART:20260305T190000", "DURATION:PT1H"),
        event("UID:b", "DTSTART:20260705T190000Z", "DURATION:PT1H"),
        organisation=GROUP,
    )
    found = [row.meeting for row in preview.rows if row.meeting]
    assert [(each.zone, each.starts_at.hour) for each in found] == [
        ("Atlantic/Faroe", 19),
        ("Atlantic/Faroe", 20),
    ]


def test_an_event_without_an_end_lasts_as_long_as_the_organisation_usually_meets(
    house: House,
) -> None:
    house.keep(replace(CLUB, usual_minutes=90))
    content = calendar(event()).replace(b"DTEND;TZID=Europe/Copenhagen:20260305T210000\r\n", b"")
    (row,) = house.calendar_files.preview(content, CLUB.id).rows
    assert row.meeting is not None
    assert row.meeting.minutes == 90


def test_what_cannot_be_a_meeting_is_shown_with_its_reason(house: House) -> None:
    house.keep(CLUB)
    preview = preview_of(
        house,
        event("UID:a", "CATEGORIES:Sejlklubben"),
        event("UID:b", "SUMMARY:Ferie", "DTSTART;VALUE=DATE:20260305"),
        event("UID:c", "CATEGORIES:Sejlklubben", start="18000101T190000", end="18000101T200000"),
    )
    assert preview.in_words() == (
        "1 new, 0 changed, 0 the same as before. 2 could not be read as meetings."
    )
    assert [row.reason for row in preview.of(Standing.UNREADABLE)] == [
        "A meeting lies between the years 1900 and 2200.",
        "It lasts all day, and a meeting has a time of day. Plan it by hand.",
    ]


def test_a_meeting_changed_since_the_preview_is_not_overwritten(house: House) -> None:
    sitting = meeting(CLUB, uid="1@example.dk")
    house.keep(CLUB, sitting)
    preview = preview_of(house, event("LOCATION:Rådhuset"))
    house.keep(replace(sitting, place="Hos Anna"))
    with pytest.raises(UserError, match="have changed since the preview"):
        house.calendar_files.store(preview)
    assert house.meetings.get(sitting.id).place == "Hos Anna"


def test_a_file_of_a_board_one_has_brings_no_second_board(house: House) -> None:
    mine = organisation(CLUB.name)
    house.keep(mine)
    preview = house.calendar_files.preview(calendar_of([meeting(CLUB)], [CLUB]))
    assert preview.new_organisations == ()
    assert preview.rows[0].organisation == mine


def test_no_such_file_is_told_in_words(house: House, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"“all\.ics” could not be read"):
        house.calendar_files.preview(tmp_path / "all.ics")


def test_a_file_too_large_is_not_even_opened(house: House, tmp_path: Path) -> None:
    path = tmp_path / "huge.ics"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(UserError, match="larger than 20 MB"):
        house.calendar_files.preview(path)


def test_no_word_of_the_agenda_leaves_the_house(house: House, tmp_path: Path) -> None:
    sitting = meeting(CLUB)
    house.keep(CLUB, sitting, item(sitting, "Lønforhandling", is_closed=True))
    house.calendar_files.export_to(tmp_path / "all.ics")
    assert "Lønforhandling" not in (tmp_path / "all.ics").read_text(encoding="utf-8")


def test_the_export_of_one_organisation_holds_its_meetings_only(
    house: House, tmp_path: Path
) -> None:
    house.keep(CLUB, GROUP, meeting(CLUB), meeting(GROUP))
    assert house.calendar_files.export_to(tmp_path / "club.ics", CLUB.id) == 1


def test_an_invitation_goes_to_those_who_sit_there(house: House) -> None:
    me = person("Anna Holm", email="anna@example.dk", is_me=True)
    bo, carl = person("Bo Lund", email="bo@example.dk"), person("Carl")
    sitting = meeting(CLUB)
    seats = [membership(each, CLUB) for each in (me, bo, carl)]
    house.keep(CLUB, me, bo, carl, *seats, sitting)
    document = house.calendar_files.invitation(sitting.id)
    assert document.file_name == "2026-03-05_Sejlklubben_Bestyrelsesmoede_Indkaldelse.ics"
    (asked,) = Calendar.from_ical(document.content).walk("VEVENT")
    assert str(asked["ORGANIZER"]) == "mailto:anna@example.dk"
    assert str(asked["ATTENDEE"]) == "mailto:bo@example.dk"
    assert b"METHOD:CANCEL" in house.calendar_files.cancellation(sitting.id).content


def test_nobody_can_call_a_meeting_without_an_address(house: House) -> None:
    sitting = meeting(CLUB)
    house.keep(CLUB, sitting, person("Anna", is_me=True))
    with pytest.raises(UserError, match="names who calls the meeting"):
        house.calendar_files.invitation(sitting.id)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_published_folder_holds_one_file_for_each_and_one_for_all(
    house: House, tmp_path: Path
) -> None:
    old = meeting(CLUB, "2024-01-10 19:00", title="Gammelt")
    house.keep(CLUB, GROUP, old, meeting(CLUB), meeting(GROUP))
    assert house.calendar_files.publish(tmp_path / "calendars") == 3
    folder = tmp_path / "calendars"
    assert names(folder) == ["BoardKeeper.ics", "Kvart-over-Syv.ics", "Sejlklubben.ics"]
    assert (folder / "BoardKeeper.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


def test_only_files_that_would_differ_are_written_again(house: House, tmp_path: Path) -> None:
    sitting = meeting(CLUB)
    house.keep(CLUB, GROUP, sitting, meeting(GROUP))
    assert house.calendar_files.publish(tmp_path) == 3
    assert house.calendar_files.publish(tmp_path) == 0
    house.keep(replace(sitting, place="Rådhuset"))
    assert house.calendar_files.publish(tmp_path) == 2


def test_the_file_of_an_organisation_that_is_gone_goes_and_files_of_others_stay(
    house: House, tmp_path: Path
) -> None:
    house.keep(CLUB, GROUP)
    house.calendar_files.publish(tmp_path)
    (tmp_path / "mine.ics").write_bytes(calendar(event()))
    house.organisations.discard(GROUP.id)
    house.calendar_files.publish(tmp_path)
    assert names(tmp_path) == ["BoardKeeper.ics", "Sejlklubben.ics", "mine.ics"]


def test_organisations_of_the_same_name_get_files_of_their_own(
    house: House, tmp_path: Path
) -> None:
    house.keep(organisation("Klub"), organisation("klub"), organisation("БК", short_name="БК"))
    house.calendar_files.publish(tmp_path)
    assert len(names(tmp_path)) == 4


def test_a_change_that_calendars_show_is_published_and_no_other(
    house: House, tmp_path: Path
) -> None:
    sitting = meeting(CLUB)
    house.keep(CLUB, sitting)
    moved = ChangeSet("", (Change(None, sitting),))
    other = ChangeSet("", (Change(None, person()),))
    assert shows_in_calendars(moved)
    assert house.calendar_files.published_after(other, str(tmp_path)) == 0
    assert house.calendar_files.published_after(moved, "") == 0
    assert house.calendar_files.published_after(moved, str(tmp_path)) == 2


def test_the_language_of_the_window_does_not_show(house: House, tmp_path: Path) -> None:

    house.keep(CLUB, meeting(CLUB))
    house.calendar_files.publish(tmp_path)
    with speaking(Language.DANISH):
        assert house.calendar_files.publish(tmp_path) == 0


def test_a_file_is_read_without_a_database(house: House) -> None:
    files: CalendarFileService = house.calendar_files
    file = files.read((FILES / "google.ics").read_bytes())
    assert file.name == "Sejlklubben Ægir"
    house.keep(organisation("Sejlklubben Ægir"))
    assert files.compare(file).counts[Standing.NEW] == 5


def test_whose_an_event_is_can_be_said_against_its_words(house: House) -> None:
    house.keep(CLUB, GROUP)
    files: CalendarFileService = house.calendar_files
    file = files.read(calendar(event("SUMMARY:Sejlklubben: Budget")))
    (row,) = files.compare(file).rows
    assert row.organisation == CLUB
    assert row.key == ("1@example.dk", None)
    (other,) = files.comparison(file, chosen={row.key: GROUP.id})().rows
    assert other.organisation == GROUP
    assert other.meeting is not None
    assert other.meeting.title == "Sejlklubben: Budget"
    assert other.meeting.organisation_id == GROUP.id


def test_an_organisation_that_has_gone_since_is_as_if_none_was_said(house: House) -> None:
    house.keep(CLUB)
    files: CalendarFileService = house.calendar_files
    file = files.read(calendar(event("SUMMARY:Sejlklubben: Budget"), event("UID:2@example.dk")))
    chosen: dict[EventKey, OrganisationId] = {("1@example.dk", None): GROUP.id}
    first, second = files.comparison(file, GROUP.id, chosen=chosen)().rows
    assert first.organisation == CLUB
    assert second.standing is Standing.UNPLACED


def test_what_is_not_wanted_is_left_out_with_what_it_alone_brought(tmp_path: Path) -> None:
    path = tmp_path / "all.ics"
    mine, theirs = meeting(CLUB), meeting(GROUP)
    with house(CLUB, GROUP, mine, theirs) as home:
        home.calendar_files.export_to(path)
    with house() as empty:
        whole = empty.calendar_files.preview(path)
        keys = {row.key for row in whole.rows if row.key and row.organisation == CLUB}
        empty.calendar_files.store(whole.taking(keys))
        assert empty.meetings.all() == [mine]
        assert [each.name for each in empty.organisations.all()] == [CLUB.name]
