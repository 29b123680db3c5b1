"""Bars of hours: honest lengths, and words for those who hear them."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from boardkeeper.ui.hour_bars import Bar, HourBars
from boardkeeper.ui.kit import organisation_colour


def coloured(bars: HourBars, row: int, rows: int, colour: QColor) -> int:
    """How many pixels of the middle of a row are of that colour."""
    image = bars.grab().toImage()
    line = round(image.height() * (row + 0.5) / rows)
    return sum(
        image.pixelColor(column, line).rgb() == colour.rgb() for column in range(image.width())
    )


def test_a_bar_of_half_the_hours_is_half_as_long(qtbot: QtBot) -> None:
    bars = HourBars("Hours this month")
    qtbot.addWidget(bars)
    bars.set_bars([Bar("One", 240, "red"), Bar("Two", 120, "red")])
    bars.resize(600, bars.sizeHint().height())
    red = organisation_colour("red")
    whole, half = (coloured(bars, row, 2, red) for row in (0, 1))
    assert whole > 200
    assert abs(whole - 2 * half) <= 4


def test_bars_are_read_aloud_with_their_figures(qtbot: QtBot) -> None:
    bars = HourBars("Hours this month")
    qtbot.addWidget(bars)
    bars.set_bars([Bar("Club", 90, "red"), Bar("School", 45)])
    assert bars.accessibleName() == "Hours this month: Club 1 h 30 min, School 45 min"


def test_no_bars_take_no_room(qtbot: QtBot) -> None:
    bars = HourBars("Hours this month")
    qtbot.addWidget(bars)
    bars.set_bars([])
    assert bars.sizeHint().height() == 0
