"""The answer: which weeks break and why, drawn, told and listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain import simulation_words as words
from boardkeeper.domain.clashes import Finding, sentence_of
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.sheets.seat_weeks import seat_weeks
from boardkeeper.domain.simulation import Instead, Simulation, WeekChange
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    Body,
    Caption,
    Card,
    RecordList,
    RecordListModel,
    RowFace,
    Space,
    Title,
    Tone,
    scaled,
)
from boardkeeper.ui.week_picture import WeekPicture

_MOST_ROWS = 6
"""Rows a list shows before it scrolls by itself."""

_MOST_CLASHES = 5


class ResultView(QWidget):
    """Shows one simulation. A week chosen in the list is marked in the picture, and told."""

    def __init__(
        self,
        today: Callable[[], date],
        name_of: Callable[[Meeting], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._name_of = name_of
        self._simulation: Simulation | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._verdict = Title()
        self._facts = Body("", is_strong=True)
        self._activities = Caption()
        self._money = Caption()
        self._promised = Caption()
        self._problem = Body("", tone=Tone.MUTED)
        self._problem.hide()
        self._picture = WeekPicture()
        self._chosen = Caption()
        self._worse = Caption()
        self._no_ceiling = Body(
            _("Set your ceiling under Hours, and the weeks that break are shown here."),
            tone=Tone.WARNING,
        )
        self._weeks: RecordListModel[WeekChange] = RecordListModel(
            (), face=_face_of_weeks(), key=lambda each: each.monday
        )
        self._week_list = RecordList(self._weeks, _("Weeks that break"))
        self._week_card = Card(_("Weeks that break"))
        self._week_card.add(self._week_list)
        self._clash_card = Card(_("In the way of what is known"))
        self._clashes = Body()
        self._clash_card.add(self._clashes)
        self._instead: RecordListModel[Instead] = RecordListModel(
            (), face=self._face_of_instead(), key=lambda each: each.board.membership.id
        )
        self._instead_list = RecordList(self._instead, _("What could be given up instead"))
        self._instead_card = Card(_("What could be given up instead"))
        self._alone = Caption()
        self._instead_card.add(self._alone)
        self._instead_card.add(self._instead_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 0, 3, 0)  # room for the ring of the keyboard
        column.setSpacing(Space.S)
        for each in (self._problem, self._verdict, self._facts, self._activities, self._money):
            column.addWidget(each)
        for below in (self._promised, self._no_ceiling, self._worse, self._picture, self._chosen):
            column.addWidget(below)
        for card in (self._week_card, self._clash_card, self._instead_card):
            column.addSpacing(Space.S)
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self._picture.chosen.connect(self._on_week_pointed_at)
        self._week_list.chosen.connect(self._on_row_chosen)

    @property
    def simulation(self) -> Simulation | None:
        """What is shown."""
        return self._simulation

    def show_simulation(self, simulation: Simulation) -> None:
        """Show the answer to what is asked now."""
        self._simulation = simulation
        self._problem.hide()
        listed = simulation.mended if simulation.is_leaving else simulation.broken
        self._verdict.setText(words.verdict(simulation))
        self._facts.setText(words.facts(simulation))
        for label, said in (
            (self._activities, words.activities(simulation)),
            (self._money, words.money(simulation)),
            (self._promised, words.promised(simulation)),
            (self._worse, words.worse(simulation)),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self._no_ceiling.setVisible(not simulation.has_ceiling)
        told = [words.told(each) for each in simulation.weeks]
        self._picture.show_chart(seat_weeks(simulation, today=self._today()), told)
        self._show_weeks(listed, is_leaving=simulation.is_leaving)
        self._show_clashes(simulation.clashes)
        self._show_instead(simulation)

    def show_problem(self, problem: str) -> None:
        """Say what is missing before there is an answer; the last one stays."""
        self._problem.setText(problem)
        self._problem.show()

    def _show_weeks(self, listed: tuple[WeekChange, ...], *, is_leaving: bool) -> None:
        title = _("Weeks that are mended") if is_leaving else _("Weeks that break")
        self._week_card.set_title(title)
        self._week_list.setAccessibleName(title)
        self._week_card.setVisible(bool(listed))
        self._weeks.set_records(listed)
        _fit(self._week_list, len(listed))
        self._tell(self._picture.chosen_week)

    def _show_clashes(self, clashes: tuple[Finding, ...]) -> None:
        said = [sentence_of(each, self._name_of) for each in clashes[:_MOST_CLASHES]]
        left = len(clashes) - len(said)
        if left:
            more = ngettext("and {count} more", "and {count} more", left)
            said.append(more.format(count=left))
        self._clashes.setText("\n".join(said))
        self._clash_card.setVisible(bool(said))

    def _show_instead(self, simulation: Simulation) -> None:
        self._instead_card.setVisible(bool(simulation.broken and simulation.instead))
        self._instead.set_records(simulation.instead)
        _fit(self._instead_list, len(simulation.instead))
        helps = any(each.mends for each in simulation.instead)
        self._alone.setText("" if helps else _("No single board given up would mend these weeks."))
        self._alone.setVisible(not helps)

    def _face_of_instead(self) -> RowFace[Instead]:
        return RowFace(
            title=lambda each: each.board.organisation.label,
            caption=lambda each: _("{hours} a year").format(hours=formats.hours(each.minutes)),
            chip=self._mends,
            colour=lambda each: each.board.organisation.colour,
            tone=lambda each: Tone.SUCCESS if each.mends else Tone.NEUTRAL,
        )

    def _mends(self, instead: Instead) -> str:
        """What it would mend; said once for all where none would."""
        if self._simulation is None or not any(e.mends for e in self._simulation.instead):
            return ""
        return words.mends(instead, self._simulation)

    def _on_week_pointed_at(self, at: int) -> None:
        if self._simulation is not None:
            self._week_list.choose(self._simulation.weeks[at].monday)
            self._tell(at)

    def _on_row_chosen(self, change: WeekChange | None) -> None:
        if change is None or self._simulation is None:
            return
        mondays = [each.monday for each in self._simulation.weeks]
        at = mondays.index(change.monday)
        self._picture.choose(at)
        self._tell(at)

    def _tell(self, at: int | None) -> None:
        """Say under the picture what the chosen week is like."""
        shown = self._simulation.weeks if self._simulation is not None else ()
        said = words.told(shown[at]) if at is not None and at < len(shown) else ""
        self._chosen.setText(said)
        self._chosen.setVisible(bool(said))


def _face_of_weeks() -> RowFace[WeekChange]:
    return RowFace(
        title=words.week_name,
        caption=words.reasons,
        chip=lambda each: formats.hours(each.after.minutes),
        tone=lambda each: Tone.DANGER if each.after.is_red else Tone.SUCCESS,
    )


def _fit(view: RecordList, count: int) -> None:
    """As high as its rows, of which the later ones are scrolled to."""
    view.setFixedHeight(scaled(CARD_ROW_HEIGHT) * min(max(count, 1), _MOST_ROWS) + scaled(4))
