from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.errors import UserError
from boardkeeper.ui.jobs import Jobs


def test_work_is_done_beside_the_window_and_its_outcome_comes_back_to_it(qtbot: QtBot) -> None:
    jobs, outcome = Jobs(), list[object]()
    jobs.run(threading.get_ident, lambda there: outcome.extend((there, threading.get_ident())))
    assert jobs.is_busy
    qtbot.waitUntil(lambda: not jobs.is_busy)
    there, here = outcome
    assert here == threading.get_ident()
    assert there != here


def test_an_error_is_raised_again_where_the_window_hears_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, bool]] = []
    here = threading.get_ident()

    def hear(_kind: object, error: BaseException, _trace: object) -> None:
        heard.append((str(error), threading.get_ident() == here))

    def fail() -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(sys, "excepthook", hear)
    jobs = Jobs()
    jobs.run(fail, lambda _nothing: None)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("The disk is full.", True)]
    assert not jobs.is_busy


def test_waiting_lets_everything_under_way_end(qapp: QApplication) -> None:
    jobs, begun, may_end, ended = Jobs(), threading.Event(), threading.Event(), list[int]()

    def work() -> int:
        begun.set()
        may_end.wait()
        return 14

    jobs.run(work, ended.append)
    assert begun.wait(10)
    may_end.set()
    jobs.wait()
    qapp.processEvents()
    assert ended == [14]
