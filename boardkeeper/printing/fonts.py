"""The typeface of every printed page: Source Sans Pro, embedded, with Latin, Greek and Cyrillic.

A character the typeface cannot draw is replaced by a mark one can see, never left out in silence.
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache
from importlib.resources import as_file, files

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MISSING = "\N{BALLOT BOX}"
"""What stands where the typeface has no picture of a character: an empty box."""

FAMILY = "SourceSansPro"


class Face(Enum):
    """One cut of the typeface. The value is the name of its file and of the registered font."""

    REGULAR = "SourceSansPro-Regular"
    ITALIC = "SourceSansPro-It"
    BOLD = "SourceSansPro-Semibold"
    BOLD_ITALIC = "SourceSansPro-SemiboldIt"

    @property
    def upright(self) -> Face:
        return {Face.ITALIC: Face.REGULAR, Face.BOLD_ITALIC: Face.BOLD}.get(self, self)


class Glyphs(dict[int, str | None]):
    """A table for `str.translate`: what to print for each character, worked out when first met.

    Control and formatting characters (which reorder, hide or break text) go; white space becomes a
    space and every kind of line end a newline; look-alikes stand in for what the face lacks.
    """

    def __init__(self, known: dict[int, int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, code: int) -> str | None:
        self[code] = replacement = self._replacement(chr(code))
        return replacement

    def _replacement(self, character: str) -> str | None:
        if character in _LINE_ENDS:
            return "\n"
        if character == "\t":
            return " "
        if unicodedata.category(character) in _UNSEEN or character in _VARIATION_SELECTORS:
            return None
        if ord(character) in self._known:
            return character
        likeness = _LIKENESS.get(character) or unicodedata.normalize("NFKC", character)
        if all(ord(each) in self._known for each in likeness):
            return likeness
        return MISSING


@cache
def font_of(face: Face) -> TTFont:
    """The font itself, registered with ReportLab the first time any is asked for."""
    return _registered()[face]


@cache
def glyphs_of(face: Face) -> Glyphs:
    """What the face prints for each character."""
    return Glyphs(font_of(face).face.charToGlyph)


def printable(text: str, face: Face) -> str:
    """The text in characters the face has; what it lacks becomes `MISSING`. Keeps newlines.

    A paragraph sign stays on the line of its number.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("§ ", "§\N{NO-BREAK SPACE}")
    return unicodedata.normalize("NFC", text).translate(glyphs_of(face))


def face_for(text: str, face: Face) -> Face:
    """The face, or its upright sister where only that can draw the text (the italics are Latin)."""
    if face is face.upright or text.isascii():
        return face
    lacks = printable(text, face).count(MISSING) > printable(text, face.upright).count(MISSING)
    return face.upright if lacks else face


def text_width(text: str, face: Face, size: float) -> float:
    """How wide printable text is, in points."""
    widths: dict[int, float] = font_of(face).face.charWidths
    default: float = font_of(face).face.defaultWidth
    return sum(widths.get(ord(each), default) for each in text) * size / 1000


@cache
def _registered() -> dict[Face, TTFont]:
    fonts = {}
    for face in Face:
        with as_file(files("font_source_sans_pro") / "files" / f"{face.value}.ttf") as path:
            fonts[face] = TTFont(face.value, str(path))
        pdfmetrics.registerFont(fonts[face])
    addMapping(FAMILY, 0, 0, Face.REGULAR.value)
    addMapping(FAMILY, 0, 1, Face.ITALIC.value)
    addMapping(FAMILY, 1, 0, Face.BOLD.value)
    addMapping(FAMILY, 1, 1, Face.BOLD_ITALIC.value)
    return fonts


_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_UNSEEN = {"Cc", "Cf", "Cs"}
_VARIATION_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
_LIKENESS = {
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{FIGURE DASH}": "\N{EN DASH}",
    "\N{MODIFIER LETTER APOSTROPHE}": "\N{RIGHT SINGLE QUOTATION MARK}",
}
