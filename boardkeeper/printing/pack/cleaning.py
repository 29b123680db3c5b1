"""Of a foreign page only what draws it is kept; whatever acts, opens or points out is taken away.

A PDF's page can reach far: its fonts, pictures and forms may hang together with actions, attached
files and other pages. So the objects that draw are known by kind, each kind by its keys, and all
else is dropped. This is done in the source before anything of it is copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream

MOST_DECODED = 64 * 2**20
"""Bytes that a stream of drawing, a font or the like may become; pictures have pixels to count."""

_MOST_PIXELS = 250_000_000
_DEEPEST = 40
_UNCHECKED = 32 * 2**10
_MOST_FILTERS = 3

_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms"})
_FORM = _STREAM | {
    *("/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/OC"),
}
_IMAGE = _STREAM | {
    *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent"),
    *("/ImageMask", "/Mask", "/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte", "/OC"),
}
_PATTERN = _STREAM | {
    *("/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep"),
    *("/Resources", "/Matrix", "/Shading", "/ExtGState"),
}
_TYPE3 = frozenset(
    {
        *("/Type", "/Subtype", "/Name", "/FontBBox", "/FontMatrix", "/CharProcs", "/Encoding"),
        *("/FirstChar", "/LastChar", "/Widths", "/FontDescriptor", "/Resources", "/ToUnicode"),
    }
)
_GROUP = frozenset({"/Type", "/S", "/CS", "/I", "/K"})
_RESOURCES = frozenset(
    {
        *("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"),
        *("/Properties", "/ProcSet"),
    }
)
_FILTERS = frozenset(
    {
        *("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/DCTDecode", "/DCT", "/JPXDecode"),
        *("/CCITTFaxDecode", "/CCF", "/JBIG2Decode", "/ASCII85Decode", "/A85"),
        *("/ASCIIHexDecode", "/AHx", "/RunLengthDecode", "/RL"),
    }
)
_GROWING = frozenset({"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"})

ACTIONS = frozenset(
    {
        *("/JavaScript", "/Launch", "/URI", "/GoTo", "/GoToR", "/GoToE", "/GoToDp", "/Thread"),
        *("/Sound", "/Movie", "/Hide", "/Named", "/SubmitForm", "/ResetForm", "/ImportData"),
        *("/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/RichMediaExecute"),
    }
)
"""What an action can be, by the name in its `/S`."""

_KINDS = frozenset(
    {
        *("/Action", "/Filespec", "/F", "/EmbeddedFile", "/Annot", "/Page", "/Pages", "/Catalog"),
        *("/StructElem", "/StructTreeRoot", "/Outlines", "/Sig", "/ObjStm", "/XRef"),
    }
)
_NEVER = frozenset(
    {
        *("/AA", "/OpenAction", "/JS", "/Metadata", "/PieceInfo", "/Parent", "/P", "/Pg"),
        *("/StructParent", "/StructParents", "/AF", "/OPI", "/Ref", "/Alternates", "/EF"),
        *("/LastModified", "/Measure", "/PtData"),
    }
)


class Cleaner:
    """Cleans what the pages of one source draw with, each object once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._open: set[tuple[int, int]] = set()
        self._depth = 0
        self._nested = 0

    def page_form(self, form: Stream) -> bool:
        """Clean a form made of a page. False when its drawing is not in the file, or too much."""
        return self._form(form)

    def _xobject(self, value: Any) -> bool:
        if not isinstance(value, Stream):
            return False
        kind = value.get("/Subtype")
        if kind == "/Form":
            return self._form(value)
        return kind == "/Image" and self._image(value)

    def _form(self, form: Stream) -> bool:
        return self._drawing(form, _FORM)

    def _drawing(self, stream: Stream, keys: frozenset[str]) -> bool:
        """A stream of drawing operators with resources of its own, none of which may be itself."""
        if stream.objgen in self._open:
            return False
        if self._was_seen(stream):
            return True
        if self._depth > _DEEPEST or not _is_bounded(stream):
            return False
        _keep(stream, keys)
        self._group(stream)
        self._plain_keys(stream, ("/DecodeParms", "/Shading", "/OC", "/BBox", "/Matrix"))
        self._within(stream, lambda: self._resources(stream))
        return True

    def _within(self, holder: Any, clean: Callable[[], None]) -> None:
        """Clean what lies in the holder; meeting the holder again in there is going in circles."""
        self._open.add(holder.objgen)
        self._depth += 1
        clean()
        self._depth -= 1
        self._open.discard(holder.objgen)

    def _group(self, stream: Stream) -> None:
        group = stream.get("/Group")
        if group is None:
            return
        if not isinstance(group, Dictionary) or group.get("/S") != "/Transparency":
            del stream["/Group"]
            return
        _keep(group, _GROUP)
        self._plain(group)

    def _resources(self, holder: Any) -> None:
        found = holder.get("/Resources")
        if found is None:
            return
        if not isinstance(found, Dictionary):
            del holder["/Resources"]
            return
        if self._was_seen(found):
            return
        _keep(found, _RESOURCES)
        kinds: tuple[tuple[str, Callable[[Any], bool]], ...] = (
            ("/XObject", self._xobject),
            ("/Font", self._font),
            ("/Pattern", self._pattern),
            ("/ExtGState", self._state),
            ("/ColorSpace", self._plain),
            ("/Shading", self._plain),
            ("/Properties", self._plain),
        )
        for key, clean in kinds:
            self._named(found, key, clean)

    def _named(self, holder: Any, key: str, clean: Callable[[Any], bool]) -> None:
        """What the names in a dictionary stand for, each of one kind."""
        named = holder.get(key)
        if named is None:
            return
        if not isinstance(named, Dictionary):
            del holder[key]
            return
        for name, value in list(named.items()):
            # What lies deeper may have come back here, and taken it out already.
            if not clean(value) and name in named:
                del named[name]

    def _image(self, image: Stream) -> bool:
        if self._was_seen(image):
            return True
        if not _has_file_within(image) or _pixels(image) > _MOST_PIXELS:
            return False
        filters = _filters(image)
        if filters is None or len([each for each in filters if each in _GROWING]) > 1:
            return False
        _keep(image, _IMAGE)
        for key in ("/SMask", "/Mask"):
            mask = image.get(key)
            if (isinstance(mask, Stream) and not self._image(mask)) or isinstance(mask, Dictionary):
                del image[key]
        self._plain_keys(image, ("/ColorSpace", "/DecodeParms", "/OC"))
        return True

    def _font(self, font: Any) -> bool:
        if not isinstance(font, Dictionary):
            return False
        if font.get("/Subtype") != "/Type3":
            return self._plain(font)
        if font.objgen in self._open:
            return False
        if self._was_seen(font):
            return True
        _keep(font, _TYPE3)
        self._plain_keys(font, ("/Encoding", "/FontDescriptor", "/ToUnicode"))
        self._within(font, lambda: self._type3(font))
        return True

    def _type3(self, font: Dictionary) -> None:
        self._named(font, "/CharProcs", lambda each: isinstance(each, Stream) and self._glyph(each))
        self._resources(font)

    def _glyph(self, stream: Stream) -> bool:
        return self._drawing(stream, _STREAM | {"/Resources"})

    def _pattern(self, pattern: Any) -> bool:
        if isinstance(pattern, Stream):
            return self._drawing(pattern, _PATTERN)
        if not isinstance(pattern, Dictionary):
            return False
        _keep(pattern, _PATTERN)
        state = pattern.get("/ExtGState")
        if isinstance(state, Dictionary):
            self._state(state)
        self._plain_keys(pattern, ("/Shading",))
        return True

    def _state(self, state: Any) -> bool:
        """A graphics state; its soft mask is a form."""
        if not isinstance(state, Dictionary):
            return False
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            form = mask.get("/G")
            if not isinstance(form, Stream) or not self._form(form):
                del state["/SMask"]
        return self._plain(state)

    def _plain_keys(self, holder: Any, keys: Iterable[str]) -> None:
        for key in keys:
            value = holder.get(key)
            if isinstance(value, (Array, Dictionary, Stream)) and not self._plain(value):
                del holder[key]

    def _plain(self, value: Any) -> bool:
        """Numbers, names, tables and functions, however nested. False when it acts."""
        if isinstance(value, Array):
            return self._plain_array(value)
        if not isinstance(value, (Dictionary, Stream)):
            return True
        if self._was_seen(value):
            return True
        if acts(value) or (isinstance(value, Stream) and not _is_bounded(value)):
            return False
        if self._nested > _DEEPEST:
            return False
        self._nested += 1
        for key, each in list(value.items()):
            is_nested = isinstance(each, (Array, Dictionary, Stream))
            if key in _NEVER or (is_nested and not self._plain(each)):
                del value[key]
        self._nested -= 1
        return True

    def _plain_array(self, array: Array) -> bool:
        if self._was_seen(array):
            return True
        written = array.unparse()
        if b" R" not in written and b"<<" not in written:
            return True
        for at, each in enumerate(array):
            if isinstance(each, (Array, Dictionary, Stream)) and not self._plain(each):
                array[at] = None
        return True

    def _was_seen(self, value: Any) -> bool:
        """Whether an indirect object was cleaned before; it counts as cleaned from now on."""
        named = value.objgen
        if named == (0, 0):
            return False
        if named in self._seen:
            return True
        self._seen.add(named)
        return False


def acts(value: Any) -> bool:
    """Whether a dictionary is an action, an attached file, or a part of a document's frame."""
    kind = value.get("/S")
    if kind is not None and isinstance(kind, pikepdf.Name) and str(kind) in ACTIONS:
        return True
    kind = value.get("/Type")
    return kind is not None and isinstance(kind, pikepdf.Name) and str(kind) in _KINDS


def _keep(holder: Any, keys: frozenset[str]) -> None:
    for key in list(holder.keys()):
        if key not in keys:
            del holder[key]


def _has_file_within(stream: Stream) -> bool:
    """Whether the bytes of a stream are in the file; the PDF can name another to fetch."""
    return "/F" not in stream and "/FFilter" not in stream and "/FDecodeParms" not in stream


def _filters(stream: Stream) -> list[str] | None:
    """The names of the stream's filters; None where one is strange or they are too many."""
    found = stream.get("/Filter")
    if found is None:
        return []
    names = [str(each) for each in found] if isinstance(found, Array) else [str(found)]
    if len(names) > _MOST_FILTERS or not _FILTERS.issuperset(names):
        return None
    return names


def _is_bounded(stream: Stream) -> bool:
    """Whether the stream is in the file and becomes no more than it may."""
    if not _has_file_within(stream):
        return False
    filters = _filters(stream)
    if filters is None:
        return False
    growing = [each for each in filters if each in _GROWING]
    if not growing:
        return True
    if len(growing) == 1 and _length(stream) < _UNCHECKED:
        return True
    try:
        return len(stream.read_bytes()) <= MOST_DECODED
    except (pikepdf.PdfError, ValueError, MemoryError):
        return False


def _length(stream: Stream) -> int:
    try:
        return int(stream.get("/Length", 0))
    except (TypeError, ValueError):
        return MOST_DECODED


def _pixels(image: Stream) -> int:
    try:
        return int(image.get("/Width", 0)) * int(image.get("/Height", 0))
    except (TypeError, ValueError):
        return _MOST_PIXELS + 1
