"""A terminal before an empty data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.drivers.terminal import Terminal


@pytest.fixture(name="terminal")
def terminal_before_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "data", capsys)
