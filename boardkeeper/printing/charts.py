"""Charts drawn on a page: the strokes of `domain.sheets` in ink."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import StackedBars, stacked_bars
from boardkeeper.domain.sheets.strokes import Align, Box, Ink, Line, Shape, Stroke
from boardkeeper.domain.sheets.strokes import Words as ChartWords
from boardkeeper.domain.sheets.week_bars import WeekBars, week_bars
from boardkeeper.printing.colours import ink as hue
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.styles import GREY, RULE_INK
from boardkeeper.printing.text import TextStyle, shortened

_CAPITALS = 0.33
"""Half the height of a capital, in sizes: how far below the middle of a line its baseline lies."""

_TINT = 0.3
_GREYS = {
    Ink.TEXT: 0.0,
    Ink.QUIET: GREY,
    Ink.RULE: RULE_INK,
    Ink.PAPER: 1.0,
    Ink.MARK: 0.0,
}
_ALERT = Color(0.62, 0.1, 0.1)
_ALIGNED = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


class Picture(Flowable):
    """Strokes in a place of so many points."""

    def __init__(self, strokes: Iterable[Stroke], width: float, height: float) -> None:
        super().__init__()
        self._strokes = tuple(strokes)
        self._wanted = (width, height)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = self._wanted
        return self._wanted

    def draw(self) -> None:
        for stroke in self._strokes:
            _draw(self.canv, stroke, self.height)


class Chart(Picture):
    """Stacked bars across the text, `height` points high with text of `size` points.

    `left` is where the first column begins, to stand over a table's.
    """

    def __init__(
        self, chart: StackedBars, width: float, height: float, size: float, *, left: float | None
    ) -> None:
        super().__init__(stacked_bars(chart, width, height, size, left=left), width, height)


class WeekChart(Picture):
    """The load by week across the text, `height` points high with text of `size` points."""

    def __init__(self, chart: WeekBars, width: float, height: float, size: float) -> None:
        super().__init__(week_bars(chart, width, height, size), width, height)


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
    elif isinstance(stroke, Shape):
        canvas.setFillColor(_colour(stroke.fill, None))
        path = canvas.beginPath()
        (first_x, first_y), *others = stroke.corners
        path.moveTo(first_x, height - first_y)
        for x, y in others:
            path.lineTo(x, height - y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
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
    if ink is Ink.ALERT:
        return _ALERT
    full = hue(colour or Colour.SLATE)
    if ink is Ink.FULL:
        return full
    red, green, blue = (1 - _TINT * (1 - part) for part in full.rgb())
    return Color(red, green, blue)
