"""The library of phrases at the text: put one in, keep one of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from boardkeeper.domain.phrase_library import filled, known_values
from boardkeeper.domain.phrases import Phrase
from boardkeeper.i18n import speaking
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.minutes.item_pane import ItemPane
from boardkeeper.ui.minutes.phrase_form import PhraseForm
from boardkeeper.ui.minutes.sitting import Sitting

_LONGEST_TITLE = 40

Ask = Callable[[Callable[[], object]], object]
"""Opens a form once the one that is open has been stored."""


class PhraseDesk(QObject):
    """Phrases in the language of the minutes, with what the meeting fills in by itself."""

    def __init__(self, services: Services, pane: ItemPane, ask: Ask) -> None:
        super().__init__(pane)
        self._services = services
        self._pane = pane
        self._ask = ask
        self._sitting: Sitting | None = None

    def show_sitting(self, sitting: Sitting) -> None:
        """Work on this meeting from now on."""
        self._sitting = sitting

    def open(self) -> None:
        """Let the person search, and put what is chosen into the text."""
        self._ask(self._open)

    def _open(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        spoken = sitting.book.organisation.language
        with speaking(spoken):
            known = known_values(sitting.book)
        marked = self._pane.edit.marked_line()
        edit = self._pane.edit
        form = PhraseForm(
            lambda words: self._services.phrases.find(words, spoken),
            lambda phrase: filled(phrase.text, known),
            (lambda: self._keep(marked)) if marked else None,
        )
        self._pane.open_form(form, lambda phrase: edit.insert_words(filled(phrase.text, known)))

    def _keep(self, words: str) -> None:
        if self._sitting is None:
            return
        is_long = len(words) > _LONGEST_TITLE
        title = f"{words[: _LONGEST_TITLE - 1]}…" if is_long else words
        language = self._sitting.book.organisation.language
        self._services.phrases.add(Phrase(title=title, text=words, language=language))
        self._pane.close_form()
