"""Words as a search sees them: folded alike, found inside a text, nearly right.

Case and accents do not count, and æ, ø and å may be written in every way people write them:
"bådehal" is "baadehal", "Nørrevig" is "Noerrevig" and "Norrevig".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

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
    rest = asked[at + 1 :]
    return (
        word.startswith(rest, at + 1)  # another letter
        or word.startswith(asked[at:], at + 1)  # a letter missing
        or word.startswith(rest, at)  # a letter too many
        or (
            word[at : at + 2] == asked[at : at + 2][::-1]
            and word.startswith(asked[at + 2 :], at + 2)
        )
    )


def stems_of(word: str) -> tuple[str, ...]:
    """What a folded word may be without its Danish or English ending: "taget" is "tag"."""
    found = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return tuple(stem for stem in found if len(stem) >= SHORTEST_PART)


def tidy(text: str) -> str:
    """The text of a paper: composed, words and sentences whole that a line's end had split."""
    text = unicodedata.normalize("NFC", text).replace("\x00", " ").replace("\r\n", "\n")
    text = _SPLIT_WORD.sub("", text).replace("\N{SOFT HYPHEN}", "")
    return _SPLIT_SENTENCE.sub(" ", text)


@lru_cache(maxsize=64)
def finder(asked: tuple[str, ...], whole: tuple[str, ...] = ()) -> re.Pattern[str]:
    """What finds folded words in a text as it was written.

    `asked` are found at the beginning of a word before in its middle, `whole` as whole words.
    The name of the group that matched is "w" and the place of the word asked for, if it was one.
    """
    parts = [rf"(?P<w{place}>\b{_spelled(word)})" for place, word in enumerate(asked)]
    if whole:
        parts.append(rf"\b(?:{'|'.join(map(_spelled, sorted(whole, key=len, reverse=True)))})\b")
    parts += [
        f"(?P<m{place}>{_spelled(word)})"
        for place, word in enumerate(asked)
        if len(word) >= SHORTEST_PART
    ]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _spelled(word: str) -> str:
    """Every way of writing a folded word, as a pattern."""
    letters, pairs = _spellings()
    pattern = ""
    at = 0
    while at < len(word):
        pair = word[at : at + 2]
        if pair in pairs:
            ways = f"{_class(letters, pair[0])}{_class(letters, pair[1])}"
            pattern += f"(?:[{pairs[pair]}]|{ways})"
            at += 2
        else:
            pattern += _class(letters, word[at])
            at += 1
    return pattern


def _class(letters: dict[str, str], letter: str) -> str:
    written = re.escape(letter) + letters.get(letter, "")
    return f"(?:oe|[{written}])" if letter == "o" else f"[{written}]"


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """The accented letters behind each plain letter, and behind each pair of them."""
    one: dict[str, str] = {}
    two: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        if letter.isalpha() and letter == letter.lower():
            plain = folded(letter)
            if len(plain) == 1 and plain != letter:
                one[plain] = one.get(plain, "") + letter
            elif len(plain) == 2:
                two[plain] = two.get(plain, "") + letter
    return one, two


def joined(parts: Iterable[str]) -> str:
    """The parts that say something, a line each."""
    return "\n".join(part for part in parts if part)
