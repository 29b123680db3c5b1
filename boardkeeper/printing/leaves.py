"""The pages of any paper as pixels: those of a PDF, and the pictures of a file of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from boardkeeper.domain.papers import MediaType
from boardkeeper.printing.pictures import picture_pages, upright
from boardkeeper.printing.raster import Pages, Raster, UnreadablePages

_PICTURE_WIDTH = 595.0
"""Points: a picture is shown as wide as a sheet of A4."""

_MOST_PIXELS = 2400
"""The longest side of a picture on screen; more is thrown away as soon as it is read."""


class Leaves(Protocol):
    """What can be looked at leaf by leaf. `sizes` are widths and heights in points."""

    sizes: Sequence[tuple[float, float]]

    def raster(self, page: int, scale: float) -> Raster:
        """One leaf (from 0) at `scale` pixels a point. May be asked in any thread."""

    def close(self) -> None:
        """Let go of the file."""


def leaves_of(path: Path, media_type: MediaType) -> Leaves | None:
    """The leaves of a file; None where it has none to show, or none that can be read.

    Takes as long as the file is large: ask beside the window.
    """
    if media_type is MediaType.PDF:
        try:
            return Pages(path)
        except UnreadablePages:
            return None
    if media_type is MediaType.IMAGE:
        count = picture_pages(path) or 0
        pictures = [_Picture.read(path, page) for page in range(count)]
        return _Pictures([each for each in pictures if each is not None]) if count else None
    return None


class _Picture:
    """One picture, turned upright and no larger than a screen shows."""

    def __init__(self, path: Path, page: int, size: tuple[float, float]) -> None:
        self.path = path
        self.page = page
        self.size = size

    @classmethod
    def read(cls, path: Path, page: int) -> _Picture | None:
        picture = upright(path, page)
        if picture is None or not picture.width or not picture.height:
            return None
        size = (_PICTURE_WIDTH, _PICTURE_WIDTH * picture.height / picture.width)
        return cls(path, page, size)

    def raster(self, scale: float) -> Raster:
        picture = upright(self.path, self.page)
        width, height = (max(1, round(side * scale)) for side in self.size)
        if picture is None:  # it was read before: the file is gone or changed
            return Raster(width, height, 4 * width, b"\xff" * (4 * width * height))
        picture.thumbnail((min(width, _MOST_PIXELS), min(height, 2 * _MOST_PIXELS)))
        pixels = picture.tobytes("raw", "BGRX")
        return Raster(picture.width, picture.height, 4 * picture.width, pixels)


class _Pictures:
    """The pictures of a file, one a leaf."""

    def __init__(self, pictures: Sequence[_Picture]) -> None:
        self._pictures = tuple(pictures)
        self.sizes: Sequence[tuple[float, float]] = [each.size for each in pictures]

    def raster(self, page: int, scale: float) -> Raster:
        return self._pictures[page].raster(scale)

    def close(self) -> None:
        """Nothing is kept open."""
