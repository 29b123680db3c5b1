"""People as a file of contacts (vCard 3.0, RFC 2426), for every other program to read.

3.0 and not 4.0: Outlook reads no 4.0, and nothing a person is known by here needs it. Same people,
same bytes. What one has noted about somebody, and how one met them, is one's own and is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from boardkeeper.domain.people import Person
from boardkeeper.formats.sorting import sort_key

_LONGEST_LINE = 75
_TOWN = re.compile(r"(?P<code>(?:[A-Z]{1,2}-)?\d{3,5}) (?P<town>\S.*)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def cards_of(people: Iterable[Person]) -> bytes:
    """The people as cards, in the alphabet of the active language."""
    ordered = sorted(people, key=lambda each: (sort_key(each.name), each.id))
    return b"".join(_card(each) for each in ordered)


def _card(person: Person) -> bytes:
    *given, family = person.name.split() or [""]
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//BoardKeeper//BoardKeeper//EN",
        f"UID:{_escaped(uid_of(person))}",
        f"N:{_escaped(family)};{_escaped(' '.join(given))};;;",
        f"FN:{_escaped(' '.join(person.name.split()))}",
        _line("ORG", person.company),
        _line("TITLE", person.occupation),
        _line("EMAIL;TYPE=INTERNET", "".join(person.email.split())),
        _line("TEL;TYPE=VOICE", person.phone),
        _address(person.address),
        "END:VCARD",
    ]
    return b"".join(_folded(_CONTROLS.sub("", line)) for line in lines if line)


def uid_of(person: Person) -> str:
    """What other programs know the person by: the id, as a UUID where it is one."""
    try:
        return f"urn:uuid:{UUID(hex=person.id)}"
    except ValueError:
        return person.id


def _line(name: str, said: str) -> str:
    told = " ".join(said.split())
    return f"{name}:{_escaped(told)}" if told else ""


def _address(address: str) -> str:
    """An address of several lines: the line with the code of the town is the town's."""
    lines = [line.strip() for line in address.splitlines() if line.strip()]
    if not lines:
        return ""
    towns = [place for place, line in enumerate(lines) if place and _TOWN.fullmatch(line)]
    if not towns:
        return f"ADR;TYPE=POSTAL:;;{_escaped(chr(10).join(lines))};;;;"
    place = towns[-1]
    match = _TOWN.fullmatch(lines[place])
    code, town = (match["code"], match["town"]) if match else ("", "")
    street, country = chr(10).join(lines[:place]), " ".join(lines[place + 1 :])
    return (
        f"ADR;TYPE=POSTAL:;;{_escaped(street)};{_escaped(town)};;"
        f"{_escaped(code)};{_escaped(country)}"
    )


def _escaped(said: str) -> str:
    for letter in "\\;,":
        said = said.replace(letter, f"\\{letter}")
    return said.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of 75 bytes at most, none of which ends within a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        more = letter.encode()
        if len(piece) + len(more) > _LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += more
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
