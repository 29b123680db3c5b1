"""A secretary who takes minutes with keys alone, on a clock that goes as the evening goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import time_machine
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.minutes.chips import PersonChip
from boardkeeper.ui.minutes.view import MinutesView
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.evenings import STARTS

W = TypeVar("W", bound=QWidget)

_PLACE = ZoneInfo("Europe/Copenhagen")


class Secretary:
    """Hands on the keyboard, eyes on the screen; `mouse` is never used."""

    def __init__(self, window: WindowDriver, clock: time_machine.Traveller) -> None:
        self.window = window
        self._clock = clock
        self._now = STARTS

    @property
    def services(self) -> Services:
        return self.window.services

    @property
    def meeting(self) -> Meeting:
        found: list[Meeting] = self.services.meetings.all()
        return next(each for each in found if each.number == 14)

    @property
    def book(self) -> MinutesBook:
        """What is stored."""
        return self.services.minutes.book(self.meeting.id)

    def item(self, title: str) -> BookItem:
        return next(each for each in self.book.items if each.item.title == title)

    def wait(self, minutes: int) -> None:
        """Let the clock on the wall go on."""
        self._now += timedelta(minutes=minutes)
        self._clock.move_to(self._now.replace(tzinfo=_PLACE))

    def keys(self, *sequences: str) -> None:
        self.window.keys(*sequences)

    def write(self, text: str) -> None:
        """Type where the keyboard is, line by line."""
        for at, line in enumerate(text.split("\n")):
            if at:
                self.keys("Return")
            self.window.write(line)
        QApplication.processEvents()

    def go_on(self, minutes: int = 5) -> None:
        """To the next item, some minutes later."""
        self.wait(minutes)
        self.keys("Ctrl+Return")

    @property
    def view(self) -> MinutesView:
        found: list[MinutesView] = self.window.window.findChildren(MinutesView)
        (shown,) = [each for each in found if each.isVisible()]
        return shown

    @property
    def text(self) -> str:
        """What stands in the writing column."""
        return self.window.screen.find(QPlainTextEdit, "Minutes of the item").toPlainText()

    def says(self, words: str) -> bool:
        """Whether these words stand on screen."""
        return any(words in each.text() for each in self._shown(QLabel))

    def is_in_sight(self, words: str) -> bool:
        """Whether these words can be read without scrolling."""
        found = next(each for each in self._shown(QLabel) if words in each.text())
        return found.visibleRegion().boundingRect().height() == found.height()

    def plan_another(self) -> Meeting:
        """The board's next meeting, with the usual agenda."""
        later = replace(
            self.meeting,
            id=MeetingId.new(),
            number=15,
            state=MeetingState.PLANNED,
            starts_at=self.meeting.starts_at + timedelta(days=38),
            ends_at=self.meeting.ends_at + timedelta(days=38),
        )
        self.services.meetings.plan(later, with_agenda=True)
        return later

    def open_another(self) -> None:
        """Turn to the minutes of the next meeting."""
        self.window.window.go_to("meetings", self.plan_another().id)
        self.keys("Ctrl+M")

    def people(self) -> list[str]:
        """The chips of people, as a screen reader says them."""
        return [each.accessibleName() for each in self._shown(PersonChip)]

    def focused(self) -> str:
        focused = QApplication.focusWidget()
        return "" if focused is None else focused.accessibleName()

    def _shown(self, kind: type[W]) -> list[W]:
        QApplication.processEvents()
        every: list[W] = self.view.findChildren(kind)
        return [each for each in every if each.isVisible()]


@contextmanager
def evening(qtbot: QtBot, folder: Path, *records: Record) -> Iterator[Secretary]:
    """The window on these records, five minutes before the meeting begins."""
    early = (STARTS - timedelta(minutes=5)).replace(tzinfo=_PLACE)
    with (
        time_machine.travel(early, tick=False) as clock,
        open_window(qtbot, folder, *records, today=None) as window,
    ):
        yield Secretary(window, clock)
