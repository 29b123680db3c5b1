"""The line on a meeting's page that says which series it is part of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardkeeper.domain.rhythm_words import in_words
from boardkeeper.domain.series import Series
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Action,
    Body,
    ButtonKind,
    MenuButton,
    Picture,
    Space,
    Tone,
    Type,
    font,
    scaled,
)
from boardkeeper.ui.wrapping import Wrapping

WIDEST = 320
"""Pixels the words take before they go on in a second line where there is no more room."""


class SeriesBand(QWidget):
    """Says the rhythm of the series, and offers what one does with more than one meeting of it."""

    change_following_wanted = Signal()
    change_all_wanted = Signal()
    end_wanted = Signal()
    days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Body("", tone=Tone.MUTED)
        menu = MenuButton(
            _("The series"),
            (
                Action(
                    _("Change this and following…"),
                    self.change_following_wanted.emit,
                    "calendar-range",
                ),
                Action(_("Change the whole series…"), self.change_all_wanted.emit, "pencil"),
                Action(_("End the series here…"), self.end_wanted.emit, "calendar-x"),
                Action(_("Days of the series…"), self.days_wanted.emit, "list"),
            ),
            kind=ButtonKind.QUIET,
        )
        said = QWidget()
        both = QHBoxLayout(said)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(Space.S)
        both.addWidget(Picture("repeat", side=16))
        both.addWidget(self._words)
        line = Wrapping(Space.S, self)
        line.add(said)
        line.add(menu)
        self.hide()

    def show_series(self, series: Series | None) -> None:
        """Show the series a meeting is part of; nothing for a meeting of its own."""
        self.setVisible(series is not None)
        if series is not None:
            words = in_words(series.recurrence, series.starts_at, series.minutes)
            said = _("Part of: {series}").format(series=words)
            self._words.setText(said)
            width = QFontMetrics(font(Type.BODY)).horizontalAdvance(said) + Space.XS
            self._words.setMinimumWidth(min(width, scaled(WIDEST)))
