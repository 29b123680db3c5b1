"""Finding a decision by a few words, years later, among all that was ever decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from boardkeeper.domain.decisions import DecisionId
from boardkeeper.formats.searching import search_key

PART = "\x1f"
"""Stands between number, words and surroundings of a decision to be searched."""

_END = "\x1e"
_NUMBER, _BEGINS_WORD, _IN_TEXT, _ELSEWHERE = 8, 4, 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedDecision:
    """A decision to be searched.

    `looked_at` is its number, its own words, and what stands around them (basis, agenda item,
    organisation), with `PART` between the three.
    """

    decision_id: DecisionId
    looked_at: str
    decided_on: date
    is_in_force: bool


class DecisionIndex:
    """Every decision, made ready to be searched."""

    def __init__(self, searched: Iterable[SearchedDecision] = ()) -> None:
        self._texts: dict[DecisionId, str] = {}
        self._searched: dict[DecisionId, SearchedDecision] = {}
        self.put(searched)

    def put(self, searched: Iterable[SearchedDecision]) -> None:
        """Take decisions in, new or changed."""
        every = list(searched)
        # One long text is made alike much quicker than thousands of short ones.
        together = _END.join(each.looked_at.replace(_END, " ") for each in every)
        alike = search_key(together).replace("\n", " ").replace(PART, f"{PART} ")
        for each, text in zip(every, alike.split(_END), strict=False):
            self._texts[each.decision_id] = text
            self._searched[each.decision_id] = each

    def remove(self, decision_ids: Iterable[DecisionId]) -> None:
        """Forget decisions, known or not."""
        for each in decision_ids:
            self._texts.pop(each, None)
            self._searched.pop(each, None)

    def best(self, asked: str, most: int) -> list[DecisionId]:
        """Those that hold every word asked for, the best match first.

        A number counts most, then the decision's own words, then what stands around it; the
        beginning of a word more than its middle. Of equally good ones, what is in force comes
        before what is not, and the newer before the older.
        """
        wanted = search_key(asked).split()
        if not wanted:
            return []
        found = list(self._texts.items())
        for word in wanted:
            found = [each for each in found if word in each[1]]
        ranked = nlargest(most, found, key=lambda each: self._rank(each[0], each[1], wanted))
        return [decision_id for decision_id, _text in ranked]

    def _rank(
        self, decision_id: DecisionId, text: str, wanted: list[str]
    ) -> tuple[int, bool, date, str]:
        number, words, _around = text.split(PART, 2)
        each = self._searched[decision_id]
        score = sum(_score(number, words, word) for word in wanted)
        return score, each.is_in_force, each.decided_on, number


def _score(number: str, text: str, word: str) -> int:
    """A number is known by all of it or by its end: "014" finds B-2026-014."""
    if word == number or (word[-1].isdigit() and number.endswith(word)):
        return _NUMBER
    if f" {word}" in text:
        return _BEGINS_WORD
    if word in text:
        return _IN_TEXT
    return _ELSEWHERE
