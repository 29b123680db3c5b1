"""How meetings repeat, when that ends, and what holidays do to it: the fields of a series."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardkeeper.domain.recurrence import Rule
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
    Ending,
    Repeats,
    ending_choices,
    month_offers,
)
from boardkeeper.ui.series.rhythm_fields import RhythmFields

TALLEST = 540
"""Pixels the pane takes at most before it scrolls; a window of 768 holds it."""

LOWEST = 160
"""Pixels it can be pressed down to where large text leaves no more."""


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
        self.form = Form()
        self._rhythm = RhythmFields(self.form, with_not=with_not, with_own=with_own)
        self.repeats = self._rhythm.repeats
        self._build(today)
        self._connect()
        self.follow(today())
        self._show_fitting()

    def _build(self, today: Callable[[], date]) -> None:
        add = self.form.add
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
        self._own_fields: tuple[Field[Any], ...] = (
            self._ending,
            self._until,
            self._count,
            self._holidays,
            self._half,
            self._skipped,
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
        self.repeats.changed.connect(self._show_fitting)
        self._ending.changed.connect(self._show_fitting)
        self._rhythm.changed.connect(self.changed)
        for field in self._own_fields:
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
        self._rhythm.follow(day)

    def show_series(self, series: Series) -> None:
        """Fill in how a series repeats."""
        rule = series.recurrence
        self._rhythm.show_rule(rule, series.starts_at)
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
        return self._rhythm.rule(start, until, count)

    def applied_to(self, series: Series) -> Series:
        """The series, repeating as the fields say. Raises as `rule` does."""
        return replace(
            series,
            rule=self.rule(series.starts_at).text,
            holiday_rule=self._holidays.value(),
            minds_half_holidays=self._half.value(),
            skipped_months=",".join(map(str, self._skipped.value())),
        )

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

    def _show_fitting(self) -> None:
        """Show the fields that belong to what is chosen, and empty those that cannot be read."""
        self._rhythm.show_fitting()
        ending = self._ending.value()
        self._until.setVisible(ending is Ending.UNTIL)
        self._count.setVisible(ending is Ending.COUNT)
        if ending is not Ending.UNTIL:
            self._until.set_value(None)
        if ending is not Ending.COUNT:
            self._count.set_value(None)
        self.updateGeometry()
