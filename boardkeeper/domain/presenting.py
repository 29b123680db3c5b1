"""Whether the one who presents an item, written as people write it, is a certain person."""

from __future__ import annotations

import re
from collections.abc import Collection

_APART = re.compile(r"[,;/&+]|\s(?:og|and|med|with)\s", re.IGNORECASE)


def is_presented_by(presenter: str, name: str, others: Collection[str]) -> bool:
    """Whether one of those named is the person: by full name, initials, or an only first name.

    `others` are the names of those who could be meant instead.
    """
    wanted = _known_as(name) - {key for other in others for key in _known_as(other)}
    wanted.add(_tidy(name))
    return any(_tidy(part) in wanted for part in _APART.split(presenter))


def _known_as(name: str) -> set[str]:
    """First name and initials; a name of one word has no initials."""
    words = _tidy(name).split()
    if not words:
        return set()
    initials = {"".join(word[0] for word in words), words[0][0] + words[-1][0]}
    return {words[0]} | (initials if len(words) > 1 else set())


def _tidy(text: str) -> str:
    return " ".join(text.replace(".", "").casefold().split())
