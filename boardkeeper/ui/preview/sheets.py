"""The pages of a PDF one below another, drawn when they come into sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from boardkeeper.i18n import _
from boardkeeper.printing.raster import Pages, Raster
from boardkeeper.ui.kit import colours, scaled

_GAP = 16
_KEPT = 12
_POINTS_AN_INCH = 72


def image_of(raster: Raster) -> QImage:
    """The page's pixels as an image of its own."""
    shared = QImage(
        raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
    )
    return shared.copy()


class SheetView(QScrollArea):
    """Shows a PDF, page by page, as wide as there is room unless a zoom is chosen."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Pages"))
        self._canvas = _Canvas(self)
        self.setWidget(self._canvas)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, pages: Pages) -> None:
        """Show another paper, keeping the place where one was reading."""
        self._canvas.show_pages(pages, self.viewport().width())
        self._tell_page()

    def close_pages(self) -> None:
        """Let go of the paper that is shown."""
        self._canvas.close_pages()

    @property
    def page_count(self) -> int:
        return self._canvas.page_count

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, between a quarter and four times the fitting width."""
        self._canvas.zoom = min(4.0, max(0.25, self._canvas.zoom * factor))
        self._canvas.fit(self.viewport().width())

    def fit_width(self) -> None:
        self._canvas.zoom = 1.0
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

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self.page_changed.emit(self._canvas.page_at(middle))


class _Canvas(QWidget):
    """The paper itself, with a shadowless thin edge, on the window's ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        self._pages: Pages | None = None
        self._places: list[QRect] = []
        self._images: dict[tuple[int, int], QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    @property
    def page_count(self) -> int:
        return len(self._places)

    def show_pages(self, pages: Pages, width: int) -> None:
        self.close_pages()
        self._pages = pages
        self.fit(width)
        self.update()

    def close_pages(self) -> None:
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._places = []
        self._images.clear()

    def fit(self, width: int) -> None:
        """Lay the pages out for a viewport of so many pixels."""
        if self._pages is None:
            return
        gap = scaled(_GAP)
        widest = max(size[0] for size in self._pages.sizes)
        a_point = self.zoom * min((width - 2 * gap) / widest, 1.6 * self.logicalDpiX() / 72)
        self._places = []
        top = gap
        full = max(width, round(widest * a_point) + 2 * gap)
        for page_width, page_height in self._pages.sizes:
            size = QSize(round(page_width * a_point), round(page_height * a_point))
            left = (full - size.width()) // 2
            self._places.append(QRect(left, top, size.width(), size.height()))
            top += size.height() + gap
        self.setMinimumWidth(full if self.zoom > 1 else 0)
        self.setFixedHeight(top)
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
        for page, place in enumerate(self._places):
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(page, place.width()))
                painter.setPen(QColor(colours().border))
                painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _image(self, page: int, width: int) -> QImage:
        sharp = round(width * self.devicePixelRatioF())
        key = (page, sharp)
        if key not in self._images:
            while len(self._images) >= _KEPT:
                del self._images[next(iter(self._images))]
            assert self._pages is not None  # noqa: S101 - places exist only with pages
            scale = sharp / self._pages.sizes[page][0]
            self._images[key] = image_of(self._pages.raster(page, scale))
        return self._images[key]
