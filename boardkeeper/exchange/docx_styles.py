"""How a Word document of ours looks: the styles every Word has, set in our type.

Only styles that Word itself knows are used, so that their names are in the reader's language.
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from boardkeeper.i18n import Language

FONT = "Calibri"
"""On every machine with Word; LibreOffice has Carlito of the same widths in its place."""

QUIET = "595959"
"""Dark enough on white to be read by everyone."""

_RULE = "BFBFBF"
_BODY_HALF_POINTS = 21
_CELL_HALF_POINTS = 19
_LANGUAGES = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}
_TEMPLATE_EXTRAS = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
"""Relationships to what the library's template brings along and nobody needs."""

MARGINS = (Mm(28), Mm(20))
"""Left, where holes are punched, and right."""

TEXT_WIDTH = Mm(162)


def language_tag(language: Language) -> str:
    return _LANGUAGES[language]


def dress(document: Document, language: Language) -> None:
    """Set page, language and styles of a fresh document, and take out what it does not need."""
    _tidy(document)
    _set_defaults(document, language)
    _set_page(document)
    _set_styles(document)


def _tidy(document: Document) -> None:
    for relationships in (document.part.package.rels, document.part.rels):
        for key, each in list(relationships.items()):
            if each.reltype.endswith(_TEMPLATE_EXTRAS):
                del relationships[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:themeFontLang"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")  # else Word calls it an old file


def _set_defaults(document: Document, language: Language) -> None:
    """What holds where no style says otherwise. Tables may then say otherwise of their cells."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None  # noqa: S101 - the library's own template has it
    tag = language_tag(language)
    document.styles.element.replace(
        defaults,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
            f'<w:sz w:val="{_BODY_HALF_POINTS}"/><w:szCs w:val="{_BODY_HALF_POINTS}"/>'
            f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            '<w:spacing w:before="0" w:after="80" w:line="264" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault></w:docDefaults>"
        ),
    )


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = MARGINS
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)


def _set_styles(document: Document) -> None:
    _set(document, "Title", size=20, is_bold=True, above=10, below=10)
    _set(document, "Subtitle", size=10.5, colour=QUIET, below=10)
    _set(document, "Heading 1", size=14, is_bold=True, above=18, below=4)
    _set(document, "Heading 2", size=12, is_bold=True, above=14, below=3)
    _set(document, "Heading 3", size=10.5, is_bold=True, above=8, below=2)
    _set(document, "Heading 4", size=10.5, is_bold=True, above=8, below=2)
    _set(document, "Body Text", below=3, hanging=Mm(36))
    _set(document, "Caption", size=9.5, colour=QUIET, below=3)
    document.styles["Caption"].paragraph_format.keep_with_next = True  # it stands under a heading
    _set(document, "List Bullet", below=2)
    _set(document, "List Number", below=2)
    _set(document, "List Continue", below=2)
    _set(document, "Quote", below=8, bars=("left",), indent=Mm(4))
    sides = ("top", "left", "bottom", "right")
    _set(document, "Intense Quote", below=0, bars=sides, indent=Mm(3), right=Mm(3))
    for name in ("Header", "Footer"):
        _set(document, name, size=8.5, colour=QUIET, below=0)
        tabs = parse_xml(
            f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="{TEXT_WIDTH.twips}"/></w:tabs>'
        )
        _paragraph_properties(document, name).insert_element_before(
            tabs, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"
        )
    _set_table_style(document)


def _set(
    document: Document,
    name: str,
    *,
    size: float | None = None,
    colour: str = "",
    is_bold: bool = False,
    above: float = 0,
    below: float = 0,
    hanging: Length | None = None,
    indent: Length | None = None,
    right: Length | None = None,
    bars: tuple[str, ...] = (),
) -> None:
    """Say anew how a style looks; lengths of space in points. Headings stay with what follows."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - of the library's own template
    properties = _paragraph_properties(document, name)
    for old in ("w:pBdr", "w:tabs", "w:ind", "w:contextualSpacing", "w:jc", "w:spacing"):
        for found in properties.findall(qn(old)):
            properties.remove(found)
    run = style.element.get_or_add_rPr()
    for found in list(run):
        run.remove(found)
    style.font.size = Pt(size) if size else None
    style.font.bold = is_bold or None
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(above), Pt(below)
    if hanging is not None:
        layout.left_indent, layout.first_line_indent = hanging, Length(-hanging)
    if indent is not None:
        layout.left_indent = indent
    if right is not None:
        layout.right_indent = right
    if bars:
        properties.insert_element_before(
            _borders("w:pBdr", bars, size=8, space=6, colour="404040"),
            *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl"),
        )


def _paragraph_properties(document: Document, name: str):  # type: ignore[no-untyped-def]
    return document.styles[name].element.get_or_add_pPr()


def _set_table_style(document: Document) -> None:
    """Horizontal rules alone, and a line or two of air."""
    style = document.styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='TableGrid']")
    assert style is not None  # noqa: S101 - of the library's own template
    for name in ("w:pPr", "w:rPr", "w:tblPr"):
        for found in style.findall(qn(name)):
            style.remove(found)
    space = nsdecls("w")
    style.append(
        parse_xml(
            f'<w:pPr {space}><w:spacing w:before="40" w:after="40" w:line="240"'
            ' w:lineRule="auto"/></w:pPr>'
        )
    )
    size = _CELL_HALF_POINTS
    style.append(
        parse_xml(f'<w:rPr {space}><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')
    )
    properties = parse_xml(f'<w:tblPr {space}><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>')
    properties.append(_borders("w:tblBorders", ("bottom", "insideH"), colour=_RULE))
    properties.append(
        parse_xml(
            f'<w:tblCellMar {space}><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        )
    )
    style.append(properties)


def _borders(name: str, sides: tuple[str, ...], *, colour: str, size: int = 4, space: int = 0):  # type: ignore[no-untyped-def]
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side in sides
    )
    return parse_xml(f"<{name} {nsdecls('w')}>{lines}</{name}>")
