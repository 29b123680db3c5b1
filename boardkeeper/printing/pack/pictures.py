"""Photos and scans as pages of a PDF: one picture a page, turned upright, no finer than paper."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import inch, mm

from boardkeeper.printing.pack.pages import SourcePage, source_page
from boardkeeper.printing.pack.sources import Fault, Source, UnusableError
from boardkeeper.printing.pictures import picture_pages, upright

FINEST = 200
"""Dots an inch a picture is printed with at most."""

MOST_PAGES = 300
"""Pages a scan may have."""

_FINEST_SIDE = round(max(A4) / inch * FINEST)
_MARGIN = 12 * mm
_QUALITY = 85


def picture_source(path: Path) -> Source:
    """The pictures of a file, each filling an A4 that lies as the picture does.

    Nothing of what the camera noted goes along. Raises UnusableError.
    """
    count = picture_pages(path)
    if not count:
        raise UnusableError(Fault.DAMAGED)
    if count > MOST_PAGES:
        raise UnusableError(Fault.TOO_LONG)
    pdf = pikepdf.new()
    source = Source(pdf, [])
    for page in range(count):
        picture = upright(path, page, finest=_FINEST_SIDE)
        if picture is None:
            source.lost += 1
            continue
        source.pages.append(_page(pdf, picture))
    if not source.pages:
        raise UnusableError(Fault.DAMAGED)
    return source


def _page(pdf: pikepdf.Pdf, picture: Image.Image) -> SourcePage:
    lies = picture.width > picture.height
    width, height = (max(A4), min(A4)) if lies else (min(A4), max(A4))
    room = (width - 2 * _MARGIN, height - 2 * _MARGIN)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    most = (round(wide / inch * FINEST), round(high / inch * FINEST))
    if picture.width > most[0]:
        picture = picture.resize(most, Image.Resampling.LANCZOS)
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    image = pikepdf.Stream(pdf, packed.getvalue())
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    image.Filter = Name.DCTDecode
    at = ((width - wide) / 2, (height - high) / 2)
    drawing = f"q {wide:.3f} 0 0 {high:.3f} {at[0]:.3f} {at[1]:.3f} cm /I Do Q".encode()
    form = pikepdf.Stream(pdf, drawing)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(width, 3), round(height, 3)])
    form.Resources = Dictionary(XObject=Dictionary(I=pdf.make_indirect(image)))
    page = Dictionary(MediaBox=form.BBox)
    return source_page(form, page)
