"""`boardkeeper list reminders`."""

from __future__ import annotations

import json

import pytest

from tests.support.builders import house, organisation, reminder
from tests.support.drivers.terminal import Terminal

CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")


@pytest.fixture(name="filled")
def terminal_before_two_reminders(terminal: Terminal) -> Terminal:
    records = (
        reminder(CLUB, "Insurance", "2026-03-20", repeats_months=12),
        reminder(CLUB, "Fee", "2026-02-20"),
    )
    with house(CLUB, *records, path=terminal.database):
        pass
    return terminal


def test_every_reminder_is_a_line_with_how_it_stands(filled: Terminal) -> None:
    said = filled.run("--today", "2026-03-02", "list", "reminders").out.splitlines()
    assert said == [
        "20 Feb 2026  Sejlklubben  Fee        Other reminder  Late",
        "20 Mar 2026  Sejlklubben  Insurance  Other reminder  Due",
    ]


def test_every_reminder_has_every_field_as_json(filled: Terminal) -> None:
    first, second = json.loads(filled.run("list", "reminders", "--json").out)
    assert first["due_on"] == "2026-02-20"
    assert second["repeats_months"] == 12
