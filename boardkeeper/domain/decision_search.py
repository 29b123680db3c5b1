"""Finding a decision by a few words, years later, among all that was ever decided."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from boardkeeper.domain.decisions import DecisionId
from boardkeeper.formats.searching import search_key

PART = "\x1f"
"""Stands between number, words and surroundings of a decision to be searched."""

_END = "\x1e"
_NUMBER, _BEGINS_WORD, _IN_TEXT, _ELSEWHERE = 8, 4, 2, 1


class DecisionIndex:
    """Every decision, made ready to be searched.

    Each is given by its id and what is looked at: number, own words, and what stands around it
    (basis, agenda item, organisation), with `PART` between them. They come in the order in which
    equally good ones are to be found.
    """

    def __init__(self, searched: Iterable[tuple[DecisionId, str]]) -> None:
        self._ids: list[DecisionId] = []
        looked_at = []
        for decision_id, text in searched:
            self._ids.append(decision_id)
            looked_at.append(text.replace(_END, " ") if _END in text else text)
        # One long text is made alike much quicker than thousands of short ones.
        alike = search_key(_END.join(looked_at)).replace("\n", " ").replace(PART, f"{PART} ")
        self._texts = alike.split(_END)

    def best(self, asked: str, most: int) -> list[DecisionId]:
        """Those that hold every word asked for, the best match first.

        A number counts most, then the decision's own words, then what stands around it; the
        beginning of a word more than its middle.
        """
        wanted = search_key(asked).split()
        if not wanted or not self._ids:
            return []
        found = list(range(len(self._ids)))
        for word in wanted:
            found = [place for place in found if word in self._texts[place]]
        ranked = nsmallest(most, found, key=lambda place: (-self._score(place, wanted), place))
        return [self._ids[place] for place in ranked]

    def _score(self, place: int, wanted: list[str]) -> int:
        number, text, _around = self._texts[place].split(PART, 2)
        return sum(_score(number, text, word) for word in wanted)


def _score(number: str, text: str, word: str) -> int:
    """A number is known by all of it or by its end: "014" finds B-2026-014."""
    if word == number or (word[-1].isdigit() and number.endswith(word)):
        return _NUMBER
    if f" {word}" in text:
        return _BEGINS_WORD
    if word in text:
        return _IN_TEXT
    return _ELSEWHERE
