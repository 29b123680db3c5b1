"""What taking a calendar file in would do, event by event, before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.calendar_files import Preview
from boardkeeper.services.calendar_matching import EventKey, PreviewRow, Standing
from boardkeeper.ui.calendar_files.event_list import EventList
from boardkeeper.ui.calendar_files.rows import PLACEABLE, EventModel
from boardkeeper.ui.kit import (
    Body,
    Button,
    CheckField,
    ChoiceField,
    Dialog,
    Space,
    announce,
    scaled,
)

_SIZE = QSize(760, 620)
"""Pixels at text size 100 %, where the window leaves room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Whose the new meetings are to be: `otherwise` takes those nothing names a board of."""

    otherwise: OrganisationId | None = None
    chosen: dict[EventKey, OrganisationId] = field(default_factory=dict)


class ImportDialog(Dialog[Preview]):
    """First shows how far the reading is, then the events with what would become of each.

    It answers with the preview of those to be taken. `placing_wanted` tells that a person says
    whose meetings they are; who opened the dialog compares anew and shows it.
    """

    placing_wanted = Signal(Placing)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Import calendar"),
            accept=_("Store"),
            explanation=name,
            icon="calendar-plus",
            parent=parent,
        )
        self.is_closed = False
        self._preview: Preview | None = None
        self._placing = Placing()
        self._homes_offered: list[tuple[OrganisationId | None, str]] = []
        self._model = EventModel()
        self._build_parts()
        self._connect()

    def read(self) -> Preview:
        if self._preview is None:
            return Preview(rows=())
        return self._preview.taking(self._model.taken)

    def accept(self) -> None:
        """Hand over what is to be stored; nothing while there is nothing."""
        if self.accept_button.isVisible() and self.accept_button.isEnabled():
            super().accept()

    def done(self, outcome: int) -> None:
        """Close; what is still being read or compared comes to nobody."""
        self.is_closed = True
        super().done(outcome)

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
        self._otherwise: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Meetings that name none of your boards"), [(None, _("Leave them out"))]
        )
        self._all = CheckField(_("All of them"))
        self._list = EventList(self._model)
        self._list.setMinimumHeight(scaled(96))
        self._home: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Board of the chosen meeting"), [(None, _("No board yet"))]
        )
        self._for_all = Button(_("Use it for every new one"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._home, 1)
        line.addWidget(self._for_all, 0, Qt.AlignmentFlag.AlignBottom)
        self._homes = QWidget()
        self._homes.setProperty("ground", "none")
        self._homes.setLayout(line)
        pane = QWidget()
        pane.setProperty("ground", "none")
        column = QVBoxLayout(pane)
        column.setContentsMargins(3, 0, 3, 3)  # room for the ring of the keyboard
        column.setSpacing(Space.M)
        column.addWidget(self._counts)
        column.addWidget(self._otherwise)
        column.addWidget(self._all)
        column.addWidget(self._list, 1)
        column.addWidget(self._homes)
        scroll = QScrollArea()  # moves only where large text leaves the list no room
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(pane)
        return scroll

    def _connect(self) -> None:
        self._model.marked.connect(self._count)
        self._all.changed.connect(lambda: self._model.take_all(is_wanted=self._all.value()))
        self._list.chosen.connect(self._on_chosen)
        self._otherwise.changed.connect(self._on_otherwise)
        self._home.changed.connect(self._on_home)
        self._for_all.clicked.connect(self._on_for_all)

    def show_progress(self, done: int, of: int) -> None:
        """Show how much of the file is read."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def show_preview(
        self, preview: Preview, organisations: Sequence[Organisation], placing: Placing
    ) -> None:
        """Show what the file would do with the boards there are and those it brings along.

        What was compared before a person chose otherwise is not shown.
        """
        is_first = self._preview is None
        if not is_first and placing is not self._placing:
            return
        self._preview = preview
        self._placing = placing
        homes: list[tuple[OrganisationId | None, str]]
        homes = [(each.id, each.name) for each in (*organisations, *preview.new_organisations)]
        self._otherwise.set_choices([(None, _("Leave them out")), *homes])
        self._otherwise.set_value(placing.otherwise)
        self._homes_offered = homes
        is_asked = bool(preview.of(Standing.UNPLACED)) or placing.otherwise is not None
        self._otherwise.setVisible(bool(homes) and (is_asked or self._otherwise.isVisible()))
        self._homes.setVisible(bool(homes) and any(r.standing in PLACEABLE for r in preview.rows))
        self._model.show_rows(preview.rows)
        self._list.setVisible(bool(preview.rows))
        self._stack.setCurrentIndex(1)
        self._count()
        if is_first:
            self._list.choose_row(0)
            self._begin()
            announce(self, self._counts.text())

    def _begin(self) -> None:
        """Put the keyboard where one goes on: at storing, when there is something to store."""
        if self.accept_button.isVisible():
            self.accept_button.setFocus()
        elif self._otherwise.isVisible():
            self._otherwise.setFocus()
        else:
            self.cancel_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As large as is pleasant, and no larger than the window it lies over."""
        room = (self.parentWidget() or self).window().size()
        wanted = QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))
        self.resize(wanted.boundedTo(room - QSize(Space.XXL, Space.XXL)))
        super().showEvent(event)

    def _count(self) -> None:
        """Say what is in the file and how much of it will be stored."""
        preview = self._preview
        if preview is None:
            return
        count = len(self._model.taken)
        words = ngettext("Store {count} meeting", "Store {count} meetings", count)
        self.accept_button.set_text(words.format(count=count))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setVisible(preview.changes_something)
        self.cancel_button.set_text(_("Cancel") if preview.changes_something else _("Close"))
        self.cancel_button.setDefault(not preview.changes_something)
        self._counts.setText(_summary(preview))
        self._all.set_value(self._model.is_all_taken)
        self._all.setVisible(preview.changes_something and len(preview.rows) > 1)

    def _on_chosen(self, row: PreviewRow | None) -> None:
        home = row.organisation.id if row is not None and row.organisation is not None else None
        none = [(None, _("No board yet"))] if home is None else []
        self._home.set_choices([*none, *self._homes_offered])
        self._home.set_value(home)
        self._homes.setEnabled(row is not None and row.standing in PLACEABLE)

    def _on_otherwise(self) -> None:
        self._wish(replace(self._placing, otherwise=self._otherwise.value()))

    def _on_home(self) -> None:
        row, home = self._list.chosen_record(), self._home.value()
        if row is not None and row.key is not None and home is not None:
            self._wish(replace(self._placing, chosen={**self._placing.chosen, row.key: home}))

    def _on_for_all(self) -> None:
        home = self._home.value()
        if home is None:
            return
        rows = [row for row in self._model.records if row.standing in PLACEABLE]
        self._wish(replace(self._placing, chosen={row.key: home for row in rows if row.key}))

    def _wish(self, placing: Placing) -> None:
        self._placing = placing
        self.accept_button.setEnabled(False)  # until the file is compared anew
        self.placing_wanted.emit(placing)


def _summary(preview: Preview) -> str:
    """The counts; a plain sentence where the file brings nothing."""
    if not preview.rows:
        return _("There are no meetings in the file.")
    if preview.counts[Standing.SAME] == len(preview.rows):
        return _("Everything in the file is here already. There is nothing to store.")
    if not preview.changes_something:
        return " ".join((_("There is nothing to store."), preview.in_words()))
    return preview.in_words()
