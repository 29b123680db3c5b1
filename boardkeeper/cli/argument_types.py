"""What an argument of the command line may be: each reads a text, or says why it cannot."""

from __future__ import annotations

import argparse
from datetime import date

from boardkeeper.i18n import _


def day(text: str) -> date:
    """A day, written as 2026-03-05."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“{text}” is not a day; write it as 2026-03-05").format(text=text)
        raise argparse.ArgumentTypeError(message) from None


def year(text: str) -> int:
    """A year a meeting can lie in."""
    if text.isdecimal() and 1900 <= int(text) <= 2200:
        return int(text)
    message = _("“{text}” is not a year from 1900 to 2200").format(text=text)
    raise argparse.ArgumentTypeError(message)


def month(text: str) -> int:
    """A month of the year, 1 to 12."""
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    message = _("“{text}” is not a month from 1 to 12").format(text=text)
    raise argparse.ArgumentTypeError(message)
