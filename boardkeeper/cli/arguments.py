"""What one can type after `boardkeeper`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from boardkeeper.cli.argument_types import year
from boardkeeper.cli.hours import add_first_month
from boardkeeper.cli.options import Parser, add_options
from boardkeeper.cli.paper_arguments import add_papers
from boardkeeper.cli.print_arguments import add_print
from boardkeeper.cli.privacy import add_privacy
from boardkeeper.cli.promising import add_promising
from boardkeeper.cli.searching import add_search
from boardkeeper.cli.timing import add_timing
from boardkeeper.cli.word_files import add_word_options
from boardkeeper.i18n import _
from boardkeeper.services.table_gathering import Lines

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
    "forecast",
    "promises",
    "candidates",
    "proposals",
    "payments",
    "trips",
    "rates",
    "reviews",
    "referrals",
    "ambassadors",
    "gauges",
    "signals",
    "contacts",
    "slipping",
)


def understood(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood. Raises UsageError when they are not.

    `--help` and `--version` end the program.
    """
    return _parser().parse_args(arguments)


def _parser() -> Parser:
    parser = Parser(
        prog="boardkeeper",
        description=_("Keeps track of every board you sit on. Without a command: the window."),
        epilog=_("Nothing is ever sent anywhere; everything lies in the data folder."),
    )
    add_options(parser)
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)
    commands.add_parser("sample", help=_("fill an empty data folder with sample data"))
    _add_list(commands)
    add_print(commands)
    add_papers(commands)
    _add_transfers(commands)
    add_search(commands)
    add_timing(commands)
    add_promising(commands)
    add_privacy(commands)
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
        help=_(
            "which year's decisions, payments, trips or rates are listed; all years' unless told"
            " otherwise, of rates, forecast and promises this year's"
        ),
    )
    add_first_month(listing)
    listing.add_argument(
        "--mine", action="store_true", help=_("of tasks: only those that are mine and open")
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON, every field"))


def _add_transfers(commands: argparse._SubParsersAction[Parser]) -> None:
    either = _("FILE.boardkeeper|FILE.json|FILE.ics|FILE.vcf")
    export = commands.add_parser(
        "export",
        help=_("write every record, a calendar, contacts, the hours or a Word document to a file"),
    )
    kinds = (either, _("FILE.docx"), _("FILE.xlsx|FILE.csv"))
    export.add_argument("file", type=Path, metavar="|".join(kinds))
    export.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("whose meetings, people or hours the file holds, or whose meeting is meant"),
    )
    export.add_argument(
        "--year",
        type=year,
        metavar=_("YEAR"),
        help=_("of hours: which year's; all years' unless told otherwise"),
    )
    add_first_month(export)
    export.add_argument(
        "--what",
        choices=[each.value for each in Lines],
        help=_(
            "which lines a table holds; a spreadsheet all, else the hours, unless told otherwise"
        ),
    )
    add_word_options(export)
    taking_in = commands.add_parser(
        "import", help=_("take in a file of records, a calendar or contacts")
    )
    taking_in.add_argument("file", type=Path, metavar=either)
    taking_in.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("whose the meetings of a calendar are that name no organisation themselves"),
    )
    taking_in.add_argument(
        "--yes",
        action="store_true",
        help=_("store what a calendar or contacts hold, not only show it"),
    )
