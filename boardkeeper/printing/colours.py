"""The hues of organisations as printer's ink. Each is dark enough to stand in black and white."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor

from boardkeeper.domain.organisations import Colour

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
