"""The line of a table of contents: number, title, dots that lead the eye, and the page."""

from __future__ import annotations

from math import ceil

from reportlab.platypus import Flowable, Frame

from boardkeeper.printing.blocks import Rule
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.pack.pages import OWN_ADDRESS
from boardkeeper.printing.styles import GREY
from boardkeeper.printing.text import TextStyle, line_width, wrapped

_GAP = 5.0
_DOTS = 4.2
"""Points from dot to dot; the dots of all lines stand below one another."""


class Anchor(Flowable):
    """Says on which page it stands; draws nothing."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        return 0.0, 0.0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self._key, 0, 0)


class Parting(Rule):
    """A rule between what stands above and below; at the top of a page it is not needed."""

    _is_needed = True

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        frame: Frame | None = getattr(self, "_frame", None)
        self._is_needed = not getattr(frame, "_atTop", False)
        self.spaceAfter = self.spaceAfter if self._is_needed else 0
        return super().wrap(aW, aH)

    def draw(self) -> None:
        if self._is_needed:
            super().draw()


class Entry(Flowable):
    """One line of the contents, wrapped where it is long; all of it leads to `key`.

    `number_width`, `count_width` and `page_width` are columns in points, the same for every line.
    """

    def __init__(
        self,
        *,
        number: str,
        title: str,
        count: str,
        page: str,
        key: str,
        style: TextStyle,
        quiet: TextStyle,
        number_width: float,
        count_width: float,
        page_width: float,
        indent: float = 0.0,
        above: float = 0.0,
    ) -> None:
        super().__init__()
        self._number, self._title, self._count, self._page = number, title, count, page
        self._key = key
        self._style, self._quiet = style, quiet
        self._number_width = number_width
        self._count_width, self._page_width = count_width, page_width
        self._indent = indent
        self._lines: list[str] = []
        self.spaceBefore = above
        self.spaceAfter = style.leading * 0.18

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        room = aW - self._left - self._count_width - self._page_width - 3 * _DOTS
        self._lines = wrapped(self._title, self._style, room)
        self.width, self.height = aW, len(self._lines) * self._style.leading
        return self.width, self.height

    def draw(self) -> None:
        style, canvas = self._style, self.canv
        y = self.height - style.baseline
        draw_line(canvas, self._indent, y, self._number, style)
        for line in self._lines:
            draw_line(canvas, self._left, y, line, style)
            y -= style.leading
        y += style.leading
        edge = self.width - self._page_width
        if self._count:
            draw_line(canvas, edge, y, self._count, self._quiet, align="right")
        if self._page:
            draw_line(canvas, self.width, y, self._page, style, align="right")
            end = edge - (self._count_width if self._count else 0)
            self._lead(self._left + line_width(self._lines[-1], style) + _GAP, end, y)
        if self._key:
            canvas.linkURL(
                OWN_ADDRESS + self._key, (0, 0, self.width, self.height), relative=1, thickness=0
            )

    @property
    def _left(self) -> float:
        return self._indent + self._number_width

    def _lead(self, start: float, end: float, y: float) -> None:
        """Dots from the title to the numbers, in step with those of the other lines."""
        first, last = ceil(start / _DOTS) * _DOTS, int(end / _DOTS - 1) * _DOTS
        if last <= first:
            return
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeGray(GREY)
        canvas.setLineWidth(0.9)
        canvas.setLineCap(1)  # round: a dash of no length is a dot
        canvas.setDash(0, _DOTS)
        canvas.line(first, y + 0.6, last + 0.1, y + 0.6)
        canvas.restoreState()
