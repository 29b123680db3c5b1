"""Durations, numbers and money as people type them: `1½ t`, `90 min`, `1t30`, `1.250 kr.`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from boardkeeper.formats.typed import COUNT, NotUnderstood, decimal_number, tidy, whole_number
from boardkeeper.i18n import _

LONGEST_MINUTES = 31 * 24 * 60
"""A month: the longest duration that is read."""

_HOUR = r"t\.?|tim\.?|time|timer|h|hr|hrs|hour|hours"
_MINUTE = r"m|min\.?|mins|minut|minutter|minute|minutes"
_QUARTER = r"kvarter|kvarterer|kvt\.?|quarters? of an hour|quarters?"
_PART = (
    rf"(?P<count>{COUNT}|[a-z]+)?\s*"
    rf"(?:(?P<hour>{_HOUR})|(?P<minute>{_MINUTE})|(?P<quarter>{_QUARTER}))"
    r"(?![a-z])(?:\s*,)?\s*(?:(?:og|and|\+)\s+)?"
)
_FRACTIONS = (
    (r"(\d) ?½|(\d) 1/2\b", r"\1\2,5"),
    (r"(\d) ?¼|(\d) 1/4\b", r"\1\2,25"),
    (r"(\d) ?¾|(\d) 3/4\b", r"\1\2,75"),
    (r"½|\b1/2\b", "0,5"),
    (r"¼|\b1/4\b", "0,25"),
    (r"¾|\b3/4\b", "0,75"),
    (r"\b(?:en |et |a )?(?:halv|half)(?: an?)? (time|t|hour|h)\b", r"0,5 \1"),
    (r"\b(?:en |et |a )?trekvart (time)\b", r"0,75 \1"),
    (r"\bhalvanden (time|t)\b", r"1,5 \1"),
    (r"\b(?:an|one) hour and a half\b", "1,5 h"),
    (r"\b(?:one|a) and a half (hours?)\b", r"1,5 \1"),
    (r"\ben time og en halv\b", "1,5 t"),
)


def read_duration(text: str, *, bare_is_hours: bool = False) -> int:
    """The minutes a text means: `2t`, `1½ t`, `1,5 timer`, `1:30`, `en halv time`, `3 kvarter`.

    A whole number alone is minutes, or hours where hours are asked for; with decimals (`1,5`) it is
    hours either way. `1.30` alone is refused: it may be an hour and a half or less.

    Raises:
        NotUnderstood: the text is no duration, or one longer than a month.
    """
    typed = tidy(text)
    if not typed:
        raise NotUnderstood(_("Write a duration, for example 2h, 1½ h or 90 min."))
    minutes = minutes_in(typed)
    if minutes is None:
        minutes = bare_minutes_in(typed, bare_is_hours=bare_is_hours)
    if minutes is None:
        raise NotUnderstood(
            _(
                "“{text}” was not understood as a duration. Write for example 2h, 1½ h or 90 min."
            ).format(text=text.strip())
        )
    if minutes > LONGEST_MINUTES:
        raise NotUnderstood(
            _("“{text}” is longer than a month. Write for example 2h, 1½ h or 90 min.").format(
                text=text.strip()
            )
        )
    return minutes


def read_number(text: str) -> Decimal:
    """`1.250`, `3,94`, `-2`: the value of a number with the marks of the active language.

    Raises:
        NotUnderstood: the text is no number.
    """
    typed = tidy(text).replace("- ", "-")
    sign = -1 if typed.startswith("-") else 1
    digits = typed.removeprefix("-")
    if not re.fullmatch(COUNT, digits):
        raise NotUnderstood(
            _("“{text}” is not a number. Write for example 1250 or 3.94.").format(text=text.strip())
        )
    return sign * decimal_number(digits)


def read_kroner(text: str) -> Decimal:
    """`1.250 kr.`, `kr. 3,94`, `DKK 1,250`, `500,-`, `500`: an amount in kroner.

    Raises:
        NotUnderstood: the text is no amount.
    """
    digits = re.sub(r"^(?:dkk|kr\.?)\s*|\s*(?:,-|dkk|kr\.?|kroner)$", "", tidy(text))
    try:
        return read_number(digits.removesuffix(",-"))
    except NotUnderstood:
        raise NotUnderstood(
            _("“{text}” is not an amount. Write for example 1250 or 3.94.").format(
                text=text.strip()
            )
        ) from None


def read_amount(text: str) -> int:
    """An amount in kroner, as `read_kroner` reads it, in whole øre.

    Raises:
        NotUnderstood: the text is no amount.
    """
    return _whole(read_kroner(text) * 100)


def read_kilometres(text: str) -> int:
    """`24`, `12,5 km`: the metres a distance in kilometres comes to.

    Raises:
        NotUnderstood: the text is no distance.
    """
    digits = re.sub(r"\s*(?:km\.?|kilometer|kilometers|kilometres|kilometre)$", "", tidy(text))
    try:
        return _whole(read_number(digits) * 1000)
    except NotUnderstood:
        raise NotUnderstood(
            _("“{text}” is not a distance. Write for example 24 or 12.5.").format(text=text.strip())
        ) from None


def minutes_in(typed: str) -> int | None:
    """The minutes of a tidied text that names its units, or None."""
    clock = re.fullmatch(rf"(\d{{1,3}}):([0-5]\d)(?: ?(?:{_HOUR}))?", typed)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    typed = _plain_fractions(typed)
    short = re.fullmatch(rf"(\d{{1,3}}) ?(?:{_HOUR}) ?([0-5]\d)", typed)
    if short:
        return int(short[1]) * 60 + int(short[2])
    total = Decimal(0)
    position = 0
    while position < len(typed):
        part = re.compile(_PART).match(typed, position)
        minutes = _minutes_of(part) if part else None
        if part is None or minutes is None:
            return None
        total += minutes
        position = part.end()
    return _whole(total) if typed else None


def bare_minutes_in(typed: str, *, bare_is_hours: bool) -> int | None:
    """The minutes of a tidied number without a unit, or None."""
    typed = _plain_fractions(typed)
    if re.fullmatch(r"\d{1,5}", typed):
        return int(typed) * (60 if bare_is_hours else 1)
    if re.fullmatch(r"\d{1,3}(?:,\d{1,2}|\.\d)", typed):
        return _whole(decimal_number(typed) * 60)
    return None


def _minutes_of(part: re.Match[str]) -> Decimal | None:
    typed = part["count"]
    if typed is None:
        count = Decimal(1) if part["quarter"] else None
    elif typed[0].isdecimal():
        count = decimal_number(typed)
    else:
        number = whole_number(typed)
        count = None if number is None else Decimal(number)
    if count is None:
        return None
    return count * (60 if part["hour"] else 15 if part["quarter"] else 1)


def _plain_fractions(typed: str) -> str:
    for pattern, plain in _FRACTIONS:
        typed = re.sub(pattern, plain, typed)
    return typed


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
