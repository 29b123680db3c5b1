"""The scale of type on paper. Hierarchy comes from size, weight and white, never from colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.text import TextStyle

GREY = 0.36
"""Ink of what is read second: labels, roles, header and footer. Contrast on white is 6.6:1."""

HAIRLINE = 0.4
"""Thickness of the thin rules, in points."""

RULE_INK = 0.72
"""Ink of the thin rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """The styles of one profile. `unit` is its spacing: the leading of body text, in points."""

    title: TextStyle
    chapter: TextStyle
    heading: TextStyle
    body: TextStyle
    body_strong: TextStyle
    label: TextStyle
    cell: TextStyle
    cell_strong: TextStyle
    cell_aside: TextStyle
    cell_quiet: TextStyle
    column: TextStyle
    foot: TextStyle
    scale: float

    @property
    def unit(self) -> float:
        return self.body.leading


@cache
def typography(profile: Profile) -> Typography:
    """Body 10.5/14 points, or 14/18.7 in large print, and everything else in proportion."""
    scale = 14 / 10.5 if profile is Profile.LARGE else 1.0

    def style(size: float, leading: float, face: Face = Face.REGULAR, ink: float = 0) -> TextStyle:
        return TextStyle(
            face=face, size=round(size * scale, 2), leading=round(leading * scale, 2), ink=ink
        )

    foot_size = 8 if profile is not Profile.LARGE else 7.5
    return Typography(
        title=style(21, 25, Face.BOLD),
        chapter=style(16, 20, Face.BOLD),
        heading=style(13, 16, Face.BOLD),
        body=style(10.5, 14),
        body_strong=style(10.5, 14, Face.BOLD),
        label=style(9.5, 14, ink=GREY),
        cell=style(9.5, 12),
        cell_strong=style(9.5, 12, Face.BOLD),
        cell_aside=style(9.5, 12, Face.ITALIC),
        cell_quiet=style(9.5, 12, ink=GREY),
        column=style(8, 12, ink=GREY),
        foot=style(foot_size, 10, ink=GREY),
        scale=scale,
    )
