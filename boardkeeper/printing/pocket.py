"""The pocket slip as a PDF: one page of A6 that folds across its middle into a breast pocket."""

from __future__ import annotations

from functools import partial

from reportlab.lib.pagesizes import A6
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.pocket import PEOPLE, PocketSlip
from boardkeeper.i18n import _, speaking
from boardkeeper.printing.colours import ink
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import draw_line, printed_bare
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import GREY, HAIRLINE, RULE_INK
from boardkeeper.printing.text import TextStyle, shortened, wrapped

_WIDTH, _HEIGHT = A6
_MARGIN = 9 * mm
_INNER = _WIDTH - 2 * _MARGIN
_FOLD = _HEIGHT / 2

_SMALL = TextStyle(size=8, leading=10, ink=GREY)
_LABEL = TextStyle(face=Face.BOLD, size=8, leading=11, ink=GREY)
_TITLE = TextStyle(face=Face.BOLD, size=13, leading=16)
_NAME = TextStyle(face=Face.BOLD, size=10.5, leading=12.5)
_ABOUT = TextStyle(size=8.5, leading=10.5)
_SIZES = (14.0, 12.5, 11.0, 9.5)
"""Of what I wrote myself, the largest that fits first."""


def pocket_pdf(slip: PocketSlip) -> bytes:
    """The slip in its own language. The same slip gives the same bytes."""
    with speaking(slip.letterhead.language):
        page = partial(_draw, slip=slip)
        return printed_bare([page], page_words(slip.letterhead), Paper(), size=A6)


def _draw(canvas: Canvas, slip: PocketSlip) -> None:
    head = slip.letterhead
    canvas.setFillColor(ink(head.colour))
    canvas.rect(_MARGIN, _HEIGHT - _MARGIN, 12 * mm, 2.2, stroke=0, fill=1)
    y = _HEIGHT - _MARGIN - 4
    for text, style in (
        (head.organisation, _SMALL),
        (head.title, _TITLE),
        (head.subtitle, _SMALL),
    ):
        y = _line(canvas, y, text, style)
    y -= 5
    foot = _FOLD + 4 * mm
    half = (y - foot) / 2
    _words(canvas, y, y - half, _("My goal"), slip.goal)
    _words(canvas, y - half, foot, _("My ask"), slip.ask)
    _fold(canvas)
    y = _FOLD - 5 * mm
    label = _("Talk to: whom there is most to do about") if slip.are_suggested else _("Talk to")
    y = _line(canvas, y, label, _LABEL)
    y = _people(canvas, y, slip)
    _words(canvas, y - 4, _MARGIN - 4, _("A gift from me"), slip.gives)


def _people(canvas: Canvas, y: float, slip: PocketSlip) -> float:
    """The people, a box before each to tick; empty lines for those not thought of yet."""
    for at in range(PEOPLE):
        canvas.setStrokeGray(0.35)
        canvas.setLineWidth(0.7)
        canvas.rect(_MARGIN, y - 9.6, 7.5, 7.5, stroke=1, fill=0)
        left = _MARGIN + 13
        if at >= len(slip.people):
            _rule(canvas, left, y - 10)
            y -= 17
            continue
        person = slip.people[at]
        room = _INNER - 13
        draw_line(canvas, left, y - 9, shortened(person.name, _NAME, room), _NAME)
        y -= _NAME.leading
        for text in filter(None, (person.about, person.looks_for)):
            said = (
                text
                if text == person.about
                else _("Looks for: {customer}").format(customer=" ".join(text.split()))
            )
            draw_line(canvas, left, y - 8, shortened(said, _ABOUT, room), _ABOUT)
            y -= _ABOUT.leading
        y -= 4.5
    return y


def _words(canvas: Canvas, top: float, foot: float, label: str, text: str) -> None:
    """A label and what I wrote, as large as fits; lines to write on where I wrote nothing."""
    y = _line(canvas, top, label, _LABEL)
    if not text:
        line = y - 15
        while line > foot + 3:
            _rule(canvas, _MARGIN, line)
            line -= 17
        return
    for size in _SIZES:
        style = TextStyle(size=size, leading=size * 1.22)
        lines = wrapped(text, style, _INNER)
        if len(lines) * style.leading <= y - foot or size == _SIZES[-1]:
            break
    most = max(1, int((y - foot) / style.leading))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    for line_of_text in lines:
        y = _line(canvas, y, line_of_text, style)


def _line(canvas: Canvas, y: float, text: str, style: TextStyle) -> float:
    """Draw one line below y; returns where the next one begins."""
    draw_line(canvas, _MARGIN, y - style.baseline, shortened(text, style, _INNER), style)
    return y - style.leading


def _rule(canvas: Canvas, left: float, y: float) -> None:
    canvas.setStrokeGray(RULE_INK)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(left, y, _WIDTH - _MARGIN, y)


def _fold(canvas: Canvas) -> None:
    """Small marks at the edges where one folds."""
    canvas.setStrokeGray(0.55)
    canvas.setLineWidth(HAIRLINE)
    for left, right in ((0, 5 * mm), (_WIDTH - 5 * mm, _WIDTH)):
        canvas.line(left, _FOLD, right, _FOLD)
