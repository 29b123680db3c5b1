"""Pages as they are taken into a pack: upright, with their measure, and where their links lie."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from boardkeeper.printing.pack.cleaning import MOST_DECODED

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

_A4: Box = (0.0, 0.0, 595.276, 841.89)
_LARGEST = 14_400.0
_SMALLEST = 3.0
_HIGHEST_TREE = 60
_MOST_LINKS = 500
_LONGEST_ADDRESS = 2000
_ADDRESS = re.compile(r"(https?://|mailto:)[\x21-\x7e]+", re.IGNORECASE)
OWN_ADDRESS = "pack:"
"""How an address within the pack begins in papers of our own: `pack:` and the key of a part."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click, in points from the lower left of the upright page.

    It leads to an address of the world, to a part of the pack (`pack:agenda`), or to a page of the
    same paper, counted from 0.
    """

    box: Box
    target: str | int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page as a form to draw. `matrix` sets it upright with its lower left corner at 0, 0.

    Width and height are of the page as one sees it, in points.
    """

    form: Stream
    width: float
    height: float
    matrix: Matrix
    links: tuple[Link, ...] = ()


def page_form(pdf: pikepdf.Pdf, page: Dictionary, *, is_shared: bool) -> Stream:
    """The page's drawing as a form. A drawing of one piece is used as it lies in the file.

    `is_shared` says that another page draws with the same one. Raises PdfError or ValueError where
    it cannot be read.
    """
    drawing = page.get("/Contents")
    if isinstance(drawing, Stream) and not is_shared:
        form = drawing
        for key in list(form.keys()):
            if key not in ("/Length", "/Filter", "/DecodeParms", "/F"):
                del form[key]
    else:
        form = Stream(pdf, zlib.compress(_joined(drawing), 3))
        form.Filter = Name.FlateDecode
    form.Type = Name.XObject
    form.Subtype = Name.Form
    form.BBox = Array([round(each, 3) for each in shown_box(page)])
    resources = inherited(page, "/Resources")
    form.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    group = page.get("/Group")
    if isinstance(group, Dictionary):
        form.Group = group
    return form


def source_page(form: Stream, page: Dictionary, links: tuple[Link, ...] = ()) -> SourcePage:
    """The form with the page's measure: its visible box, its turn and its unit are heeded."""
    left, bottom, right, top = (float(each) for each in form.BBox)
    unit = _number(page.get("/UserUnit"), 1.0)
    unit = unit if 0.01 <= unit <= 100 else 1.0
    wide, high = (right - left) * unit, (top - bottom) * unit
    turns = _turns(page)
    matrix: Matrix = {
        0: (unit, 0, 0, unit, -left * unit, -bottom * unit),
        1: (0, -unit, unit, 0, -bottom * unit, right * unit),
        2: (-unit, 0, 0, -unit, right * unit, top * unit),
        3: (0, unit, -unit, 0, top * unit, -left * unit),
    }[turns]
    if turns % 2:
        wide, high = high, wide
    upright = tuple(Link(transformed(each.box, matrix), each.target) for each in links)
    return SourcePage(form, wide, high, matrix, upright)


def links_of(
    page: Dictionary, places: Mapping[tuple[int, int], int], named: Mapping[str, Any] | None = None
) -> Iterator[Link]:
    """The page's links, in its own coordinates: to the web, to mail, and to pages of its paper.

    `places` are the paper's pages by their object; `named` the places its names stand for. With
    names it is a paper of our own, whose links into the pack count as well.
    """
    for note in notes_on(page):
        if note.get("/Subtype") != "/Link":
            continue
        box = _box(note.get("/Rect"))
        if box is None:
            continue
        target = _target(note, places, named)
        if target is not None:
            yield Link(box, target)


def notes_on(page: Dictionary) -> list[Dictionary]:
    """What lies on top of the page, as far as it is what it should be."""
    found = page.get("/Annots")
    if not isinstance(found, Array):
        return []
    return [each for each in islice(found, _MOST_LINKS) if isinstance(each, Dictionary)]


def transformed(box: Box, matrix: Matrix) -> Box:
    """The box after the matrix, which turns by right angles only."""
    a, b, c, d, e, f = matrix
    across = (a * box[0] + c * box[1] + e, a * box[2] + c * box[3] + e)
    up = (b * box[0] + d * box[1] + f, b * box[2] + d * box[3] + f)
    return (min(across), min(up), max(across), max(up))


def inherited(page: Dictionary, key: str) -> Any:
    """A key of the page, or of what it hangs below."""
    holder: Any = page
    for _level in range(_HIGHEST_TREE):
        if not isinstance(holder, Dictionary):
            break
        value = holder.get(key)
        if value is not None:
            return value
        holder = holder.get("/Parent")
    return None


def _joined(drawing: Any) -> bytes:
    if isinstance(drawing, Stream):
        pieces = [drawing]
    elif isinstance(drawing, Array):
        pieces = [each for each in drawing if isinstance(each, Stream)]
    else:
        pieces = []
    joined = bytearray()
    for each in pieces:
        if "/F" in each or "/FFilter" in each:
            raise ValueError(each.objgen)
        joined += each.read_bytes() + b"\n"
        if len(joined) > MOST_DECODED:
            raise ValueError(len(joined))
    return bytes(joined)


def shown_box(page: Dictionary) -> Box:
    """What is seen of the page: the crop box within the media box; A4 where neither makes sense."""
    media = _sound(_box(inherited(page, "/MediaBox"))) or _A4
    crop = _box(inherited(page, "/CropBox"))
    if crop is None:
        return media
    both = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return _sound(both) or media


def _sound(box: Box | None) -> Box | None:
    if box is None:
        return None
    sides = (box[2] - box[0], box[3] - box[1])
    return box if all(_SMALLEST <= side <= _LARGEST for side in sides) else None


def _box(value: Any) -> Box | None:
    if not isinstance(value, Array) or len(value) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(each) for each in value)
    except (TypeError, ValueError):
        return None
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if all(abs(each) < 1e6 for each in box) else None


def _turns(page: Dictionary) -> int:
    """How many quarters to the right the page is turned to be read."""
    return round(_number(inherited(page, "/Rotate"), 0.0) / 90) % 4


def _number(value: Any, otherwise: float) -> float:
    try:
        return float(value) if value is not None else otherwise
    except (TypeError, ValueError, OverflowError):
        return otherwise


def _target(
    note: Dictionary, places: Mapping[tuple[int, int], int], named: Mapping[str, Any] | None
) -> str | int | None:
    action = note.get("/A")
    place = note.get("/Dest")
    if isinstance(action, Dictionary):
        kind = action.get("/S")
        if kind == "/URI":
            return _address(action.get("/URI"), is_own=named is not None)
        place = action.get("/D") if kind == "/GoTo" else None
    if named is not None and isinstance(place, (Name, pikepdf.String)):
        place = named.get(str(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
    if isinstance(place, Array) and len(place) and isinstance(place[0], Dictionary):
        return places.get(place[0].objgen)
    return None


def _address(value: Any, *, is_own: bool) -> str | None:
    if not isinstance(value, pikepdf.String):
        return None
    address = str(value)
    if is_own and address.startswith(OWN_ADDRESS):
        return address
    if len(address) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(address):
        return address
    return None
