"""Short texts on pages that are not ours, without a program of pages for each of them.

ReportLab encodes the texts and makes the fonts; the operators are written here, since a stamp is a
few words on each of a thousand pages.
"""

from __future__ import annotations

import io
from itertools import groupby
from operator import itemgetter
from typing import Any
from unicodedata import combining

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

        self._known: dict[Face, dict[str, tuple[str, str, float]]] = {face: {} for face in Face}

    def line(
        self, x: float, y: float, text: str, style: TextStyle, *, align: str = "left"
    ) -> tuple[bytes, float]:
        """The operators of one line with its baseline at y, and its left edge, in points."""
        known = self._known[style.face]
        glyphs = [known.get(each) for each in text]
        if text and None not in glyphs:
            return self._known_line(x, y, glyphs, style, align)
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

    def learn(self, text: str, face: Face) -> None:
        """Know the characters of texts that come on every page, so that they cost little there."""
        font = font_of(face)
        for each in text:
            if printable(each, face) == each and not combining(each):
                [(subset, codes)] = font.splitString(each, self._document)
                name = font.getSubsetInternalName(subset, self._document)
                self._known[face][each] = (name, codes.hex(), text_width(each, face, 1))

    @staticmethod
    def _known_line(
        x: float, y: float, glyphs: list[Any], style: TextStyle, align: str
    ) -> tuple[bytes, float]:
        if align != "left":
            width = sum(each[2] for each in glyphs) * style.size
            x -= width / 2 if align == "centre" else width
        shown = []
        for name, of_name in groupby(glyphs, key=itemgetter(0)):
            codes = "".join(each[1] for each in of_name)
            shown.append(f"{name} {style.size:g} Tf <{codes}> Tj")
        return f"BT {style.ink:g} g {x:.2f} {y:.2f} Td {' '.join(shown)} ET\n".encode(), x

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
