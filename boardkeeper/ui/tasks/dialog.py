"""The dialog of one task, with the meetings it was carried through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.task_lines import Named
from boardkeeper.domain.tasks import Task, TaskStatus, status_name
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.ui.kit import (
    Caption,
    CardRow,
    ChoiceField,
    DateField,
    Dialog,
    DurationField,
    Heading,
    LineField,
    Space,
    TextField,
)
from boardkeeper.ui.tasks.owners_field import OwnersField

MOST_MEETINGS = 6
"""Meetings of a task's history that are named, the last ones beside the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A task as it is to be, and who does it."""

    task: Task
    owners: tuple[Named, ...]


class TaskDialog(Dialog[Changed]):
    """Asks for everything a task holds. `meeting_wanted` closes it: one goes there instead."""

    meeting_wanted = Signal(str)

    def __init__(
        self,
        book: BookTask,
        people: Sequence[Named],
        where: str,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Task"), accept=_("Keep"), explanation=where, width=520, parent=parent)
        self._book = book
        self._clock = clock
        self._text = self.form.add("text", LineField(_("What is to be done")))
        self._owners = self.form.add("owners", OwnersField(pgettext("task", "Who"), people))
        self._due_on = self.form.add("due_on", DateField(pgettext("task", "By"), clock.today))
        self._minutes = self.form.add("minutes", DurationField(_("Estimate")), beside=True)
        self._status = self.form.add(
            "status", ChoiceField(_("Status"), [(each, status_name(each)) for each in TaskStatus])
        )
        self._notes = self.form.add("notes", TextField(_("Notes"), lines=2))
        self._show()

    def read(self) -> Changed:
        status = self._status.value()
        task = replace(
            self._book.task,
            text=self._text.value(),
            due_on=self._due_on.value(),
            minutes=self._minutes.value() or 0,
            status=status,
            closed_on=self._closed_on(status),
            notes=self._notes.value(),
        )
        return Changed(task=task, owners=self._owners.owners())

    def show_history(self, meetings: Sequence[Meeting]) -> None:
        """Name the meetings the task was carried through, the earliest first."""
        if not meetings:
            return
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Heading(_("History"))
        head.setContentsMargins(0, 0, 0, Space.XS)
        column.addWidget(head)
        left_out = max(0, len(meetings) - MOST_MEETINGS)
        for place, meeting in enumerate([*meetings[:1], *meetings[1 + left_out :]]):
            column.addWidget(self._row(meeting, is_first=place == 0))
            if place == 0 and left_out:
                words = ngettext("and {count} meeting more", "and {count} meetings more", left_out)
                more = Caption(words.format(count=left_out))
                more.setContentsMargins(Space.S, Space.XS, 0, Space.XS)
                column.addWidget(more)
        self.add(part)

    def _row(self, meeting: Meeting, *, is_first: bool) -> CardRow:
        is_giver = is_first and meeting.id == self._book.task.meeting_id
        caption = _("Given here") if is_giver else _("Still open here")
        row = CardRow(title_of(meeting), caption=caption, chip=formats.short_date(meeting.day))
        row.clicked.connect(lambda: self._go_to(meeting))
        return row

    def _go_to(self, meeting: Meeting) -> None:
        self.reject()
        self.meeting_wanted.emit(meeting.id)

    def _show(self) -> None:
        task = self._book.task
        self._text.set_value(task.text)
        self._owners.set_owners(
            [Named(name=each.name, person_id=each.person_id) for each in self._book.owners]
        )
        self._due_on.set_value(task.due_on)
        self._minutes.set_value(task.minutes or None)
        self._status.set_value(task.status)
        self._notes.set_value(task.notes)

    def _closed_on(self, status: TaskStatus) -> date | None:
        if status is TaskStatus.OPEN:
            return None
        is_same = status is self._book.task.status
        return self._book.task.closed_on if is_same else self._clock.today()
