"""What one can type after `boardkeeper papers`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from boardkeeper.i18n import _


def add_papers(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command, what can be done with papers, and the options of each."""
    papers = commands.add_parser("papers", help=_("add papers to a meeting, or show them"))
    verbs = papers.add_subparsers(dest="verb", metavar=_("VERB"), required=True)
    adding = verbs.add_parser("add", help=_("add files as papers"))
    adding.add_argument("files", type=Path, nargs="+", metavar=_("FILE"), help=_("which files"))
    adding.add_argument(
        "--item", metavar=_("NUMBER"), help=_("under which agenda item; loose unless told")
    )
    adding.add_argument("--title", help=_("what the paper is called; as its file unless told"))
    archiving = verbs.add_parser("archive", help=_("take in a folder of old minutes and papers"))
    archiving.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("which folder"))
    archiving.add_argument(
        "--organisation", metavar=_("NAME"), help=_("whose papers they are; guessed unless told")
    )
    archiving.add_argument(
        "--yes", action="store_true", help=_("store them; without it they are only shown")
    )
    listing = verbs.add_parser("list", help=_("show the papers, with number and pages"))
    listing.add_argument("--json", action="store_true", help=_("as JSON, every field"))
    for each in (adding, listing):
        each.add_argument(
            "--meeting",
            metavar="ID|next|last",
            help=_("of which meeting; the next one unless told otherwise"),
        )
        each.add_argument(
            "--organisation",
            metavar=_("NAME"),
            help=_("whose meeting is meant; without --meeting, the organisation's own papers"),
        )
