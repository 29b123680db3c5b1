"""A file of contacts (vCard 2.1, 3.0, 4.0) taken apart into its cards, line by line.

Old programs write Danish as quoted-printable in a character set each line names, fold lines within
letters, and leave pictures of megabytes between two telephone numbers. What is not asked for is
never gathered, and what is broken costs its own card and no other.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from boardkeeper.exchange.limited import RefusedFile
from boardkeeper.i18n import _

MOST_CARDS = 20_000
"""The most cards a file may hold."""

_LONGEST_VALUE = 10_000
_WANTED = frozenset(
    ["FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "NOTE", "UID", "KIND"]
)
_HEAD = re.compile(
    rb"""(?:[A-Za-z0-9_-]+\.)?(?P<name>[A-Za-z0-9-]+)(?P<rest>(?:;[^:";]*(?:"[^"]*"[^:";]*)*)*):"""
)
_PARAMETER = re.compile(r""";\s*([^=;"]+)(?:=((?:"[^"]*"|[^;"])*))?""")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_BARE = {"QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING", "8BIT": "ENCODING"}
"""What vCard 2.1 may write without saying what it is; anything else is a type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One line of a card: its name, the types it carries in capitals, and its value as text.

    Backslashes stand as they were written, for only who knows the property knows what they part.
    """

    name: str
    types: frozenset[str]
    value: str


@dataclass(slots=True)
class ScannedCard:
    """One card: the properties that are wanted; why it cannot be taken in."""

    properties: list[Property] = field(default_factory=list)
    reason: str = ""


def scanned(content: bytes) -> list[ScannedCard]:
    """The cards of a file. Raises RefusedFile when it is none, or holds too many."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", errors="replace").encode()
    content = content.removeprefix(b"\xef\xbb\xbf")
    if b"BEGIN:VCARD" not in content[: _head_length(content)].upper():
        message = _("The file is not a file of contacts (.vcf). Nothing was changed.")
        raise RefusedFile(message)
    scan = _Scan()
    for head, value in _lines(content):
        scan.take(head, value)
    return scan.finished()


def _head_length(content: bytes) -> int:
    """How far to look for the first card: blank lines and a comment may stand before it."""
    return min(len(content), 4096)


class _Scan:
    """Where the scan is: in which card, and how deep inside one that is within it."""

    def __init__(self) -> None:
        self._found: list[ScannedCard] = []
        self._card: ScannedCard | None = None
        self._is_agent = False
        self._depth = 0

    def take(self, head: re.Match[bytes], value: bytes) -> None:
        """Look at the next whole line."""
        name = head["name"].decode("ascii").upper()
        is_card = value.strip().upper() == b"VCARD"
        if name == "BEGIN" and is_card:
            self._begin()
        elif name == "END" and is_card:
            self._end()
        elif self._card is not None and not self._depth:
            self._is_agent = name == "AGENT"
            if name in _WANTED:
                found = _property(name, head, value)
                if found is not None:
                    self._card.properties.append(found)

    def finished(self) -> list[ScannedCard]:
        """All cards; one the file ends in the middle of is told as cut off."""
        self._cut_off()
        return self._found

    def _begin(self) -> None:
        if self._depth or (self._card is not None and self._is_agent):
            self._depth += 1  # somebody's secretary, within the card
            return
        self._cut_off()
        self._card = ScannedCard()

    def _end(self) -> None:
        if self._depth:
            self._depth -= 1
        elif self._card is not None:
            self._keep(self._card)

    def _cut_off(self) -> None:
        if self._card is not None:
            self._card.reason = _("The card is cut off.")
            self._keep(self._card)

    def _keep(self, card: ScannedCard) -> None:
        if len(self._found) >= MOST_CARDS:
            message = _("The file holds more than {most} contacts. Nothing was changed.")
            raise RefusedFile(message.format(most=MOST_CARDS))
        self._found.append(card)
        self._card = None
        self._is_agent = False


def _lines(content: bytes) -> Iterator[tuple[re.Match[bytes], bytes]]:
    """Each line that has a head, unfolded; of those nobody wants the value is not gathered."""
    head: re.Match[bytes] | None = None
    parts: list[bytes] = []
    is_wanted = is_soft = False
    length = 0
    for line in re.split(rb"\r\n|\n|\r", content):
        if head is not None and (is_soft or line[:1] in (b" ", b"\t")):
            more = line if is_soft and line[:1] not in (b" ", b"\t") else line[1:]
        else:
            if head is not None:
                yield head, b"".join(parts)
            head = _HEAD.match(line[:_LONGEST_VALUE])
            if head is None:
                is_soft = False
                continue
            more = line[head.end() :]
            parts, length = [], 0
            name = head["name"].upper()
            is_wanted = name in (b"BEGIN", b"END", b"AGENT") or name.decode() in _WANTED
        is_soft = b"QUOTED-PRINTABLE" in head["rest"].upper() and more.endswith(b"=")
        if is_soft:
            more = more[:-1]
        if is_wanted and length < _LONGEST_VALUE:
            parts.append(more[:_LONGEST_VALUE])
            length += len(more)
    if head is not None:
        yield head, b"".join(parts)


def _property(name: str, head: re.Match[bytes], raw: bytes) -> Property | None:
    """The line understood; None for what is no text."""
    parameters: dict[str, list[str]] = {}
    for key, told in _PARAMETER.findall(head["rest"].decode("utf-8", errors="replace")):
        label = key.strip().upper()
        said = told.replace('"', "").strip()
        if not said:
            label, said = _BARE.get(label, "TYPE"), label
        parameters.setdefault(label, []).append(said)
    encoding = " ".join(parameters.get("ENCODING", ())).upper()
    if encoding == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    elif encoding in ("B", "BASE64"):
        try:
            raw = binascii.a2b_base64(raw, strict_mode=False)
        except ValueError:
            return None
    types = {
        part.strip().upper() for said in parameters.get("TYPE", ()) for part in said.split(",")
    }
    if parameters.get("PREF"):
        types.add("PREF")
    value = _text(raw, " ".join(parameters.get("CHARSET", ())))
    return Property(name=name, types=frozenset(types), value=value)


def _text(raw: bytes, charset: str) -> str:
    """The bytes as text: as the line says, else as UTF-8, else as Western Windows writes it."""
    named = charset.strip().lower()
    if named in ("iso-8859-1", "latin1", "us-ascii"):
        named = "cp1252"  # what those who say so mean by the quotes and dashes between
    for each in (named, "utf-8", "cp1252"):
        try:
            text = raw.decode(each) if each else None
        except (LookupError, UnicodeDecodeError):
            continue
        if text is not None:
            break
    else:
        text = raw.decode("latin-1")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text)
