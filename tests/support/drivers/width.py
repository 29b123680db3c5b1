"""Whether everything on screen finds room in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QWidget

from boardkeeper.ui.kit import RecordTable
from tests.support.drivers.window import WindowDriver


def too_wide(driver: WindowDriver) -> list[str]:
    """What sticks out of the window or scrolls sideways; a table of figures may scroll."""
    window = driver.window
    sideways = [
        f"{type(each).__name__} {each.accessibleName()}: scrolls sideways"
        for each in window.findChildren(QAbstractScrollArea)
        if each.isVisible()
        and each.horizontalScrollBar().maximum() > 0
        and not isinstance(each, QPlainTextEdit | RecordTable)
    ]
    sticking_out = [
        f"{type(each).__name__} {each.accessibleName()}: sticks out"
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.width() > 0
        and each.mapTo(window, each.rect().topRight()).x() > window.width()
    ]
    return sideways + sticking_out
