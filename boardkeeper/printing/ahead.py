"""My next 90 days on one A4 page, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import inf

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.ahead import DAYS, AheadSheet
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, ngettext, speaking
from boardkeeper.printing.ahead_weeks import DENSITIES, DUE_SHARES, Block, Density, Run, Weeks
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, Typography, typography
from boardkeeper.printing.text import TextStyle, paragraph, shortened, wrapped

_LARGE_ENOUGH = 0.88
"""How far large print may shrink and still be large."""

_NOTE_LINE = 8.5 * mm
_MOST_NOTE_LINES = 14
_MOST_CLASHES = 4


def ahead_pdf(sheet: AheadSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The page in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.language):
        return printed(list(_story(sheet, paper)), _page_words(sheet), paper)


def _title() -> str:
    return _("My next {count} days").format(count=DAYS)


def _page_words(sheet: AheadSheet) -> PageWords:
    stamp = _("Printed {moment}").format(moment=formats.stamp(sheet.printed_at))
    return PageWords(
        language=sheet.language,
        title=" · ".join(part for part in (_title(), sheet.owner) if part),
        subject=formats.date_range(sheet.first, sheet.last),
        keywords=(_("meetings"), _("deadlines")),
        author=sheet.owner,
        body=sheet.owner,
        document=_title(),
        date="",
        status=stamp,
        confidentiality="",
        mark="",
        printed_at=sheet.printed_at,
    )


def _story(sheet: AheadSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width = paper.text(1).width
    if sheet.owner:
        yield paragraph(shortened(sheet.owner, kind.body_strong, width), kind.body_strong)
        yield Spacer(0, kind.unit * 0.4)
    yield from heading(_title(), kind.title, width, key="ahead", below=kind.unit * 0.2)
    yield paragraph(_span(sheet), kind.label)
    yield Spacer(0, kind.unit * 0.7)
    yield _Rest(sheet, paper, width)


def _span(sheet: AheadSheet) -> str:
    parts = [
        formats.date_range(sheet.first, sheet.last),
        *_counted(sheet.meetings, sheet.deadlines),
    ]
    if sheet.minutes:
        parts.append(formats.hours(sheet.minutes))
    return " · ".join(parts)


def _counted(meetings: int, deadlines: int) -> list[str]:
    """How many meetings and deadlines there are, in words."""
    counted = []
    if meetings or not deadlines:
        text = ngettext("{count} meeting", "{count} meetings", meetings)
        counted.append(text.format(count=meetings))
    if deadlines:
        text = ngettext("{count} deadline", "{count} deadlines", deadlines)
        counted.append(text.format(count=deadlines))
    return counted


class _Rest(Flowable):
    """What is below the title, as spacious as it fits; then lines for notes, if there is room."""

    def __init__(self, sheet: AheadSheet, paper: Paper, width: float) -> None:
        super().__init__()
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._has_margin = paper.profile is Profile.NOTES
        self._is_large = paper.profile is Profile.LARGE
        self._width = width
        self._blocks: list[Block] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = self._width, aH - 1
        self._blocks = self._fitting(self.height)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for block in self._blocks:
            block.draw(self.canv, top, self._width)
            top -= block.height
        if not self._has_margin:
            self._draw_notes(top)

    def _fitting(self, room: float) -> list[Block]:
        """The most spacious way in which all fits; of several, the one that cuts least short."""
        densities = [
            each for each in DENSITIES if not self._is_large or each.scale >= _LARGE_ENOUGH
        ]
        best: list[Block] = []
        fewest = inf
        for density, due_share in product(densities, DUE_SHARES):
            blocks, cuts = self._weeks(self._sheet, density, due_share)
            if cuts < fewest and _height(blocks) <= room:
                best, fewest = blocks, cuts
            if not fewest:
                break
        return best or self._cut(densities[-1], room)

    def _cut(self, density: Density, room: float) -> list[Block]:
        """As many entries as fit with the line that says how many do not."""
        fewest, most = 0, self._sheet.meetings + self._sheet.deadlines
        while most - fewest > 1:
            count = (fewest + most) // 2
            if _height(self._set(self._sheet.of_first(count), density)) <= room:
                fewest = count
            else:
                most = count
        return self._set(self._sheet.of_first(fewest), density)

    def _set(self, shown: AheadSheet, density: Density) -> list[Block]:
        """As much of the sheet as is to be shown, and what it leaves out."""
        return self._weeks(shown, density, DUE_SHARES[0])[0]

    def _weeks(
        self, shown: AheadSheet, density: Density, due_share: float
    ) -> tuple[list[Block], int]:
        """The sheet or a part of it, and how many of its texts are cut short."""
        if not self._sheet.meetings and not self._sheet.deadlines:
            nothing = _("No meetings and no deadlines in these {count} days.")
            return [self._lines([nothing.format(count=DAYS)], self._kind.body)], 0
        weeks = Weeks(self._kind, density, self._width, due_share)
        blocks = weeks.blocks(shown)
        if shown is not self._sheet:
            blocks.append(self._lines([self._left_out(shown)], self._kind.cell_strong))
        return [*blocks, *self._clashes()], weeks.cuts

    def _left_out(self, shown: AheadSheet) -> str:
        sheet = self._sheet
        counted = _counted(sheet.meetings - shown.meetings, sheet.deadlines - shown.deadlines)
        last = formats.date(sheet.last)
        if len(counted) == 1:
            return _("… and {count} more, until {date}.").format(count=counted[0], date=last)
        return _("… and {meetings} and {deadlines} more, until {date}.").format(
            meetings=counted[0], deadlines=counted[1], date=last
        )

    def _clashes(self) -> Iterator[Block]:
        sheet, kind = self._sheet, self._kind
        if not sheet.clashes:
            return
        lines = []
        for at, sentence in enumerate(sheet.clashes[:_MOST_CLASHES]):
            text = f"* {sentence}" if at < sheet.disturbing else sentence
            lines += wrapped(text, kind.cell, self._width)[:3]
        more = len(sheet.clashes) - _MOST_CLASHES
        if more > 0:
            text = ngettext("… and {count} more clash", "… and {count} more clashes", more)
            lines.append(text.format(count=more))
        yield self._lines([_("Clashes")], kind.cell_strong)
        yield self._lines(lines, kind.cell, above=0)

    def _lines(self, lines: Sequence[str], style: TextStyle, above: float = 6.0) -> Block:
        runs = [
            Run(x=0, drop=above + at * style.leading + style.baseline, text=line, style=style)
            for at, line in enumerate(lines)
        ]
        return Block(height=above + len(lines) * style.leading, runs=runs, rule=0)

    def _draw_notes(self, top: float) -> None:
        kind = self._kind
        top -= kind.unit * 1.4
        count = min(int((top - kind.heading.leading) // _NOTE_LINE), _MOST_NOTE_LINES)
        if count < 3:
            return
        words = self._lines([_("Notes")], kind.heading, above=0)
        words.draw(self.canv, top, self._width)
        top -= words.height
        self.canv.setStrokeGray(RULE_INK)
        self.canv.setLineWidth(HAIRLINE)
        for line in range(1, count + 1):
            y = top - line * _NOTE_LINE
            self.canv.line(0, y, self._width, y)


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)
