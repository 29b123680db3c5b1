"""The published folder: written when chosen, at the start and on change; one calm word if not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boardkeeper.settings import SettingsFile
from boardkeeper.ui.calendar_files.publisher import Publisher
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.jobs import Jobs
from tests.support.builders import House, meeting, organisation, person
from tests.support.drivers.window import open_window

CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
NEXT = meeting(CLUB, title="Launching")


@dataclass
class Desk:
    """A publisher at work, and what it said."""

    qtbot: QtBot
    house: House
    folder: Path
    publisher: Publisher
    jobs: Jobs
    said: list[str] = field(default_factory=list)

    @property
    def published(self) -> str:
        path = self.folder / "Sejlklubben.ics"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def finish(self) -> None:
        """Do now what waits, and hear of it."""
        self.publisher.finish()
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy)


@pytest.fixture(name="desk")
def publisher_at_work(house: House, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    house.keep(CLUB, NEXT)
    folder = tmp_path / "calendars"
    folder.mkdir()
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(published_folder=str(folder))
    parent, jobs = QObject(), Jobs()
    publisher = Publisher(
        house.calendar_files, settings, ChangeNotifier(house.journal, parent), jobs, parent
    )
    desk = Desk(qtbot, house, folder, publisher, jobs)
    publisher.refused.connect(desk.said.append)
    publisher.start()
    yield desk
    desk.jobs.wait()
    parent.deleteLater()


def test_the_folder_is_brought_in_step_at_the_start(desk: Desk) -> None:
    assert desk.published == ""
    desk.finish()
    assert "Launching" in desk.published


def test_a_change_that_calendars_show_is_written_after_a_little_while(desk: Desk) -> None:
    desk.finish()
    desk.house.meetings.change(replace(NEXT, title="The mast"))
    assert "Launching" in desk.published
    desk.finish()
    assert "The mast" in desk.published


def test_nothing_is_written_for_what_calendars_do_not_show(desk: Desk) -> None:
    desk.finish()
    (desk.folder / "Sejlklubben.ics").unlink()
    desk.house.keep(person("Anna Holm"))
    desk.finish()
    assert desk.published == ""


def test_a_folder_that_is_gone_is_told_once_and_not_made_anew(desk: Desk) -> None:
    desk.folder.rmdir()
    desk.finish()
    for title in ("One", "Two"):
        desk.house.meetings.change(replace(NEXT, title=title))
        desk.finish()
    (words,) = desk.said
    assert "could not be brought up to date" in words
    assert not desk.folder.exists()


def test_when_the_folder_is_back_all_is_well_and_it_would_be_told_again(desk: Desk) -> None:
    desk.folder.rmdir()
    desk.finish()
    desk.folder.mkdir()
    desk.house.meetings.change(replace(NEXT, title="The mast"))
    desk.finish()
    assert "The mast" in desk.published
    for path in desk.folder.iterdir():
        path.unlink()
    desk.folder.rmdir()
    desk.house.meetings.change(replace(NEXT, title="The sail"))
    desk.finish()
    assert len(desk.said) == 2


def test_turned_off_nothing_more_is_written(desk: Desk) -> None:
    desk.finish()
    desk.publisher.publish_to("")
    desk.house.meetings.change(replace(NEXT, title="The mast"))
    desk.finish()
    assert "Launching" in desk.published


def test_the_settings_choose_the_folder_and_turn_it_off(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    with open_window(qtbot, tmp_path / "data", CLUB, NEXT, person("Åse", is_me=True)) as window:
        window.visit("settings")
        assert "Off: nothing is published." in window.screen.words()
        window.press("Choose folder…")
        window.name_file(folder)
        qtbot.waitUntil((folder / "BoardKeeper.ics").exists)
        assert str(folder) in window.screen.words()
        assert window.settings.current.published_folder == str(folder)
        window.press("Turn off the published calendar folder")
        assert window.settings.current.published_folder == ""


def test_closing_the_window_writes_what_was_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    with open_window(qtbot, tmp_path / "data", CLUB, NEXT) as window:
        window.visit("settings")
        window.press("Choose folder…")
        window.name_file(folder)
        qtbot.waitUntil((folder / "BoardKeeper.ics").exists)
        window.services.meetings.change(replace(NEXT, title="The mast"))
    assert "The mast" in (folder / "Sejlklubben.ics").read_text(encoding="utf-8")


def test_the_sample_is_never_published(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    with open_window(qtbot, tmp_path / "data") as window:
        window.press("See it with sample data")
        window.look()
        window.visit("settings")
        window.press("Choose folder…")
        window.name_file(folder)
        (first, *_rest) = window.services.meetings.upcoming()
        window.services.meetings.change(replace(first, title="The mast"))
        window.window.settle()
        assert list(folder.iterdir()) == []
