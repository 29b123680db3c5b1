"""`boardkeeper log "2t forb"` and `boardkeeper timer …`: time written down from the terminal."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import Any

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, TimeEntry, activity_name
from boardkeeper.domain.organisations import Organisation
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services


def add_timing(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the two commands and what belongs to them."""
    logging = commands.add_parser("log", help=_("write time down in one line, as in “2h prep”"))
    logging.add_argument("line", nargs="+", metavar=_("LINE"), help=_("how long, and what for"))
    timer = commands.add_parser("timer", help=_("show the timer, start it or stop it"))
    verbs = timer.add_subparsers(dest="verb", metavar=_("VERB"))
    starting = verbs.add_parser("start", help=_("start it; one that runs is written down first"))
    starting.add_argument(
        "organisation",
        nargs="?",
        metavar=_("NAME"),
        help=_("for which organisation; the one that meets next unless told otherwise"),
    )
    starting.add_argument(
        "--activity",
        choices=[each.value for each in Activity],
        default=Activity.PREPARATION.value,
        help=_("what the time goes to; preparation unless told otherwise"),
    )
    starting.add_argument("--note", default="", help=_("what to write beside the time"))
    stopping = verbs.add_parser("stop", help=_("write down what it measured"))
    stopping.add_argument(
        "minutes",
        nargs="?",
        metavar=_("DURATION"),
        help=_("how long it really took, as in 2h; what it measured unless told otherwise"),
    )


def logged(services: Services, asked: Namespace) -> str:
    """Write a line of time down; returns how it was understood."""
    entry = services.hours.read(" ".join(asked.line))
    services.hours.log(entry)
    return _written(services, entry)


def timed(services: Services, asked: Namespace) -> str:
    """Start or stop the timer, or say whether it runs."""
    if asked.verb == "start":
        organisation = _meant(services, asked.organisation)
        services.timer.start(organisation.id, Activity(asked.activity), note=asked.note)
    elif asked.verb == "stop":
        given = asked.minutes
        minutes = None if given is None else formats.read_duration(given, bare_is_hours=True)
        return _written(services, services.timer.stop(minutes))
    return _state(services)


def _state(services: Services) -> str:
    timer = services.timer.running()
    if timer is None:
        return _("No timer is running.")
    parts = (
        services.organisations.get(timer.organisation_id).label,
        activity_name(timer.activity),
        formats.duration(services.timer.minutes(timer)),
        timer.note,
    )
    return _("The timer runs: {what}").format(what=" · ".join(filter(None, parts)))


def _written(services: Services, entry: TimeEntry) -> str:
    parts = (
        formats.duration(entry.minutes),
        activity_name(entry.activity),
        services.organisations.get(entry.organisation_id).label,
        formats.day(entry.on),
        entry.note,
    )
    return _("Written down: {entry}").format(entry=" · ".join(filter(None, parts)))


def _meant(services: Services, name: str | None) -> Organisation:
    """The organisation named, or the one whose meeting is next, or the only one there is."""
    if name is not None:
        return services.organisations.named(name)
    coming = services.meetings.next()
    every = services.organisations.all()
    if coming is not None:
        return services.organisations.get(coming.organisation_id)
    if len(every) == 1:
        return every[0]
    raise UserError(_("Add the name of the board the time was for."))
