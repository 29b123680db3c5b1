"""PDF pages as pixels, for the preview and the printer: exactly the bytes that are saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

import pypdfium2 as pdfium

_ONE_AT_A_TIME = RLock()
"""The library is not thread-safe: whoever reads pages holds this."""


@dataclass(frozen=True, slots=True)
class Raster:
    """One page as pixels of four bytes (blue, green, red, unused), in rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


class UnreadablePages(Exception):
    """The file is no PDF that can be read, or is protected by a password."""


class Pages:
    """The pages of a PDF, from its bytes or the file they lie in; `sizes` in points.

    Any thread may ask; one at a time is answered. Raises UnreadablePages.
    """

    def __init__(self, content: bytes | Path, password: str = "") -> None:
        with _ONE_AT_A_TIME:
            try:
                self._document = pdfium.PdfDocument(content, password=password or None)
                count = range(len(self._document))
                sizes = [self._document.get_page_size(each) for each in count]
            except pdfium.PdfiumError as error:
                raise UnreadablePages(str(error)) from error
        self.sizes: Sequence[tuple[float, float]] = sizes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def raster(self, page: int, scale: float) -> Raster:
        """The page (from 0) at `scale` pixels a point."""
        with _ONE_AT_A_TIME:
            drawn = self._document[page]
            try:
                bitmap = drawn.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
                return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                drawn.close()

    def close(self) -> None:
        with _ONE_AT_A_TIME:
            self._document.close()
