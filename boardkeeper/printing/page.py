"""The sheet of paper: A4, its margins, and where the text may stand on each page. In points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from boardkeeper.domain.sheets.paper import Profile

WIDTH, HEIGHT = A4
TOP = 25 * mm
BOTTOM = 22 * mm
INNER = 28 * mm
OUTER = 20 * mm
NOTES_OUTER = 70 * mm
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM

HEADER_BASELINE = HEIGHT - 14 * mm
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
    """The margins of a document. Two-sided, even pages are mirrored so that holes meet holes."""

    profile: Profile = Profile.NORMAL
    two_sided: bool = False

    def text(self, page: int) -> Area:
        """Where the text stands."""
        outer = NOTES_OUTER if self.profile is Profile.NOTES else OUTER
        if self._is_mirrored(page):
            return Area(left=outer, right=WIDTH - INNER)
        return Area(left=INNER, right=WIDTH - outer)

    def band(self, page: int) -> Area:
        """Where header and footer stand: over the margin for notes as well."""
        if self._is_mirrored(page):
            return Area(left=OUTER, right=WIDTH - INNER)
        return Area(left=INNER, right=WIDTH - OUTER)

    def notes(self, page: int) -> Area | None:
        """The ruled margin for notes, if there is one."""
        if self.profile is not Profile.NOTES:
            return None
        text = self.text(page)
        if self._is_mirrored(page):
            return Area(left=OUTER, right=text.left - 8 * mm)
        return Area(left=text.right + 8 * mm, right=WIDTH - OUTER)

    def _is_mirrored(self, page: int) -> bool:
        return self.two_sided and page % 2 == 0
