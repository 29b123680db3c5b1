"""Fields that read what people type: `5/3`, `næste tirsdag`, `7-9.15`, `1½ t`.

The text comes first; what has been understood is echoed below. While one types nothing is
corrected; when the keyboard leaves the field the text is written as the program writes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import IconButton
from boardkeeper.ui.kit.calendar import CalendarPopup
from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.text_fields import LineEdit

T = TypeVar("T")


class TypedField(Field[T | None]):
    """A line of text that stands for a value; an empty line is None."""

    def __init__(
        self,
        label: str,
        read: Callable[[str], T],
        write: Callable[[T], str],
        *,
        echo: Callable[[T], str] | None = None,
        placeholder: str = "",
        characters: int = 8,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, is_label_hidden=is_label_hidden, parent=parent)
        self._read = read
        self._write = write
        self._echo_of = echo
        self._edit = LineEdit(characters)
        self._edit.setPlaceholderText(placeholder)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.returnPressed.connect(self._on_entered)
        self._adopt(self._edit)

    def value(self) -> T | None:
        text = self._edit.text().strip()
        if not text:
            return None
        if self._kept is not None and text == self._write(self._kept):
            return self._kept  # what we wrote ourselves is not read again
        return self._read(text)

    @property
    def text(self) -> str:
        """What stands in the field, understood or not."""
        return self._edit.text()

    def type_text(self, text: str) -> None:
        """Put text as if it had been typed."""
        self._edit.setText(text)
        self._on_edited()

    def commit(self) -> None:
        super().commit()
        if not self.error:
            self._tidy()

    def _put(self, value: T | None) -> None:
        self._edit.show_text("" if value is None else self._write(value))

    def _tidy(self) -> None:
        value = self.value()
        if value is not None and self._edit.text() != self._write(value):
            self._edit.show_text(self._write(value))

    def _on_shown(self) -> None:
        try:
            value = self.value()
        except UserError:
            value = None
        shown = self._echo_of(value) if value is not None and self._echo_of else ""
        self._set_echo(shown)


class DateField(TypedField[dt.date]):
    """A day: text first, the calendar beside it, the weekday echoed below."""

    def __init__(
        self,
        label: str,
        today: Callable[[], dt.date],
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            lambda text: formats.read_date(text, today()),
            formats.date,
            echo=lambda day: _weekday_and_distance(day, today()),
            placeholder=_("e.g. {example}").format(example=_("next Tuesday")),
            characters=18,
            hint=hint,
            is_label_hidden=is_label_hidden,
            parent=parent,
        )
        self._today = today
        self._button = IconButton("calendar-days", _("Choose a day in the calendar"))
        self._button.clicked.connect(self.open_calendar)
        self._line.addWidget(self._button)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        try:
            day = self.value()
        except UserError:
            day = None
        popup = CalendarPopup(day or self._today(), self._today(), parent=self)
        popup.chosen.connect(self._on_day_chosen)
        popup.show_under(self._edit)

    def _on_day_chosen(self, day: dt.date) -> None:
        self.type_text(formats.date(day))
        self.commit()
        self._edit.setFocus()


class TimeField(TypedField[dt.time]):
    """A time of day: `19`, `19.30`, `7pm`."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            formats.read_time,
            formats.time,
            placeholder=formats.time(dt.time(19)),
            hint=hint,
            is_label_hidden=is_label_hidden,
            parent=parent,
        )


class TimeRangeField(TypedField[tuple[dt.time, dt.time]]):
    """From when to when: `19-21.30`; how long that is, is echoed."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            formats.read_time_range,
            lambda times: formats.times(*times),
            echo=_length,
            placeholder=formats.times(dt.time(19), dt.time(21)),
            characters=13,
            hint=hint,
            is_label_hidden=is_label_hidden,
            parent=parent,
        )


class DurationField(TypedField[int]):
    """How long, in minutes: `2t`, `1½ t`, `90 min`."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            formats.read_duration,
            formats.duration,
            placeholder=formats.duration(90),
            hint=hint,
            is_label_hidden=is_label_hidden,
            parent=parent,
        )


class NumberField(TypedField[int]):
    """A whole number within limits."""

    def __init__(
        self,
        label: str,
        *,
        lowest: int = 0,
        highest: int = 999_999,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            lambda text: _whole_number(text, lowest, highest),
            str,
            hint=hint,
            is_label_hidden=is_label_hidden,
            parent=parent,
        )


def _weekday_and_distance(day: dt.date, today: dt.date) -> str:
    """`Tuesday, tomorrow · week 45`: what one checks a date by."""
    weekday = formats.weekday(day)
    relative = formats.relative_day(day, today)
    words = weekday[:1].upper() + weekday[1:]
    if relative and weekday.casefold() not in relative.casefold():
        words = f"{words}, {relative}"
    return f"{words} · {formats.week(day)}"


def _length(times: tuple[dt.time, dt.time]) -> str:
    """How long it is from one time of day to another, which may be on the next day."""
    start, end = (time.hour * 60 + time.minute for time in times)
    if end > start:
        return formats.duration(end - start)
    return _("{duration}, ends the next day").format(duration=formats.duration(end - start + 1440))


def _whole_number(text: str, lowest: int, highest: int) -> int:
    number = formats.read_number(text)
    if number != number.to_integral_value():
        raise UserError(_("Write a whole number."))
    if not Decimal(lowest) <= number <= Decimal(highest):
        message = _("Write a number from {lowest} to {highest}.")
        raise UserError(
            message.format(lowest=formats.number(lowest), highest=formats.number(highest))
        )
    return int(number)
