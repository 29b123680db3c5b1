"""The hues of organisations as printer's ink. Each is dark enough to stand in black and white."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.domain.organisations import Colour
from boardkeeper.printing.text import TextStyle

_INKS = {
    Colour.BLUE: "#2f6fb7",
    Colour.TEAL: "#0f7c7c",
    Colour.GREEN: "#2e7d4a",
    Colour.OLIVE: "#6b7410",
    Colour.AMBER: "#a66a00",
    Colour.ORANGE: "#bd5315",
    Colour.RED: "#b93a3a",
    Colour.PINK: "#b43a7a",
    Colour.PURPLE: "#7b4fb5",
    Colour.SLATE: "#5b6673",
}


def ink(colour: Colour) -> Color:
    """The hue as it is printed."""
    return HexColor(_INKS[colour])


def draw_swatch(canvas: Canvas, x: float, baseline: float, style: TextStyle, colour: Color) -> None:
    """A small square of the colour before a text of that style, as high as its small letters."""
    side = swatch_side(style)
    canvas.setFillColor(colour)
    canvas.roundRect(x, baseline, side, side, side / 5, stroke=0, fill=1)


def swatch_side(style: TextStyle) -> float:
    """The side of the square that stands before a text of that style, in points."""
    return style.size * 0.52


def swatch_indent(style: TextStyle) -> float:
    """How far a text of that style begins to the right of its square, in points."""
    return swatch_side(style) * 1.8
