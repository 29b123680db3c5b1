"""The building blocks of a document: title, headings, labelled text and rules."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable

from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.page import TEXT_HEIGHT
from boardkeeper.printing.styles import HAIRLINE, RULE_INK
from boardkeeper.printing.text import TextStyle, balanced, plain, wrapped

_STRIPE = (42.0, 3.0)
LABEL_GUTTER = 8.0
"""Points between a label and the text beside it."""


def heading(
    text: str,
    style: TextStyle,
    width: float,
    *,
    key: str,
    level: int = 0,
    above: float = 0,
    below: float = 0,
    needs: float = 0,
    over: Rule | None = None,
) -> Iterator[Flowable]:
    """A heading that begins a page unless `needs` points fit below it on this one.

    `level` in the outline counts from 0 and skips no step down. `key` is what links name. `over`
    is a rule that goes with the heading.
    """
    height = len(balanced(text, style, width)) * style.leading
    if needs:
        room = above + height + below + needs + (over.room if over else 0)
        yield CondPageBreak(min(room, TEXT_HEIGHT / 2))
    if over:
        yield over
    yield Heading(text, style, key=key, level=level, above=above, below=below)


class Heading(Flowable):
    """A heading on its own lines, with a bookmark in the outline; made by `heading`."""

    def __init__(
        self,
        text: str,
        style: TextStyle,
        *,
        key: str,
        level: int = 0,
        above: float = 0,
        below: float = 0,
        is_continued: bool = False,
    ) -> None:
        super().__init__()
        self._is_continued = is_continued
        self._text = text
        self._style = style
        self._key = key
        self._level = level
        self._lines: list[str] = []
        self.spaceBefore = above
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self._lines = balanced(self._text, self._style, aW)
        self.width, self.height = aW, len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803 - theirs
        """A heading of many pages breaks anywhere; any other moves to the next page whole."""
        count = int(aH // self._style.leading)
        if self.height < aH or count < 4 or count >= len(self._lines):
            return []
        head, rest = "\n".join(self._lines[:count]), "\n".join(self._lines[count:])
        return [
            Heading(head, self._style, key=self._key, level=self._level),
            Heading(rest, self._style, key=self._key, below=self.spaceAfter, is_continued=True),
        ]

    def draw(self) -> None:
        canvas = self.canv
        if not self._is_continued:
            canvas.bookmarkHorizontal(self._key, 0, self.height + self._style.leading)
            canvas.addOutlineEntry(plain(self._text), self._key, self._level, closed=False)
        y = self.height
        for line in self._lines:
            draw_line(canvas, 0, y - self._style.baseline, line, self._style)
            y -= self._style.leading


class Labelled(Flowable):
    """Text with its label in a column of its own at the left, going on over pages.

    `is_marked` draws a line down the text's left side: this is what it all comes to. `is_joined`
    leads that line on to the block below.
    """

    def __init__(
        self,
        label: str,
        text: Flowable,
        *,
        style: TextStyle,
        label_width: float,
        below: float,
        is_marked: bool = False,
        is_joined: bool = False,
    ) -> None:
        super().__init__()
        self._is_joined = is_joined
        self._label = label
        self._text = text
        self._style = style
        self._label_width = label_width
        self._is_marked = is_marked
        self._lines = wrapped(label, style, label_width - LABEL_GUTTER) if label else []
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        _width, self._text_height = self._text.wrap(aW - self._label_width, aH)
        self.width = aW
        self.height = max(self._text_height, len(self._lines) * self._style.leading)
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: N803 - theirs
        if self._is_marked and self._text_height < TEXT_HEIGHT / 3:
            return []
        if aH < len(self._lines) * self._style.leading:
            return []
        parts = self._text.split(aW - self._label_width, aH)
        if len(parts) < 2:
            return []
        return [self._part(self._label, parts[0]), *(self._part("", part) for part in parts[1:])]

    def draw(self) -> None:
        y = self.height
        for line in self._lines:
            draw_line(self.canv, 0, y - self._style.baseline, line, self._style)
            y -= self._style.leading
        bottom = self.height - self._text_height
        if self._is_marked:
            self.canv.setStrokeGray(0)
            self.canv.setLineWidth(1.2)
            x = self._label_width - LABEL_GUTTER
            foot = -self.spaceAfter - 1 if self._is_joined else bottom + 1
            self.canv.line(x, foot, x, self.height - 1)
        self._text.drawOn(self.canv, self._label_width, bottom)

    def _part(self, label: str, text: Flowable) -> Labelled:
        return Labelled(
            label,
            text,
            style=self._style,
            label_width=self._label_width,
            below=self.spaceAfter,
            is_marked=self._is_marked,
            is_joined=self._is_joined,
        )


class Stripe(Flowable):
    """A short thick stripe in the organisation's colour, over the title."""

    def __init__(self, colour: Color) -> None:
        super().__init__()
        self._colour = colour
        self.spaceAfter = 9

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        return _STRIPE

    def draw(self) -> None:
        self.canv.setFillColor(self._colour)
        self.canv.rect(0, 0, *_STRIPE, stroke=0, fill=1)


class Rule(Flowable):
    """A thin rule across the text; where it would begin a page, neither it nor its white is there.

    What begins a page stands under the rule of the header already.
    """

    def __init__(self, *, above: float, below: float) -> None:
        super().__init__()
        self.spaceBefore = above
        self.spaceAfter = self._below = below
        self._is_first = False

    @property
    def room(self) -> float:
        """How much it needs, with the white around it."""
        return float(self.spaceBefore + HAIRLINE + self._below)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        self.width = aW
        self._is_first = aH >= TEXT_HEIGHT - 0.01
        self.spaceAfter = 0 if self._is_first else self._below
        return aW, 0 if self._is_first else HAIRLINE

    def draw(self) -> None:
        if self._is_first:
            return
        self.canv.setStrokeGray(RULE_INK)
        self.canv.setLineWidth(HAIRLINE)
        self.canv.line(0, 0, self.width, 0)
