"""A letter that says one leaves, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.resignation import LetterSheet
from boardkeeper.i18n import speaking
from boardkeeper.printing.blocks import Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import typography
from boardkeeper.printing.table import Cell, Column, Row, table

_ROOM_TO_SIGN = 17 * mm


def letter_pdf(sheet: LetterSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The letter in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        # A letter tells the day it is written, not the minute it is printed.
        words = replace(page_words(sheet.letterhead), status="")
        return printed(list(_story(sheet, paper)), words, paper)


def _story(sheet: LetterSheet, paper: Paper) -> Iterator[Flowable]:
    kind, width = typography(paper.profile), paper.text(1).width
    unit = kind.unit
    yield Stripe(ink(sheet.letterhead.colour))
    recipient = [(line, kind.body) for line in sheet.recipient]
    sender = [(line, kind.label) for line in sheet.sender]
    columns = (
        Column(width=width * 0.6, gutter=16),
        Column(width=width * 0.4, gutter=0, align="right"),
    )
    both = Row(
        cells=(Cell(pieces=tuple(recipient)), Cell(pieces=tuple(sender))),
        above=unit,
        below=0,
        is_ruled=False,
    )
    yield table(columns, [both])
    yield Spacer(0, unit * 3)
    when = Row(
        cells=(Cell(), Cell(pieces=((sheet.written_on, kind.body),))),
        above=0,
        below=0,
        is_ruled=False,
    )
    yield table(columns, [when])
    yield Spacer(0, unit * 2)
    yield from heading(sheet.subject, kind.heading, width, key="letter", below=unit)
    yield prose(sheet.greeting, kind.body, below=unit)
    for paragraph in sheet.paragraphs:
        yield prose(paragraph, kind.body, below=unit * 0.8)
    yield Spacer(0, unit * 0.6)
    yield KeepTogether(
        [
            prose(sheet.closing, kind.body),
            Spacer(0, _ROOM_TO_SIGN),
            prose(sheet.signature, kind.body_strong),
            prose(sheet.role, kind.label),
        ]
    )
