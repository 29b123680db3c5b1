"""Where a page of a paper stands on a page of the pack: never cropped, never enlarged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from boardkeeper.printing.pack.pages import Matrix, SourcePage
from boardkeeper.printing.page import INNER, OUTER

BAND = 12 * mm
"""The height of the band at the top of an appendix's page, for its stamp."""

_NOTES = 52 * mm
_FOOT = 4 * mm
_BETWEEN = 6 * mm


@dataclass(frozen=True, slots=True)
class Setting:
    """A page of the pack, and by which matrix each page of the paper is drawn on it."""

    width: float
    height: float
    matrices: tuple[Matrix, ...]
    notes_from: float | None = None


def appendix_setting(
    pages: Sequence[SourcePage], *, has_band: bool, has_notes: bool, is_two_up: bool
) -> Setting:
    """An A4, upright or on its side as the paper is, with the paper centred below the band."""
    lies = pages[0].width > pages[0].height or is_two_up
    width, height = (max(A4), min(A4)) if lies else (min(A4), max(A4))
    notes_from = width - _NOTES if has_notes and not lies else None
    room = (notes_from or width, height - (BAND if has_band else 0) - (_FOOT if has_band else 0))
    foot = _FOOT if has_band else 0.0
    if not is_two_up:
        return Setting(width, height, (_fitted(pages[0], 0, foot, *room),), notes_from)
    half = (room[0] - _BETWEEN) / 2
    matrices = tuple(
        _fitted(page, at * (half + _BETWEEN), foot, half, room[1]) for at, page in enumerate(pages)
    )
    return Setting(width, height, matrices)


def own_setting(page: SourcePage, number: int, *, is_two_sided: bool) -> Setting:
    """A page of our own as it is; moved so that holes meet holes where paper has two sides."""
    is_left = is_two_sided and number % 2 == 0 and page.height > page.width
    a, b, c, d, e, f = page.matrix
    return Setting(page.width, page.height, ((a, b, c, d, e - (INNER - OUTER) * is_left, f),))


def _fitted(page: SourcePage, x: float, y: float, wide: float, high: float) -> Matrix:
    """The page in the middle of a room, smaller where it has to be."""
    scale = min(1.0, wide / page.width, high / page.height)
    across = x + (wide - page.width * scale) / 2
    up = y + (high - page.height * scale) / 2
    a, b, c, d, e, f = page.matrix
    return (
        a * scale,
        b * scale,
        c * scale,
        d * scale,
        e * scale + across,
        f * scale + up,
    )


def outer_matrix(page: SourcePage, whole: Matrix) -> Matrix:
    """What the whole matrix does to the page once it is upright: scale and move, for its links."""
    unit = abs(page.matrix[0]) + abs(page.matrix[1])
    scale = (abs(whole[0]) + abs(whole[1])) / unit
    return (
        *(scale, 0.0, 0.0, scale),
        whole[4] - page.matrix[4] * scale,
        whole[5] - page.matrix[5] * scale,
    )
