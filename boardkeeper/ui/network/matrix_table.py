"""The others of a group as a picture one can walk through: a line each, what there is between us.

It is a table, so a screen reader and the arrow keys find every cell, and each cell says in words
what it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from boardkeeper import formats
from boardkeeper.domain.attention import has_talked, initials, months_ago, months_in_short
from boardkeeper.domain.network import AmbassadorRow
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import (
    Column,
    RecordListModel,
    RecordTable,
    Space,
    Type,
    colours,
    font,
    organisation_colour,
    paint_ground,
    paint_icon,
    paint_words,
    scaled,
)
from boardkeeper.ui.kit.records import Index, Role
from boardkeeper.ui.kit.row_painting import BOX, paint_box

_LINE = 38
_BADGE = 26
_MARK = 8
_BAR = 8
_SIGN = 16
_MOST_MARKS = 4
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class At(IntEnum):
    """The columns, from left to right."""

    MEMBER = 0
    MET = 1
    ONE_TO_ONE = 2
    EXPLAINS = 3
    GIVEN = 4
    RECEIVED = 5
    PROFILE = 6
    AWAY = 7


class MatrixModel(RecordListModel[AmbassadorRow]):
    """The rows, and how many meetings there were."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(
            (
                Column(_("Member"), _member, lambda row: row.person.name, stretch=1, width=190),
                Column(_("Met"), self._met, lambda row: row.met, width=132),
                Column(
                    _("Last one-to-one"),
                    self._talked,
                    lambda row: row.one_to_one_on or date.min,
                    width=190,
                ),
                Column(_("Can explain"), _explains, lambda row: row.can_explain, width=116),
                Column(
                    pgettext("referrals", "Given"),
                    lambda row: str(row.given),
                    lambda row: row.given,
                    width=92,
                ),
                Column(
                    pgettext("referrals", "Received"),
                    lambda row: str(row.received),
                    lambda row: row.received,
                    width=92,
                ),
                Column(_("Profile"), _profile, lambda row: row.has_profile, width=70),
                Column(_("Absences"), _absences, lambda row: len(row.absences.missed), width=100),
            ),
            key=lambda row: row.membership.id,
            search_by=lambda row: f"{row.person.name} {_trade(row)}",
        )
        self.meetings = 0
        self.colour = ""
        self.today = today

    def _met(self, row: AmbassadorRow) -> str:
        return _("{count} of {whole}").format(count=row.met, whole=self.meetings)

    def _talked(self, row: AmbassadorRow) -> str:
        return talked_in_words(row, self.today())


class MatrixTable(RecordTable):
    """Enter, or a click on a name, opens the person; Space, or a click on the box, ticks it."""

    explains_toggled = Signal(object)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Ambassadors"), parent)
        self._matrix = model
        self.setItemDelegate(MatrixDelegate(model, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_lines()

    def show_rows(self, rows: Sequence[AmbassadorRow]) -> None:
        """Show these, in this order until one sorts otherwise."""
        self._matrix.set_records(rows)
        self._set_lines()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_matrix"):
            self._set_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        chosen = self.chosen_record()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and chosen is not None:
            self.explains_toggled.emit(chosen)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if index.column() == At.MEMBER:
            self.opened.emit(index.data(Role.RECORD))
        elif index.column() == At.EXPLAINS:
            self.explains_toggled.emit(index.data(Role.RECORD))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseMoveEvent(event)
        at = self.indexAt(event.position().toPoint()).column()
        is_pressed_for_something = at in (At.MEMBER, At.EXPLAINS)
        shape = Qt.CursorShape.PointingHandCursor if is_pressed_for_something else None
        self.viewport().setCursor(shape or Qt.CursorShape.ArrowCursor)

    def place_of_chosen(self) -> QRect:
        """Where the chosen line stands in this widget."""
        place = self.visualRect(self.currentIndex())
        return place.translated(self.viewport().mapTo(self, QPoint(0, 0)))

    def _set_lines(self) -> None:
        """As high as all its lines: the page scrolls, not the table in it."""
        self.verticalHeader().setMinimumSectionSize(scaled(_LINE))
        self.verticalHeader().setDefaultSectionSize(scaled(_LINE))
        lines = scaled(_LINE) * self._matrix.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + bar)

    def _set_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(_LINE))


class MatrixDelegate(QStyledItemDelegate):
    """Paints badges, bars, signs and boxes."""

    def __init__(self, model: MatrixModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AmbassadorRow = index.data(Role.RECORD)
        place = option.rect
        painter.save()
        _paint_line(painter, option, index)
        inner = place.adjusted(scaled(Space.M), 0, -scaled(Space.M), -1)
        match At(index.column()):
            case At.MEMBER:
                _paint_member(painter, inner, row, self._model.colour)
            case At.MET:
                self._paint_met(painter, inner, row)
            case At.ONE_TO_ONE:
                _paint_talked(painter, inner, row, self._model.today())
            case At.EXPLAINS:
                box = QRect(inner.left(), 0, scaled(BOX), scaled(BOX))
                box.moveTop(inner.center().y() - box.height() // 2 + 1)
                paint_box(painter, box, is_ticked=row.can_explain)
            case At.GIVEN:
                _paint_count(painter, inner, row.given)
            case At.RECEIVED:
                _paint_count(painter, inner, row.received)
            case At.PROFILE:
                _paint_sign(painter, inner, is_good=row.has_profile)
            case At.AWAY:
                over = colours().danger if row.absences.is_over else colours().muted
                words = _absences(row) if row.absences.missed else "–"
                paint_words(painter, inner, words, font(Type.BODY), over)
        painter.restore()

    def _paint_met(self, painter: QPainter, inner: QRect, row: AmbassadorRow) -> None:
        now = colours()
        wide = QFontMetrics(font(Type.BODY)).horizontalAdvance("00")
        paint_words(painter, inner, str(row.met), font(Type.BODY), now.text, _RIGHT)
        bar = inner.adjusted(0, 0, -wide - scaled(Space.S), 0)
        bar.setHeight(scaled(_BAR))
        bar.moveTop(inner.center().y() - bar.height() // 2 + 1)
        radius = bar.height() / 2
        paint_ground(painter, bar, now.divider, radius=radius)
        if row.met and self._model.meetings:
            bar.setWidth(max(bar.height(), round(bar.width() * row.met / self._model.meetings)))
            paint_ground(painter, bar, now.accent, radius=radius)


def talked_in_words(row: AmbassadorRow, today: date) -> str:
    """When the last one-to-one was, and whether that is long ago."""
    if row.one_to_one_on is None:
        return _("Never")
    ago = months_ago(row.one_to_one_on, today)
    words = ", ".join(filter(None, (formats.short_date(row.one_to_one_on), ago)))
    if has_talked(row, today):
        return words
    return _("{when}: more than a year").format(when=words)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The ground of a cell, as the tables of the kit have it."""
    now, place, view = colours(), option.rect, option.widget
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(now.selected))
    painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(now.divider))
    is_current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
    if is_current and view.hasFocus():
        painter.fillRect(place.left(), place.top(), place.width(), 2, QColor(now.accent))
        painter.fillRect(place.left(), place.bottom() - 1, place.width(), 2, QColor(now.accent))


def _paint_member(painter: QPainter, inner: QRect, row: AmbassadorRow, colour: str) -> None:
    now, side = colours(), scaled(_BADGE)
    badge = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
    ground = organisation_colour(colour)
    ground.setAlphaF(0.22)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(badge)
    painter.restore()
    small = font(Type.CAPTION, is_strong=True)
    small.setPixelSize(max(9, round(side * 0.42)))
    paint_words(painter, badge, initials(row.person.name), small, now.text, _CENTRE)
    words = inner.adjusted(side + scaled(Space.S), 0, 0, 0)
    name, trade = row.person.name, _trade(row)
    wide = QFontMetrics(font(Type.BODY)).horizontalAdvance(name) + 2
    paint_words(painter, words, name, font(Type.BODY), now.text)
    left = words.adjusted(wide + scaled(Space.S), 0, 0, 0)
    if trade and left.width() > scaled(60):
        paint_words(painter, left, trade, font(Type.CAPTION), now.muted)


def _paint_talked(painter: QPainter, inner: QRect, row: AmbassadorRow, today: date) -> None:
    now = colours()
    is_recent = has_talked(row, today)
    side = scaled(_SIGN)
    place = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
    if row.one_to_one_on is None:
        paint_icon(painter, place, "circle-dashed", now.warning)
    else:
        tone = now.success if is_recent else now.warning
        paint_icon(painter, place, "circle-check" if is_recent else "clock-alert", tone)
    words = inner.adjusted(side + scaled(Space.S), 0, 0, 0)
    if row.one_to_one_on is None:
        paint_words(painter, words, _("Never"), font(Type.BODY), now.warning)
        return
    day = formats.short_date(row.one_to_one_on)
    widest = QFontMetrics(font(Type.BODY)).horizontalAdvance("00.00.0000")
    paint_words(painter, words, day, font(Type.BODY), now.text if is_recent else now.warning)
    left = words.adjusted(widest + scaled(Space.XS), 0, 0, 0)
    ago = months_in_short(row.one_to_one_on, today)
    paint_words(painter, left, ago, font(Type.CAPTION), now.muted, _RIGHT)


def _paint_count(painter: QPainter, inner: QRect, count: int) -> None:
    """So many squares, and a number beyond; nothing is a dash."""
    now, side = colours(), scaled(_MARK)
    if not count:
        paint_words(painter, inner, "–", font(Type.BODY), now.muted)
        return
    shown = min(count, _MOST_MARKS)
    words = f"{count}"
    wide = QFontMetrics(font(Type.BODY)).horizontalAdvance(words) + scaled(Space.S)
    paint_words(painter, inner, words, font(Type.BODY), now.text)
    top = inner.center().y() - side // 2 + 1
    for at in range(shown):
        mark = QRect(inner.left() + wide + at * (side + 3), top, side, side)
        paint_ground(painter, mark, now.accent, radius=2)


def _paint_sign(painter: QPainter, inner: QRect, *, is_good: bool) -> None:
    now, side = colours(), scaled(_SIGN)
    place = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
    colour = now.success if is_good else now.muted
    paint_icon(painter, place, "check" if is_good else "minus", colour)


def _trade(row: AmbassadorRow) -> str:
    return row.person.occupation or row.person.company


def _member(row: AmbassadorRow) -> str:
    return ", ".join(filter(None, (row.person.name, _trade(row))))


def _explains(row: AmbassadorRow) -> str:
    if row.can_explain_since is None:
        return _("No")
    return _("Yes, since {day}").format(day=formats.short_date(row.can_explain_since))


def _profile(row: AmbassadorRow) -> str:
    return _("Filled") if row.has_profile else _("Not filled")


def _absences(row: AmbassadorRow) -> str:
    return _("{count} of {whole}").format(
        count=len(row.absences.missed), whole=row.absences.allowed
    )
