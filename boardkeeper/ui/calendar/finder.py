"""Asks which evenings are free, and lets one of them be chosen for a new meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.free_evenings import Evening, EveningWish
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.calendar.spans import capitalised
from boardkeeper.ui.kit import (
    Caption,
    CheckField,
    DateField,
    Dialog,
    DurationField,
    Field,
    RecordList,
    RecordListModel,
    RowFace,
    Segments,
    TimeRangeField,
    Tone,
    scaled,
)

_WEEKS = 6
_LIST_HEIGHT = 232


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenings:
    """What the finder asks: the evenings of a wish, and what day it is."""

    of: Callable[[EveningWish], list[Evening]]
    today: Callable[[], date]


class WeekdaysField(Field[frozenset[int]]):
    """Any number of weekdays, Monday being 0."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        monday = date(2026, 3, 2)
        days = [monday + timedelta(days=n) for n in range(7)]
        words = [(capitalised(formats.short_weekday(each)), formats.weekday(each)) for each in days]
        self._segments = Segments(label, words, is_one_of=False)
        self._segments.changed.connect(self._on_chosen)
        self._adopt(self._segments)
        self._line.addStretch(1)
        self._kept = self.value()

    def value(self) -> frozenset[int]:
        return self._segments.down

    def _put(self, value: frozenset[int]) -> None:
        self._segments.put_down(value)

    def _on_chosen(self) -> None:
        self.clear_error()
        self.changed.emit()
        self.commit()


class FreeEveningDialog(Dialog[date]):
    """Weekdays, time of day, length and period; the evenings follow as one types."""

    def __init__(self, evenings: Evenings, first: date, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Find a free evening"), accept=_("Plan a meeting"), width=560, parent=parent
        )
        self._evenings = evenings
        self._build_form(first)
        self._model = RecordListModel[Evening]((), face=_face(), key=lambda each: each.on)
        self._list = RecordList(self._model, _("Evenings"))
        self._list.setMinimumHeight(scaled(_LIST_HEIGHT))
        self._count = Caption()
        self.add(self._count)
        self.add(self._list)
        self._connect()
        self._find()

    def read(self) -> date:
        evening = self._list.chosen_record()
        if not isinstance(evening, Evening) or not evening.is_free:
            raise UserError(_("Choose a free evening in the list."))
        return evening.on

    def _build_form(self, first: date) -> None:
        today = self._evenings.today
        form = self.form
        self._weekdays = form.add("weekdays", WeekdaysField(_("Weekdays")))
        self._first = form.add("first", DateField(_("From"), today))
        self._last = form.add("last", DateField(_("To"), today), beside=True)
        self._times = form.add("times", TimeRangeField(_("Between")))
        self._minutes = form.add("minutes", DurationField(_("Length")), beside=True)
        self._all = form.add("all", CheckField(_("Show the evenings that are not free too")))
        wish = EveningWish(first=first, last=first + timedelta(weeks=_WEEKS))
        self._weekdays.set_value(wish.weekdays)
        self._first.set_value(wish.first)
        self._last.set_value(wish.last)
        self._times.set_value((wish.earliest, wish.latest))
        self._minutes.set_value(wish.minutes)

    def _connect(self) -> None:
        for field in (self._weekdays, self._first, self._last, self._times, self._minutes):
            field.committed.connect(self._find)
        self._all.committed.connect(self._find)
        self._list.opened.connect(self.accept)

    @Slot()
    def _find(self) -> None:
        self.form.clear_errors()
        self.messages.clear()
        try:
            found = self._evenings.of(self._wish())
        except InvalidField as error:
            self.form.show_refusal(error)
            found = []
        except UserError:
            return  # the field that cannot be read says so itself
        free = [each for each in found if each.is_free]
        self._model.set_records(found if self._all.value() else free)
        words = ngettext("{count} free evening", "{count} free evenings", len(free))
        self._count.setText(words.format(count=len(free)) if free else self._none(found))
        if free:
            self._list.choose(free[0].on)

    def _wish(self) -> EveningWish:
        first = self._first.value() or self._evenings.today()
        last = self._last.value() or first + timedelta(weeks=_WEEKS)
        earliest, latest = self._times.value() or (time(19), time(22))
        return EveningWish(
            first=first,
            last=last,
            weekdays=self._weekdays.value(),
            earliest=earliest,
            latest=latest,
            minutes=self._minutes.value() or 0,
        )

    @staticmethod
    def _none(found: list[Evening]) -> str:
        if not found:
            return ""
        return _("No free evening. Try a longer period or more weekdays.")


def _face() -> RowFace[Evening]:
    return RowFace[Evening](
        title=lambda each: capitalised(formats.long_date(each.on)),
        caption=_in_words,
        chip=lambda each: formats.week(each.on),
        tone=lambda _each: Tone.NEUTRAL,
        is_muted=lambda each: not each.is_free,
    )


def _in_words(evening: Evening) -> str:
    if evening.free_from is None:
        return evening.why_not
    return _("Free from {time}").format(time=formats.clock(evening.free_from))
