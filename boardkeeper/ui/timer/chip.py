"""The timer in the window's bar while it runs: what for, for how long, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Action,
    ButtonKind,
    IconButton,
    MenuButton,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.timer.desk import TimerDesk

_MINUTE = 60_000


class TimerChip(QWidget):
    """Shown while the timer runs; reads the clock once a minute, and not after `rest`."""

    def __init__(
        self,
        services: Services,
        changes: ChangeNotifier,
        desk: TimerDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._face = _Face()
        self._stop = IconButton("square", _("Stop timer"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._face)
        line.addWidget(self._stop)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self.refresh)
        self._stop.clicked.connect(desk.stop)
        self._face.set_actions(self._actions())
        changes.changed.connect(self._on_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read whether a timer runs, and for how long it has."""
        timer = self._services.timer.running()
        self.setVisible(timer is not None)
        if timer is None:
            self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start()
        hours, minutes = divmod(self._services.timer.minutes(timer), 60)
        words = f"{self._desk.in_words(timer)} · {hours}:{minutes:02}"
        self._face.set_text(words)
        spoken = _("Timer: {what}").format(what=words)
        self._face.setAccessibleName(spoken)
        set_tooltip(self._face, " · ".join(filter(None, (spoken, timer.note))))

    def rest(self) -> None:
        """Read the clock no more: the window closes, and its data with it."""
        self._clock.stop()

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(RunningTimer, Organisation):
            self.refresh()

    def _actions(self) -> list[Action]:
        return [
            Action(_("Stop and write down"), self._desk.stop, "square"),
            Action(_("Change…"), self._desk.change, "pencil"),
            Action(_("Discard timer"), self._desk.discard, "trash-2", True),
        ]


class _Face(MenuButton):
    """The words of the chip, cut where the bar has no room for all of them."""

    def __init__(self) -> None:
        super().__init__("", kind=ButtonKind.QUIET, icon="timer")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(self.sizeHint().width(), scaled(120)), self.sizeHint().height())
