"""Writing an agenda: the toolbar, the rows, the case beside them, and how the time adds up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import Agenda, AgendaItem, AgendaItemId, AgendaLine, ItemType
from boardkeeper.domain.meetings import Meeting
from boardkeeper.i18n import _, speaking
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.landing import FileLanding
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    EmptyState,
    IconButton,
    MessageBar,
    Picture,
    Space,
    Tone,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.meetings.agenda_model import AgendaModel
from boardkeeper.ui.meetings.agenda_table import AgendaTable
from boardkeeper.ui.meetings.agenda_words import extent, outlook
from boardkeeper.ui.meetings.case_panel import CasePanel
from boardkeeper.ui.meetings.places import Place
from boardkeeper.ui.wrapping import Wrapping

BREAK_MINUTES = 10


class AgendaEditor(QWidget):
    """The agenda of one meeting. `said` tells what was done."""

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._wants_case = True
        self._is_cramped = False
        self._model = AgendaModel(self)
        self._table = AgendaTable(self._model)
        self._case = CasePanel(services)
        self._on_chosen_item: list[Button] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._messages = MessageBar()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._rows = QWidget()  # keeps the rows off the line one drags
        room = QVBoxLayout(self._rows)
        room.setContentsMargins(0, 0, Space.S, 0)
        room.addWidget(self._table)
        self._splitter.addWidget(self._rows)
        self._splitter.addWidget(self._case)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._table.setMinimumSize(scaled(140), scaled(160))
        self._case.setMinimumWidth(scaled(140))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._made_toolbar())
        column.addWidget(self._messages)
        column.addWidget(self._splitter, 1)
        column.addLayout(self._made_footer())
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self._made_empty_state())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _made_toolbar(self) -> Wrapping:
        line = Wrapping(Space.XS)
        self._add = Button(_("Add item"), icon="plus")
        set_tooltip(self._add, _with_keys(_("Add item"), "Return"))
        self._add_break = Button(_("Break"), kind=ButtonKind.QUIET, icon="coffee")
        set_tooltip(self._add_break, _("Add a break"))
        line.add(self._add)
        line.add(self._add_break)
        for icon, name, keys, do in (
            ("arrow-up", _("Move up"), "Alt+Up", self._raise),
            ("arrow-down", _("Move down"), "Alt+Down", self._lower),
            ("list-indent-increase", _("Make it a sub-item"), "Alt+Shift+Right", self._indent),
            ("list-indent-decrease", _("Move one level out"), "Alt+Shift+Left", self._outdent),
            ("pencil", _("Edit the title"), "F2", self._table.edit_title),
            ("trash-2", _("Delete the item"), "Del", self._discard),
        ):
            button = IconButton(icon, name)
            set_tooltip(button, _with_keys(name, keys))
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._on_chosen_item.append(button)
            line.add(button)
        self._show_case = Button(_("Case"), kind=ButtonKind.QUIET, icon="panel-right")
        self._show_case.setCheckable(True)
        set_tooltip(self._show_case, _("Show or hide the chosen item's case"))
        line.add(self._show_case, at_end=True)
        return line

    def _made_footer(self) -> Wrapping:
        self._extent = Caption("")
        self._extent.setWordWrap(False)
        self._outlook_picture = Picture("", side=16)
        self._outlook = Body("")
        self._outlook.setWordWrap(False)
        self._outlook.setAccessibleDescription(_("How the agenda fits the meeting's time"))
        line = Wrapping(Space.S)
        line.add(self._outlook_picture)
        line.add(self._outlook)
        line.add(self._extent, at_end=True)
        return line

    def _made_empty_state(self) -> QWidget:
        self._empty = EmptyState(
            "list-todo",
            _("There is nothing on the agenda yet."),
            _("Use the usual agenda"),
            caption=_("The usual agenda has the items such a meeting most often has."),
        )
        self._write_first = Button(_("Write the first item"), kind=ButtonKind.QUIET)
        column = self._empty.layout()
        if isinstance(column, QVBoxLayout):
            centre = Qt.AlignmentFlag.AlignHCenter
            column.insertWidget(column.count() - 1, self._write_first, 0, centre)
        return self._empty

    def _connect(self) -> None:
        self._model.edited.connect(self._on_edited)
        self._model.written.connect(self._on_written)
        self._model.placed.connect(self._on_placed)
        self._table.chosen.connect(self._on_chosen)
        self._table.refused.connect(self._messages.show_warning)
        self._table.add_wanted.connect(self.write_item)
        self._table.discard_wanted.connect(self._discard)
        self._table.raise_wanted.connect(self._raise)
        self._table.lower_wanted.connect(self._lower)
        self._table.indent_wanted.connect(self._indent)
        self._table.outdent_wanted.connect(self._outdent)
        self._table.draft_dropped.connect(self._on_draft_dropped)
        self._table.context_actions = self._actions
        self._add.clicked.connect(self.write_item)
        self._add_break.clicked.connect(self._write_break)
        self._show_case.toggled.connect(self._on_case_toggled)
        self._case.closed.connect(self._on_case_closed)
        self._case.said.connect(self.said)
        FileLanding(self._table.viewport(), self._on_files, over=self._choose_under)
        self._empty.wanted.connect(self._use_template)
        self._write_first.clicked.connect(self.write_item)

    def _choose_under(self, place: QPoint) -> bool:
        """Choose the item that files are held over."""
        index = self._table.indexAt(place)
        return index.isValid() and self._table.choose_row(index.row())

    def _on_files(self, files: list[Path], _place: QPoint) -> None:
        self._case.add_papers(files)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting's agenda, or what has changed in the one that is shown."""
        is_other = self._meeting is None or self._meeting.id != meeting.id
        if is_other:
            self.finish()
            self._model.clear()
            self._messages.clear()
        self._meeting = meeting
        agenda = self._services.agenda.of(meeting.id)
        self._model.set_agenda(agenda)
        if is_other or not self._table.currentIndex().isValid():
            self._table.choose_row(0)
        self._show_totals(agenda)
        self._show_parts()

    def finish(self) -> None:
        """Save what has been typed and not yet saved."""
        self._case.finish()

    def forget(self) -> None:
        """The meeting is gone: save nothing more."""
        self._meeting = None

    def take_focus(self) -> None:
        """Put the keyboard on the chosen item."""
        if self._stack.currentWidget() is self._empty:
            self._empty.button.setFocus()
        else:
            self._table.setFocus()

    def choose(self, item_id: AgendaItemId) -> None:
        """Choose one item, and scroll to it."""
        if self._table.choose(item_id):
            self._table.scrollTo(self._table.currentIndex())

    def write_item(self) -> None:
        """Write a new item after the chosen one."""
        line = self._table.line()
        self._stack.setCurrentIndex(0)
        self._table.setFocus()
        self._table.write_after(line.item.id if line is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_cramped = self.width() < scaled(680)
        if is_cramped != self._is_cramped:
            self._is_cramped = is_cramped
            self._wants_case = not is_cramped
            self._show_parts()

    def _show_totals(self, agenda: Agenda) -> None:
        is_over = agenda.overrun > 0
        tone = Tone.WARNING if is_over else Tone.MUTED
        self._outlook.setText(outlook(agenda))
        self._outlook.set_tone(tone)
        self._outlook_picture.set_icon("triangle-alert" if is_over else "clock", tone)
        self._extent.setText(extent(agenda))

    def _show_parts(self) -> None:
        """Show what fits what is there: the rows or the empty page, the case or not."""
        is_empty = self._model.rowCount() == 0
        self._stack.setCurrentIndex(1 if is_empty else 0)
        line = self._table.line()
        self._case.setVisible(self._wants_case and not is_empty)
        self._rows.setVisible(not (self._is_cramped and self._wants_case))
        self._case.show_line(line)
        self._show_case.setChecked(self._wants_case)
        self._show_case.set_icon("panel-right-close" if self._wants_case else "panel-right-open")
        for button in self._on_chosen_item:
            button.setEnabled(line is not None)

    def _actions(self) -> Sequence[Action]:
        """What can be done with the chosen item."""
        return (
            Action(_("Edit the title"), self._table.edit_title, "pencil"),
            Action(_("Add an item after it"), self.write_item, "plus"),
            Action(_("Move up"), self._raise, "arrow-up"),
            Action(_("Move down"), self._lower, "arrow-down"),
            Action(_("Make it a sub-item"), self._indent, "list-indent-increase"),
            Action(_("Move one level out"), self._outdent, "list-indent-decrease"),
            Action(_("Choose its type…"), self._table.choose_type, "tag"),
            Action(_("Delete the item"), self._discard, "trash-2", is_dangerous=True),
        )

    def _with_chosen(self, do: Callable[[AgendaItemId], None]) -> None:
        self._messages.clear()
        line = self._table.line()
        if line is not None:
            do(line.item.id)
            self._table.scrollTo(self._table.currentIndex())

    def _raise(self) -> None:
        self._with_chosen(self._services.agenda.raise_up)

    def _lower(self) -> None:
        self._with_chosen(self._services.agenda.lower)

    def _indent(self) -> None:
        self._with_chosen(self._services.agenda.indent)

    def _outdent(self) -> None:
        self._with_chosen(self._services.agenda.outdent)

    def _discard(self) -> None:
        """Discard the chosen item; the one that takes its place is chosen."""
        line = self._table.line()
        if line is None:
            return
        row = self._table.currentIndex().row()
        self._case.show_line(None)
        self._services.agenda.discard(line.item.id)
        self._table.choose_row(min(row, self._model.rowCount() - 1))
        self._show_parts()
        self.take_focus()

    def _write_break(self) -> None:
        if self._meeting is None:
            return
        line = self._table.line()
        organisation = self._services.organisations.get(self._meeting.organisation_id)
        with speaking(organisation.language):
            title = _("Break")
        made = self._services.agenda.add(
            self._meeting.id,
            title,
            after=line.item.id if line is not None else None,
            type=ItemType.BREAK,
            minutes=BREAK_MINUTES,
        )
        self._table.choose(made.id)
        self._table.setFocus()

    def _use_template(self) -> None:
        if self._meeting is not None:
            self._services.agenda.use_template(self._meeting.id)
            self._table.choose_row(0)
            self._table.setFocus()

    def _on_edited(self, item: AgendaItem) -> None:
        self._messages.clear()
        self._services.agenda.change(item)

    def _on_written(self, after: AgendaItemId | None, title: str) -> None:
        if self._meeting is not None:
            self._services.agenda.add(self._meeting.id, title, after=after)

    def _on_placed(self, item_id: str, place: Place) -> None:
        self._services.agenda.place(AgendaItemId(item_id), place.parent_id, place.index)
        self._table.choose(AgendaItemId(item_id))

    def _on_chosen(self, line: AgendaLine | None) -> None:
        self._case.show_line(line)
        for button in self._on_chosen_item:
            button.setEnabled(line is not None)

    def _on_draft_dropped(self) -> None:
        self._show_parts()
        self.take_focus()

    def _on_case_toggled(self, wanted: bool) -> None:
        self._wants_case = wanted
        self._show_parts()

    def _on_case_closed(self) -> None:
        self._case.finish()
        self._show_case.setChecked(False)
        self._table.setFocus()


def _with_keys(name: str, keys: str) -> str:
    """A name with its keys as this computer writes them."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({native})"
