"""Uses the page of the year wheel as a person does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.sheets.wheel_drawing import RADIUS, task_marks
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.yearwheel.page import YearWheelPage
from boardkeeper.ui.yearwheel.picture import WheelPicture
from tests.support.drivers.screen import Screen

LIST = "Tasks of the year"


class YearWheelDriver:
    """The page on screen, and what one does with it."""

    def __init__(
        self, services: Services, qtbot: QtBot, *, filtered_to: OrganisationId | None = None
    ) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = YearWheelPage(services, self._changes)
        self.page.organisation_id = filtered_to
        self.screen = Screen(qtbot, self.page)
        self.page.resize(1200, 900)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        self.page.take_focus()

    def tasks(self) -> list[str]:
        """The rows of the list, as they are spoken."""
        return self.screen.rows(LIST)

    def titles(self) -> list[str]:
        """What each row says first, without its number."""
        return [each.split(",")[0].lstrip("0123456789 ") for each in self.tasks()]

    def choose(self, row: str) -> None:
        self.screen.click_row(LIST, row)

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        self.screen.key_in(LIST, key)

    def picture(self) -> str:
        """What the picture is called."""
        return self.screen.visible(WheelPicture)[0].accessibleName()

    def click_number(self, number: int, organisation_id: OrganisationId, year: int) -> None:
        """Click a task's number on the wheel, where a person sees it."""
        widget = self.screen.visible(WheelPicture)[0]
        sheet = self.services.yearwheel.sheet(organisation_id, year)
        mark = next(each for each in task_marks(sheet) if each.task.number == number)
        side = min(widget.width(), widget.height(), 760)
        scale = (side / 2 - 4) / RADIUS
        place = QPoint(round(widget.width() / 2 + mark.x * scale), round(side / 2 + mark.y * scale))
        self.screen.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def chosen(self) -> str:
        """The row that is chosen in the list."""
        view = self.screen.find(QAbstractItemView, LIST)
        return self.tasks()[view.currentIndex().row()]
