"""What the tests of the kit stand on: one dressed application, in the light and at 100 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from boardkeeper.ui.kit import Mode, Theme


@pytest.fixture(scope="session", name="dressed")
def dressed_application(qapp: QApplication) -> Theme:
    return Theme(qapp, mode=Mode.LIGHT)


@pytest.fixture(autouse=True, name="theme")
def light_theme(dressed: Theme) -> Iterator[Theme]:
    """The theme on screen; light and at 100 % again after each test."""
    yield dressed
    dressed.set_text_size(1.0)
    dressed.set_mode(Mode.LIGHT)
