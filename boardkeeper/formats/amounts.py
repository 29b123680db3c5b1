"""Hours, money and other numbers as they are written, with the marks of the active language.

Halves are rounded away from zero, as people do, and a float counts as the digits it shows.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from boardkeeper.formats.words import spoken


def hours(minutes: float) -> str:
    """Minutes as hours with at most two decimals: `2,25 t`, `2.25 h`, `2 t`."""
    return spoken().hours.format(hours=number(Decimal(str(minutes)) / 60))


def duration(minutes: int) -> str:
    """Minutes as hours and minutes: `1 t 30 min`, `45 min`, `2 h`."""
    words = spoken()
    sign = "-" if minutes < 0 else ""
    whole_hours, rest = divmod(abs(minutes), 60)
    parts = []
    if whole_hours:
        parts.append(words.hours.format(hours=number(whole_hours)))
    if rest or not whole_hours:
        parts.append(words.minutes.format(minutes=rest))
    return sign + " ".join(parts)


def number(value: float | Decimal, places: int | None = None) -> str:
    """`1.250`, `1,250`, with exactly `places` decimals or else as few as it needs, at most two."""
    rounded = _rounded(value, 2 if places is None else places)
    text = f"{rounded:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(spoken().digit_marks)


def kroner(amount: float | Decimal) -> str:
    """`1.250 kr.`, `3,94 kr.`, `DKK 1,250`; øre are written only when there are any."""
    rounded = _rounded(amount, 2)
    places = 0 if rounded == rounded.to_integral_value() else 2
    return spoken().kroner.format(amount=number(rounded, places))


def amount(ore: int) -> str:
    """So many øre as an amount in kroner: `1.250 kr.`, `3,94 kr.`."""
    return kroner(Decimal(ore) / 100)


def kilometres(metres: int) -> str:
    """`24 km`, `12,5 km`; as many decimals as the metres need."""
    value = Decimal(metres) / 1000
    return f"{number(value, None if metres % 10 == 0 else 3)} km"


def percent(share: float | Decimal, places: int = 0) -> str:
    """A share of one as `60 %`, `60%`."""
    return spoken().percent.format(number=number(Decimal(str(share)) * 100, places))


def _rounded(value: float | Decimal, places: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)  # a zero has no sign
