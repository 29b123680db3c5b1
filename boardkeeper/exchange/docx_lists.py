"""Real lists in a Word document: bullets, and numbers that begin and go on as they were typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

DEEPEST = 9
"""How many levels a list of Word's has."""

_STEP = Mm(6)
_NUMBER = re.compile(r"(0|[1-9]\d{0,3})([.)])")
_FIRST_OWN = 100


@dataclass(slots=True)
class _Running:
    """A list that may go on: its number in the file, its kind, and the number it has come to."""

    id: int
    kind: str
    last: int


def indent_of(depth: int) -> Length:
    """How far in the text of an item stands, by its depth from 1."""
    return Length(_STEP * min(depth, DEEPEST))


class Lists:
    """Gives paragraphs their places in lists. Those of one text are begun with `start`."""

    def __init__(self, document: Document) -> None:
        self._numbering = document.part.numbering_part.element
        self._next = _FIRST_OWN
        self._running: dict[int, _Running] = {}
        self._kinds: dict[str, int] = {}
        for at, (kind, text) in enumerate((("•", "•"), (".", "%{level}."), (")", "%{level})"))):
            self._kinds[kind] = _FIRST_OWN + at
            self._define(_FIRST_OWN + at, text)

    def start(self) -> None:
        """A new text: nothing goes on."""
        self._running.clear()

    def leave(self, depth: int) -> None:
        """What lies deeper has ended."""
        self._running = {at: each for at, each in self._running.items() if at <= depth}

    def put(self, paragraph: Paragraph, depth: int, marker: str) -> bool:
        """Make a paragraph the next item; False where Word cannot number so.

        `depth` is from 1. `marker` is a bullet, or a number as it was typed (`3.`, `3)`).
        """
        self.leave(depth)
        number = _NUMBER.fullmatch(marker)
        if number is None and marker[:1].isalnum():
            return False
        kind, value = (number[2], int(number[1])) if number else ("•", 0)
        running = self._running.get(depth)
        if running is None or running.kind != kind or (number and value != running.last + 1):
            running = _Running(self._begin(kind, depth, value if number else None), kind, value)
            self._running[depth] = running
        running.last = value
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - its own way in
        properties.get_or_add_ilvl().val = min(depth, DEEPEST) - 1
        properties.get_or_add_numId().val = running.id
        return True

    def _begin(self, kind: str, depth: int, value: int | None) -> int:
        """A list of its own, that begins at the number typed."""
        self._next += 1
        level = min(depth, DEEPEST) - 1
        start = (
            ""
            if value is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/>'
            "</w:lvlOverride>"
        )
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._next}">'
                f'<w:abstractNumId w:val="{self._kinds[kind]}"/>{start}</w:num>'
            )
        )
        return self._next

    def _define(self, abstract: int, text: str) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{"bullet" if text == "•" else "decimal"}"/>'
            f'<w:lvlText w:val="{text.format(level=level + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent_of(level + 1).twips}"'
            f' w:hanging="{_STEP.twips}"/></w:pPr></w:lvl>'
            for level in range(DEEPEST)
        )
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        first = self._numbering.find(qn("w:num"))  # definitions stand before their lists
        if first is None:
            self._numbering.append(definition)
        else:
            first.addprevious(definition)
