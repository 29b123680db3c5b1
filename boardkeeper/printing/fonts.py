"""The typeface of every printed page: Source Sans Pro, embedded, with Latin, Greek and Cyrillic.

A character the typeface cannot draw is shown as a mark one can see, never left out in silence; who
copies or searches the page finds the character that was typed.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache
from importlib.resources import as_file, files

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

_MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_HELD = re.compile(
    rf"(?<=§) (?=\d)|(?<=nr\.|kl\.|no\.) (?=\d)|(?<=pkt\.|stk\.) (?=\d)"
    rf"|(?<=\d\.) (?=(?:{_MONTHS}))|(?<=\d) (?=(?:kr\.|mio\.|mia\.|%|{_MONTHS}))"
    r"|(?<=mio\.|mia\.) (?=kr\.)",
    re.IGNORECASE,
)
"""The spaces at which no line ends: between a number and what it is of, in either language."""

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
    space and every kind of line end a newline; look-alikes stand in for what the face lacks. Where
    there is none, the face learns to draw `MISSING` for the character, which stays what it was.
    """

    def __init__(self, face: TTFontFace) -> None:
        super().__init__()
        self.face = face
        self._known = frozenset(face.charToGlyph)
        self.lacking: set[str] = set()

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
        self.lacking.add(character)
        self.face.charToGlyph[ord(character)] = self.face.charToGlyph[ord(MISSING)]
        self.face.charWidths[ord(character)] = self.face.charWidths[ord(MISSING)]
        return character


@cache
def font_of(face: Face) -> TTFont:
    """The font itself, registered with ReportLab the first time any is asked for."""
    return _registered()[face]


@cache
def glyphs_of(face: Face) -> Glyphs:
    """What the face prints for each character."""
    return Glyphs(font_of(face).face)


def held_together(text: str) -> str:
    """The text with no line break between a number and what it counts: § 4, nr. 14, 5. marts."""
    if " " not in text:
        return text
    return _HELD.sub("\N{NO-BREAK SPACE}", text)


def printable(text: str, face: Face) -> str:
    """The text in characters the face has, or shows as `MISSING`. Keeps newlines.

    What belongs to a number stays on its line.
    """
    text = held_together(text)
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    return unicodedata.normalize("NFC", text).translate(glyphs_of(face))


def face_for(text: str, face: Face) -> Face:
    """The face, or its upright sister where only that can draw the text (the italics are Latin)."""
    if face is face.upright or text.isascii():
        return face
    lacks = len(lacking(text, face)) > len(lacking(text, face.upright))
    return face.upright if lacks else face


def lacking(text: str, face: Face) -> list[str]:
    """The characters of the text that the face shows as `MISSING`."""
    known = glyphs_of(face).lacking
    return [each for each in printable(text, face) if each in known]


def text_width(text: str, face: Face, size: float) -> float:
    """How wide printable text is, in points."""
    widths: dict[int, float] = font_of(face).face.charWidths
    default: float = font_of(face).face.defaultWidth
    return sum(widths.get(ord(each), default) for each in text) * size / 1000


@cache
def _registered() -> dict[Face, TTFont]:
    # ReportLab's own table writes what lies beyond U+FFFF, as emoji do, so that no reader knows it.
    ttfonts.makeToUnicodeCMap = _to_unicode
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


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """Which character each code of a subset of a font is, as a PDF says it (ISO 32000-1, 9.10.3).

    A block holds a hundred codes at most.
    """
    codes = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be', 'replace').hex().upper()}>"
        for code, character in enumerate(subset)
    ]
    blocks = [codes[at : at + 100] for at in range(0, len(codes), 100)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_UNSEEN = {"Cc", "Cf", "Cs"}
_VARIATION_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
_LIKENESS = {
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{FIGURE DASH}": "\N{EN DASH}",
    "\N{MODIFIER LETTER APOSTROPHE}": "\N{RIGHT SINGLE QUOTATION MARK}",
}
