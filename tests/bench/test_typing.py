"""Minutes of sixty items: how long a key takes, and what twenty deaths of the program cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from tests.support.builders import item
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.evenings import an_evening
from tests.support.killing import seconds_lost
from tests.support.minutes_builders import decision, item_minutes, task, task_owner

ITEMS, KEYS, KILLS = 60, 400, 20
MOST_A_KEY = 0.050
MOST_A_MARK = 0.100
MOST_LOST = 2.0
WORDS = "Bestyrelsen drøftede sagen og besluttede at arbejde videre med den. "


def sixty_items() -> list[Record]:
    """A long meeting with something under every item."""
    records = an_evening()
    board = records[0]
    tonight = next(each for each in records if isinstance(each, Meeting))
    for at in range(12, ITEMS):
        records.append(item(tonight, f"Sag nummer {at}", position=at, minutes=2))
    for at, each in enumerate(list(records[-(ITEMS - 12) :])):
        records.append(item_minutes(each, WORDS * 12))  # type: ignore[arg-type] # an item
        records.append(decision(each, board, number=f"B-2026-{at:03}"))  # type: ignore[arg-type] # as above
        given = task(board, under=each)  # type: ignore[arg-type] # as above
        records += [given, task_owner(given)]
    return records


def seconds_a_key(edit: QPlainTextEdit, count: int) -> list[float]:
    """How long each key took, to its picture."""
    taken = []
    for at in range(count):
        begun = perf_counter()
        QTest.keyClicks(edit, WORDS[at % len(WORDS)])
        QApplication.processEvents()
        taken.append(perf_counter() - begun)
    return taken


def bare(qtbot: QtBot) -> QPlainTextEdit:
    """Qt's own text, alone in a window."""
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.resize(560, 400)
    edit.show()
    edit.setFocus()
    return edit


def seconds(step: Callable[[], object]) -> float:
    begun = perf_counter()
    step()
    QApplication.processEvents()
    return perf_counter() - begun


def test_a_key_takes_less_than_fifty_milliseconds_at_sixty_items(
    benchmark: BenchmarkFixture, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_window(qtbot, tmp_path, *sixty_items()) as window:
        qtbot.wait(1000)
        window.keys("Ctrl+M")
        opened = [seconds(lambda: turn(window)) for _each in range(3)]
        edit = QApplication.focusWidget()
        assert isinstance(edit, QPlainTextEdit)
        ours = seconds_a_key(edit, KEYS)  # with the drafts that fall due meanwhile
        next_items = [seconds(lambda: window.keys("Ctrl+Return")) for _each in range(5)]
        window.keys("Ctrl+Shift+P")
        marks = [seconds(lambda: window.keys("Space")) for _each in range(5)]
        plain = seconds_a_key(bare(qtbot), KEYS)
    figures = {
        "a key, ms (median)": median(ours) * 1000,
        "a key, ms (slowest)": max(ours) * 1000,
        "a bare text's key, ms (median)": median(plain) * 1000,
        "times as slow as bare": median(ours) / median(plain),
        "opening the minutes, ms": median(opened) * 1000,
        "next item, ms": median(next_items) * 1000,
        "a person marked, to the quorum's words, ms": median(marks) * 1000,
    }
    benchmark.extra_info.update({name: round(each, 2) for name, each in figures.items()})
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    assert max(ours) < MOST_A_KEY
    assert median(marks) < MOST_A_MARK


def turn(window: WindowDriver) -> None:
    """To the list and into the minutes again."""
    (meeting,) = window.services.meetings.all()
    window.window.go_to("meetings")
    window.window.go_to("meetings", meeting.id)
    window.keys("Ctrl+M")


@pytest.mark.timeout(900)
def test_twenty_deaths_lose_two_seconds_each_at_most(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    chance = Random(20)  # noqa: S311 - a moment to die, not a secret
    lost = [seconds_lost(tmp_path / str(each), chance) for each in range(KILLS)]
    benchmark.extra_info["most seconds lost"] = round(max(lost), 2)
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    assert max(lost) <= MOST_LOST
