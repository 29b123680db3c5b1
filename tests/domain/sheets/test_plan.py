from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.rules import OwnRule, RuleName
from boardkeeper.domain.sheets.plan import PlanMeeting, PlanSheet
from boardkeeper.i18n import Language
from tests.support.plans import (
    NETWORK,
    SKOVEN,
    SOLBAKKEN,
    a_plan,
    a_year,
    dropped,
    monthly,
    my_plan,
    sitting,
)


def meetings_of(sheet: PlanSheet) -> list[PlanMeeting]:
    return [meeting for month in sheet.months for meeting in month.meetings]


def test_the_meetings_of_the_year_stand_by_month() -> None:
    assert [(month.name, len(month.meetings)) for month in a_plan().months] == [
        ("januar", 1),
        ("marts", 2),
        ("april", 1),
        ("august", 1),
        ("december", 1),
    ]


def test_the_plan_names_the_next_years_first_meeting_without_counting_it() -> None:
    sheet = a_plan()
    assert sheet.next_year is not None
    assert sheet.next_year.title == "Bestyrelsesmøde nr. 17"
    assert (sheet.meetings, sheet.minutes) == (6, 5 * 150 + 180)


def test_a_cancelled_meeting_is_listed_but_not_counted_and_has_no_deadlines() -> None:
    off = sitting("2026-03-05 19:00", state=MeetingState.CANCELLED)
    sheet = a_plan([off, sitting("2027-01-07 19:00", state=MeetingState.CANCELLED)])
    assert [(each.is_cancelled, each.notice_by) for each in meetings_of(sheet)] == [(True, None)]
    assert (sheet.meetings, sheet.minutes, sheet.next_year) == (0, 0, None)


def test_the_place_is_told_once_and_again_only_where_it_is_another() -> None:
    sheet = a_plan()
    assert sheet.boards[0].place == "Fælleshuset, Solbakken 12"
    assert [each.place for each in meetings_of(sheet) if each.place] == [
        "Roskilde Gymnasium, festsalen"
    ]


def test_a_meeting_without_a_place_is_not_taken_to_be_in_the_usual_one() -> None:
    sheet = a_plan([*a_year(), sitting("2026-06-01 19:00", place="")])
    assert "Stedet følger" in [each.place for each in meetings_of(sheet)]


def test_a_meeting_by_link_alone_is_online() -> None:
    online = sitting("2026-06-01 19:00", place="", link="https://example.org/moede")
    assert a_plan([online]).boards[0].place == "Online"


def test_the_deadlines_follow_the_boards_own_rules() -> None:
    own = [
        OwnRule(organisation_id=SOLBAKKEN.id, rule=RuleName.NOTICE, days=14),
        OwnRule(organisation_id=SOLBAKKEN.id, rule=RuleName.ITEMS_IN, days=0),
        OwnRule(organisation_id=SKOVEN.id, rule=RuleName.ITEMS_IN, days=3),
    ]
    (meeting,) = meetings_of(a_plan([sitting("2026-03-05 19:00")], own_rules=own))
    assert (meeting.items_by, meeting.notice_by) == (None, date(2026, 2, 19))


def test_a_plan_of_one_board_passes_over_all_others() -> None:
    strangers = [*monthly(3, SKOVEN), sitting("2027-01-01 10:00", NETWORK)]
    gap = dropped("2026-07-02", "Ferie", SKOVEN)
    sheet = a_plan(strangers, dropped=[gap])
    assert (sheet.months, sheet.dropped, sheet.next_year) == ((), (), None)
    assert [board.name for board in sheet.boards] == ["Grundejerforeningen Solbakken"]


def test_what_fell_away_stands_by_day_within_the_year() -> None:
    gaps = [
        dropped("2026-07-02", "Ferie"),
        dropped("2026-04-02", "Skærtorsdag"),
        dropped("2027-03-25", "Skærtorsdag"),
    ]
    assert [each.why for each in a_plan(dropped=gaps).dropped] == ["Skærtorsdag", "Ferie"]


def test_my_plan_holds_the_meetings_of_every_board_in_order_of_time() -> None:
    sheet = my_plan()
    assert {each.board.label for each in meetings_of(sheet)} == {
        "Solbakken",
        "Egernet",
        "Netværk Roskilde",
    }
    starts = [each.starts_at for each in meetings_of(sheet)]
    assert starts == sorted(starts)
    assert sheet.meetings == 6 + 9 + 5


def test_a_board_that_does_not_meet_is_not_in_my_plan() -> None:
    assert [board.label for board in my_plan(a_year()).boards] == ["Solbakken"]


def test_meetings_at_the_same_time_stand_in_the_alphabet_of_their_boards() -> None:
    both = [sitting("2026-03-05 19:00", each) for each in (SOLBAKKEN, SKOVEN)]
    for meetings in (both, both[::-1]):
        labels = [each.board.label for each in meetings_of(my_plan(meetings))]
        assert labels == ["Egernet", "Solbakken"]


def test_the_plan_speaks_the_boards_language_unless_another_is_asked_for() -> None:
    english = replace(SOLBAKKEN, language=Language.ENGLISH)
    assert meetings_of(a_plan(organisation=english))[0].title == "Board meeting no. 12"
    assert meetings_of(a_plan(language=Language.ENGLISH))[0].title == "Board meeting no. 12"
    assert my_plan(language=Language.ENGLISH).months[0].name == "January"
