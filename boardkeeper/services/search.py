"""Search: anything one has, found by a few words of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db import search as queries
from boardkeeper.db import search_index as index
from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import Reader
from boardkeeper.db.search import Match, Narrowing, Wanted
from boardkeeper.db.store import Store
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.search import Asked, Hit, Kind
from boardkeeper.domain.search_ranking import score
from boardkeeper.domain.search_words import SHORTEST_PART, words_in
from boardkeeper.errors import UserError
from boardkeeper.services.search_hits import hits_of

MOST = 24
"""Hits that are brought unless told otherwise."""
_WEIGHED = 60
"""Records, and papers, the index is asked for in one go; the best of them are brought."""
_NAMESAKES = 3
"""A word that names more organisations than this narrows nothing."""
_FEW = 10
"""With fewer hits than this, words that are only nearly those asked for count too."""


class SearchService:
    """What one does with the search. Everything is found by its owner, private notes too."""

    def __init__(self, store: Store, journal: Journal, clock: Clock) -> None:
        self._store = store
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def find(
        self,
        words: str,
        *,
        limit: int = MOST,
        kinds: Iterable[Kind] = (),
        organisation_id: OrganisationId | None = None,
    ) -> list[Hit]:
        """What holds all of the words, the best first; nothing without a word.

        A word may be the beginning or a part of a longer one, or have one letter wrong. Case,
        accents and the spelling of æ, ø and å do not count. The name of an organisation or a year
        beside other words narrows. With `kinds` only those are found, with `organisation_id` what
        belongs to the organisation.
        """
        asked = Asked.for_text(words)
        if not asked.words:
            return []
        self.catch_up()
        within = Narrowing(kinds=frozenset(kinds), organisation_id=organisation_id)
        found, meant = self._weighed(asked.words, limit, within)
        best = sorted(found, key=lambda each: -found[each][0])[:limit]
        return hits_of(
            self._reader, [found[each][1] for each in best], Asked(asked.words, tuple(meant))
        )

    def recent(self, opened: Iterable[tuple[Kind, str]] = (), limit: int = MOST) -> list[Hit]:
        """What was opened, in the order told, and then the meetings nearest to today."""
        known = [Match(kind=kind, record_id=each) for kind, each in opened]
        known += queries.near(self._reader, self._clock.today(), limit)
        wanted = list({each.record_id: each for each in known}.values())
        return hits_of(self._reader, wanted, Asked(()))[:limit]

    def catch_up(self, most: int | None = None) -> bool:
        """Look at what was changed, at so many records at most; whether there is more to do."""
        waiting = index.changed(self._reader)
        if waiting:
            with self._store.writing() as connection:
                index.catch_up(connection, most)
        return most is not None and waiting > most

    def unread(self) -> list[str]:
        """The digests of papers whose words are not known yet, the newest first."""
        return index.unread(self._reader)

    def keep_text(self, digest: str, text: str) -> None:
        """Let a paper be found by the words read out of its file; none where it has none."""
        with self._store.writing() as connection:
            index.keep_text(connection, digest, text)

    def out_of_step(self) -> int:
        """How many records the index lacks or tells wrongly. None after `rebuild`."""
        self.catch_up()
        return index.out_of_step(self._reader)

    def mend(self) -> bool:
        """Make the index anew if it is out of step or damaged; whether it was."""
        try:
            is_right = self.out_of_step() == 0 and self._store.is_search_whole()
        except UserError:
            is_right = False
        if not is_right:
            self.rebuild()
        return not is_right

    def rebuild(self) -> None:
        """Make the index anew out of the records."""
        with self._store.writing() as connection:
            index.rebuild(connection)

    def _weighed(
        self, words: Sequence[str], limit: int, within: Narrowing
    ) -> tuple[dict[str, tuple[float, Match]], list[str]]:
        """What is found with its score, and the words that were taken for those asked for."""
        reader = self._reader
        owners = self._owners(words, within)
        held = {word: queries.related_words(reader, word) for word in words}
        unknown = {
            word: queries.words_nearly(reader, word)
            for word in words
            if not held[word] and not owners.get(word) and not queries.begins_some(reader, word)
        }
        strictly = [Wanted(each, unknown.get(each, ()), owners.get(each, ())) for each in words]
        enough = max(limit, _FEW)
        found: dict[str, tuple[float, Match]] = {}
        self._weigh(found, words, strictly, within, is_loose=any(unknown.values()))
        meant = [each for near in unknown.values() for each in near]
        if any(held.values()) and (len(words) == 1 or len(found) < enough):
            loosely = [
                replace(
                    each,
                    meant=(*each.meant, *held[each.word]),
                    is_itself_meant=len(words) > 1,  # one word alone has been looked for
                )
                for each in strictly
            ]
            self._weigh(found, words, loosely, within, in_title=len(found) >= enough)
            meant += [each for parts in held.values() for each in parts]
        if len(found) < _FEW:
            near = {word: unknown.get(word) or queries.words_nearly(reader, word) for word in words}
            if any(near[word] for word in words if word not in unknown):
                nearly = [
                    replace(each, meant=(*near[each.word], *held[each.word])) for each in strictly
                ]
                self._weigh(found, words, nearly, within, is_loose=True)
                meant += [each for likely in near.values() for each in likely]
        return found, meant

    def _weigh(
        self,
        found: dict[str, tuple[float, Match]],
        words: Sequence[str],
        wanted: Sequence[Wanted],
        within: Narrowing,
        *,
        in_title: bool = False,
        is_loose: bool = False,
    ) -> None:
        """Add what is found so to what is found already."""
        today = self._clock.today()
        matches = queries.matches(self._reader, wanted, _WEIGHED, within, in_title=in_title)
        best = min((each.worth for each in matches), default=0.0)
        for each in matches:
            if each.record_id not in found:
                worth = score(
                    words,
                    each.title,
                    kind=each.kind,
                    day=each.day,
                    today=today,
                    share=each.worth / best if best else 0.0,
                    is_loose=is_loose,
                )
                found[each.record_id] = (worth, each)

    def _owners(
        self, words: Sequence[str], within: Narrowing
    ) -> dict[str, tuple[OrganisationId, ...]]:
        """The organisations meant by some of the words, while others say what is sought there."""
        if len(words) < 2 or within.organisation_id is not None:
            return {}
        names = [
            (each.id, words_in(f"{each.name} {each.short_name}"))
            for each in self._reader.every(Organisation)
        ]
        meant = {
            word: tuple(
                organisation_id
                for organisation_id, own in names
                if any(each.startswith(word) for each in own)
            )
            for word in words
            if len(word) >= SHORTEST_PART
        }
        named = {word: found for word, found in meant.items() if 0 < len(found) <= _NAMESAKES}
        return named if len(named) < len(words) else {}
