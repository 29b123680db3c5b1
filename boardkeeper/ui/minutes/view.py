"""The minutes of one meeting: attendance above, the agenda at the left, the item one writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Absence, Attendance
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.minutes import ItemMinutes, Minutes
from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.procedure import Procedure
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.votes import Ballot, Candidate, Vote
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.carrying import CarriedOver
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import EmptyState, Space, divider, scaled
from boardkeeper.ui.minutes.approval_band import ApprovalBand
from boardkeeper.ui.minutes.approving import ApprovalDesk
from boardkeeper.ui.minutes.desk import MinutesDesk
from boardkeeper.ui.minutes.general_panel import GeneralPanel
from boardkeeper.ui.minutes.inline_form import InlineForm
from boardkeeper.ui.minutes.item_pane import ItemPane
from boardkeeper.ui.minutes.item_rows import is_running, made_item_list
from boardkeeper.ui.minutes.phrase_desk import PhraseDesk
from boardkeeper.ui.minutes.roll_desk import RollDesk
from boardkeeper.ui.minutes.roll_panel import RollPanel
from boardkeeper.ui.minutes.sitting import Sitting, read_sitting, with_roll_again
from boardkeeper.ui.minutes.tool_row import Tool
from boardkeeper.ui.minutes.writing import WritingEdit

_NARROW = 620
"""Below this width, in pixels at text size 100 %, the items make room for the text."""


class MinutesView(QWidget):
    """What the secretary has on screen for two hours. Everything has a key, and a button."""

    KINDS = (
        AgendaItem,
        Absence,
        ApprovedMinutes,
        Attendance,
        Ballot,
        Candidate,
        Decision,
        Dissent,
        Idea,
        Interest,
        ItemMinutes,
        Minutes,
        Procedure,
        Task,
        TaskOwner,
        Vote,
    )

    send_wanted = Signal(str)
    paper_wanted = Signal(str)
    agenda_wanted = Signal()
    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._sitting: Sitting | None = None
        self._item_id: AgendaItemId | None = None
        self._is_storing = False
        self._is_stale = False
        self._laid_aside: dict[MeetingId, tuple[AgendaItemId, InlineForm[Any]]] = {}
        self._desk = MinutesDesk(services, self)
        self._approving = ApprovalDesk(services, self)
        self._band = ApprovalBand()
        self._roll = RollPanel()
        self._general = GeneralPanel(services.minutes)
        self._model, self._list = made_item_list()
        self._pane = ItemPane()
        self._people = RollDesk(services, self._roll, self._desk, self._pane, self._ask)
        self._phrases = PhraseDesk(services, self._pane, self._ask)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._list.setMinimumWidth(scaled(150))
        self._list.setMaximumWidth(scaled(480))
        self._parts = QWidget()
        sides = QHBoxLayout(self._parts)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(Space.L)
        sides.addWidget(self._list, 1)
        sides.addWidget(self._pane, 2)
        sides.addStretch(0)
        self._nothing = EmptyState(
            "list-todo",
            _("Minutes begin as a copy of the agenda, and there is nothing on it yet."),
            _("Write the agenda"),
        )
        self._nothing.hide()
        self._general.hide()
        self._line = divider()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self._band, self._roll, self._general, self._line):
            column.addWidget(widget)
        column.addWidget(self._parts, 1)
        column.addWidget(self._nothing, 1)

    def _connect(self) -> None:
        self._pane.text_due.connect(self.store_typing)
        self._pane.private_due.connect(self.store_typing)
        self._pane.left.connect(self._list.setFocus)
        self._pane.conflict_wanted.connect(self._on_conflict_wanted)
        self._pane.came_of.edit_wanted.connect(self._on_edit_wanted)
        self._pane.came_of.discard_wanted.connect(self._desk.discard)
        self._pane.came_of.to_text_wanted.connect(self._on_to_text_wanted)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(lambda _item: self._pane.take_focus())
        self._desk.form_wanted.connect(self._pane.open_form)
        self._desk.item_added.connect(self._on_item_added)
        self._nothing.wanted.connect(self.agenda_wanted)
        self._connect_band()
        self._add_actions()

    def _connect_band(self) -> None:
        band = self._band
        band.begin_wanted.connect(self.begin_or_close)
        band.close_wanted.connect(self.begin_or_close)
        band.reopen_wanted.connect(lambda: self._of_meeting(self._services.minutes.reopen))
        band.send_wanted.connect(lambda: self._of_meeting(self.send_wanted.emit))
        band.mark_sent_wanted.connect(lambda: self._of_meeting(self._approving.mark_sent))
        band.object_wanted.connect(lambda: self._of_meeting(self._approving.object))
        band.approve_wanted.connect(self.approve)
        band.correct_wanted.connect(self.correct)
        band.paper_wanted.connect(self._on_paper_wanted)
        band.carry_wanted.connect(
            lambda: self._of_meeting(
                lambda meeting_id: self._say_carried(self._services.minutes.carry_over(meeting_id))
            )
        )

    def _add_actions(self) -> None:
        """Each key with its button, in the order of the buttons."""
        desk, pane = self._desk, self._pane
        pane.add_sign("text-quote", _("Phrases"), "Ctrl+Space", self._phrases.open)
        for keys in ("Ctrl+Space", "Ctrl+."):
            self._add_key(keys, self._phrases.open)
        often = [
            self._noted("gavel", _("Decision"), "Ctrl+Shift+D", desk.decide),
            self._noted("list-checks", _("Task"), "Ctrl+Shift+A", self.give_task),
            self._noted("vote", _("Vote"), "Ctrl+Shift+V", desk.vote),
        ]
        seldom = [
            self._noted("flag", _("Outcome"), "Ctrl+Shift+O", desk.settle),
            self._noted("user-x", _("Conflict of interest"), "Ctrl+Shift+K", desk.keep_out),
            self._noted("message-square-warning", _("Statement"), "Ctrl+Shift+E", desk.dissent),
            self._noted("lightbulb", _("Idea for later"), "Ctrl+Shift+I", desk.keep_idea),
            self._noted("list-plus", _("Add item"), "Ctrl+Shift+M", desk.add_item),
        ]
        pane.set_tools(
            often,
            seldom,
            back=Tool(
                icon="arrow-up",
                name=_("Previous item"),
                keys="Ctrl+Shift+Enter",
                do=self.previous_item,
            ),
            on=Tool(icon="arrow-down", name=_("Next item"), keys="Ctrl+Enter", do=self.next_item),
        )
        for tool in (*often, *seldom):
            self._add_key(tool.keys, tool.do)
        for key in ("Return", "Enter"):  # the one of the letters, and the one of the numbers
            self._add_key(f"Ctrl+{key}", self.next_item)
            self._add_key(f"Ctrl+Shift+{key}", self.previous_item)
        self._add_key("Ctrl+Shift+P", self._people.everyone_present)
        self._add_key("Ctrl+Shift+B", self.begin_or_close)

    def _add_key(self, keys: str, do: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, do)

    @property
    def is_storing(self) -> bool:
        """Whether what changes just now is the text one is typing: it stands there already."""
        return self._is_storing

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting's minutes, or what has changed in them."""
        is_other = self._sitting is None or self._sitting.meeting.id != meeting.id
        if is_other:
            self.finish()
            self._lay_form_aside()
            self._item_id = None
        elif self._people.is_marking and self._sitting is not None and not self._is_stale:
            self._sitting = with_roll_again(self._services, self._sitting)
            self._show_item(None if self._item_id is None else self._known(self._item_id))
            return
        self._is_stale = False
        sitting = read_sitting(self._services, meeting.id)
        self._sitting = sitting
        if is_other:
            self._roll.set_open(not sitting.quorum.is_known)
        self._show(sitting)
        if is_other:
            self._take_up_form(meeting.id)

    def finish(self) -> bool:
        """Store what has been typed, also in an open form; False: that is not complete yet."""
        is_settled = self._pane.store_form()
        self.store_typing()
        self._general.finish()
        return is_settled

    @property
    def unfinished(self) -> list[str]:
        """The forms in which something stands that could not be stored, by their titles."""
        aside = [form.title for _item, form in self._laid_aside.values()]
        opened = self._pane.open_title
        return [*aside, opened] if opened else aside

    def forget(self) -> None:
        """The meeting is gone: store nothing more."""
        self._sitting = None
        self._item_id = None
        self._pane.close_form()

    def take_focus(self) -> None:
        """Put the keyboard where one begins: on the people, then in the text."""
        sitting = self._sitting
        if sitting is None or not sitting.items:
            self._nothing.setFocus()
            return
        self._pane.take_focus()

    def choose(self, item_id: AgendaItemId) -> None:
        """Show one item, unless it is the one on screen or not of this meeting."""
        if item_id != self._item_id and self._known(item_id) is not None:
            if self._pane.settle_form():
                self._go_to(item_id)
            self._pane.take_focus()

    def store_typing(self) -> None:
        """What has been typed becomes a draft in the database."""
        item_id = self._item_id
        if item_id is None:
            return
        minutes = self._services.minutes
        self._store(self._pane.edit, lambda text: minutes.write(item_id, text))
        self._store(self._pane.private, lambda text: minutes.write_private(item_id, text))

    def begin_or_close(self) -> None:
        """Open the meeting with the item one stands on, or close it."""
        sitting = self._sitting
        if sitting is None or sitting.is_approved or not self._pane.settle_form():
            return
        self.store_typing()
        minutes, meeting_id = self._services.minutes, sitting.meeting.id
        if sitting.book.is_running:
            self._say_carried(minutes.close(meeting_id))
        elif sitting.book.began_at is None:
            minutes.begin(meeting_id)
            if self._item_id is not None:
                minutes.start_item(self._item_id)

    def next_item(self) -> None:
        """Go on to the next item: it begins now, and the one that ran ends."""
        self._step(+1)

    def previous_item(self) -> None:
        """Go back to the item before; its times stay."""
        self._step(-1)

    def give_task(self) -> None:
        """A task; a line that is marked in the text becomes one."""
        line = self._pane.edit.marked_line()
        if line and self._item_id is not None:
            self.store_typing()
            self._services.tasks.from_note(self._item_id, line)
            return
        self._desk.give_task()

    def approve(self) -> None:
        """Ask whether the minutes are to be approved as they are."""
        if self.finish() and self._sitting is not None:
            self._approving.approve(self._sitting.meeting)

    def correct(self) -> None:
        self._of_meeting(self._approving.correct)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No higher than the words need at the width there is; Qt thinks of the narrowest."""
        hint = super().minimumSizeHint()
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            hint.setHeight(min(hint.height(), self.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._list.setVisible(self.width() >= scaled(_NARROW))

    def _show(self, sitting: Sitting) -> None:
        self._band.show_progress(self._approving.progress(sitting))
        has_items = bool(sitting.items)
        self._parts.setVisible(has_items)
        self._nothing.setVisible(not has_items)
        self._model.set_records(sitting.items)
        known = None if self._item_id is None else self._known(self._item_id)
        self._show_item(known or _begins_with(sitting))
        self._general.setVisible(sitting.is_general)
        if sitting.is_general:
            self._general.setEnabled(not sitting.is_approved)
            self._general.show_minutes(self._services.minutes.of(sitting.meeting.id))

    def _known(self, item_id: AgendaItemId) -> BookItem | None:
        return None if self._sitting is None else self._sitting.book.item(item_id)

    def _show_item(self, each: BookItem | None) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        item_id = None if each is None else each.item.id
        is_other = item_id != self._item_id
        self._item_id = item_id
        self._desk.show_sitting(sitting, each)
        self._people.show_sitting(sitting)
        self._phrases.show_sitting(sitting)
        self._roll.show_sitting(sitting, item_id)
        if each is not None:
            with _quiet(self._list):
                self._list.choose(each.item.id)
            self._pane.show_item(sitting, each, is_other=is_other)

    def _go_to(self, item_id: AgendaItemId) -> None:
        """Show another item, having stored what was typed in this one."""
        self.store_typing()
        sitting = self._sitting
        if sitting is None:
            return
        if self._is_stale:
            self._is_stale = False
            self._sitting = sitting = read_sitting(self._services, sitting.meeting.id)
            self._model.set_records(sitting.items)
        self._show_item(sitting.book.item(item_id))

    def _step(self, by: int) -> None:
        sitting = self._sitting
        if sitting is None or not self._pane.settle_form():
            return
        order = [each.item.id for each in sitting.items]
        at = order.index(self._item_id) + by if self._item_id in order else 0
        if not 0 <= at < len(order):
            return
        self._go_to(order[at])
        if by > 0 and not sitting.is_approved:
            self._services.minutes.start_item(order[at])
        self._pane.take_focus()

    def _ask(self, do: Callable[[], object]) -> None:
        """Open a form, once the one that is open has been stored."""
        sitting = self._sitting
        if sitting is None or sitting.is_approved or not self._pane.settle_form():
            return
        self.store_typing()
        if self._is_stale:
            self.show_meeting(sitting.meeting)
        do()

    def _noted(self, icon: str, name: str, keys: str, do: Callable[[], object]) -> Tool:
        """What opens a form for the item; the people make room for it."""

        def note() -> None:
            self._people.make_room()
            self._ask(do)

        return Tool(icon=icon, name=name, keys=keys, do=note)

    def _store(self, edit: WritingEdit, write: Callable[[str], object]) -> None:
        if not edit.is_dirty:
            return
        self._is_storing = self._is_stale = True
        try:
            write(edit.take())
        except Exception:
            edit.keep()  # it stands there still, and is stored with the next key
            raise
        finally:
            self._is_storing = False

    def _of_meeting(self, do: Callable[[Any], object]) -> None:
        if self._sitting is not None and self.finish():
            do(self._sitting.meeting.id)

    def _lay_form_aside(self) -> None:
        """What is half written and cannot be stored waits for its meeting to be opened again."""
        sitting, item_id = self._sitting, self._item_id
        if sitting is None or item_id is None or not self._pane.open_title:
            self._pane.close_form()
            return
        form = self._pane.lay_form_aside()
        if form is not None:
            self._laid_aside[sitting.meeting.id] = (item_id, form)

    def _take_up_form(self, meeting_id: MeetingId) -> None:
        item_id, form = self._laid_aside.pop(meeting_id, (None, None))
        each = None if item_id is None else self._known(item_id)
        if form is None:
            return
        if each is None:  # the item has gone meanwhile
            form.deleteLater()
            return
        self._show_item(each)
        self._pane.take_up(form)

    def _say_carried(self, carried: CarriedOver | None) -> None:
        """Tell what went on to which meeting."""
        if carried is None or not carried.count:
            return
        words = ngettext(
            "{count} item now stands on the agenda of {meeting}, {day}.",
            "{count} items now stand on the agenda of {meeting}, {day}.",
            carried.count,
        )
        meeting = carried.meeting
        self.said.emit(
            words.format(
                count=carried.count, meeting=title_of(meeting), day=formats.day(meeting.day)
            )
        )

    def _on_chosen(self, each: BookItem | None) -> None:
        if each is None or each.item.id == self._item_id:
            return
        if self._pane.settle_form():
            self._go_to(each.item.id)
        elif self._item_id is not None:
            self._list.choose(self._item_id)

    def _on_item_added(self, item_id: str) -> None:
        self._go_to(AgendaItemId(item_id))
        self._services.minutes.start_item(AgendaItemId(item_id))

    def _on_edit_wanted(self, record: Any) -> None:
        self._ask(lambda: self._desk.edit(record))

    def _on_to_text_wanted(self, task: Task) -> None:
        self.store_typing()
        self._services.tasks.to_note(task.id)

    def _on_conflict_wanted(self, person_id: str, named: str) -> None:
        roll = () if self._sitting is None else self._sitting.roll
        who = next((each.id for each in roll if each.person_id == PersonId(person_id)), None)
        self._ask(lambda: self._desk.keep_out(who, named))

    def _on_paper_wanted(self) -> None:
        self._of_meeting(self.paper_wanted.emit)


def _begins_with(sitting: Sitting) -> BookItem | None:
    """The item that runs, else the first one."""
    running = [each for each in sitting.items if is_running(each)]
    return next(iter([*running, *sitting.items]), None)


@contextmanager
def _quiet(view: QWidget) -> Iterator[None]:
    """What one chooses from here is not told."""
    was_blocked = view.blockSignals(True)
    yield
    view.blockSignals(was_blocked)
