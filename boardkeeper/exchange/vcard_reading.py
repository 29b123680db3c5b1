"""People out of a file of contacts of any program, read in a child process with limits.

`cards_in` is what the program calls; `read_cards` is what the child does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import (
    USUAL_LIMITS,
    Limits,
    Report,
    never,
    no_report,
    read_limited,
)
from boardkeeper.exchange.vcard_cards import (
    Card,
    CardFile,
    UnreadableCard,
    file_as_plain,
    file_from_plain,
)
from boardkeeper.exchange.vcard_scanning import Property, ScannedCard, scanned
from boardkeeper.i18n import _

_AT_ONCE = 500
_MOBILE = frozenset(["CELL", "IPHONE", "MOBILE"])
_NO_VOICE = frozenset(["FAX", "PAGER", "MODEM", "TEXTPHONE"])
_LISTS = ("GROUP", "LOCATION")


class UnreadableVcard(UserError):
    """Why a card is nobody here."""


def cards_in(
    content: bytes,
    *,
    limits: Limits = USUAL_LIMITS,
    progress: Report = no_report,
    is_cancelled: Callable[[], bool] = never,
) -> CardFile:
    """The people of a file of contacts.

    Raises:
        RefusedFile: it is no such file, or takes more time, memory or room than a file may.
        Cancelled: `is_cancelled` became true.
    """
    found = read_limited(
        read_cards,
        content,
        arguments={},
        limits=limits,
        progress=progress,
        is_cancelled=is_cancelled,
    )
    return file_from_plain(found)


def read_cards(content: bytes, _arguments: dict[str, Any], report: Report) -> dict[str, Any]:
    """What the child finds: the file as plain data."""
    cards, unreadable = [], []
    every = scanned(content)
    for place, each in enumerate(every):
        try:
            cards.append(_card(each))
        except UserError as error:
            unreadable.append(UnreadableCard(title=_title(each), reason=str(error)))
        except (ValueError, TypeError, IndexError, OverflowError):
            unreadable.append(UnreadableCard(title=_title(each), reason=_("It is damaged.")))
        if place % _AT_ONCE == 0:
            report(place, len(every))
    return file_as_plain(CardFile(cards=tuple(cards), unreadable=tuple(unreadable)))


def _card(scan: ScannedCard) -> Card:
    if scan.reason:
        raise UnreadableVcard(scan.reason)
    if _first(scan, "KIND").upper() in _LISTS:
        raise UnreadableVcard(_("It is a list or a place, not a person."))
    organisation = _parts(_raw(scan, "ORG"))
    company = organisation[0] if organisation else ""
    name = _name(scan)
    if not name:
        raise UnreadableVcard(_("It names nobody."))
    emails = _in_order(scan, "EMAIL", _email)
    phones = _in_order(scan, "TEL", _phone)
    addresses = _in_order(scan, "ADR", lambda each: _address(each.value))
    also = [
        *(_("E-mail: {address}").format(address=each) for each in emails[1:]),
        *(_("Telephone: {number}").format(number=each) for each in phones[1:]),
        *(_("Address: {address}").format(address=_on_one_line(each)) for each in addresses[1:]),
    ]
    return Card(
        uid=_first(scan, "UID")[:200],
        name=name[:200],
        occupation=(_first(scan, "TITLE") or _first(scan, "ROLE"))[:200],
        company="" if company == name else company[:200],
        email=emails[0] if emails else "",
        phone=phones[0] if phones else "",
        address=addresses[0] if addresses else "",
        note=_first(scan, "NOTE", is_one_line=False),
        also=tuple(also[:20]),
    )


def _name(scan: ScannedCard) -> str:
    """What the person is called: in full, from the parts, or as whatever else there is."""
    full = _first(scan, "FN")
    if full:
        return full
    family, given, middle, prefix, suffix = [*_parts(_raw(scan, "N")), *[""] * 5][:5]
    whole = " ".join(filter(None, (prefix, given, middle, family, suffix)))
    if whole:
        return whole
    organisation = _parts(_raw(scan, "ORG"))
    others = [_first(scan, "NICKNAME"), organisation[0] if organisation else ""]
    return next(filter(None, [*others, *_in_order(scan, "EMAIL", _email)]), "")


def _title(scan: ScannedCard) -> str:
    """What the card is called, as far as it is readable; for a person to find it by."""
    return (_name(scan) or "–")[:100]


def _raw(scan: ScannedCard, name: str) -> str:
    return next((each.value for each in scan.properties if each.name == name), "")


def _first(scan: ScannedCard, name: str, *, is_one_line: bool = True) -> str:
    text = _unescaped(_raw(scan, name))
    return _on_one_line(text) if is_one_line else text.strip()


def _in_order(scan: ScannedCard, name: str, read: Callable[[Property], str]) -> list[str]:
    """What the properties of a name say, each once: the preferred first, then mobiles."""
    known = [each for each in scan.properties if each.name == name]
    ranked = sorted(known, key=lambda each: ("PREF" not in each.types, not each.types & _MOBILE))
    return list(dict.fromkeys(filter(None, map(read, ranked))))


def _email(each: Property) -> str:
    said = _on_one_line(_unescaped(each.value)).removeprefix("mailto:")
    return said[:200] if "@" in said and "X.400" not in each.types else ""


def _phone(each: Property) -> str:
    if each.types & _NO_VOICE:
        return ""
    return re.sub(r"^tel:", "", _on_one_line(_unescaped(each.value)))[:60]


def _address(value: str) -> str:
    """The address as on an envelope: the street, the code with its town, the country."""
    box, more, street, town, region, code, country = [*_parts(value), *[""] * 7][:7]
    lines: Sequence[str] = (
        box,
        more,
        *street.split("\n"),
        " ".join(filter(None, (code, town))),
        region,
        country,
    )
    return "\n".join(line for line in map(str.strip, lines) if line)[:500]


def _parts(value: str) -> list[str]:
    """The parts of a value that semicolons part, as they read."""
    return [_unescaped(part).strip() for part in re.split(r"(?<!\\);", value)] if value else []


def _unescaped(said: str) -> str:
    if "\\" not in said:
        return said
    return re.sub(
        r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], said, flags=re.DOTALL
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
