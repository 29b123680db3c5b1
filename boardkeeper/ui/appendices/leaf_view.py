"""The pages of a paper one below another; each is drawn beside the window when it comes in sight.

A foreign page may take long to draw: until it is there, its place is a white sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from boardkeeper.i18n import _
from boardkeeper.printing.leaves import Leaves
from boardkeeper.printing.raster import Raster
from boardkeeper.ui.kit import colours, scaled

_GAP = 16
_KEPT = 12
_WIDEST_PIXELS = 4000

Key = tuple[int, int, int]
"""Which paper was shown (counted), which page, how many pixels wide."""


class LeafView(QScrollArea):
    """Shows leaves as wide as there is room, unless a zoom is chosen."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Pages"))
        self._canvas = _Canvas(self)
        self.setWidget(self._canvas)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_leaves(self, leaves: Leaves) -> None:
        """Show these pages from the first."""
        self._canvas.show_leaves(leaves, self.viewport().width())
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    def finish(self) -> None:
        """Let go of what is shown; what is being drawn comes to nobody."""
        self._canvas.finish()

    @property
    def page_count(self) -> int:
        return self._canvas.page_count

    @property
    def is_drawn(self) -> bool:
        """Whether every page in sight is there."""
        return self._canvas.is_drawn

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, between a quarter and four times the fitting width."""
        self._canvas.zoom = min(4.0, max(0.25, self._canvas.zoom * factor))
        self._canvas.fit(self.viewport().width())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)  # type: ignore[arg-type] # QResizeEvent
        self._canvas.fit(self.viewport().width())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self.page_changed.emit(self._canvas.page_at(middle))


class _Drawn(QObject):
    """Carries finished pages back to the window's thread."""

    done = Signal(object, object)


class _Drawing(QRunnable):
    """One page to draw, unless nobody wants it any longer when its turn comes."""

    def __init__(self, key: Key, scale: float, canvas: _Canvas) -> None:
        super().__init__()
        self._key = key
        self._scale = scale
        self._leaves = canvas.leaves
        self._canvas = canvas
        self._carrier = canvas.carrier

    def run(self) -> None:
        if self._leaves is None or not self._canvas.is_wanted(self._key):
            self._carrier.done.emit(self._key, None)
            return
        try:
            raster = self._leaves.raster(self._key[1], self._scale)
        except Exception:  # noqa: BLE001 - whatever a foreign page does, its sheet stays white
            raster = None
        self._carrier.done.emit(self._key, raster)


class _Canvas(QWidget):
    """The sheets, with a thin edge, on the window's ground."""

    def __init__(self, view: LeafView) -> None:
        super().__init__(view)
        self.zoom = 1.0
        self.leaves: Leaves | None = None
        self.carrier = _Drawn()
        self.carrier.done.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)
        self._view = view
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._shown = 0
        self._places: list[QRect] = []
        self._images: dict[Key, QImage] = {}
        self._asked: set[Key] = set()
        self._wanted: frozenset[Key] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    @property
    def page_count(self) -> int:
        return len(self._places)

    @property
    def is_drawn(self) -> bool:
        return bool(self._wanted) and self._wanted <= self._images.keys()

    def is_wanted(self, key: Key) -> bool:
        """Whether the page is still in sight; asked in the other thread."""
        return key in self._wanted

    def show_leaves(self, leaves: Leaves, width: int) -> None:
        self.finish()
        self.leaves = leaves
        self.fit(width)

    def finish(self) -> None:
        self._wanted = frozenset()
        self._pool.clear()
        self._pool.waitForDone()
        if self.leaves is not None:
            self.leaves.close()
        self.leaves = None
        self._shown += 1
        self._places = []
        self._images.clear()
        self._asked.clear()

    def fit(self, width: int) -> None:
        """Lay the pages out for a viewport of so many pixels."""
        if self.leaves is None or not self.leaves.sizes:
            return
        gap = scaled(_GAP)
        widest = max(size[0] for size in self.leaves.sizes)
        a_point = self.zoom * min((width - 2 * gap) / widest, 1.6 * self.logicalDpiX() / 72)
        self._places = _placed(self.leaves.sizes, a_point, width, gap)
        full = max(width, round(widest * a_point) + 2 * gap)
        self.setMinimumWidth(full if self.zoom > 1 else 0)
        self.setFixedHeight(self._places[-1].bottom() + 1 + gap)
        self.update()

    def page_at(self, y: int) -> int:
        """The page (from 0) at a height in pixels."""
        for page, place in enumerate(self._places):
            if y <= place.bottom() + scaled(_GAP):
                return page
        return max(0, len(self._places) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours().sidebar))
        in_sight = self.visibleRegion().boundingRect()
        keys: list[Key] = []
        for page, place in enumerate(self._places):
            if not place.intersects(in_sight):
                continue
            key = self._key(page, place)
            keys.append(key)
            image = self._images.get(key) or self._another_size(page)
            if image is None:
                painter.fillRect(place, QColor("white"))
            else:
                painter.drawImage(place, image)
            painter.setPen(QColor(colours().border))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()
        self._wanted = frozenset(keys)
        for key in keys:
            self._ask_for(key)

    def _key(self, page: int, place: QRect) -> Key:
        sharp = min(round(place.width() * self.devicePixelRatioF()), _WIDEST_PIXELS)
        return (self._shown, page, sharp)

    def _another_size(self, page: int) -> QImage | None:
        """The page as it was drawn at another zoom, until the new one is there."""
        return next((image for key, image in self._images.items() if key[1] == page), None)

    def _ask_for(self, key: Key) -> None:
        if self.leaves is None or key in self._images or key in self._asked:
            return
        self._asked.add(key)
        scale = key[2] / max(1.0, self.leaves.sizes[key[1]][0])
        self._pool.start(_Drawing(key, scale, self))

    @Slot(object, object)
    def _on_drawn(self, key: Key, raster: Raster | None) -> None:
        self._asked.discard(key)
        if key[0] != self._shown or raster is None:
            return
        while len(self._images) >= _KEPT:
            del self._images[next(iter(self._images))]
        self._images[key] = QImage(
            raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
        ).copy()
        self.update()


def _placed(
    sizes: Sequence[tuple[float, float]], a_point: float, width: int, gap: int
) -> list[QRect]:
    """Where each page stands, in the middle of so many pixels or of the widest page."""
    full = max(width, round(max(size[0] for size in sizes) * a_point) + 2 * gap)
    places = []
    top = gap
    for page_width, page_height in sizes:
        size = QSize(max(1, round(page_width * a_point)), max(1, round(page_height * a_point)))
        places.append(QRect((full - size.width()) // 2, top, size.width(), size.height()))
        top += size.height() + gap
    return places
