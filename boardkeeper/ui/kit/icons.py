"""Lucide's line icons in the colours of the theme, sharp on every screen.

The pictures lie in the `lucide` package's zip and are read one by one when first shown. A QIcon
keeps the colours it was made in: widgets that live through a change of theme paint with `picture`,
which is cached, each time.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from boardkeeper.ui.kit.theme import colours, scaled
from boardkeeper.ui.kit.tokens import ICON


def icon(name: str, colour: str = "") -> QIcon:
    """A Lucide icon for menus and actions, in the colours now on screen."""
    made = QIcon()
    size = scaled(ICON)
    for ratio in (1.0, 2.0):
        made.addPixmap(picture(name, size, colour or colours().text, ratio))
        made.addPixmap(picture(name, size, colours().border, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def picture(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """A Lucide icon as a picture.

    Args:
        name: Lucide's own name, as `calendar-days`.
        size: Width and height, in the screen's logical pixels.
        colour: `#rrggbb`.
        ratio: Physical pixels for each logical one.
    """
    drawn = round(size * ratio)
    made = QPixmap(QSize(drawn, drawn))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    svg = _svg(name).replace(b"currentColor", colour.encode())
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, drawn, drawn))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Paint a Lucide icon into a square."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), picture(name, rect.width(), colour, ratio))


@cache
def _pictures() -> ZipFile:
    return ZipFile(BytesIO((files("lucide") / "lucide.zip").read_bytes()))


@cache
def _svg(name: str) -> bytes:
    return _pictures().read(f"{name}.svg")
