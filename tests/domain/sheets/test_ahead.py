from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.deadlines import DeadlineKind
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.sheets.ahead import AheadMeeting, AheadSheet, in_order
from boardkeeper.i18n import Language
from tests.support.ahead import TODAY, an_ahead, busy_days, due
from tests.support.plans import NETWORK, SKOVEN, SOLBAKKEN, sitting


def meetings_of(sheet: AheadSheet) -> list[AheadMeeting]:
    return [meeting for week in sheet.weeks for meeting in week.meetings]


def test_every_week_of_the_ninety_days_is_there_from_its_monday() -> None:
    sheet = an_ahead()
    assert (sheet.first, sheet.last) == (TODAY, date(2026, 5, 31))
    assert [week.monday for week in sheet.weeks] == [
        date(2026, 3, 2) + timedelta(weeks=at) for at in range(13)
    ]


def test_only_the_ninety_days_count_and_nothing_cancelled() -> None:
    meetings = [
        sitting("2026-03-02 19:00", title="i går"),
        sitting("2026-03-03 19:00", title="i dag"),
        sitting("2026-05-31 19:00", title="sidste dag"),
        sitting("2026-06-01 19:00", title="for sent"),
        sitting("2026-04-01 19:00", title="aflyst", state=MeetingState.CANCELLED),
    ]
    assert [each.title for each in meetings_of(an_ahead(meetings))] == ["i dag", "sidste dag"]


def test_a_week_adds_up_its_meetings() -> None:
    meetings = [sitting("2026-03-04 19:00"), sitting("2026-03-08 10:00", SKOVEN, hours=1)]
    sheet = an_ahead(meetings)
    assert [week.minutes for week in sheet.weeks[:2]] == [210, 0]
    assert (sheet.meetings, sheet.minutes) == (2, 210)


def test_a_deadline_stands_in_its_own_week() -> None:
    sheet = an_ahead(deadlines=[due("2026-03-24", DeadlineKind.ITEMS_IN)])
    assert [(week.monday, week.deadlines[0].what) for week in sheet.weeks if week.deadlines] == [
        (date(2026, 3, 23), "punkter")
    ]


def test_what_is_late_stands_in_the_first_week() -> None:
    late = due("2026-02-10", DeadlineKind.NOTICE, is_late=True)
    passed = due("2026-02-10", DeadlineKind.ITEMS_IN)
    after = due("2026-06-01", DeadlineKind.NOTICE)
    sheet = an_ahead(deadlines=[passed, late, after])
    assert [(each.what, each.is_late) for each in sheet.weeks[0].deadlines] == [
        ("indkaldelse", True)
    ]
    assert sheet.deadlines == 1


def test_meetings_that_overlap_are_marked_and_the_clash_is_told() -> None:
    meetings = [
        sitting("2026-03-05 19:00"),
        sitting("2026-03-05 20:00", SKOVEN),
        sitting("2026-03-12 19:00", NETWORK),
    ]
    sheet = an_ahead(meetings)
    assert [each.clashes for each in meetings_of(sheet)] == [True, True, False]
    assert sheet.clashes == ("Solbakken og Egernet overlapper med 1 t 30 min tor. 5. marts.",)
    assert sheet.disturbing == 1


def test_too_many_evenings_are_told_after_what_overlaps_and_mark_no_meeting() -> None:
    meetings = [sitting(f"2026-03-0{day} 19:00") for day in (4, 5, 6)]
    sheet = an_ahead([*meetings, sitting("2026-03-06 19:00", SKOVEN)])
    assert sheet.disturbing == 1
    assert len(sheet.clashes) == 2
    assert [each.clashes for each in meetings_of(sheet)] == [False, False, True, True]


def test_a_day_is_told_with_its_deadlines_before_its_meetings() -> None:
    meetings = [sitting("2026-03-04 08:00", title="møde"), sitting("2026-03-03 08:00")]
    sheet = an_ahead(meetings, deadlines=[due("2026-03-04", DeadlineKind.TERM_ENDS)])
    assert [type(each).__name__ for each in in_order(sheet.weeks[0])] == [
        "AheadMeeting",
        "AheadDeadline",
        "AheadMeeting",
    ]


@given(count=st.integers(0, 70))
def test_the_first_entries_are_the_earliest_and_no_week_lies_beyond_them(count: int) -> None:
    sheet = an_ahead(busy_days(30))
    shown = sheet.of_first(count)
    everything = [entry for week in sheet.weeks for entry in in_order(week)]
    assert [entry for week in shown.weeks for entry in in_order(week)] == everything[:count]
    assert all(
        week.minutes == whole.minutes for week, whole in zip(shown.weeks, sheet.weeks, strict=False)
    )


def test_the_page_speaks_the_language_asked_for() -> None:
    sheet = an_ahead(
        [sitting("2026-03-04 19:00", place="", link="https://example.org")],
        deadlines=[due("2026-03-24", DeadlineKind.ELECTION)],
        language=Language.ENGLISH,
    )
    assert (meetings_of(sheet)[0].title, meetings_of(sheet)[0].place) == ("Board meeting", "Online")
    assert sheet.weeks[3].deadlines[0].what == "up for election"
    assert meetings_of(sheet)[0].label == SOLBAKKEN.label
