"""The columns of an agenda: what a cell says, and what typing in it makes of the item."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem, AgendaLine, ItemType, type_name
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.meetings.agenda_words import sum_in_words


class Col(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    CLOCK = 1
    TITLE = 2
    TYPE = 3
    MINUTES = 4
    PRESENTER = 5
    CLOSED = 6
    CONSENT = 7


EDITED = (Col.TITLE, Col.MINUTES, Col.PRESENTER)
"""The columns that are written in place, in the order in which Tab goes through them."""


def column_name(column: int) -> str:
    """The head of a column."""
    return {
        Col.NUMBER: pgettext("agenda item", "No."),
        Col.CLOCK: pgettext("agenda item", "Time"),
        Col.TITLE: pgettext("agenda item", "Item"),
        Col.TYPE: pgettext("agenda item", "Type"),
        Col.MINUTES: _("Min."),
        Col.PRESENTER: _("Presenter"),
        Col.CLOSED: pgettext("agenda item", "Closed"),
        Col.CONSENT: pgettext("agenda item", "Consent"),
    }[Col(column)]


def shown(line: AgendaLine, column: Col) -> str:
    """The words of a cell."""
    item = line.item
    own_minutes = str(item.minutes) if item.minutes else ""
    return {
        Col.NUMBER: line.number,
        Col.CLOCK: formats.time(line.starts_at),
        Col.TITLE: item.title,
        Col.TYPE: "" if item.type is ItemType.PLAIN else type_name(item.type),
        Col.MINUTES: sum_in_words(line.minutes) if line.is_section else own_minutes,
        Col.PRESENTER: item.presenter,
        Col.CLOSED: column_name(Col.CLOSED) if line.is_closed else "",
        Col.CONSENT: column_name(Col.CONSENT) if item.is_consent else "",
    }[column]


def typed(item: AgendaItem, column: Col) -> Any:
    """What stands in the editor of a cell."""
    match column:
        case Col.TITLE:
            return item.title
        case Col.MINUTES:
            return str(item.minutes) if item.minutes else ""
        case Col.PRESENTER:
            return item.presenter
    return None


def changed(item: AgendaItem, column: Col, value: Any) -> AgendaItem:
    """The item with what was typed or chosen; blank titles leave it as it is."""
    match column:
        case Col.TITLE:
            return replace(item, title=str(value).strip() or item.title)
        case Col.MINUTES:
            text = str(value).strip()
            return replace(item, minutes=formats.read_duration(text) if text else 0)
        case Col.PRESENTER:
            return replace(item, presenter=str(value).strip())
    return item


def alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignLeft
    if column == Col.MINUTES:
        across = Qt.AlignmentFlag.AlignRight
    elif column in (Col.CLOSED, Col.CONSENT):
        across = Qt.AlignmentFlag.AlignHCenter
    return across | Qt.AlignmentFlag.AlignVCenter
