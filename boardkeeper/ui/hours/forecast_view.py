"""What the coming weeks take, held against my ceiling, and where my promises stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.week_load import load_chart, red_weeks_in_words, week_in_words
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.ceilings.card import CeilingsCard
from boardkeeper.ui.hours.standings_card import StandingsCard
from boardkeeper.ui.hours.view import HoursView
from boardkeeper.ui.hours.week_card import WeekCard
from boardkeeper.ui.hours.weeks_table import WEEK_ROWS, week_columns
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Body,
    Button,
    Card,
    RecordListModel,
    RecordTable,
    Segments,
    Space,
    Tone,
    Turning,
    scaled,
)
from boardkeeper.ui.week_picture import WeekPicture
from boardkeeper.ui.wrapping import Wrapping

_SPANS = (26, 52)
_PICTURE, _TABLE = 0, 1
_BESIDE = 860
"""Below this width, in pixels at text size 100 %, the standings stand under the week."""


class ForecastView(HoursView):
    """The weeks as a picture or a table, the chosen week, the standings, and the ceilings."""

    what_if_wanted = Signal()
    meeting_wanted = Signal(str)
    task_wanted = Signal(str)
    organisation_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._weeks: list[Week] = []
        self._chosen: date | None = None
        self._are_standings_due = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._span = Segments(
            _("How far ahead"),
            [(_("{count} weeks").format(count=each), "") for each in _SPANS],
        )
        self._span.choose(0)
        self._look = Segments(_("Show the weeks as"), [(_("Picture"), ""), (_("Table"), "")])
        self._look.choose(_PICTURE)
        self._red = Body()
        self._picture = WeekPicture()
        self._model = RecordListModel(week_columns(), key=lambda week: week.monday)
        self._table = RecordTable(self._model, _("Load by week"))
        self._table.setMinimumHeight(scaled((WEEK_ROWS + 1) * ROW_HEIGHT))
        self._table.hide()
        self._load = Card(_("Load by week"))
        choices = Wrapping(Space.M)
        choices.add(self._span)
        choices.add(self._look)
        self._what_if = Button(_("What if I say yes?"), icon="split")
        choices.add(self._what_if, at_end=True)
        self._load.add_layout(choices)
        for each in (self._red, self._picture, self._table):
            self._load.add(each)
        self._week = WeekCard()
        self._standings = StandingsCard(self._services)
        beside = Turning(_BESIDE, Space.L)
        beside.add(_at_top(self._week), 3)
        beside.add(_at_top(self._standings), 2)
        self._ceilings = CeilingsCard(self._services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for widget in (self._load, beside, self._ceilings):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._read_standings)
        self._what_if.clicked.connect(self.what_if_wanted)
        self._span.changed.connect(self._read)
        self._look.changed.connect(self._on_look_chosen)
        self._picture.chosen.connect(self._on_week_chosen)
        self._table.chosen.connect(self._on_row_chosen)
        self._week.meeting_wanted.connect(self.meeting_wanted)
        self._week.task_wanted.connect(self.task_wanted)
        self._week.organisation_wanted.connect(self.organisation_wanted)
        self._standings.organisation_wanted.connect(self.organisation_wanted)

    def show_hours(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the weeks and the year anew."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        self._read()
        self._ceilings.refresh()
        self._are_standings_due = True
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._soon.start()

    @property
    def year(self) -> ReportYear:
        """The year of the standings."""
        return self._standings.year

    def choose_week(self, day: date) -> None:
        """Show the week of a day, as far ahead as there are weeks."""
        self._chosen = monday_of(day)
        if self._weeks and self._chosen > self._weeks[-1].monday:
            self._span.choose(len(_SPANS) - 1)
            self._read()
        self._show_chosen()
        self._picture.setFocus()

    @Slot()
    def _read(self) -> None:
        """Read the weeks, and keep the chosen one; else the first that is red, or this one."""
        today = self._services.clock.today()
        count = _SPANS[next(iter(self._span.down))]
        last = monday_of(today) + timedelta(weeks=count, days=-1)
        self._weeks = self._services.forecast.weeks(today, last)
        chart = load_chart(
            self._weeks, self._organisations, today=today, focus=self._organisation_id
        )
        told = [week_in_words(each, self._organisations) for each in self._weeks]
        self._picture.show_chart(chart, told)
        self._show_table()
        self._red.setText(_red_in_words(self._weeks))
        self._red.set_tone(Tone.DANGER if any(e.is_red for e in self._weeks) else Tone.MUTED)
        if self._chosen not in [each.monday for each in self._weeks]:
            first = next((each for each in self._weeks if each.is_red), self._weeks[0])
            self._chosen = first.monday
        self._show_chosen()

    @Slot()
    def _read_standings(self) -> None:
        """Read the promises once the weeks are on screen: both at once would be one long wait."""
        if self._are_standings_due and self.isVisible():
            self._are_standings_due = False
            self._standings.show_standings(self._organisation_id)

    @Slot()
    def _on_look_chosen(self) -> None:
        is_table = _TABLE in self._look.down
        self._picture.setVisible(not is_table)
        self._table.setVisible(is_table)
        self._show_table()
        self._show_chosen()

    @Slot(int)
    def _on_week_chosen(self, at: int) -> None:
        self._chosen = self._weeks[at].monday
        self._week.show_week(self._weeks[at], self._organisations)

    @Slot(object)
    def _on_row_chosen(self, week: Week | None) -> None:
        if week is not None:
            self._chosen = week.monday
            self._week.show_week(week, self._organisations)

    def _show_table(self) -> None:
        """The table is filled while it is looked at."""
        if _TABLE in self._look.down:
            self._model.set_records(self._weeks)

    def _show_chosen(self) -> None:
        places = {each.monday: at for at, each in enumerate(self._weeks)}
        at = places.get(self._chosen) if self._chosen is not None else None
        if at is None:
            return
        self._picture.choose(at)
        if _TABLE in self._look.down:
            self._table.choose(self._weeks[at].monday)
        self._week.show_week(self._weeks[at], self._organisations)


def _red_in_words(weeks: list[Week]) -> str:
    """How many weeks are red and which, or why none can be."""
    if not any(each.ceiling is not None for each in weeks):
        return _("No ceiling is set yet, so no week can be red. Set yours below.")
    count = sum(1 for each in weeks if each.is_red)
    if not count:
        return _("None of the coming {count} weeks is red.").format(count=len(weeks))
    message = ngettext(
        "{count} red week of {all}: {weeks}.", "{count} red weeks of {all}: {weeks}.", count
    )
    return message.format(count=count, all=len(weeks), weeks=red_weeks_in_words(weeks))


def _at_top(card: QWidget) -> QWidget:
    """The card keeps its own height where the one beside it is higher."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return made
