"""Where a person is named, and how their name is struck: by full name, e-mail and telephone.

A first name alone names nobody in particular, and stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.identity import Record
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import shapes
from boardkeeper.i18n import _

R = TypeVar("R", bound=Record)

SNIPPET = 60
"""Letters shown on either side of what names a person."""
_FEWEST_DIGITS = 6
"""A telephone number with fewer digits than this might be any number."""


class Marks:
    """What names one person: a name in any case and spacing, an e-mail address, a telephone number.

    A name may have an s at its end, as a genitive has.
    """

    def __init__(self, person: Person, other_names: Iterable[str] = ()) -> None:
        names = dict.fromkeys(filter(str.strip, (person.name, *other_names)))
        patterns = [rf"(?<!\w){_spaced(each)}(?:['’]?s)?(?!\w)" for each in names]
        if person.email.strip():
            patterns.append(rf"(?<![\w.]){re.escape(person.email.strip())}(?!\w)")
        digits = re.sub(r"\D", "", person.phone)
        if len(digits) >= _FEWEST_DIGITS:
            patterns.append(r"(?<!\d)" + r"[ \-./]?".join(digits) + r"(?!\d)")
        self._pattern = re.compile("|".join(patterns), re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        return self._pattern.search(text) is not None

    def struck_from(self, text: str) -> str:
        """The text with a neutral word in place of what names the person."""
        return self._pattern.sub(lambda _found: _("[erased]"), text)

    def snippet_of(self, text: str) -> str:
        """The first place that names the person, with a few words around it, in one line."""
        found = self._pattern.search(text)
        if found is None:
            return ""
        first, last = max(0, found.start() - SNIPPET), found.end() + SNIPPET
        cut = " ".join(text[first:last].split())
        return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"


@dataclass(frozen=True, slots=True)
class Named:
    """A field of a record that names the person, and the words around it."""

    record: Record
    field: str
    words: str


def named_in(record: Record, marks: Marks) -> list[Named]:
    """The texts of a record that name the person; of approved minutes, their words."""
    if isinstance(record, ApprovedMinutes):
        return [
            Named(record, "names", marks.snippet_of(text))
            for _salt, text in _passages(record).values()
            if marks.are_in(text)
        ]
    return [
        Named(record, name, marks.snippet_of(getattr(record, name)))
        for name in _texts(type(record))
        if marks.are_in(getattr(record, name))
    ]


def struck(record: R, marks: Marks) -> R:
    """The record without what names the person; the same one where nothing did.

    Of approved minutes the words are struck, and the paper goes where any were: their chain is of
    digests, and holds. The reason of a correction is a link of the chain itself, and stays.
    """
    if isinstance(record, ApprovedMinutes):
        passages = _passages(record)
        kept = {key: pair for key, pair in passages.items() if not marks.are_in(pair[1])}
        if len(kept) == len(passages):
            return record
        names = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return _with(record, {"names": names, "pdf": ""})
    changed = {
        name: marks.struck_from(getattr(record, name))
        for name in _texts(type(record))
        if marks.are_in(getattr(record, name))
    }
    return _with(record, changed) if changed else record


def _with(record: R, values: dict[str, Any]) -> R:
    kept = {each.name: getattr(record, each.name) for each in fields(record)}  # type: ignore[arg-type]
    return type(record)(**{**kept, **values})


def _texts(kind: type[Record]) -> list[str]:
    return [shape.name for shape in shapes(kind) if shape.type is str]


def _passages(minutes: ApprovedMinutes) -> dict[str, tuple[str, str]]:
    try:
        stored = json.loads(minutes.names)
        return {key: (str(salt), str(text)) for key, (salt, text) in stored.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())
