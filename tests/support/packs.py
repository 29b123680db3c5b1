"""Packs to build: sheets with appendices of every kind, from PDFs made on the spot."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.domain.packs import PackPart, PackProfile
from boardkeeper.domain.papers import MediaType
from boardkeeper.domain.sheets.agenda import AgendaSheet
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.pack import (
    PackDocument,
    PackEdition,
    PackItem,
    PackPaper,
    PackSheet,
)
from boardkeeper.printing.agenda import agenda_pdf
from boardkeeper.printing.pack.building import Built, build
from boardkeeper.printing.pack.pages import OWN_ADDRESS
from tests.support.notices import PRINTED_AT, SOLBAKKEN, a_meeting, a_sheet

USUAL = (
    PackPart.COVER,
    PackPart.CONTENTS,
    PackPart.CHANGES,
    PackPart.AGENDA,
    PackPart.ITEMS,
    PackPart.LOOSE,
)


def a_pdf(
    path: Path,
    pages: int = 3,
    *,
    size: tuple[float, float] = A4,
    text: str = "",
    **boxes: Any,
) -> Path:
    """A plain PDF whose every page says which it is. `boxes` are keys of the pages."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, size[1] - 72, f"{text or path.stem} page {page}")
        canvas.rect(20, 20, size[0] - 40, size[1] - 40)
        canvas.showPage()
    canvas.save()
    if boxes:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for each in pdf.pages:
                for key, value in boxes.items():
                    each.obj[f"/{key}"] = value
            pdf.save(path)
    return path


def a_scan(path: Path, pages: int = 2, *, side: int = 1100) -> Path:
    """A PDF of pictures, as a copier makes it."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(pages):
        picture = Image.effect_noise((side, side * 7 // 5), 40 + page).convert("L")
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=55)
        packed.seek(0)
        canvas.drawImage(ImageReader(packed), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def a_photo(path: Path, *, turned: int = 1) -> Path:
    """A photo that is red at the top and blue below, as it was held; `turned` is its EXIF."""
    picture = Image.new("RGB", (400, 300), "blue")
    picture.paste("red", (0, 0, 400, 100))
    picture = {
        1: lambda: picture,
        6: lambda: picture.transpose(Image.Transpose.ROTATE_90),
        8: lambda: picture.transpose(Image.Transpose.ROTATE_270),
    }[turned]()
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "SecretCamera"
    picture.save(path, exif=exif)
    return path


def mixed_pdf(path: Path, pages: int = 20, kind: int = 0) -> Path:
    """Pages of text, some on their side, turned, cropped or large; every fifth paper a scan."""
    if kind % 5 == 4:
        return a_scan(path, pages, side=826)
    sizes = (A4, landscape(A4), A3, landscape(A3), (400.0, 600.0))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(pages):
        width, height = sizes[(kind + page) % 5] if kind % 3 == 0 else A4
        canvas.setPageSize((width, height))
        canvas.setFont("Helvetica", 10)
        for line in range(48):
            words = f"Paper {kind} page {page + 1} line {line} " + "lorem ipsum dolor sit amet " * 3
            canvas.drawString(50, height - 50 - line * 11, words)
        canvas.showPage()
    canvas.save()
    if kind % 4 == 1:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for at, each in enumerate(pdf.pages):
                each.obj.Rotate = 90 * (at % 4)
            pdf.save(path)
    return path


def a_paper(path: Path, number: str, title: str = "", **changes: Any) -> PackPaper:
    """The appendix of a file; its kind by its name."""
    kinds = {
        ".pdf": MediaType.PDF,
        ".jpg": MediaType.IMAGE,
        ".png": MediaType.IMAGE,
        ".tif": MediaType.IMAGE,
        ".txt": MediaType.TEXT,
        ".md": MediaType.MARKDOWN,
        ".docx": MediaType.OFFICE,
    }
    paper = PackPaper(
        key=path.stem,
        number=number,
        title=title or f"The {path.stem} paper",
        file_name=path.name,
        media_type=kinds.get(path.suffix, MediaType.OTHER),
        digest=sha256(path.read_bytes()).hexdigest(),
        path=str(path),
    )
    return replace(paper, **changes)


def a_pack_sheet(
    papers: Iterable[PackPaper] = (),
    *,
    loose: Sequence[PackPaper] = (),
    agenda: AgendaSheet | None = None,
    profile: PackProfile | None = None,
    **changes: Any,
) -> PackSheet:
    """The pack of the usual evening; papers lie under the items their numbers begin with."""
    agenda = agenda or a_sheet()
    by_item: dict[str, list[PackPaper]] = {}
    for paper in papers:
        by_item.setdefault(paper.number.rpartition(".")[0], []).append(paper)
    cases = {case.line: case for case in agenda.cases}
    items = tuple(
        PackItem(
            key=f"item-{at}",
            line=line,
            case=cases.get(line),
            papers=tuple(by_item.pop(line.number, ())),
        )
        for at, line in enumerate(agenda.lines)
    )
    assert not by_item, f"no item for {by_item}"
    links = {item.line.number: OWN_ADDRESS + item.key for item in items if item.case is not None}
    document = PackDocument(
        part=PackPart.AGENDA, title="Dagsorden", content=agenda_pdf(agenda, links=links)
    )
    sheet = PackSheet(
        letterhead=Letterhead(
            language=agenda.language,
            organisation=SOLBAKKEN.name,
            registration_number=SOLBAKKEN.registration_number,
            colour=SOLBAKKEN.colour,
            title="Mødemappe",
            subtitle="Bestyrelsesmøde nr. 14",
            document="Mødemappe · Bestyrelsesmøde nr. 14",
            date="5. marts 2026",
            printed_at=PRINTED_AT,
        ),
        edition=PackEdition.FULL,
        version=1,
        facts=(("Hvornår", "Torsdag den 5. marts 2026"), ("Hvor", a_meeting().place)),
        profile=profile or PackProfile(organisation_id=SOLBAKKEN.id),
        parts=USUAL,
        documents=(document,),
        items=items,
        loose=tuple(loose),
        reading_minutes=95,
    )
    return replace(sheet, **changes)


def built(
    sheet: PackSheet, target: Path, report: Callable[[int, int], None] | None = None, **how: Any
) -> tuple[bytes, Built]:
    """The pack as bytes, and what is told of it."""
    made = build(sheet, target, report or (lambda _done, _of: None), **how)
    return target.read_bytes(), made
