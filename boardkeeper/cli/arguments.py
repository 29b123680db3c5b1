"""What one can type after `boardkeeper`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from boardkeeper import __version__
from boardkeeper.cli.argument_types import day, year
from boardkeeper.cli.hours import add_first_month
from boardkeeper.cli.paper_arguments import add_papers
from boardkeeper.cli.print_arguments import add_print
from boardkeeper.cli.searching import add_search
from boardkeeper.cli.word_files import add_word_options
from boardkeeper.errors import UsageError
from boardkeeper.i18n import Language, _, ngettext

LISTS = (
    "organisations",
    "people",
    "memberships",
    "series",
    "meetings",
    "attendance",
    "decisions",
    "interests",
    "tasks",
    "ideas",
    "wheel",
    "reminders",
    "hours",
)


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


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood. Raises UsageError when they are not.

    `command` is None when the window is asked for. `--help` and `--version` end the program.
    """
    # argparse takes its words from gettext's global domain; these are the program's own.
    setattr(argparse, "_", _)  # noqa: B010 - a module's private name
    setattr(argparse, "ngettext", ngettext)  # noqa: B010
    return _parser().parse_args(arguments)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language asked for before the command, so that even an error in the rest speaks it."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in ("--language", "--data", "--today"):
        early.add_argument(option)
    early.add_argument("rest", nargs=argparse.REMAINDER)
    try:
        found, _unknown = early.parse_known_args(arguments)
        return Language(found.language) if found.language else None
    except (argparse.ArgumentError, ValueError):
        return None


def _parser() -> Parser:
    parser = Parser(
        prog="boardkeeper",
        description=_("Keeps track of every board you sit on. Without a command: the window."),
        epilog=_("Nothing is ever sent anywhere; everything lies in the data folder."),
    )
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
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)
    commands.add_parser("sample", help=_("fill an empty data folder with sample data"))
    _add_list(commands)
    add_print(commands)
    add_papers(commands)
    _add_transfers(commands)
    add_search(commands)
    commands.add_parser("check", help=_("see whether everything is whole"))
    return parser


def _add_list(commands: argparse._SubParsersAction[Parser]) -> None:
    listing = commands.add_parser("list", help=_("show what there is"))
    listing.add_argument("kind", choices=LISTS, metavar=_("KIND"), help=", ".join(LISTS))
    listing.add_argument(
        "--meeting",
        default="last",
        metavar="ID|next|last",
        help=_("whose attendance is listed; the last meeting unless told otherwise"),
    )
    listing.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("of which organisation; all unless told otherwise"),
    )
    listing.add_argument(
        "--year",
        type=year,
        metavar=_("YEAR"),
        help=_("which year's decisions are listed; all years' unless told otherwise"),
    )
    listing.add_argument(
        "--mine", action="store_true", help=_("of tasks: only those that are mine and open")
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON, every field"))


def _add_transfers(commands: argparse._SubParsersAction[Parser]) -> None:
    either = _("FILE.boardkeeper|FILE.json|FILE.ics")
    export = commands.add_parser(
        "export",
        help=_("write every record, a calendar, the hours or a Word document to a file"),
    )
    kinds = (either, _("FILE.docx"), _("FILE.xlsx|FILE.csv"))
    export.add_argument("file", type=Path, metavar="|".join(kinds))
    export.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("whose meetings or hours the file holds, or whose next or last meeting is meant"),
    )
    export.add_argument(
        "--year",
        type=year,
        metavar=_("YEAR"),
        help=_("of hours: which year's; all years' unless told otherwise"),
    )
    add_first_month(export)
    add_word_options(export)
    taking_in = commands.add_parser("import", help=_("take in a file of records or a calendar"))
    taking_in.add_argument("file", type=Path, metavar=either)
    taking_in.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("whose the meetings of a calendar are that name no organisation themselves"),
    )
    taking_in.add_argument(
        "--yes", action="store_true", help=_("store what a calendar holds, not only show it")
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
