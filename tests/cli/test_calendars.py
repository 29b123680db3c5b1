"""Calendar files by command: exported, shown before anything is stored, stored when told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar, Event

from tests.support.calendars import FILES, calendar, event
from tests.support.drivers.terminal import Terminal


def events_in(file: Path) -> list[Event]:
    read = Calendar.from_ical(file.read_bytes())
    assert isinstance(read, Calendar)
    return read.events


@pytest.fixture(name="sample")
def terminal_with_sample(terminal: Terminal) -> Terminal:
    terminal.run("sample")
    return terminal


def test_every_meeting_is_exported_and_comes_back_the_same(
    sample: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "all.ics"
    said = sample.run("export", file)
    count = len(events_in(file))
    assert said.out == f"{count} meetings → {file}\n"
    assert sample.run("import", file).out.endswith(
        f"0 new, 0 changed, {count} the same as before.\n"
    )


def test_one_organisation_is_exported(sample: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "sail.ICS"
    assert sample.run("export", file, "--organisation", "Sejlklub").code == 0
    events = events_in(file)
    assert len({each.categories[0] for each in events}) == 1


def test_an_import_is_shown_first_and_stored_when_told(
    sample: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.run("export", tmp_path / "all.ics")
    other = Terminal(tmp_path / "other", capsys)
    shown = other.run("import", tmp_path / "all.ics").out.splitlines()
    assert shown[0].startswith("New ")
    assert shown[-1] == "Nothing is stored yet. Store it with --yes."
    assert other.run("list", "meetings").out == ""
    assert other.run("import", tmp_path / "all.ics", "--yes").out.endswith("Stored.\n")
    assert other.run("import", tmp_path / "all.ics").out.splitlines()[-1].startswith("0 new, 0 ch")


def test_meetings_of_nobody_are_asked_about(sample: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_bytes(calendar(event("SUMMARY:Tandlæge")))
    said = sample.run("import", file).out
    assert "Whose?" in said
    assert "Say whose they are with --organisation" in said
    said = sample.run("import", file, "--organisation", "Sejlklub", "--yes").out
    assert "1 new, 0 changed" in said


def test_what_is_unreadable_is_shown_with_its_reason(sample: Terminal) -> None:
    said = sample.run("import", FILES / "google.ics").out
    assert "Unreadable    Grundlovsdag  (It lasts all day" in said


@pytest.mark.parametrize(
    "words", [["export", "all.json", "--organisation", "X"], ["import", "all.json", "--yes"]]
)
def test_options_of_calendars_are_for_calendars(terminal: Terminal, words: list[str]) -> None:
    said = terminal.run(*words)
    assert said.code == 2
    assert "--organisation and --yes are for calendars and contacts" in said.err


def test_a_file_that_is_no_calendar_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "x.ics").write_bytes(b"Dear board,")
    said = terminal.run("import", tmp_path / "x.ics")
    assert (said.code, said.err.strip()) == (
        1,
        "The file is not a calendar file (.ics). Nothing was changed.",
    )
