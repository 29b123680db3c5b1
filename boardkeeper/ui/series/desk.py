"""Where one does things with a series: it asks what is needed and tells the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, SeriesId
from boardkeeper.domain.occurrences import count_before
from boardkeeper.domain.series import Series
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.series.days import days_of
from boardkeeper.ui.series.days_dialog import SeriesDaysDialog
from boardkeeper.ui.series.dialog import SeriesDialog
from boardkeeper.ui.series.end_dialog import EndDialog


class SeriesDesk(QObject):
    """Opens the dialogs of series over a page, and stores what comes of them."""

    meeting_wanted = Signal(str)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page

    def show_days(self, series_id: SeriesId) -> None:
        """The days of a series, with what is dropped, moved and still to be decided."""
        dialog = SeriesDaysDialog(self._page)
        self._fill(dialog, series_id)
        dialog.settled.connect(lambda day, is_met: self._settle(dialog, series_id, day, is_met))
        dialog.change_wanted.connect(lambda: self._change_instead(dialog, series_id))
        dialog.discard_wanted.connect(lambda: self._discard(dialog, series_id))
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.ask(lambda _nothing: None)

    def change_all(self, series_id: SeriesId) -> None:
        """The series as it is, to be changed as a whole."""
        dialog = SeriesDialog(
            self._services.series.get(series_id),
            self._services.series.days,
            self._services.clock.today,
            title=_("Change the whole series"),
            explanation=_(
                "Meetings ahead that stand as planned follow. Those called, held or moved one by "
                "one stay."
            ),
            parent=self._page,
        )
        dialog.ask(self._services.series.change_all)

    def change_following(self, meeting: Meeting) -> None:
        """The series from one of its meetings on, to be changed; what lies before stays."""
        if meeting.series_id is None or meeting.series_day is None:
            return
        day = meeting.series_day
        series = self._services.series.get(meeting.series_id)
        dialog = SeriesDialog(
            _from(day, series),
            self._services.series.days,
            self._services.clock.today,
            title=_("Change this and the following meetings"),
            explanation=_("Meetings before {day} stay as they are.").format(day=formats.date(day)),
            parent=self._page,
        )
        dialog.ask(lambda changed: self._change_from(series, day, changed))

    def end_with(self, meeting: Meeting) -> None:
        """Let a meeting be the last one of its series, or a day after it."""
        series_id, day = meeting.series_id, meeting.series_day
        if series_id is None or day is None:
            return
        dialog = EndDialog(day, self._services.clock.today, self._page)
        dialog.ask(lambda last: self._services.series.end(series_id, last))

    def _change_from(self, series: Series, day: date, changed: Series) -> None:
        # A first meeting set earlier takes what lies between with it.
        first = min(day, changed.starts_at.date())
        self._services.series.change_from(series.id, first, changed)

    def _settle(
        self, dialog: SeriesDaysDialog, series_id: SeriesId, day: date, is_met: bool
    ) -> None:
        self._services.series.settle(series_id, day, day if is_met else None)
        self._fill(dialog, series_id)

    def _change_instead(self, dialog: SeriesDaysDialog, series_id: SeriesId) -> None:
        dialog.accept()
        self.change_all(series_id)

    def _discard(self, dialog: SeriesDaysDialog, series_id: SeriesId) -> None:
        dialog.accept()
        self._services.series.discard(series_id)

    def _fill(self, dialog: SeriesDaysDialog, series_id: SeriesId) -> None:
        series = self._services.series.get(series_id)
        today = self._services.clock.today()
        dialog.show_series(series, days_of(self._services.series, series, today))


def _from(day: date, series: Series) -> Series:
    """What is left of a series from one of its days on."""
    rule = series.recurrence
    if rule.count is not None:
        before = count_before(rule, series.starts_at, day)
        rule = replace(rule, count=max(1, rule.count - before))
    starts_at = datetime.combine(day, series.starts_at.time())
    return replace(series, rule=rule.text, starts_at=starts_at)
