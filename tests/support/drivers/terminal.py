"""Uses the command line as a person or a script does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from boardkeeper.app import start
from boardkeeper.paths import Folders


@dataclass(frozen=True, slots=True)
class Said:
    """What a command came to: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Terminal:
    """Commands over one data folder, in English, on a day of their own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def database(self) -> Path:
        return Folders.below(self.folder).database

    def run(self, *arguments: object, today: str = "2026-03-02", language: str = "en") -> Said:
        """Give a command after the usual options; `SystemExit` is taken as its code."""
        before = ("--data", self.folder, "--language", language, "--today", today)
        return self.bare(*before, *arguments)

    def bare(self, *arguments: object) -> Said:
        """Give exactly these words."""
        self.capsys.readouterr()
        try:
            code = start([str(each) for each in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        written = self.capsys.readouterr()
        return Said(code, written.out, written.err)
