"""Running text in spans, some of them bold, that wraps and goes on over pages.

Faster than ReportLab's paragraphs, since nothing is parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boardkeeper.domain.markdown import Span
from boardkeeper.printing.fonts import Face, face_for, held_together, printable, text_width
from boardkeeper.printing.text import TextStyle

_FEWEST_LINES = 2
"""How many lines of a text at least stand together on either side of a page's end."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word in one face, and how wide it is."""

    text: str
    face: Face
    width: float


@dataclass(slots=True)
class _Word:
    """Pieces with no space between them. `begins_line` after a line break."""

    pieces: list[_Piece] = field(default_factory=list)
    begins_line: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


_Line = list[_Word]


def prose(
    text: str, style: TextStyle, *, mark: str = "", indent: float = 0, below: float = 0
) -> Prose:
    """Plain text; see `Prose`."""
    return Prose((Span(text),), style, mark=mark, indent=indent, below=below)


class Prose(Flowable):
    """Spans of text in one size. `indent` moves all of it to the right, in points.

    `mark` (a bullet or number) hangs to the left of the indent, right before the first line.
    """

    def __init__(
        self,
        spans: Sequence[Span],
        style: TextStyle,
        *,
        mark: str = "",
        indent: float = 0,
        below: float = 0,
        lines: list[_Line] | None = None,
    ) -> None:
        super().__init__()
        self._spans = spans
        self._style = style
        self._mark = mark
        self._indent = indent
        self._lines = lines
        self._is_rest = lines is not None
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        if self._lines is None or (not self._is_rest and self.width != aW):
            self._lines = _broken(self._spans, self._style, aW - self._indent)
        self.width = aW
        self.height = len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: N803 - theirs
        self.wrap(aW, aH)
        lines = self._lines or []
        count = min(int((aH + 0.01) // self._style.leading), len(lines) - _FEWEST_LINES)
        if self.height <= aH:
            return [self]
        if count < _FEWEST_LINES:
            return []
        return [self._part(lines[:count], self._mark, 0), self._part(lines[count:], "", None)]

    def draw(self) -> None:
        style, canvas = self._style, self.canv
        y = self.height - style.baseline
        canvas.setFillGray(style.ink)
        if self._mark:
            face = face_for(self._mark, style.face)
            mark = printable(self._mark, face)
            left = self._indent - style.size * 0.5 - text_width(mark, face, style.size)
            canvas.setFont(face.value, style.size)
            canvas.drawString(left, y, mark)
        for line in self._lines or ():
            _draw_line(canvas, self._indent, y, line, style)
            y -= style.leading

    def _part(self, lines: list[_Line], mark: str, below: float | None) -> Prose:
        return Prose(
            (),
            self._style,
            mark=mark,
            indent=self._indent,
            below=self.spaceAfter if below is None else below,
            lines=lines,
        )


def _draw_line(canvas: Canvas, x: float, y: float, line: _Line, style: TextStyle) -> None:
    """Draw the words, as many at once as are in one face."""
    text, face, width = "", style.face, 0.0
    space = _space(style)
    for at, word in enumerate(line):
        if at:
            text += " "
            width += space
        for piece in word.pieces:
            if piece.face is not face:
                _draw(canvas, x, y, text, face, style)
                x += width
                text, width, face = "", 0.0, piece.face
            text += piece.text
            width += piece.width
    _draw(canvas, x, y, text, face, style)


def _draw(canvas: Canvas, x: float, y: float, text: str, face: Face, style: TextStyle) -> None:
    if text:
        canvas.setFont(face.value, style.size)
        canvas.drawString(x, y, text)


def _broken(spans: Sequence[Span], style: TextStyle, width: float) -> list[_Line]:
    """The words in lines no wider than `width` points. A word too long for a line is broken."""
    space = _space(style)
    lines: list[_Line] = []
    line: _Line = []
    used = 0.0
    for word in _words(spans, style):
        wide = word.width
        if word.begins_line or (line and used + space + wide > width + 0.01):
            lines.append(line)
            line, used = [], 0.0
        if wide > width + 0.01:
            *whole, word = _cut(word, style, width)  # noqa: PLW2901 - its last part goes on
            lines.extend([part] for part in whole)
            wide = word.width
        used += wide + (space if line else 0)
        line.append(word)
    return [*lines, line]


def _words(spans: Sequence[Span], style: TextStyle) -> Iterator[_Word]:
    """The words of all spans; one that two spans share is one word in two pieces."""
    word = _Word()
    for span in spans:
        face = style.face if not span.is_bold else Face.BOLD
        for at, row in enumerate(_rows(span.text)):
            if at:
                yield word
                word = _Word(begins_line=True)
            for place, typed in enumerate(row.split(" ")):
                if place and word.pieces:
                    yield word
                    word = _Word()
                if typed:
                    word.pieces.append(_piece(typed, face, style.size))
    if word.pieces:
        yield word


def _rows(text: str) -> list[str]:
    """The lines of a text, their tabs as spaces; what is of a number stays beside it."""
    text = held_together(text)
    if text.isascii() and text.isprintable():
        return [text]
    rows = f"{text}\n".replace("\t", " ").splitlines()
    return [*rows, ""] if text.endswith("\n") else rows


def _piece(typed: str, face: Face, size: float) -> _Piece:
    text, drawn_in, ems = _measured(typed, face)
    return _Piece(text, drawn_in, ems * size)


@lru_cache(maxsize=20_000)
def _measured(typed: str, face: Face) -> tuple[str, Face, float]:
    """What is printed of a word, in which face, and how wide in ems."""
    drawn_in = face_for(typed, face)
    text = printable(typed, drawn_in)
    return text, drawn_in, text_width(text, drawn_in, 1)


def _cut(word: _Word, style: TextStyle, width: float) -> Iterator[_Word]:
    """A word in parts no wider than a line, broken wherever a character does not fit."""
    part = _Word(begins_line=word.begins_line)
    used = 0.0
    for piece in word.pieces:
        rest = ""
        for typed in piece.text:
            wide = _measured(typed, piece.face)[2] * style.size
            if used + wide > width and (part.pieces or rest):
                part.pieces += _pieces(rest, piece.face, style.size)
                yield part
                part, used, rest = _Word(), 0.0, ""
            rest += typed
            used += wide
        part.pieces += _pieces(rest, piece.face, style.size)
    yield part


def _pieces(typed: str, face: Face, size: float) -> Iterable[_Piece]:
    return (_piece(typed, face, size),) if typed else ()


def _space(style: TextStyle) -> float:
    return text_width(" ", style.face, style.size)
