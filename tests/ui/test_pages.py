"""What every page keeps to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.hours.page import HoursPage
from boardkeeper.ui.page import Page
from boardkeeper.ui.today.page import TodayPage
from boardkeeper.ui.trash.page import TrashPage
from tests.support.builders import House, meeting, organisation, time_entry


class Windows(QObject):
    """Writes down every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("kind", [TodayPage, HoursPage, TrashPage])
def test_no_part_of_a_page_is_a_window_while_it_is_built(
    qapp: QApplication, house: House, kind: type[Page]
) -> None:
    board = organisation()
    house.keep(board, meeting(board), time_entry(board))
    services = Services.over(house.store, house.clock)
    windows = Windows()
    qapp.installEventFilter(windows)
    page = kind(services, ChangeNotifier(services.journal))
    page.refresh()
    qapp.removeEventFilter(windows)
    page.deleteLater()
    assert windows.shown == []
