"""Fields where one chooses: from a list, yes or no, a colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.theme import colours, font, organisation_colour, scaled
from boardkeeper.ui.kit.tokens import CONTROL_HEIGHT, ICON, ORGANISATION_COLOURS, Space, Type

T = TypeVar("T")


class ChoiceField(Field[T]):
    """One of several; the words are shown, the value is what each stands for."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[T, str]],
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, is_label_hidden=is_label_hidden, parent=parent)
        self._choices: list[tuple[T, str]] = []
        self._combo = ChoiceBox()
        self._combo.activated.connect(self._on_activated)
        self._adopt(self._combo)
        self.set_choices(choices)
        if self._choices:
            self._kept = self.value()

    def value(self) -> T:
        return self._choices[self._combo.currentIndex()][0]

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer others; what was chosen stays chosen if it is still there."""
        before = self.value() if self._choices else None
        self._choices = list(choices)
        self._combo.clear()
        self._combo.addItems([words for _value, words in self._choices])
        self._combo.updateGeometry()
        self._put_if_offered(before)

    def _put(self, value: T) -> None:
        self._put_if_offered(value)

    def _put_if_offered(self, value: T | None) -> None:
        for index, (offered, _words) in enumerate(self._choices):
            if offered == value:
                self._combo.setCurrentIndex(index)

    def _on_activated(self) -> None:
        self.clear_error()
        self.changed.emit()
        self.commit()


class ChoiceBox(QComboBox):
    """A combo box with our chevron, which the wheel does not change in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        popup = QListView(self)
        popup.setItemDelegate(QStyledItemDelegate(popup))
        self.setView(popup)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As wide as its longest words (sizeHint). Qt's own way to that resizes the box behind the
        # back of its layout, a moment after the words were set, and lets it stick out till then.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = self.fontMetrics()
        words = (self.itemText(index) for index in range(self.count()))
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        inner = QSize(longest, metrics.height())
        around = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(around, option, inner, self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(96), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        side = scaled(ICON) - 2
        left = self.width() - side - scaled(Space.S)
        place = QRect(left, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        colour = colours().muted if self.isEnabled() else colours().border
        paint_icon(painter, place, "chevron-down", colour)
        painter.end()


class CheckField(Field[bool]):
    """Yes or no: a box before its words."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, is_label_hidden=True, parent=parent)
        self._box = self._made_box(label)
        self._box.toggled.connect(self._on_toggled)
        self._is_setting = False
        self._adopt(self._box)
        self._kept = False

    def value(self) -> bool:
        return self._box.isChecked()

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self._box.setText(label)

    def _made_box(self, label: str) -> CheckBox:
        return CheckBox(label)

    def _put(self, value: bool) -> None:
        self._is_setting = True
        self._box.setChecked(value)
        self._is_setting = False

    def _on_toggled(self) -> None:
        if not self._is_setting:
            self.clear_error()
            self.changed.emit()
            self.commit()


class CheckBox(QCheckBox):
    """A box that paints itself."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = QFontMetrics(font(Type.BODY)).horizontalAdvance(self.text())
        return QSize(
            self._mark_size().width() + scaled(Space.M) + words + 8, scaled(CONTROL_HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._mark_size().width() + scaled(60), scaled(CONTROL_HEIGHT))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802 - Qt's name and form
        return True  # the words are as good as the box

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        mark, words = self._places()
        self._paint_mark(painter, mark)
        colour = colours().text if self.isEnabled() else colours().border
        paint_words(painter, words, self.text(), font(Type.BODY), colour)
        if self.hasFocus():
            paint_ring(painter, mark.adjusted(-4, -4, 4, 4), colours().accent)
        painter.end()

    def _mark_size(self) -> QSize:
        return QSize(scaled(20), scaled(20))

    def _places(self) -> tuple[QRect, QRect]:
        """Where the mark and where the words stand."""
        size = self._mark_size()
        mark = QRect(4, (self.height() - size.height()) // 2, size.width(), size.height())
        left = mark.right() + scaled(Space.M)
        return mark, QRect(left, 0, self.width() - left, self.height())

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        now = colours()
        if self.isChecked():
            paint_ground(painter, place, now.accent if self.isEnabled() else now.border, radius=4)
            inner = place.adjusted(2, 2, -2, -2)
            paint_icon(painter, inner, "check", now.on_accent)
        else:
            border = now.text if self.underMouse() and self.isEnabled() else now.border
            paint_ground(painter, place, now.surface, border=border, radius=4)


class Toggle(CheckField):
    """On or off, at once: words first, the switch at the end of the line."""

    def _made_box(self, label: str) -> CheckBox:
        return Switch(label)


class Switch(CheckBox):
    """A switch that paints itself."""

    def _mark_size(self) -> QSize:
        return QSize(scaled(40), scaled(22))

    def _places(self) -> tuple[QRect, QRect]:
        size = self._mark_size()
        left = self.width() - size.width() - 4
        mark = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        return mark, QRect(0, 0, left - scaled(Space.M), self.height())

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        now = colours()
        radius = place.height() / 2
        if self.isChecked():
            paint_ground(
                painter, place, now.accent if self.isEnabled() else now.border, radius=radius
            )
        else:
            paint_ground(painter, place, now.surface, border=now.border, radius=radius)
        inset = scaled(4)
        side = place.height() - 2 * inset
        left = place.right() - side - inset + 1 if self.isChecked() else place.left() + inset
        knob = QRect(left, place.top() + inset, side, side)
        paint_ground(
            painter, knob, now.on_accent if self.isChecked() else now.border, radius=side / 2
        )


def colour_words(name: str) -> str:
    """What an organisation colour is called."""
    return {
        "blue": pgettext("colour", "Blue"),
        "teal": pgettext("colour", "Teal"),
        "green": pgettext("colour", "Green"),
        "olive": pgettext("colour", "Olive"),
        "amber": pgettext("colour", "Amber"),
        "orange": pgettext("colour", "Orange"),
        "red": pgettext("colour", "Red"),
        "pink": pgettext("colour", "Pink"),
        "purple": pgettext("colour", "Purple"),
        "slate": pgettext("colour", "Slate"),
    }[name]


class ColourField(Field[str]):
    """An organisation's colour, chosen among swatches; arrow keys move, the name is echoed."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._swatches = Swatches()
        self._swatches.chosen.connect(self._on_chosen)
        self._adopt(self._swatches)
        self._line.addStretch(1)
        self._line.setStretch(0, 0)
        self._kept = self.value()
        self._on_shown()

    def value(self) -> str:
        return self._swatches.name

    def _put(self, value: str) -> None:
        self._swatches.choose(value)

    def _on_shown(self) -> None:
        self._set_echo(colour_words(self.value()))

    def _on_chosen(self) -> None:
        self._on_shown()
        self.changed.emit()
        self.commit()


class Swatches(QWidget):
    """The organisation colours, one of them chosen; in as many rows as the width makes of them."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ORGANISATION_COLOURS[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, name: str) -> None:
        """Choose without telling; a name that is not there changes nothing."""
        if name in ORGANISATION_COLOURS:
            self.name = name
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._step() * len(ORGANISATION_COLOURS), self._step())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._step(), self._step())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        rows = -(-len(ORGANISATION_COLOURS) // self._in_a_row(width))
        return rows * self._step()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        column = int(event.position().x()) // self._step()
        row = int(event.position().y()) // self._step()
        if column < self._in_a_row(self.width()):
            self._choose_at(row * self._in_a_row(self.width()) + column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        at = ORGANISATION_COLOURS.index(self.name)
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._choose_at(at + 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._choose_at(at - 1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step()
        for index, name in enumerate(ORGANISATION_COLOURS):
            row, column = divmod(index, self._in_a_row(self.width()))
            place = QRect(column * step, row * step, step, step)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(organisation_colour(name))
            inset = step * 0.2
            painter.drawEllipse(QRectF(place).adjusted(inset, inset, -inset, -inset))
            if name == self.name:
                ring = colours().accent if self.hasFocus() else colours().muted
                paint_ring(painter, place.adjusted(2, 2, -2, -2), ring, radius=step / 2)
                mark = round(step * 0.3)
                colour = QColor(colours().surface).name()
                paint_icon(painter, place.adjusted(mark, mark, -mark, -mark), "check", colour)
        painter.end()

    def _step(self) -> int:
        return scaled(CONTROL_HEIGHT)

    def _in_a_row(self, width: int) -> int:
        """How many fit beside one another: all of them, or else an even share of two rows."""
        fitting = max(1, width // self._step())
        every = len(ORGANISATION_COLOURS)
        return every if fitting >= every else min(fitting, -(-every // 2))

    def _choose_at(self, index: int) -> None:
        if 0 <= index < len(ORGANISATION_COLOURS):
            self.choose(ORGANISATION_COLOURS[index])
            self.setAccessibleDescription(_("Chosen: {name}").format(name=colour_words(self.name)))
            self.chosen.emit()
