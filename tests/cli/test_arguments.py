from __future__ import annotations

import pytest

from boardkeeper import __version__
from tests.support.drivers.terminal import Terminal

NONSENSE = {
    "an unknown command": ["dance"],
    "an unknown option": ["--colour", "check"],
    "an option in short": ["--lang", "en", "check"],
    "a language there is not": ["--language", "fr", "check"],
    "a day that is none": ["--today", "tomorrow", "check"],
    "an option without its value": ["check", "--data"],
    "a list of nothing": ["list"],
    "a list of something unknown": ["list", "ships"],
    "a document without a name": ["print", "-o", "x.pdf"],
    "a document that is none": ["print", "poem", "-o", "x.pdf"],
    "a document without a file": ["print", "agenda"],
    "an edition there is not": ["print", "agenda", "--edition", "secret", "-o", "x.pdf"],
    "a layout there is not": ["print", "agenda", "--profile", "tiny", "-o", "x.pdf"],
    "a paper's language there is not": ["print", "agenda", "--language", "fr", "-o", "x.pdf"],
    "an export to nowhere": ["export"],
    "an import of nothing": ["import"],
    "one file too many": ["export", "a.json", "b.json"],
    "words after a command that takes none": ["check", "twice"],
}


@pytest.mark.parametrize("arguments", NONSENSE.values(), ids=list(NONSENSE))
@pytest.mark.parametrize("language", ["da", "en"])
def test_bad_arguments_are_answered_with_one_sentence(
    terminal: Terminal, arguments: list[str], language: str
) -> None:
    said = terminal.run(*arguments, language=language)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "boardkeeper --help" in said.err
    assert not terminal.folder.exists()


def test_the_sentence_speaks_the_language_asked_for(terminal: Terminal) -> None:
    danish, english = (terminal.run("dance", language=each).err for each in ("da", "en"))
    assert "nvalid choice" in english
    assert "nvalid choice" not in danish


@pytest.mark.parametrize("arguments", [["--help"], ["print", "--help"], ["list", "--help"]])
@pytest.mark.parametrize("language", ["da", "en"])
def test_help_is_given_in_the_language_asked_for(
    terminal: Terminal, arguments: list[str], language: str
) -> None:
    said = terminal.run(*arguments, language=language)
    assert said.code == 0
    is_danish = "vis denne hjælp" in said.out.casefold()
    assert is_danish == (language == "da")
    assert ("show this help" in said.out) == (language == "en")


def test_the_version_is_told(terminal: Terminal) -> None:
    assert terminal.bare("--version").out == f"BoardKeeper {__version__}\n"
