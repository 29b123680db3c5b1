"""What can stand before a command: the data folder, the language, the day."""

from __future__ import annotations

import argparse
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


def speak_our_words() -> None:
    """Argparse takes its words from gettext's global domain; these are the program's own."""
    setattr(argparse, "_", _)  # noqa: B010 - a module's private name
    setattr(argparse, "ngettext", ngettext)  # noqa: B010


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
