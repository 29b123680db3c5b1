"""The certified extract of one decision, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper.domain.sheets.extract import ExtractSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, speaking
from boardkeeper.printing.blocks import LABEL_GUTTER, Labelled
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.minutes_items import decision_frame, statement_block
from boardkeeper.printing.page import TEXT_HEIGHT, Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.signing import Signatures
from boardkeeper.printing.styles import typography
from boardkeeper.printing.text import line_width


def extract_pdf(sheet: ExtractSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The extract in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: ExtractSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    unit, width = kind.unit, paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    longest = max(line_width(label, kind.label) for label, _text in sheet.facts)
    labels = max(round(width * 0.2), ceil(longest + LABEL_GUTTER))
    for label, text in sheet.facts:
        if text.strip():
            yield Labelled(
                label,
                prose(text, kind.body),
                style=kind.label,
                label_width=labels,
                below=unit * 0.3,
            )
    yield Spacer(0, unit)
    for event in sheet.events:
        yield prose(event, kind.cell_aside, below=unit * 0.4)
    yield decision_frame(sheet.decision, kind)
    yield Spacer(0, unit * 0.8)
    for statement in sheet.statements:
        yield statement_block(statement, kind, indent=0)
    if sheet.state:
        yield prose(sheet.state, kind.body_strong, below=unit * 0.6)
    yield from _certified(sheet, paper)


def _certified(sheet: ExtractSheet, paper: Paper) -> Iterator[Flowable]:
    """The certificate and its signatures, together on a page."""
    kind = typography(paper.profile)
    head = sheet.letterhead
    words = _("This extract is certified to be a true copy of the minutes.")
    reminder = f"{head.organisation}\n{head.title}\n{words}"
    block = [
        Spacer(0, kind.unit),
        prose(words, kind.body_strong),
        Signatures(sheet.signatories, kind, reminder=reminder),
    ]
    height = sum(each.wrap(paper.text(1).width, TEXT_HEIGHT)[1] for each in block)
    yield CondPageBreak(min(height + kind.unit, TEXT_HEIGHT - 1))
    yield from block
