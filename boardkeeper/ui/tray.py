"""The icon among the system's own, where it has a place: reminders, and the timer's menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from boardkeeper import formats
from boardkeeper.domain.deadlines import Deadline, deadline_title
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile

MOST_LINES = 3
"""How many reminders a message names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of one headline and a few lines."""

    title: str
    text: str


class Tray(QObject):
    """The icon. A desktop without a place for it shows nothing; `last` is kept all the same."""

    pressed = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last: Notice | None = None
        self.menu = QMenu()
        self._image = icon
        self._icon: QSystemTrayIcon | None = None
        self._fill: Callable[[QMenu], None] | None = None
        self.menu.aboutToShow.connect(self._on_menu_wanted)

    def offer(self, fill: Callable[[QMenu], None]) -> None:
        """Show the icon; its menu is filled anew each time it is opened."""
        self._fill = fill
        if can_notify():
            self._shown_icon().show()

    def show_notice(self, notice: Notice) -> None:
        """Show the message for as long as the system likes; it is never written to a log."""
        self.last = notice
        if not can_notify():
            return
        icon = self._shown_icon()
        icon.setToolTip(f"BoardKeeper – {notice.title}")
        icon.show()
        icon.showMessage(notice.title, notice.text, self._image)

    def hide(self) -> None:
        """Take the icon away, and with it the menu: what it offers needs the open data."""
        self._fill = None
        self.menu.clear()
        if self._icon is not None:
            self._icon.hide()

    def _shown_icon(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._image, self)
            self._icon.setToolTip("BoardKeeper")
            self._icon.setContextMenu(self.menu)
            self._icon.messageClicked.connect(self.pressed)
            self._icon.activated.connect(self._on_activated)
        return self._icon

    @Slot()
    def _on_menu_wanted(self) -> None:
        if self._fill is not None:
            self._fill(self.menu)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:  # that opens the menu
            self.pressed.emit()


def can_notify() -> bool:
    """Whether this desktop has a place for the icon."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def new_notice(services: Services, settings: SettingsFile) -> Notice | None:
    """What is newly due since the person was last reminded, which is remembered from now on.

    None where there is nothing, or where the person does not want it.
    """
    if not settings.current.reminds_on_desktop:
        return None
    today = services.clock.today()
    due = services.reminders.newly_due(_last_day(settings.current.reminded_on))
    settings.change(reminded_on=today.isoformat())
    if not due:
        return None
    labels = {each.id: each.label for each in services.organisations.all()}
    return Notice(_headline(len(due)), _lines(due, [labels[each.organisation_id] for each in due]))


def _headline(count: int) -> str:
    words = ngettext("One thing to remember", "{count} things to remember", count)
    return words.format(count=count)


def _lines(due: list[Deadline], labels: list[str]) -> str:
    lines = [
        _("{what} – {board}, {day}").format(
            what=deadline_title(each), board=label, day=formats.day(each.on)
        )
        for each, label in zip(due[:MOST_LINES], labels, strict=False)
    ]
    more = len(due) - len(lines)
    if more:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "\n".join(lines)


def _last_day(written: str) -> date | None:
    """The day written in the settings; None where there is none, or no such day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
