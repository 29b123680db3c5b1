"""Passwords one can say on the telephone: words that mean nothing, made of plain syllables."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

_CONSONANTS = "bdfghklmnprstv"
_VOWELS = "aeiou"
_WORDS = 5
_UNWANTED = frozenset({"fisse", "kusse", "pikke", "nazi", "homo", "tabe", "dumu", "hore", "luder"})
"""Words that do mean something, and that nobody wants to read aloud."""


def words() -> tuple[str, ...]:
    """Every word there is: two syllables of a consonant and a vowel, 4,900 but for a few."""
    syllables = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
    every = (first + second for first in syllables for second in syllables)
    return tuple(word for word in every if word not in _UNWANTED)


def word_password(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Five words with hyphens, as `bako-temi-suru-lodi-nafe`: about 61 bits."""
    known = words()
    return "-".join(choose(known) for _place in range(_WORDS))
