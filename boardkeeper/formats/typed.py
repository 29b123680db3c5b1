"""What people type, made ready for reading: one spelling, known words, numbers.

Words are recognised in both languages. Only abbreviations of two letters belong to the active
language, because `on` is a Wednesday in Danish and no day in English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from boardkeeper.errors import UserError
from boardkeeper.formats.words import DANISH, ENGLISH, spoken
from boardkeeper.i18n import Language, language

COUNT = r"(?:\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
"""A pattern for a number with or without decimals and marks between thousands."""

_SPELLINGS = str.maketrans({"å": "a", "ø": "o", "æ": "a", "–": "-", "—": "-", "−": "-", "‑": "-"})
_COUNT_WORDS = {
    word: count
    for count, words in enumerate(
        (
            "en et a an one",
            "to two",
            "tre three",
            "fire four",
            "fem five",
            "seks six",
            "syv seven",
            "otte eight",
            "ni nine",
            "ti ten",
            "elleve eleven",
            "tolv twelve",
            "tretten thirteen",
            "fjorten fourteen",
        ),
        start=1,
    )
    for word in words.split()
}


class NotUnderstood(UserError):
    """Typed text that means nothing here; the message says what would be understood."""


def tidy(text: str) -> str:
    """The text in small letters, with single spaces, plain dashes and no æ ø å.

    `loerdag`, `lordag` and `lørdag` come out the same.
    """
    text = unicodedata.normalize("NFC", text).casefold().translate(_SPELLINGS)
    text = text.replace("aa", "a").replace("oe", "o").replace("ae", "a")
    return " ".join(text.split()).strip(" ,;")


def weekday_number(word: str) -> int | None:
    """Monday is 0; three letters are enough in either language, two in the active one."""
    return _beginning(word.rstrip("."), _WEEKDAYS[language()], _WEEKDAYS.values())


def month_number(word: str) -> int | None:
    """January is 1; three letters are enough, in either language."""
    word = word.rstrip(".")
    found = _beginning(word, (), _MONTHS) if len(word) >= 3 else None
    return None if found is None else found + 1


def whole_number(word: str) -> int | None:
    """`14`, `fjorten`, `fourteen`; None for anything else."""
    return int(word) if word.isdecimal() else _COUNT_WORDS.get(word)


def decimal_number(text: str) -> Decimal:
    """The value of a text that matches `COUNT`.

    The active language's mark divides thousands when exactly three digits follow it; any other
    full stop or comma begins the decimals, so `1.5` is one and a half in Danish too.
    """
    text = text.replace(" ", "")
    marks = re.findall(r"[.,]", text)
    if not marks:
        return Decimal(text)
    last = marks[-1]
    head, digits = text.rsplit(last, 1)
    divides_thousands = len(marks) > 1 or (
        last == spoken().thousands_mark and len(digits) == 3 and len(head) <= 3
    )
    if len(set(marks)) == 1 and divides_thousands:
        return Decimal(text.replace(last, ""))
    return Decimal(f"{re.sub('[.,]', '', head)}.{digits}")


def _beginning(
    word: str, in_active: tuple[str, ...], in_either: Iterable[tuple[str, ...]]
) -> int | None:
    names_of_languages = in_either if len(word) >= 3 else [in_active] if len(word) == 2 else []
    for names in names_of_languages:
        for number, name in enumerate(names):
            if name.startswith(word):
                return number
    return None


_WEEKDAYS = {
    Language.DANISH: tuple(tidy(name) for name in DANISH.weekdays),
    Language.ENGLISH: tuple(tidy(name) for name in ENGLISH.weekdays),
}
_MONTHS = (
    tuple(tidy(name) for name in DANISH.months),
    tuple(tidy(name) for name in ENGLISH.months),
)
