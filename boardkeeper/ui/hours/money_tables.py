"""How money reads in tables: boards, payments, trips and rates, a line each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from boardkeeper import formats
from boardkeeper.domain.driving import Driven
from boardkeeper.domain.money import Payment, payment_kind_name
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rates import RateInForce, rate_in_words, rate_name, standing_of
from boardkeeper.domain.sheets.mileage import route_of
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import Column

T = TypeVar("T")
Naming = Callable[[OrganisationId], str]

_FIGURES = 116


def board_columns(name: Callable[[InAndOut], str]) -> tuple[Column[InAndOut], ...]:
    """What a board brought and cost."""
    return (
        Column(_("Board"), name, width=140, stretch=1),
        _amount(_("Received"), lambda each: each.received),
        _amount(_("Paid"), lambda each: each.paid),
        _amount(_("Net"), lambda each: each.net),
        Column(
            _("Time"),
            lambda each: formats.hours(each.minutes) if each.minutes else "–",
            sort_by=lambda each: each.minutes,
            align_right=True,
            width=92,
        ),
        Column(
            _("Net an hour"),
            lambda each: "–" if each.an_hour is None else formats.amount(each.an_hour),
            sort_by=lambda each: each.an_hour or 0,
            align_right=True,
            width=_FIGURES,
        ),
        _amount(_("Value of the time"), lambda each: each.value_of_time, width=140),
    )


def payment_columns(name: Naming) -> tuple[Column[Payment], ...]:
    return (
        Column(
            _("Day"),
            lambda each: formats.short_date(each.on),
            sort_by=lambda each: each.on,
            width=112,
        ),
        Column(_("Board"), lambda each: name(each.organisation_id), width=130, stretch=1),
        Column(_("What was paid"), lambda each: payment_kind_name(each.kind), width=200, stretch=2),
        Column(
            _("Amount"),
            lambda each: formats.amount(each.signed),
            sort_by=lambda each: each.signed,
            align_right=True,
            width=_FIGURES,
        ),
        Column(_("Note"), lambda each: each.note, width=130, stretch=2),
    )


def trip_columns(name: Naming) -> tuple[Column[Driven], ...]:
    return (
        Column(
            _("Day"),
            lambda each: formats.short_date(each.trip.on),
            sort_by=lambda each: each.trip.on,
            width=112,
        ),
        Column(_("Board"), lambda each: name(each.trip.organisation_id), width=130, stretch=1),
        Column(_("Purpose"), lambda each: each.trip.purpose, width=150, stretch=3),
        Column(_("Route"), lambda each: route_of(each.trip), width=130, stretch=3),
        Column(
            pgettext("column", "Length"),
            lambda each: formats.kilometres(each.trip.metres),
            sort_by=lambda each: each.trip.metres,
            align_right=True,
            width=92,
        ),
        _amount(_("Amount"), lambda each: each.amount),
        Column(
            _("Paid on"),
            lambda each: formats.short_date(each.trip.paid_on) if each.trip.paid_on else "–",
            sort_by=lambda each: (each.trip.paid_on is not None, each.trip.paid_on or each.trip.on),
            width=112,
        ),
    )


def rate_columns() -> tuple[Column[RateInForce], ...]:
    return (
        Column(_("Rate"), lambda each: rate_name(each.rate), width=240, stretch=2),
        Column(
            _("Amount"),
            lambda each: rate_in_words(each.rate, each.amount),
            sort_by=lambda each: each.amount,
            align_right=True,
            width=_FIGURES,
        ),
        Column(_("Standing"), standing_of, width=220, stretch=2),
        Column(_("Source"), lambda each: each.source, width=160, stretch=2),
    )


def _amount(title: str, ore: Callable[[T], int], width: int = _FIGURES) -> Column[T]:
    return Column(
        title,
        lambda each: formats.amount(ore(each)) if ore(each) else "–",
        sort_by=ore,
        align_right=True,
        width=width,
    )
