"""What stands out on a page of minutes: a decision in its frame, and the heading of an item."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.page import TEXT_HEIGHT
from boardkeeper.printing.text import TextStyle, balanced, line_width, plain

_PADDING = (9.0, 7.0)
"""Points within the frame, at the sides and above and below."""

_FRAME = 0.8


class Framed(Flowable):
    """Flowables one below another in a frame that goes on over pages where it must.

    `key` is what links name. The frame stays whole unless it is as high as a third of a page.
    """

    def __init__(
        self,
        content: Sequence[Flowable],
        *,
        key: str = "",
        above: float = 0,
        below: float = 0,
        is_begun: bool = False,
        is_ended: bool = True,
    ) -> None:
        super().__init__()
        self._content = list(content)
        self._key = key
        self._is_begun = is_begun
        self._is_ended = is_ended
        self._heights: list[float] = []
        self.spaceBefore = above
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        inner = aW - 2 * _PADDING[0]
        self._heights = [each.wrap(inner, aH)[1] for each in self._content]
        gaps = sum(each.getSpaceAfter() for each in self._content[:-1])
        self.width = aW
        self.height = sum(self._heights) + gaps + 2 * _PADDING[1]
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: N803 - theirs
        self.wrap(aW, aH)
        if self.height < TEXT_HEIGHT / 3:
            return []
        room = aH - 2 * _PADDING[1]
        head: list[Flowable] = []
        rest = list(self._content)
        for flowable, height in zip(self._content, self._heights, strict=True):
            if height > room:
                parts = flowable.split(aW - 2 * _PADDING[0], room)
                if len(parts) > 1:
                    head.append(parts[0])
                    rest[:1] = parts[1:]
                break
            head.append(rest.pop(0))
            room -= height + flowable.getSpaceAfter()
        if not rest or (len(head) < 2 and not self._is_begun):
            return []
        return [self._part(head, is_first=True), self._part(rest, is_first=False)]

    def draw(self) -> None:
        canvas = self.canv
        if self._key:
            canvas.bookmarkHorizontal(self._key, 0, self.height + 6)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(_FRAME)
        lines = [(0.0, 0.0, 0.0, self.height), (self.width, 0.0, self.width, self.height)]
        if not self._is_begun:
            lines.append((0.0, self.height, self.width, self.height))
        if self._is_ended:
            lines.append((0.0, 0.0, self.width, 0.0))
        canvas.setLineCap(2)
        canvas.lines(lines)
        y = self.height - _PADDING[1]
        for flowable, height in zip(self._content, self._heights, strict=True):
            y -= height
            flowable.drawOn(canvas, _PADDING[0], y)
            y -= flowable.getSpaceAfter()

    def _part(self, content: list[Flowable], *, is_first: bool) -> Framed:
        return Framed(
            content,
            key=self._key if is_first else "",
            above=self.spaceBefore if is_first else 0,
            below=0 if is_first else self.spaceAfter,
            is_begun=self._is_begun or not is_first,
            is_ended=self._is_ended and not is_first,
        )


class NumberedHeading(Flowable):
    """A heading whose number stands in a column of its own, with a bookmark in the outline.

    `aside` stands at the right end of its first line. A number too wide for its column begins the
    line instead.
    """

    def __init__(
        self,
        number: str,
        title: str,
        style: TextStyle,
        *,
        column: float,
        key: str,
        level: int = 0,
        aside: str = "",
        aside_style: TextStyle | None = None,
        below: float = 0,
    ) -> None:
        super().__init__()
        self._number = number
        self._title = title
        self._style = style
        self._column = column
        self._key = key
        self._level = level
        self._aside = aside
        self._aside_style = aside_style or style
        self._lines: list[str] = []
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        width = aW - self._column
        if self._aside:
            width -= line_width(self._aside, self._aside_style) + 12
        fits = line_width(self._number, self._style) <= self._column - 4
        text = self._title if fits else f"{self._number} {self._title}"
        self._lines = balanced(text, self._style, width)
        self.width, self.height = aW, len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803 - theirs
        """A heading of many pages breaks anywhere; any other moves to the next page whole."""
        count = int(aH // self._style.leading)
        if self.height < aH or count < 4 or count >= len(self._lines):
            return []
        head, rest = "\n".join(self._lines[:count]), "\n".join(self._lines[count:])
        return [self._part(self._number, head, self._key), self._part("", rest, "")]

    def draw(self) -> None:
        canvas, style = self.canv, self._style
        if self._key:
            canvas.bookmarkHorizontal(self._key, 0, self.height + style.leading)
            name = plain(f"{self._number} {self._title}")
            canvas.addOutlineEntry(name, self._key, self._level, closed=False)
        y = self.height - style.baseline
        if self._lines[:1] != [] and line_width(self._number, style) <= self._column - 4:
            draw_line(canvas, 0, y, self._number, style)
        if self._aside:
            draw_line(canvas, self.width, y, self._aside, self._aside_style, align="right")
        for line in self._lines:
            draw_line(canvas, self._column, y, line, style)
            y -= style.leading

    def _part(self, number: str, title: str, key: str) -> NumberedHeading:
        return NumberedHeading(
            number,
            title,
            self._style,
            column=self._column,
            key=key,
            level=self._level,
            below=self.spaceAfter,
        )
