"""Starting the program plans series further ahead, and leaves nothing to undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from boardkeeper.app import open_services
from boardkeeper.clock import Clock
from boardkeeper.paths import Folders
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.start import new_session
from tests.support.builders import house, organisation, series

GROUP = organisation("Kvart over Syv")
MORNINGS = series(GROUP)


def test_a_year_later_the_meetings_are_planned_a_year_further(qtbot: QtBot, tmp_path: Path) -> None:
    folders = Folders.below(tmp_path)
    with house(GROUP, path=folders.database) as home:
        last = home.series.plan(MORNINGS)[-1].day
    clock = Clock(date(2027, 3, 2))
    session = new_session(folders, SettingsFile(folders.settings_file), clock, open_services)
    session.open_own()
    assert session.window is not None
    qtbot.addWidget(session.window)
    session.window.close()
    session.close()
    services, store = open_services(folders, clock)
    assert services.series.meetings(MORNINGS.id)[-1].day.year == last.year + 1
    assert services.journal.undo_label is None
    store.close()
