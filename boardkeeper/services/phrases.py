"""Phrases: those that travel with the program, and one's own."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.domain.phrase_library import LibraryPhrase, built_in_phrases
from boardkeeper.domain.phrases import Phrase, PhraseId
from boardkeeper.i18n import Language, _, language
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class PhraseService:
    """What one does with phrases."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self, spoken: Language | None = None) -> list[LibraryPhrase]:
        """Every phrase of the language, one's own first; the active language unless told."""
        spoken = spoken or language()
        own = [
            LibraryPhrase(title=each.title, text=each.text, own_id=each.id)
            for each in self.own()
            if each.language is spoken
        ]
        return [*own, *built_in_phrases(spoken)]

    def find(self, words: str, spoken: Language | None = None) -> list[LibraryPhrase]:
        """The phrases that hold all the words, those with them in the title first."""
        asked = words.casefold().split()

        def holds(text: str) -> bool:
            folded = text.casefold()
            return all(word in folded for word in asked)

        every = self.all(spoken)
        titled = [each for each in every if holds(each.title)]
        others = [each for each in every if holds(f"{each.title} {each.text}")]
        return list(dict.fromkeys([*titled, *others]))

    def own(self) -> list[Phrase]:
        """One's own phrases in both languages, by title."""
        found = self._journal.reader.every(Phrase)
        return sorted(found, key=lambda each: (formats.sort_key(each.title), each.id))

    def get(self, phrase_id: PhraseId) -> Phrase:
        return self._journal.reader.get(Phrase, phrase_id)

    def add(self, phrase: Phrase) -> None:
        with self._journal.command(_("Add phrase")) as tx:
            tx.put(phrase)

    def change(self, phrase: Phrase) -> None:
        store_edit(self._journal, _("Edit phrase"), phrase)

    def discard(self, phrase_id: PhraseId) -> None:
        """Move the phrase to the trash."""
        with self._journal.command(_("Delete phrase")) as tx:
            phrase = tx.get(Phrase, phrase_id)
            discard(tx, phrase, phrase.title, self._clock.today())
