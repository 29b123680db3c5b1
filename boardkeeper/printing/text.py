"""The only way a person's text comes onto paper.

ReportLab's markup is a small language: raw, `x<y and y>z` prints as `xz`, an address in angle
brackets vanishes and `<img>` reads a local file. So text is cleaned and escaped here, and a test
keeps ReportLab's paragraphs out of every other module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from boardkeeper.printing.fonts import Face, face_for, font_of, printable, text_width

_ROUNDING = 0.01
"""Points by which sums of widths may differ from one another for no reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a piece of text looks. Sizes in points; `ink` is how dark it is, 0 black to 1 white."""

    face: Face = Face.REGULAR
    size: float
    leading: float
    ink: float = 0.0

    @property
    def baseline(self) -> float:
        """How far the baseline lies below the top of its line: as in a paragraph of body text."""
        return self.leading * 0.75

    @property
    def colour(self) -> Color:
        return Color(self.ink, self.ink, self.ink)


def drawable(text: str, style: TextStyle) -> TextStyle:
    """The style, upright where its italics cannot draw the text."""
    face = face_for(text, style.face)
    return style if face is style.face else replace(style, face=face)


def markup(text: str, face: Face) -> str:
    """A person's text as ReportLab markup that says exactly that text; newlines break the line."""
    return escape(printable(text, face), quote=False).replace("\n", "<br/>")


def paragraph(
    text: str, style: TextStyle, *, lead: str = "", mark: str = "", below: float = 0
) -> Paragraph:
    """Running text that wraps and may go on over the page.

    `lead` opens it in bold; `mark` (a bullet or number) hangs to the left of all its lines.
    """
    face = face_for(text, style.face)
    words = markup(text, face)
    if lead:
        words = f"<b>{markup(lead, Face.BOLD)}</b> {words}"
    mark = printable(mark, face)
    indent = text_width(mark, face, style.size) + style.size / 2 if mark else 0.0
    return Paragraph(words, _paragraph_style(style, face, below, indent), bulletText=mark or None)


def wrapped(text: str, style: TextStyle, width: float) -> list[str]:
    """Plain text in lines no wider than `width` points. Words too long for a line are broken."""
    face = face_for(text, style.face)
    lines = []
    for line in printable(text, face).split("\n"):
        lines.extend(
            _wrapped_line([word for word in line.split(" ") if word], face, style.size, width)
        )
    return lines


def balanced(text: str, style: TextStyle, width: float) -> list[str]:
    """The same number of lines as `wrapped`, but about as long as one another, for headings."""
    lines = wrapped(text, style, width)
    if not 1 < len(lines) <= 4:
        return lines
    for share in range(50, 100, 4):
        narrower = wrapped(text, style, width * share / 100)
        if len(narrower) == len(lines):
            return narrower
    return lines


def line_width(text: str, style: TextStyle) -> float:
    """How wide plain text is on one line, in points."""
    face = face_for(text, style.face)
    return text_width(printable(text, face), face, style.size)


def shortened(text: str, style: TextStyle, width: float) -> str:
    """Plain text on one line, cut with an ellipsis where it is wider than `width` points."""
    face = face_for(text, style.face)
    line = " ".join(printable(text, face).split())
    if text_width(line, face, style.size) <= width:
        return line
    room = width - text_width("…", face, style.size)
    return line[: _fitting(line, face, style.size, room)].rstrip(" ·,-") + "…"


def plain(text: str) -> str:
    """A person's text on one line for the file's properties and outline, in whatever script."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _wrapped_line(words: list[str], face: Face, size: float, width: float) -> list[str]:
    space = text_width(" ", face, size)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in _parted(words, face, size, width):
        length = text_width(word, face, size)
        if line and used + space + length > width + _ROUNDING:
            lines.append(" ".join(line))
            line, used = [], 0.0
        rest = word
        while length > width + _ROUNDING and len(rest) > 1:
            cut = max(1, _fitting(rest, face, size, width))
            lines.append(rest[:cut])
            rest = rest[cut:]
            length = text_width(rest, face, size)
        used += length + (space if line else 0)
        line.append(rest)
    return [*lines, " ".join(line)]


def _parted(words: list[str], face: Face, size: float, width: float) -> Iterator[str]:
    """The words, those held together by a space parted where a line is too narrow for them."""
    for word in words:
        is_held = "\N{NO-BREAK SPACE}" in word
        if is_held and text_width(word, face, size) > width + _ROUNDING:
            yield from (part for part in word.split("\N{NO-BREAK SPACE}") if part)
        else:
            yield word


def _fitting(text: str, face: Face, size: float, width: float) -> int:
    """How many characters fit in the width."""
    used = 0.0
    for count, character in enumerate(text):
        used += text_width(character, face, size)
        if used > width:
            return count
    return len(text)


@cache
def _paragraph_style(style: TextStyle, face: Face, below: float, indent: float) -> ParagraphStyle:
    font_of(face)
    return ParagraphStyle(
        f"{face.name} {style.size:g}",
        fontName=face.value,
        bulletFontName=face.value,
        fontSize=style.size,
        leading=style.leading,
        textColor=style.colour,
        bulletFontSize=style.size,
        leftIndent=indent,
        spaceAfter=below,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        spaceShrinkage=0,
    )
