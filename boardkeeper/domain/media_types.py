"""What a file is, judged by its content before its name, and what it may be called on a disk."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from boardkeeper.domain.papers import MediaType
from boardkeeper.i18n import _

HEAD = 8192
"""How many of a file's first bytes tell what it is."""

LONGEST_NAME = 120
"""Characters of a file's name; with Danish letters this is well below what file systems take."""

_OPENED: dict[MediaType, tuple[str, ...]] = {
    MediaType.PDF: (".pdf",),
    MediaType.IMAGE: (
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif", ".gif", ".bmp", ".webp"),
    ),
    MediaType.TEXT: (".txt", ".csv"),
    MediaType.MARKDOWN: (".txt",),
    MediaType.OFFICE: (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf"),
}
"""What another program is let open, by what the file holds and how its name ends.

The name's ending chooses the program, so what may carry macros (.docm, and .doc, .xls and .ppt of
old) and whatever is not here is only saved as a copy, by a person who wants that.
"""

_PICTURES = (
    *(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a"),
    b"BM",
)
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE_NAMES = (".doc", ".xls", ".ppt", ".dot", ".xlt", ".pps")
_PACKED_OFFICE_NAMES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".ott", ".dotx", ".xltx")
_PACKED_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis.opendocument")
_TEXT_NAMES = ("", ".txt", ".text", ".csv", ".log")
_MARKDOWN_NAMES = (".md", ".markdown")

_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\..*)?", re.IGNORECASE
)
_SEPARATORS = re.compile(r"[/\\]")
_UNWANTED = re.compile(r'[<>:"|?*]')
_LONGEST_SUFFIX = 12


def media_type_of(name: str, head: bytes) -> MediaType:
    """What a file holds, by its first bytes (`HEAD` of them); the name decides only within those.

    With an empty name the content alone decides.
    """
    suffix = suffix_of(name)
    if b"%PDF-" in head[:1024]:
        return MediaType.PDF
    if _is_picture(head):
        return MediaType.IMAGE
    if _is_office(suffix, head):
        return MediaType.OFFICE
    if is_text(head):
        if suffix in _MARKDOWN_NAMES:
            return MediaType.MARKDOWN
        if suffix in _TEXT_NAMES:
            return MediaType.TEXT
    return MediaType.OTHER


def suffix_of(name: str) -> str:
    """How the name ends, in small letters with its dot; empty without one."""
    return PurePosixPath(safe_name(name)).suffix.lower() if name else ""


def opened_suffix(media_type: MediaType, name: str) -> str | None:
    """The ending another program may be given the file under; None where it is not to be opened."""
    allowed = _OPENED.get(media_type, ())
    suffix = suffix_of(name)
    if suffix in allowed:
        return suffix
    is_told_by_content = media_type in (MediaType.PDF, MediaType.TEXT, MediaType.MARKDOWN)
    return allowed[0] if is_told_by_content else None


def is_text(head: bytes) -> bool:
    """Whether the bytes read as text: UTF-8, UTF-16 with its mark, or Windows' western letters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)


def text_from(content: bytes) -> str:
    """The text of a text file, whatever it was written with; never fails."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def safe_name(name: str) -> str:
    """The name as any file system takes it, and as no name can mislead: a bare file name.

    Folders in front are dropped, so are control and direction-changing characters; what Windows
    refuses becomes a hyphen; its reserved names get a line in front; the ending survives when a
    long name is cut.
    """
    bare = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    shown = "".join(each for each in bare if unicodedata.category(each) not in _HIDDEN)
    tidy = " ".join(_UNWANTED.sub("-", shown).split())
    tidy = tidy.lstrip(" .-").rstrip(" .")
    if not tidy:
        return _("file")
    if _RESERVED.fullmatch(tidy):
        tidy = f"_{tidy}"
    return _shortened(tidy)


_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode's categories of what is not seen: controls, bidi overrides, lone surrogates, …"""


def title_from(name: str) -> str:
    """A title to begin with: the file's name without its ending, lines read as blanks."""
    stem = PurePosixPath(safe_name(name)).stem
    return " ".join(stem.replace("_", " ").split()) or safe_name(name)


def _shortened(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    if len(suffix) > _LONGEST_SUFFIX:
        suffix = ""
    stem = name[: len(name) - len(suffix)] if suffix else name
    return stem[: LONGEST_NAME - len(suffix)].rstrip(" .") + suffix


def _is_picture(head: bytes) -> bool:
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    is_heif = head[4:8] == b"ftyp" and head[8:12] in _HEIF
    return head.startswith(_PICTURES) or is_webp or is_heif


def _is_office(suffix: str, head: bytes) -> bool:
    if head.startswith(b"PK\x03\x04"):
        tells_itself = any(mark in head for mark in _PACKED_OFFICE)
        return suffix in _PACKED_OFFICE_NAMES or (not suffix and tells_itself)
    if head.startswith(_OLD_OFFICE):
        return suffix in _OLD_OFFICE_NAMES
    return head.startswith(b"{\\rtf") and suffix in (".rtf", ".doc", "")
