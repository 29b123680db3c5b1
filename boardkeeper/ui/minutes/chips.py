"""People as chips one goes through with the arrows: who is there, and who voted what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boardkeeper.ui.kit import (
    ICON,
    Space,
    Tone,
    Type,
    colours,
    font,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.wrapping import Wrapping

_HEIGHT = 32
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipFace:
    """What a chip says. `key` tells chips apart; `spoken` is what a screen reader says."""

    key: str
    name: str
    icon: str
    tone: Tone = Tone.NEUTRAL
    remark: str = ""
    spoken: str = ""


class PersonChip(QAbstractButton):
    """One person: a mark, the name, and what is to be said of them."""

    opened = Signal()
    typed = Signal(str)
    stepped = Signal(int)

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_face(face)

    def show_face(self, face: ChipFace) -> None:
        self.face = face
        self.setAccessibleName(face.spoken or face.name)
        set_tooltip(self, face.spoken or face.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = scaled(Space.S) + scaled(ICON) + scaled(Space.XS)
        width += QFontMetrics(font(Type.BODY)).horizontalAdvance(self.face.name)
        if self.face.remark:
            words = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(self.face.remark)
            width += scaled(Space.S) + words
        return QSize(width + scaled(Space.M), scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        if key in (*_NEXT, *_BEFORE):
            self.stepped.emit(1 if key in _NEXT else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.opened.emit()
        elif event.text().isalnum() and not event.modifiers():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        now = colours()
        face = self.face
        painter = QPainter(self)
        ground = self.rect().adjusted(1, 1, -1, -1)
        is_plain = face.tone in (Tone.NEUTRAL, Tone.PLAIN)
        colour = now.surface if is_plain else now.ground_of_tone(face.tone)
        lit = now.hover if is_plain and self.underMouse() else colour
        paint_ground(painter, ground, lit, border=now.border if is_plain else colour)
        if self.hasFocus():
            paint_ring(painter, self.rect(), now.accent)
        side = scaled(ICON)
        top = ground.center().y() - side // 2 + 1
        left = ground.left() + scaled(Space.S)
        paint_icon(painter, QRect(left, top, side, side), face.icon, now.of_tone(face.tone))
        left += side + scaled(Space.XS)
        words = QFontMetrics(font(Type.BODY)).horizontalAdvance(face.name)
        place = QRect(left, ground.top(), words + 2, ground.height())
        paint_words(painter, place, face.name, font(Type.BODY), now.text)
        if face.remark:
            left += words + scaled(Space.S)
            place = QRect(left, ground.top(), ground.right() - left, ground.height())
            tone = Tone.MUTED if is_plain else face.tone
            paint_words(painter, place, face.remark, font(Type.CAPTION), now.of_tone(tone))
        painter.end()


class ChipRow(QWidget):
    """Chips beside one another, going on in the next line where there is no room."""

    pressed = Signal(str)
    opened = Signal(str)
    typed = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._line = Wrapping(scaled(Space.XS), self)
        self._chips: list[PersonChip] = []

    @property
    def faces(self) -> list[ChipFace]:
        return [each.face for each in self._chips]

    def show_faces(self, faces: Sequence[ChipFace]) -> None:
        """Show these; where they are the same people the chips stay, and so does the keyboard."""
        if [each.face.key for each in self._chips] == [face.key for face in faces]:
            for chip, face in zip(self._chips, faces, strict=True):
                if chip.face != face:
                    chip.show_face(face)
            return
        focused = next((each.face.key for each in self._chips if each.hasFocus()), None)
        while self._line.count():
            self._line.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(face) for face in faces]
        for chip in self._chips:
            self._line.add(chip)
            chip.show()
        if focused is not None:
            self.go_to(focused)
        self.updateGeometry()

    def go_to(self, key: str) -> None:
        """Put the keyboard on a chip."""
        for chip in self._chips:
            if chip.face.key == key:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard on the first chip."""
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, key: str, by: int) -> None:
        """Go on from a chip, and stay at the ends."""
        at = [each.face.key for each in self._chips].index(key) + by
        if 0 <= at < len(self._chips):
            self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def jump(self, letter: str) -> None:
        """Go to the next person whose name begins so, after the one that has the keyboard."""
        count = len(self._chips)
        at = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        for n in range(1, count + 1):
            chip = self._chips[(at + n) % count]
            if chip.face.name.casefold().startswith(letter.casefold()):
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _made(self, face: ChipFace) -> PersonChip:
        chip = PersonChip(face, self)
        chip.clicked.connect(lambda: self.pressed.emit(chip.face.key))
        chip.opened.connect(lambda: self.opened.emit(chip.face.key))
        chip.typed.connect(lambda text: self.typed.emit(chip.face.key, text))
        chip.stepped.connect(lambda by: self.step(chip.face.key, by))
        return chip
