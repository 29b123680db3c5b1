"""A Word document as it is written, from top to bottom, with real headings, lists and tables.

The same words give the same bytes: nothing in the file tells of the machine or the moment.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from boardkeeper.domain.markdown import Line, Span
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.exchange.docx_lists import Lists, indent_of
from boardkeeper.exchange.docx_styles import QUIET, TEXT_WIDTH, dress, language_tag
from boardkeeper.i18n import _

_LONGEST_PROPERTY = 255
"""How many characters a property of the file may have."""

_LONGEST_WHOLE_ROW = 600
"""Up to how many characters a row of a table is kept on one page."""

_UNSAID = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff\\ufeff]")
_BROKEN = re.compile("\r\n|[\r\\x0b\\x0c\\x85\\u2028\\u2029]")
_LONE = re.compile("[\\ud800-\\udfff]")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day every part of the file is dated: the first a zip can tell."""

_UNIX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell; `remark` below it, smaller. `depth` moves it in."""

    text: str = ""
    remark: str = ""
    is_bold: bool = False
    is_quiet: bool = False
    is_right: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, and its least and greatest width in millimetres.

    The one with no greatest width takes what the others leave.
    """

    name: str
    least: float = 8
    most: float = 0
    is_right: bool = False


class WordFile:
    """Takes what the document says, from top to bottom, and gives its bytes."""

    def __init__(self, words: PageWords) -> None:
        self._document = docx.Document()
        dress(self._document, words.language)
        self._lists = Lists(self._document)
        self._name(words)
        self._surround(words)

    def title(self, text: str, subtitle: str = "") -> None:
        paragraph = self.paragraph(text, "Title")
        if subtitle:
            paragraph.paragraph_format.space_after = Pt(1)
            self.paragraph(subtitle, "Subtitle")

    def heading(self, text: str, level: int, *, number: str = "") -> None:
        """A heading of Word's, level from 1; those below the fourth are of the fourth."""
        words = " ".join(text.split())
        self.paragraph(f"{number} {words}" if number else words, f"Heading {min(level, 4)}")

    def paragraph(self, text: str | Sequence[Span], style: str = "Normal") -> Paragraph:
        """A paragraph in a style that every Word knows."""
        paragraph = self._document.add_paragraph(style=style)
        _write(paragraph, text)
        return paragraph

    def labelled(
        self, label: str, text: str, *, is_bold: bool = False, stays: bool = False
    ) -> None:
        """A text after its label, which stands at the margin; it `stays` with what follows."""
        paragraph = self._document.add_paragraph(style="Body Text")
        paragraph.paragraph_format.keep_with_next = stays or None
        run = paragraph.add_run(f"{_said(label)}\t")
        run.font.color.rgb = RGBColor.from_string(QUIET)
        _write(paragraph, (Span(text, is_bold=is_bold),))

    def lines(self, lines: Iterable[Line]) -> None:
        """Paragraphs and lists, as they were typed."""
        self._lists.start()
        for line in lines:
            if line.depth == 0:
                self._lists.start()
                self.paragraph(line.spans)
            elif not line.marker:
                self._lists.leave(line.depth)
                self._continued(line)
            else:
                self._item(line)

    def framed(self, paragraphs: Sequence[Sequence[Span]]) -> None:
        """Paragraphs in one frame, that stay together."""
        for at, spans in enumerate(paragraphs):
            paragraph = self.paragraph(spans, "Intense Quote")
            paragraph.paragraph_format.keep_with_next = at + 1 < len(paragraphs)
            paragraph.paragraph_format.keep_together = True
        self.gap()

    def gap(self, points: float = 4) -> None:
        """A low empty paragraph, which parts frames and tables that would else be one."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(points)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        height: float = 0,
        is_whole: bool = False,
    ) -> None:
        """A table whose heading comes again on each page; `height` of its rows in millimetres.

        One that `is_whole` stays on a page, if it can.
        """
        table = self._document.add_table(rows=0, cols=len(columns), style="Table Grid")
        table.autofit = False
        widths = _widths(columns, rows)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        heading = [Cell(text=each.name, is_quiet=True) for each in columns]
        _fill(table.add_row(), heading, columns, widths)
        _repeat(table.rows[0])
        for cells in rows:
            row = table.add_row()
            _fill(row, cells, columns, widths)
            if height:
                row.height = Mm(height)
        if is_whole:
            _keep_together(table)
        _describe(table, ", ".join(each.name for each in columns))
        self.gap()

    def content(self) -> bytes:
        written = io.BytesIO()
        self._document.save(written)
        return _dated_alike(written)

    def _item(self, line: Line) -> None:
        style = "List Number" if line.marker[:1].isdigit() else "List Bullet"
        paragraph = self.paragraph(line.spans, style)
        if not self._lists.put(paragraph, line.depth, line.marker):
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - its own way out
            self._continued(line)

    def _continued(self, line: Line) -> None:
        """A further paragraph of an item, or an item whose number stands as it was typed."""
        paragraph = self._document.add_paragraph(style="List Continue")
        paragraph.paragraph_format.left_indent = indent_of(line.depth)
        if line.marker:
            paragraph.paragraph_format.first_line_indent = Length(-indent_of(1))
            _write(paragraph, f"{line.marker}\t")
        _write(paragraph, line.spans)

    def _name(self, words: PageWords) -> None:
        """The properties of the file: what it is and whose, and nothing of the machine."""
        named = self._document.core_properties
        named.title = _property(words.title)
        named.subject = _property(words.subject)
        named.author = _property(words.author)
        named.keywords = _property(", ".join(words.keywords))
        named.language = language_tag(words.language)
        named.comments = ""
        named.last_modified_by = ""
        named.revision = 1
        named.created = named.modified = words.printed_at.replace(microsecond=0, tzinfo=None)

    def _surround(self, words: PageWords) -> None:
        """Header and footer; the first page's header has the mark alone, for the title follows."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        mark = (Span(words.mark, is_bold=True),)
        first = section.first_page_header.paragraphs[0]
        _write(first, "\t")
        _write(first, mark)
        upper = section.header.paragraphs[0]
        _write(upper, f"{words.body}\t{words.date}")
        lower = section.header.add_paragraph(style=upper.style)
        _write(lower, f"{words.document}\t")
        _write(lower, mark)
        for footer in (section.first_page_footer, section.footer):
            line = footer.paragraphs[0]
            _write(line, f"{words.status}\t")
            _count_pages(line)
            for left, right in ((words.confidentiality, ""), (words.seal, words.initials)):
                if left or right:
                    written = f"{right} ____________" if right else ""
                    below = footer.add_paragraph(style=line.style)
                    _write(below, "\t".join(each for each in (left, written)))


def _write(paragraph: Paragraph, text: str | Sequence[Span]) -> None:
    for span in (Span(text),) if isinstance(text, str) else text:
        if span.text:
            run = paragraph.add_run(_said(span.text))
            run.bold = span.is_bold or None


def _said(text: str) -> str:
    """The text as XML can hold it: no control characters, and line breaks of one kind."""
    if text.isascii() and text.isprintable():
        return text
    return _LONE.sub("\ufffd", _UNSAID.sub("", _BROKEN.sub("\n", text)))


def _property(text: str) -> str:
    return " ".join(_said(text).split())[:_LONGEST_PROPERTY]


def _count_pages(paragraph: Paragraph) -> None:
    """Write which page of how many this is, both counted by Word."""
    for part in re.split(r"(\{pages?\})", _("Page {page} of {pages}")):
        if part in ("{page}", "{pages}"):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), {"{page}": "PAGE", "{pages}": "NUMPAGES"}[part])
            field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
            paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
        else:
            _write(paragraph, part)


def _fill(
    row: _Row, cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[Length]
) -> None:
    for place, cell, column, width in zip(row.cells, cells, columns, widths, strict=True):
        place.width = width
        _fill_cell(place, cell, is_right=column.is_right or cell.is_right)
    if sum(len(cell.text) + len(cell.remark) for cell in cells) <= _LONGEST_WHOLE_ROW:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as above


def _fill_cell(place: _Cell, cell: Cell, *, is_right: bool) -> None:
    paragraph = place.paragraphs[0]
    _write(paragraph, (Span(cell.text, is_bold=cell.is_bold),))
    if cell.is_quiet:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(QUIET)
    if cell.depth:
        paragraph.paragraph_format.left_indent = Mm(4 * cell.depth)
    if is_right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if cell.remark:
        below = place.add_paragraph()
        run = below.add_run(_said(cell.remark))
        run.font.color.rgb = RGBColor.from_string(QUIET)


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - as above


def _keep_together(table: Table) -> None:
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _describe(table: Table, text: str) -> None:
    """What those hear who cannot see the table."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), _property(text))
    table._tbl.tblPr.append(caption)  # noqa: SLF001 - as above


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[Length]:
    """Each as wide as its longest text needs, within its limits; the open one has the rest."""
    found: list[float] = []
    for at, column in enumerate(columns):
        texts = (column.name, *(row[at].text for row in rows), *(row[at].remark for row in rows))
        needed = max((len(line) for text in texts for line in text.split("\n")), default=0)
        found.append(min(max(needed * 1.95 + 4, column.least), column.most or needed * 2))
    rest = TEXT_WIDTH.mm - sum(
        width for width, column in zip(found, columns, strict=True) if column.most
    )
    return [
        Emu(Mm(width if column.most else rest))
        for width, column in zip(found, columns, strict=True)
    ]


def _dated_alike(written: io.BytesIO) -> bytes:
    """The same zip, all of whose parts are dated the same day."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as dated,
    ):
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = _UNIX  # else Windows says so
            part.external_attr = 0o644 << 16
            dated.writestr(part, parts.read(name))
    return out.getvalue()
