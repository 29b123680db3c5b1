"""`boardkeeper list forecast`, `list promises`, `promise` and `ceiling`."""

from __future__ import annotations

import json

import pytest

from boardkeeper.domain.identity import Record
from tests.support.builders import (
    house,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.drivers.terminal import Terminal
from tests.support.time_builders import away, ceiling, effort, promise

CLUB, NURSERY = organisation("Sejlklubben"), organisation("Skovbørnehaven")
ANNA = person("Anna Holm", is_me=True)
SEAT = membership(ANNA, CLUB)


@pytest.fixture(name="filled")
def terminal_before_a_year(terminal: Terminal) -> Terminal:
    evenings = [meeting(CLUB, f"2026-03-0{day} 19:00") for day in (3, 4)]
    records: list[Record] = [
        *evenings,
        meeting(NURSERY, "2026-03-05 19:00"),
        meeting(CLUB, "2027-03-05 19:00"),
        time_entry(CLUB, "2026-03-02", 45),
        effort(NURSERY, 90),
        away("2026-05-04", "2026-05-08"),
    ]
    own = (CLUB, NURSERY, ANNA, SEAT, term(SEAT), promise(SEAT, 60), ceiling())
    with house(*own, *records, path=terminal.database):
        pass
    return terminal


def test_a_year_stands_week_by_week_with_what_makes_weeks_red(filled: Terminal) -> None:
    busy, gone = filled.run("list", "forecast").out.splitlines()
    assert busy.startswith("week 10  2–8 March 2026  forecast 7 h 30 min  spent 45 min  3 evenings")
    assert busy.endswith("7.5 h, the ceiling is 6 h · 3 evenings, the ceiling is 2")
    assert gone.startswith("week 19")
    assert gone.endswith("Away")


def test_the_weeks_read_in_danish(filled: Terminal) -> None:
    busy, gone = filled.run("list", "forecast", language="da").out.splitlines()
    assert "prognose 7 t 30 min  brugt 45 min  3 aftener  " in busy
    assert busy.endswith("7,5 t, loftet er 6 t · 3 aftener, loftet er 2")
    assert gone.endswith("Væk")


def test_one_organisation_has_its_own_minutes_of_the_weeks(filled: Terminal) -> None:
    busy, _gone = filled.run("list", "forecast", "--organisation", "skov").out.splitlines()
    assert "forecast 3 h 30 min" in busy
    assert "spent" not in busy


def test_as_json_every_week_is_there(filled: Terminal) -> None:
    weeks = json.loads(filled.run("list", "forecast", "--year", "2026", "--json").out)
    assert len(weeks) == 53
    (busy,) = [each for each in weeks if each["monday"] == "2026-03-02"]
    assert busy["minutes"] == 450
    assert busy["by_organisation"] == {CLUB.id: 240, NURSERY.id: 210}
    assert busy["evenings"] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert [each["kind"] for each in busy["reasons"]] == ["hours", "evenings"]


def test_promises_stand_beside_what_was_spent_and_is_to_come(filled: Terminal) -> None:
    (club,) = filled.run("list", "promises").out.splitlines()
    assert club == (
        "Sejlklubben  Member  promised 60 h  spent 45 min  still to come 4 h"
        "  carried over 0 min  balance -55 h 15 min"
    )


def test_promises_of_a_year_that_begins_in_april(filled: Terminal) -> None:
    said = filled.run("list", "promises", "--year", "2026", "--from-month", "4", "--json").out
    (club,) = json.loads(said)
    # January to March are 90 of 365 days: 3600 × 90 / 365 = 887.67; 45 spent, 240 to come.
    assert (club["year"], club["to_come"], club["carried_over"]) == ("2026/27", 120, 285 - 888)


def test_hours_are_promised_from_a_day_on(filled: Terminal) -> None:
    said = filled.run("promise", "sejl", "36,5", "--from", "2027-01-01", language="da")
    assert said.out == "Lovet Sejlklubben: 36,5 t om året fra 1. januar 2027.\n"
    (club,) = json.loads(filled.run("list", "promises", "--year", "2027", "--json").out)
    assert club["promised"] == 36.5 * 60


def test_nobody_promises_hours_to_a_board_they_have_no_seat_on(filled: Terminal) -> None:
    said = filled.run("promise", "skov", "10")
    assert said.code != 0
    assert "You have no seat on Skovbørnehaven yet." in said.err


def test_the_ceiling_is_shown_and_set_from_a_day_on(filled: Terminal) -> None:
    assert (
        filled.run("ceiling").out == "Ceiling from 1 January 2026: 6 h a week · 2 evenings a week\n"
    )
    changed = filled.run("ceiling", "--evenings", "1", "--customers", "30", "--from", "2026-05-01")
    told = "6 h a week · 1 evening a week · 30 h a week for customers"
    assert changed.out == f"Ceiling from 1 May 2026: {told}\n"
    assert filled.run("ceiling").out.startswith("Ceiling from 1 January 2026: 6 h")


def test_a_ceiling_nobody_set_is_none(terminal: Terminal) -> None:
    assert terminal.run("ceiling").out == "No ceiling is set.\n"
    said = terminal.run("ceiling", "--hours", "7,5", language="da").out
    assert said == "Loft fra 2. marts 2026: 7,5 t om ugen\n"


def test_a_ceiling_of_eight_evenings_is_refused(terminal: Terminal) -> None:
    assert "between 0 and 7 evenings" in terminal.run("ceiling", "--evenings", "8").err
