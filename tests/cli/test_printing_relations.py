"""The brief before a meeting, and my offices, by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.drivers.terminal import Terminal
from tests.support.paper import text_of


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["brief"], "Hvem kommer"),
        (["brief", "--meeting", "next", "--language", "en"], "What I owe"),
        (["brief", "--organisation", "Kvart over Syv"], "Netværket Kvart over Syv"),
        (["offices", "--language", "da"], "Nuværende hverv"),
        (["offices", "--language", "en"], "Current offices"),
    ],
)
def test_the_papers_of_relations_are_printed(
    terminal: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    terminal.run("sample")
    said = terminal.run("print", *asked, "-o", tmp_path / "paper.pdf")
    assert said.code == 0
    assert words in text_of((tmp_path / "paper.pdf").read_bytes())
