"""Changing a series, or what is left of it from a day on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.meetings import MeetingKind, kind_name
from boardkeeper.domain.rhythm import rhythm_of
from boardkeeper.domain.series import Series
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, DateField, LineField, TimeRangeField
from boardkeeper.ui.series.preview import Days, SeriesPreview
from boardkeeper.ui.series.repeat_pane import RepeatPane
from boardkeeper.ui.series.repeat_words import Repeats, repeats_of
from boardkeeper.ui.series.unfolding import UnfoldingDialog


class SeriesDialog(UnfoldingDialog[Series]):
    """Shows a series and hands it back as it is to be."""

    def __init__(
        self,
        series: Series,
        days: Days,
        today: Callable[[], date],
        *,
        title: str,
        explanation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title, accept=_("Change the series"), explanation=explanation, parent=parent
        )
        self._series = series
        self._build_form(today)
        self._preview = SeriesPreview(days)
        rhythm = rhythm_of(series.recurrence, series.starts_at)
        has_own = repeats_of(rhythm) is Repeats.OWN
        self._pane = RepeatPane(today, with_not=False, with_own=has_own)
        self.form.add("rule", self._pane.repeats)
        self._add_what(series)
        self.form.fields.update(self._pane.form.fields)
        self.add_side(self._pane, self._preview)
        self._show(series)
        self.unfold(is_open=True)
        self._connect()
        self._show_preview()

    def read(self) -> Series:
        day, times = self._date.value(), self._times.value()
        if day is None:
            raise InvalidField("starts_at", _("A series needs the date of its first meeting."))
        if times is None:
            raise InvalidField("minutes", _("A meeting needs a time, as 19-21."))
        starts_at, ends_at = (datetime.combine(day, each) for each in times)
        if ends_at <= starts_at:
            ends_at += timedelta(days=1)
        series = replace(
            self._series,
            starts_at=starts_at,
            minutes=int((ends_at - starts_at).total_seconds()) // 60,
            kind=self._kind.value(),
            title=self._title.value(),
            place=self._place.value(),
            link=self._link.value(),
        )
        return self._pane.applied_to(series)

    def _build_form(self, today: Callable[[], date]) -> None:
        add = self.form.add
        self._date = add("starts_at", DateField(_("First meeting"), today))
        self._times = add("minutes", TimeRangeField(_("From and to")), beside=True)

    def _add_what(self, series: Series) -> None:
        add = self.form.add
        kinds = [(each, kind_name(each)) for each in MeetingKind]
        self._kind = add("kind", ChoiceField(_("Kind of meeting"), kinds))
        self._title = add("title", LineField(_("Own title")), beside=True)
        self._place = add("place", LineField(_("Place")))
        self._link = add("link", LineField(_("Link or phone number")), beside=True)
        for name in ("kind", "title", "place", "link"):
            self.form.fields[name].set_value(getattr(series, name))

    def _show(self, series: Series) -> None:
        ends_at = series.starts_at + timedelta(minutes=series.minutes)
        self._date.set_value(series.starts_at.date())
        self._times.set_value((series.starts_at.time(), ends_at.time()))
        self._pane.show_series(series)

    def _connect(self) -> None:
        self._date.changed.connect(self._on_date_changed)
        self._times.changed.connect(self._show_preview)
        self._pane.changed.connect(self._on_repeats_changed)

    def _on_date_changed(self) -> None:
        try:
            day = self._date.value()
        except UserError:
            day = None  # half a date; it is complained of when the keyboard leaves it
        if day is not None:
            self._pane.follow(day)
        self._show_preview()

    def _on_repeats_changed(self) -> None:
        self._show_preview()
        self.fit()

    def _show_preview(self) -> None:
        self._preview.show_series(self.read)
