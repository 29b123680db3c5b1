"""The head of a meeting's page: whose it is, what, when, where, and what is to be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.meeting_life import Standing, next_step, state_before, steps_of
from boardkeeper.domain.meetings import Meeting, MeetingState, state_name, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Chip,
    Dot,
    MenuButton,
    Picture,
    Space,
    Title,
    Tone,
)
from boardkeeper.ui.meetings.meeting_words import whereabouts
from boardkeeper.ui.wrapping import Wrapping


class MeetingHeader(QWidget):
    """Says what the meeting is and offers what one does with the whole of it.

    The natural next step of its life is a button; the others, and the way back, are in the menu.
    """

    list_wanted = Signal()
    print_wanted = Signal()
    step_wanted = Signal(MeetingState)
    take_back_wanted = Signal()
    correct_wanted = Signal()
    move_wanted = Signal()
    file_wanted = Signal()
    invitation_wanted = Signal()
    cancellation_wanted = Signal()
    agenda_in_word_wanted = Signal()
    minutes_in_word_wanted = Signal()
    brief_wanted = Signal()
    pocket_wanted = Signal()
    pack_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next: MeetingState | None = None
        self._is_brief = False
        self._standing_text = ""
        self._is_late = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self._all = Button(_("All meetings"), kind=ButtonKind.QUIET, icon="list")
        self._dot = Dot("slate")
        self._organisation = Body("", tone=Tone.MUTED)
        self._organisation.setWordWrap(False)
        self._chip = Chip("")
        self._print = Button(_("Print…"), kind=ButtonKind.PRIMARY, icon="printer")
        self._step = Button("", icon="send")
        self._more = MenuButton("", icon="ellipsis", name=_("More with this meeting"))
        top = Wrapping(Space.S)
        for widget in (self._all, self._dot, self._organisation, self._chip):
            top.add(widget)
        for button in (self._step, self._more, self._print):
            top.add(button, at_end=True)
        self._title = Title("")
        self._where = Body("")
        self._late = Picture("", side=16)
        self._standing = Body("", tone=Tone.MUTED)
        third = QHBoxLayout()
        third.setSpacing(Space.S)
        third.addWidget(self._late)
        third.addWidget(self._standing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addWidget(self._where)
        column.addLayout(third)

    def _connect(self) -> None:
        self._all.clicked.connect(self.list_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._step.clicked.connect(self._on_step_clicked)

    def show_meeting(
        self, meeting: Meeting, organisation: Organisation, standing: Standing, today: date
    ) -> None:
        self._dot.set_colour(organisation.colour)
        self._organisation.setText(organisation.name)
        self._title.setText(title_of(meeting))
        self._chip.set_text(state_name(meeting.state))
        self._chip.set_tone(_state_tone(meeting.state))
        self._where.setText(whereabouts(meeting))
        self._standing.setText(standing.text)
        self._standing.set_tone(Tone.WARNING if standing.is_late else Tone.MUTED)
        self._late.set_icon("triangle-alert" if standing.is_late else "", Tone.WARNING)
        self._standing_text, self._is_late = standing.text, standing.is_late
        self._next = next_step(meeting, today)
        if self._next is not None:
            self._step.set_text(_step_name(self._next))
            self._step.set_icon(_STEP_ICONS[self._next])
        self._more.set_actions(self._actions(meeting, today))
        self._show_lines()

    def set_brief(self, *, is_brief: bool) -> None:
        """Leave out where, what is due and the next step: the minutes say it themselves."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self._show_lines()

    def _show_lines(self) -> None:
        self._where.setVisible(not self._is_brief)
        self._step.setVisible(self._next is not None and not self._is_brief)
        self._standing.setVisible(bool(self._standing_text) and not self._is_brief)
        self._late.setVisible(self._is_late and not self._is_brief)

    def _actions(self, meeting: Meeting, today: date) -> Sequence[Action]:
        """What else can be done: the other steps, the way back, another day, away with it."""
        steps = [each for each in steps_of(meeting, today) if each is not self._next]
        actions = [self._step_action(each) for each in steps]
        if meeting.state is MeetingState.CANCELLED:
            actions.append(Action(_("Hold it after all"), self.take_back_wanted.emit, "undo-2"))
        elif meeting.state is MeetingState.APPROVED:
            actions.append(Action(_("Correct the minutes…"), self.correct_wanted.emit, "pencil"))
        elif state_before(meeting) is not None:
            words = _("Take back: {step}").format(step=state_name(meeting.state).lower())
            actions.append(Action(words, self.take_back_wanted.emit, "undo-2"))
        return (
            *actions,
            Action(_("Move to another day…"), self.move_wanted.emit, "calendar-clock"),
            *self._file_actions(meeting, today),
            Action(
                _("Brief before the meeting…"),
                self.brief_wanted.emit,
                "notebook-text",
                is_enabled=meeting.is_open,
            ),
            Action(
                _("Pocket slip…"),
                self.pocket_wanted.emit,
                "sticky-note",
                is_enabled=meeting.is_open,
            ),
            Action(_("Meeting pack…"), self.pack_wanted.emit, "book-open"),
            *self._word_actions(meeting, today),
            Action(_("Delete the meeting"), self.discard_wanted.emit, "trash-2", is_dangerous=True),
        )

    def _file_actions(self, meeting: Meeting, today: date) -> Sequence[Action]:
        """The meeting as a file for calendars; to call people, or to call it off to them."""
        file = Action(_("Save as calendar file…"), self.file_wanted.emit, "calendar-arrow-down")
        if meeting.state is MeetingState.CANCELLED:
            words, wish, icon = _("Cancellation…"), self.cancellation_wanted, "calendar-x"
        elif meeting.is_open and meeting.day >= today:
            words, wish, icon = _("Invitation…"), self.invitation_wanted, "calendar-plus"
        else:
            return (file,)
        return (file, Action(words, wish.emit, icon))

    def _word_actions(self, meeting: Meeting, today: date) -> Sequence[Action]:
        """The papers for a word processor: the minutes from the day there can be some."""
        agenda = Action(
            _("Agenda as Word document…"), self.agenda_in_word_wanted.emit, "file-output"
        )
        if meeting.state is MeetingState.CANCELLED or meeting.day > today:
            return (agenda,)
        minutes = _("Minutes as Word document…")
        return (agenda, Action(minutes, self.minutes_in_word_wanted.emit, "file-output"))

    def _step_action(self, state: MeetingState) -> Action:
        return Action(_step_name(state), lambda: self.step_wanted.emit(state), _STEP_ICONS[state])

    def _on_step_clicked(self) -> None:
        if self._next is not None:
            self.step_wanted.emit(self._next)


_STEP_ICONS = {
    MeetingState.NOTICE_SENT: "send",
    MeetingState.HELD: "check",
    MeetingState.DRAFT_MINUTES: "file-text",
    MeetingState.APPROVED: "circle-check",
    MeetingState.CANCELLED: "ban",
}


def _step_name(state: MeetingState) -> str:
    """The step to a state, as a thing to do."""
    return {
        MeetingState.NOTICE_SENT: _("Mark notice as sent"),
        MeetingState.HELD: _("Mark as held"),
        MeetingState.DRAFT_MINUTES: _("Mark draft minutes as sent"),
        MeetingState.APPROVED: _("Approve the minutes…"),
        MeetingState.CANCELLED: _("Cancel the meeting"),
    }[state]


def _state_tone(state: MeetingState) -> Tone:
    return {
        MeetingState.NOTICE_SENT: Tone.ACCENT,
        MeetingState.APPROVED: Tone.SUCCESS,
        MeetingState.CANCELLED: Tone.DANGER,
    }.get(state, Tone.NEUTRAL)
