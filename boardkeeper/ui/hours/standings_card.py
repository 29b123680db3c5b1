"""Promised, spent and still to come, board by board, for a year of one's own choosing."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.reference_hours import ReferenceHours, reference_hours_for
from boardkeeper.domain.standing_words import source_in_words
from boardkeeper.domain.standings import Standing
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.standing_row import StandingRow
from boardkeeper.ui.hours.year_choice import YearChoice
from boardkeeper.ui.kit import Body, Caption, Card, Toggle, Tone


class StandingsCard(Card):
    """A row for each of my memberships that has to do with the year."""

    organisation_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Promised and spent"), parent)
        self._services = services
        self._organisation_id: OrganisationId | None = None
        self._rows: list[StandingRow] = []
        self._build()

    def _build(self) -> None:
        self._year = YearChoice(self._services.hours_reports)
        self._year.changed.connect(self._on_year_chosen)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._sum = Body()
        self._key = Caption(
            _("The filled part is spent, the striped is to come, the mark is what you promised.")
        )
        self._none = Body(
            _("None of your seats has to do with this year. Add your seat under Boards."),
            tone=Tone.MUTED,
        )
        self._others = Toggle(_("Beside what others say"))
        self._others.set_value(False)
        self._others.changed.connect(self._on_year_chosen)
        self._sources = Caption()
        self.add(self._year)
        self.add(self._none)
        self.add_layout(self._column)
        self.add(self._sum)
        self.add(self._key)
        self.add(self._others)
        self.add(self._sources)

    @property
    def year(self) -> ReportYear:
        """The year that is chosen."""
        return self._year.year

    def show_standings(self, organisation_id: OrganisationId | None) -> None:
        """Read the year anew, of one organisation or of all."""
        self._organisation_id = organisation_id
        self._year.refresh()
        standings = self._services.forecast.standings(self.year, organisation_id)
        self._show_rows(standings)
        self._none.setVisible(not standings)
        self._key.setVisible(bool(standings))
        self._others.setVisible(bool(standings))
        self._sum.setVisible(len(standings) > 1)
        self._sum.setText(_sum_in_words(standings))

    @Slot()
    def _on_year_chosen(self) -> None:
        self.show_standings(self._organisation_id)

    def _show_rows(self, standings: list[Standing]) -> None:
        """Rows are kept from year to year, and with them the keyboard."""
        while len(self._rows) < len(standings):
            row = StandingRow()
            row.clicked.connect(lambda _down=False, row=row: self._open(row))
            self._rows.append(row)
            self._column.addWidget(row)
        most = max((max(each.promised, each.expected) for each in standings), default=0) or 1
        references = [self._reference(each) for each in standings]
        for row, standing, reference in zip(self._rows, standings, references, strict=False):
            row.show_standing(standing, most, reference)
        told = dict.fromkeys(source_in_words(each) for each in references if each is not None)
        self._sources.setText("\n".join(told))
        self._sources.setVisible(bool(told))
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(standings))

    def _reference(self, standing: Standing) -> ReferenceHours | None:
        """What is nearest to the seat of all that others say, where that is asked for."""
        if not self._others.value():
            return None
        kind, role = standing.organisation.kind, standing.membership.role
        return next(iter(reference_hours_for(kind, role)), None)

    def _open(self, row: StandingRow) -> None:
        if row.standing is not None:
            self.organisation_wanted.emit(row.standing.organisation.id)


def _sum_in_words(standings: list[Standing]) -> str:
    message = _("In all {promised} promised, {spent} spent, {to_come} to come")
    return message.format(
        promised=formats.hours(sum(each.promised for each in standings)),
        spent=formats.hours(sum(each.spent for each in standings)),
        to_come=formats.hours(sum(each.to_come for each in standings)),
    )
