"""PDF pages as pixels, for the preview and the printer: exactly the bytes that are saved."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class Raster:
    """One page as pixels of four bytes (blue, green, red, unused), in rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """The pages of a PDF. Used by one thread at a time: the library is not thread-safe."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)
        self.sizes = [tuple(page.get_size()) for page in self._document]

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
        bitmap = self._document[page].render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def close(self) -> None:
        self._document.close()
