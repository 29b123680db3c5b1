"""A person before the section of meetings, with one board that meets on Thursday."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Mode, Theme
from tests.support.builders import TODAY, items, meeting, organisation
from tests.support.drivers.meetings import MeetingsDriver, Start


@pytest.fixture(scope="session", name="dressed")
def dressed_application(qapp: QApplication) -> Theme:
    return Theme(qapp, mode=Mode.LIGHT)


@pytest.fixture(name="services")
def services_in_memory() -> Iterator[Services]:
    store = Store.in_memory()
    yield Services.over(store, Clock(TODAY))
    store.close()


@pytest.fixture(name="start")
def start_with(qtbot: QtBot, services: Services, dressed: Theme) -> Start:
    """Shows the page over some records that were there already."""
    assert not dressed.is_dark

    def start(*records: Record) -> MeetingsDriver:
        with services.journal.command("How things stood") as tx:
            tx.put_all(records)
        services.journal.forget()
        return MeetingsDriver(qtbot, services)

    return start


@pytest.fixture(name="board")
def one_board() -> Organisation:
    return organisation(language=Language.ENGLISH)


@pytest.fixture(name="thursday")
def meeting_on_thursday(board: Organisation) -> Meeting:
    """Two hours, from 19:00."""
    return meeting(board, number=14, place="The hall")


@pytest.fixture(name="person")
def person_at_the_agenda(start: Start, board: Organisation, thursday: Meeting) -> MeetingsDriver:
    """The meeting is open; its agenda has Welcome, Budget and Roof, of ten minutes each."""
    driver = start(board, thursday, *items(thursday, "Welcome", "Budget", "Roof"))
    driver.open("Board meeting no. 14")
    return driver
