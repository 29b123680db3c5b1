"""Files somebody could drop on a meeting, made on the spot."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.printing.fonts import Face, font_of


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text a page."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for text in pages or ("Kvartalsregnskab",):
        canvas.setFont(font_of(Face.REGULAR).fontName, 12)
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def protected_pdf(password: str = "hemmelig") -> bytes:  # noqa: S107 - what the test is about
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return target.getvalue()


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (40, 30), orientation: int = 1) -> bytes:
    """A picture, red on its left half and blue on its right, as it lies in the file."""
    drawn = Image.new("RGB", size, "blue")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[0x0112] = orientation
    target = BytesIO()
    drawn.save(target, kind, exif=notes)
    return target.getvalue()


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts by name."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return target.getvalue()


def docx(*paragraphs: str) -> bytes:
    """The least a Word file is: its list of types and its text."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>',
        }
    )


def laid_out(folder: Path, **files: bytes) -> list[Path]:
    """Files in a folder; `regnskab_pdf=…` makes regnskab.pdf. In the order given."""
    paths = []
    for name, content in files.items():
        stem, _line, suffix = name.rpartition("_")
        path = folder / f"{stem}.{suffix}"
        path.write_bytes(content)
        paths.append(path)
    return paths
