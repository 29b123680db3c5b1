"""Rules of recurrence: read, written the one way, refused by name."""

from __future__ import annotations

from datetime import datetime

import pytest

from boardkeeper.domain.recurrence import ending_with, read_rule
from boardkeeper.errors import InvalidField

START = datetime(2026, 1, 8, 7, 15)


def refused(text: str) -> str:
    with pytest.raises(InvalidField) as caught:
        read_rule(text)
    assert caught.value.field == "rule"
    return str(caught.value)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("FREQ=WEEKLY;INTERVAL=1", "FREQ=WEEKLY"),
        ("RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TH,TU", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("interval=3;freq=weekly;byday=th", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH"),
        ("FREQ=MONTHLY;BYDAY=+2TU", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=7;", "FREQ=MONTHLY;COUNT=7;BYDAY=-1FR"),
        ("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"),
        ("FREQ=DAILY;UNTIL=20261231T120000", "FREQ=DAILY;UNTIL=20261231T120000"),
        ("FREQ=YEARLY;BYMONTHDAY=5,-1,5;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1,5"),
    ],
)
def test_a_rule_is_written_the_one_way(said: str, written: str) -> None:
    assert read_rule(said).text == written
    assert read_rule(written) == read_rule(said)


def test_an_end_in_utc_is_the_wall_time_of_the_place() -> None:
    winter = read_rule("FREQ=DAILY;UNTIL=20261231T061500Z", "Europe/Copenhagen")
    summer = read_rule("FREQ=DAILY;UNTIL=20260701T051500Z", "Europe/Copenhagen")
    assert winter.until == datetime(2026, 12, 31, 7, 15)
    assert summer.until == datetime(2026, 7, 1, 7, 15)


def test_other_calendars_get_the_end_in_utc() -> None:
    rule = read_rule("FREQ=WEEKLY;UNTIL=20260701")
    text = rule.text_for_calendars("Europe/Copenhagen")
    assert text == "FREQ=WEEKLY;UNTIL=20260701T215959Z"
    assert read_rule(text, "Europe/Copenhagen") == rule


def test_a_time_of_the_day_is_taken_where_it_is_the_start_s_own() -> None:
    text = "FREQ=WEEKLY;BYHOUR=7;BYMINUTE=15;BYSECOND=0"
    assert read_rule(text, start=START).text == "FREQ=WEEKLY"
    assert "BYHOUR=7" in refused(text)


def test_another_end_takes_the_place_of_the_one_there_was() -> None:
    rule = read_rule("FREQ=WEEKLY;COUNT=10")
    assert ending_with(rule, START.date()).text == "FREQ=WEEKLY;UNTIL=20260108"
    assert ending_with(rule, None).is_endless


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("FREQ=SECONDLY", "FREQ=SECONDLY"),
        ("FREQ=MINUTELY;INTERVAL=20", "FREQ=MINUTELY"),
        ("FREQ=HOURLY;COUNT=2", "FREQ=HOURLY"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("INTERVAL=2", "FREQ="),
        ("", "FREQ="),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL=0"),
        ("FREQ=DAILY;INTERVAL=999999999", "INTERVAL=999999999"),
        ("FREQ=DAILY;INTERVAL=" + "9" * 1500, "INTERVAL=999"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0"),
        ("FREQ=DAILY;COUNT=1000000", "COUNT=1000000"),
        ("FREQ=DAILY;COUNT=٣", "COUNT=٣"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20260101", "COUNT"),
        ("FREQ=DAILY;UNTIL=20260231", "UNTIL=20260231"),
        ("FREQ=DAILY;UNTIL=99999999T999999Z", "UNTIL=99999999T999999Z"),
        ("FREQ=DAILY;FREQ=WEEKLY", "FREQ"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=MONTHLY;BYMONTHDAY=", "BYMONTHDAY="),
        ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH=-1"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
        ("FREQ=WEEKLY;BYDAY=2TU", "BYDAY=2TU"),
        ("FREQ=DAILY;BYWEEKNO=3", "BYWEEKNO"),
        ("FREQ=MONTHLY;BYYEARDAY=3", "BYYEARDAY"),
        ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO", "BYWEEKNO"),
        ("FREQ=MONTHLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY=54MO"),
        ("FREQ=WEEKLY;WKST=ONSDAG", "ONSDAG"),
        ("FREQ=WEEKLY;BYEASTER=1", "BYEASTER"),
        ("FREQ=DAILY;BYHOUR=9,10", "BYHOUR=9,10"),
        ("FREQ=YEARLY;BYYEARDAY=" + ",".join(["1"] * 5000), "too long"),
        ("hver torsdag", "FREQ="),
    ],
)
def test_what_cannot_be_is_refused_by_name(text: str, named: str) -> None:
    assert named in refused(text)
