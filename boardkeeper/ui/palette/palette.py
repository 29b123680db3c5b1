"""The palette itself: a field over the window, and below it what it leads to, as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QVBoxLayout, QWidget

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search import Hit
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.search import SearchService
from boardkeeper.ui.kit import (
    Caption,
    RecordList,
    RecordListModel,
    SearchField,
    Space,
    Tone,
    announce,
    scaled,
)
from boardkeeper.ui.palette.deed import Deed
from boardkeeper.ui.palette.deeds import matching
from boardkeeper.ui.palette.entries import (
    Entry,
    deed_entries,
    face,
    hit_entries,
    nothing_found,
)

_SOON = 30
"""Milliseconds after a key before the search is made: keys that come together make one."""
_WIDTH, _HEIGHT, _TOP = 680, 520, 56
_FIRST_HITS = 16
_FIRST_DEEDS = 6
_RECENT = 5


class Palette(QDialog):
    """Offers deeds and hits. It does nothing itself: what was chosen is told, and it is gone."""

    hit_chosen = Signal(object)

    def __init__(
        self,
        search: SearchService,
        deeds: Sequence[Deed],
        recent: Sequence[Hit],
        organisation_id: OrganisationId | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._deeds = deeds
        self._recent = recent
        self._organisation_id = organisation_id
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.setWindowTitle(_("Search, or do anything"))
        self.setAccessibleName(_("Search, or do anything"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = SearchField(_("Search, or say what you want to do"))
        self._model: RecordListModel[Entry] = RecordListModel(
            (), face=face(), key=lambda entry: entry.key
        )
        self._list = RecordList(self._model, _("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Caption(nothing_found(), tone=Tone.MUTED)
        self._nothing.setContentsMargins(Space.M, Space.L, Space.M, Space.L)
        ground = QFrame()
        ground.setProperty("surface", "popup")
        column = QVBoxLayout(ground)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._field)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._list, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._place()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._soon.start)
        self._field.installEventFilter(self)
        self._soon.timeout.connect(self.refresh)
        self._list.clicked.connect(self._on_clicked)
        self._list.chosen.connect(self._on_marked)

    @Slot()
    def refresh(self) -> None:
        """Show what the words lead to; without words what one comes from, and may want to do."""
        self._soon.stop()
        words = self._field.text().strip()
        if words:
            entries = self._entries_for(words)
        else:
            entries = [
                *hit_entries(self._recent[:_RECENT], _("Recent and coming")),
                *deed_entries(self._deeds[:_FIRST_DEEDS], _("Do")),
            ]
        self._model.set_records(entries)
        self._list.choose_row(0)
        self._list.scrollToTop()
        self._list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        if words:
            count = len(entries)
            told = ngettext("{count} found", "{count} found", count).format(count=count)
            announce(self._field, told if entries else nothing_found())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keyboard stays in the field; up, down and Enter mean the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 6,
                Qt.Key.Key_PageUp: -6,
            }
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _entries_for(self, words: str) -> list[Entry]:
        hits = self._search.find(words, limit=_FIRST_HITS, organisation_id=self._organisation_id)
        named, alike = matching(self._deeds, words)
        return [
            *deed_entries(named, _("Do")),
            *hit_entries(hits),
            *deed_entries(alike, _("Do")),
        ]

    def _step(self, rows: int) -> None:
        last = self._model.rowCount() - 1
        self._list.choose_row(min(last, max(0, self._list.currentIndex().row() + rows)))

    def _take(self) -> None:
        if self._soon.isActive():  # Enter came before the last letter was looked at
            self.refresh()
        entry = self._list.chosen_record()
        if entry is not None:
            self._carry_out(entry)

    def _carry_out(self, entry: Entry) -> None:
        """Close first: what is done may open something of its own."""
        self.accept()
        do: Callable[[], None] | None = entry.deed.do if entry.deed else None
        if do is not None:
            do()
        else:
            self.hit_chosen.emit(entry.hit)

    def _place(self) -> None:
        """Below the top of the window, in its middle, and never larger than it."""
        window = self.parentWidget()
        assert window is not None  # noqa: S101 - it is made over a window
        around = 2 * Space.XL
        width = min(scaled(_WIDTH), window.width() - around)
        height = min(scaled(_HEIGHT), window.height() - scaled(_TOP) - Space.XL)
        self.resize(width, height)
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, scaled(_TOP)))
        self.move(corner)

    @Slot(object)
    def _on_clicked(self, _index: object) -> None:
        if QApplication.mouseButtons() is not Qt.MouseButton.RightButton:
            self._take()

    @Slot(object)
    def _on_marked(self, entry: object) -> None:
        if isinstance(entry, Entry) and self.isVisible():
            announce(self._field, face().spoken(entry))
