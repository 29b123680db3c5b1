"""The timer's menu in the tray: start it for a board, or stop it, without the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.timer.desk import TimerDesk

_MOST_BOARDS = 20
"""Boards offered; with more, the window's own dialog is quicker to read."""


def fill_timer_menu(
    menu: QMenu, services: Services, desk: TimerDesk, show_window: Callable[[], None]
) -> None:
    """Put what can be done now into an emptied menu: read anew each time it is opened."""
    menu.clear()
    for before in menu.findChildren(QMenu):  # what it offered the last time
        before.deleteLater()
    timer = services.timer.running()
    if timer is not None:
        hours, minutes = divmod(services.timer.minutes(timer), 60)
        face = _add(menu, f"{desk.in_words(timer)} · {hours}:{minutes:02}", show_window)
        face.setEnabled(False)
        _add(menu, _("Stop timer"), desk.stop)
    organisations = services.organisations.all()
    if organisations:
        starting = menu.addMenu(_("Start timer"))
        for each in organisations[:_MOST_BOARDS]:
            _add(starting, each.label, _starter(desk, each.id))
    menu.addSeparator()
    _add(menu, _("Open BoardKeeper"), show_window)


def _starter(desk: TimerDesk, organisation_id: OrganisationId) -> Callable[[], None]:
    return lambda: desk.start(organisation_id)


def _add(menu: QMenu, words: str, do: Callable[[], None]) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _is_checked: do())
    return action
