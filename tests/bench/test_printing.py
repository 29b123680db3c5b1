"""The price of our page: an agenda of 30 items against one drawn by hand on a bare canvas.

The hand-written one is what a careful person would write without any of our layers: the same fonts
embedded, the same words in the same places, wrapped, numbered pages, header and footer.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.sheets.agenda import AgendaSheet, SheetLine
from boardkeeper.printing.agenda import agenda_pdf
from boardkeeper.printing.fonts import Face, font_of
from tests.support.notices import START, a_meeting, a_sheet, an_item
from tests.support.paper import text_of

ITEMS = 30
LEFT, RIGHT, TOP, BOTTOM = 28 * mm, A4[0] - 20 * mm, A4[1] - 25 * mm, 22 * mm
COLUMNS = (LEFT, LEFT + 24, LEFT + 75, LEFT + 84, RIGHT - 110, RIGHT - 85)
LETTERS = {ItemType.INFORMATION: "O", ItemType.DISCUSSION: "D", ItemType.DECISION: "B"}
REGULAR, BOLD, ITALIC = Face.REGULAR.value, Face.BOLD.value, Face.ITALIC.value


def thirty_items() -> AgendaSheet:
    meeting = a_meeting(ends_at=START + timedelta(hours=6))
    types = [each for each in ItemType if each is not ItemType.BREAK]
    items = [
        an_item(
            meeting,
            at,
            f"Punkt {at}: vi drøfter "
            + "regnskab, budget og vedligehold af vejene " * (1 + at % 3),
            minutes=10,
            type=ItemType.BREAK if at == 15 else types[at % len(types)],
            presenter=("Mette Sørensen", "Bo Ågård")[at % 2],
        )
        for at in range(ITEMS)
    ]
    return replace(a_sheet(meeting=meeting, items=items), next_meetings=())


class HandWritten:
    """The same agenda, straight onto a canvas."""

    def __init__(self, sheet: AgendaSheet) -> None:
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
        sheet, canvas = self.sheet, self.canvas
        canvas.setTitle(sheet.heading)
        canvas.setAuthor(sheet.organisation)
        self.begin_page()
        self.text(LEFT, sheet.organisation, BOLD, 10.5, 14)
        self.text(LEFT, f"CVR {sheet.registration_number}", REGULAR, 9.5, 30)
        self.text(LEFT, sheet.heading, BOLD, 21, 40)
        for label, value in self.facts():
            canvas.setFont(REGULAR, 9.5)
            canvas.drawString(LEFT, self.y, label)
            for line in simpleSplit(value, REGULAR, 10.5, RIGHT - LEFT - 92):
                self.text(LEFT + 92, line, REGULAR, 10.5, 14)
            self.y -= 4
        self.y -= 20
        self.text(LEFT, "Dagsorden", BOLD, 13, 18)
        self.header()
        for line in sheet.lines:
            self.row(line)
        self.text(COLUMNS[2] - 20, str(sheet.minutes), BOLD, 9.5, 24)
        self.text(LEFT, "O: til orientering · D: til drøftelse · B: til beslutning", REGULAR, 8, 12)
        self.end_page()
        canvas.save()
        return self.out.getvalue()

    def facts(self) -> list[tuple[str, str]]:
        sheet = self.sheet
        people = [
            ("Indkaldt" if at == 0 else "", f"{each.name}  {each.role}")
            for at, each in enumerate(sheet.participants)
        ]
        return [
            ("Tid", formats.long_moment(sheet.starts_at, sheet.ends_at)),
            ("Sted", sheet.place),
            ("Forplejning", sheet.refreshments),
            ("Formål", sheet.purpose),
            *people,
            ("Afbud til", sheet.apologies),
            ("Varsel", sheet.notice.replace("\n", " ")),
        ]

    def header(self) -> None:
        self.canvas.setFont(REGULAR, 8)
        names = ("Nr.", "Kl.", "Min.", "Punkt", "Type", "Ansvarlig")
        for x, name in zip(COLUMNS, names, strict=True):
            self.canvas.drawString(x - (20 if name == "Min." else 0), self.y, name)
        self.canvas.setLineWidth(0.9)
        self.canvas.line(LEFT, self.y - 4, RIGHT, self.y - 4)
        self.y -= 16

    def row(self, line: SheetLine) -> None:
        font = ITALIC if line.is_break else REGULAR
        lines = simpleSplit(line.title, font, 9.5, COLUMNS[4] - COLUMNS[3] - 9)
        if self.y - 12 * len(lines) < BOTTOM:
            self.end_page()
            self.begin_page()
            self.header()
        canvas = self.canvas
        canvas.setFont(font, 9.5)
        canvas.drawString(COLUMNS[0], self.y, line.number)
        canvas.drawString(COLUMNS[1], self.y, formats.time(line.starts_at))
        canvas.drawRightString(COLUMNS[2], self.y, str(line.minutes))
        canvas.drawString(COLUMNS[4], self.y, LETTERS.get(line.type, ""))
        canvas.drawString(COLUMNS[5], self.y, line.presenter)
        for text in lines:
            canvas.drawString(COLUMNS[3], self.y, text)
            self.y -= 12
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, self.y + 5, RIGHT, self.y + 5)
        self.y -= 8

    def text(self, x: float, text: str, font: str, size: float, leading: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        self.y -= leading

    def begin_page(self) -> None:
        self.page += 1
        self.y = TOP - 12
        self.canvas.setFont(REGULAR, 8)
        if self.page > 1:
            self.canvas.drawString(LEFT, A4[1] - 14 * mm, self.sheet.organisation)
            self.canvas.drawCentredString(
                (LEFT + RIGHT) / 2, A4[1] - 14 * mm, f"Dagsorden · {self.sheet.meeting}"
            )
            date = formats.date(self.sheet.starts_at)
            self.canvas.drawRightString(RIGHT, A4[1] - 14 * mm, date)

    def end_page(self) -> None:
        self.canvas.setFont(REGULAR, 8)
        printed = f"Udskrevet {formats.stamp(self.sheet.printed_at)}"
        self.canvas.drawString(LEFT, 12 * mm, printed)
        self.canvas.drawRightString(RIGHT, 12 * mm, f"Side {self.page}")
        self.canvas.showPage()


@pytest.mark.benchmark(group="agenda of 30 items")
def test_an_agenda_drawn_by_hand(benchmark: Any) -> None:
    font_of(Face.REGULAR)
    sheet = thirty_items()
    content = benchmark(lambda: HandWritten(sheet).pdf())
    assert all(line.title.split()[1] in text_of(content) for line in sheet.lines)


@pytest.mark.benchmark(group="agenda of 30 items")
def test_our_agenda(benchmark: Any) -> None:
    font_of(Face.REGULAR)
    sheet = thirty_items()
    content = benchmark(lambda: agenda_pdf(sheet))
    assert all(line.title.split()[1] in text_of(content) for line in sheet.lines)
