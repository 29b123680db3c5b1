"""What is held about a person, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.held import HeldSheet
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, ngettext, pgettext, speaking
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table


def held_pdf(sheet: HeldSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The sheet in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.language):
        head = _letterhead(sheet)
        return printed(list(_story(sheet, head, paper)), page_words(head), paper)


def _letterhead(sheet: HeldSheet) -> Letterhead:
    count = len(sheet.rows)
    found = ngettext("{count} entry", "{count} entries", count).format(count=count)
    return Letterhead(
        language=sheet.language,
        organisation="BoardKeeper",
        title=_("What we hold about {name}").format(name=sheet.name),
        subtitle=f"{formats.date(sheet.day)} · {found}",
        document=_("What we hold"),
        subject=sheet.name,
        date=formats.date(sheet.day),
        printed_at=sheet.printed_at,
    )


def _story(sheet: HeldSheet, head: Letterhead, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width = paper.text(1).width
    yield from title_block(head, kind, width)
    about = _(
        "Everything in this database that belongs to {name} or names them, as it stands today."
        " It is kept on one person's own machine and sent nowhere. Who is named here may ask to be"
        " erased."
    )
    yield prose(about.format(name=sheet.name), kind.body)
    yield Spacer(0, kind.body.leading / 2)
    columns = (
        Column(width=width * 0.22),
        Column(width=width * 0.3),
        Column(width=width * 0.48, gutter=0),
    )
    names = (pgettext("column", "Kind"), pgettext("column", "Where"), pgettext("column", "What"))
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    yield table(columns, list(_rows(sheet, kind)), header)
    if sheet.copies:
        words = _("Older copies of the database hold the same: {files}.")
        yield Spacer(0, kind.body.leading / 2)
        yield prose(words.format(files=", ".join(sheet.copies)), kind.body)


def _rows(sheet: HeldSheet, kind: Typography) -> Iterator[Row]:
    """A row each; the name of a kind stands once."""
    before = ""
    for each in sheet.rows:
        yield Row(
            cells=(
                Cell(pieces=(("" if each.kind == before else each.kind, kind.cell_strong),)),
                Cell(pieces=((each.where, kind.cell_quiet),)),
                Cell(pieces=((each.words, kind.cell),)),
            )
        )
        before = each.kind
