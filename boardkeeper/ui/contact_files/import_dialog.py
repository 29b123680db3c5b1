"""What taking a file of contacts in would do, card by card, before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.services.calendar_matching import Standing, standing_name
from boardkeeper.services.contact_files import CardPreview, CardRow
from boardkeeper.ui.kit import (
    Body,
    CheckField,
    Dialog,
    RecordList,
    RecordListModel,
    RowFace,
    Space,
    Tone,
    announce,
    scaled,
)

_SIZE = QSize(680, 600)
"""Pixels at text size 100 %, where the window leaves room."""

_TAKEN = (Standing.NEW, Standing.CHANGED)
_ORDER = (Standing.NEW, Standing.CHANGED, Standing.UNREADABLE, Standing.SAME)
_TONES = {
    Standing.NEW: Tone.ACCENT,
    Standing.CHANGED: Tone.WARNING,
    Standing.UNREADABLE: Tone.DANGER,
}


class ImportDialog(Dialog[CardPreview]):
    """First shows how far the reading is, then the cards with what would become of each.

    It answers with the preview of those to be taken.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Import contacts"),
            accept=_("Store"),
            explanation=name,
            icon="user-plus",
            parent=parent,
        )
        self._preview: CardPreview | None = None
        self._left_out: set[object] = set()
        self._model = RecordListModel[CardRow]((), face=self._face(), key=_key)
        self._build_parts()
        self._list.ticked.connect(self._on_ticked)
        self._all.changed.connect(self._on_all)

    def read(self) -> CardPreview:
        if self._preview is None:
            return CardPreview(rows=())
        wanted = {
            row.person.id
            for row in self._preview.rows
            if row.person is not None and self._is_taken(row)
        }
        return self._preview.taking(wanted)

    def accept(self) -> None:
        """Hand over what is to be stored; nothing while there is nothing."""
        if self.accept_button.isVisible() and self.accept_button.isEnabled():
            super().accept()

    def show_progress(self, done: int, of: int) -> None:
        """Show how much of the file is read."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def show_preview(self, preview: CardPreview) -> None:
        """Show what the file would do."""
        self._preview = preview
        rows = sorted(preview.rows, key=lambda row: _ORDER.index(row.standing))
        self._model.set_records(rows)
        self._list.setVisible(bool(rows))
        self._all.setVisible(preview.changes_something and len(rows) > 1)
        self._counts.setText(_summary(preview))
        self._stack.setCurrentIndex(1)
        self._count()
        self._list.choose_row(0)
        first = self.accept_button if preview.changes_something else self.cancel_button
        first.setFocus()
        announce(self, self._counts.text())

    def _build_parts(self) -> None:
        self.form.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading_pane())
        self._stack.addWidget(self._preview_pane())
        self.add(self._stack)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):  # what is free belongs to the list
            layout.setStretch(0, 1)
            layout.setStretch(1, 0)
        self.accept_button.setEnabled(False)

    def _reading_pane(self) -> QWidget:
        words = Body(_("Reading the file…"))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("How much is read"))
        pane = QWidget()
        pane.setProperty("ground", "none")
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.XL, 0, Space.XL, 0)
        column.setSpacing(Space.M)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self._progress)
        column.addStretch(1)
        return pane

    def _preview_pane(self) -> QWidget:
        self._counts = Body("", is_strong=True)
        self._all = CheckField(_("All of them"))
        self._list = RecordList(self._model, _("Contacts in the file"))
        self._list.setMinimumHeight(scaled(96))
        pane = QWidget()
        pane.setProperty("ground", "none")
        column = QVBoxLayout(pane)
        column.setContentsMargins(3, 0, 3, 3)  # room for the ring of the keyboard
        column.setSpacing(Space.M)
        column.addWidget(self._counts)
        column.addWidget(self._all)
        column.addWidget(self._list, 1)
        return pane

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As large as is pleasant, and no larger than the window it lies over."""
        room = (self.parentWidget() or self).window().size()
        wanted = QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))
        self.resize(wanted.boundedTo(room - QSize(Space.XXL, Space.XXL)))
        super().showEvent(event)

    def _count(self) -> None:
        """Say how many will be stored."""
        preview = self._preview
        if preview is None:
            return
        count = sum(self._is_taken(row) for row in preview.rows)
        words = ngettext("Store {count} person", "Store {count} people", count)
        self.accept_button.set_text(words.format(count=count))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setVisible(preview.changes_something)
        self.cancel_button.set_text(_("Cancel") if preview.changes_something else _("Close"))
        self.cancel_button.setDefault(not preview.changes_something)
        self._all.set_value(not self._left_out)

    def _on_ticked(self, row: CardRow) -> None:
        if row.standing in _TAKEN:
            self._left_out ^= {row.key}
            self._model.set_records(self._model.records)
            self._count()

    def _on_all(self) -> None:
        rows = self._preview.rows if self._preview else ()
        takable: set[object] = {row.key for row in rows if row.standing in _TAKEN}
        self._left_out = set() if self._all.value() else takable
        self._model.set_records(self._model.records)
        self._count()

    def _is_taken(self, row: CardRow) -> bool:
        return row.standing in _TAKEN and row.key not in self._left_out

    def _face(self) -> RowFace[CardRow]:
        return RowFace(
            title=lambda row: " ".join(row.title.split()),
            caption=_caption,
            chip=lambda row: standing_name(row.standing),
            tone=lambda row: _TONES.get(row.standing, Tone.NEUTRAL),
            is_muted=lambda row: row.standing not in _TAKEN,
            is_ticked=lambda row: self._is_taken(row) if row.standing in _TAKEN else None,
        )


def _caption(row: CardRow) -> str:
    """What the file tells of them, or what it changes."""
    if row.reason or row.person is None:
        return row.reason
    if row.standing is Standing.CHANGED:
        names = ", ".join(_field_name(each) for each in row.changed)
        return _("changes: {fields}").format(fields=names)
    person = row.person
    work = ", ".join(filter(None, (person.occupation, person.company)))
    return " · ".join(filter(None, (work, person.email, person.phone)))


def _field_name(name: str) -> str:
    return {
        "name": pgettext("field", "name"),
        "occupation": pgettext("field", "occupation"),
        "company": pgettext("field", "company"),
        "email": pgettext("field", "e-mail"),
        "phone": pgettext("field", "telephone"),
        "address": pgettext("field", "address"),
    }[name]


def _summary(preview: CardPreview) -> str:
    """The counts; a plain sentence where the file brings nothing."""
    if not preview.rows:
        return _("There are no contacts in the file.")
    if preview.counts[Standing.SAME] == len(preview.rows):
        return _("Everything in the file is here already. There is nothing to store.")
    return preview.in_words()


def _key(row: CardRow) -> object:
    """What a row is known by while boxes are ticked."""
    return row.key or (row.title, row.reason)
