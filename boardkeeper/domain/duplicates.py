"""People who may be one and the same: the same address or number, or names nearly alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from boardkeeper.domain.people import Person, PersonId
from boardkeeper.formats.searching import search_key
from boardkeeper.formats.sorting import sort_key
from boardkeeper.i18n import _

_LONG_ENOUGH = 7
"""Letters a name has before one of them may be a slip of the keys."""

_SHORTEST_NUMBER = 6
_NATIONAL_DIGITS = 8
_MOST_ALIKE = 50
"""More people than this under one address or number share a switchboard or a family."""

_Keys = Callable[[Person], list[str]]


class Reason(StrEnum):
    """Why two people may be one, the strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people who may be one. `one` is who knows more, and so the one to keep."""

    one: Person
    other: Person
    reasons: tuple[Reason, ...]


def reason_name(reason: Reason) -> str:
    """Why two people may be one, in words."""
    return {
        Reason.EMAIL: _("Same e-mail"),
        Reason.PHONE: _("Same telephone"),
        Reason.NAME: _("Same name"),
        Reason.NEARLY: _("Nearly the same name"),
    }[reason]


def duplicates_among(people: Collection[Person]) -> list[Pair]:
    """The pairs who may be one person, those with the most reasons first."""
    known = {each.id: each for each in people}
    reasons: dict[tuple[PersonId, PersonId], set[Reason]] = defaultdict(set)
    for reason, keys_of in (
        (Reason.EMAIL, emails_of),
        (Reason.PHONE, phones_of),
        (Reason.NAME, lambda each: [name_key(each.name)]),
    ):
        for one, other in _sharing(people, keys_of):
            reasons[one, other].add(reason)
    for one, other in _nearly_named(people):
        if not _are_told_apart(known[one], known[other]):
            reasons[one, other].add(Reason.NEARLY)
    pairs = [
        _pair(known[one], known[other], tuple(sorted(found, key=list(Reason).index)))
        for (one, other), found in reasons.items()
    ]
    return sorted(pairs, key=_by_weight)


def emails_of(person: Person) -> list[str]:
    """The addresses of a person, to be compared."""
    return sorted({part for part in re.split(r"[\s,;<>]+", person.email.casefold()) if "@" in part})


def phones_of(person: Person) -> list[str]:
    """The numbers of a person as digits, without the country's code."""
    found = set()
    for part in re.split(r"[,;/\n]", person.phone):
        digits = re.sub(r"\D", "", part)
        if len(digits) >= _SHORTEST_NUMBER:
            found.add(digits[-_NATIONAL_DIGITS:])
    return sorted(found)


def name_key(name: str) -> str:
    """The name without case, accents and marks; `Holm, Anna` is Anna Holm."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and first.strip() else name
    return " ".join(re.findall(r"\w+", search_key(turned)))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or otherwise makes the one of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    shorter, longer = sorted((one, other), key=len)
    place = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if len(shorter) == len(longer):
        return shorter[place + 1 :] == longer[place + 1 :]
    return shorter[place:] == longer[place + 1 :]


def _sharing(people: Iterable[Person], keys_of: _Keys) -> Iterator[tuple[PersonId, PersonId]]:
    by_key: dict[str, list[PersonId]] = defaultdict(list)
    for each in people:
        for key in keys_of(each):
            if key:
                by_key[key].append(each.id)
    for ids in by_key.values():
        if 1 < len(ids) <= _MOST_ALIKE:
            yield from combinations(sorted(ids), 2)


def _nearly_named(people: Iterable[Person]) -> Iterator[tuple[PersonId, PersonId]]:
    """Names one letter apart, found by what is left of them without any one letter."""
    keys = {each.id: name_key(each.name) for each in people}
    by_rest: dict[str, set[PersonId]] = defaultdict(set)
    for person_id, key in keys.items():
        if len(key) >= _LONG_ENOUGH:
            for rest in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
                by_rest[rest].add(person_id)
    found = {
        pair
        for ids in by_rest.values()
        if 1 < len(ids) <= _MOST_ALIKE
        for pair in combinations(sorted(ids), 2)
    }
    for one, other in sorted(found):
        if one_letter_apart(keys[one], keys[other]):
            yield one, other


def _are_told_apart(one: Person, other: Person) -> bool:
    """Whether both have an address, or a number, and not the same: Hansen is not Jensen."""
    for keys_of in (emails_of, phones_of):
        ours, theirs = set(keys_of(one)), set(keys_of(other))
        if ours and theirs and not ours & theirs:
            return True
    return False


def _pair(one: Person, other: Person, reasons: tuple[Reason, ...]) -> Pair:
    first, second = sorted((one, other), key=lambda each: (not each.is_me, -_known(each), each.id))
    return Pair(one=first, other=second, reasons=reasons)


def _known(person: Person) -> int:
    told = (person.email, person.phone, person.address, person.company, person.occupation)
    return sum(map(bool, (*told, person.how_we_met, person.notes)))


def _by_weight(pair: Pair) -> tuple[object, ...]:
    strongest = list(Reason).index(pair.reasons[0])
    return (-len(pair.reasons), strongest, sort_key(pair.one.name), pair.one.id, pair.other.id)
