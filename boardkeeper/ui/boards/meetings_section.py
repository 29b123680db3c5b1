"""The organisation's next meetings and its series, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.series import Series
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Action, Body, Button, ButtonKind, Card, MenuButton, Tone
from boardkeeper.ui.rows import RowContent, Rows, add_left
from boardkeeper.ui.series.preview import series_in_words

NEXT = 3
"""How many meetings are shown."""


class MeetingsSection(Card):
    """The next three meetings, and the series they come from in words.

    `plan_wanted` wishes for the paper of a year's meetings.
    """

    meeting_wanted = Signal(str)
    new_meeting_for = Signal(str)
    meetings_wanted = Signal(str)
    series_wanted = Signal(str)
    plan_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Meetings"), parent)
        self._organisation: Organisation | None = None
        self._build()

    def _build(self) -> None:
        self._plan = Button(_("Plan meeting"), icon="calendar-plus")
        self._plan.clicked.connect(self._on_plan)
        self._empty = Body(_("No meeting is planned."), tone=Tone.MUTED)
        self._rows = Rows()
        self._series = Rows()
        self._all = Button(_("All meetings"), kind=ButtonKind.QUIET, icon="arrow-right")
        self._all.clicked.connect(self._on_all)
        self.add_action(self._plan)
        self.add(self._empty)
        self.add(self._rows)
        self.add(self._series)
        self._print = MenuButton(
            _("Meeting plan"), kind=ButtonKind.QUIET, icon="printer", name=_("Print meeting plan")
        )
        add_left(self, self._all, self._print)

    def show_meetings(
        self, organisation: Organisation, meetings: Sequence[Meeting], today: date
    ) -> None:
        self._organisation = organisation
        self._print.set_actions([self._plan_of(year) for year in (today.year, today.year + 1)])
        self._empty.setVisible(not meetings)
        self._rows.setVisible(bool(meetings))
        self._rows.show_rows([self._row(meeting, today) for meeting in meetings])

    def show_series(self, series: Sequence[Series]) -> None:
        self._series.setVisible(bool(series))
        self._series.show_rows([self._series_row(each) for each in series])

    def _plan_of(self, year: int) -> Action:
        return Action(str(year), lambda: self.plan_wanted.emit(year), "printer")

    def _series_row(self, series: Series) -> RowContent:
        return RowContent(
            key=series.id,
            about=series,
            title=series_in_words(series),
            caption=" · ".join(filter(None, (_("Series of meetings"), series.title, series.place))),
            open=lambda: self.series_wanted.emit(series.id),
        )

    def _row(self, meeting: Meeting, today: date) -> RowContent:
        return RowContent(
            key=meeting.id,
            about=meeting,
            title=title_of(meeting),
            caption=_when_and_where(meeting),
            chip=formats.relative_day(meeting.day, today),
            open=lambda: self.meeting_wanted.emit(meeting.id),
        )

    def _on_plan(self) -> None:
        if self._organisation is not None:
            self.new_meeting_for.emit(self._organisation.id)

    def _on_all(self) -> None:
        if self._organisation is not None:
            self.meetings_wanted.emit(self._organisation.id)


def _when_and_where(meeting: Meeting) -> str:
    times = formats.time_range(meeting.starts_at, meeting.ends_at)
    return " · ".join(filter(None, (formats.date(meeting.day), times, meeting.place)))
