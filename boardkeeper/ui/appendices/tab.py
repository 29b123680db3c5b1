"""The papers of a meeting: every item with what lies under it, and what one does with papers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.papers import Paper, PaperId
from boardkeeper.domain.reading_time import reading_minutes_of
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.desk import AppendixDesk, Place
from boardkeeper.ui.appendices.landing import FileLanding
from boardkeeper.ui.appendices.lines import Head, Leaf, Line, lines_of, moved_by
from boardkeeper.ui.appendices.list_view import PapersList, PapersModel
from boardkeeper.ui.appendices.progress import Progress
from boardkeeper.ui.appendices.words import pages_in_words
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    Caption,
    IconButton,
    MenuButton,
    MessageBar,
    Space,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.wrapping import Wrapping


class PapersTab(QWidget):
    """Lists the papers of one meeting. `pack_wanted` wishes for the meeting pack."""

    said = Signal(str)
    pack_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._desk = AppendixDesk(services, self)
        self._model = PapersModel()
        self._list = PapersList(self._model)
        self._on_paper: list[QWidget] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._messages = MessageBar()
        self._progress = Progress()
        self._extent = Caption("")
        self._list.setMinimumHeight(scaled(180))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._made_toolbar())
        column.addWidget(self._messages)
        column.addWidget(self._progress)
        column.addWidget(self._list, 1)
        column.addWidget(self._extent)

    def _made_toolbar(self) -> Wrapping:
        line = Wrapping(Space.XS)
        self._add = Button(_("Add papers…"), icon="plus")
        set_tooltip(self._add, _("To the chosen item. Or drag files onto an item in the list."))
        line.add(self._add)
        for icon, name, keys, do in (
            ("eye", _("Look at the paper"), "Return", self._preview),
            ("arrow-up", _("Move up"), "Alt+Up", lambda: self._move(-1)),
            ("arrow-down", _("Move down"), "Alt+Down", lambda: self._move(+1)),
            ("pencil", _("Edit the paper"), "F2", self._edit),
            ("trash-2", _("Delete the paper"), "Del", self._discard),
        ):
            button = IconButton(icon, name)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            set_tooltip(button, f"{name} ({native})")
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._on_paper.append(button)
            line.add(button)
        self._to = MenuButton("", kind=ButtonKind.QUIET, icon="folder-input", name=_("Move to"))
        self._more = MenuButton("", kind=ButtonKind.QUIET, icon="ellipsis", name=_("More"))
        for menu in (self._to, self._more):
            self._on_paper.append(menu)
            line.add(menu)
        self._pack = Button(_("Meeting pack…"), icon="book-open")
        line.add(self._pack, at_end=True)
        return line

    def _connect(self) -> None:
        FileLanding(self, lambda files, _place: self._add_files(files, None))
        self._add.clicked.connect(self._ask_what_to_add)
        self._pack.clicked.connect(self.pack_wanted)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._list.delete_wanted.connect(self._discard)
        self._list.raise_wanted.connect(lambda: self._move(-1))
        self._list.lower_wanted.connect(lambda: self._move(+1))
        self._list.edit_wanted.connect(self._edit)
        self._list.pack_wanted.connect(self._switch_pack)
        self._list.moved.connect(self._on_moved)
        self._list.dropped.connect(self._add_files)
        self._list.context_actions = self._context_actions
        desk = self._desk
        desk.began.connect(self._on_began)
        desk.progressed.connect(self._progress.tell)
        desk.ended.connect(self._progress.end)
        desk.said.connect(self.said)
        desk.noticed.connect(self._messages.show_info)
        desk.refused.connect(self._messages.show_error)
        self._progress.cancel_wanted.connect(desk.stop)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting's papers, or what has changed in those shown."""
        is_other = self._meeting is None or self._meeting.id != meeting.id
        if is_other:
            self._messages.clear()
        self._meeting = meeting
        agenda = self._services.agenda.of(meeting.id)
        papers = self._services.papers.of_meeting(meeting.id)
        self._model.set_records(lines_of(agenda, papers, self._versions))
        if is_other or self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._on_chosen(self._list.chosen_record())
        in_pack = [each.paper for each in papers if each.paper.is_in_pack]
        self._extent.setText(_extent(len(papers), in_pack))

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus()

    def _versions(self, paper_id: PaperId) -> int:
        return len(self._services.papers.versions(paper_id))

    def _chosen(self) -> Leaf | None:
        line = self._list.chosen_record()
        return line if isinstance(line, Leaf) else None

    def _chosen_head(self) -> Head | None:
        line: Line | None = self._list.chosen_record()
        return line.head if isinstance(line, Leaf) else line

    def _on_chosen(self, line: object) -> None:
        leaf = line if isinstance(line, Leaf) else None
        for button in self._on_paper:
            button.setEnabled(leaf is not None)
        self._to.set_actions(self._places(leaf) if leaf is not None else ())
        self._more.set_actions(self._more_actions(leaf) if leaf is not None else ())

    def _on_opened(self, line: Line) -> None:
        if isinstance(line, Leaf):
            self._preview()
        else:
            self._ask_what_to_add()

    def _ask_what_to_add(self) -> None:
        head = self._chosen_head()
        self._desk.ask_what_to_add(self._place(head.item_id if head is not None else None))

    def _add_files(self, files: list[Path], item_id: AgendaItemId | None) -> None:
        self._desk.add(files, self._place(item_id))

    def _place(self, item_id: AgendaItemId | None) -> Place:
        meeting_id = self._meeting.id if self._meeting is not None else None
        return Place(item_id=item_id, meeting_id=None if item_id else meeting_id)

    def _on_began(self, words: str) -> None:
        self._messages.clear()
        self._progress.begin(words)

    def _preview(self) -> None:
        leaf = self._chosen()
        if leaf is not None:
            label = leaf.numbered.label if leaf.numbered.number else ""
            self._desk.preview(leaf.paper, label)

    def _edit(self) -> None:
        leaf = self._chosen()
        if leaf is not None:
            self._desk.edit(leaf.paper, leaf.numbered.number)

    def _switch_pack(self) -> None:
        leaf = self._chosen()
        if leaf is not None:
            self._desk.switch_pack(leaf.paper)

    def _discard(self) -> None:
        leaf = self._chosen()
        if leaf is not None:
            self._services.papers.discard(leaf.id)

    def _move(self, step: int) -> None:
        leaf = self._chosen()
        target = moved_by(self._model.records, leaf, step) if leaf is not None else None
        if leaf is not None and target is not None:
            self._on_moved(leaf.id, *target)

    def _on_moved(self, paper_id: str, item_id: AgendaItemId | None, position: int) -> None:
        self._services.papers.move(PaperId(paper_id), item_id, position)
        self._list.choose(PaperId(paper_id))

    def _places(self, leaf: Leaf) -> Sequence[Action]:
        """The other items a paper can be moved to."""
        heads = [each for each in self._model.records if isinstance(each, Head)]
        return [
            Action(
                each.label,
                lambda each=each: self._on_moved(leaf.id, each.item_id, each.count),  # type: ignore[misc] # bound now
                is_enabled=each != leaf.head,
            )
            for each in heads
        ]

    def _more_actions(self, leaf: Leaf) -> Sequence[Action]:
        """What else can be done with a paper."""
        paper = leaf.paper
        can_open = self._services.papers.can_open(paper)
        switch = _("Leave it out of the pack") if paper.is_in_pack else _("Take it into the pack")
        icon = "package-minus" if paper.is_in_pack else "package-open"
        desk = self._desk
        return (
            Action(switch, self._switch_pack, icon),
            Action(
                _("Replace with a newer version…"),
                lambda: desk.ask_what_to_put_in_place(paper),
                "replace",
            ),
            Action(
                _("Earlier versions…"),
                lambda: desk.show_versions(paper),
                "history",
                is_enabled=leaf.versions > 1,
            ),
            Action(
                _("Open in its program"),
                lambda: desk.open(paper),
                "external-link",
                is_enabled=can_open,
            ),
            Action(_("Save a copy…"), lambda: desk.save_copy(paper), "download"),
        )

    def _context_actions(self, line: Line) -> Sequence[Action]:
        if isinstance(line, Head):
            return (Action(_("Add papers…"), self._ask_what_to_add, "plus"),)
        return (
            Action(_("Look at the paper"), self._preview, "eye"),
            Action(_("Edit the paper"), self._edit, "pencil"),
            *self._more_actions(line),
            Action(_("Move up"), lambda: self._move(-1), "arrow-up"),
            Action(_("Move down"), lambda: self._move(+1), "arrow-down"),
            Action(_("Delete the paper"), self._discard, "trash-2", is_dangerous=True),
        )


def _extent(count: int, in_pack: Sequence[Paper]) -> str:
    """How much there is to read in all."""
    if not count:
        return _("No papers yet. Drag files onto an item, or press Add papers.")
    papers = ngettext("{count} paper", "{count} papers", count).format(count=count)
    minutes = reading_minutes_of(in_pack)
    reading = _("{duration} to read").format(duration=formats.duration(minutes)) if minutes else ""
    pages = pages_in_words(sum(each.pages or 0 for each in in_pack))
    return " · ".join(filter(None, (papers, pages, reading)))
