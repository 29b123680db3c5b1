"""What is cut and folded: name plates that stand on the table, and ballot papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.domain.sheets.handouts import BallotPaper, BallotSheet, NamedSeat, NamePlateSheet
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.i18n import _, speaking
from boardkeeper.printing.colours import ink
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import draw_line, printed_bare
from boardkeeper.printing.page import HEIGHT, WIDTH, Paper
from boardkeeper.printing.styles import GREY
from boardkeeper.printing.text import TextStyle, line_width, shortened, wrapped

_PLATE = HEIGHT / 2
"""Height of a plate before it is folded; two of them are cut from a page."""

_NAME = (62.0, 20.0)
"""Largest and smallest size of a name."""

_MARGIN = 16 * mm
_BALLOTS_ACROSS = 2
_BALLOTS_DOWN = 2
_ROW = 34.0
_CUT = 0.6


def name_plates_pdf(sheet: NamePlateSheet) -> bytes:
    """Plates to cut out and fold into a roof, the name on both its sides; two a page."""
    people = sheet.people
    pairs = [people[at : at + 2] for at in range(0, len(people), 2)]
    with speaking(sheet.letterhead.language):
        pages = (partial(_draw_plates, pair=pair, head=sheet.letterhead) for pair in pairs)
        return printed_bare(pages, page_words(sheet.letterhead), Paper())


def ballots_pdf(sheet: BallotSheet) -> bytes:
    """Ballot papers to cut apart, four alike a page."""
    with speaking(sheet.letterhead.language):
        pages: Iterator[Callable[[Canvas], None]] = (
            partial(_draw_ballots, paper=paper, head=sheet.letterhead) for paper in sheet.papers
        )
        return printed_bare(pages, page_words(sheet.letterhead), Paper())


# Name plates


def _draw_plates(canvas: Canvas, pair: Sequence[NamedSeat], head: Letterhead) -> None:
    for at, person in enumerate(pair):
        bottom = HEIGHT - (at + 1) * _PLATE
        middle = bottom + _PLATE / 2
        _draw_side(canvas, 0, bottom, person, head)
        canvas.saveState()
        canvas.translate(WIDTH, middle + _PLATE / 2)
        canvas.rotate(180)
        _draw_side(canvas, 0, 0, person, head)
        canvas.restoreState()
        _fold(canvas, middle)
    _cut(canvas, 0, HEIGHT / 2, WIDTH, HEIGHT / 2)


def _draw_side(
    canvas: Canvas, left: float, bottom: float, person: NamedSeat, head: Letterhead
) -> None:
    """One face of a plate, half as high as the plate."""
    height = _PLATE / 2
    width = WIDTH - 2 * _MARGIN
    centre = left + WIDTH / 2
    name = TextStyle(face=Face.BOLD, size=_NAME[0], leading=_NAME[0] * 1.15)
    lines = [person.name]
    needed = line_width(person.name, name)
    if needed > width:
        size = max(_NAME[0] * width / needed, _NAME[1])
        name = TextStyle(face=Face.BOLD, size=size, leading=size * 1.15)
        lines = wrapped(person.name, name, width)[:2]
    quiet = TextStyle(size=18, leading=22, ink=GREY)
    block = len(lines) * name.leading + (quiet.leading if person.title else 0)
    y = bottom + height / 2 + block / 2 - name.size * 0.82
    for line in lines:
        draw_line(canvas, centre, y, line, name, align="centre")
        y -= name.leading
    if person.title:
        title = shortened(person.title, quiet, width)
        draw_line(canvas, centre, y + name.leading - 30, title, quiet, align="centre")
    small = TextStyle(size=11, leading=14, ink=GREY)
    whose = shortened(head.organisation, small, width)
    draw_line(canvas, centre, bottom + 16, whose, small, align="centre")
    canvas.setFillColor(ink(head.colour))
    canvas.rect(centre - 21, bottom + 33, 42, 3, stroke=0, fill=1)


def _fold(canvas: Canvas, y: float) -> None:
    canvas.setDash(1, 4)
    canvas.setLineWidth(_CUT)
    canvas.setStrokeGray(0.6)
    canvas.line(0, y, WIDTH, y)
    canvas.setDash()


def _cut(canvas: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    canvas.setDash(6, 4)
    canvas.setLineWidth(_CUT)
    canvas.setStrokeGray(0.4)
    canvas.line(x1, y1, x2, y2)
    canvas.setDash()


# Ballot papers


def _draw_ballots(canvas: Canvas, paper: BallotPaper, head: Letterhead) -> None:
    width, height = WIDTH / _BALLOTS_ACROSS, HEIGHT / _BALLOTS_DOWN
    for row in range(_BALLOTS_DOWN):
        for column in range(_BALLOTS_ACROSS):
            _draw_ballot(canvas, column * width, row * height, paper, head)
    for column in range(1, _BALLOTS_ACROSS):
        _cut(canvas, column * width, 0, column * width, HEIGHT)
    for row in range(1, _BALLOTS_DOWN):
        _cut(canvas, 0, row * height, WIDTH, row * height)


def _draw_ballot(
    canvas: Canvas, left: float, bottom: float, paper: BallotPaper, head: Letterhead
) -> None:
    """One ballot paper: whose, what is asked, and what can be ticked."""
    width = WIDTH / _BALLOTS_ACROSS - 2 * _MARGIN
    x, y = left + _MARGIN, bottom + HEIGHT / _BALLOTS_DOWN - _MARGIN - 4
    small = TextStyle(size=9, leading=12, ink=GREY)
    strong = TextStyle(face=Face.BOLD, size=20, leading=24)
    body = TextStyle(size=14, leading=17.5)
    occasion = " · ".join(part for part in (head.subtitle, head.date) if part)
    for about in (head.organisation, occasion):
        for line in wrapped(about, small, width)[:2] if about else ():
            draw_line(canvas, x, y, line, small)
            y -= small.leading
    y -= 14
    draw_line(canvas, x, y, shortened(_("Ballot paper"), strong, width), strong)
    y -= 26
    heading = TextStyle(face=Face.BOLD, size=14, leading=17.5)
    draw_line(canvas, x, y, shortened(paper.heading, heading, width), heading)
    y -= body.leading
    for line in wrapped(paper.question, body, width)[:5] if paper.question else ():
        draw_line(canvas, x, y, line, body)
        y -= body.leading
    if not paper.question:
        y -= 12
        _line(canvas, x, y, width)
        y -= 6
    if paper.note:
        draw_line(canvas, x, y - 2, shortened(paper.note, small, width), small)
        y -= small.leading
    _draw_choices(canvas, x, y - 26, bottom + _MARGIN * 0.7, width, paper.choices)


def _draw_choices(
    canvas: Canvas, x: float, top: float, foot: float, width: float, choices: Sequence[str]
) -> None:
    """A box before each, closer together where they are many."""
    row = min(_ROW, (top - foot) / max(len(choices), 1))
    side = min(15.0, row * 0.6)
    size = min(15.0, row * 0.62)
    style = TextStyle(size=size, leading=row)
    y = top
    for choice in choices:
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.9)
        canvas.rect(x, y - 1.5, side, side)
        if choice:
            label = shortened(choice, style, width - side - 8)
            draw_line(canvas, x + side + 8, y, label, style)
        else:
            _line(canvas, x + side + 8, y - 2, width - side - 8)
        y -= row


def _line(canvas: Canvas, x: float, y: float, width: float) -> None:
    canvas.setStrokeGray(0.5)
    canvas.setLineWidth(_CUT)
    canvas.line(x, y, x + width, y)
