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
_NARROW = 760
"""Pixels, at text size 100 %, of a window in whose bar the clock alone has room."""


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
        self._stop = IconButton("circle-stop", _("Stop timer"))
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
        clock = f"{hours}:{minutes:02}"
        words = " · ".join((self._desk.in_words(timer), clock))
        spoken = _("Timer: {what}").format(what=words)
        self._face.say(words, clock, spoken)
        set_tooltip(self._face, " · ".join(filter(None, (spoken, timer.note))))

    def fit(self, width: int) -> None:
        """Say less, and leave stopping to the menu, in a window of so few pixels."""
        is_narrow = width < scaled(_NARROW)
        self._stop.setVisible(not is_narrow)
        self._face.shorten(is_short=is_narrow)

    def rest(self) -> None:
        """Read the clock no more: the window closes, and its data with it."""
        self._clock.stop()

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(RunningTimer, Organisation):
            self.refresh()

    def _actions(self) -> list[Action]:
        return [
            Action(_("Stop and write down"), self._desk.stop, "circle-stop"),
            Action(_("Change…"), self._desk.change, "pencil"),
            Action(_("Discard timer"), self._desk.discard, "trash-2", True),
        ]


class _Face(MenuButton):
    """The words of the chip: all of them, cut where room is short, or the clock alone."""

    def __init__(self) -> None:
        super().__init__("", kind=ButtonKind.QUIET, icon="timer")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._long, self._short, self._spoken = "", "", ""
        self._is_short = False

    def say(self, words: str, clock: str, spoken: str) -> None:
        self._long, self._short, self._spoken = words, clock, spoken
        self._tell()

    def shorten(self, *, is_short: bool) -> None:
        if is_short != self._is_short:
            self._is_short = is_short
            self.set_icon("" if is_short else "timer")
            self._tell()

    def _tell(self) -> None:
        self.set_text(self._short if self._is_short else self._long)
        self.setAccessibleName(self._spoken)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        whole = self.sizeHint()
        return QSize(min(whole.width(), scaled(120)), whole.height())
