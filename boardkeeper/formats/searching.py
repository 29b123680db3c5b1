"""Texts made alike for searching: case, accents and the ways of writing æ, ø and å do not count."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ð": "d", "þ": "th", "œ": "oe"}
)


def search_key(text: str) -> str:
    """What to search in, and for: "Båden" and "BAADEN" have the same key."""
    key = text.casefold()
    if key.isascii():
        return key
    key = unicodedata.normalize("NFC", key).translate(_LETTERS)
    if key.isascii():
        return key
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", key) if not unicodedata.combining(letter)
    )
