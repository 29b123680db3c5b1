"""The calendar read whole: meetings, deadlines, terms and clashes of one span."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper.domain.clashes import FindingKind, Limits
from boardkeeper.domain.deadlines import DeadlineKind
from boardkeeper.domain.free_evenings import EveningWish
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.rules import RuleName
from boardkeeper.services.calendar import CalendarService, CalendarSpan
from tests.support.builders import (
    House,
    closed_days,
    meeting,
    membership,
    organisation,
    own_rule,
    person,
    term,
)
from tests.support.time_builders import ceiling


def march(house: House) -> CalendarSpan:
    return calendar(house).between(date(2026, 3, 1), date(2026, 3, 31))


def calendar(house: House) -> CalendarService:
    return CalendarService(house.journal, house.clock)


def titles(span: CalendarSpan) -> list[str]:
    return [each.title for each in span.meetings]


def test_a_span_has_the_meetings_that_touch_it(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(
        club,
        meeting(club, "2026-02-28 19:00", title="Before"),
        meeting(club, "2026-02-28 22:00", "2026-03-01 01:00", title="Into it"),
        meeting(club, "2026-03-31 23:00", title="Out of it"),
        meeting(club, "2026-04-01 08:00", title="After"),
        meeting(club, title="Off", state=MeetingState.CANCELLED),
    )
    assert titles(march(house)) == ["Into it", "Off", "Out of it"]


def test_one_organisation_can_be_shown_alone(house: House) -> None:
    club, nursery = organisation("Tennis club"), organisation("Skovbørnehaven")
    house.keep(club, nursery, meeting(club, title="Club"), meeting(nursery, title="Nursery"))
    span = calendar(house).between(date(2026, 3, 1), date(2026, 3, 31), club.id)
    assert titles(span) == ["Club"]
    assert [each.kind for each in span.findings] == [FindingKind.OVERLAP]
    assert span.label(span.findings[0].meetings[1]) in ("Tennis club", "Skovbørnehaven")


def test_deadlines_reach_back_from_meetings_after_the_span(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, own_rule(club, RuleName.NOTICE, 60), meeting(club, "2026-05-20 19:00"))
    due = march(house).deadlines
    assert [(each.on, each.kind) for each in due] == [(date(2026, 3, 21), DeadlineKind.NOTICE)]


def test_a_notice_that_is_late_stays_on_its_day(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, own_rule(club, RuleName.NOTICE, 3), meeting(club, "2026-03-04 19:00"))
    late = march(house).deadlines[0]
    assert (late.on, late.is_late) == (date(2026, 3, 1), True)


def test_my_own_terms_and_elections_are_shown(house: House) -> None:
    club, anna, ben = organisation("Tennis club"), person(is_me=True), person("Ben")
    mine, his = membership(anna, club), membership(ben, club)
    house.keep(
        club,
        anna,
        ben,
        mine,
        his,
        term(mine, ends="2026-03-20", up_for_election_on=date(2026, 3, 12)),
        term(his, ends="2026-03-25"),
    )
    due = march(house).deadlines
    assert [(each.on.day, each.kind) for each in due] == [
        (12, DeadlineKind.ELECTION),
        (20, DeadlineKind.TERM_ENDS),
    ]


def test_evenings_are_counted_in_whole_weeks_at_the_edge_of_a_span(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, *(meeting(club, f"{day} 19:00") for day in ("2026-03-30", "2026-03-31")))
    house.keep(meeting(club, "2026-04-01 19:00"))
    assert [each.kind for each in march(house).findings] == [FindingKind.EVENINGS]


def test_a_clash_outside_the_span_is_not_told(house: House) -> None:
    club = organisation("Tennis club")
    both = [meeting(club, "2026-04-02 10:00") for _each in range(2)]
    house.keep(club, *both)
    assert march(house).findings == ()


def test_holidays_are_named(house: House) -> None:
    closed = calendar(house).between(date(2026, 4, 1), date(2026, 4, 30)).closed
    assert list(closed) == [date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6)]


def test_the_days_an_organisation_is_closed_are_named_with_it(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, closed_days(club, "2026-04-05", "2026-04-07", reason="Rebuilding"))
    house.keep(closed_days(club, "2026-05-01", "2026-05-03"))
    closed = calendar(house).between(date(2026, 4, 1), date(2026, 4, 30)).closed
    assert closed[date(2026, 4, 6)] == "Easter Monday · Tennis club: Rebuilding"
    assert closed[date(2026, 4, 7)] == "Tennis club: Rebuilding"
    assert date(2026, 4, 8) not in closed


def test_closed_days_of_the_only_organisation_shown_need_no_name(house: House) -> None:
    club, nursery = organisation("Tennis club"), organisation("Nursery")
    house.keep(club, nursery, closed_days(club, "2026-04-07"), closed_days(nursery, "2026-04-08"))
    span = calendar(house).between(date(2026, 4, 7), date(2026, 4, 9), club.id)
    assert span.closed == {date(2026, 4, 7): "Closed"}


def test_an_empty_database_has_an_empty_calendar(house: House) -> None:
    span = march(house)
    assert (span.meetings, span.deadlines, span.findings) == ((), (), ())


def test_free_evenings_look_at_every_organisation(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, meeting(club, "2026-04-07 19:00"))
    wish = EveningWish(first=date(2026, 4, 6), last=date(2026, 4, 9))
    monday, tuesday, wednesday, thursday = calendar(house).evenings(wish)
    assert monday.why_not == "Easter Monday"
    assert tuesday.why_not == "Tennis club, 19:00–21:00"
    assert wednesday.is_free
    assert thursday.is_free


def test_evenings_of_the_whole_week_count_for_part_of_it(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, *(meeting(club, f"2026-03-{day} 19:00") for day in ("16", "20")))
    wish = EveningWish(first=date(2026, 3, 18), last=date(2026, 3, 18))
    (evening,) = calendar(house).evenings(wish)
    assert evening.why_not == "Week 12 has 2 evenings with meetings already"
    assert calendar(house).evenings(replace(wish, first=date(2026, 3, 17)))[0].why_not


def test_the_way_to_each_organisation_counts(house: House) -> None:
    club = organisation("Tennis club", travel_minutes=20)
    nursery = organisation("Skovbørnehaven", travel_minutes=25)
    early, late = meeting(club, "2026-03-05 16:00"), meeting(nursery, "2026-03-05 18:30")
    house.keep(club, nursery, early, late)
    (too_short,) = march(house).findings
    assert (too_short.kind, too_short.amount, too_short.limit) == (FindingKind.TRAVEL, 30, 45)


def test_what_is_due_from_today_is_what_the_calendar_shows(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(
        club,
        meeting(club, "2026-03-26 19:00"),
        meeting(club, "2026-02-27 19:00", state=MeetingState.HELD),
    )
    ahead = calendar(house).between(date(2026, 3, 2), date(2026, 4, 1)).deadlines
    assert tuple(calendar(house).due()) == ahead
    assert [(each.on.day, each.kind) for each in ahead] == [
        (6, DeadlineKind.DRAFT_MINUTES),
        (16, DeadlineKind.ITEMS_IN),
        (19, DeadlineKind.NOTICE),
    ]


def test_late_minutes_are_brought_up_for_sixty_days(house: House) -> None:
    club, other = organisation("Tennis club"), organisation("Skovbørnehaven")
    house.keep(
        club,
        other,
        meeting(club, "2025-12-25 19:00", state=MeetingState.HELD),
        meeting(club, "2025-12-24 19:00", state=MeetingState.HELD),
        meeting(other, "2026-02-01 19:00", state=MeetingState.HELD),
    )
    assert [each.on for each in calendar(house).due(club.id)] == [date(2026, 1, 1)]


def test_a_late_notice_is_brought_up_however_long_ago_it_was_due(house: House) -> None:
    club = organisation("Tennis club")
    house.keep(club, own_rule(club, RuleName.NOTICE, 120), meeting(club, "2026-03-20 19:00"))
    (late,) = [each for each in calendar(house).due() if each.is_late]
    assert late.on == date(2025, 11, 20)


def test_a_general_meeting_is_due_by_its_own_window(house: House) -> None:
    company = organisation("Lanterner A/S", kind=OrganisationKind.COMPANY)
    house.keep(company, meeting(company, "2026-03-26 15:00", kind=MeetingKind.GENERAL))
    assert [(each.on.day, each.kind) for each in march(house).deadlines] == [
        (12, DeadlineKind.NOTICE)
    ]


def test_the_limits_are_those_of_the_ceiling_in_force(house: House) -> None:
    assert calendar(house).limits() == Limits()
    house.keep(
        ceiling("2026-01-01", evenings_a_week=1), ceiling("2026-04-01", evenings_a_week=None)
    )
    assert calendar(house).limits().evenings_a_week == 1
    assert calendar(house).limits(date(2026, 4, 1)).evenings_a_week == 7
    assert calendar(house).limits(date(2025, 12, 31)) == Limits()


def test_evenings_are_held_against_the_ceiling(house: House) -> None:
    club = organisation("Tennis club")
    evenings = [meeting(club, f"2026-03-{day} 19:00") for day in ("03", "04")]
    house.keep(club, *evenings, ceiling(evenings_a_week=1))
    (found,) = march(house).findings
    assert (found.kind, found.limit) == (FindingKind.EVENINGS, 1)
