"""Calendar files of other programs, as the child reads them or says why not."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import CalendarEvent, CalendarFile, file_from_plain
from boardkeeper.exchange.ics_reading import calendar_in, read_calendar
from boardkeeper.exchange.ics_scanning import MOST_EVENTS
from boardkeeper.exchange.ics_writing import calendar_of
from boardkeeper.exchange.limited import RefusedFile, no_report
from tests.support.builders import TODAY, meeting, organisation
from tests.support.calendars import FILES, calendar, event
from tests.support.laws import examples


def read(content: bytes) -> CalendarFile:
    """As the child does, without one."""
    found = read_calendar(content, {"today": TODAY.isoformat()}, no_report)
    return file_from_plain(found)


def only(*lines: str, head: str = "") -> CalendarEvent:
    file = read(calendar(event(*lines), head=head))
    assert file.unreadable == ()
    (found,) = file.events
    return found


def reason(*lines: str) -> str:
    file = read(calendar(event(*lines)))
    assert file.events == ()
    (found,) = file.unreadable
    return found.reason


def starts(*lines: str) -> list[str]:
    file = read(calendar(event(*lines)))
    assert file.unreadable == ()
    return [f"{each.starts_at:%Y-%m-%d %H:%M}" for each in file.events]


def test_an_event_is_read_in_the_child() -> None:
    told: list[tuple[int, int]] = []
    file = calendar_in(
        calendar(event("LOCATION:Klubhuset\\, Molen 7")),
        TODAY,
        progress=lambda done, of: told.append((done, of)),
    )
    (found,) = file.events
    assert found == CalendarEvent(
        uid="1@example.dk",
        starts_at=datetime(2026, 3, 5, 19),
        ends_at=datetime(2026, 3, 5, 21),
        zone="Europe/Copenhagen",
        summary="Budget",
        place="Klubhuset, Molen 7",
    )
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("line", "zone", "hour"),
    [
        ("DTSTART;TZID=Europe/Copenhagen:20260305T190000", "Europe/Copenhagen", 19),
        ("DTSTART:20260305T190000Z", "UTC", 19),
        ("DTSTART:20260305T190000", "", 19),
        ("DTSTART;TZID=Romance Standard Time:20260305T190000", "Europe/Copenhagen", 19),
        ('DTSTART;TZID="W. Europe Standard Time":20260305T190000', "Europe/Berlin", 19),
        ("DTSTART;TZID=GMT Standard Time:20260305T190000", "Europe/London", 19),
        ("DTSTART;TZID=/citadel.org/20250101_1/Europe/Oslo:20260305T190000", "Europe/Oslo", 19),
        (
            'DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260305T190000',
            "Europe/Copenhagen",
            19,
        ),
    ],
)
def test_the_zones_of_every_program_are_known(line: str, zone: str, hour: int) -> None:
    found = only(line, "DURATION:PT1H")
    assert (found.zone, found.starts_at.hour) == (zone, hour)
    assert found.ends_at == found.starts_at + timedelta(hours=1)


OWN_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Havnens tid\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def test_a_zone_only_the_file_knows_is_counted_out() -> None:
    found = only("DTSTART;TZID=Havnens tid:20260305T190000", "DURATION:PT1H", head=OWN_ZONE)
    assert (found.zone, found.starts_at) == ("UTC", datetime(2026, 3, 5, 17))


def test_a_zone_nobody_knows_is_named() -> None:
    said = reason("DTSTART;TZID=Narnia:20260305T190000", "DURATION:PT1H")
    assert said == "Its time zone “Narnia” is not known."


def test_an_end_in_another_zone_is_told_in_the_zone_of_the_start() -> None:
    found = only("DTEND:20260305T193000Z")
    assert found.ends_at == datetime(2026, 3, 5, 20, 30)


def test_an_event_without_an_end_has_none() -> None:
    text = calendar(event()).replace(b"DTEND;TZID=Europe/Copenhagen:20260305T210000\r\n", b"")
    assert read(text).events[0].ends_at is None


def test_an_event_without_a_name_has_the_same_one_every_time() -> None:
    assert only("UID:").uid == only("UID:").uid != ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("DTSTART;VALUE=DATE:20260305", "It lasts all day, and a meeting has a time of day."),
        ("DTSTART:soon", "Its DTSTART cannot be understood."),
        ("DURATION:PX", "Its DURATION cannot be understood."),
        ("DURATION:-PT1H", "It ends before it starts, or at once."),
        ("DURATION:P90D", "It lasts longer than a month."),
        ("DTEND;TZID=Europe/Copenhagen:20260305T190000", "It ends before it starts"),
        ("RRULE:FREQ=SECONDLY", "It repeats SECONDLY."),
        ("RRULE:FREQ=MINUTELY;COUNT=3", "It repeats MINUTELY."),
        ("RRULE:FREQ=HOURLY", "It repeats HOURLY."),
        ("RRULE:FREQ=DAILY;INTERVAL=0", "It repeats with INTERVAL=0 and would never move on."),
        ("RRULE:FREQ=DAILY;INTERVAL=000;COUNT=5", "It repeats with INTERVAL=0"),
        ("RRULE:FREQ=DAILY;BYHOUR=1,2,3", "The rule names times of the day"),
        ("RRULE:FREQ=DAILY;COUNT=100000", "COUNT=100000 is more than the 1000 meetings"),
        ("EXDATE:" + ",".join(["20260305T190000Z"] * 1001), "It names more than 1000 days"),
        ("RDATE:" + ",".join(["20260305T190000Z"] * 5000), "It names more than 1000 days"),
        ("RRULE:nonsense", "The rule does not say how often it repeats"),
        ("DURATION:P9999999D", "It is damaged."),
    ],
)
def test_what_is_no_meeting_is_refused_by_name(line: str, said: str) -> None:
    assert reason(line).startswith(said)


def test_the_start_is_a_meeting_also_where_its_rule_gives_none() -> None:
    assert starts("RRULE:FREQ=YEARLY;UNTIL=19990101") == ["2026-03-05 19:00"]


def test_a_series_that_is_long_over_is_told_as_such() -> None:
    old = event("RRULE:FREQ=DAILY;COUNT=3", start="20190101T190000", end="20190101T200000")
    (found,) = read(calendar(old)).unreadable
    assert found.reason.startswith("None of its days lies between")


def test_a_million_exceptions_are_refused_within_a_second() -> None:
    days = "\r\n".join(["EXDATE:" + ",".join(["20260305T190000Z"] * 1000)] * 1000)
    content = calendar(event("RRULE:FREQ=WEEKLY", days))
    begun = time.perf_counter()
    (refused,) = calendar_in(content, TODAY).unreadable
    assert "more than 1000 days" in refused.reason
    assert time.perf_counter() - begun < 5  # a second, on a machine that does nothing else


def test_the_days_of_a_rule_are_followed_across_a_change_of_clocks() -> None:
    assert starts("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3") == [
        "2026-03-05 19:00",
        "2026-03-19 19:00",
        "2026-04-02 19:00",
    ]


def test_a_rule_without_an_end_is_followed_for_two_years_ahead() -> None:
    found = starts("RRULE:FREQ=MONTHLY;BYDAY=1TH")
    assert found[-1] == "2028-03-02 19:00"
    assert len(found) == 25


def test_an_old_rule_is_followed_from_a_year_ago() -> None:
    file = read(
        calendar(event("RRULE:FREQ=WEEKLY", start="19900104T190000", end="19900104T200000"))
    )
    assert file.events[0].starts_at == datetime(2025, 3, 6, 19)


def test_a_rule_that_never_comes_true_does_not_hang() -> None:
    assert starts("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") == ["2026-03-05 19:00"]


def test_days_are_added_and_left_out() -> None:
    assert starts(
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=Europe/Copenhagen:20260312T190000",
        "EXDATE;VALUE=DATE:20260319",
        "RDATE:20260401T170000Z",
        "RDATE;VALUE=PERIOD:20260402T170000Z/PT1H",
    ) == ["2026-03-05 19:00", "2026-04-01 19:00", "2026-04-02 19:00"]


def test_one_meeting_of_a_series_is_moved_and_another_called_off() -> None:
    file = read(
        calendar(
            event("RRULE:FREQ=WEEKLY;COUNT=3"),
            event(
                "RECURRENCE-ID;TZID=Europe/Copenhagen:20260312T190000",
                start="20260313T170000",
                end="20260313T180000",
            ),
            event(
                "RECURRENCE-ID:20260319T180000Z",
                "STATUS:CANCELLED",
                start="20260319T190000",
                end="20260319T210000",
            ),
        )
    )
    found = {each.day: (each.starts_at.day, each.is_cancelled) for each in file.events}
    assert found == {
        date(2026, 3, 5): (5, False),
        date(2026, 3, 12): (13, False),
        date(2026, 3, 19): (19, True),
    }


def test_a_change_to_all_that_follow_moves_them_all() -> None:
    file = read(
        calendar(
            event("RRULE:FREQ=WEEKLY;COUNT=4"),
            event(
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20260319T190000",
                start="20260320T180000",
                end="20260320T190000",
            ),
        )
    )
    assert sorted(f"{each.starts_at:%d %H}-{each.ends_at:%H}" for each in file.events) == [
        "05 19-21",
        "12 19-21",
        "20 18-19",
        "27 18-19",
    ]


def test_of_two_versions_the_later_counts() -> None:
    file = read(calendar(event("SEQUENCE:2", "SUMMARY:Late"), event("SEQUENCE:1", "SUMMARY:Early")))
    assert [each.summary for each in file.events] == ["Late"]


def test_a_broken_event_does_not_lose_the_others() -> None:
    file = read(
        calendar(
            event("UID:a"),
            event("UID:b", "DTSTART:soon", "SUMMARY:Broken"),
            event("UID:c", "GEO:nowhere", "SEQUENCE:many", "X-STRANGE;=;:"),
            event("UID:d"),
        )
    )
    assert [each.uid for each in file.events] == ["a", "c", "d"]
    assert [each.title for each in file.unreadable] == ["Broken"]


def test_a_file_cut_short_keeps_what_is_whole() -> None:
    whole = calendar(event("UID:a"), event("UID:b", "SUMMARY:Second"))
    file = read(whole[: whole.rindex(b"END:VEVENT")])
    assert [each.uid for each in file.events] == ["a"]
    (cut,) = file.unreadable
    assert (cut.title, cut.reason) == ("Second", "The file ends in the middle of it.")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 1000,
        b"\xff\xfe\x00\xd8",
        b"%PDF-1.7",
        b"<html>BEGIN VCALENDAR</html>",
        b'{"format": "boardkeeper"}',
    ],
)
def test_what_is_no_calendar_is_told_in_words(content: bytes) -> None:
    with pytest.raises(RefusedFile, match=r"not a calendar file \(\.ics\)"):
        calendar_in(content, TODAY)


def test_a_very_large_file_is_not_read_at_all() -> None:
    with pytest.raises(RefusedFile, match="larger than 20 MB"):
        calendar_in(b"BEGIN:VCALENDAR\r\n" * 3_000_000, TODAY)


def test_too_many_events_are_refused() -> None:
    with pytest.raises(RefusedFile, match="more than 20000 events"):
        read(calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (MOST_EVENTS + 1)))


def test_too_many_meetings_of_rules_are_refused() -> None:
    many = [event(f"UID:{number}", "RRULE:FREQ=DAILY;COUNT=700") for number in range(40)]
    with pytest.raises(RefusedFile, match="more than 20000 meetings"):
        read(calendar(*many))


def test_components_nested_without_end_do_no_harm() -> None:
    assert read(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 200_000).events == ()
    assert len(read(calendar("BEGIN:X\r\n" * 3, event(), "END:X\r\n" * 3)).events) == 1
    inner = event("UID:inner")
    assert [each.uid for each in read(calendar(event("UID:outer", inner.strip()))).events] == [
        "outer"
    ]


def test_an_endless_line_is_cut() -> None:
    assert len(only("DESCRIPTION:" + "å" * 2_000_000).description) <= 20_000


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n", "\r\r\n"])
def test_every_kind_of_line_end_is_read(ends: str) -> None:
    text = calendar(event("DESCRIPTION:Vi ses\r\n  i havnen"))
    if ends == "\r\r\n":
        text = text.replace(b"\r\n  i", b" i")
    file = read(text.replace(b"\r\n", ends.encode()))
    assert file.events[0].description == "Vi ses i havnen"


def test_letters_are_read_in_every_encoding_and_folded_anywhere() -> None:
    text = calendar(event("SUMMARY:Bestyrelsesmøde på Ærø")).decode()
    for content in (
        text.encode("utf-8-sig"),
        text.encode("cp1252"),
        text.encode("utf-16"),
        text.encode().replace("ø".encode(), b"\xc3\r\n \xb8"),
    ):
        assert read(content).events[0].summary == "Bestyrelsesmøde på Ærø"


def test_quoted_printable_of_old_phones_is_read() -> None:
    found = only(
        "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bestyrelsesm=C3=B8de i =",
        "havnen",
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:M=F8de=0D=0AVi ses",
    )
    assert found.summary == "Bestyrelsesmøde i havnen"
    assert found.description == "Møde\nVi ses"


def test_a_file_that_cancels_cancels_whatever_its_events_say() -> None:
    assert only("STATUS:CONFIRMED", head="METHOD:CANCEL\r\n").is_cancelled


@pytest.mark.parametrize(
    ("name", "events", "unreadable"),
    [
        ("outlook", ["2026-03-12 19:30 Budgetmøde"], []),
        (
            "google",
            [
                "2026-03-05 19:00 Bestyrelsesmøde",
                "2026-03-12 19:00 Bestyrelsesmøde",
                "2026-03-27 17:00 Bestyrelsesmøde (flyttet)",
                "2026-04-02 19:00 Bestyrelsesmøde",
                "2026-06-10 17:00 Sommermøde",
            ],
            ["Grundlovsdag"],
        ),
        ("apple", ["2026-04-14 19:00 Sejlklubben Ægir – pladsudvalg"], []),
        ("thunderbird", ["2026-04-20 20:00 Regnskabsmøde"], []),
        (
            "nextcloud",
            [
                "2026-05-04 18:30 Aflyst møde",
                "2026-05-11 18:30 Havneudvalg",
                "2026-06-08 18:30 Havneudvalg",
                "2026-07-13 18:30 Havneudvalg",
            ],
            [],
        ),
    ],
)
def test_the_files_of_the_calendars_of_the_world_are_read(
    name: str, events: list[str], unreadable: list[str]
) -> None:
    file = calendar_in((FILES / f"{name}.ics").read_bytes(), TODAY)
    found = sorted(f"{each.starts_at:%Y-%m-%d %H:%M} {each.summary}" for each in file.events)
    assert found == events
    assert [each.title for each in file.unreadable] == unreadable


def test_the_link_to_the_meeting_goes_before_the_page_about_it() -> None:
    (found,) = read((FILES / "outlook.ics").read_bytes()).events
    assert found.link == "https://meet.example.com/l/meetup-join/19%3ameeting_abc"
    assert found.uid.endswith("18293A4B5C6D7E8F9")
    assert "Sejlklubben Ægir" in found.organiser


BOARD = organisation("Sejlklubben")
OWN = calendar_of([meeting(BOARD, "2026-03-05 19:00"), meeting(BOARD, "2026-04-05 19:00")], [BOARD])


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_a_file_changed_anywhere_is_read_or_refused_in_words(data: st.DataObject) -> None:
    content = bytearray(OWN)
    for _time in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    try:
        file = read(bytes(content[:end]))
    except UserError:
        return
    assert all(each.reason for each in file.unreadable)


PROPERTIES = st.sampled_from(
    [
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID"),
        *("SUMMARY", "SEQUENCE", "CATEGORIES", "ORGANIZER", "URL", "BEGIN", "END"),
        "X-BOARDKEEPER-KIND",
    ]
)
PARAMETERS = st.sampled_from(
    ["", ";TZID=Europe/Copenhagen", ";VALUE=DATE", ";VALUE=PERIOD", ";TZID=", ';X="', ";RANGE="]
)
VALUES = st.text(max_size=30) | st.sampled_from(
    [
        *("20260305T190000Z", "20260305", "PT1H", "FREQ=DAILY;COUNT=5", "FREQ=YEARLY", "VEVENT"),
        *("VALARM", "VTIMEZONE", "20260305T190000Z/PT1H", "99999999T999999", "-P1W", "20260305,,"),
        *("FREQ=MONTHLY;BYDAY=99MO", "FREQ=DAILY;UNTIL=00000000", "00010101T000000Z"),
    ]
)
LINES = st.builds(lambda name, more, said: f"{name}{more}:{said}", PROPERTIES, PARAMETERS, VALUES)


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(LINES, max_size=6))
def test_any_lines_in_an_event_are_read_or_refused_in_words(lines: list[str]) -> None:
    file = read(calendar(event("UID:first"), event(*lines), event("UID:last")))
    assert {each.uid for each in file.events} >= {"first"}
    assert all(each.reason for each in file.unreadable)
