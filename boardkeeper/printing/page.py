"""The sheet of paper, its margins, and where the text may stand on each page. In points.

Unless said otherwise it is A4, upright, with the inner margin wide enough for holes.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm

from boardkeeper.domain.sheets.paper import PaperSize, Profile

WIDTH, HEIGHT = A4
TOP = 25 * mm
BOTTOM = 22 * mm
INNER = 28 * mm
OUTER = 20 * mm
NOTES_OUTER = 70 * mm
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM

TOP_ON_SIDE = 16 * mm
BOTTOM_ON_SIDE = 18 * mm
FOOTER_BASELINE = 12 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the page, from its left to its right edge."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The sheet and margins of a document.

    Two-sided, even pages are mirrored so that holes meet holes. A sheet on its side is for a wall:
    its margins are narrow, and none of them is for holes or notes.
    """

    profile: Profile = Profile.NORMAL
    two_sided: bool = False
    size: PaperSize = PaperSize.A4
    is_on_side: bool = False

    @property
    def width(self) -> float:
        return max(self._sides) if self.is_on_side else min(self._sides)

    @property
    def height(self) -> float:
        return min(self._sides) if self.is_on_side else max(self._sides)

    @property
    def text_height(self) -> float:
        """From the top of the text to its foot."""
        return self.height - self.top - self.bottom

    @property
    def top(self) -> float:
        """The margin over the text."""
        return TOP_ON_SIDE if self.is_on_side else TOP

    @property
    def bottom(self) -> float:
        """The margin under the text."""
        return BOTTOM_ON_SIDE if self.is_on_side else BOTTOM

    @property
    def header_baseline(self) -> float:
        return self.height - (10 if self.is_on_side else 14) * mm

    @property
    def footer_baseline(self) -> float:
        return FOOTER_BASELINE - (3 * mm if self.is_on_side else 0)

    def text(self, page: int) -> Area:
        """Where the text stands."""
        band = self.band(page)
        if not self._has_notes:
            return band
        if self._is_mirrored(page):
            return Area(left=NOTES_OUTER, right=band.right)
        return Area(left=band.left, right=self.width - NOTES_OUTER)

    def band(self, page: int) -> Area:
        """Where header and footer stand: over the margin for notes as well."""
        if self.is_on_side:
            return Area(left=OUTER, right=self.width - OUTER)
        if self._is_mirrored(page):
            return Area(left=OUTER, right=self.width - INNER)
        return Area(left=INNER, right=self.width - OUTER)

    def notes(self, page: int) -> Area | None:
        """The ruled margin for notes, if there is one."""
        if not self._has_notes:
            return None
        text = self.text(page)
        if self._is_mirrored(page):
            return Area(left=OUTER, right=text.left - 8 * mm)
        return Area(left=text.right + 8 * mm, right=self.width - OUTER)

    @property
    def _sides(self) -> tuple[float, float]:
        return {PaperSize.A4: A4, PaperSize.A3: A3}[self.size]

    @property
    def _has_notes(self) -> bool:
        return self.profile is Profile.NOTES and not self.is_on_side

    def _is_mirrored(self, page: int) -> bool:
        return self.two_sided and page % 2 == 0
