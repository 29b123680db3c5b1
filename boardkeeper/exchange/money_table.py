"""Payments and trips as tables for other programs, in the language being spoken."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from boardkeeper.domain.sheets.money_lines import PaymentLine, TripLine
from boardkeeper.exchange.typed_tables import TypedTable
from boardkeeper.i18n import _, pgettext


def payments_table(lines: Sequence[PaymentLine], title: str) -> TypedTable:
    """Amounts are kroner, below zero where they went out."""
    return TypedTable(
        title=title,
        heads=(
            pgettext("column", "Day"),
            pgettext("column", "Board"),
            pgettext("column", "What was paid"),
            pgettext("column", "Amount, DKK"),
            pgettext("column", "Meeting"),
            pgettext("column", "Meeting on"),
            pgettext("column", "Note"),
        ),
        widths=(12, 42, 34, 15, 38, 14, 60),
        lines=[
            (
                each.on,
                each.organisation,
                each.kind,
                _kroner(each.amount),
                each.meeting,
                each.meeting_on,
                each.note,
            )
            for each in lines
        ],
    )


def trips_table(lines: Sequence[TripLine], title: str) -> TypedTable:
    """Lengths are kilometres, amounts the allowances in kroner."""
    return TypedTable(
        title=title,
        heads=(
            pgettext("column", "Day"),
            pgettext("column", "Board"),
            pgettext("column", "Purpose"),
            pgettext("column", "From"),
            pgettext("column", "By way of"),
            pgettext("column", "To"),
            pgettext("column", "There and back"),
            pgettext("column", "Kilometres"),
            pgettext("column", "Amount, DKK"),
            pgettext("column", "Paid on"),
            pgettext("column", "Note"),
        ),
        widths=(12, 42, 38, 28, 28, 28, 16, 13, 15, 12, 60),
        lines=[
            (
                each.on,
                each.organisation,
                each.purpose,
                each.start,
                each.stops,
                each.destination,
                _("yes") if each.is_return else _("no"),
                each.metres / 1000,
                _kroner(each.amount),
                each.paid_on,
                each.note,
            )
            for each in lines
        ],
    )


def _kroner(ore: int) -> Decimal:
    return Decimal(ore) / 100
