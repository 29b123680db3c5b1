"""The year wheel drawn on a page: the strokes of its picture in ink."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.wheel_drawing import (
    RADIUS,
    Disc,
    Line,
    Paint,
    Sector,
    Stroke,
    Words,
    point,
)
from boardkeeper.printing.colours import ink
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.styles import GREY, RULE_INK
from boardkeeper.printing.text import TextStyle, line_width, shortened

_CAPITALS = 0.33
"""Half the height of a capital, in sizes: how far below the middle of a line its baseline lies."""

_SMALLEST = 0.55
"""The smallest share of its size that a text is drawn in before it is cut."""


def draw_wheel(
    canvas: Canvas, strokes: Iterable[Stroke], colour: Colour, x: float, y: float, radius: float
) -> None:
    """Draw the strokes around (x, y), the wheel's rim `radius` points from there."""
    inks = _Inks(colour)
    canvas.saveState()
    canvas.translate(x, y)
    for stroke in strokes:
        _draw(canvas, stroke, inks, radius / RADIUS)
    canvas.restoreState()


class _Inks:
    """The colours of one organisation's wheel. Text is always grey or white, never the hue."""

    def __init__(self, colour: Colour) -> None:
        hue = ink(colour)
        self._colours = {
            Paint.INK: Color(0, 0, 0),
            Paint.QUIET: Color(GREY, GREY, GREY),
            Paint.RULE: Color(RULE_INK, RULE_INK, RULE_INK),
            Paint.PAPER: Color(1, 1, 1),
            Paint.HUE: hue,
            Paint.TINT: _thinned(hue, 0.24),
            Paint.WASH: _thinned(hue, 0.1),
        }

    def of(self, paint: Paint) -> Color:
        return self._colours[paint]

    def grey(self, paint: Paint) -> float:
        return {Paint.INK: 0.0, Paint.QUIET: GREY, Paint.PAPER: 1.0}[paint]


def _thinned(colour: Color, share: float) -> Color:
    """So much of the colour, the rest the paper's white."""
    red, green, blue = (1 - share * (1 - part) for part in colour.rgb())
    return Color(red, green, blue)


def _draw(canvas: Canvas, stroke: Stroke, inks: _Inks, scale: float) -> None:
    if isinstance(stroke, Sector):
        _draw_sector(canvas, stroke, inks, scale)
    elif isinstance(stroke, Disc):
        _draw_disc(canvas, stroke, inks, scale)
    elif isinstance(stroke, Line):
        canvas.setStrokeColor(inks.of(stroke.paint))
        canvas.setLineWidth(stroke.thickness * scale)
        (from_x, from_y), (to_x, to_y) = stroke.start, stroke.end
        canvas.line(from_x * scale, -from_y * scale, to_x * scale, -to_y * scale)
    else:
        _draw_words(canvas, stroke, inks, scale)


def _draw_sector(canvas: Canvas, sector: Sector, inks: _Inks, scale: float) -> None:
    """There and back along the two arcs; ReportLab's angles run the other way, from the right."""
    outer, inner = sector.outer * scale, sector.inner * scale
    path = canvas.beginPath()
    path.arc(-outer, -outer, outer, outer, 90 - sector.start, -sector.sweep)
    if sector.sweep >= 360:
        path.close()
        x, y = point(0, inner)
        path.moveTo(x, -y)
        path.arcTo(-inner, -inner, inner, inner, 90, 360)
    else:
        end = 90 - sector.start - sector.sweep
        path.arcTo(-inner, -inner, inner, inner, end, sector.sweep)
    path.close()
    canvas.setFillColor(inks.of(sector.fill))
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_disc(canvas: Canvas, disc: Disc, inks: _Inks, scale: float) -> None:
    canvas.setFillColor(inks.of(disc.fill))
    if disc.outline is not None:
        canvas.setStrokeColor(inks.of(disc.outline))
        canvas.setLineWidth(disc.thickness * scale)
    canvas.circle(
        disc.x * scale,
        -disc.y * scale,
        disc.radius * scale,
        stroke=int(disc.outline is not None),
        fill=1,
    )


def _draw_words(canvas: Canvas, words: Words, inks: _Inks, scale: float) -> None:
    face = Face.BOLD if words.is_strong else Face.REGULAR
    size, room = words.size * scale, words.room * scale
    grey = inks.grey(words.paint)
    wide = line_width(words.text, TextStyle(face=face, size=size, leading=size))
    size *= max(_SMALLEST, min(1.0, room / wide if wide else 1.0))
    style = TextStyle(face=face, size=size, leading=size, ink=grey)
    canvas.saveState()
    canvas.translate(words.x * scale, -words.y * scale)
    canvas.rotate(-words.turn)
    line = shortened(words.text, style, room + 0.01)
    draw_line(canvas, 0, -size * _CAPITALS, line, style, align="centre")
    canvas.restoreState()
