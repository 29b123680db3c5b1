"""What stands before a command: the data folder, the language, the day; and the window's own start.

The commands are imported when one is given. The window needs none of them, and starts sooner.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from boardkeeper import __version__
from boardkeeper.cli.argument_types import day
from boardkeeper.errors import UsageError
from boardkeeper.i18n import Language, _, ngettext


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and ends, instead of printing the whole usage.

    An option is written in full: what is short for one today may be short for two tomorrow.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            _("{message}. “boardkeeper --help” shows what can be asked.").format(
                message=message[:1].upper() + message[1:]
            )
        )


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can stand before every command."""
    parser.add_argument(
        "--version",
        action="version",
        version=f"BoardKeeper {__version__}",
        help=_("show the version and end"),
    )
    parser.add_argument("--data", type=Path, metavar=_("DIR"), help=_("the data folder"))
    parser.add_argument(
        "--language",
        choices=[each.value for each in Language],
        help=_("the language of the window and of what is said here"),
    )
    parser.add_argument(
        "--today",
        type=day,
        metavar="YYYY-MM-DD",
        help=_("what the program takes for today"),
    )


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood. Raises UsageError when they are not.

    `command` is None when the window is asked for. `--help` and `--version` end the program.
    """
    # argparse takes its words from gettext's global domain; these are the program's own.
    setattr(argparse, "_", _)  # noqa: B010 - a module's private name
    setattr(argparse, "ngettext", ngettext)  # noqa: B010
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


def _argparse_words() -> list[str]:
    """The words argparse itself looks up, named here so that they are translated."""
    return [
        _("usage: "),
        _("options"),
        _("positional arguments"),
        _("show this help message and exit"),
        _("expected one argument"),
        _("expected at least one argument"),
        _("unrecognized arguments: %s"),
        _("the following arguments are required: %s"),
        _("argument %(argument_name)s: %(message)s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        ngettext("expected %s argument", "expected %s arguments", 2),
    ]
