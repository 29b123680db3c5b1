"""Attendance and quorum at the top: one line while one writes, everyone as a chip when opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.quorum_words import quorum_in_words
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    Body,
    Button,
    Caption,
    Picture,
    Space,
    ToggleButton,
    Tone,
    announce,
    set_tooltip,
)
from boardkeeper.ui.minutes.chips import ChipRow, PersonChip
from boardkeeper.ui.minutes.roll_words import chip_of
from boardkeeper.ui.minutes.sitting import Sitting
from boardkeeper.ui.wrapping import Wrapping


class RollPanel(QWidget):
    """Who is there, and whether that is enough to decide."""

    all_present_wanted = Signal()
    cycle_wanted = Signal(str)
    details_wanted = Signal(str)
    remove_wanted = Signal(str)
    guest_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_quorate = True
        self._build()
        self._connect()

    def _build(self) -> None:
        self._picture = Picture("circle-dashed", tone=Tone.MUTED)
        self._sentence = Body("")
        self._sentence.setAccessibleDescription(_("Quorum"))
        self._toggle = ToggleButton(_("Attendance"), icon="users")
        set_tooltip(self._toggle, _("Show or hide who takes part"))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._picture)
        head.addWidget(self._sentence, 1)
        head.addWidget(self._toggle)
        self._body = QWidget()
        self._chips = ChipRow(_("Attendance"))
        self._all = Button(_("Everyone present"), icon="user-check")
        set_tooltip(self._all, _("Mark all others as present ({keys})").format(keys="Ctrl+Shift+P"))
        self._guest = Button(_("Guest…"), icon="user-plus")
        self._hint = Caption(
            _("Space: present, apologies, absent, online · Enter: times, proxy · a letter finds")
        )
        self._hint.setWordWrap(False)
        below = Wrapping(Space.S)
        below.add(self._all)
        below.add(self._guest)
        below.add(self._hint)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, Space.XS, 0, Space.XS)
        body.setSpacing(Space.S)
        body.addWidget(self._chips)
        body.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _connect(self) -> None:
        self._toggle.toggled.connect(self._body.setVisible)
        self._all.clicked.connect(self.all_present_wanted)
        self._guest.clicked.connect(self.guest_wanted)
        self._chips.pressed.connect(self.cycle_wanted)
        self._chips.opened.connect(self.details_wanted)
        self._chips.typed.connect(lambda _key, letter: self._chips.jump(letter))

    def show_sitting(self, sitting: Sitting, item_id: AgendaItemId | None) -> None:
        self._chips.show_faces([chip_of(each, sitting) for each in sitting.roll])
        is_open = not sitting.is_approved
        self._chips.setEnabled(is_open)
        self._all.setVisible(is_open)
        self._guest.setVisible(is_open)
        self._hint.setVisible(is_open)
        self._show_quorum(sitting, item_id)

    def set_open(self, is_open: bool) -> None:
        self._toggle.setChecked(is_open)
        self._body.setVisible(is_open)

    def take_focus(self) -> None:
        """Open, with the keyboard on the first person."""
        self.set_open(True)
        self._chips.take_focus()

    def go_to(self, attendance_id: str) -> None:
        """Open, with the keyboard on that person."""
        self.set_open(True)
        self._chips.go_to(attendance_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and self._focused_key():
            self.remove_wanted.emit(self._focused_key())
        else:
            super().keyPressEvent(event)

    def _focused_key(self) -> str:
        focused = QApplication.focusWidget()
        return focused.face.key if isinstance(focused, PersonChip) else ""

    def _show_quorum(self, sitting: Sitting, item_id: AgendaItemId | None) -> None:
        if not sitting.quorum.is_known:
            count = len(sitting.roll)
            words = ngettext(
                "{count} person is invited. Nobody is marked as present yet.",
                "{count} people are invited. Nobody is marked as present yet.",
                count,
            )
            self._say(words.format(count=count), "circle-dashed", Tone.MUTED)
            return
        quorum = sitting.quorum_at(item_id)
        words = quorum_in_words(quorum)
        words = words[:1].upper() + words[1:]
        if quorum.is_quorate:
            self._say(words, "circle-check", Tone.SUCCESS)
        else:
            self._say(words, "circle-alert", Tone.DANGER)
        if quorum.is_quorate != self._was_quorate:
            announce(self, words)
        self._was_quorate = quorum.is_quorate

    def _say(self, words: str, icon: str, tone: Tone) -> None:
        self._sentence.setText(words)
        self._sentence.set_tone(Tone.PLAIN if tone is Tone.SUCCESS else tone)
        self._picture.set_icon(icon, tone)
