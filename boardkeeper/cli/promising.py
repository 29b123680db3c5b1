"""`boardkeeper promise sejl 60` and `boardkeeper ceiling --hours 6`: what one takes on."""

from __future__ import annotations

import argparse
from argparse import Namespace
from dataclasses import replace
from typing import Any

from boardkeeper import formats
from boardkeeper.cli.argument_types import day
from boardkeeper.domain.ceilings import Ceiling, CeilingId
from boardkeeper.domain.promises import Promise
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services


def add_promising(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the two commands and what belongs to them."""
    promise = commands.add_parser("promise", help=_("say how many hours a year a board may take"))
    promise.add_argument("organisation", metavar=_("NAME"), help=_("which organisation"))
    promise.add_argument("hours", metavar=_("HOURS"), help=_("how many hours a year"))
    _add_first_day(promise)
    ceiling = commands.add_parser(
        "ceiling", help=_("show how much time all boards together may take, or set it")
    )
    ceiling.add_argument("--hours", metavar=_("HOURS"), help=_("hours a week at most"))
    ceiling.add_argument(
        "--evenings", type=int, metavar="0-7", help=_("evenings a week with meetings at most")
    )
    ceiling.add_argument(
        "--customers", metavar=_("HOURS"), help=_("working hours a week kept for customers")
    )
    _add_first_day(ceiling)


def promised(services: Services, asked: Namespace) -> str:
    """Promise hours to my seat on a board; returns what holds now."""
    organisation = services.organisations.named(asked.organisation)
    starts_on = asked.from_day or services.clock.today()
    seat = services.forecast.seats().holder(organisation.id, starts_on)
    if seat is None:
        message = _("You have no seat on {board} yet. Add your membership, then promise hours.")
        raise UserError(message.format(board=organisation.label))
    minutes = _minutes(asked.hours)
    services.promises.promise(
        Promise(membership_id=seat, starts_on=starts_on, minutes_a_year=minutes)
    )
    message = _("Promised to {board}: {hours} a year from {day}.")
    return message.format(
        board=organisation.label, hours=formats.hours(minutes), day=formats.date(starts_on)
    )


def capped(services: Services, asked: Namespace) -> str:
    """Change what is asked for of the ceiling in force, from a day on; returns what holds then."""
    starts_on = asked.from_day or services.clock.today()
    before = services.ceilings.in_force(starts_on)
    said = {
        "minutes_a_week": None if asked.hours is None else _minutes(asked.hours),
        "evenings_a_week": asked.evenings,
        "customer_minutes_a_week": None if asked.customers is None else _minutes(asked.customers),
    }
    changes: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if not changes:
        return _("No ceiling is set.") if before is None else _in_words(before)
    begun = before or Ceiling(starts_on=starts_on)
    ceiling = replace(begun, id=CeilingId.new(), starts_on=starts_on, **changes)
    return _in_words(services.ceilings.set(ceiling))


def _add_first_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--from",
        dest="from_day",
        type=day,
        metavar="YYYY-MM-DD",
        help=_("from which day on; today unless told otherwise"),
    )


def _minutes(hours: str) -> int:
    """Whole minutes of hours written as `60` or `7,5`."""
    return round(60 * formats.read_number(hours))


def _in_words(ceiling: Ceiling) -> str:
    parts = []
    if ceiling.minutes_a_week is not None:
        message = _("{hours} a week")
        parts.append(message.format(hours=formats.hours(ceiling.minutes_a_week)))
    if ceiling.evenings_a_week is not None:
        message = ngettext(
            "{count} evening a week", "{count} evenings a week", ceiling.evenings_a_week
        )
        parts.append(message.format(count=ceiling.evenings_a_week))
    if ceiling.customer_minutes_a_week:
        message = _("{hours} a week for customers")
        parts.append(message.format(hours=formats.hours(ceiling.customer_minutes_a_week)))
    limits = " · ".join(parts) or _("no limits")
    day_of_start = formats.date(ceiling.starts_on)
    return _("Ceiling from {day}: {limits}").format(day=day_of_start, limits=limits)
