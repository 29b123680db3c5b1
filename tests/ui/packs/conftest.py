"""A meeting with papers, one of them behind closed doors, and the dialog that makes its pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.packs.dialog import PackDialog
from tests.support.builders import (
    TODAY,
    item,
    meeting,
    membership,
    organisation,
    person,
    term,
)
from tests.support.drivers.packs import Packer
from tests.support.drivers.screen import Screen
from tests.support.sources import pdf, protected_pdf


@pytest.fixture(name="services")
def services_in_memory() -> Iterator[Services]:
    store = Store.in_memory()
    yield Services.over(store, Clock(TODAY))
    store.close()


@pytest.fixture(name="packer")
def person_before_the_pack(qtbot: QtBot, services: Services, tmp_path: Path) -> Iterator[Packer]:
    board = organisation(language=Language.ENGLISH)
    thursday = meeting(board, number=14, place="The hall")
    anna = person("Anna Holm", email="anna@example.dk")
    bo = person("Bo Lund", email="bo@example.dk")
    seats = [membership(each, board) for each in (anna, bo)]
    budget = item(thursday, "Budget", position=0)
    closed = item(thursday, "Complaint", position=1, is_closed=True)
    with services.journal.command("How things stood") as tx:
        tx.put_all([board, thursday, anna, bo, *seats, *map(term, seats), budget, closed])
    (tmp_path / "Accounts.pdf").write_bytes(pdf("The accounts"))
    (tmp_path / "Letter.pdf").write_bytes(pdf("The letter"))
    (tmp_path / "Locked.pdf").write_bytes(protected_pdf())
    services.papers.add([tmp_path / "Accounts.pdf"], item_id=budget.id)
    services.papers.add([tmp_path / "Letter.pdf"], item_id=closed.id)
    services.papers.add([tmp_path / "Locked.pdf"], meeting_id=thursday.id)
    services.journal.forget()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    jobs = Jobs(window)
    dialog = PackDialog(services, thursday.id, jobs, window)
    dialog.open()
    yield Packer(qtbot, services, thursday, dialog, Screen(qtbot, dialog))
    dialog.reject()
    jobs.wait()
