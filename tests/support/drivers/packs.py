"""The dialog that makes a meeting's pack, as one person handles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import Meeting
from boardkeeper.services.catalogue import Services
from boardkeeper.services.pack_building import Pack
from boardkeeper.ui.packs.dialog import PackDialog
from tests.support.drivers.screen import Screen


@dataclass
class Packer:
    """One person before the dialog."""

    qtbot: QtBot
    services: Services
    meeting: Meeting
    dialog: PackDialog
    screen: Screen

    def wait(self) -> Pack:
        """The pack, once it is made as it is wanted now."""
        self.qtbot.waitUntil(lambda: self.screen.is_enabled("Print…"), timeout=60_000)
        assert self.dialog.pack is not None
        return self.dialog.pack

    def makes_anew(self, choose: Callable[[], object]) -> Pack:
        """The pack made after a choice."""
        before = self.wait()
        choose()
        self.qtbot.waitUntil(
            lambda: self.dialog.pack is not before and self.dialog.pack is not None, timeout=60_000
        )
        return self.wait()
