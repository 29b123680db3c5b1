"""The papers a pack is made of, opened: other people's, which are cleaned first, and our own."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from boardkeeper.printing.pack.cleaning import MOST_DECODED, Cleaner
from boardkeeper.printing.pack.pages import (
    SourcePage,
    links_of,
    notes_on,
    page_form,
    shown_box,
    source_page,
)

MOST_PAGES = 3000
"""Pages one appendix may have; a file of more is no appendix."""

_MOST_LAYERS = 500


class Fault(StrEnum):
    """Why a file cannot be taken into a pack."""

    PROTECTED = "protected"
    DAMAGED = "damaged"
    DYNAMIC = "dynamic"
    TOO_LONG = "too_long"
    UNKNOWN_KIND = "unknown_kind"


class UnusableError(Exception):
    """The file cannot be taken into a pack, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(slots=True)
class Source:
    """An opened paper. It stays open until the pack is written, since nothing is read before.

    `attached` are files that lay in it and are left out, `lost` pages whose drawing could not be
    used. `layers` are what its pages show or hide, `hidden` those of them that are not seen.
    """

    pdf: pikepdf.Pdf
    pages: list[SourcePage]
    attached: int = 0
    lost: int = 0
    layers: list[Dictionary] = field(default_factory=list)
    hidden: list[Dictionary] = field(default_factory=list)


@contextmanager
def bounded_reading() -> Iterator[None]:
    """Let no stream grow without end while foreign files are read; the limits are the process's."""
    before = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_DECODED,
        png_max_memory=MOST_DECODED,
        tiff_max_memory=MOST_DECODED,
        run_length_max_memory=MOST_DECODED,
        max_stream_filters=6,
        doc_max_warnings=2000,
        parser_max_nesting=100,
    )
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type] # as they were given


def foreign_source(path: Path) -> Source:
    """Open somebody else's PDF, make its fields and notes part of the pages, and clean them.

    Raises UnusableError.
    """
    try:
        # Mapped into memory, the files of a large pack would count as memory.
        pdf = pikepdf.open(path, access_mode=pikepdf.AccessMode.stream, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise UnusableError(Fault.PROTECTED) from None
    except (pikepdf.PdfError, ValueError, RuntimeError, MemoryError, RecursionError, OSError):
        raise UnusableError(Fault.DAMAGED) from None
    try:
        return _cleaned(pdf)
    except UnusableError:
        pdf.close()
        raise
    except (pikepdf.PdfError, ValueError, RuntimeError, MemoryError, TypeError, LookupError):
        # Whatever a damaged file makes the library or the walk stumble over: it is damaged.
        pdf.close()
        raise UnusableError(Fault.DAMAGED) from None


def own_source(content: bytes) -> Source:
    """Open a paper we printed ourselves; nothing at all has no pages."""
    if not content:
        return Source(pikepdf.new(), [])
    pdf = pikepdf.open(io.BytesIO(content))
    pages = [page.obj for page in pdf.pages]
    places = {page.objgen: at for at, page in enumerate(pages)}
    named = _names(pdf)
    return Source(
        pdf,
        [
            source_page(
                page_form(pdf, page, is_shared=False), page, tuple(links_of(page, places, named))
            )
            for page in pages
        ],
    )


def _cleaned(pdf: pikepdf.Pdf) -> Source:
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise UnusableError(Fault.TOO_LONG)
    if not count:
        raise UnusableError(Fault.DAMAGED)
    attached = _attached(pdf)
    if _is_dynamic(pdf):
        raise UnusableError(Fault.DYNAMIC)
    _flatten(pdf)
    pages = [page.obj for page in pdf.pages]
    places = {page.objgen: at for at, page in enumerate(pages)}
    drawn = Counter(_drawing(page) for page in pages)
    source = Source(pdf, [], attached=attached)
    _read_layers(pdf, source)
    cleaner = Cleaner()
    for page in pages:
        links = tuple(links_of(page, places))
        form = _clean_form(pdf, page, cleaner, is_shared=drawn[_drawing(page)] > 1)
        if form is None:
            source.lost += 1
            form = pikepdf.Stream(pdf, b"")
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox = Array(shown_box(page))
        source.pages.append(source_page(form, page, links))
    if source.lost == count:
        raise UnusableError(Fault.DAMAGED)
    return source


def _clean_form(
    pdf: pikepdf.Pdf, page: Dictionary, cleaner: Cleaner, *, is_shared: bool
) -> pikepdf.Stream | None:
    """The page's drawing, cleaned; None where it lies outside the file or cannot be read."""
    try:
        form = page_form(pdf, page, is_shared=is_shared)
    except (pikepdf.PdfError, ValueError, MemoryError):
        return None
    return form if cleaner.page_form(form) else None


def _drawing(page: Dictionary) -> tuple[int, int]:
    """The object that draws the page, as far as it is one."""
    drawing = page.get("/Contents")
    if isinstance(drawing, pikepdf.Stream):
        return drawing.objgen
    return (0, 0)


def _flatten(pdf: pikepdf.Pdf) -> None:
    """Make filled fields and notes part of what the pages draw, where there are any."""
    notes = (note.get("/Subtype") for page in pdf.pages for note in notes_on(page.obj))
    if not any(kind not in ("/Link", "/Popup") for kind in notes):
        return
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        _draw_values(pdf, form)
    pdf.flatten_annotations("all")


def _draw_values(pdf: pikepdf.Pdf, form: Dictionary) -> None:
    """Draw the fields that nobody has drawn yet, or all where the form says that it is needed."""
    widgets = [
        note
        for page in pdf.pages
        for note in notes_on(page.obj)
        if note.get("/Subtype") == "/Widget"
    ]
    drawn = [(each, each.AP) for each in widgets if each.get("/AP") is not None]
    is_asked_for = bool(form.get("/NeedAppearances", False))
    if is_asked_for or len(drawn) < len(widgets):
        form.NeedAppearances = True  # else the library draws nothing
        pdf.generate_appearance_streams()
        if not is_asked_for:
            for widget, appearance in drawn:
                widget.AP = appearance
    if "/NeedAppearances" in form:
        del form["/NeedAppearances"]


def _is_dynamic(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are made by the reader's program only: an XFA form without pages."""
    form = pdf.Root.get("/AcroForm")
    has_xfa = isinstance(form, Dictionary) and "/XFA" in form
    return has_xfa and bool(pdf.Root.get("/NeedsRendering", False))


def _attached(pdf: pikepdf.Pdf) -> int:
    names = pdf.Root.get("/Names")
    if not isinstance(names, Dictionary) or "/EmbeddedFiles" not in names:
        return 0
    tree = names.EmbeddedFiles
    listed = tree.get("/Names") if isinstance(tree, Dictionary) else None
    return max(1, len(listed) // 2) if isinstance(listed, Array) else 1


def _names(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The named places of a paper of our own."""
    found = pdf.Root.get("/Dests")
    return dict(found.items()) if isinstance(found, Dictionary) else {}


def _read_layers(pdf: pikepdf.Pdf, source: Source) -> None:
    """Which layers there are, and which are hidden unless somebody shows them."""
    layers = pdf.Root.get("/OCProperties")
    listed = layers.get("/OCGs") if isinstance(layers, Dictionary) else None
    if not isinstance(layers, Dictionary) or not isinstance(listed, Array):
        return
    groups = [each for each in listed if isinstance(each, Dictionary) and each.is_indirect]
    source.layers = groups[:_MOST_LAYERS]
    state = layers.get("/D")
    if not isinstance(state, Dictionary):
        return
    shown, hidden = _objects(state.get("/ON")), _objects(state.get("/OFF"))
    is_off = state.get("/BaseState") == "/OFF"
    for group in source.layers:
        for key in list(group.keys()):
            if key not in ("/Type", "/Name"):
                del group[key]
        if group.objgen in hidden or (is_off and group.objgen not in shown):
            source.hidden.append(group)


def _objects(listed: Any) -> set[tuple[int, int]]:
    if not isinstance(listed, Array):
        return set()
    return {each.objgen for each in listed if isinstance(each, Dictionary)}
