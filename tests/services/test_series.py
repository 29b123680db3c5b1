"""What one does with series of meetings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from boardkeeper.clock import Clock
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.recurrence import read_rule
from boardkeeper.domain.series import HolidayRule, Series
from boardkeeper.domain.series_plan import Reason
from boardkeeper.errors import InvalidField
from boardkeeper.services.series import SeriesService
from tests.support.builders import (
    TODAY,
    House,
    closed_days,
    item,
    meeting,
    membership,
    organisation,
    person,
    series,
    term,
)

GROUP = organisation(
    "Kvart over Syv",
    kind=OrganisationKind.NETWORK,
    usual_place="Gæstgivergården",
    usual_start=time(7, 15),
    usual_minutes=135,
)
MORNINGS = series(
    GROUP, minutes=135, kind=MeetingKind.NETWORK, skipped_months="7", place="Gæstgivergården"
)
"""Every third Thursday from 8 January 2026; today is Monday 2 March."""


@pytest.fixture
def group(house: House) -> House:
    """The group's series, planned."""
    house.keep(GROUP)
    house.series.plan(MORNINGS)
    return house


def days(house: House, of: Series = MORNINGS) -> list[str]:
    """The days of the series' meetings in 2026, as `03-12`."""
    return [f"{each.day:%m-%d}" for each in house.series.meetings(of.id) if each.day.year == 2026]


def on(house: House, day: str, of: Series = MORNINGS) -> Meeting:
    """The meeting of the series on a day of 2026, as `03-12`."""
    (found,) = [each for each in house.series.meetings(of.id) if f"{each.day:%m-%d}" == day]
    return found


def stored(house: House) -> Series:
    return house.series.get(MORNINGS.id)


def test_a_proposed_series_has_what_the_boards_meetings_share(house: House) -> None:
    house.keep(GROUP)
    proposed = house.series.proposed(GROUP.id, date(2026, 3, 5), read_rule("FREQ=WEEKLY"))
    assert proposed.starts_at == datetime(2026, 3, 5, 7, 15)
    assert (proposed.kind, proposed.minutes) == (MeetingKind.NETWORK, 135)
    assert proposed.place == "Gæstgivergården"
    assert house.series.all() == []


def test_planning_stores_the_meetings_eighteen_months_ahead(group: House) -> None:
    meetings = group.series.meetings(MORNINGS.id)
    assert len([each for each in meetings if each.day.year == 2026]) == 15
    assert sum(each.minutes for each in meetings if each.day.year == 2026) == 33.75 * 60
    assert meetings[-1].day == date(2027, 8, 19)
    assert {(each.place, each.kind, each.state) for each in meetings} == {
        ("Gæstgivergården", MeetingKind.NETWORK, MeetingState.PLANNED)
    }
    assert all(each.series_day == each.day for each in meetings)


def test_planned_meetings_have_no_agenda_yet(group: House) -> None:
    assert all(not group.agenda.of(each.id).lines for each in group.series.meetings(MORNINGS.id))


def test_the_meetings_are_numbered_on_from_the_highest(house: House) -> None:
    house.keep(GROUP, meeting(GROUP, number=62, kind=MeetingKind.NETWORK))
    numbers = [each.number for each in house.series.plan(MORNINGS)]
    assert numbers == list(range(63, 63 + len(numbers)))


def test_general_meetings_have_no_numbers(house: House) -> None:
    house.keep(GROUP)
    yearly = replace(MORNINGS, kind=MeetingKind.GENERAL, rule="FREQ=YEARLY;BYMONTH=3;BYDAY=3TU")
    assert [each.number for each in house.series.plan(yearly)] == [None, None]


def test_those_who_sit_on_the_day_lead_the_meeting(house: House) -> None:
    anna, bo = person("Anna"), person("Bo")
    until, since = membership(anna, GROUP, role=Role.CHAIR), membership(bo, GROUP, role=Role.CHAIR)
    house.keep(GROUP, anna, bo, until, since)
    house.keep(term(until, "2025-01-01", "2026-05-31"), term(since, "2026-06-01"))
    house.series.plan(MORNINGS)
    assert on(house, "04-23").chair_id == anna.id
    assert on(house, "06-04").chair_id == bo.id


def test_a_series_ends_by_its_day_or_its_count(house: House) -> None:
    house.keep(GROUP)
    ten = replace(MORNINGS, rule="FREQ=WEEKLY;COUNT=3", starts_at=datetime(2026, 3, 5, 7, 15))
    assert len(house.series.plan(ten)) == 3


def test_a_rule_without_any_meeting_is_not_stored(house: House) -> None:
    house.keep(GROUP)
    with pytest.raises(InvalidField, match="no meeting"):
        house.series.plan(replace(MORNINGS, rule="FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"))
    assert house.series.all() == []


def test_a_meeting_already_there_becomes_one_of_the_series(house: House) -> None:
    there = meeting(
        GROUP, "2026-03-12 07:15", "2026-03-12 09:30", kind=MeetingKind.NETWORK, number=7
    )
    other = meeting(GROUP, "2026-04-23 19:00", kind=MeetingKind.NETWORK)
    house.keep(GROUP, there, other)
    house.series.plan(MORNINGS)
    assert on(house, "03-12").id == there.id
    assert house.meetings.get(other.id).series_id is None


def test_what_was_dropped_is_listed_with_its_reason(group: House) -> None:
    dropped = group.series.dropped(MORNINGS.id, last=date(2026, 12, 31))
    assert [(f"{each.rule_day:%m-%d}", each.reason) for each in dropped] == [
        ("04-02", Reason.HOLIDAY),
        ("05-14", Reason.HOLIDAY),
        ("07-16", Reason.MONTH),
    ]


def test_what_a_person_took_away_is_listed_too(group: House) -> None:
    group.meetings.discard(on(group, "06-04").id)
    dropped = group.series.dropped(MORNINGS.id, date(2026, 6, 1), date(2026, 6, 30))
    assert [(f"{each.rule_day:%m-%d}", each.reason) for each in dropped] == [
        ("06-04", Reason.LEFT_OUT)
    ]


def test_one_meeting_moved_or_cancelled_stays_in_its_series(group: House) -> None:
    moved, cancelled = on(group, "03-12"), on(group, "04-23")
    group.meetings.reschedule(moved.id, datetime(2026, 3, 13, 8, 0))
    group.meetings.cancel(cancelled.id)
    assert on(group, "03-13").series_day == date(2026, 3, 12)
    assert on(group, "04-23").state is MeetingState.CANCELLED
    assert group.series.dropped(MORNINGS.id, date(2026, 3, 1), date(2026, 4, 1)) == []


def test_each_change_others_must_hear_of_is_counted(group: House) -> None:
    sitting = on(group, "03-12")
    group.meetings.reschedule(sitting.id, datetime(2026, 3, 13, 8, 0))
    group.meetings.change(replace(group.meetings.get(sitting.id), place="Havnen"))
    group.meetings.change(replace(group.meetings.get(sitting.id), notes="Husk brød"))
    group.meetings.cancel(sitting.id)
    assert group.meetings.get(sitting.id).sequence == 3


class TestExtending:
    """Planning further ahead as time passes."""

    def test_a_year_later_a_year_more_is_planned(self, group: House) -> None:
        before = len(group.series.meetings(MORNINGS.id))
        later = SeriesService(group.journal, Clock(TODAY + timedelta(days=365)))
        added = later.extend()
        meetings = group.series.meetings(MORNINGS.id)
        assert added == len(meetings) - before > 10
        assert meetings[-1].day > date(2028, 7, 31)
        assert len({each.number for each in meetings}) == len(meetings)

    def test_when_there_is_nothing_to_plan_nothing_is_left_to_undo(self, group: House) -> None:
        group.journal.forget()
        assert group.series.extend() == 0
        assert group.journal.undo_label is None

    def test_what_was_taken_away_does_not_come_back(self, group: House) -> None:
        group.meetings.discard(on(group, "06-04").id)
        SeriesService(group.journal, Clock(TODAY + timedelta(days=365))).extend()
        assert "06-04" not in days(group)

    def test_a_daily_series_forgotten_for_ten_years_is_taken_up_again(self, house: House) -> None:
        daily = replace(MORNINGS, rule="FREQ=DAILY")
        house.keep(GROUP, replace(daily, planned_until=date(2016, 1, 1)))
        assert house.series.extend() > 500


class TestChangingAll:
    """The whole series changed."""

    def test_meetings_ahead_follow_and_those_before_stay(self, group: House) -> None:
        group.series.change_all(
            replace(stored(group), starts_at=datetime(2026, 1, 7, 8, 0), place="Havnen")
        )
        assert days(group)[:6] == ["01-08", "01-29", "02-19", "03-11", "04-01", "04-22"]
        assert on(group, "03-11").starts_at == datetime(2026, 3, 11, 8, 0)
        assert on(group, "03-11").place == "Havnen"
        assert on(group, "02-19").place == "Gæstgivergården"

    def test_a_meeting_keeps_its_agenda_and_number_when_it_follows(self, group: House) -> None:
        sitting = on(group, "03-12")
        group.keep(item(sitting, "Oplæg"))
        group.series.change_all(replace(stored(group), rule="FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"))
        followed = on(group, "03-13")
        assert (followed.id, followed.number) == (sitting.id, sitting.number)
        assert followed.sequence == sitting.sequence + 1

    def test_meetings_moved_called_held_or_cancelled_stay(self, group: House) -> None:
        group.meetings.reschedule(on(group, "03-12").id, datetime(2026, 3, 13, 8, 0))
        group.meetings.send_notice(on(group, "04-23").id)
        group.meetings.cancel(on(group, "06-04").id)
        group.series.change_all(replace(stored(group), rule="FREQ=WEEKLY;INTERVAL=3;BYDAY=WE"))
        assert days(group)[3:8] == ["03-13", "04-01", "04-23", "05-13", "06-04"]

    def test_a_place_of_its_own_is_kept_when_the_time_follows(self, group: House) -> None:
        group.meetings.change(replace(on(group, "03-12"), place="Rådhuset"))
        group.series.change_all(
            replace(stored(group), starts_at=datetime(2026, 1, 8, 8, 0), place="Havnen")
        )
        assert on(group, "03-12").place == "Rådhuset"
        assert on(group, "03-12").starts_at == datetime(2026, 3, 12, 8, 0)

    def test_more_often_fills_in_and_leaves_what_was(self, group: House) -> None:
        before = {each.id for each in group.series.meetings(MORNINGS.id)}
        group.series.change_all(replace(stored(group), rule="FREQ=WEEKLY"))
        assert days(group)[3:7] == ["03-05", "03-12", "03-19", "03-26"]
        assert before <= {each.id for each in group.series.meetings(MORNINGS.id)}

    def test_less_often_keeps_the_nearest_and_puts_prepared_ones_in_the_trash(
        self, group: House
    ) -> None:
        group.keep(item(on(group, "04-23"), "Oplæg"))
        group.series.change_all(replace(stored(group), rule="FREQ=WEEKLY;INTERVAL=6"))
        assert days(group)[3:7] == ["06-25", "08-06", "09-17", "10-29"]
        assert len(group.trash.entries()) == 1

    def test_what_was_taken_away_does_not_come_back(self, group: House) -> None:
        group.meetings.discard(on(group, "06-04").id)
        group.series.change_all(replace(stored(group), place="Havnen"))
        assert "06-04" not in days(group)

    def test_a_rule_without_any_meeting_changes_nothing(self, group: House) -> None:
        before = group.everything()
        with pytest.raises(InvalidField):
            group.series.change_all(replace(stored(group), rule="FREQ=DAILY;UNTIL=20200101"))
        assert group.everything() == before


class TestChangingFromADayOn:
    """This meeting and those that follow."""

    def test_what_lies_before_stays_and_the_rest_is_of_a_new_series(self, group: House) -> None:
        changed = replace(stored(group), rule="FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", place="Havnen")
        new = group.series.change_from(MORNINGS.id, date(2026, 6, 1), changed)
        assert days(group) == ["01-08", "01-29", "02-19", "03-12", "04-23"]
        assert days(group, new)[:3] == ["06-05", "06-26", "08-07"]
        assert on(group, "06-05", new).place == "Havnen"
        assert stored(group).rule == "FREQ=WEEKLY;UNTIL=20260531;INTERVAL=3"
        assert stored(group).planned_until == date(2026, 5, 31)

    def test_the_beat_goes_on_where_only_the_time_changes(self, group: House) -> None:
        changed = replace(stored(group), starts_at=datetime(2026, 1, 8, 8, 0))
        new = group.series.change_from(MORNINGS.id, date(2026, 6, 1), changed)
        assert days(group, new)[:3] == ["06-04", "06-25", "08-06"]
        assert new.starts_at == datetime(2026, 6, 4, 8, 0)

    def test_meetings_called_or_moved_go_with_the_new_series(self, group: House) -> None:
        group.meetings.send_notice(on(group, "06-04").id)
        changed = replace(stored(group), starts_at=datetime(2026, 1, 8, 8, 0))
        new = group.series.change_from(MORNINGS.id, date(2026, 6, 1), changed)
        assert on(group, "06-04", new).starts_at == datetime(2026, 6, 4, 7, 15)

    def test_the_meetings_left_of_a_count_are_counted_on(self, house: House) -> None:
        house.keep(GROUP)
        house.series.plan(replace(MORNINGS, rule="FREQ=WEEKLY;COUNT=20"))
        changed = replace(house.series.get(MORNINGS.id), place="Havnen")
        new = house.series.change_from(MORNINGS.id, date(2026, 3, 5), changed)
        assert new.rule == "FREQ=WEEKLY;COUNT=12"
        assert len(house.series.meetings(MORNINGS.id)) == 8

    def test_from_the_first_meeting_on_it_is_the_whole_series(self, group: House) -> None:
        changed = replace(stored(group), place="Havnen")
        new = group.series.change_from(MORNINGS.id, date(2026, 1, 8), changed)
        assert new.id == MORNINGS.id
        assert len(group.series.all()) == 1


def test_a_series_ended_has_no_meeting_after_the_day(group: House) -> None:
    group.meetings.send_notice(on(group, "06-25").id)
    group.series.end(MORNINGS.id, date(2026, 6, 4))
    assert days(group)[4:] == ["04-23", "06-04", "06-25"]
    assert SeriesService(group.journal, Clock(date(2027, 3, 2))).extend() == 0


def test_a_discarded_series_takes_its_meetings_ahead_along_and_brings_them_back(
    group: House,
) -> None:
    group.meetings.send_notice(on(group, "03-12").id)
    before = set(group.everything())
    group.series.discard(MORNINGS.id)
    assert [f"{each.day:%m-%d}" for each in group.meetings.all()] == [
        *("01-08", "01-29", "02-19", "03-12"),
    ]
    assert all(each.series_id is None for each in group.meetings.all())
    (entry,) = group.trash.entries()
    assert group.trash.kind_of(entry) is Series
    group.trash.restore(entry.id)
    assert set(group.everything()) == before


class TestDeciding:
    """Holidays a person is asked about."""

    @pytest.fixture
    def asking(self, house: House) -> House:
        house.keep(GROUP)
        house.series.plan(replace(MORNINGS, holiday_rule=HolidayRule.ASK))
        return house

    def test_the_days_to_decide_about_are_listed(self, asking: House) -> None:
        asked = [each.rule_day for each in asking.series.questions(MORNINGS.id)]
        assert asked[:2] == [date(2026, 4, 2), date(2026, 5, 14)]

    def test_every_series_that_asks_is_found_with_its_days_and_no_other(
        self, asking: House
    ) -> None:
        other = organisation("Tennis club")
        asking.keep(other)
        asking.series.plan(series(other, MORNINGS.rule))
        ((found, days),) = asking.series.open_questions()
        assert (found.id, days) == (MORNINGS.id, asking.series.questions(MORNINGS.id))
        assert asking.series.open_questions(other.id) == []

    def test_a_day_can_be_met_on_another(self, asking: House) -> None:
        asking.series.settle(MORNINGS.id, date(2026, 4, 2), date(2026, 4, 9))
        assert on(asking, "04-09").series_day == date(2026, 4, 2)
        assert asking.series.questions(MORNINGS.id)[0].rule_day == date(2026, 5, 14)

    def test_a_day_can_be_left_out_and_met_on_after_all(self, asking: House) -> None:
        asking.series.settle(MORNINGS.id, date(2026, 4, 2), None)
        assert asking.series.questions(MORNINGS.id)[0].rule_day == date(2026, 5, 14)
        asking.series.settle(MORNINGS.id, date(2026, 4, 2), date(2026, 4, 2))
        assert stored(asking).left_out == ""
        assert "04-02" in days(asking)

    def test_an_ordinary_day_can_be_left_out(self, asking: House) -> None:
        asking.series.settle(MORNINGS.id, date(2026, 3, 12), None)
        assert "03-12" not in days(asking)
        asking.series.change_all(replace(stored(asking), place="Havnen"))
        assert "03-12" not in days(asking)


class TestClosing:
    """Days on which the organisation is closed."""

    def test_meetings_on_closed_days_go(self, group: House) -> None:
        group.series.close(closed_days(GROUP, "2026-06-01", "2026-06-07"))
        assert "06-04" not in days(group)

    def test_they_come_back_when_the_days_are_opened(self, group: House) -> None:
        before = days(group)
        week = closed_days(GROUP, "2026-06-01", "2026-06-07")
        group.series.close(week)
        group.series.reopen(week.id)
        assert days(group) == before
        assert group.series.closed_days(GROUP.id) == []

    def test_a_called_meeting_is_not_taken_away(self, group: House) -> None:
        group.meetings.send_notice(on(group, "06-04").id)
        group.series.close(closed_days(GROUP, "2026-06-01", "2026-06-07"))
        assert "06-04" in days(group)

    def test_they_move_where_the_series_says_so(self, house: House) -> None:
        house.keep(GROUP)
        house.series.plan(replace(MORNINGS, holiday_rule=HolidayRule.NEXT_WEEK))
        house.series.close(closed_days(GROUP, "2026-06-01", "2026-06-07"))
        assert "06-11" in days(house)


VERBS: list[Callable[[House], object]] = [
    lambda house: house.series.plan(series(GROUP, starts="2026-03-03 19:00")),
    lambda house: SeriesService(house.journal, Clock(date(2027, 3, 2))).extend(),
    lambda house: house.series.change_all(replace(stored(house), rule="FREQ=WEEKLY;BYDAY=WE")),
    lambda house: house.series.change_from(
        MORNINGS.id, date(2026, 6, 1), replace(stored(house), rule="FREQ=MONTHLY;BYDAY=2TU")
    ),
    lambda house: house.series.end(MORNINGS.id, date(2026, 6, 1)),
    lambda house: house.series.discard(MORNINGS.id),
    lambda house: house.series.settle(MORNINGS.id, date(2026, 3, 12), None),
    lambda house: house.series.close(closed_days(GROUP, "2026-03-10", "2026-06-07")),
]


@pytest.mark.parametrize("act", VERBS)
def test_each_verb_is_one_step_back_and_one_forth(
    group: House, act: Callable[[House], object]
) -> None:
    group.journal.forget()
    before = set(group.everything())
    act(group)
    after = set(group.everything())
    assert after != before
    group.journal.undo()
    assert set(group.everything()) == before
    assert group.journal.undo_label is None
    group.journal.redo()
    assert set(group.everything()) == after
    assert group.store.problems() == []
