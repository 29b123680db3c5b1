"""Charts drawn on a page: the strokes of `domain.sheets.charts` in ink."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import (
    Align,
    Box,
    Ink,
    Line,
    StackedBars,
    Stroke,
    stacked_bars,
)
from boardkeeper.domain.sheets.charts import Words as ChartWords
from boardkeeper.printing.colours import ink as hue
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.styles import GREY, RULE_INK
from boardkeeper.printing.text import TextStyle, shortened

_CAPITALS = 0.33
"""Half the height of a capital, in sizes: how far below the middle of a line its baseline lies."""

_TINT = 0.3
_GREYS = {Ink.TEXT: 0.0, Ink.QUIET: GREY, Ink.RULE: RULE_INK, Ink.PAPER: 1.0}
_ALIGNED = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


class Chart(Flowable):
    """Stacked bars across the text, `height` points high with text of `size` points.

    `left` is where the first column begins, to stand over a table's.
    """

    def __init__(
        self, chart: StackedBars, width: float, height: float, size: float, *, left: float | None
    ) -> None:
        super().__init__()
        self._chart = chart
        self._size = size
        self._left = left
        self._wanted = (width, height)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = self._wanted
        return self._wanted

    def draw(self) -> None:
        strokes = stacked_bars(self._chart, *self._wanted, self._size, left=self._left)
        for stroke in strokes:
            _draw(self.canv, stroke, self.height)


def _draw(canvas: Canvas, stroke: Stroke, height: float) -> None:
    if isinstance(stroke, Box):
        canvas.setFillColor(_colour(stroke.fill, stroke.colour))
        top = height - stroke.y
        canvas.rect(stroke.x, top - stroke.height, stroke.width, stroke.height, stroke=0, fill=1)
    elif isinstance(stroke, Line):
        canvas.setStrokeColor(_colour(stroke.ink, stroke.colour))
        canvas.setLineWidth(stroke.thickness)
        (from_x, from_y), (to_x, to_y) = stroke.start, stroke.end
        canvas.line(from_x, height - from_y, to_x, height - to_y)
    else:
        _draw_words(canvas, stroke, height)


def _draw_words(canvas: Canvas, words: ChartWords, height: float) -> None:
    face = Face.BOLD if words.is_strong else Face.REGULAR
    style = TextStyle(face=face, size=words.size, leading=words.size, ink=_GREYS[words.ink])
    line = shortened(words.text, style, words.room)
    baseline = height - words.y - words.size * _CAPITALS
    draw_line(canvas, words.x, baseline, line, style, align=_ALIGNED[words.align])


def _colour(ink: Ink, colour: Colour | None) -> Color:
    if ink in _GREYS:
        grey = _GREYS[ink]
        return Color(grey, grey, grey)
    full = hue(colour or Colour.SLATE)
    if ink is Ink.FULL:
        return full
    red, green, blue = (1 - _TINT * (1 - part) for part in full.rgb())
    return Color(red, green, blue)
