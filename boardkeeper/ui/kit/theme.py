"""Light, dark and the text size, applied to the whole program and changed live.

The theme on screen lies in the application's own palette and font, so every widget can ask for it
(`colours()`, `scaled()`) without being handed anything.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import StrEnum
from importlib.resources import as_file, files

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from boardkeeper.ui.kit.stylesheet import stylesheet
from boardkeeper.ui.kit.tokens import DARK, LIGHT, ORGANISATION_HUES, Colours, Type

FAMILY = "Source Sans Pro"
SMALLEST_TEXT = 1.0
LARGEST_TEXT = 2.0

# A point is a pixel on macOS and a third more everywhere else.
_POINTS = 96 / 72 if sys.platform == "darwin" else 1.0


class Mode(StrEnum):
    """Which theme a person has asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application. Keep it alive as long as the application lives.

    With `by_window` each window is handed to `dress` once it is built. Qt styles every widget anew
    whenever it moves into another under a stylesheet of the whole application, so that building a
    page takes five times as long.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        mode: Mode = Mode.SYSTEM,
        text_size: float = SMALLEST_TEXT,
        by_window: bool = False,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._by_window = by_window
        self._windows: list[QWidget] = []
        self._mode = mode
        self._text_size = _within_limits(text_size)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        app.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
        app.setStyle("Fusion")
        load_typeface()
        self.apply()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def text_size(self) -> float:
        """Between 1.0 and 2.0."""
        return self._text_size

    @property
    def is_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    def set_mode(self, mode: Mode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.apply()

    def set_text_size(self, text_size: float) -> None:
        """Everything grows with the text; sizes outside 1.0 to 2.0 become the nearest one."""
        text_size = _within_limits(text_size)
        if text_size != self._text_size:
            self._text_size = text_size
            self.apply()

    def apply(self) -> None:
        colours = DARK if self.is_dark else LIGHT
        self._app.setFont(_font(self._text_size))
        self._app.setPalette(palette(colours))
        self._sheet = stylesheet(colours, self._text_size, _POINTS)
        for window in self._windows:
            window.setStyleSheet(self._sheet)
        if not self._by_window:
            self._app.setStyleSheet(self._sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Dress a window, and all that opens from it, now and whenever the theme changes."""
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window))
        window.setStyleSheet(self._sheet)

    @Slot()
    def _on_system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self.apply()


def colours() -> Colours:
    """The colours on screen now."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if is_dark else LIGHT


def text_size() -> float:
    """The text size on screen now, 1.0 to 2.0."""
    return QApplication.font().pointSizeF() / (Type.BODY.value * _POINTS)


def scaled(pixels: float) -> int:
    """Pixels at text size 100 %, grown with the text."""
    return round(pixels * text_size())


def font(size: Type, *, is_strong: bool = False) -> QFont:
    """The typeface in one of the five sizes and two weights, at the text size now on screen."""
    made = QFont(QApplication.font())
    made.setPointSizeF(size.value * _POINTS * text_size())
    made.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return made


def organisation_colour(name: str) -> QColor:
    """The organisation colour of that name on screen now; slate if there is none."""
    hue = ORGANISATION_HUES.get(name, ORGANISATION_HUES["slate"])
    return QColor(hue.dark if colours() is DARK else hue.light)


def load_typeface() -> None:
    """Hand Source Sans Pro to Qt, once; without it Qt takes the system's own typeface."""
    if FAMILY in QFontDatabase.families():
        return
    folder = files("font_source_sans_pro") / "files"
    for cut in ("Regular", "Semibold", "It", "Bold"):
        with suppress(FileNotFoundError), as_file(folder / f"SourceSansPro-{cut}.ttf") as path:
            QFontDatabase.addApplicationFont(str(path))


def palette(colours: Colours) -> QPalette:
    """Qt's palette in our colours, for everything that Qt draws itself."""
    role = QPalette.ColorRole
    by_role = {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.background,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Light: colours.surface,
        role.Midlight: colours.divider,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: colours.text,
    }
    made = QPalette()
    for each, colour in by_role.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.border))
    return made


def _font(text_size: float) -> QFont:
    made = QFont()
    made.setFamilies(
        [FAMILY, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
    )
    made.setPointSizeF(Type.BODY.value * _POINTS * text_size)
    return made


def _within_limits(text_size: float) -> float:
    return min(max(text_size, SMALLEST_TEXT), LARGEST_TEXT)
