"""What if I leave: the coming year without one of my seats."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Button, ButtonKind, Caption, Scrolling, Space, Title
from boardkeeper.ui.simulator.result import ResultView
from boardkeeper.ui.wrapping import Wrapping


class LeavingDialog(QDialog):
    """Shows what leaving would give back; nothing is changed by it."""

    def __init__(
        self, services: Services, membership_id: MembershipId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        simulation = services.simulator.without(membership_id)
        name = _("What if I leave {board}?").format(board=simulation.name)
        self.setModal(True)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._result = ResultView(services.clock.today, title_of)
        self._result.show_simulation(simulation)
        self._build(name)

    def _build(self, name: str) -> None:
        close = Button(_("Close"), kind=ButtonKind.PRIMARY)
        close.clicked.connect(self.reject)
        foot = Wrapping(Space.S)
        foot.add(close, at_end=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Title(name))
        column.addWidget(Caption(_("The coming twelve months. Nothing is changed by looking.")))
        column.addWidget(Scrolling(self._result), 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(860, room.width()), min(760, room.height()))

    def done(self, outcome: int) -> None:
        super().done(outcome)
        self.deleteLater()
