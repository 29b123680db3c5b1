"""Where the minutes are on their way: begun, closed, draft sent, approved; and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.procedure import ApprovalRule
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    MenuButton,
    Picture,
    Space,
    Tone,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.minutes.sitting import Sitting
from boardkeeper.ui.wrapping import Wrapping

_WORDS = 220
"""What the words need beside the buttons, in pixels at text size 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The minutes as a whole: the sitting, when they count as approved, and what was approved."""

    sitting: Sitting
    deemed_on: date | None = None
    versions: Sequence[ApprovedMinutes] = ()


class ApprovalBand(QFrame):
    """One line: how far the minutes are, and the one thing to do next."""

    begin_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    send_wanted = Signal()
    mark_sent_wanted = Signal()
    object_wanted = Signal()
    approve_wanted = Signal()
    correct_wanted = Signal()
    paper_wanted = Signal()
    carry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("", tone=Tone.MUTED)
        self._words = Body("")
        self._second = Button("")
        self._first = Button("", kind=ButtonKind.PRIMARY)
        self._more = MenuButton("", icon="ellipsis", name=_("More with the minutes"))
        self._first_wish: SignalInstance | None = None
        self._second_wish: SignalInstance | None = None
        self._build()

    def _build(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(Space.S)
        said.addWidget(self._picture)
        said.addWidget(self._words, 1)
        self._buttons = Wrapping(Space.S)
        for button in (self._second, self._first, self._more):
            self._buttons.add(button, at_end=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        self._line.setSpacing(Space.S)
        self._line.addLayout(said, 1)
        self._line.addLayout(self._buttons)
        self.setProperty("surface", "info")
        self._first.clicked.connect(self._on_first)
        self._second.clicked.connect(self._on_second)

    def show_progress(self, progress: Progress) -> None:
        sitting = progress.sitting
        self._offer_first("", None)
        self._offer_second("", None)
        self._more.set_actions(())
        {
            MeetingState.PLANNED: self._show_ahead,
            MeetingState.NOTICE_SENT: self._show_ahead,
            MeetingState.HELD: self._show_held,
            MeetingState.DRAFT_MINUTES: self._show_draft,
            MeetingState.APPROVED: self._show_approved,
            MeetingState.CANCELLED: self._show_cancelled,
        }[sitting.meeting.state](progress)
        self._more.setVisible(bool(self._more.offered))
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No wider than the widest button: the words go above, and the buttons wrap."""
        edges = self._line.contentsMargins()
        width = self._buttons.minimumSize().width() + edges.left() + edges.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words and buttons side by side, or the buttons below where the words had no room."""
        room = self.width() - self._buttons.sizeHint().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if room >= scaled(_WORDS) else down
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
        self._buttons.invalidate()

    def _show_ahead(self, progress: Progress) -> None:
        sitting = progress.sitting
        book = sitting.book
        if book.began_at is not None:
            words = _("The meeting began at {time}.").format(time=formats.time(book.began_at))
            self._say("play", words)
            self._offer_first(_("Close the meeting"), self.close_wanted, "Ctrl+Shift+B")
            return
        if sitting.meeting.day > sitting.today:
            words = _("The meeting is on {day}. Words can be written already.")
            self._say("calendar-clock", words.format(day=formats.day(sitting.meeting.day)))
            return
        self._say("circle-dashed", _("The meeting has not begun."))
        self._offer_first(_("Begin the meeting"), self.begin_wanted, "Ctrl+Shift+B")

    def _show_held(self, progress: Progress) -> None:
        sitting = progress.sitting
        ended_at = sitting.book.ended_at
        if sitting.book.is_running:
            self._show_ahead(progress)
            return
        if ended_at is None:
            words = _("The meeting has been held. The minutes are a draft.")
        else:
            words = _("The meeting ended at {time}. The minutes are a draft.").format(
                time=formats.time(ended_at)
            )
        self._say("file-text", words)
        self._offer_first(_("Send draft…"), self.send_wanted)
        actions = [
            Action(_("Mark the draft as sent"), self.mark_sent_wanted.emit, "send"),
            Action(_("Approve…"), self.approve_wanted.emit, "circle-check"),
        ]
        if ended_at is not None:
            actions.append(Action(_("Let the meeting go on"), self.reopen_wanted.emit, "undo-2"))
        self._more.set_actions([*actions, self._carry()])

    def _show_draft(self, progress: Progress) -> None:
        minutes = progress.sitting.book.minutes
        sent_on = None if minutes is None else minutes.draft_sent_on
        by = None if minutes is None else minutes.objections_by
        parts = []
        if sent_on is not None:
            parts.append(_("Draft sent {day}.").format(day=formats.day(sent_on)))
        if minutes is not None and minutes.objections:
            parts.append(_("Objections: {words}").format(words=minutes.objections))
        elif progress.deemed_on is not None:
            parts.append(_("Nobody objected in time: the minutes count as approved."))
        elif by is not None:
            parts.append(_("Objections by {day}.").format(day=formats.day(by)))
        elif progress.sitting.book.procedure.approval is ApprovalRule.NEXT_MEETING:
            parts.append(_("They are approved at the next meeting."))
        correction = "" if minutes is None else minutes.corrections
        if progress.versions and correction:
            parts = [_("Being corrected: {reason}").format(reason=correction)]
        self._say("send", " ".join(parts) or _("The draft has been sent."))
        self._offer_first(_("Approve…"), self.approve_wanted)
        self._offer_second(_("Objection…"), self.object_wanted)
        self._more.set_actions(
            [Action(_("Send draft…"), self.send_wanted.emit, "send"), self._carry()]
        )

    def _show_approved(self, progress: Progress) -> None:
        minutes = progress.sitting.book.minutes
        on = None if minutes is None else minutes.approved_on
        words = _("Approved.") if on is None else _("Approved {day}.").format(day=formats.day(on))
        if progress.versions:
            last = progress.versions[-1]
            words = _("{approved} Version {number}, fingerprint {digest}.").format(
                approved=words, number=last.version, digest=_grouped(last.digest)
            )
            self._offer_first(_("Open the approved paper"), self.paper_wanted)
        self._say("shield-check", words, Tone.SUCCESS)
        self._offer_second(_("Correct…"), self.correct_wanted)
        self._more.set_actions([self._carry()])

    def _show_cancelled(self, _progress: Progress) -> None:
        self._say("ban", _("The meeting was cancelled. Take the cancellation back to minute it."))

    def _carry(self) -> Action:
        words = _("Put unfinished items on the next agenda")
        return Action(words, self.carry_wanted.emit, "forward")

    def _say(self, icon: str, words: str, tone: Tone = Tone.ACCENT) -> None:
        self._picture.set_icon(icon, tone)
        self._words.setText(words)
        self.setAccessibleName(words)

    def _offer_first(self, words: str, wish: SignalInstance | None, keys: str = "") -> None:
        self._first_wish = wish
        _offer(self._first, words, keys)

    def _offer_second(self, words: str, wish: SignalInstance | None) -> None:
        self._second_wish = wish
        _offer(self._second, words, "")

    def _on_first(self) -> None:
        if self._first_wish is not None:
            self._first_wish.emit()

    def _on_second(self) -> None:
        if self._second_wish is not None:
            self._second_wish.emit()


def _offer(button: Button, words: str, keys: str) -> None:
    button.set_text(words)
    button.setVisible(bool(words))
    set_tooltip(button, _("{name} ({keys})").format(name=words, keys=keys) if keys else "")


def _grouped(digest: str) -> str:
    """The beginning of a digest, in fours: what one compares with the foot of a paper."""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))
