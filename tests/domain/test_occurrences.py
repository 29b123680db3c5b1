"""The days a rule gives: those of RFC 5545's own examples, and those python-dateutil gives."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from boardkeeper.domain.occurrences import count_before, next_occurrence, occurrences
from boardkeeper.domain.recurrence import WEEKDAYS, read_rule
from boardkeeper.errors import InvalidField

RFC = datetime(1997, 9, 2, 9)
"""The Tuesday most of the RFC's examples start on."""


def days(text: str, start: datetime = RFC, last: date | None = None) -> list[str]:
    """The days as 1997-09-02."""
    return [f"{at:%Y-%m-%d}" for at in occurrences(read_rule(text), start, last=last)]


def spread(*months: str) -> list[str]:
    """`1997-09 2 4` for 1997-09-02 and 1997-09-04."""
    found = []
    for each in months:
        month, *numbers = each.split()
        found += [f"{month}-{int(number):02}" for number in numbers]
    return found


def every(first: str, last: str, step: int = 1) -> list[str]:
    """Every so many days from one to the other."""
    day, found = date.fromisoformat(first), []
    while day <= date.fromisoformat(last):
        found.append(day.isoformat())
        day += timedelta(days=step)
    return found


# RFC 5545, 3.8.5.3. An end in UTC there is an end in wall time here; endless rules are cut short.
EXAMPLES = [
    ("FREQ=DAILY;COUNT=10", "1997-09-02", every("1997-09-02", "1997-09-11")),
    ("FREQ=DAILY;UNTIL=19971224T000000", "1997-09-02", every("1997-09-02", "1997-12-23")),
    ("FREQ=DAILY;INTERVAL=2", "1997-09-02", every("1997-09-02", "1997-12-03", 2)),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", every("1997-09-02", "1997-10-12", 10)),
    (
        "FREQ=YEARLY;UNTIL=20000131T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "1998-01-01",
        [day for year in (1998, 1999, 2000) for day in every(f"{year}-01-01", f"{year}-01-31")],
    ),
    (
        "FREQ=DAILY;UNTIL=20000131T140000;BYMONTH=1",
        "1998-01-01",
        [day for year in (1998, 1999, 2000) for day in every(f"{year}-01-01", f"{year}-01-31")],
    ),
    ("FREQ=WEEKLY;COUNT=10", "1997-09-02", every("1997-09-02", "1997-11-04", 7)),
    ("FREQ=WEEKLY;UNTIL=19971224T000000", "1997-09-02", every("1997-09-02", "1997-12-23", 7)),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02", every("1997-09-02", "1998-02-17", 14)),
    (
        "FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        spread("1997-09 2 4 9 11 16 18 23 25 30", "1997-10 2"),
    ),
    (
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        spread("1997-09 2 4 9 11 16 18 23 25 30", "1997-10 2"),
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR",
        "1997-09-01",
        spread(
            "1997-09 1 3 5 15 17 19 29",
            "1997-10 1 3 13 15 17 27 29 31",
            "1997-11 10 12 14 24 26 28",
            "1997-12 8 10 12 22",
        ),
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        spread("1997-09 2 4 16 18 30", "1997-10 2 14 16"),
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997-09-05",
        spread(
            *("1997-09 5", "1997-10 3", "1997-11 7", "1997-12 5", "1998-01 2"),
            *("1998-02 6", "1998-03 6", "1998-04 3", "1998-05 1", "1998-06 5"),
        ),
    ),
    (
        "FREQ=MONTHLY;UNTIL=19971224T000000;BYDAY=1FR",
        "1997-09-05",
        spread("1997-09 5", "1997-10 3", "1997-11 7", "1997-12 5"),
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997-09-07",
        spread("1997-09 7 28", "1997-11 2 30", "1998-01 4 25", "1998-03 1 29", "1998-05 3 31"),
    ),
    (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1997-09-22",
        spread(
            *("1997-09 22", "1997-10 20", "1997-11 17", "1997-12 22", "1998-01 19", "1998-02 16")
        ),
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1997-09-28",
        spread(
            *("1997-09 28", "1997-10 29", "1997-11 28", "1997-12 29", "1998-01 29", "1998-02 26")
        ),
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1997-09-02",
        spread("1997-09 2 15", "1997-10 2 15", "1997-11 2 15", "1997-12 2 15", "1998-01 2 15"),
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997-09-30",
        spread(
            "1997-09 30",
            "1997-10 1 31",
            "1997-11 1 30",
            "1997-12 1 31",
            "1998-01 1 31",
            "1998-02 1",
        ),
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997-09-10",
        spread("1997-09 10 11 12 13 14 15", "1999-03 10 11 12 13"),
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "1997-09-02",
        spread(
            "1997-09 2 9 16 23 30",
            "1997-11 4 11 18 25",
            "1998-01 6 13 20 27",
            "1998-03 3 10 17 24 31",
        ),
    ),
    (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "1997-06-10",
        [f"{year}-{month}-10" for year in range(1997, 2002) for month in ("06", "07")],
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "1997-03-10",
        [
            f"{year}-{month}-10"
            for year in range(1997, 2005, 2)
            for month in ("01", "02", "03")
            if (year, month) >= (1997, "03")
        ],
    ),
    (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "1997-01-01",
        [
            *("1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09"),
            *("2000-07-18", "2003-01-01", "2003-04-10", "2003-07-19", "2006-01-01"),
        ],
    ),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", ["1997-05-19", "1998-05-18", "1999-05-17"]),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", ["1997-05-12", "1998-05-11", "1999-05-17"]),
    (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "1997-03-13",
        spread("1997-03 13 20 27", "1998-03 5 12 19 26", "1999-03 4 11 18 25"),
    ),
    (
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "1997-06-05",
        spread(
            *("1997-06 5 12 19 26", "1997-07 3 10 17 24 31", "1997-08 7 14 21 28"),
            *("1998-06 4 11 18 25", "1998-07 2 9 16 23 30", "1998-08 6 13 20 27"),
        ),
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1997-09-02",
        ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"],
    ),
    (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997-09-13",
        spread(*("1997-09 13", "1997-10 11", "1997-11 8", "1997-12 13", "1998-01 10", "1998-02 7")),
    ),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996-11-05",
        ["1996-11-05", "2000-11-07", "2004-11-02"],
    ),
    (
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "1997-09-04",
        ["1997-09-04", "1997-10-07", "1997-11-06"],
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997-09-29",
        spread(
            *("1997-09 29", "1997-10 30", "1997-11 27", "1997-12 30"),
            *("1998-01 29", "1998-02 26", "1998-03 30"),
        ),
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08-05",
        ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997-08-05",
        ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2007-01-15",
        ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"],
    ),
]


@pytest.mark.parametrize(("text", "start", "expected"), EXAMPLES)
def test_the_examples_of_rfc_5545(text: str, start: str, expected: list[str]) -> None:
    begins = datetime.fromisoformat(f"{start}T09:00")
    assert days(text, begins, date.fromisoformat(expected[-1])) == expected
    if not read_rule(text).is_endless:
        assert days(text, begins, date(2010, 1, 1)) == expected


def any_rule(chance: random.Random) -> tuple[str, datetime]:
    """A rule that gives some day, and a start.

    Three habits of python-dateutil are left out, where it departs from the RFC or falls short of
    it: numbered beside bare weekdays (it takes the days that are both), BYSETPOS in a week that the
    start cuts short, and week -52 or -53 of the next year.
    """
    frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    moment = datetime(1996, 1, 1, 7, 15) + timedelta(days=chance.randrange(12000))
    parts = [f"FREQ={frequency}"]

    def numbers(highest: int, *, both_ways: bool = True) -> str:
        signs = (1, -1) if both_ways else (1,)
        found = {chance.choice(signs) * chance.randint(1, highest) for _each in range(3)}
        return ",".join(map(str, found))

    def maybe(share: float, part: str) -> bool:
        is_so = chance.random() < share
        if is_so:
            parts.append(part)
        return is_so

    maybe(0.5, f"INTERVAL={chance.randint(1, 6)}")
    maybe(0.25, "BYMONTH=" + numbers(12, both_ways=False))
    if frequency != "WEEKLY":
        maybe(0.25, "BYMONTHDAY=" + numbers(28))
    has_weeks = False
    if frequency == "YEARLY":
        maybe(0.15, "BYYEARDAY=" + numbers(366))
        weeks = {chance.choice((chance.randint(1, 53), -chance.randint(1, 10))) for _ in range(3)}
        has_weeks = maybe(0.2, "BYWEEKNO=" + ",".join(map(str, weeks)))
    is_numbered = frequency in ("MONTHLY", "YEARLY") and not has_weeks and chance.random() < 0.5
    place = ("1", "2", "-1", "3", "+4") if is_numbered else ("",)
    weekdays = {chance.choice(place) + chance.choice(WEEKDAYS) for _each in range(3)}
    maybe(0.5, "BYDAY=" + ",".join(sorted(weekdays)))
    if frequency in ("MONTHLY", "YEARLY"):
        maybe(0.25, "BYSETPOS=" + numbers(4))
    maybe(0.3, "WKST=" + chance.choice(WEEKDAYS))
    last = moment + timedelta(days=chance.randint(200, 1500), hours=chance.randint(-7, 7))
    if not maybe(0.6, f"UNTIL={last:%Y%m%dT%H%M%S}"):
        maybe(0.5, f"COUNT={chance.randint(1, 60)}")
    return ";".join(parts), moment


def test_a_thousand_rules_give_the_days_python_dateutil_gives() -> None:
    chance = random.Random(5545)  # noqa: S311 - a die, not a key
    compared = 0
    while compared < 1000:
        text, start = any_rule(chance)
        rule, last = read_rule(text), start.date() + timedelta(days=900)
        ours = occurrences(rule, start, last=last)
        if not ours:  # python-dateutil would look for one until the year 9999
            continue
        # Each asks for one day more than ours, so that one too few would be seen.
        following = next_occurrence(rule, start, last + timedelta(days=1))
        theirs = rrulestr(text, dtstart=start)
        expected = list(theirs.between(start, ours[-1], inc=True))
        assert ours == expected, (text, start)
        if following is not None:
            assert theirs.after(ours[-1]) == following, (text, start)
        compared += 1


def test_where_one_begins_to_look_changes_nothing() -> None:
    chance = random.Random(7)  # noqa: S311 - a die, not a key
    for _each in range(300):
        text, start = any_rule(chance)
        rule, last = read_rule(text), start.date() + timedelta(days=700)
        whole = occurrences(rule, start, last=last)
        first = start.date() + timedelta(days=chance.randrange(700))
        later = [at for at in whole if at.date() >= first]
        assert occurrences(rule, start, first, last) == later, text
        if later:
            assert next_occurrence(rule, start, first) == later[0], text
        assert count_before(rule, start, first) == len(whole) - len(later), text


def test_the_wall_time_stays_when_the_clocks_change() -> None:
    start = datetime(2026, 3, 22, 2, 30)
    spring = occurrences(read_rule("FREQ=WEEKLY;COUNT=3"), start)
    assert [f"{at:%d.%m %H:%M}" for at in spring] == ["22.03 02:30", "29.03 02:30", "05.04 02:30"]
    autumn = occurrences(read_rule("FREQ=DAILY;COUNT=2"), datetime(2026, 10, 24, 2, 30))
    assert [f"{at:%d.%m %H:%M}" for at in autumn] == ["24.10 02:30", "25.10 02:30"]


def test_midnight_belongs_to_the_day_it_begins() -> None:
    rule = read_rule("FREQ=DAILY;UNTIL=20260105")
    found = occurrences(rule, datetime(2026, 1, 4))
    assert found == [datetime(2026, 1, 4), datetime(2026, 1, 5)]


def test_the_29_of_february_comes_in_leap_years_only() -> None:
    start = datetime(2024, 2, 29, 19)
    assert days("FREQ=YEARLY", start, date(2033, 1, 1)) == [
        "2024-02-29",
        "2028-02-29",
        "2032-02-29",
    ]
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1", start, date(2024, 3, 31)) == [
        "2024-02-29",
        "2024-03-31",
    ]


def test_week_53_comes_in_the_years_that_have_one() -> None:
    start = datetime(2020, 1, 1, 19)
    expected = ["2020-12-31", "2026-12-31", "2032-12-30"]
    assert days("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", start, date(2035, 1, 1)) == expected
    assert days("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TH", start, date(2022, 12, 31)) == [
        *("2020-12-31", "2021-12-30", "2022-12-29"),
    ]


def test_without_an_end_a_rule_is_followed_for_three_years() -> None:
    found = days("FREQ=MONTHLY", datetime(2024, 2, 29, 19))
    assert found[-1] == "2027-01-29"


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=DAILY;BYSETPOS=366",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
        "FREQ=YEARLY;UNTIL=19000101",
    ],
)
def test_a_rule_that_gives_no_day_says_so_at_once(text: str) -> None:
    assert occurrences(read_rule(text), datetime(2026, 1, 8, 7, 15)) == []


def test_more_than_a_thousand_meetings_are_refused() -> None:
    with pytest.raises(InvalidField, match="1000"):
        occurrences(read_rule("FREQ=DAILY"), RFC)


def test_the_calendar_s_last_year_is_an_end() -> None:
    found = occurrences(read_rule("FREQ=YEARLY"), datetime(9997, 5, 1, 19), last=date.max)
    assert len(found) == 3
