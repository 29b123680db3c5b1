"""What was asked for on the command line; without a command it is the window.

The commands are imported when one is given. The window needs none of them, and starts sooner.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from boardkeeper.cli.options import Parser, add_options, speak_our_words
from boardkeeper.i18n import Language


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood. Raises UsageError when they are not.

    `command` is None when the window is asked for. `--help` and `--version` end the program.
    """
    speak_our_words()
    if _is_about_the_window(arguments):
        parser = Parser(prog="boardkeeper")
        add_options(parser)
        parser.set_defaults(command=None)
        return parser.parse_args(arguments)
    # The commands bring half of the program with them.
    from boardkeeper.cli.arguments import understood  # noqa: PLC0415

    return understood(arguments)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language asked for before the command, so that even an error in the rest speaks it."""
    try:
        found, _unknown = _early().parse_known_args(arguments)
        return Language(found.language) if found.language else None
    except (argparse.ArgumentError, ValueError):
        return None


def _is_about_the_window(arguments: Sequence[str]) -> bool:
    """Whether there are options alone: no command, no call for help, nothing unknown."""
    try:
        found, unknown = _early().parse_known_args(arguments)
    except argparse.ArgumentError:
        return False
    return not found.rest and not unknown


def _early() -> argparse.ArgumentParser:
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in ("--language", "--data", "--today"):
        early.add_argument(option)
    early.add_argument("rest", nargs=argparse.REMAINDER)
    return early
