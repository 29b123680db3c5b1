"""My ceiling and my times away: what holds, what held before, and what is to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.ceilings import Away, Ceiling, ceiling_on
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.ceilings.dialogs import AwayDialog, CeilingDialog
from boardkeeper.ui.ceilings.words import ceiling_caption, ceiling_title
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    Space,
    Tone,
    Turning,
)
from boardkeeper.ui.rows import RowContent, Rows

_KEPT_IN_SIGHT = timedelta(days=31)
"""How long a time away is still listed once it is over."""


class CeilingsCard(Card):
    """The ceilings at the left and the times away at the right, each to be changed where it is."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("My ceiling and time away"), parent)
        self._services = services
        self._build()

    def _build(self) -> None:
        self._none = Body(
            _("How many hours and evenings a week may boards take? A week above that is red."),
            tone=Tone.MUTED,
        )
        self._ceilings = Rows()
        self._set = Button(_("Set my ceiling"), icon="gauge")
        self._set.clicked.connect(self.ask_for_ceiling)
        self._away_label = Caption(_("Time away"))
        self._not_away = Body(_("No time away is written down."), tone=Tone.MUTED)
        self._away = Rows()
        self._add_away = Button(_("Add time away"), kind=ButtonKind.QUIET, icon="plus")
        self._add_away.clicked.connect(self.ask_for_away)
        line = Turning(640, Space.XL)
        line.add(_column(Caption(_("Ceiling")), self._none, self._ceilings, button=self._set), 1)
        line.add(_column(self._away_label, self._not_away, self._away, button=self._add_away), 1)
        self.add(line)

    def refresh(self) -> None:
        """Read what holds, and show it."""
        today = self._services.clock.today()
        ceilings = self._services.ceilings.ceilings()
        now = ceiling_on(ceilings, today)
        rows = [self._ceiling_row(each, now) for each in reversed(ceilings)]
        self._none.setVisible(not rows)
        self._ceilings.setVisible(bool(rows))
        self._ceilings.show_rows(rows)
        self._set.set_text(_("New ceiling") if rows else _("Set my ceiling"))
        away = self._services.ceilings.away(today - _KEPT_IN_SIGHT)
        self._not_away.setVisible(not away)
        self._away.setVisible(bool(away))
        self._away.show_rows([self._away_row(each, today) for each in away])

    @Slot()
    def ask_for_ceiling(self) -> None:
        """Ask for a ceiling from today on, beginning with what holds now."""
        today = self._services.clock.today
        now = self._services.ceilings.in_force()
        proposed = Ceiling(starts_on=today())
        if now is not None:
            proposed = replace(now, id=proposed.id, starts_on=today())
        dialog = CeilingDialog(proposed, today, is_new=True, parent=self.window())
        dialog.ask(self._services.ceilings.set)

    @Slot()
    def ask_for_away(self) -> None:
        today = self._services.clock.today
        proposed = Away(starts_on=today(), ends_on=today())
        dialog = AwayDialog(proposed, today, is_new=True, parent=self.window())
        dialog.ask(self._services.ceilings.add_away)

    def _ceiling_row(self, ceiling: Ceiling, now: Ceiling | None) -> RowContent:
        today = self._services.clock.today
        chip, tone = _ceiling_chip(ceiling, now, today())

        def change() -> None:
            dialog = CeilingDialog(ceiling, today, is_new=False, parent=self.window())
            dialog.ask(self._services.ceilings.change)

        def remove() -> None:
            self._services.ceilings.discard(ceiling.id)

        return RowContent(
            key=ceiling.id,
            about=ceiling,
            title=ceiling_title(ceiling),
            caption=ceiling_caption(ceiling),
            chip=chip,
            tone=tone,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("Delete"), remove, "trash-2", is_dangerous=True),
            ),
        )

    def _away_row(self, away: Away, today: date) -> RowContent:
        def change() -> None:
            dialog = AwayDialog(
                away, self._services.clock.today, is_new=False, parent=self.window()
            )
            dialog.ask(self._services.ceilings.change_away)

        def remove() -> None:
            self._services.ceilings.discard_away(away.id)

        is_over = away.ends_on < today
        relative = _("Now") if away.hold(today) else formats.relative_day(away.starts_on, today)
        return RowContent(
            key=away.id,
            about=(away, today),
            title=formats.date_range(away.starts_on, away.ends_on),
            caption=away.reason,
            chip=_("Over") if is_over else relative,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("Delete"), remove, "trash-2", is_dangerous=True),
            ),
        )


def _ceiling_chip(ceiling: Ceiling, now: Ceiling | None, today: date) -> tuple[str, Tone]:
    if now is not None and ceiling.id == now.id:
        return _("Now"), Tone.SUCCESS
    return (_("Not begun") if ceiling.starts_on > today else _("Before")), Tone.NEUTRAL


def _column(*widgets: QWidget, button: Button) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    for widget in widgets:
        column.addWidget(widget)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return made
