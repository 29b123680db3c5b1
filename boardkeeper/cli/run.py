"""Carries a command out and says what came of it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from boardkeeper.cli.listing import Wanted, listed
from boardkeeper.cli.papers import papers
from boardkeeper.cli.printing import printed
from boardkeeper.cli.privacy import erased, told
from boardkeeper.cli.promising import capped, promised
from boardkeeper.cli.searching import searched
from boardkeeper.cli.timing import logged, timed
from boardkeeper.cli.transferring import exported, taken_in
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services


def run(services: Services, asked: Namespace) -> None:
    """Do what was asked and print the outcome. Raises UserError when it cannot be done."""
    outcome = {
        "sample": _sample,
        "list": _list,
        "print": printed,
        "papers": papers,
        "search": searched,
        "log": logged,
        "timer": timed,
        "promise": promised,
        "ceiling": capped,
        "about": told,
        "erase": erased,
        "export": exported,
        "import": taken_in,
        "check": _check,
    }[asked.command](services, asked)
    if outcome:
        _say(outcome)


def _say(words: str) -> None:
    try:
        print(words, flush=True)
    except BrokenPipeError:
        # Whoever read it (`| head`) has seen enough; nothing more can be said, even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _list(services: Services, asked: Namespace) -> str:
    wanted = Wanted(
        organisation=asked.organisation,
        meeting=asked.meeting,
        year=asked.year,
        first_month=asked.from_month,
        is_mine=asked.mine,
    )
    return listed(services, asked.kind, as_json=asked.json, wanted=wanted)


def _sample(services: Services, _asked: Namespace) -> str:
    count = services.sample.fill()
    return ngettext(
        "{count} record of sample data is in place.",
        "{count} records of sample data are in place.",
        count,
    ).format(count=count)


def _check(services: Services, _asked: Namespace) -> str:
    problems = services.interchange.problems()
    if problems:
        opening = _("The database is not whole. Copy it aside, and fetch your newest backup.")
        raise UserError("\n".join([opening, *problems]))
    broken = services.approval.problems()
    if broken:
        opening = _("Approved minutes are no longer as they were approved. Nothing was changed.")
        raise UserError("\n".join([opening, *broken]))
    count = len(services.interchange.records())
    message = ngettext("Whole: {count} record.", "Whole: {count} records.", count)
    lines = [message.format(count=count)]
    if services.search.mend():
        lines.append(_("What the search knew was out of step; it was made anew."))
    return "\n".join(lines)
