"""What lies on the table at a meeting and is filled in by hand: the list to sign, the proxy."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper.domain.sheets.handouts import ProxySheet, SignInSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.minutes import Signatory
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import Labelled
from boardkeeper.printing.fonts import MISSING
from boardkeeper.printing.frame import draw_line, draw_rule, printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Area, Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.signing import Signatures
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 10.0
_ROOM_TO_SIGN = 8.0
"""Points over and under each row, so that there is room for a signature."""


def sign_in_pdf(sheet: SignInSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The attendance list in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_sign_in(sheet, paper)), page_words(sheet.letterhead), paper)


def proxy_pdf(sheet: ProxySheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The proxy form in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_proxy(sheet, paper)), page_words(sheet.letterhead), paper)


def _sign_in(sheet: SignInSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width = paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    yield from _facts(sheet.when, sheet.place, kind, width)
    yield Spacer(0, kind.unit)
    yield _sign_in_table(sheet, kind, width)


def _sign_in_table(sheet: SignInSheet, kind: Typography, width: float) -> Table:
    names = [
        pgettext("column", "Name"),
        pgettext("column", "Role"),
        pgettext("column", "Signature"),
    ]
    shares = [0.32, 0.24, 0.44]
    if sheet.is_general:
        names[1:1] = [pgettext("column", "Address or member no.")]
        names[2] = pgettext("column", "Votes, of them by proxy")
        shares = [0.28, 0.24, 0.16, 0.32]
    columns = [Column(width=width * share, gutter=_GUTTER) for share in shares]
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    empty = (Cell(pieces=((" ", kind.cell),)),)
    rows = []
    people = () if sheet.is_general else sheet.people
    for each in people:
        filled = (
            Cell(pieces=((each.name, kind.cell_strong),)),
            Cell(pieces=((each.title, kind.cell),)),
        )
        rows.append(_row((*filled, *empty)))
    rows += [_row(empty * len(names)) for _at in range(sheet.blank_rows)]
    return table(columns, rows, header)


def _row(cells: tuple[Cell, ...]) -> Row:
    return Row(cells=cells, above=_ROOM_TO_SIGN, below=_ROOM_TO_SIGN)


def _proxy(sheet: ProxySheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    unit, width = kind.unit, paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    yield from _facts(sheet.when, sheet.place, kind, width)
    yield Spacer(0, unit * 0.8)
    yield prose(_("I, who sign below,"), kind.body)
    for label in (_("Name"), _("Address or member no.")):
        yield LineToFill(label, kind)
    yield Spacer(0, unit * 0.6)
    yield prose(_("give"), kind.body)
    yield LineToFill(_("Name"), kind)
    yield Spacer(0, unit * 0.6)
    organisation = sheet.letterhead.organisation
    authority = _(
        "authority to speak and vote for me at this meeting of {organisation}: {meeting}."
    )
    yield prose(
        authority.format(meeting=sheet.meeting, organisation=organisation),
        kind.body,
        below=unit * 0.8,
    )
    freely = _("as the holder sees fit, on every item")
    yield prose(f"{MISSING}  {freely}", kind.body)
    if sheet.items:
        marked = _("on the items below as marked, on all others as the holder sees fit")
        yield prose(f"{MISSING}  {marked}", kind.body, below=unit * 0.6)
        yield _instructions(sheet, kind, width)
    block = [
        Spacer(0, unit * 1.2),
        prose(_("The proxy holds for this meeting alone and can be taken back."), kind.cell_quiet),
        Signatures([Signatory(name=_("Signature"), title="")], kind, reminder=""),
    ]
    yield CondPageBreak(sum(each.wrap(width, 1000)[1] for each in block) + 1)
    yield from block


def _instructions(sheet: ProxySheet, kind: Typography, width: float) -> Table:
    choices = (
        pgettext("ballot", "For"),
        pgettext("ballot", "Against"),
        pgettext("ballot", "Blank"),
    )
    box = max(line_width(each, kind.column) for each in choices) + _GUTTER
    number = max(line_width(number, kind.cell) for number, _title in sheet.items) + _GUTTER
    number = max(number, line_width(pgettext("column", "No."), kind.column) + _GUTTER)
    columns = [
        Column(width=number, gutter=_GUTTER),
        Column(width=width - number - 3 * box, gutter=_GUTTER),
        *(Column(width=box, gutter=0) for _choice in choices),
    ]
    names = (pgettext("column", "No."), pgettext("column", "Item"), *choices)
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    rows = [
        Row(
            cells=(
                Cell(pieces=((number, kind.cell),)),
                Cell(pieces=((title, kind.cell),)),
                *(Cell(pieces=((MISSING, kind.body),)) for _choice in choices),
            )
        )
        for number, title in sheet.items
    ]
    return table(columns, rows, header)


def _facts(when: str, place: str, kind: Typography, width: float) -> Iterator[Flowable]:
    for label, text, style in (
        (pgettext("on a notice", "When"), when, kind.body_strong),
        (pgettext("on a notice", "Where"), place, kind.body),
    ):
        if text.strip():
            yield Labelled(
                label,
                prose(text, style),
                style=kind.label,
                label_width=round(width * 0.2),
                below=kind.unit * 0.3,
            )


class LineToFill(Flowable):
    """A line to write on, with what is to be written under it."""

    def __init__(self, label: str, kind: Typography) -> None:
        super().__init__()
        self._label = label
        self._kind = kind

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width = aW
        self.height = 2.4 * self._kind.unit
        return self.width, self.height

    def draw(self) -> None:
        style: TextStyle = self._kind.column
        draw_rule(self.canv, Area(left=0, right=self.width), style.leading)
        draw_line(self.canv, 0, style.leading * 0.25, self._label, style)
