"""The library of phrases: search as one types, Enter puts one into the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from boardkeeper.domain.phrase_library import LibraryPhrase
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Button,
    Column,
    LineField,
    RecordList,
    RecordListModel,
    RowFace,
    scaled,
)
from boardkeeper.ui.minutes.inline_form import InlineForm

Find = Callable[[str], Sequence[LibraryPhrase]]

_HEIGHT = 190


class PhraseForm(InlineForm[LibraryPhrase]):
    """Phrases that hold the words typed, one's own first."""

    def __init__(
        self,
        find: Find,
        filled: Callable[[LibraryPhrase], str],
        keep_own: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(_("Phrases"), _("Insert"), icon="text-quote")
        self._find = find
        self._words = self.keep("words", LineField(_("Search the phrases"), is_label_hidden=True))
        face = RowFace[LibraryPhrase](
            title=lambda each: each.title,
            caption=filled,
            chip=lambda each: _("own") if each.is_own else "",
        )
        columns = [Column[LibraryPhrase](_("Phrase"), lambda each: each.title)]
        self._model = RecordListModel(columns, face=face, key=lambda each: (each.title, each.text))
        self._list = RecordList(self._model, _("Phrases"))
        self._list.setFixedHeight(scaled(_HEIGHT))
        self.body.addWidget(self._list)
        if keep_own is not None:
            own = Button(_("Keep what is marked as a phrase of your own"), icon="plus")
            own.clicked.connect(keep_own)
            self.body.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        self._words.control.installEventFilter(self)
        self._words.changed.connect(self._search)
        self._list.opened.connect(lambda _phrase: self.accept())
        self._search()

    def read(self) -> LibraryPhrase:
        chosen = self._list.chosen_record()
        if chosen is None:
            raise UserError(_("No phrase has all these words."))
        phrase: LibraryPhrase = chosen
        return phrase

    def touch(self) -> None:
        """What is searched for is nothing that could be lost."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and Down choose in the list while one types."""
        is_key = event.type() == QEvent.Type.KeyPress and watched is self._words.control
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if is_key and isinstance(event, QKeyEvent) and event.key() in arrows:
            _send(self._list, event)
            return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        self._model.set_records(self._find(self._words.value()))
        self._list.choose_row(0)


def _send(widget: QWidget, event: QKeyEvent) -> None:
    QApplication.sendEvent(
        widget, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    )
