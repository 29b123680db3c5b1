"""The section Tasks: mine or everyone's, by when they are due, ticked as they are done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.tasks import Task, TaskId, TaskOwner
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.board_papers import tasks_paper
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    Action,
    Caption,
    EmptyState,
    IconButton,
    RecordList,
    RecordListModel,
    ScrollPage,
    SearchField,
    Segments,
    Space,
    scaled,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.tasks.dialog import Changed, TaskDialog
from boardkeeper.ui.tasks.new_line import NewTaskLine
from boardkeeper.ui.tasks.rows import TaskRow, TaskWords, rows_of
from boardkeeper.ui.wrapping import Wrapping

MOST_SHOWN = 1_000
"""Tasks listed at once, so that 100,000 of them cost no more time; a search looks at them all."""


class Whose(IntEnum):
    """Whose tasks are listed."""

    MINE = 0
    EVERYONES = 1


class Status(IntEnum):
    """How far the tasks listed are."""

    OPEN = 0
    CLOSED = 1
    ALL = 2


class TasksPage(Page):
    """What was promised at every board, with a line to note more."""

    KINDS = (Task, TaskOwner, Organisation, Meeting, AgendaItem, Person)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._kept: set[TaskId] = set()
        self._whose = Whose.MINE
        self._status = Status.OPEN
        self._words = ""
        self._says = TaskWords(services)
        self._model = RecordListModel[TaskRow](
            (), face=self._says.face(services.clock.today, lambda: self._words)
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self._print = IconButton("printer", _("Print the tasks"))
        self._new = NewTaskLine(self.services)
        self._whose_choice = Segments(
            _("Whose tasks"),
            [
                (pgettext("tasks", "Mine"), _("My tasks")),
                (pgettext("tasks", "Everyone’s"), _("Everyone’s tasks")),
            ],
        )
        self._status_choice = Segments(
            _("Which tasks"),
            [
                (pgettext("tasks", "Open"), _("Open tasks")),
                (pgettext("tasks", "Done"), _("Tasks that are done")),
                (pgettext("tasks", "All"), _("All tasks")),
            ],
        )
        self._whose_choice.choose(self._whose)
        self._status_choice.choose(self._status)
        self._search = SearchField(_("Search the tasks"))
        self._search.setMinimumWidth(scaled(240))
        self._list = RecordList(self._model, _("Tasks"))
        self._list.context_actions = self._actions
        self._nothing = EmptyState("list-checks", "")
        self._capped = Caption()
        self._capped.setMargin(Space.XS)
        self._rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self._rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._no_boards = EmptyState(
            "list-checks",
            _("Tasks belong to a board, and there is none yet."),
            caption=_("Name your first board under Today or Boards."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        self._body = self._made_body()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        whole.addWidget(self._no_boards)

    def _made_body(self) -> ScrollPage:
        """The page scrolls where it is low; the list in it is never lower than a few rows."""
        filters = QWidget()
        line = Wrapping(Space.M, filters)
        line.add(self._whose_choice)
        line.add(self._status_choice)
        line.add(self._search, at_end=True)
        self._stack.setMinimumHeight(scaled(4 * CARD_ROW_HEIGHT))
        body = ScrollPage(_("Tasks"))
        body.add_action(self._print)
        for each in (self._new, filters):
            body.add(each)
        body.add(self._stack, 1)
        body.add(self._capped)
        return body

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_this)
        self._whose_choice.chosen.connect(self._on_whose)
        self._status_choice.chosen.connect(self._on_status)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self.take_focus)
        self._list.clicked.connect(self._on_clicked)
        self._list.opened.connect(self._edit)
        self._list.ticked.connect(self._on_ticked)
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self._rename.activated.connect(self._on_rename)

    def refresh(self) -> None:
        every = self.services.organisations.all()
        self._organisations = {each.id: each for each in every}
        self._body.setVisible(bool(every))
        self._no_boards.setVisible(not every)
        self._new.offer(every, self.organisation_id)
        self._says.refresh(self._organisations)
        me = self.services.people.me()
        self._whose_choice.setVisible(me is not None)
        owner = me.id if me is not None and self._whose is Whose.MINE else None
        shown, count = self._listed(owner)
        kept = self._kept if self._status is Status.OPEN else ()
        self._model.set_records(rows_of(shown, self.services.clock.today(), kept))
        self._show_how_many(len(shown), count)

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        self._kept.clear()
        super().show_organisation(organisation_id)

    def open_record(self, record_id: str) -> None:
        """Choose one task in the list, whatever was asked for before."""
        wanted = self.services.tasks.get(TaskId(record_id))
        me = self.services.people.me()
        if me is None or me.id not in {each.person_id for each in wanted.owners}:
            self._choose(whose=Whose.EVERYONES)
        if not wanted.task.is_open:
            self._choose(status=Status.ALL)
        elif self._status is Status.CLOSED:
            self._choose(status=Status.OPEN)
        self._search.clear()
        self.bring_up_to_date(even_if_fresh=True)
        self._list.choose(wanted.task.id)

    def close_record(self) -> None:
        self._kept.clear()
        self.bring_up_to_date(even_if_fresh=True)

    def make_new(self) -> None:
        """Ctrl+N: to the line a task is typed in."""
        self._new.setFocus()

    def find_here(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def print_this(self) -> None:
        self.print_wanted.emit(tasks_paper(self.services.board_papers, self.organisation_id))

    @Slot()
    def take_focus(self) -> None:
        if not self._model.rowCount():
            self._new.setFocus()
            return
        if self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._list.setFocus()

    @Slot(int)
    def _on_whose(self, index: int) -> None:
        self._choose(whose=Whose(index))
        self.refresh()

    @Slot(int)
    def _on_status(self, index: int) -> None:
        self._choose(status=Status(index))
        self.refresh()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self.refresh()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._edit(self._model.record(index.row()))

    @Slot()
    def _on_rename(self) -> None:
        chosen = self._list.chosen_record()
        if chosen is not None:
            self._edit(chosen)

    @Slot(object)
    def _on_ticked(self, row: TaskRow) -> None:
        if not row.task.is_open:
            self.services.tasks.reopen(row.id)
            return
        self._kept.add(row.id)
        self.services.tasks.finish(row.id)
        self.said.emit(_("“{title}” is done.").format(title=row.task.text))

    @Slot(object)
    def _on_delete_wanted(self, row: TaskRow) -> None:
        self._kept.discard(row.id)
        self.services.tasks.discard(row.id)

    @Slot(object)
    def _edit(self, row: TaskRow) -> None:
        tasks = self.services.tasks
        book = tasks.get(row.id)
        meeting_id = book.task.meeting_id
        people = (
            tasks.people_of(book.task.organisation_id)
            if meeting_id is None
            else tasks.people(meeting_id)
        )
        where = (self._organisations[book.task.organisation_id].name, *self._says.origin(book.task))
        dialog = TaskDialog(
            book, people, " · ".join(where), self.services.clock, parent=self.window()
        )
        dialog.show_history(tasks.history(row.id))
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.ask(self._store)

    def _store(self, changed: Changed) -> None:
        if not changed.task.is_open:
            self._kept.add(changed.task.id)
        self.services.tasks.change(changed.task, changed.owners)

    def _drop(self, row: TaskRow) -> None:
        self._kept.add(row.id)
        self.services.tasks.drop(row.id)
        self.said.emit(_("“{title}” is dropped.").format(title=row.task.text))

    def _actions(self, row: TaskRow) -> Sequence[Action]:
        task = row.task
        actions = [
            Action(_("Change…"), lambda: self._edit(row), "pencil"),
            Action(
                _("Done") if task.is_open else _("Open again"),
                lambda: self._on_ticked(row),
                "check" if task.is_open else "undo-2",
            ),
        ]
        if task.is_open:
            actions.append(Action(_("Drop the task"), lambda: self._drop(row), "circle-slash"))
        meeting_id = task.meeting_id
        if meeting_id is not None:
            actions.append(
                Action(
                    _("Go to the meeting"),
                    lambda: self.meeting_wanted.emit(meeting_id),
                    "messages-square",
                )
            )
        actions.append(
            Action(
                _("Delete the task"),
                lambda: self._on_delete_wanted(row),
                "trash-2",
                is_dangerous=True,
            )
        )
        return actions

    def _choose(self, *, whose: Whose | None = None, status: Status | None = None) -> None:
        """What is listed from the next refresh on; what was just done goes with the old list."""
        self._whose = self._whose if whose is None else whose
        self._status = self._status if status is None else status
        self._whose_choice.choose(self._whose)
        self._status_choice.choose(self._status)
        self._kept.clear()

    def _listed(self, owner: PersonId | None) -> tuple[list[BookTask], int]:
        """The tasks asked for, and how many there are where not all of them are brought."""
        shown: list[BookTask] = []
        count = 0
        for is_open in self._which():
            found = self.services.tasks.listed(
                is_open=is_open,
                organisation_id=self.organisation_id,
                owner=owner,
                words=self._words,
                limit=MOST_SHOWN - len(shown) + 1,
            )
            shown += found.tasks[: MOST_SHOWN - len(shown)]
            count += found.count
        return [*shown, *self._just_closed()], count

    def _which(self) -> tuple[bool, ...]:
        """Whether open tasks are asked for, and whether those done with."""
        return {Status.OPEN: (True,), Status.CLOSED: (False,), Status.ALL: (True, False)}[
            self._status
        ]

    def _just_closed(self) -> list[BookTask]:
        """What was ticked a moment ago stays in sight among the open ones, struck through."""
        if self._status is not Status.OPEN:
            return []
        return [each for each in self.services.tasks.known(self._kept) if not each.task.is_open]

    def _show_how_many(self, shown: int, count: int) -> None:
        self._capped.setVisible(shown < count)
        numbers = {"shown": formats.number(shown), "count": formats.number(count)}
        message = _("{shown} of {count} tasks are listed; a search looks at them all.")
        self._capped.setText(message.format(**numbers))
        if not shown:
            self._say_nothing()
        self._stack.setCurrentWidget(self._list if shown else self._nothing)

    def _say_nothing(self) -> None:
        if self._words:
            sentence = _("No task here fits “{text}”.").format(text=self._words)
        elif self._status is Status.CLOSED:
            sentence = _("Nothing is done yet.")
        elif self._whose is Whose.MINE and self.services.people.me() is not None:
            sentence = _("You have no open tasks.")
        else:
            sentence = _("There are no open tasks.")
        caption = _("Note one above, or in the minutes of a meeting.")
        before = self._nothing
        self._nothing = EmptyState(
            "search-x" if self._words else "list-checks",
            sentence,
            caption="" if self._words else caption,
        )
        self._stack.addWidget(self._nothing)
        self._stack.removeWidget(before)
        before.deleteLater()
