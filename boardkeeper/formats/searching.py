"""Texts made alike for searching: case, accents and the ways of writing æ, ø and å do not count."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "œ": "oe", "ð": "d", "þ": "th"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def search_key(text: str) -> str:
    """What to search in, and for: "Båden" and "BAADEN" have the same key."""
    key = text.casefold()
    if key.isascii():
        return key
    key = unicodedata.normalize("NFC", key)
    for letter, spelled in _LETTERS.items():
        key = key.replace(letter, spelled)
    if key.isascii():
        return key
    return _NOT_ASCII.sub(_without_accents, key)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", found[0])
        if not unicodedata.combining(letter)
    )
