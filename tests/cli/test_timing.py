"""`boardkeeper log`, `timer` and `list proposals`."""

from __future__ import annotations

import json

import pytest
import time_machine

from tests.support.builders import house, meeting, membership, organisation, person
from tests.support.drivers.terminal import Terminal

BOARD, CLUB = organisation("Skovbrynet", travel_minutes=15), organisation("Sejlklubben")
ME = person("Anna Holm", is_me=True)
HELD = meeting(BOARD, "2026-02-26 19:00", number=14)


@pytest.fixture(name="filled")
def terminal_before_two_boards(terminal: Terminal) -> Terminal:
    with house(BOARD, CLUB, ME, membership(ME, BOARD), HELD, path=terminal.database):
        pass
    return terminal


def test_a_line_of_time_is_written_down(filled: Terminal) -> None:
    said = filled.run("log", "1½", "t", "forb", "sejl", "i", "går")
    assert said.out == "Written down: 1 h 30 min · Preparation · Sejlklubben · Sun 1 March\n"
    assert "Sejlklubben" in filled.run("list", "hours").out


def test_a_line_that_is_not_understood_is_refused(filled: Terminal) -> None:
    said = filled.run("log", "2t forb tennis")
    assert (said.code, said.out) == (1, "")
    assert "“tennis” is not one of your boards" in said.err


def test_the_timer_runs_from_one_command_to_the_next(filled: Terminal) -> None:
    with time_machine.travel("2026-03-02 09:00", tick=False):
        started = filled.run("timer", "start", "sejl", "--activity", "follow_up", "--note", "Mail")
    assert started.out == "The timer runs: Sejlklubben · Follow-up · 1 min · Mail\n"
    with time_machine.travel("2026-03-02 09:42", tick=False):
        assert "42 min" in filled.run("timer").out
        said = filled.run("timer", "stop").out
    assert said == "Written down: 42 min · Follow-up · Sejlklubben · Mon 2 March · Mail\n"
    assert filled.run("timer").out == "No timer is running.\n"


def test_how_long_it_really_took_can_be_said(filled: Terminal) -> None:
    filled.run("timer", "start", "sejl")
    assert "Written down: 2 h" in filled.run("timer", "stop", "2").out


def test_stopping_what_does_not_run_is_refused(filled: Terminal) -> None:
    said = filled.run("timer", "stop")
    assert (said.code, said.err) == (1, "No timer is running.\n")


def test_a_start_without_a_board_is_for_the_next_meeting_or_asks(filled: Terminal) -> None:
    assert "Add the name of the board" in filled.run("timer", "start").err
    assert "Skovbrynet" in filled.run("timer", "start", today="2026-02-20").out


def test_the_hours_that_are_missing_are_listed(filled: Terminal) -> None:
    lines = [" ".join(line.split()) for line in filled.run("list", "proposals").out.splitlines()]
    assert lines == [
        "26 Feb 2026 Skovbrynet Board meeting no. 14 Meeting 2 h",
        "26 Feb 2026 Skovbrynet Board meeting no. 14 Travel 30 min",
    ]
    assert filled.run("list", "proposals", "--organisation", "sejl").out == ""
    (found,) = json.loads(filled.run("list", "proposals", "--json").out)
    assert found["minutes"] == {"meeting": 120, "travel": 30}
    assert found["meeting_id"] == HELD.id
