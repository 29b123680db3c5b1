"""Texts made alike for searching: case, accents and the ways of writing æ, ø and å do not count."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "œ": "oe", "ð": "d", "þ": "th"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_FEW = 40


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
    letters = set("".join(_NOT_ASCII.findall(key)))
    if len(letters) > _FEW:
        return key.translate({ord(letter): _without_accents(letter) for letter in letters})
    # A handful of letters is replaced in a long text many times quicker than it is translated.
    for letter in letters:
        key = key.replace(letter, _without_accents(letter))
    return key


def _without_accents(letter: str) -> str:
    return "".join(
        part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
    )


def found_in(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words searched for stand in the text: beginnings and ends, in order, apart."""
    alike = [search_key(letter) for letter in text]
    key = "".join(alike)
    origins = [place for place, letters in enumerate(alike) for _letter in letters]
    marked = sorted(
        (origins[start], origins[start + len(word) - 1] + 1)
        for word in set(search_key(words).split())
        for start in _starts(key, word)
    )
    spans: list[tuple[int, int]] = []
    for start, end in marked:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _starts(key: str, word: str) -> list[int]:
    found = []
    at = key.find(word)
    while at >= 0:
        found.append(at)
        at = key.find(word, at + len(word))
    return found
