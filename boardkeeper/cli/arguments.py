"""What one can type after `boardkeeper`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from boardkeeper import __version__
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.errors import UsageError
from boardkeeper.i18n import Language, _, ngettext

LISTS = ("organisations", "people", "memberships", "meetings", "hours")
DOCUMENTS = ("agenda",)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and ends, instead of printing the whole usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            _("{message}. “boardkeeper --help” shows what can be asked.").format(
                message=message[:1].upper() + message[1:]
            )
        )


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood. Raises UsageError when they are not.

    `command` is None when the window is asked for. `--help` and `--version` end the program.
    """
    # argparse takes its words from gettext's global domain; these are the program's own.
    setattr(argparse, "_", _)  # noqa: B010 - a module's private name
    setattr(argparse, "ngettext", ngettext)  # noqa: B010
    return _parser().parse_args(arguments)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language asked for, found before the rest is parsed so that errors speak it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language")
    try:
        found, _rest = early.parse_known_args(arguments)
        return Language(found.language) if found.language else None
    except (argparse.ArgumentError, ValueError):
        return None


def _parser() -> Parser:
    parser = Parser(
        prog="boardkeeper",
        description=_("Keeps track of every board you sit on. Without a command: the window."),
        epilog=_("Nothing is ever sent anywhere; everything lies in the data folder."),
    )
    parser.add_argument("--version", action="version", version=f"BoardKeeper {__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help=_("the data folder"))
    parser.add_argument("--language", choices=[each.value for each in Language])
    parser.add_argument(
        "--today",
        type=_day,
        metavar="YYYY-MM-DD",
        help=_("what the program takes for today"),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)
    commands.add_parser("sample", help=_("fill an empty data folder with sample data"))
    _add_list(commands)
    _add_print(commands)
    for name, words in (
        ("export", _("write every record to a file")),
        ("import", _("take in every record of a file")),
    ):
        transfer = commands.add_parser(name, help=words)
        transfer.add_argument("file", type=Path, metavar="FILE.json")
    commands.add_parser("check", help=_("see whether everything is whole"))
    return parser


def _add_list(commands: argparse._SubParsersAction[Parser]) -> None:
    listing = commands.add_parser("list", help=_("show what there is"))
    listing.add_argument("kind", choices=LISTS, metavar="KIND", help=", ".join(LISTS))
    listing.add_argument("--json", action="store_true", help=_("as JSON, every field"))


def _add_print(commands: argparse._SubParsersAction[Parser]) -> None:
    printing = commands.add_parser("print", help=_("print a document to a PDF file"))
    printing.add_argument("kind", choices=DOCUMENTS, metavar="KIND", help=", ".join(DOCUMENTS))
    printing.add_argument("--meeting", default="next", metavar="ID|next|last")
    printing.add_argument("--organisation", metavar=_("NAME"))
    printing.add_argument(
        "--edition", choices=[each.value for each in Edition], default=Edition.FULL.value
    )
    # Both before and after the command: the document's language is the window's only by chance.
    printing.add_argument(
        "--language", choices=[each.value for each in Language], dest="document_language"
    )
    printing.add_argument(
        "--profile", choices=[each.value for each in Profile], default=Profile.NORMAL.value
    )
    printing.add_argument("--two-sided", action="store_true")
    printing.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.pdf")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“{text}” is not a day; write it as 2026-03-05").format(text=text)
        raise argparse.ArgumentTypeError(message) from None


def _argparse_words() -> list[str]:
    """The words argparse itself looks up, named here so that they are translated."""
    return [
        _("usage: "),
        _("options"),
        _("positional arguments"),
        _("show this help message and exit"),
        _("show program's version number and exit"),
        _("expected one argument"),
        _("expected at least one argument"),
        _("unrecognized arguments: %s"),
        _("the following arguments are required: %s"),
        _("argument %(argument_name)s: %(message)s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        ngettext("expected %s argument", "expected %s arguments", 2),
    ]
