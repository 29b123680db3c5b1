"""Weeks against the ceiling: which are red, why in words, and by which lines."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.forecast_lines import lines_of_meetings
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.red_weeks import Room, weeks_of
from boardkeeper.domain.weeks import RedKind, Week
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, organisation
from tests.support.forecasts import demands
from tests.support.time_builders import away, ceiling, effort

CLUB = organisation("Sejlklubben")
NURSERY = organisation("Skovbørnehaven")
MONDAY = date(2026, 3, 2)
SUNDAY = date(2026, 3, 8)


def weeks(
    *sittings: Meeting, room: Room | None = None, first: date = MONDAY, last: date = SUNDAY
) -> list[Week]:
    lines = lines_of_meetings(sittings, demands(CLUB, NURSERY, efforts=(effort(NURSERY, 30),)))
    return weeks_of(lines, first, last, room or Room(ceilings=(ceiling(),)))


def evenings(*days: int) -> list[Meeting]:
    return [meeting(CLUB, f"2026-03-{day:02} 19:00", f"2026-03-{day:02} 20:00") for day in days]


def test_a_week_within_its_ceiling_is_not_red() -> None:
    (week,) = weeks(*evenings(3, 5))
    assert not week.is_red
    assert (week.minutes, week.evenings) == (120, (date(2026, 3, 3), date(2026, 3, 5)))


def test_too_many_evenings_are_said_with_the_meetings_behind() -> None:
    sittings = evenings(3, 4, 5)
    (week,) = weeks(*sittings)
    (reason,) = week.reasons
    assert reason.kind is RedKind.EVENINGS
    assert [line.meeting for line in reason.lines] == sittings
    assert reason.text == "3 evenings, the ceiling is 2"
    with speaking(Language.DANISH):
        assert reason.text == "3 aftener, loftet er 2"


def test_a_single_evening_too_many_is_one_evening() -> None:
    (week,) = weeks(*evenings(3), room=Room(ceilings=(ceiling(evenings_a_week=0),)))
    with speaking(Language.DANISH):
        assert week.reasons[0].text == "1 aften, loftet er 0"


def test_too_many_hours_are_said_with_every_line() -> None:
    (week,) = weeks(meeting(NURSERY, "2026-03-07 09:00", "2026-03-07 16:00"))
    (reason,) = week.reasons
    assert [line.activity for line in reason.lines] == [Activity.MEETING, Activity.PREPARATION]
    assert reason.text == "7.5 h, the ceiling is 6 h"
    with speaking(Language.DANISH):
        assert reason.text == "7,5 t, loftet er 6 t"


def test_customers_who_are_let_down_make_a_week_red() -> None:
    limit = ceiling(minutes_a_week=None, customer_minutes_a_week=39 * 60)
    (week,) = weeks(meeting(CLUB, "2026-03-05 09:00"), room=Room(ceilings=(limit,)))
    assert week.customer_minutes_eaten == 60
    assert [line.organisation_id for line in week.customer_lines] == [CLUB.id]
    (reason,) = week.reasons
    assert reason.text == "1 h taken from the customers, who are promised 39 h"
    with speaking(Language.DANISH):
        assert reason.text == "1 t er taget fra kunderne, som er lovet 39 t"


def test_two_reasons_stand_side_by_side() -> None:
    long = [meeting(CLUB, f"2026-03-0{day} 18:00", f"2026-03-0{day} 21:00") for day in (3, 4, 5)]
    (week,) = weeks(*long)
    assert [each.kind for each in week.reasons] == [RedKind.HOURS, RedKind.EVENINGS]


def test_exactly_the_ceiling_is_not_too_much() -> None:
    (week,) = weeks(meeting(CLUB, "2026-03-07 09:00", "2026-03-07 15:00"))
    assert (week.minutes, week.is_red) == (360, False)


def test_no_ceiling_and_a_ceiling_without_limits_make_nothing_red() -> None:
    sittings = evenings(2, 3, 4, 5, 6, 7, 8)
    open_wide = ceiling(minutes_a_week=None, evenings_a_week=None)
    assert not weeks(*sittings, room=Room())[0].is_red
    assert not weeks(*sittings, room=Room(ceilings=(open_wide,)))[0].is_red


def test_a_ceiling_that_begins_within_the_week_holds_it() -> None:
    room = Room(ceilings=(ceiling("2025-01-01"), ceiling("2026-03-08", evenings_a_week=0)))
    before, within = weeks(*evenings(1, 3), room=room, first=date(2026, 2, 23), last=SUNDAY)
    assert (before.is_red, within.is_red) == (False, True)


def test_every_week_of_the_span_is_there_empty_ones_too() -> None:
    found = weeks(first=date(2026, 3, 4), last=date(2026, 3, 16))
    assert [each.monday.day for each in found] == [2, 9, 16]
    assert [each.minutes for each in found] == [0, 0, 0]


def test_a_week_away_counts_its_meetings_and_says_so() -> None:
    gone = away("2026-03-08", "2026-03-09", "Ferie")
    room = Room(ceilings=(ceiling(),), away=(gone,))
    here, there, back = weeks(*evenings(3, 9, 10, 11), room=room, last=date(2026, 3, 22))
    assert [each.is_away for each in (here, there, back)] == [True, True, False]
    assert (there.minutes, there.is_red, there.away) == (180, True, (gone,))


def test_holidays_and_days_away_have_no_working_time() -> None:
    room = Room(away=(away("2026-03-31", "2026-03-31"),))
    assert room.working_days(date(2026, 3, 30)) == [date(2026, 3, 30), date(2026, 4, 1)]


def test_an_evening_of_a_long_meeting_counts_in_the_week_it_lies_in() -> None:
    camp = meeting(CLUB, "2026-03-01 12:00", "2026-03-02 20:00")
    sunday, monday = weeks(camp, first=date(2026, 2, 23), last=MONDAY)
    assert (sunday.evenings, monday.evenings) == ((date(2026, 3, 1),), (MONDAY,))
    assert (sunday.minutes, monday.minutes) == (32 * 60, 0)


def test_the_week_is_shared_between_organisations() -> None:
    (week,) = weeks(*evenings(3), meeting(NURSERY, "2026-03-04 19:00"))
    assert week.by_organisation == {NURSERY.id: 150, CLUB.id: 60}
    assert list(week.by_organisation) == [NURSERY.id, CLUB.id]


def test_what_was_spent_stands_beside_what_was_forecast() -> None:
    (week,) = weeks_of([], MONDAY, SUNDAY, Room(), {MONDAY: {CLUB.id: 90, NURSERY.id: 15}})
    assert (week.minutes, week.minutes_spent, week.sunday) == (0, 105, SUNDAY)
