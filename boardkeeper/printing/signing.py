"""Where people sign: a line for each, with their name under it and a shorter line for the date."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from boardkeeper.domain.sheets.minutes import Signatory
from boardkeeper.i18n import _
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.text import shortened, wrapped

_ROOM = 10.5 * mm
"""Height that is left free to write in, over each line."""

_GAP = 22.0
_DATE_SHARE = 0.28
_BEFORE_DATE = 10.0
_LINE = 0.6

_LONGEST_NAME = 3
"""How many lines of a name are printed."""


class Signatures(Flowable):
    """The lines, two side by side where there are several.

    On a page that only some of them come to, `reminder` says what is signed, so that no signature
    ever stands by itself.
    """

    def __init__(
        self,
        signatories: Sequence[Signatory],
        kind: Typography,
        *,
        reminder: str,
        is_continued: bool = False,
    ) -> None:
        super().__init__()
        self._signatories = list(signatories)
        self._kind = kind
        self._reminder = prose(reminder, kind.body, below=kind.unit)
        self._text = reminder
        self._is_continued = is_continued
        self._head = 0.0
        self._name_lines = 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        self._head = 0.0
        if self._is_continued:
            self._head = self._reminder.wrap(aW, aH)[1] + self._kind.unit
        signed = self._width(aW) * (1 - _DATE_SHARE) - _BEFORE_DATE
        names = (wrapped(each.name, self._kind.cell_strong, signed) for each in self._signatories)
        self._name_lines = min(max(map(len, names), default=1), _LONGEST_NAME)
        self.width = aW
        self.height = self._head + ceil(len(self._signatories) / self._columns) * self._row
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: N803 - theirs
        self.wrap(aW, aH)
        rows = int((aH - self._head) // self._row)
        count = rows * self._columns
        if count < 1 or count >= len(self._signatories):
            return []
        return [
            self._part(self._signatories[:count], is_continued=self._is_continued),
            self._part(self._signatories[count:], is_continued=True),
        ]

    def draw(self) -> None:
        y = self.height
        if self._is_continued:
            self._reminder.drawOn(self.canv, 0, y - self._head + self._kind.unit)
            y -= self._head
        width = self._width(self.width)
        for at, each in enumerate(self._signatories):
            column, row = at % self._columns, at // self._columns
            left = column * (width + _GAP)
            self._draw_one(left, y - row * self._row - _ROOM, width, each)

    def _draw_one(self, left: float, y: float, width: float, signatory: Signatory) -> None:
        canvas, kind = self.canv, self._kind
        date_width = width * _DATE_SHARE
        canvas.setStrokeGray(0)
        canvas.setLineWidth(_LINE)
        signed = width - date_width - _BEFORE_DATE
        canvas.line(left, y, left + signed, y)
        canvas.line(left + width - date_width, y, left + width, y)
        baseline = y - kind.cell.leading
        draw_line(canvas, left + width - date_width, baseline, _("Date"), kind.cell_quiet)
        for line in wrapped(signatory.name, kind.cell_strong, signed)[:_LONGEST_NAME]:
            draw_line(canvas, left, baseline, line, kind.cell_strong)
            baseline -= kind.cell.leading
        title = shortened(signatory.title, kind.cell_quiet, signed)
        draw_line(canvas, left, baseline, title, kind.cell_quiet)

    @property
    def _columns(self) -> int:
        return 1 if len(self._signatories) < 2 and not self._is_continued else 2

    @property
    def _row(self) -> float:
        return _ROOM + (1.5 + self._name_lines) * self._kind.cell.leading

    def _width(self, available: float) -> float:
        """How wide one of them is."""
        if self._columns == 1:
            return available * 0.62
        return (available - _GAP) / 2

    def _part(self, signatories: Sequence[Signatory], *, is_continued: bool) -> Signatures:
        return Signatures(signatories, self._kind, reminder=self._text, is_continued=is_continued)
