"""How meetings repeat, when that ends, and what holidays do to it: the fields of a series."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardkeeper.domain.recurrence import Rule, ending_with
from boardkeeper.domain.rhythm import Rhythm, Step, rhythm_of, rule_of
from boardkeeper.domain.series import HolidayRule, Series, holiday_rule_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    Form,
    NumberField,
    SeveralField,
    Space,
    scaled,
)
from boardkeeper.ui.series.repeat_words import (
    LAST_DAY,
    PLACES,
    Ending,
    Repeats,
    ending_choices,
    interval_label,
    month_day_choices,
    month_offers,
    place_offers,
    repeats_choices,
    repeats_of,
    weekday_offers,
)

TALLEST = 540
"""Pixels the pane takes at most before it scrolls; a window of 768 holds it."""

LOWEST = 160
"""Pixels it can be pressed down to where large text leaves no more."""

_SHOWN = {
    Repeats.WEEKS: {"interval", "weekdays"},
    Repeats.MONTH_WEEKDAY: {"interval", "places", "weekdays"},
    Repeats.MONTH_DAY: {"interval", "month_day"},
    Repeats.YEAR_WEEKDAY: {"interval", "places", "weekdays", "months"},
    Repeats.YEAR_DAY: {"interval", "month_day", "months"},
}
"""The fields that belong to each way of repeating."""


class RepeatPane(QScrollArea):
    """Everything about the repeating, beside the field `repeats`, which stands with the date.

    What has not been chosen otherwise follows the day of the first meeting: its weekday, its place
    in the month.
    """

    changed = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        with_not: bool,
        with_own: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        choices = repeats_choices(with_not=with_not, with_own=with_own)
        self.repeats = ChoiceField(_("Repeats"), choices)
        self.form = Form()
        self._day: date | None = None
        self._own: Rule | None = None
        self._build(today)
        self._connect()
        self.follow(today())
        self._show_fitting()

    def _build(self, today: Callable[[], date]) -> None:
        add = self.form.add
        self._interval = add("interval", NumberField("", lowest=1, highest=99))
        self._interval.set_value(1)
        self._month_day = add(
            "month_day", ChoiceField(_("Day of the month"), month_day_choices()), beside=True
        )
        self._places = add("places", SeveralField(_("Which ones"), place_offers(), columns=5))
        self._weekdays = add("weekdays", SeveralField(_("Weekdays"), weekday_offers(), columns=7))
        self._months = add("months", SeveralField(_("Months"), month_offers(), columns=6))
        self._ending = add("ending", ChoiceField(_("Ends"), ending_choices()))
        self._until = add("until", DateField(_("Last day"), today), beside=True)
        self._count = add("count", NumberField(_("Meetings"), lowest=1, highest=999), beside=True)
        holidays = [(each, holiday_rule_name(each)) for each in HolidayRule]
        self._holidays = add("holiday_rule", ChoiceField(_("On public holidays"), holidays))
        self._holidays.set_value(HolidayRule.SKIP)
        self._half = add(
            "minds_half_holidays",
            CheckField(_("Half holidays too"), hint=_("1 May, 5 June, 24 and 31 December")),
        )
        self._skipped = add(
            "skipped_months",
            SeveralField(_("Months without meetings"), month_offers(), columns=6),
        )
        ground = QWidget()
        ground.setProperty("ground", "none")
        column = QVBoxLayout(ground)
        column.setContentsMargins(3, 0, Space.M, 0)  # room for the ring of the keyboard
        column.addWidget(self.form)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)

    def _connect(self) -> None:
        self.repeats.changed.connect(self._on_repeats_changed)
        self._ending.changed.connect(self._show_fitting)
        for field in self.form.fields.values():
            field.changed.connect(self.changed)

    @property
    def is_repeating(self) -> bool:
        return self.repeats.value() is not Repeats.NOT

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = self.form.sizeHint()
        return QSize(scaled(400), min(size.height() + 2, scaled(TALLEST)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(300), min(self.sizeHint().height(), scaled(LOWEST)))

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

    def show_series(self, series: Series) -> None:
        """Fill in how a series repeats."""
        rule = series.recurrence
        rhythm = rhythm_of(rule, series.starts_at)
        self.follow(series.starts_at.date())
        self._own = rule
        self.repeats.set_value(repeats_of(rhythm))
        self._interval.set_value(rule.interval)
        if rhythm is not None:
            _fill(self._weekdays, rhythm.weekdays)
            _fill(self._places, rhythm.places)
            _fill(self._months, rhythm.months)
            if rhythm.month_days:
                self._month_day.set_value(rhythm.month_days[0])
        self._until.set_value(rule.until.date() if rule.until else None)
        self._count.set_value(rule.count)
        self._ending.set_value(
            Ending.UNTIL if rule.until else Ending.COUNT if rule.count else Ending.OPEN
        )
        self._holidays.set_value(series.holiday_rule)
        self._half.set_value(series.minds_half_holidays)
        self._skipped.set_value(tuple(sorted(series.months_skipped)))
        self._show_fitting()

    def rule(self, start: datetime) -> Rule:
        """The rule that is meant.

        Raises:
            InvalidField: something to be chosen is not.
            NotUnderstood: a number or a date cannot be read.
        """
        until, count = self._end()
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

    def applied_to(self, series: Series) -> Series:
        """The series, repeating as the fields say. Raises as `rule` does."""
        return replace(
            series,
            rule=self.rule(series.starts_at).text,
            holiday_rule=self._holidays.value(),
            minds_half_holidays=self._half.value(),
            skipped_months=",".join(map(str, self._skipped.value())),
        )

    def _chosen(self, name: str, shown: set[str], field: SeveralField) -> tuple[int, ...]:
        if name not in shown:
            return ()
        if not field.value():
            raise InvalidField(name, _("Choose at least one."))
        return tuple(sorted(field.value()))

    def _end(self) -> tuple[date | None, int | None]:
        ending = self._ending.value()
        if ending is Ending.UNTIL:
            until = self._until.value()
            if until is None:
                raise InvalidField("until", _("Write the last day the series may meet on."))
            return until, None
        if ending is Ending.COUNT:
            count = self._count.value()
            if count is None:
                raise InvalidField("count", _("Write after how many meetings the series ends."))
            return None, count
        return None, None

    def _on_repeats_changed(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        """Show the fields that belong to what is chosen, and empty those that cannot be read."""
        repeats, ending = self.repeats.value(), self._ending.value()
        shown = _SHOWN.get(repeats, set()) | {ending.value}
        self._interval.set_label(interval_label(repeats))
        for name in ("interval", "month_day", "places", "weekdays", "months", "until", "count"):
            self.form.fields[name].setVisible(name in shown)
        if Ending.UNTIL.value not in shown:
            self._until.set_value(None)
        if Ending.COUNT.value not in shown:
            self._count.set_value(None)
        self.updateGeometry()


def _place(day: date) -> int:
    """Which of its weekday in the month a day is; the fifth is the last."""
    number = (day.day - 1) // 7 + 1
    return number if number in PLACES else LAST_DAY


def _fill(field: SeveralField, value: tuple[int, ...]) -> None:
    if value:
        field.set_value(value)
