"""What every test of the window leaves behind: nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _widgets_are_gone() -> Iterator[None]:
    """What a test closed is deleted at its end; outside a running program Qt would keep it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
