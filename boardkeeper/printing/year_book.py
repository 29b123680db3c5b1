"""The year book, as a PDF: contents, every meeting's minutes, and the indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlab.platypus import Flowable, PageBreak, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead_words import capitalised, page_words
from boardkeeper.domain.sheets.minutes_words import in_brief
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.year_book import Mention, YearBookSheet
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.index import index_table
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.minutes import minutes_story
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table


def year_book_pdf(
    sheet: YearBookSheet, profile: Profile = Profile.NORMAL, *, two_sided: bool = False
) -> bytes:
    """The book in the sheet's language, its pages numbered on. The same sheet, the same bytes.

    It is drawn twice: the first time tells on which page what stands.
    """
    paper = Paper(profile=profile, two_sided=two_sided)
    places: dict[str, int] = {}
    with speaking(sheet.letterhead.language):
        words = page_words(sheet.letterhead)
        printed(list(_story(sheet, paper, {})), words, paper, places)
        return printed(list(_story(sheet, paper, places)), words, paper)


def _story(sheet: YearBookSheet, paper: Paper, places: Mapping[str, int]) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    unit, width = kind.unit, paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.minutes:
        yield prose(_("No minutes of this year are approved yet."), kind.body)
        return
    yield from heading(_("Contents"), kind.heading, width, key="contents", below=unit * 0.3)
    yield _contents(sheet, places, kind, width)
    for at, minutes in enumerate(sheet.minutes):
        yield PageBreak()
        yield from minutes_story(minutes, paper, prefix=_prefix(at), level=1)
    yield PageBreak()
    decisions = list(_decisions(sheet))
    if decisions:
        yield from heading(
            _("Decisions"), kind.chapter, width, key="index-decisions", below=unit * 0.5
        )
        yield index_table(decisions, places, kind, width, of=pgettext("column", "Decision"))
        yield Spacer(0, unit * 1.5)
    yield from heading(
        _("Names"), kind.chapter, width, key="index-names", below=unit * 0.5, needs=unit * 6
    )
    names = [(name, [("", _mention(each)) for each in mentions]) for name, mentions in sheet.names]
    yield index_table(names, places, kind, width, of=pgettext("column", "Name"))


def _contents(
    sheet: YearBookSheet, places: Mapping[str, int], kind: Typography, width: float
) -> Table:
    right = width * 0.12
    columns = (
        Column(width=width * 0.4, gutter=12),
        Column(width=width * 0.6 - right, gutter=12),
        Column(width=right, gutter=0, align="right"),
    )
    names = (
        pgettext("column", "Meeting"),
        pgettext("column", "Date"),
        pgettext("column", "Page"),
    )
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    rows = []
    for at, minutes in enumerate(sheet.minutes):
        key = f"{_prefix(at)}minutes"
        cells = (
            minutes.meeting,
            capitalised(formats.long_date(minutes.starts_at)),
            str(places.get(key, 0)),
        )
        rows.append(Row(cells=tuple(Cell(pieces=((each, kind.cell),)) for each in cells), link=key))
    return table(columns, rows, header)


def _decisions(sheet: YearBookSheet) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each decision with the key of where it stands, meeting by meeting."""
    for at, minutes in enumerate(sheet.minutes):
        for place, decision in enumerate(minutes.decisions):
            words = " ".join(part for part in (decision.number, in_brief(decision.text)) if part)
            yield words, [("", f"{_prefix(at)}decision-{place}")]


def _mention(mention: Mention) -> str:
    place = "attendance" if mention.item is None else f"item-{mention.item}"
    return f"{_prefix(mention.minutes)}{place}"


def _prefix(at: int) -> str:
    return f"meeting-{at}-"
