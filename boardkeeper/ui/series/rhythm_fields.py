"""How often, and on which days: the fields a rhythm is chosen in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from boardkeeper.domain.recurrence import Rule, ending_with
from boardkeeper.domain.rhythm import Rhythm, Step, rhythm_of, rule_of
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, Field, Form, NumberField, SeveralField
from boardkeeper.ui.series.repeat_words import (
    LAST_DAY,
    PLACES,
    Repeats,
    interval_label,
    month_day_choices,
    month_offers,
    place_offers,
    repeats_choices,
    repeats_of,
    weekday_offers,
)

_SHOWN = {
    Repeats.WEEKS: {"interval", "weekdays"},
    Repeats.MONTH_WEEKDAY: {"interval", "places", "weekdays"},
    Repeats.MONTH_DAY: {"interval", "month_day"},
    Repeats.YEAR_WEEKDAY: {"interval", "places", "weekdays", "months"},
    Repeats.YEAR_DAY: {"interval", "month_day", "months"},
}
"""The fields that belong to each way of repeating."""

_NAMES = ("interval", "month_day", "places", "weekdays", "months")


class RhythmFields(QObject):
    """Adds its fields to a form, and shows those that fit what is chosen.

    `repeats` is left to whoever asks for the fields, unless it is to stand at their `head`. What
    has not been chosen otherwise follows the day of the first meeting: its weekday, its place in
    the month.
    """

    changed = Signal()

    def __init__(
        self, form: Form, *, with_not: bool, with_own: bool = False, head: bool = False
    ) -> None:
        super().__init__(form)
        self._with_not = with_not
        choices = repeats_choices(with_not=with_not, with_own=with_own)
        self.repeats = ChoiceField(_("Repeats"), choices)
        self._form = form
        self._day: date | None = None
        self._own: Rule | None = None
        if head:
            form.add("rule", self.repeats)
        self._build()
        self._connect()

    def _build(self) -> None:
        add = self._form.add
        self._interval = add("interval", NumberField("", lowest=1, highest=99))
        self._interval.set_value(1)
        self._month_day = add(
            "month_day", ChoiceField(_("Day of the month"), month_day_choices()), beside=True
        )
        self._places = add("places", SeveralField(_("Which ones"), place_offers(), columns=5))
        self._weekdays = add("weekdays", SeveralField(_("Weekdays"), weekday_offers(), columns=7))
        self._months = add("months", SeveralField(_("Months"), month_offers(), columns=6))

    def _connect(self) -> None:
        self.repeats.changed.connect(self._on_repeats_changed)
        for name in _NAMES:
            self._form.fields[name].changed.connect(self.changed)

    def offer_own(self, *, is_offered: bool) -> None:
        """Let one keep a rule that says more than these fields can, where there is such a one."""
        choices = repeats_choices(with_not=self._with_not, with_own=is_offered)
        self.repeats.set_choices(choices)

    def follow(self, day: date) -> None:
        """The first meeting is on that day; what said the day before says this one now."""
        before, self._day = self._day, day
        follows: tuple[tuple[Field[Any], Callable[[date], Any]], ...] = (
            (self._weekdays, lambda of: (of.weekday(),)),
            (self._places, lambda of: (_place(of),)),
            (self._month_day, lambda of: of.day),
            (self._months, lambda of: (of.month,)),
        )
        for field, said in follows:
            if before is None or field.value() == said(before):
                field.set_value(said(day))

    def show_rule(self, rule: Rule, start: datetime) -> None:
        """Fill in the rule of meetings that begin so."""
        rhythm = rhythm_of(rule, start)
        self.follow(start.date())
        self._own = rule
        self.repeats.set_value(repeats_of(rhythm))
        self._interval.set_value(rule.interval)
        if rhythm is not None:
            _fill(self._weekdays, rhythm.weekdays)
            _fill(self._places, rhythm.places)
            _fill(self._months, rhythm.months)
            if rhythm.month_days:
                self._month_day.set_value(rhythm.month_days[0])
        self.show_fitting()

    def rule(self, start: datetime, until: date | None = None, count: int | None = None) -> Rule:
        """The rule that is meant, with its end.

        Raises:
            InvalidField: something to be chosen is not.
            NotUnderstood: a number cannot be read.
        """
        repeats = self.repeats.value()
        if repeats is Repeats.OWN and self._own is not None:
            return ending_with(self._own, until, count)
        shown = _SHOWN.get(repeats, set())
        weekdays = self._weekdays.value() if "weekdays" in shown else ()
        if "weekdays" in shown and not weekdays:
            raise InvalidField("weekdays", _("Choose at least one weekday."))
        rhythm = Rhythm(
            step=Step(repeats.value),
            interval=self._interval.value() or 1,
            weekdays=weekdays,
            places=self._chosen("places", shown, self._places),
            month_days=(self._month_day.value(),) if "month_day" in shown else (),
            months=self._chosen("months", shown, self._months),
            until=until,
            count=count,
        )
        if self._own is not None and rhythm == rhythm_of(self._own, start):
            return self._own  # said the way it was, so that nothing counts as changed
        return rule_of(rhythm)

    def show_fitting(self) -> None:
        """Show the fields that belong to what is chosen."""
        repeats = self.repeats.value()
        shown = _SHOWN.get(repeats, set())
        self._interval.set_label(interval_label(repeats))
        for name in _NAMES:
            self._form.fields[name].setVisible(name in shown)

    def _chosen(self, name: str, shown: set[str], field: SeveralField) -> tuple[int, ...]:
        if name not in shown:
            return ()
        if not field.value():
            raise InvalidField(name, _("Choose at least one."))
        return tuple(sorted(field.value()))

    def _on_repeats_changed(self) -> None:
        self.show_fitting()
        self.changed.emit()


def _place(day: date) -> int:
    """Which of its weekday in the month a day is; the fifth is the last."""
    number = (day.day - 1) // 7 + 1
    return number if number in PLACES else LAST_DAY


def _fill(field: SeveralField, value: tuple[int, ...]) -> None:
    if value:
        field.set_value(value)
