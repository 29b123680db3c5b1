"""Which of what is found comes first: title before body, recent before old, exact before like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp

from boardkeeper.domain.search import Kind
from boardkeeper.domain.search_words import SHORTEST_PART, is_nearly, stems_of

_EXACTLY, _BEGINS, _FORM, _HOLDS, _NEARLY, _IN_BODY = 6.0, 5.0, 4.5, 4.0, 3.0, 1.0
_YEARS = 3.0
"""After so many years a thing is worth about a third as recent."""
_RECENT = 1.5
_OFTEN = 1.0
_OWN_KIND = {Kind.ORGANISATION: 0.8, Kind.PERSON: 0.8, Kind.DECISION: 0.8, Kind.MEETING: 0.2}


def score(
    words: Sequence[str],
    title: str,
    *,
    kind: Kind,
    day: date | None,
    today: date,
    share: float,
    is_loose: bool,
) -> float:
    """How good a match is; the larger the better.

    `title` is folded, `share` is between 0 and 1: how the index ranks it against its best.
    `is_loose` says that it was found by words that are only like those asked for.
    """
    own = title.split()
    close = sum(_closeness(word, own, is_loose=is_loose) for word in words) / len(words)
    days = max(0, (today - day).days) if day else 365 * _YEARS
    recent = _RECENT * exp(-days / (365 * _YEARS))
    return close + recent + _OFTEN * share + _OWN_KIND.get(kind, 0.0)


def _closeness(word: str, own: Sequence[str], *, is_loose: bool) -> float:
    if word in own:
        return _EXACTLY
    if any(each.startswith(word) for each in own):
        return _BEGINS
    if any(stem in own for stem in stems_of(word)):
        return _FORM
    if len(word) > SHORTEST_PART and any(word in each for each in own):
        return _HOLDS
    if is_loose and any(is_nearly(each, word) for each in own):
        return _NEARLY
    return 0.0 if is_loose else _IN_BODY
