"""The last look at a pack before it is let out: nothing in it acts, by a list of what may be there.

Everything foreign was cleaned before. This does not trust that: it asks every object of the file.
"""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream

from boardkeeper.printing.pack.cleaning import acts

_ROOT = frozenset(
    {
        *("/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences"),
        *("/OCProperties", "/Version", "/Extensions"),
    }
)
_PAGE = frozenset({"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources", "/Annots"})
_NOTE = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/Dest", "/A"})
_ADDRESS = re.compile(r"(https?://|mailto:)[\x21-\x7e]+", re.IGNORECASE)
_SUSPECT = re.compile(
    rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|ResetForm|GoToR|GoToE|RichMedia\w*|Rendition"
    rb"|EmbeddedFiles?|Filespec|XFA|AcroForm|OpenAction|AA|Movie|Sound|Thread|SetOCGState|Named"
    rb"|Hide|Trans|GoTo3DView|GoToDp|FFilter|FDecodeParms|F|EF|AF|OPI|Ref)(?![\w#.+-])"
)
_ACTIVE_KEYS = frozenset(
    {
        *("/JS", "/JavaScript", "/AA", "/OpenAction", "/XFA", "/AcroForm", "/EmbeddedFiles"),
        *("/EF", "/AF", "/RichMediaContent", "/FFilter", "/FDecodeParms", "/OPI", "/Ref"),
    }
)
_NAMES_FOR = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"})


def trouble_in(pdf: pikepdf.Pdf) -> str:
    """What in the file acts or has no business there, for the log; empty when there is nothing."""
    strange = [key for key in pdf.Root if key not in _ROOT]
    if strange:
        return f"catalogue {strange[0]}"
    for page in pdf.pages:
        strange = [key for key in page.obj if key not in _PAGE]
        if strange:
            return f"page {strange[0]}"
        if "/Annots" in page.obj:
            for note in page.obj.Annots:
                if not _is_plain_link(note):
                    return "annotation"
    for each in pdf.objects:
        found = _trouble_of(each)
        if found:
            return found
    return ""


def _is_plain_link(note: Any) -> bool:
    if not isinstance(note, Dictionary) or note.get("/Subtype") != "/Link":
        return False
    if not _NOTE.issuperset(note.keys()):
        return False
    action = note.get("/A")
    if action is None:
        return True
    return action.get("/S") == "/URI" and bool(_ADDRESS.fullmatch(str(action.get("/URI", ""))))


def _trouble_of(value: Any) -> str:
    if isinstance(value, Stream):
        if "/F" in value or "/FFilter" in value:
            return "external stream"
        written = value.stream_dict.unparse()
    elif isinstance(value, (Dictionary, Array)):
        written = value.unparse(resolved=True)
    else:
        return ""
    return _active(value, depth=0) if _SUSPECT.search(written) else ""


def _active(value: Any, depth: int) -> str:
    """What acts in an object itself; what it refers to is asked by itself."""
    if depth > 40:
        return "nesting"
    if isinstance(value, Array):
        inner = list(value)
    elif isinstance(value, (Dictionary, Stream)):
        if acts(value) and value.get("/Type") not in ("/Page", "/Pages", "/Catalog", "/Outlines"):
            is_link = value.get("/S") == "/URI" or value.get("/Subtype") == "/Link"
            if not is_link:
                return f"{value.get('/S', value.get('/Type'))}"
        found = next(iter(_ACTIVE_KEYS.intersection(value.keys())), "")
        if found and not _is_list_of_names(value):
            return str(found)
        inner = [each for _key, each in value.items()]
    else:
        return ""
    for each in inner:
        if isinstance(each, (Array, Dictionary)) and not each.is_indirect:
            found = _active(each, depth + 1)
            if found:
                return found
    return ""


def _is_list_of_names(value: Any) -> bool:
    """Whether the keys are names a page gave to its fonts, forms and glyphs, whatever they say."""
    return isinstance(value, Dictionary) and all(
        isinstance(each, (Dictionary, Stream)) and not acts(each) for _key, each in value.items()
    )
