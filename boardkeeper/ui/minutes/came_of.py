"""What came of an item: decisions in a frame, votes, statements, tasks, and all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.attendance import Absence, AbsenceReason
from boardkeeper.domain.identity import Record
from boardkeeper.domain.minutes import ItemMinutes, Outcome, outcome_name
from boardkeeper.domain.minutes_book import BookItem, BookTask, BookVote
from boardkeeper.domain.tasks import TaskStatus, status_name
from boardkeeper.domain.voting_words import result_in_words, rule_in_words
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Body,
    Caption,
    IconButton,
    Picture,
    Space,
    Tone,
    colours,
    empty,
    paint_ring,
    set_tooltip,
)
from boardkeeper.ui.minutes.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that came of an item, as it reads. `record` is what is edited or deleted."""

    record: Record
    icon: str
    title: str
    text: str = ""
    caption: str = ""
    tone: Tone = Tone.MUTED
    is_framed: bool = False
    is_noted_as_text: bool = False


def entries_of(sitting: Sitting, each: BookItem) -> Iterator[Entry]:
    """Everything that came of an item, in the order the minutes print it."""
    yield from (_absence(sitting, absence) for absence in each.absences)
    for decision in each.decisions:
        yield Entry(
            record=decision,
            icon="gavel",
            title=_("Decision {number}").format(number=decision.number),
            text=decision.text,
            caption=_("Rests on: {basis}").format(basis=decision.basis) if decision.basis else "",
            tone=Tone.ACCENT,
            is_framed=True,
        )
        for vote in each.votes:
            if vote.vote.decision_id == decision.id:
                yield _vote(sitting, vote)
    known = {decision.id for decision in each.decisions}
    for vote in each.votes:
        if vote.vote.decision_id not in known:
            yield _vote(sitting, vote)
    for dissent in each.dissents:
        title = _("Statement by {name}").format(name=dissent.name)
        yield Entry(record=dissent, icon="message-square-warning", title=title, text=dissent.text)
    yield from (_task(task) for task in each.tasks)
    if each.minutes is not None and each.outcome is not Outcome.NONE:
        yield _outcome(each.minutes)
    for idea in each.ideas:
        yield Entry(record=idea, icon="lightbulb", title=_("Idea for later"), text=idea.text)


def _absence(sitting: Sitting, absence: Absence) -> Entry:
    name = sitting.name_of(absence.attendance_id)
    if absence.reason is AbsenceReason.AWAY:
        title = _("{name} was out of the room").format(name=name)
        return Entry(record=absence, icon="door-open", title=title, text=absence.explanation)
    stayed = _("Left the room") if absence.left_the_room else _("Stayed in the room")
    return Entry(
        record=absence,
        icon="user-x",
        title=_("{name} has a conflict of interest").format(name=name),
        text=absence.explanation,
        caption=stayed,
    )


def _vote(sitting: Sitting, vote: BookVote) -> Entry:
    result = sitting.results.get(vote.vote.id)
    words = "" if result is None else result_in_words(result)
    details = [] if result is None else [rule_in_words(result)]
    if vote.vote.moved_by:
        details.append(_("moved by {name}").format(name=vote.vote.moved_by))
    return Entry(
        record=vote.vote,
        icon="vote",
        title=vote.vote.question or _("Vote"),
        text=words[:1].upper() + words[1:],
        caption=" · ".join(details),
        tone=Tone.MUTED if result is None or result.is_carried else Tone.WARNING,
    )


def _task(each: BookTask) -> Entry:
    task = each.task
    parts = [", ".join(each.owner_names) or _("nobody yet")]
    if task.due_on is not None:
        parts.append(_("by {day}").format(day=formats.day(task.due_on)))
    if task.minutes:
        parts.append(formats.duration(task.minutes))
    if task.status is not TaskStatus.OPEN:
        parts.append(status_name(task.status).lower())
    return Entry(
        record=task,
        icon="list-checks" if task.is_open else "square-check-big",
        title=task.text,
        caption=" · ".join(parts),
        is_noted_as_text=True,
    )


def _outcome(noted: ItemMinutes) -> Entry:
    icons = {
        Outcome.NOTED: "check",
        Outcome.POSTPONED: "calendar-clock",
        Outcome.REFERRED: "forward",
    }
    return Entry(
        record=noted,
        icon=icons[noted.outcome],
        title=outcome_name(noted.outcome),
        text=noted.outcome_note,
    )


class EntryRow(QFrame):
    """One entry; Enter edits it, Del takes it away."""

    edit_wanted = Signal(object)
    discard_wanted = Signal(object)
    to_text_wanted = Signal(object)
    left = Signal()

    def __init__(self, entry: Entry, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._is_open = is_open
        if entry.is_framed:
            self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (entry.title, entry.text, entry.caption)
        self.setAccessibleName(", ".join(filter(None, said)))
        self._build(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._is_open:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.entry.record)
        elif key == Qt.Key.Key_Delete:
            self.discard_wanted.emit(self.entry.record)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self.rect(), colours().accent)
            painter.end()

    def focusInEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)  # type: ignore[arg-type] # QFocusEvent
        self.update()

    def _build(self, entry: Entry) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        title = Body(entry.title, is_strong=entry.is_framed)
        words.addWidget(title)
        if entry.text:
            words.addWidget(Body(entry.text))
        if entry.caption:
            words.addWidget(Caption(entry.caption, tone=Tone.MUTED))
        line = QHBoxLayout(self)
        side = Space.M if entry.is_framed else Space.XS
        line.setContentsMargins(side, Space.XS, Space.XS, Space.XS)
        line.setSpacing(Space.S)
        is_one_line = not (entry.text or entry.caption)
        top = Qt.AlignmentFlag.AlignVCenter if is_one_line else Qt.AlignmentFlag.AlignTop
        line.addWidget(Picture(entry.icon, tone=entry.tone), 0, top)
        line.addLayout(words, 1)
        if not self._is_open:
            return
        if entry.is_noted_as_text:
            self._add_button(line, "undo-2", _("Make it a line of the text"), self.to_text_wanted)
        self._add_button(line, "pencil", _("Edit"), self.edit_wanted, "Enter")
        self._add_button(line, "trash-2", _("Delete"), self.discard_wanted, "Del")

    def _add_button(
        self, line: QHBoxLayout, icon: str, name: str, wish: SignalInstance, keys: str = ""
    ) -> None:
        button = IconButton(icon, _("{name}: {what}").format(name=name, what=self.entry.title))
        with_keys = _("{name} ({keys})").format(name=name, keys=keys)
        set_tooltip(button, with_keys if keys else name)
        if keys:  # the row itself has these keys
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: wish.emit(self.entry.record))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class CameOf(QWidget):
    """The entries of the item that is open, one below another."""

    edit_wanted = Signal(object)
    discard_wanted = Signal(object)
    to_text_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[list[Entry], bool] = ([], True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self.setProperty("ground", "none")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the words need at the width there is; Qt thinks of the narrowest."""
        hint = super().minimumSizeHint()
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            hint.setHeight(max(self.heightForWidth(self.width()), 0))
        return hint

    def show_entries(self, entries: list[Entry], *, is_open: bool) -> None:
        """Show these; what has the keyboard keeps it, or the one that took its place gets it."""
        if self._shown == (entries, is_open):
            return
        at = next((n for n, row in enumerate(self._rows()) if row.hasFocus()), -1)
        self._shown = (entries, is_open)
        empty(self._column)
        for entry in entries:
            row = EntryRow(entry, is_open=is_open)
            row.edit_wanted.connect(self.edit_wanted)
            row.discard_wanted.connect(self.discard_wanted)
            row.to_text_wanted.connect(self.to_text_wanted)
            row.left.connect(self.left)
            self._column.addWidget(row)
            row.show()  # a layout does not count what waits to be shown
        self._column.addStretch(1)
        rows = self._rows()
        if at >= 0 and rows:
            rows[min(at, len(rows) - 1)].setFocus()
        elif at >= 0:
            self.left.emit()

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from the text, before it goes on to the buttons."""
        for row in self._rows():
            QWidget.setTabOrder(before, row)
            before = row
            for button in row.findChildren(IconButton):
                if button.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(before, button)
                    before = button

    def _rows(self) -> list[EntryRow]:
        widgets = [self._column.itemAt(n) for n in range(self._column.count())]
        found = [each.widget() for each in widgets if each is not None]
        return [each for each in found if isinstance(each, EntryRow)]
