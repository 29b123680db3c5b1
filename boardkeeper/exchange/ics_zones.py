"""The zones that calendar programs name in their own ways, as IANA names."""

from __future__ import annotations

from functools import cache

from boardkeeper.domain.checks import zone

UTC_NAME = "UTC"

_NEARER = {
    # Unicode's table says Paris; nobody in a Danish board meets there, and the clocks are the same.
    "Romance Standard Time": "Europe/Copenhagen",
    "Romance Daylight Time": "Europe/Copenhagen",
    "Rom, normaltid": "Europe/Copenhagen",
    "W. Europe Daylight Time": "Europe/Berlin",
    "Vesteuropa, normaltid": "Europe/Berlin",
    "Customized Time Zone": "",
}
_CITIES = {
    "copenhagen": "Europe/Copenhagen",
    "københavn": "Europe/Copenhagen",
    "berlin": "Europe/Berlin",
    "amsterdam": "Europe/Amsterdam",
    "stockholm": "Europe/Stockholm",
    "oslo": "Europe/Oslo",
    "helsinki": "Europe/Helsinki",
    "london": "Europe/London",
    "edinburgh": "Europe/London",
    "reykjavik": "Atlantic/Reykjavik",
}


@cache
def iana_zone(named: str) -> str | None:
    """The IANA name a calendar program means by a TZID; None when it means none we know.

    Outlook names the zones of Windows, or writes "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris";
    Evolution and Kontact put a path before the name.
    """
    from icalendar.timezone.windows_to_olson import (  # noqa: PLC0415 - only when one imports
        WINDOWS_TO_OLSON,
    )

    said = named.strip().strip('"')
    if said.upper() in ("UTC", "GMT", "Z", "ETC/UTC"):
        return UTC_NAME
    mapped = _NEARER.get(said, WINDOWS_TO_OLSON.get(said, said))
    parts = mapped.split("/")
    for first in range(len(parts)):
        name = "/".join(parts[first:])
        if "/" in name and _is_zone(name):
            return name
    if said.startswith(("(UTC", "(GMT")):
        lowered = said.casefold()
        return next((name for city, name in _CITIES.items() if city in lowered), None)
    return None


def _is_zone(name: str) -> bool:
    try:
        zone(name)
    except KeyError:
        return False
    return True
