"""Reads a Word document back: by the library that other programs use, and the parts of the file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def read(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def blocks_of(content: bytes) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in the order they stand."""
    return read(content).iter_inner_content()


def text_of(content: bytes) -> str:
    """All that stands on the pages, a line a paragraph or row, cells parted by tabs."""
    lines: list[str] = []
    for block in blocks_of(content):
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def headings_of(content: bytes) -> list[tuple[int, str]]:
    """Level and words of each heading."""
    return [
        (int(block.style.name[-1]), block.text)
        for block in blocks_of(content)
        if isinstance(block, Paragraph)
        and block.style is not None
        and block.style.name is not None
        and block.style.name.startswith("Heading")
    ]


def tables_of(content: bytes) -> list[list[list[str]]]:
    """The words of every table, row by row."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows] for table in read(content).tables
    ]


def lists_of(content: bytes) -> list[tuple[str, int, int, str]]:
    """Style, level from 0, number of the list and words of every item of a list."""
    found = []
    for block in blocks_of(content):
        if not isinstance(block, Paragraph):
            continue
        level, number = block._p.find(f".//{qn('w:ilvl')}"), block._p.find(f".//{qn('w:numId')}")
        if level is not None and number is not None and block.style is not None:
            told = [int(each.get(qn("w:val"), "")) for each in (level, number)]
            found.append((str(block.style.name), told[0], told[1], block.text))
    return found


def start_of(content: bytes, list_number: int) -> int | None:
    """The number a list begins at, where it was told to."""
    numbering = read(content).part.numbering_part.element
    for each in numbering.findall(qn("w:num")):
        if int(each.get(qn("w:numId"))) == list_number:
            for start in each.iter(qn("w:startOverride")):
                return int(start.get(qn("w:val")))
    return None


def around_of(content: bytes) -> dict[str, str]:
    """What stands in headers and footers, of the first page and of the others."""
    section = read(content).sections[0]
    parts = {
        "first header": section.first_page_header,
        "header": section.header,
        "first footer": section.first_page_footer,
        "footer": section.footer,
    }
    return {
        name: "\n".join(_with_fields(paragraph) for paragraph in part.paragraphs)
        for name, part in parts.items()
    }


def _with_fields(paragraph: Paragraph) -> str:
    """The words of a paragraph, its fields as `{PAGE}`."""
    xml = paragraph._p.xml
    xml = re.sub(
        r'<w:fldSimple[^>]*w:instr="(\w+)".*?</w:fldSimple>',
        r"<w:t>{\1}</w:t>",
        xml,
        flags=re.DOTALL,
    )
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))


_ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing "
    "ind contextualSpacing jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz "
    "szCs highlight u shd vertAlign lang",
    "w:tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption",
    "w:numbering": "abstractNum num numIdMacAtCleanup",
    "w:abstractNum": "nsid multiLevelType tmpl lvl",
    "w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "w:sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
}
"""In which order the standard (ECMA-376) wants what stands in an element; Word insists on it."""


def out_of_order(content: bytes) -> list[str]:
    """The elements whose parts stand in an order that Word would call a damage."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            root = parse_xml(parts.read(name))
            for parent, order in _ORDER.items():
                known = [qn(f"w:{each}") for each in order.split()]
                for element in root.iter(qn(parent)):
                    places = [
                        known.index(each.tag) if each.tag in known else -1 for each in element
                    ]
                    if -1 in places or places != sorted(places):
                        tags = [each.tag.rpartition("}")[2] for each in element]
                        found.append(f"{name}: {parent}: {' '.join(tags)}")
    return found


def everything_in(content: bytes) -> str:
    """Every part of the file, as it lies there."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())
