"""Short texts on pages that are not ours, without a program of pages for each of them.

ReportLab encodes the texts and makes the fonts; the operators are written here, since a stamp is a
few words on each of a thousand pages.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Dictionary
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.printing.fonts import Face, face_for, font_of, printable, text_width
from boardkeeper.printing.text import TextStyle


class Lettering:
    """Writes texts as operators, and hands out the fonts for them when all are written."""

    def __init__(self) -> None:
        self._sheet = io.BytesIO()
        font_of(Face.REGULAR)
        self._canvas = Canvas(
            self._sheet,
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type] # the stubs want a number
            invariant=1,
        )
        # What ReportLab encodes text for; the stubs leave it out.
        self._document: Any = getattr(self._canvas, "_doc")  # noqa: B009 - as above

    def line(
        self, x: float, y: float, text: str, style: TextStyle, *, align: str = "left"
    ) -> tuple[bytes, float]:
        """The operators of one line with its baseline at y, and its left edge, in points."""
        face = face_for(text, style.face)
        words = printable(text, face)
        if align != "left":
            width = text_width(words, face, style.size)
            x -= width / 2 if align == "centre" else width
        font = font_of(face)
        operators = [f"BT {style.ink:g} g {x:.2f} {y:.2f} Td".encode()]
        for subset, codes in font.splitString(words, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            operators.append(f"{name} {style.size:g} Tf <{codes.hex()}> Tj".encode())
        operators.append(b"ET\n")
        return b" ".join(operators), x

    def fonts(self, pdf: pikepdf.Pdf) -> Dictionary:
        """The fonts of everything written so far, in the PDF, by the names the operators use."""
        self._canvas.showPage()
        self._canvas.save()
        with pikepdf.open(io.BytesIO(self._sheet.getvalue())) as carrier:
            named = carrier.pages[0].obj.Resources.Font
            used = {name: font for name, font in named.items() if "+" in name}
            fonts = Dictionary(
                {name: pdf.copy_foreign(carrier.make_indirect(font)) for name, font in used.items()}
            )
            made: Dictionary = pdf.make_indirect(fonts)
            self._carried = carrier
        return made
