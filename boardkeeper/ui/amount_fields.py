"""Fields for hours and for kroner, written as people write them."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.ui.kit import TypedField


def hours_field(label: str, *, example: int = 90, hint: str = "") -> TypedField[int]:
    """How long, in minutes; a number alone is hours. `example` is in minutes."""
    return TypedField(
        label,
        lambda text: formats.read_duration(text, bare_is_hours=True),
        formats.duration,
        placeholder=formats.duration(example),
        hint=hint,
    )


def kroner_field(label: str, *, hint: str = "") -> TypedField[int]:
    """An amount, in øre."""
    return TypedField(
        label,
        formats.read_amount,
        formats.amount,
        placeholder=formats.amount(50_000),
        hint=hint,
    )
