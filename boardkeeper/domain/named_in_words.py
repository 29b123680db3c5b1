"""Which organisation typed words mean: by its name, a beginning, initials, a slip of a key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.formats.typed import tidy
from boardkeeper.i18n import Language, speaking

FILLERS = frozenset(
    tidy(
        "af at den det en et for fra hos i in med of og on på the til to up ved with"
        " brugt brugte jeg min mit my spent"
    ).split()
)
"""Words that say nothing by themselves, and stand between those that do."""

_MOST_WORDS = 5
"""How many words of a line are looked at as one name."""

_SHORTEST = 3
_ENDINGS = ("s", "n", "t", "en", "et", "ens", "ets", "ne", "nes", "'s", "’s")
"""What Danish and English hang on a name."""

_COMPANY_FORMS = frozenset(("a/s", "aps", "i/s", "k/s", "p/s", "amba", "a.m.b.a", "ivs", "ltd"))


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations that the words from `first` up to `last` may mean."""

    first: int
    last: int
    organisations: tuple[Organisation, ...]


def organisation_among(words: Sequence[str], organisations: Sequence[Organisation]) -> Named | None:
    """The words among these that name an organisation best, or None where none of them does.

    All words are tried together before some of them: what is left of a name is no note.
    """
    if not words:
        return None
    whole = tuple(fitting(words, organisations))
    if whole:
        return Named(0, len(words), whole)
    vague: Named | None = None
    for fits in (_is_named, _begins_plainly, _is_inflected, _has_initials, _is_of_kind, _is_near):
        for first, last in _runs(len(words)):
            found = _that(fits, _plain(words[first:last]), organisations)
            if len(found) == 1:
                return Named(first, last, found)
            if found and vague is None:
                vague = Named(first, last, found)
    return vague


def fitting(words: Sequence[str], organisations: Sequence[Organisation]) -> list[Organisation]:
    """The organisations all the words together fit best; fillers between them do not count."""
    typed = _plain(words)
    for fits in (
        _is_named,
        _begins,
        _is_inflected,
        _has_initials,
        _holds,
        _is_of_kind,
        _is_near,
    ):
        found = _that(fits, typed, organisations)
        if found:
            return list(found)
    return []


_Fits = Callable[[list[str], Organisation], bool]


def _that(
    fits: _Fits, typed: list[str], organisations: Sequence[Organisation]
) -> tuple[Organisation, ...]:
    return tuple(each for each in organisations if typed and fits(typed, each))


def _plain(words: Sequence[str]) -> list[str]:
    typed = [tidy(word).strip(".,;()") for word in words]
    return [word for word in typed if word and word not in FILLERS]


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Every run of neighbours, the longest first, those of one length from the left."""
    for length in range(min(count, _MOST_WORDS), 0, -1):
        for first in range(count - length + 1):
            yield first, first + length


def _is_named(typed: list[str], organisation: Organisation) -> bool:
    return " ".join(typed) in (
        " ".join(_plain(organisation.name.split())),
        " ".join(_plain(organisation.short_name.split())),
    )


def _begins(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _names(organisation), str.startswith)


def _begins_plainly(typed: list[str], organisation: Organisation) -> bool:
    """Enough letters that a word of a note is seldom mistaken for a name."""
    return min(map(len, typed)) >= _SHORTEST and _begins(typed, organisation)


def _is_inflected(typed: list[str], organisation: Organisation) -> bool:
    """`sejlklubbens` where the club is called Sejlklub."""
    return _each(typed, _names(organisation), _inflects)


def _has_initials(typed: list[str], organisation: Organisation) -> bool:
    if len(typed) != 1:
        return False
    words = [word for word in _names_of(organisation.name) if word not in FILLERS]
    initials = "".join(word[0] for word in words if word not in _COMPANY_FORMS)
    return len(initials) > 1 and typed[0].replace(".", "") == initials


def _holds(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _names(organisation), str.__contains__)


def _is_of_kind(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _kind_words(organisation), _begins_or_inflects)


def _is_near(typed: list[str], organisation: Organisation) -> bool:
    """One letter wrong, missing, too many, or two of them the wrong way round."""
    return _each(typed, _names(organisation), lambda known, word: _is_slip(word, known))


def _each(typed: list[str], known: list[str], fits: Callable[[str, str], bool]) -> bool:
    return all(any(fits(part, word) for part in known) for word in typed)


def _inflects(known: str, typed: str) -> bool:
    if len(known) <= _SHORTEST or not typed.startswith(known):
        return False
    doubled = known[-1]  # sejlklub, sejlklubben
    return typed[len(known) :].removeprefix(doubled) in _ENDINGS


def _begins_or_inflects(known: str, typed: str) -> bool:
    return known.startswith(typed) or _inflects(known, typed)


def _is_slip(typed: str, known: str) -> bool:
    if min(len(typed), len(known)) <= _SHORTEST or abs(len(typed) - len(known)) > 1:
        return False
    same = 0
    while same < min(len(typed), len(known)) and typed[same] == known[same]:
        same += 1
    rest, other = typed[same:], known[same:]
    return (
        rest[1:] == other[1:]  # one wrong
        or rest[1:] == other  # one too many
        or rest == other[1:]  # one missing
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])  # two exchanged
    )


def _names(organisation: Organisation) -> list[str]:
    return [*_names_of(organisation.name), *_names_of(organisation.short_name)]


def _names_of(name: str) -> list[str]:
    return [word for part in tidy(name).split() if (word := part.strip(".,;()"))]


def _kind_words(organisation: Organisation) -> list[str]:
    """The words of its kind in both languages, long enough to mean something."""
    words: list[str] = []
    for each in Language:
        with speaking(each):
            words += re.split(r"[\s/-]+", tidy(kind_name(organisation.kind)))
    return [word for word in words if len(word) > _SHORTEST]
