"""What taking in a folder of old papers would do, paper by paper, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.archive import ArchiveRow, Standing, summary
from boardkeeper.ui.archive.rows import PLACEABLE, PaperModel
from boardkeeper.ui.kit import (
    Body,
    Button,
    CheckField,
    ChoiceField,
    DateField,
    Dialog,
    RecordList,
    Space,
    Turning,
    announce,
    scaled,
)

_SIZE = QSize(820, 680)
"""Pixels at text size 100 %, where the window leaves room."""
_NARROW = 560

Place = Callable[[Sequence[ArchiveRow]], list[ArchiveRow]]
"""Tells the rows anew after their organisation or day is another."""


class ArchiveDialog(Dialog[list[ArchiveRow]]):
    """Shows how far the reading is, then the papers with what would become of each.

    `store_wanted` asks to have the files of the chosen papers copied, while the dialog shows how
    far that is; `finish` then hands the papers over as the answer.
    """

    store_wanted = Signal(list)

    def __init__(
        self,
        name: str,
        organisations: Sequence[Organisation],
        place: Place,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Import old minutes"),
            accept=_("Store"),
            explanation=name,
            icon="archive",
            parent=parent,
        )
        self._organisations = {each.id: each for each in organisations}
        self._place = place
        self._today = today
        self._is_shown = False
        self._model = PaperModel()
        self._build_parts()
        self._connect()

    def read(self) -> list[ArchiveRow]:
        return self._model.taken

    def accept(self) -> None:
        """Wish for the storing; nothing while there is nothing to store."""
        if not (self.accept_button.isVisible() and self.accept_button.isEnabled()):
            return
        self.messages.clear()
        if not self._day.check():
            return
        self._day.commit()
        self._show_work(_("Storing the papers…"))
        self.store_wanted.emit(self._model.taken)

    def _build_parts(self) -> None:
        self.form.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._working_pane())
        self._stack.addWidget(self._preview_pane())
        self.add(self._stack)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):  # what is free belongs to the list
            layout.setStretch(0, 1)
            layout.setStretch(1, 0)
        self._show_work(_("Reading the folder…"))

    def _working_pane(self) -> QWidget:
        self._words = Body("")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("How far it is"))
        pane, column = _pane()
        column.setContentsMargins(Space.XL, 0, Space.XL, 0)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._progress)
        column.addStretch(1)
        return pane

    def _preview_pane(self) -> QWidget:
        self._counts = Body("", is_strong=True)
        self._all = CheckField(_("All of them"))
        self._list = RecordList(self._model, _("Papers in the folder"))
        self._list.setMinimumHeight(scaled(132))
        self._home: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Board of the chosen paper"),
            [
                (None, _("No board yet")),
                *((each.id, each.name) for each in self._organisations.values()),
            ],
        )
        self._day = DateField(_("Its date"), self._today)
        if isinstance(self._day.control, QLineEdit):  # the usual example lies ahead
            example = formats.short_date(self._today())
            self._day.control.setPlaceholderText(_("e.g. {example}").format(example=example))
        self._for_all = Button(_("Use it for all without a board"))
        line = Turning(_NARROW, Space.M)
        line.add(self._home, 1)
        line.add(self._day, 1)
        line.setProperty("ground", "none")
        pane, column = _pane()
        column.setContentsMargins(3, 0, 3, 3)  # room for the ring of the keyboard
        column.addWidget(self._counts)
        column.addWidget(self._all)
        column.addWidget(self._list, 1)
        column.addWidget(line)
        column.addWidget(self._for_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._placing = line
        scroll = QScrollArea()  # moves only where large text leaves the list no room
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(pane)
        return scroll

    def _connect(self) -> None:
        self._all.changed.connect(lambda: self._on_all(is_wanted=self._all.value()))
        self._list.ticked.connect(self._on_ticked)
        self._list.chosen.connect(self._on_chosen)
        self._home.changed.connect(self._on_home)
        self._day.committed.connect(self._on_day)
        self._for_all.clicked.connect(self._on_for_all)

    def show_progress(self, done: int, of: int) -> None:
        """Show how far the reading or the storing is."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def show_rows(self, rows: Sequence[ArchiveRow]) -> None:
        """Show the papers with what would become of them."""
        self._model.show_rows(rows)
        self._show_preview()
        self._list.choose_row(0)
        if self.accept_button.isVisible() and self.accept_button.isEnabled():
            self.accept_button.setFocus()
        elif self._model.records:
            self._list.setFocus()
        else:
            self.cancel_button.setFocus()
        announce(self, self._counts.text())

    def refuse(self, words: str) -> None:
        """Say why the papers were not stored, and show them again."""
        self._show_preview()
        self.messages.show_error(words)

    def finish(self) -> None:
        """Answer with the papers, whose files are copied, and close."""
        self._show_preview()  # where it stays when they cannot be stored
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the date takes the date over, and does not store everything yet."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self._day.control.hasFocus():
            if self._day.check():
                self._day.commit()
                self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As large as is pleasant, and no larger than the window it lies over."""
        room = (self.parentWidget() or self).window().size()
        wanted = QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))
        self.resize(wanted.boundedTo(room - QSize(Space.XXL, Space.XXL)))
        super().showEvent(event)

    def _show_work(self, words: str) -> None:
        self._words.setText(words)
        self._progress.setRange(0, 0)
        self._stack.setCurrentIndex(0)
        self.accept_button.setEnabled(False)
        self.cancel_button.setFocus()

    def _show_preview(self) -> None:
        has_rows = bool(self._model.records)
        is_placeable = any(row.standing in PLACEABLE for row in self._model.records)
        self._list.setVisible(has_rows)
        self._placing.setVisible(is_placeable)
        self._for_all.setVisible(is_placeable and len(self._organisations) > 1)
        self._stack.setCurrentIndex(1)
        self._count()

    def _count(self) -> None:
        """Say what is in the folder and how much of it will be stored."""
        rows = self._model.records
        count = len(self._model.taken)
        can_store = any(row.standing in PLACEABLE for row in rows)
        words = ngettext("Store {count} paper", "Store {count} papers", count)
        self.accept_button.set_text(words.format(count=count))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setVisible(can_store)
        self.cancel_button.set_text(_("Cancel") if can_store else _("Close"))
        self.cancel_button.setDefault(not can_store)
        self._counts.setText(summary(rows))
        self._all.set_value(self._model.is_all_taken)
        self._all.setVisible(sum(row.standing is Standing.NEW for row in rows) > 1)
        homeless = any(row.standing is Standing.UNPLACED for row in rows)
        self._for_all.setEnabled(homeless and self._home.value() is not None)

    def _on_all(self, *, is_wanted: bool) -> None:
        self._model.take_all(is_wanted=is_wanted)
        self._count()

    def _on_ticked(self, row: ArchiveRow) -> None:
        self._model.turn(row)
        self._count()

    def _on_chosen(self, row: ArchiveRow | None) -> None:
        home = row.organisation.id if row is not None and row.organisation is not None else None
        self._home.set_value(home)
        self._day.clear_error()
        self._day.set_value(row.day if row is not None else None)
        self._placing.setEnabled(row is not None and row.standing in PLACEABLE)
        self._count()

    def _on_home(self) -> None:
        row, home = self._list.chosen_record(), self._home.value()
        if row is not None:
            owner = self._organisations[home] if home is not None else None
            self._place_anew([replace(row, organisation=owner)])

    def _on_day(self) -> None:
        row = self._list.chosen_record()
        if row is not None and row.standing in PLACEABLE and self._day.value() != row.day:
            self._place_anew([replace(row, day=self._day.value())])

    def _on_for_all(self) -> None:
        home = self._home.value()
        if home is not None:
            homeless = [row for row in self._model.records if row.standing is Standing.UNPLACED]
            owner = self._organisations[home]
            self._place_anew([replace(row, organisation=owner) for row in homeless])

    def _place_anew(self, rows: Sequence[ArchiveRow]) -> None:
        self._model.replace_rows(self._place(rows))
        self._count()


def _pane() -> tuple[QWidget, QVBoxLayout]:
    pane = QWidget()
    pane.setProperty("ground", "none")
    column = QVBoxLayout(pane)
    column.setSpacing(Space.M)
    return pane, column
