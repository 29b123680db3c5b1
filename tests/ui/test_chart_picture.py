"""The stacked bars on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import Series, StackedBars
from boardkeeper.ui.chart_picture import ChartPicture

CHART = StackedBars(
    title="Hours by month and board",
    unit="hours",
    columns=("Jan", "Feb"),
    series=(
        Series(name="Tennis club", colour=Colour.BLUE, values=(2.5, 0.0)),
        Series(name="School board", colour=Colour.RED, values=(1.0, 0.0)),
    ),
)


@pytest.fixture(name="picture")
def picture_of_two_months(qtbot: QtBot) -> ChartPicture:
    picture = ChartPicture()
    qtbot.addWidget(picture)
    picture.show_chart(CHART)
    picture.resize(600, picture.height())
    picture.show()
    return picture


def test_a_screen_reader_hears_what_it_shows_and_its_sums(picture: ChartPicture) -> None:
    assert picture.accessibleName() == "Hours by month and board (hours)"
    assert picture.accessibleDescription() == "Jan 3.5"


def test_a_column_that_is_pointed_at_tells_its_parts(picture: ChartPicture) -> None:
    QTest.mouseMove(picture, QPoint(150, 100))
    assert "Jan 3.5 · School board 1 · Tennis club 2.5" in picture.toolTip()
    QTest.mouseMove(picture, QPoint(500, 100))
    assert picture.toolTip() == ""


def test_both_parts_are_painted(picture: ChartPicture) -> None:
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = {image.pixelColor(180, y).hue() for y in range(20, 150)}
    blue, red = (any(low <= hue <= high for hue in seen) for low, high in ((205, 220), (0, 10)))
    assert (blue, red) == (True, True)


def test_a_narrow_picture_is_higher_for_the_names_below(picture: ChartPicture) -> None:
    many = tuple(replace(CHART.series[0], name=f"Board {at}") for at in range(8))
    picture.show_chart(replace(CHART, series=many))
    wide = picture.height()
    picture.resize(360, wide)
    assert picture.height() > wide
