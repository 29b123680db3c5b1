"""Time zones: known ones only, and the minutes that really pass."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name; KeyError when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise KeyError(name) from error


def refuse_unknown_zone(field: str, name: str) -> None:
    """Raise InvalidField when no zone of that name is known."""
    try:
        zone(name)
    except KeyError:
        message = _("“{name}” is not a time zone. An example that is one: Europe/Copenhagen.")
        raise InvalidField(field, message.format(name=name)) from None


def minutes_between(starts_at: datetime, ends_at: datetime, zone_name: str) -> int:
    """Minutes that really pass between two wall times of one zone, across a change of clocks."""
    place = zone(zone_name)
    start = starts_at.replace(tzinfo=place).timestamp()
    end = ends_at.replace(tzinfo=place).timestamp()
    return round((end - start) / 60)
