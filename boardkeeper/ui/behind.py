"""The rows behind a number: exactly those that were counted, each leading to its record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.gauges import Row, measure_name
from boardkeeper.domain.identity import Id
from boardkeeper.domain.review_facts import Fact, FactRow, Unit, in_words, unit_of
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    Body,
    Button,
    Caption,
    Heading,
    RecordList,
    RecordListModel,
    RowFace,
    Space,
    Tone,
    scaled,
)

_SIZE = (620, 560)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One row behind a number. `at` is its place, `about` the record it leads to."""

    at: int
    title: str
    caption: str = ""
    chip: str = ""
    counts: bool = True
    about: Id | None = None

    @property
    def id(self) -> int:
        return self.at


def rows_of_fact(fact: Fact) -> list[Behind]:
    """The rows of a fact, the latest first as they come."""
    return [_of_fact(at, fact, row) for at, row in enumerate(fact.rows)]


def rows_of_rule(rows: Sequence[Row]) -> list[Behind]:
    """The rows a gauge or a signal looked at; those that do not count stand back."""
    return [
        Behind(
            at=at,
            title=row.title,
            caption=" · ".join(filter(None, (measure_name(row.measure), row.detail))),
            chip=_day(row.day),
            counts=row.counts,
            about=row.record_id,
        )
        for at, row in enumerate(rows)
    ]


class BehindDialog(QDialog):
    """Shows the rows behind one number. `wanted` is the record one opened."""

    wanted = Signal(object)

    def __init__(
        self, title: str, number: str, rows: Sequence[Behind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*(scaled(each) for each in _SIZE))
        self._model = RecordListModel[Behind]((), face=_face())
        self._model.set_records(list(rows))
        self._list = RecordList(self._model, title)
        self._list.opened.connect(self._on_opened)
        self._close = Button(_("Close"))
        self._close.clicked.connect(self.accept)
        self._build(title, number, rows)

    def _build(self, title: str, number: str, rows: Sequence[Behind]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(Heading(title))
        column.addWidget(Body(" · ".join(filter(None, (number, _counted(rows)))), tone=Tone.MUTED))
        column.addWidget(self._list, 1)
        if rows:
            column.addWidget(Caption(_("Enter or a double click opens a row.")))
        else:
            self._list.hide()
            column.addWidget(Body(_("There is nothing behind this number.")))
            column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)
        (self._list if rows else self._close).setFocus()
        if rows:
            self._list.choose_row(0)

    @Slot(object)
    def _on_opened(self, row: Behind) -> None:
        if row.about is not None:
            self.accept()
            self.wanted.emit(row.about)


def show_behind(
    parent: QWidget,
    title: str,
    number: str,
    rows: Sequence[Behind],
    wanted: Callable[[object], object],
) -> None:
    """Open the rows behind a number."""
    dialog = BehindDialog(title, number, rows, parent.window())
    dialog.wanted.connect(wanted)
    dialog.open()


def _face() -> RowFace[Behind]:
    return RowFace(
        title=lambda row: row.title or _("Without a name"),
        caption=lambda row: row.caption,
        chip=lambda row: row.chip,
        is_muted=lambda row: not row.counts,
    )


def _counted(rows: Sequence[Behind]) -> str:
    """How many rows there are, and how many of them count where not all do."""
    count = sum(row.counts for row in rows)
    if count != len(rows):
        return _("{count} of {whole} rows count").format(count=count, whole=len(rows))
    return ngettext("{count} row", "{count} rows", count).format(count=count)


def _of_fact(at: int, fact: Fact, row: FactRow) -> Behind:
    is_sum = unit_of(fact.measure) is not Unit.COUNT
    return Behind(
        at=at,
        title=row.title,
        caption=_day(row.on) if is_sum else "",
        chip=in_words(fact.measure, row.amount) if is_sum else _day(row.on),
        about=row.about,
    )


def _day(day: date | None) -> str:
    return formats.short_date(day) if day else ""
