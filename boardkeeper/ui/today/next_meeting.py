"""The card of the next meeting: what it is, when and where, and what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.readiness import Lack
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    Chip,
    Picture,
    Space,
    Title,
    Tone,
    Turning,
    empty,
    organisation_colour,
    scaled,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """What the card shows."""

    meeting: Meeting
    organisation: Organisation
    lacks: Sequence[Lack]
    today: date


class NextMeetingCard(Card):
    """A large card with the organisation's stripe, and the two things one does with it."""

    open_wanted = Signal()
    print_wanted = Signal()
    pack_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._colour = ""
        self._build()
        self.open_button.clicked.connect(self.open_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.pack_button.clicked.connect(self.pack_wanted)

    def _build(self) -> None:
        self._organisation = Caption()
        self._distance = Chip("", tone=Tone.ACCENT)
        self._meeting = Title()
        self._when = Body(is_strong=True)
        self._where = Body(tone=Tone.MUTED)
        self._purpose = Body()
        self.open_button = Button(_("Open the meeting"), kind=ButtonKind.PRIMARY)
        self.print_button = Button(_("Print agenda"), icon="printer")
        self.pack_button = Button(_("Meeting pack…"), icon="book-open")
        head = QHBoxLayout()
        head.addWidget(self._organisation, 1)
        head.addWidget(self._distance)
        self._lacks = QVBoxLayout()
        self._lacks.setSpacing(Space.XS)
        buttons = Turning(None, Space.S)
        for button in (self.open_button, self.print_button, self.pack_button):
            buttons.add(button)
        line = QHBoxLayout()
        line.addWidget(buttons)
        line.addStretch(1)
        self.body.setContentsMargins(Space.M, 0, 0, 0)
        self.add_layout(head)
        self.add(self._meeting)
        self.add(self._when)
        self.add(self._where)
        self.add(self._purpose)
        self.body.addSpacing(Space.XS)
        self.add_layout(self._lacks)
        self.body.addSpacing(Space.XS)
        self.add_layout(line)

    def show_meeting(self, coming: NextMeeting) -> None:
        meeting = coming.meeting
        self._colour = coming.organisation.colour.value
        self._organisation.setText(coming.organisation.name)
        self._distance.set_text(capitalised(formats.relative_day(meeting.day, coming.today)))
        self._meeting.setText(title_of(meeting))
        self._when.setText(capitalised(formats.long_moment(meeting.starts_at, meeting.ends_at)))
        _say(self._where, " · ".join(filter(None, (meeting.place, meeting.link))))
        _say(self._purpose, meeting.purpose)
        empty(self._lacks)
        for lack in coming.lacks:
            self._lacks.addWidget(_line(lack))
        if not coming.lacks and meeting.is_open:
            self._lacks.addWidget(_all_ready())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(organisation_colour(self._colour))
        inset = scaled(Space.M)
        height = self.height() - 2 * inset
        painter.drawRoundedRect(QRectF(scaled(Space.S), inset, Space.XS, height), 2, 2)
        painter.end()


def capitalised(text: str) -> str:
    """The words as a line of their own begins."""
    return text[:1].upper() + text[1:]


def _say(label: Body, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _line(lack: Lack) -> QWidget:
    tone = Tone.DANGER if lack.is_late else Tone.WARNING
    icon = "circle-alert" if lack.is_late else "circle-dashed"
    return _said(icon, lack.text, tone, Tone.DANGER if lack.is_late else Tone.PLAIN)


def _all_ready() -> QWidget:
    return _said("circle-check", _("Nothing is missing."), Tone.SUCCESS, Tone.SUCCESS)


def _said(icon: str, text: str, mark: Tone, words: Tone) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.S)
    line.addWidget(Picture(icon, tone=mark), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Body(text, tone=words), 1)
    return made
