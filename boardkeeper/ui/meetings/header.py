"""The head of a meeting's page: whose it is, what, when, where, and what is to be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from boardkeeper.ui.meetings.meeting_words import DeadlineWords, whereabouts
from boardkeeper.ui.meetings.wrapping import Wrapping


class MeetingHeader(QWidget):
    """Says what the meeting is and offers what one does with the whole of it."""

    list_wanted = Signal()
    print_wanted = Signal()
    notice_sent = Signal()
    move_wanted = Signal()
    cancel_wanted = Signal()
    revive_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._all = Button(_("All meetings"), kind=ButtonKind.QUIET, icon="list")
        self._dot = Dot("slate")
        self._organisation = Body("", tone=Tone.MUTED)
        self._organisation.setWordWrap(False)
        self._chip = Chip("")
        self._print = Button(_("Print…"), kind=ButtonKind.PRIMARY, icon="printer")
        self._send = Button(_("Mark notice as sent"), icon="send")
        self._more = MenuButton("", icon="ellipsis", name=_("More with this meeting"))
        top = Wrapping(Space.S)
        for widget in (self._all, self._dot, self._organisation, self._chip):
            top.add(widget)
        for button in (self._send, self._more, self._print):
            top.add(button, at_end=True)
        self._title = Title("")
        self._where = Body("")
        self._late = Picture("", side=16)
        self._deadlines = Body("", tone=Tone.MUTED)
        third = QHBoxLayout()
        third.setSpacing(Space.S)
        third.addWidget(self._late)
        third.addWidget(self._deadlines, 1)
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
        self._send.clicked.connect(self.notice_sent)

    def show_meeting(
        self, meeting: Meeting, organisation: Organisation, deadlines: DeadlineWords
    ) -> None:
        is_cancelled = meeting.state is MeetingState.CANCELLED
        self._dot.set_colour(organisation.colour)
        self._organisation.setText(organisation.name)
        self._title.setText(title_of(meeting))
        self._chip.set_text(state_name(meeting.state))
        self._chip.set_tone(_state_tone(meeting.state))
        self._where.setText(whereabouts(meeting))
        self._deadlines.setText(deadlines.text)
        self._deadlines.set_tone(Tone.WARNING if deadlines.is_late else Tone.MUTED)
        self._deadlines.setVisible(bool(deadlines.text))
        self._late.set_icon("triangle-alert" if deadlines.is_late else "", Tone.WARNING)
        self._late.setVisible(deadlines.is_late)
        self._send.setVisible(meeting.state is MeetingState.PLANNED)
        self._more.set_actions(self._actions(is_cancelled=is_cancelled))

    def _actions(self, *, is_cancelled: bool) -> Sequence[Action]:
        fate = (
            Action(_("Hold it after all"), self.revive_wanted.emit, "undo-2")
            if is_cancelled
            else Action(_("Cancel the meeting"), self.cancel_wanted.emit, "ban")
        )
        return (
            Action(_("Move to another day…"), self.move_wanted.emit, "calendar-clock"),
            fate,
            Action(_("Delete the meeting"), self.discard_wanted.emit, "trash-2", is_dangerous=True),
        )


def _state_tone(state: MeetingState) -> Tone:
    return {
        MeetingState.NOTICE_SENT: Tone.ACCENT,
        MeetingState.APPROVED: Tone.SUCCESS,
        MeetingState.CANCELLED: Tone.DANGER,
    }.get(state, Tone.NEUTRAL)
