"""The frame every document shares: header, footer, draft mark, bookmarks and properties.

A document is laid out once. How many pages it has is known only at the end, so each page refers
to a small form that holds its "Page 3 of 12", and the forms are filled in last.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.i18n import Language, _
from boardkeeper.printing.fonts import Face, face_for, font_of, printable, text_width
from boardkeeper.printing.page import Area, Paper
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, typography
from boardkeeper.printing.text import TextStyle, line_width, plain, shortened

_MARK_INK = 0.935
_LINE_OF_NOTES = 9 * mm
_GAP = 12.0
_LANGUAGES = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}
_LINE_OF_INITIALS = 26 * mm


def printed(
    story: Sequence[Flowable],
    words: PageWords,
    paper: Paper,
    places: dict[str, int] | None = None,
) -> bytes:
    """The flowables on pages, as a PDF. The same story and words give the same bytes.

    The page of every bookmark is written into `places`, for an index.
    """
    font_of(Face.REGULAR)
    out = io.BytesIO()
    document = _Document(
        out,
        pagesize=(paper.width, paper.height),
        title=plain(words.title),
        author=plain(words.author),
        subject=plain(words.subject),
        keywords=[plain(word) for word in words.keywords],
        creator="BoardKeeper",
        producer="BoardKeeper",
        lang=_LANGUAGES[words.language],
        initialFontName=Face.REGULAR.value,
        invariant=1,
        pageCompression=1,
        displayDocTitle=1,
    )
    document.addPageTemplates([_Side("right", 1, words, paper), _Side("left", 2, words, paper)])
    document.build(
        list(story),
        canvasmaker=partial(
            _Canvas, words=words, paper=paper, places={} if places is None else places
        ),
    )
    return out.getvalue()


def printed_bare(
    pages: Iterable[Callable[[Canvas], None]],
    words: PageWords,
    paper: Paper,
    *,
    size: tuple[float, float] | None = None,
) -> bytes:
    """Pages each drawn whole, without header and footer: what is cut or folded afterwards.

    `size` is width and height of a page that is none of the paper's sheets, in points.
    """
    font_of(Face.REGULAR)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=size or (paper.width, paper.height),
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type] # the stubs want a number
        invariant=1,
        pageCompression=1,
        lang=_LANGUAGES[words.language],
    )
    canvas.setTitle(plain(words.title))
    canvas.setAuthor(plain(words.author))
    canvas.setSubject(plain(words.subject))
    canvas.setCreator("BoardKeeper")
    canvas.setProducer("BoardKeeper")
    canvas.setDateFormatter(lambda *_today: f"D:{words.printed_at:%Y%m%d%H%M%S}")
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Canvas(Canvas):
    """A canvas that fills in every page's footer when the number of pages is known."""

    def __init__(
        self,
        *arguments: Any,
        words: PageWords,
        paper: Paper,
        places: dict[str, int],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self._places = places
        self._words = words
        self._paper = paper
        self.showOutline()
        # ReportLab hands over today's date; the file was made when the page says it was.
        self.setDateFormatter(lambda *_today: f"D:{words.printed_at:%Y%m%d%H%M%S}")

    def bookmarkHorizontal(self, key: str, *where: Any, **how: Any) -> None:  # noqa: N802 - theirs
        self._places[key] = self.getPageNumber()
        super().bookmarkHorizontal(key, *where, **how)

    def save(self) -> None:
        pages = self.getPageNumber() - 1
        for number in range(1, pages + 1):
            self.beginForm(_footer_form(number))
            _draw_footer(self, number, pages, self._words, self._paper)
            self.endForm()
        super().save()


class _Document(BaseDocTemplate):
    """ReportLab's page filler, taking right-hand and left-hand pages in turn."""

    def handle_pageBegin(self) -> None:  # noqa: N802 - ReportLab's name
        self.pageTemplate = self.pageTemplates[self.page % 2]
        super().handle_pageBegin()


class _Side(PageTemplate):
    """A right-hand or left-hand page; they differ when the document is two-sided."""

    def __init__(self, name: str, example: int, words: PageWords, paper: Paper) -> None:
        text = paper.text(example)
        frame = Frame(
            text.left,
            paper.bottom,
            text.width,
            paper.text_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        super().__init__(id=name, frames=[frame])
        self._words = words
        self._paper = paper

    def beforeDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802 - theirs
        canv.saveState()
        if self._words.mark:
            _draw_mark(canv, self._words.mark, self._paper)
        notes = self._paper.notes(doc.page)
        if notes:
            _draw_notes(canv, notes, self._paper)
        if doc.page > 1:
            _draw_header(canv, doc.page, self._words, self._paper)
        canv.restoreState()

    def afterDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802 - theirs
        canv.doForm(_footer_form(doc.page))


def draw_line(
    canvas: Canvas, x: float, y: float, text: str, style: TextStyle, *, align: str = "left"
) -> None:
    """Draw one line of text with its baseline at y; x is its left edge, centre or right edge."""
    face = face_for(text, style.face)
    line = printable(text, face)
    if align != "left":
        width = text_width(line, face, style.size)
        x -= width / 2 if align == "centre" else width
    canvas.setFont(face.value, style.size)
    canvas.setFillGray(style.ink)
    canvas.drawString(x, y, line)


def draw_three(
    canvas: Canvas, area: Area, y: float, texts: tuple[str, str, str], style: TextStyle
) -> None:
    """Draw texts at the left, centre and right of a line, so that none runs into another.

    Where they need more than the line, the left one is cut first, then the centre; the centre
    stands in the middle unless the others push it aside.
    """
    room = area.width - 2 * _GAP
    right = shortened(texts[2], style, room * 0.4)
    right_width = line_width(right, style)
    rest = room - right_width
    centre = shortened(texts[1], style, max(rest - line_width(texts[0], style), room / 3))
    half = line_width(centre, style) / 2
    left = shortened(texts[0], style, rest - 2 * half)
    leftmost = area.left + line_width(left, style) + _GAP + half
    rightmost = area.right - right_width - _GAP - half
    middle = min(max(area.left + area.width / 2, leftmost), rightmost)
    draw_line(canvas, area.left, y, left, style)
    draw_line(canvas, middle, y, centre, style, align="centre")
    draw_line(canvas, area.right, y, right, style, align="right")


def _draw_header(canvas: Canvas, number: int, words: PageWords, paper: Paper) -> None:
    band = paper.band(number)
    texts = (words.body, words.document, words.date)
    draw_three(canvas, band, paper.header_baseline, texts, typography(paper.profile).foot)
    draw_rule(canvas, band, paper.header_baseline - 5)


def _draw_footer(canvas: Canvas, number: int, pages: int, words: PageWords, paper: Paper) -> None:
    count = ""
    if words.counts_pages:
        count = _("Page {page} of {pages}").format(page=number, pages=pages)
    texts = (words.status, words.confidentiality, count)
    style = typography(paper.profile).foot
    band = paper.band(number)
    draw_three(canvas, band, paper.footer_baseline, texts, style)
    if words.seal:
        small = replace(style, size=style.size * 0.86)
        seal = shortened(words.seal, small, band.width)
        draw_line(canvas, band.left, paper.footer_baseline - 11, seal, small)
    if words.initials:
        _draw_initials(canvas, band, paper.footer_baseline + 15, words.initials, style)


def _draw_initials(canvas: Canvas, band: Area, y: float, label: str, style: TextStyle) -> None:
    """A short line to write on, at the right, with what it is for before it."""
    left = band.right - _LINE_OF_INITIALS
    draw_line(canvas, left - 5, y, label, style, align="right")
    draw_rule(canvas, Area(left=left, right=band.right), y - 2)


def draw_rule(canvas: Canvas, area: Area, y: float) -> None:
    """Draw the thin rule across an area."""
    canvas.setStrokeGray(RULE_INK)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(area.left, y, area.right, y)


def _draw_mark(canvas: Canvas, mark: str, paper: Paper) -> None:
    """The word large and light across the page, under the text."""
    size = 110.0
    widest = 620.0
    size *= min(1, widest / text_width(printable(mark, Face.BOLD), Face.BOLD, size))
    canvas.saveState()
    canvas.translate(paper.width / 2, paper.height / 2)
    canvas.rotate(30 if paper.is_on_side else 52)
    style = TextStyle(face=Face.BOLD, size=size, leading=size, ink=_MARK_INK)
    draw_line(canvas, 0, -size / 3, mark, style, align="centre")
    canvas.restoreState()


def _draw_notes(canvas: Canvas, area: Area, paper: Paper) -> None:
    """Light rules to write on."""
    canvas.setStrokeGray(0.82)
    canvas.setLineWidth(HAIRLINE)
    y = paper.height - paper.top - _LINE_OF_NOTES
    while y >= paper.bottom:
        canvas.line(area.left, y, area.right, y)
        y -= _LINE_OF_NOTES


def _footer_form(number: int) -> str:
    return f"footer-{number}"
