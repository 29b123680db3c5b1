"""The organisation's own papers on its page: the newest first, and of an archive some at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from boardkeeper.domain.identity import Record
from tests.support.builders import TODAY, membership, organisation, paper, person
from tests.support.drivers.window import WindowDriver, open_window

CLUB = organisation("Nørrevig Sejlklub")
ME = person("Åse Ravn", is_me=True)
ARCHIVE = [
    paper(None, CLUB, title=f"Referat {each}", added_on=date(2000, 1, 1) + timedelta(days=9 * each))
    for each in range(75)
]
ARTICLES = paper(None, CLUB, title="Vedtægter", added_on=TODAY, position=99)


@pytest.fixture(name="window")
def window_on_a_board(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    records: list[Record] = [CLUB, ME, membership(ME, CLUB), *ARCHIVE, ARTICLES]
    with open_window(qtbot, tmp_path, *records) as driver:
        driver.window.go_to("boards", CLUB.id)
        yield driver


def titles(window: WindowDriver) -> list[str]:
    names = [each.accessibleName() for each in window.screen.visible(QAbstractButton)]
    return [
        name.removeprefix("More for ")
        for name in names
        if name.startswith("More for ") and any(word in name for word in ("Referat", "Vedtægter"))
    ]


def test_the_newest_papers_stand_first_and_the_older_ones_come_when_asked_for(
    window: WindowDriver,
) -> None:
    assert titles(window)[:2] == ["Vedtægter", "Referat 74"]
    assert len(titles(window)) == 10
    window.press("66 older papers…")
    assert len(titles(window)) == 60
    window.press("16 older papers…")
    assert len(titles(window)) == 76
    assert not window.screen.is_offered("0 older papers…")
