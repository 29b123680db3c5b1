"""Numbers shaped like a Danish CPR number, which have no place here."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)")


def holds_cpr_shape(text: str) -> bool:
    """Whether a number in the text is shaped like one: a day, a month, a year and four digits."""
    return _SHAPE.search(text) is not None
