"""Finding a decision by a few words, years later, among all that was ever decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from boardkeeper.domain.decisions import DecisionId, DecisionState
from boardkeeper.formats.searching import search_key

_BREAK = "\n"
_NUMBER, _BEGINS_WORD, _IN_TEXT, _ELSEWHERE = 8, 4, 2, 1


@dataclass(frozen=True, slots=True)
class SearchedDecision:
    """What a search looks at of a decision, made alike: number, its words, and what is around it.

    In `words` and `around` a space stands before every word, so that a word's beginning is found.
    """

    id: DecisionId
    number: str
    words: str
    around: str
    decided_on: date
    is_in_force: bool

    @property
    def everything(self) -> str:
        return f"{self.number}{_BREAK}{self.words}{_BREAK}{self.around}"


class DecisionIndex:
    """Every decision, made ready to be searched."""

    def __init__(self, searched: Iterable[SearchedDecision]) -> None:
        self._entries = [(each.everything, each) for each in searched]

    def best(self, asked: str, most: int) -> list[DecisionId]:
        """Those that hold every word asked for, the best match first, newer before older.

        A number counts most, then the decision's own words, then basis, item and organisation;
        the beginning of a word more than its middle, and what is in force more than what is not.
        """
        wanted = search_key(asked).split()
        if not wanted:
            return []
        found = self._entries
        for word in wanted:
            found = [each for each in found if word in each[0]]
        ranked = nlargest(
            most, (each for _text, each in found), key=lambda each: _rank(each, wanted)
        )
        return [each.id for each in ranked]


def searched(
    *,
    decision_id: DecisionId,
    number: str,
    text: str,
    basis: str,
    item: str | None,
    organisation: str,
    short_name: str,
    decided_on: date,
    state: DecisionState,
) -> SearchedDecision:
    """A decision made ready: `item` is the title of the agenda item it stands under."""
    return SearchedDecision(
        id=decision_id,
        number=search_key(number),
        words=_spaced(text),
        around=_spaced(f"{basis} {item or ''} {organisation} {short_name}"),
        decided_on=decided_on,
        is_in_force=state is DecisionState.IN_FORCE,
    )


def _rank(each: SearchedDecision, wanted: list[str]) -> tuple[int, bool, date, str]:
    score = sum(_score(each, word) for word in wanted)
    return score, each.is_in_force, each.decided_on, each.number


def _score(each: SearchedDecision, word: str) -> int:
    if word == each.number or (any(map(str.isdigit, word)) and each.number.endswith(word)):
        return _NUMBER
    if f" {word}" in each.words:
        return _BEGINS_WORD
    if word in each.words:
        return _IN_TEXT
    return _ELSEWHERE


def _spaced(text: str) -> str:
    return f" {search_key(text)}"
