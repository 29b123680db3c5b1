"""Words as a search sees them: folded alike, found inside a text, nearly right.

Case and accents do not count, and æ, ø and å may be written in every way people write them:
"bådehal" is "baadehal", "Nørrevig" is "Noerrevig" and "Norrevig".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from boardkeeper.formats.searching import search_key

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40
"""Letters of a word that count. Longer ones are no words, but what a machine wrote."""
_ENDING = 4
"""Letters a word may go on for after what was nearly written: endings, as in "taget", "tagene"."""
_ENDINGS = ("ernes", "erne", "enes", "ene", "ets", "ens", "et", "en", "er", "e", "s")
_SPLIT_WORD = re.compile(r"(?<=\w)[-\N{SOFT HYPHEN}]\n(?=[^\W\d_A-ZÆØÅ])")
_SPLIT_SENTENCE = re.compile(r"(?<=[^\n]{40})(?<![.!?:])\n(?=\S)")
SHORTEST_NEARLY = 4
"""Letters a word needs before one of them may be wrong: "tag" is not "dag"."""
SHORTEST_PART = 3
"""Letters that are looked for in the middle of words."""


def folded(text: str) -> str:
    """The text as it is kept in the index and asked for."""
    return search_key(text).replace("oe", "o")


def words_in(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [word[:_LONGEST] for word in _WORD.findall(folded(text))]


def is_nearly(word: str, asked: str) -> bool:
    """Whether a word begins as asked for, with one letter wrong, missing, too many or swapped.

    Both are folded. A word that begins exactly so is nearly so too.
    """
    if len(asked) < SHORTEST_NEARLY or len(word) > len(asked) + _ENDING:
        return False
    at = 0
    shorter = min(len(word), len(asked))
    while at < shorter and word[at] == asked[at]:
        at += 1
    if at == len(asked):
        return True
    if word.startswith(asked[at:], at + 1):  # a letter missing
        return True
    if at == len(asked) - 1:  # another last letter says little where the word goes on
        return len(word) <= len(asked)
    rest = asked[at + 1 :]
    return (
        word.startswith(rest, at + 1)  # another letter
        or word.startswith(rest, at)  # a letter too many
        or (
            word[at : at + 2] == asked[at : at + 2][::-1]
            and word.startswith(asked[at + 2 :], at + 2)
        )
    )


def stems_of(word: str) -> tuple[str, ...]:
    """What a folded word may be without its Danish or English ending: "taget" is "tag"."""
    found = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    found += [stem[:-1] for stem in found if stem[-1:] == stem[-2:-1]]  # "klubben" is "klub"
    return tuple(stem for stem in found if len(stem) >= SHORTEST_PART)


def tidy(text: str) -> str:
    """The text of a paper: composed, words and sentences whole that a line's end had split."""
    text = unicodedata.normalize("NFC", text).replace("\x00", " ").replace("\r\n", "\n")
    text = _SPLIT_WORD.sub("", text).replace("\N{SOFT HYPHEN}", "")
    return _SPLIT_SENTENCE.sub(" ", text)


class Place(NamedTuple):
    """Where a word stands in a text: from, to, which of the words asked for, at its beginning?"""

    start: int
    end: int
    word: int
    is_beginning: bool


def places_in(
    text: str, asked: Sequence[str], meant: Sequence[str] = (), most: int = 60
) -> list[Place]:
    """Where folded words stand in a text as it was written, in their order; so many of each.

    `asked` are found at the beginnings of words, or in the middle of them where none begins so;
    `meant` only as whole words.
    """
    plain = _plain(text)
    found: list[Place] = []
    for number, word in enumerate(asked):
        own = [
            Place(at, at + length, number, not plain[at - 1 : at].isalnum())
            for at, length in _found(plain, word, most)
        ]
        beginnings = [place for place in own if place.is_beginning]
        found += beginnings or (own if len(word) >= SHORTEST_PART else [])
    for word in meant:
        found += [
            Place(at, at + length, len(asked), is_beginning=False)
            for at, length in _found(plain, word, most)
            if not plain[at - 1 : at].isalnum()
            and not plain[at + length : at + length + 1].isalnum()
        ]
    return sorted(found)


def _found(plain: str, word: str, most: int) -> list[tuple[int, int]]:
    """Where any spelling of the word stands, and how long it is there."""
    found: list[tuple[int, int]] = []
    for spelling in _spellings(word):
        at = plain.find(spelling)
        while at >= 0 and len(found) < most:
            found.append((at, len(spelling)))
            at = plain.find(spelling, at + len(spelling))
    return found


def _plain(text: str) -> str:
    """The text in small letters without accents, each letter still in its place."""
    plain = text.lower()
    if len(plain) != len(text):
        plain = "".join(letter.lower()[:1] for letter in text)
    if not plain.isascii():
        for letter, accented in _ACCENTED.items():
            for each in accented:
                plain = plain.replace(each, letter)
    return plain


_ACCENTED = {
    "a": "áàâãā",
    "c": "çćč",
    "e": "éèêëēě",
    "i": "íìîïī",
    "n": "ñńň",
    "o": "øöóòôõō",
    "s": "śš",
    "u": "úùûüū",
    "y": "ýÿ",
    "z": "źżž",
    "æ": "ä",
}
"""Those that people write here; a rarer one is found all the same, and only not marked."""


@lru_cache(maxsize=512)
def _spellings(word: str) -> tuple[str, ...]:
    """The ways a folded word stands in a plain text, the usual ones first."""
    ways = [_WAYS.get(part, (part,)) for part in _PARTS.findall(word)]
    return tuple("".join(each) for each in islice(product(*ways), _MOST_SPELLINGS))


_PARTS = re.compile("aa|ae|.")
_WAYS = {"aa": ("å", "aa"), "ae": ("æ", "ae"), "o": ("o", "oe")}
_MOST_SPELLINGS = 32


def joined(parts: Iterable[str]) -> str:
    """The parts that say something, a line each."""
    return "\n".join(part for part in parts if part)
