from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boardkeeper import __version__
from boardkeeper.services.interchange import InterchangeService
from boardkeeper.settings import SettingsFile
from tests.support.drivers.terminal import Terminal

ROOT = Path(__file__).parents[1]


@pytest.fixture(name="terminal")
def terminal_before_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "data", capsys)


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python beside the test, with the program's own folder in reach."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_module_runs_as_the_command_does() -> None:
    ended = python("-m", "boardkeeper", "--version")
    assert (ended.returncode, ended.stdout) == (0, f"BoardKeeper {__version__}\n")


def test_printing_from_the_command_line_needs_no_window_library(tmp_path: Path) -> None:
    code = (
        "import sys; from boardkeeper.app import start;"
        " data = ['--data', sys.argv[1]];"
        " codes = [start([*data, 'sample']),"
        " start([*data, 'print', 'agenda', '-o', sys.argv[1] + '/a.pdf'])];"
        " sys.exit(max(codes) or ('PySide6' in sys.modules) * 7)"
    )
    assert python("-c", code, str(tmp_path)).returncode == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_reader_who_has_seen_enough_is_no_mistake(terminal: Terminal) -> None:
    terminal.run("sample")
    data = ("--data", str(terminal.folder))
    command = [sys.executable, "-m", "boardkeeper", *data, "list", "meetings"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        assert listing.stderr.read() == b""
    assert listing.returncode == 0


def test_words_reach_a_terminal_that_knows_only_ascii(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("sample")
    with_data = ("-m", "boardkeeper", "--data", str(terminal.folder))
    ended = python(*with_data, "list", "people", PYTHONIOENCODING="ascii")
    assert ended.returncode == 0, ended.stderr
    ended = python(*with_data, "list", "people", "--json", PYTHONIOENCODING="ascii")
    assert "Søren" in " ".join(each["name"] for each in json.loads(ended.stdout))
    ended = python(*with_data, "print", "agenda", "-o", str(tmp_path), PYTHONIOENCODING="ascii")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


def test_a_bug_is_one_sentence_too_and_the_log_tells_more(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: InterchangeService) -> list[str]:
        raise ZeroDivisionError("Anna Holm")

    monkeypatch.setattr(InterchangeService, "problems", broken)
    said = terminal.run("check")
    assert said.code == 1
    assert "Something went wrong inside BoardKeeper (ZeroDivisionError)" in said.err
    assert "Anna" not in said.err
    assert len(said.err.splitlines()) == 1
    log = (terminal.folder / "logs" / "boardkeeper.log").read_text()
    assert "ZeroDivisionError" in log
    assert "broken" in log
    assert "Anna" not in log


def test_without_a_language_the_one_chosen_in_the_settings_is_spoken(terminal: Terminal) -> None:
    SettingsFile(terminal.folder / "settings.json").change(language="en")
    assert terminal.bare("--data", terminal.folder, "check").out == "Whole: 0 records.\n"
