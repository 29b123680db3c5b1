"""The quiet band of written procedures above the register: what is under way, and to begin one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.written_procedure import WrittenProcedure, WrittenProcedureId
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.decisions.procedure_detail import state_tone, state_words
from boardkeeper.ui.kit import Button, ButtonKind, Caption, CardRow, IconButton

MOST_CLOSED = 5
"""Closed procedures that are named, the last ones; those carried stand in the register too."""


class ProceduresBand(QWidget):
    """A row each; those that are closed when asked for."""

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._procedures: tuple[WrittenProcedure, ...] = ()
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._shows_closed = False
        self._rows: dict[WrittenProcedureId, CardRow] = {}
        self._new = IconButton("plus", _("New written procedure"))
        self._new.clicked.connect(self.new_wanted)
        self._closed = Button("", kind=ButtonKind.QUIET)
        self._closed.clicked.connect(self._on_closed)
        head = QHBoxLayout()
        head.addWidget(Caption(_("Written procedures")), 1)
        head.addWidget(self._closed)
        head.addWidget(self._new)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(self._column)

    def show_procedures(
        self,
        procedures: Sequence[WrittenProcedure],
        organisations: dict[OrganisationId, Organisation],
    ) -> None:
        """Show those under way, and the closed ones if they were asked for."""
        self._procedures = tuple(procedures)
        self._organisations = organisations
        self._show()

    def _show(self) -> None:
        closed = [each for each in self._procedures if each.closed_on is not None]
        shown = sorted(
            (each for each in self._procedures if each.closed_on is None),
            key=lambda each: (each.reply_by, each.id),
        )
        if self._shows_closed:
            shown += closed[:MOST_CLOSED]
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {each.id: self._made_row(each) for each in shown}
        words = ngettext("{count} closed", "{count} closed", len(closed))
        hide = _("Hide the closed ones")
        self._closed.set_text(hide if self._shows_closed else words.format(count=len(closed)))
        self._closed.setVisible(bool(closed))

    def _made_row(self, procedure: WrittenProcedure) -> CardRow:
        organisation = self._organisations[procedure.organisation_id]
        row = CardRow(
            procedure.title,
            caption=organisation.label,
            chip=state_words(procedure),
            tone=state_tone(procedure),
            colour=organisation.colour.value,
        )
        row.clicked.connect(lambda: self.opened.emit(procedure.id))
        self._column.addWidget(row)
        return row

    @Slot()
    def _on_closed(self) -> None:
        self._shows_closed = not self._shows_closed
        self._show()
