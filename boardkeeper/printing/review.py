"""The sheet of the yearly question, as a PDF: one page to read, to write on and to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.review import Answered, FactLine, GaugeLine, ReviewSheet
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.beside import Beside
from boardkeeper.printing.blocks import LABEL_GUTTER, Labelled, Rule, heading
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.frame import draw_line, printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import line_width, shortened

_GAP = 24.0
_GUTTER = 9.0
_SHARE = 0.5
_BAR = 5.0
"""How high the bar of a gauge is, in points at normal size."""


def review_pdf(sheet: ReviewSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The sheet in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_Story(sheet, paper).all()), page_words(sheet.letterhead), paper)


class _Story:
    """The story of one review, set in the type of one profile."""

    def __init__(self, sheet: ReviewSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        self._is_wide = paper.profile is Profile.NORMAL

    def all(self) -> Iterator[Flowable]:
        yield from title_block(self._sheet.letterhead, self._kind, self._width)
        yield from self._labelled(self._sheet.questions, is_to_fill_in=True)
        yield Spacer(0, self._kind.unit * 0.4)
        if self._is_wide:
            width = (self._width - _GAP) * _SHARE
            other = self._width - _GAP - width
            yield Beside(
                list(self._facts(width)),
                [*self._gauges(other), *self._signals(other)],
                gap=_GAP,
                share=_SHARE,
            )
        else:
            yield from self._facts(self._width)
            yield from self._gauges(self._width)
            yield from self._signals(self._width)
        yield from self._answer()

    def _labelled(
        self, answers: Sequence[Answered], *, is_to_fill_in: bool = False
    ) -> Iterator[Flowable]:
        """Each question with its answer, or a line to write it on."""
        kind = self._kind
        longest = max((line_width(each.question, kind.label) for each in answers), default=0)
        labels = min(ceil(longest + LABEL_GUTTER), self._width * 0.36)
        for each in answers:
            text = (
                prose(each.answer, kind.body)
                if each.answer.strip() or not is_to_fill_in
                else _Blank(kind)
            )
            yield Labelled(
                each.question, text, style=kind.label, label_width=labels, below=kind.unit * 0.3
            )

    def _heading(self, text: str, key: str, width: float, needs: float = 0) -> Iterator[Flowable]:
        yield from heading(
            text,
            self._kind.body_strong,
            width,
            key=key,
            above=self._kind.unit * 0.7,
            below=2,
            needs=0 if self._is_wide else needs,
        )

    def _facts(self, width: float) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        yield from self._heading(_("What it took, and what it gave"), "facts", width)
        now = self._column([each.now for each in sheet.facts], sheet.period)
        before = self._column([each.before for each in sheet.facts], sheet.period_before)
        limit = width * 0.28
        now, before = min(now, limit), min(before, limit)
        columns = (
            Column(width=width - now - before, gutter=_GUTTER),
            Column(width=now, gutter=_GUTTER, align="right"),
            Column(width=before, gutter=0, align="right"),
        )
        heads = ("", sheet.period, sheet.period_before)
        header = Row(
            cells=tuple(Cell(pieces=((name, kind.column),)) for name in heads), above=0, below=1
        )
        yield table(columns, [self._fact(each) for each in sheet.facts], header)

    def _fact(self, fact: FactLine) -> Row:
        kind = self._kind
        name = [(fact.name, kind.cell)]
        if fact.aside:
            name.append((fact.aside, kind.column))
        return Row(
            cells=(
                Cell(pieces=tuple(name)),
                Cell(pieces=((fact.now, kind.cell_strong),)),
                Cell(pieces=((fact.before, kind.cell_quiet),)),
            ),
            above=1.7,
            below=1.7,
        )

    def _gauges(self, width: float) -> Iterator[Flowable]:
        if not self._sheet.gauges:
            return
        colour, kind = self._sheet.letterhead.colour, self._kind
        bars = [_Gauge(each, colour, kind) for each in self._sheet.gauges]
        high = sum(each.wrap(width, 0)[1] for each in bars) + kind.column.leading
        yield from self._heading(_("The five rules"), "rules", width, high)
        yield from bars
        yield prose(_("The mark across a bar is the target."), self._kind.column)

    def _signals(self, width: float) -> Iterator[Flowable]:
        if not self._sheet.signals:
            return
        kind = self._kind
        yield from self._heading(_("Signs of a coffee club"), "signs", width, 6 * kind.unit)
        rows = []
        for each in sorted(self._sheet.signals, key=lambda each: not each.is_on):
            style = kind.cell if each.is_on else kind.cell_quiet
            mark = ink(Colour.RED) if each.is_on else None
            cell = Cell(pieces=((each.text, style),), indent=swatch_indent(kind.cell), swatch=mark)
            rows.append(Row(cells=(cell,), above=0.8, below=0.8, is_ruled=False))
        yield table((Column(width=width, gutter=0),), rows)

    def _answer(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        yield Rule(above=kind.unit * 0.8, below=kind.unit * 0.6)
        answers = (Answered(question=pgettext("review", "Answer"), answer=sheet.outcome),)
        if sheet.last_time:
            last = Answered(question=pgettext("review", "Last time"), answer=sheet.last_time)
            yield from self._labelled((*answers, *sheet.answers, last))
        else:
            yield from self._labelled((*answers, *sheet.answers))

    def _column(self, texts: Sequence[str], head: str) -> float:
        widest = max((line_width(text, self._kind.cell_strong) for text in texts), default=0.0)
        return max(widest, line_width(head, self._kind.column)) + _GUTTER


class _Blank(Flowable):
    """A line to write on."""

    def __init__(self, kind: Typography) -> None:
        super().__init__()
        self._kind = kind

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = aW, self._kind.unit * 1.3
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803 - theirs
        return []

    def draw(self) -> None:
        self.canv.setStrokeGray(RULE_INK)
        self.canv.setLineWidth(HAIRLINE)
        self.canv.line(0, 2, self.width, 2)


class _Gauge(Flowable):
    """One of the five rules: its name and number, and a bar with its target."""

    def __init__(self, gauge: GaugeLine, colour: Colour, kind: Typography) -> None:
        super().__init__()
        self._gauge = gauge
        self._colour = colour
        self._kind = kind

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width = aW
        self.height = self._kind.cell.leading + (_BAR + 7) * self._kind.scale
        return self.width, self.height

    def draw(self) -> None:
        canvas, kind, gauge = self.canv, self._kind, self._gauge
        baseline = self.height - kind.cell.baseline
        number = "–" if gauge.percent is None else _("{count} %").format(count=gauge.percent)
        aside = f"{gauge.trend}  " if gauge.trend else ""
        right = self.width - line_width(number, kind.cell_strong)
        draw_line(canvas, self.width, baseline, number, kind.cell_strong, align="right")
        draw_line(canvas, right - 4, baseline, aside, kind.column, align="right")
        room = right - line_width(aside, kind.column) - 10
        name = shortened(f"{gauge.number}  {gauge.name}", kind.cell, room)
        draw_line(canvas, 0, baseline, name, kind.cell)
        bar = _BAR * kind.scale
        foot = self.height - kind.cell.leading - bar - 1
        canvas.setFillGray(0.9)
        canvas.rect(0, foot, self.width, bar, stroke=0, fill=1)
        canvas.setFillColor(ink(self._colour))
        canvas.rect(0, foot, self.width * (gauge.percent or 0) / 100, bar, stroke=0, fill=1)
        target = self.width * min(gauge.target, 100) / 100
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.1)
        canvas.line(target, foot - 1.8, target, foot + bar + 1.8)
