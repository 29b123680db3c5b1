"""Photos and scans: opened, turned the way they were held, never larger in memory than allowed."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 120_000_000
"""A picture of more is refused: a small file can claim a wall of pixels. (A phone takes 50 M.)"""

_REFUSALS = (
    *(OSError, ValueError, SyntaxError, EOFError, TypeError, OverflowError, RuntimeError),
    *(UnidentifiedImageError, Image.DecompressionBombError, MemoryError, ZeroDivisionError),
)
"""What Pillow raises at broken pictures, one kind or another by format."""


def picture_pages(path: Path) -> int | None:
    """How many pages a picture file has (a scan in TIFF has several); None if it is damaged."""
    try:
        with _opened(path) as picture:
            return 1 if picture.format == "GIF" else int(getattr(picture, "n_frames", 1))
    except _REFUSALS:
        return None


def upright(path: Path, page: int = 0, *, finest: int = 0) -> Image.Image | None:
    """One page of a picture (from 0), in RGB, on white, turned as its EXIF says; None if damaged.

    Nothing of what the camera noted (place, time, owner) is in it. With `finest`, a photo is not
    read finer than so many pixels a side need: a large one then takes a fraction of the memory.
    """
    try:
        with _opened(path) as picture:
            if page:
                picture.seek(page)
            if finest:
                picture.draft("RGB", (finest, finest))
            turned = ImageOps.exif_transpose(picture)
            bare = _on_white(turned)
            bare.info = {}
            return bare
    except _REFUSALS:
        return None


def _opened(path: Path) -> Image.Image:
    _learn_heic()
    with warnings.catch_warnings():
        # Pillow warns of half the pixels it refuses; we have a limit of our own.
        warnings.simplefilter("ignore")
        picture = Image.open(path)
    if picture.width * picture.height > MOST_PIXELS:
        picture.close()
        raise ValueError(picture.size)
    return picture


def _learn_heic() -> None:
    """Let Pillow read the photos of telephones."""
    if "HEIF" not in Image.OPEN:
        import pi_heif  # noqa: PLC0415 - a large library, for the few who need it

        pi_heif.register_heif_opener()


def _on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    paper.alpha_composite(clear)
    return paper.convert("RGB")
