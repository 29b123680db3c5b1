"""The price of our minutes: sixty items against the same drawn by hand on a bare canvas.

The hand-written ones are what a careful person would write without any of our layers: the same
fonts embedded, the same words, wrapped, bold where they are bold, frames around decisions, tables,
numbered pages, header and footer.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from boardkeeper import formats
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.sheets.minutes import MinutesItem, MinutesSheet, TaskWords
from boardkeeper.printing.fonts import Face, font_of
from boardkeeper.printing.minutes import minutes_pdf
from tests.support.minutes_builders import decision, item_minutes, task, task_owner
from tests.support.minutes_papers import a_minutes_sheet, book_of
from tests.support.notices import SOLBAKKEN, a_meeting, an_item
from tests.support.paper import text_of

ITEMS = 60
LEFT, RIGHT, TOP, BOTTOM = 28 * mm, A4[0] - 20 * mm, A4[1] - 25 * mm, 22 * mm
TEXT = LEFT + 32
REGULAR, BOLD = Face.REGULAR.value, Face.BOLD.value


def sixty_items() -> MinutesSheet:
    meeting = a_meeting()
    items = [an_item(meeting, at, f"Punkt [{at}] om regnskabet") for at in range(ITEMS)]
    written: dict[str, dict[str, Any]] = {}
    for at, item in enumerate(items):
        text = (
            f"Kassereren fremlagde afsnit {at} af regnskabet. Bestyrelsen drøftede vedligehold af "
            f"vejene, snerydningen og de stigende udgifter til forsikring i område {at}.\n\n"
            f"Der var enighed om, at\n\n- udgift nummer {at} følger budgettet\n"
            f"- resten tages op på møde {at + 1}"
        )
        fields: dict[str, Any] = {"minutes": item_minutes(item, text)}
        if at % 3 == 0:
            words = f"Afsnit {at} godkendes, og beløbet på {at * 250} kr. overføres til næste år."
            fields["decisions"] = (decision(item, SOLBAKKEN, words, number=f"B-2026-{at:03}"),)
        if at % 4 == 0:
            given = task(SOLBAKKEN, f"Sende bilag {at} til revisor", under=item)
            fields["tasks"] = (BookTask(task=given, owners=(task_owner(given),)),)
        written[item.title] = fields
    return a_minutes_sheet(book_of(SOLBAKKEN, meeting, items, written))


class HandWritten:
    """The same minutes, straight onto a canvas."""

    def __init__(self, sheet: MinutesSheet) -> None:
        self.sheet = sheet
        self.out = io.BytesIO()
        self.canvas = Canvas(
            self.out,
            pagesize=A4,
            initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs take it for a number
            invariant=1,
            pageCompression=1,
        )
        self.page = 0
        self.y = 0.0

    def pdf(self) -> bytes:
        sheet = self.sheet
        self.begin_page()
        self.text(LEFT, sheet.letterhead.organisation, BOLD, 10.5, 30)
        self.text(LEFT, sheet.letterhead.title, BOLD, 21, 40)
        self.text(LEFT, formats.long_moment(sheet.starts_at, sheet.ends_at), BOLD, 10.5, 20)
        for each in sheet.attendees:
            words = (each.name, each.title, f"{each.presence}, {each.remarks}", str(each.votes))
            self.row((LEFT, LEFT + 130, LEFT + 220, RIGHT - 20), words)
        self.paragraph(LEFT, sheet.quorum, REGULAR, 10.5, 14)
        self.text(LEFT, "Beslutninger i korthed", BOLD, 13, 18)
        for decided in sheet.decisions:
            self.row((LEFT, LEFT + 60, LEFT + 90), (decided.number, decided.item, decided.text))
        for item in sheet.items:
            self.item(item)
        self.text(LEFT, "Opgaver", BOLD, 13, 18)
        self.tasks(LEFT, sheet.tasks)
        for at, signatory in enumerate(sheet.signatories):
            left = LEFT + (at % 2) * 240
            if at % 2 == 0:
                self.room(60)
                self.y -= 60
            self.canvas.line(left, self.y + 24, left + 200, self.y + 24)
            self.canvas.drawString(left, self.y + 10, signatory.name)
        self.end_page()
        self.canvas.save()
        return self.out.getvalue()

    def item(self, item: MinutesItem) -> None:
        self.room(60)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(LEFT, self.y + 8, RIGHT, self.y + 8)
        self.canvas.bookmarkPage(item.number)
        self.canvas.addOutlineEntry(f"{item.number} {item.title}", item.number, 0)
        self.canvas.setFont(BOLD, 13)
        self.canvas.drawString(LEFT, self.y - 8, item.number)
        self.text(TEXT, item.title, BOLD, 13, 24)
        for line in item.lines:
            left = TEXT + 16 * line.depth
            if line.marker:
                self.canvas.setFont(REGULAR, 10.5)
                self.canvas.drawString(left - 10, self.y, line.marker)
            self.paragraph(left, line.text, REGULAR, 10.5, 14)
        for decided in item.decisions:
            lines = simpleSplit(decided.text, BOLD, 10.5, RIGHT - TEXT - 18)
            self.room(30 + 14 * len(lines))
            self.canvas.setLineWidth(0.8)
            self.canvas.rect(
                TEXT, self.y - 14 * len(lines) - 10, RIGHT - TEXT, 14 * len(lines) + 24
            )
            self.text(TEXT + 9, f"Beslutning {decided.number}", REGULAR, 9.5, 14)
            for words in lines:
                self.text(TEXT + 9, words, BOLD, 10.5, 14)
            self.y -= 16
        if item.tasks:
            self.tasks(TEXT, item.tasks)
        self.y -= 14

    def tasks(self, left: float, tasks: Sequence[TaskWords]) -> None:
        columns = (left, RIGHT - 150, RIGHT - 60)
        self.row(columns, ("Opgave", "Ansvarlig", "Frist"))
        for each in tasks:
            due = formats.short_date(each.due_on) if each.due_on else "–"
            self.row(columns, (each.text, each.owners, due))

    def row(self, columns: Sequence[float], words: Sequence[str]) -> None:
        edges = (*columns[1:], RIGHT)
        cells = [
            simpleSplit(word, REGULAR, 9.5, edge - left - 8)
            for left, edge, word in zip(columns, edges, words, strict=True)
        ]
        height = 12 * max(map(len, cells))
        self.room(height + 8)
        self.canvas.setFont(REGULAR, 9.5)
        for left, lines in zip(columns, cells, strict=True):
            for at, line in enumerate(lines):
                self.canvas.drawString(left, self.y - 12 * at, line)
        self.y -= height + 5
        self.canvas.setLineWidth(0.4)
        self.canvas.line(columns[0], self.y + 9, RIGHT, self.y + 9)

    def paragraph(self, x: float, text: str, font: str, size: float, leading: float) -> None:
        for line in simpleSplit(text, font, size, RIGHT - x):
            self.text(x, line, font, size, leading)
        self.y -= 5

    def text(self, x: float, text: str, font: str, size: float, leading: float) -> None:
        self.room(leading)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        self.y -= leading

    def room(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self.end_page()
            self.begin_page()

    def begin_page(self) -> None:
        self.page += 1
        self.y = TOP - 12
        self.canvas.setFont(REGULAR, 8)
        self.canvas.drawString(LEFT, A4[1] - 14 * mm, self.sheet.letterhead.organisation)
        self.canvas.drawRightString(RIGHT, A4[1] - 14 * mm, self.sheet.letterhead.date)
        self.canvas.saveState()
        self.canvas.translate(A4[0] / 2, A4[1] / 2)
        self.canvas.rotate(52)
        self.canvas.setFont(BOLD, 110)
        self.canvas.setFillGray(0.935)
        self.canvas.drawCentredString(0, -36, "UDKAST")
        self.canvas.restoreState()

    def end_page(self) -> None:
        self.canvas.setFont(REGULAR, 8)
        self.canvas.drawString(LEFT, 12 * mm, "UDKAST · udskrevet 3.3.2026 kl. 21.14")
        self.canvas.drawRightString(RIGHT, 12 * mm, f"Side {self.page}")
        self.canvas.showPage()


@pytest.mark.benchmark(group="minutes of 60 items")
def test_minutes_drawn_by_hand(benchmark: Any) -> None:
    font_of(Face.REGULAR)
    sheet = sixty_items()
    content = benchmark(lambda: HandWritten(sheet).pdf())
    assert all(f"[{at}]" in text_of(content) for at in range(ITEMS))


@pytest.mark.benchmark(group="minutes of 60 items")
def test_our_minutes(benchmark: Any) -> None:
    font_of(Face.REGULAR)
    sheet = sixty_items()
    content = benchmark(lambda: minutes_pdf(sheet))
    assert all(f"[{at}]" in text_of(content) for at in range(ITEMS))


@pytest.mark.benchmark(group="gathering minutes of 60 items")
def test_our_minutes_gathered(benchmark: Any) -> None:
    assert len(benchmark(sixty_items).items) == ITEMS
