"""What does not go together: the same time, the way between, hours of a day, evenings of a week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.clashes import (
    Finding,
    FindingKind,
    Limits,
    evenings_of,
    findings_of,
    sentence_of,
)
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, organisation

CLUB = organisation("Tennis club")
NURSERY = organisation("Skovbørnehaven")
NETWORK = organisation("Network")
NAMES = {each.id: each.name for each in (CLUB, NURSERY, NETWORK)}
WIDE = Limits(evenings_a_week=7, hours_a_day=24)


def name(sitting: Meeting) -> str:
    return NAMES[sitting.organisation_id]


def half_an_hour(_organisation: OrganisationId) -> int:
    return 30


def found(*sittings: Meeting, limits: Limits = WIDE, minutes_of_travel: int = 0) -> list[Finding]:
    return findings_of(sittings, lambda _organisation: minutes_of_travel, limits)


def kinds(findings: list[Finding]) -> list[FindingKind]:
    return [each.kind for each in findings]


def test_two_meetings_at_the_same_time_clash() -> None:
    early = meeting(CLUB, "2026-03-05 18:00")
    late = meeting(NURSERY, "2026-03-05 19:30")
    (clash,) = found(late, early)
    assert clash.kind is FindingKind.OVERLAP
    assert clash.meetings == (early, late)
    words = "Tennis club and Skovbørnehaven overlap by 30 min on Thu 5 March."
    assert sentence_of(clash, name) == words


def test_a_clash_reads_in_danish() -> None:
    clash = found(meeting(CLUB, "2026-03-05 18:00"), meeting(NURSERY, "2026-03-05 19:30"))[0]
    with speaking(Language.DANISH):
        words = "Tennis club og Skovbørnehaven overlapper med 30 min tor. 5. marts."
        assert sentence_of(clash, name) == words


def test_a_meeting_may_begin_when_another_ends() -> None:
    assert found(meeting(CLUB, "2026-03-05 17:00"), meeting(NURSERY, "2026-03-05 19:00")) == []


def test_a_cancelled_meeting_is_in_nobodys_way() -> None:
    off = meeting(CLUB, "2026-03-05 18:00", state=MeetingState.CANCELLED)
    assert found(off, meeting(NURSERY, "2026-03-05 18:00")) == []


def test_meetings_that_overlap_through_one_another_are_one_clash() -> None:
    (clash,) = found(
        meeting(CLUB, "2026-03-05 16:00"),
        meeting(NURSERY, "2026-03-05 17:30"),
        meeting(NETWORK, "2026-03-05 19:00"),
    )
    assert clash.amount == 60
    words = "3 meetings overlap on Thu 5 March: Tennis club, Skovbørnehaven and Network."
    assert sentence_of(clash, name) == words


def test_times_are_compared_across_zones() -> None:
    here = meeting(CLUB, "2026-03-05 19:00")
    there = meeting(NURSERY, "2026-03-05 19:00", zone="Europe/London")
    (clash,) = found(here, there)
    assert clash.amount == 60


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    night = meeting(CLUB, "2026-10-25 00:30", "2026-10-25 04:00")
    other = meeting(NURSERY, "2026-10-25 01:00", "2026-10-25 05:00")
    (clash,) = found(night, other)
    assert clash.amount == 4 * 60


def test_the_way_from_one_meeting_to_the_next_takes_its_time() -> None:
    early = meeting(CLUB, "2026-03-05 17:00", place="Club house")
    late = meeting(NURSERY, "2026-03-05 19:20", place="Nursery")
    (clash,) = found(early, late, minutes_of_travel=30)
    assert (clash.kind, clash.amount, clash.limit) == (FindingKind.TRAVEL, 20, 60)
    assert sentence_of(clash, name) == (
        "There are 20 min between Tennis club and Skovbørnehaven on Thu 5 March,"
        " and the way takes 1 h."
    )


def test_there_is_no_way_to_the_same_place() -> None:
    early = meeting(CLUB, "2026-03-05 17:00", place="Town hall ")
    late = meeting(NURSERY, "2026-03-05 19:00", place="town hall")
    assert found(early, late, minutes_of_travel=30) == []


def test_there_is_no_way_to_an_online_meeting() -> None:
    early = meeting(CLUB, "2026-03-05 17:00", place="Club house")
    late = meeting(NURSERY, "2026-03-05 19:00", link="https://example.org/room")
    assert found(early, late, minutes_of_travel=30) == []


def test_an_organisation_without_a_place_meets_where_it_met() -> None:
    early, late = meeting(CLUB, "2026-03-05 17:00"), meeting(CLUB, "2026-03-05 19:00")
    assert found(early, late, minutes_of_travel=30) == []


def test_a_third_evening_in_one_week_is_too_many() -> None:
    evenings = [meeting(CLUB, f"2026-03-0{day} 19:00") for day in (3, 4, 5)]
    (week,) = found(*evenings, limits=Limits())
    assert (week.kind, week.on, week.meetings) == (
        FindingKind.EVENINGS,
        date(2026, 3, 2),
        tuple(evenings),
    )
    words = "3 evenings with meetings in week 10. Your limit is 2."
    assert sentence_of(week, name) == words


def test_an_evening_with_two_meetings_counts_once() -> None:
    evenings = [meeting(CLUB, "2026-03-03 18:00"), meeting(CLUB, "2026-03-03 20:00")]
    assert found(*evenings, limits=Limits(evenings_a_week=1)) == []


def test_week_53_reaches_into_january() -> None:
    days = ("2026-12-29", "2026-12-30", "2027-01-03")
    (week,) = found(*(meeting(CLUB, f"{day} 19:00") for day in days), limits=Limits())
    assert sentence_of(week, name).startswith("3 evenings with meetings in week 53.")


def test_an_afternoon_is_no_evening() -> None:
    assert evenings_of(meeting(CLUB, "2026-03-05 15:00", "2026-03-05 17:00")) == []
    assert evenings_of(meeting(CLUB, "2026-03-05 15:00", "2026-03-05 17:15")) == [date(2026, 3, 5)]


def test_a_weekend_away_has_the_evenings_it_lies_on() -> None:
    away = meeting(CLUB, "2026-03-06 16:00", "2026-03-08 14:00")
    assert evenings_of(away) == [date(2026, 3, 6), date(2026, 3, 7)]


def test_a_meeting_past_midnight_has_one_evening() -> None:
    assert evenings_of(meeting(CLUB, "2026-03-06 22:00", "2026-03-07 01:00")) == [date(2026, 3, 6)]


def test_too_many_hours_in_a_day_are_said() -> None:
    morning = meeting(CLUB, "2026-03-05 08:00", "2026-03-05 13:00")
    afternoon = meeting(NURSERY, "2026-03-05 13:00", "2026-03-05 16:30")
    (day,) = found(morning, afternoon, limits=Limits())
    assert day.meetings == (morning, afternoon)
    words = "8 h 30 min of meetings on Thu 5 March. Your limit is 8 h."
    assert sentence_of(day, name) == words


def test_hours_that_two_meetings_share_count_once() -> None:
    both = [meeting(CLUB, "2026-03-05 08:00", "2026-03-05 14:00") for _each in range(2)]
    assert kinds(found(*both, limits=Limits())) == [FindingKind.OVERLAP]


def test_hours_on_either_side_of_midnight_belong_to_their_own_day() -> None:
    night = meeting(CLUB, "2026-03-05 16:00", "2026-03-06 02:00")
    assert kinds(found(night, limits=Limits(hours_a_day=7))) == [FindingKind.HOURS]
    assert found(night, limits=Limits(hours_a_day=8)) == []


@st.composite
def sittings(draw: st.DrawFn) -> Meeting:
    starts_at = datetime(2026, 3, 20) + timedelta(minutes=draw(st.integers(0, 20 * 24 * 60)))
    ends_at = starts_at + timedelta(minutes=draw(st.integers(61, 36 * 60)))
    board = draw(st.sampled_from((CLUB, NURSERY, NETWORK)))
    return Meeting(organisation_id=board.id, starts_at=starts_at, ends_at=ends_at)


@given(st.lists(sittings(), max_size=12))
def test_meetings_clash_exactly_when_two_of_them_overlap(given: list[Meeting]) -> None:
    clashing = {
        each.id
        for finding in findings_of(given, half_an_hour, WIDE)
        if finding.kind is FindingKind.OVERLAP
        for each in finding.meetings
    }
    expected = {
        each.id
        for each in given
        for other in given
        if each is not other and each.starts_at < other.ends_at and other.starts_at < each.ends_at
    }
    assert clashing == expected


@given(st.lists(sittings(), max_size=8), st.randoms())
def test_the_order_meetings_are_given_in_changes_nothing(
    given: list[Meeting], random: st.DataObject
) -> None:
    mixed = list(given)
    random.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis' own Random
    before, after = (findings_of(each, half_an_hour, Limits()) for each in (given, mixed))
    assert [(each.on, each.kind, each.amount) for each in before] == [
        (each.on, each.kind, each.amount) for each in after
    ]


def test_a_place_called_online_is_nowhere_to_go() -> None:
    early = meeting(CLUB, "2026-03-05 17:00", place="Club house")
    late = meeting(NURSERY, "2026-03-05 19:00", place="Online")
    assert found(early, late, minutes_of_travel=30) == []
