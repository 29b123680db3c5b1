"""A person before the papers of a meeting with Welcome, Budget and Roof on its agenda."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Mode, Theme
from tests.support.builders import TODAY, items, meeting, organisation
from tests.support.drivers.papers import PapersDriver
from tests.support.sources import pdf, picture, protected_pdf


@pytest.fixture(scope="session", name="dressed")
def dressed_application(qapp: QApplication) -> Theme:
    return Theme(qapp, mode=Mode.LIGHT)


@pytest.fixture(name="services")
def services_in_memory() -> Iterator[Services]:
    store = Store.in_memory()
    yield Services.over(store, Clock(TODAY))
    store.close()


@pytest.fixture(name="files")
def files_to_drop(tmp_path: Path) -> Path:
    """A folder with an account of two pages, a photo, a note, a protected file, and a program."""
    (tmp_path / "Accounts.pdf").write_bytes(pdf("The first page", "The second page"))
    (tmp_path / "Photo.jpg").write_bytes(picture())
    (tmp_path / "Note.txt").write_text("Remember the keys.", encoding="utf-8")
    (tmp_path / "Secret.pdf").write_bytes(protected_pdf())
    (tmp_path / "Game.exe").write_bytes(b"MZ\x00\x01")
    return tmp_path


@pytest.fixture(name="person")
def person_at_the_papers(qtbot: QtBot, services: Services, dressed: Theme) -> PapersDriver:
    assert not dressed.is_dark
    board = organisation(language=Language.ENGLISH)
    thursday = meeting(board, number=14, place="The hall")
    with services.journal.command("How things stood") as tx:
        tx.put_all([board, thursday, *items(thursday, "Welcome", "Budget", "Roof")])
    services.journal.forget()
    driver = PapersDriver(qtbot, services)
    driver.open("Board meeting no. 14")
    return driver
