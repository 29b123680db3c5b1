"""The days on which an organisation does not meet, beside the public holidays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.series import ClosedDays
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.closed_dialog import ClosedDaysDialog
from boardkeeper.ui.kit import Action, Button, ButtonKind, Caption, Card
from boardkeeper.ui.rows import RowContent, Rows, add_left


class ClosedSection(Card):
    """One row for each stretch of closed days; those of earlier years when asked for."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Closed days"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._earlier_wanted = False
        self._build()

    def _build(self) -> None:
        self._rows = Rows()
        self._earlier = Button(_("Show earlier closed days"), kind=ButtonKind.QUIET)
        self._earlier.clicked.connect(self._on_earlier)
        self._add = Button(_("Add closed days"), kind=ButtonKind.QUIET, icon="plus")
        self._add.clicked.connect(self.ask_for_days)
        self.add(
            Caption(
                _(
                    "Days on which the board does not meet. Series go round them, and the calendar"
                    " shows them."
                )
            )
        )
        self.add(self._rows)
        add_left(self, self._earlier)
        add_left(self, self._add)

    def show_closed(self, organisation: Organisation) -> None:
        """Show the organisation's closed days, the earliest first."""
        if self._organisation is None or self._organisation.id != organisation.id:
            self._earlier_wanted = False
        self._organisation = organisation
        every = self._services.series.closed_days(organisation.id)
        shown = every if self._earlier_wanted else self._recent(every)
        self._rows.setVisible(bool(shown))
        self._rows.show_rows([self._row(each) for each in shown])
        self._earlier.setVisible(len(shown) < len(every))

    def ask_for_days(self) -> None:
        """Ask for new closed days."""
        if self._organisation is None:
            return
        today = self._services.clock.today
        proposed = ClosedDays(
            organisation_id=self._organisation.id, starts_on=today(), ends_on=today()
        )
        dialog = ClosedDaysDialog(proposed, today, is_new=True, parent=self.window())
        dialog.ask(self._services.series.close)

    def _row(self, closed: ClosedDays) -> RowContent:
        def change() -> None:
            today = self._services.clock.today
            dialog = ClosedDaysDialog(closed, today, is_new=False, parent=self.window())
            dialog.ask(self._services.series.close)

        def remove() -> None:
            self._services.series.reopen(closed.id)

        return RowContent(
            key=closed.id,
            about=closed,
            title=formats.date_range(closed.starts_on, closed.ends_on),
            caption=closed.reason,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("Remove"), remove, "trash-2", is_dangerous=True),
            ),
        )

    def _recent(self, every: Sequence[ClosedDays]) -> list[ClosedDays]:
        year = self._services.clock.today().year
        return [each for each in every if each.ends_on.year >= year]

    def _on_earlier(self) -> None:
        self._earlier_wanted = True
        if self._organisation is not None:
            self.show_closed(self._organisation)
