"""A group as ambassadors: five gauges, and the matrix of me and the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.attention import by_attention, coverage, coverage_in_words, has_talked
from boardkeeper.domain.network import AmbassadorRow, Matrix
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.gauges_card import GaugeTiles
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    ChoiceField,
    EmptyState,
    ScrollPage,
    Segments,
    Space,
    Turning,
)
from boardkeeper.ui.network.matrix_table import MatrixModel, MatrixTable
from boardkeeper.ui.network.periods import Period, periods
from boardkeeper.ui.network.visitors_card import AbsencesCard, VisitorsCard
from boardkeeper.ui.network_papers import network_paper
from boardkeeper.ui.thresholds_dialog import ThresholdsDialog

_EVERYONE, _NOT_TALKED, _NOT_EXPLAINING = range(3)


class AmbassadorsView(QWidget):
    """Shows one group. `wanted` is a record behind a gauge, `print_wanted` a paper."""

    person_wanted = Signal(str)
    meeting_wanted = Signal(str)
    wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._matrix: Matrix | None = None
        self._offered: list[tuple[OrganisationId, str]] = []
        self._model = MatrixModel(services.clock.today)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._page = ScrollPage(_("Ambassadors"), max_width=1200)
        self._print = Button(_("Network sheet"), icon="printer")
        self._numbers = Button(
            _("Set my own numbers…"), kind=ButtonKind.QUIET, icon="sliders-horizontal"
        )
        self._page.add_action(self._print)
        self._group: ChoiceField[OrganisationId] = ChoiceField(_("Group"), [])
        self._period: ChoiceField[Period] = ChoiceField(
            _("Period"), periods(self._services.clock.today())
        )
        choices = Turning(420, Space.M)
        choices.add(self._group, 1)
        choices.add(self._period, 1)
        choices.setMaximumWidth(560)
        self._gauges = GaugeTiles()
        self._totals = Body()
        self._who = Segments(
            _("Which members are shown"),
            [
                (_("Everyone"), ""),
                (_("No one-to-one"), _("Not had a one-to-one in 12 months")),
                (_("Cannot explain"), _("Cannot explain what I do")),
            ],
            is_folding=True,
        )
        self._who.choose(_EVERYONE)
        self._table = MatrixTable(self._model)
        self._table.context_actions = self._actions
        self._nobody = Body(_("Nobody to show here."))
        self._absences = AbsencesCard()
        self._visitors = VisitorsCard()
        self._page.add(choices)
        self._page.add(self._gauges)
        self._page.add(self._totals)
        which = Turning(None, Space.S)
        which.add(self._who)
        which.add(self._numbers)
        self._page.add(which)
        self._page.add(self._nobody)
        self._page.add(self._table)
        both = Turning(640, Space.L)
        both.add(self._absences, 1)
        both.add(self._visitors, 1)
        self._page.add(both)
        self._page.add_stretch()
        self._empty = EmptyState(
            "handshake",
            _("Here the others of a network are your ambassadors."),
            caption=_("Say who you are under People, and name a board or network you sit in."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._group.changed.connect(self._on_chosen)
        self._period.changed.connect(self._on_chosen)
        self._who.chosen.connect(self._show_rows)
        self._table.opened.connect(self._on_opened)
        self._table.explains_toggled.connect(self._on_toggled)
        self._table.chosen.connect(self._keep_in_sight)
        self._gauges.wanted.connect(self.wanted)
        self._absences.meeting_wanted.connect(self.meeting_wanted)
        self._visitors.meeting_wanted.connect(self.meeting_wanted)
        self._visitors.person_wanted.connect(self.person_wanted)
        self._numbers.clicked.connect(self._on_numbers)
        self._print.clicked.connect(self.print_this)

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """Read again what is shown; an organisation the whole window is about comes first."""
        mine = {each.organisation.id for each in self._services.memberships.mine()}
        groups = _groups(self._services.organisations.all(), mine)
        offered = [(each.id, each.name) for each in groups]
        if offered != self._offered:
            self._offered = offered
            self._group.set_choices(offered)
        if organisation_id is not None and organisation_id in dict(offered):
            self._group.set_value(organisation_id)
        self._group.setEnabled(organisation_id is None)
        is_known = bool(offered) and self._services.people.me() is not None
        self._stack.setCurrentWidget(self._page if is_known else self._empty)
        if is_known:
            self._show_group()

    def print_this(self) -> None:
        """The network sheet of the group shown."""
        if self._matrix is not None:
            paper = network_paper(
                self._services.network_papers, self._group.value(), *self._period.value()
            )
            self.print_wanted.emit(paper)

    def take_focus(self) -> None:
        (self._table if self._model.rowCount() else self._who).setFocus()

    def _show_group(self) -> None:
        organisation_id, (first, last) = self._group.value(), self._period.value()
        services = self._services
        self._matrix = services.network.matrix(organisation_id, first, last)
        self._model.meetings = self._matrix.meetings
        self._model.colour = services.organisations.get(organisation_id).colour.value
        self._gauges.show_gauges(services.gauges.gauges(organisation_id, first, last))
        found = coverage(self._matrix.rows, services.clock.today())
        self._totals.setText(coverage_in_words(found))
        self._absences.show_absences(self._matrix.my_absences, services.clock.today())
        self._visitors.show_visitors(self._matrix.visitors)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        if self._matrix is None:
            return
        today = self._services.clock.today()
        rows = by_attention(self._matrix.rows, today)
        if _NOT_TALKED in self._who.down:
            rows = [each for each in rows if not has_talked(each, today)]
        elif _NOT_EXPLAINING in self._who.down:
            rows = [each for each in rows if not each.can_explain]
        self._table.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self._nobody.setText(self._why_nobody())
        self._table.show_rows(rows)
        if self._table.chosen_record() is None:
            self._table.choose_row(0)

    def _why_nobody(self) -> str:
        if _NOT_TALKED in self._who.down:
            return _("You have had a one-to-one with everyone in the last 12 months.")
        if _NOT_EXPLAINING in self._who.down:
            return _("Everyone can explain what you do.")
        return _("Nobody else sits here. Add the members under Boards.")

    def _actions(self, row: AmbassadorRow) -> Sequence[Action]:
        words = _("Cannot explain what I do") if row.can_explain else _("Can explain what I do")
        return [
            Action(_("Show the person"), lambda: self._on_opened(row), "user"),
            Action(words, lambda: self._on_toggled(row), "check"),
        ]

    @Slot()
    def _on_chosen(self) -> None:
        self._show_group()

    @Slot(object)
    def _on_opened(self, row: AmbassadorRow) -> None:
        self.person_wanted.emit(row.person.id)

    @Slot(object)
    def _on_toggled(self, row: AmbassadorRow) -> None:
        since = None if row.can_explain else self._services.clock.today()
        self._services.network.set_can_explain(row.membership.id, since)

    @Slot(object)
    def _keep_in_sight(self, row: AmbassadorRow | None) -> None:
        """The page scrolls to the line the arrows go to."""
        if row is not None and self._table.hasFocus():
            place = self._table.place_of_chosen()
            top = self._page.mapTo(self, QPoint()).y() - self._page.verticalScrollBar().value()
            y = self._table.mapTo(self, place.center()).y() - top
            self._page.ensureVisible(0, y, 0, 2 * place.height())

    @Slot()
    def _on_numbers(self) -> None:
        of, service = self._group.value(), self._services.thresholds

        def keep(values: dict[ThresholdName, int]) -> None:
            service.set_all(of, values)

        ThresholdsDialog(service.of(of), parent=self.window()).ask(keep)


def _groups(
    organisations: Sequence[Organisation], mine: Collection[OrganisationId]
) -> list[Organisation]:
    """Networks first, and of those where I sit or sat before the others."""
    return sorted(
        organisations,
        key=lambda each: (each.kind is not OrganisationKind.NETWORK, each.id not in mine),
    )
