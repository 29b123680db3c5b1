"""What one can type after `boardkeeper print`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from boardkeeper.cli.argument_types import month, year
from boardkeeper.cli.hours import add_first_month
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
from boardkeeper.i18n import Language, _

DOCUMENTS = (
    "agenda",
    "pack",
    "minutes",
    "extract",
    "protocol",
    "attendance",
    "tasks",
    "decisions",
    "yearbook",
    "nameplates",
    "ballots",
    "proxy",
    "plan",
    "ahead",
    "wheel",
    "hours",
    "overview",
    "mileage",
    "candidate",
    "brief",
    "offices",
    "network",
    "pocket",
    "review",
    "portfolio",
    "letter",
    "handover",
)


def add_print(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command and its options."""
    printing = commands.add_parser("print", help=_("print a document to a PDF file"))
    printing.add_argument("kind", choices=DOCUMENTS, metavar=_("KIND"), help=", ".join(DOCUMENTS))
    printing.add_argument(
        "--meeting",
        metavar="ID|next|last",
        help=_("which meeting; of minutes the last one, else the next, unless told otherwise"),
    )
    printing.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("whose paper it is, or whose next or last meeting is meant"),
    )
    printing.add_argument(
        "--year",
        type=year,
        metavar=_("YEAR"),
        help=_(
            "of a plan, wheel, register, year book, hours or mileage; this year unless told"
            " otherwise"
        ),
    )
    add_first_month(printing)
    printing.add_argument(
        "--month", type=month, metavar="1-12", help=_("of a mileage slip: that month of the year")
    )
    printing.add_argument(
        "--unpaid", action="store_true", help=_("of a mileage slip: only what has not been paid")
    )
    printing.add_argument(
        "--amounts",
        action="store_true",
        help=_("of a network sheet: also what the orders were worth"),
    )
    printing.add_argument(
        "--candidate",
        metavar=_("NAME"),
        help=_("which seat on offer; the one not answered yet unless told otherwise"),
    )
    printing.add_argument(
        "--decision", metavar=_("NUMBER"), help=_("which decision an extract is of")
    )
    printing.add_argument(
        "--item", metavar=_("NUMBER"), help=_("which agenda item ballot papers are for")
    )
    printing.add_argument(
        "--mine", action="store_true", help=_("of tasks: only mine, of every organisation")
    )
    printing.add_argument(
        "--style",
        choices=[each.value for each in MinutesStyle],
        help=_("how much the minutes tell; as their organisation does unless told otherwise"),
    )
    printing.add_argument(
        "--paper",
        choices=[each.value for each in PaperSize],
        default=PaperSize.A4.value,
        help=_("how large a wheel is printed"),
    )
    printing.add_argument(
        "--edition",
        choices=[each.value for each in PackEdition],
        default=Edition.FULL.value,
        help=_(
            "open: without a word of closed items; a pack can also be personal, the agenda only, or"
            " a supplement to the last one"
        ),
    )
    printing.add_argument(
        "--recipient", metavar=_("NAME"), help=_("of a pack: whose personal copy it is")
    )
    printing.add_argument(
        "--withhold",
        action="append",
        default=[],
        metavar=_("NUMBER"),
        help=_("of a pack: an item this copy has nothing of but the title; may be repeated"),
    )
    printing.add_argument(
        "--password",
        action="store_true",
        help=_("of a pack: encrypt the file with a password of words, which is shown"),
    )
    printing.add_argument(
        "--release",
        action="store_true",
        help=_("of a pack: remember it as sent, so that the next one tells what changed"),
    )
    # Another option than the one before the command: a paper's language is the organisation's.
    printing.add_argument(
        "--language",
        choices=[each.value for each in Language],
        dest="document_language",
        help=_("the language of the paper; the organisation's own unless told otherwise"),
    )
    printing.add_argument(
        "--profile",
        choices=[each.value for each in Profile],
        default=Profile.NORMAL.value,
        help=_("large print, or a wide margin for notes"),
    )
    printing.add_argument(
        "--two-sided", action="store_true", help=_("margins mirrored on every second page")
    )
    printing.add_argument(
        "-o", dest="output", type=Path, required=True, metavar=_("FILE.pdf"), help=_("where to")
    )
