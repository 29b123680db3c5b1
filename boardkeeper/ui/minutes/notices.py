"""What is to be heeded of an item: a quorum that changed, a conflict to ask about, a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.quorum import QuorumChange
from boardkeeper.domain.quorum_words import change_in_words
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Button, ButtonKind, Picture, Space, Tone, empty
from boardkeeper.ui.minutes.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to heed. `person_id` and `named` are whose conflict may be to be noted."""

    icon: str
    text: str
    tone: Tone
    person_id: PersonId | None = None
    named: str = ""


def notices_of(sitting: Sitting, each: BookItem) -> Iterator[Notice]:
    """Calm remarks on an item; most often none."""
    change = sitting.quorum_change(each.item.id) if sitting.quorum.is_known else None
    if change is not None and _is_news(change):
        words = change_in_words(change)
        words = words[:1].upper() + words[1:]
        if change.after.is_quorate:
            yield Notice(icon="users", text=words, tone=Tone.MUTED)
        else:
            yield Notice(icon="circle-alert", text=words, tone=Tone.DANGER)
    for misplaced in sitting.misplaced:
        if misplaced.item.id == each.item.id:
            yield Notice(icon="triangle-alert", text=misplaced.in_words(), tone=Tone.WARNING)
    kept_out = {absence.attendance_id for absence in each.absences}
    away = {person.person_id for person in sitting.roll if person.id in kept_out}
    for warning in sitting.conflicts:
        if warning.item.id == each.item.id and warning.person.id not in away:
            words = _("{name} has declared an interest in {interest}, which is named here.")
            yield Notice(
                icon="handshake",
                text=words.format(name=warning.person.name, interest=warning.named),
                tone=Tone.WARNING,
                person_id=warning.person.id,
                named=warning.interest.name,
            )


def _is_news(change: QuorumChange) -> bool:
    """A conflict alone stands below already, and the sentence above says what it leaves."""
    moved = (change.came, change.returned, change.left)
    return any(moved) or not change.after.is_quorate


class Notices(QWidget):
    """The remarks on the item that is open, one below another."""

    def __init__(
        self, note_conflict: Callable[[PersonId, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._note_conflict = note_conflict
        self._shown: tuple[list[Notice], bool] = ([], True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self.hide()

    def show_notices(self, notices: list[Notice], *, is_open: bool) -> None:
        if self._shown != (notices, is_open):
            self._shown = (notices, is_open)
            empty(self._column)
            for notice in notices:
                self._column.addWidget(self._line(notice, is_open=is_open))
        self.setVisible(bool(notices))

    def _line(self, notice: Notice, *, is_open: bool) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(Picture(notice.icon, tone=notice.tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Body(notice.text, tone=notice.tone), 1)
        person_id = notice.person_id
        if person_id is not None and is_open:
            note = Button(_("Note the conflict"), kind=ButtonKind.QUIET)
            note.clicked.connect(lambda: self._note_conflict(person_id, notice.named))
            line.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
        return made
