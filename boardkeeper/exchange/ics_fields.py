"""One event of a calendar file as the library reads it, as what a meeting needs to know."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from boardkeeper.domain.checks import zone
from boardkeeper.domain.meetings import wall_after
from boardkeeper.domain.plain import LARGEST
from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import CalendarEvent
from boardkeeper.exchange.ics_names import PREFIX
from boardkeeper.exchange.ics_scanning import LINKS, Scanned, ScannedEvent
from boardkeeper.exchange.ics_zones import UTC_NAME, iana_zone
from boardkeeper.i18n import _

if TYPE_CHECKING:
    from icalendar.cal import Component

_NEEDED = frozenset(["DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE"])
_LONGEST_UID = 1000
_LONGEST_TEXT = 20_000
_LONGEST_MEETING = timedelta(days=31)


class UnreadableEvent(UserError):
    """An event is no meeting, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """An event with its rule: the first instance, and what says when the others are.

    All times are wall times of the event's zone. `given_at` is its RECURRENCE-ID: the time the rule
    gave the instance it replaces; `replaces_following` when it replaces those after it too.
    """

    event: CalendarEvent
    rules: tuple[str, ...] = ()
    added: tuple[datetime, ...] = ()
    left_out: frozenset[datetime | date] = frozenset()
    given_at: datetime | None = None
    replaces_following: bool = False


def fields_of(found: ScannedEvent, component: Component, scan: Scanned) -> Fields:
    """What the event says; `component` holds its times and rules as the library reads them.

    Raises UnreadableEvent when a meeting cannot be made of it.
    """
    texts = found.texts
    for name, _said in component.errors:
        if name in _NEEDED:
            raise UnreadableEvent(_("Its {property} cannot be understood.").format(property=name))
    start = _first(component, "DTSTART")
    if start is None:
        raise UnreadableEvent(_("It does not say when it starts."))
    if not isinstance(start.dt, datetime):
        raise UnreadableEvent(
            _("It lasts all day, and a meeting has a time of day. Plan it by hand.")
        )
    starts_at, zone_name = _wall_and_zone(start, scan)
    given = _first(component, "RECURRENCE-ID")
    given_at = None if given is None else _in_zone(given, zone_name, scan)
    event = CalendarEvent(
        uid=_uid(texts, starts_at),
        day=None if given_at is None else given_at.date(),
        sequence=_sequence(texts.get("SEQUENCE", "")),
        starts_at=starts_at,
        ends_at=_end(component, starts_at, zone_name, scan),
        zone=zone_name,
        summary=_cut(texts, "SUMMARY"),
        place=_cut(texts, "LOCATION"),
        link=next((said.strip() for name in LINKS if (said := _cut(texts, name))), ""),
        description=_cut(texts, "DESCRIPTION"),
        organiser=_organiser(component),
        categories=tuple(
            str(each) for some in _every(component, "CATEGORIES") for each in some.cats
        ),
        status=texts.get("STATUS", "").strip().upper()[:20],
        own={
            name.removeprefix(PREFIX): said
            for name, said in texts.items()
            if name.startswith(PREFIX)
        },
    )
    return Fields(
        event=event,
        rules=tuple(each.to_ical().decode() for each in _every(component, "RRULE")),
        added=tuple(
            when
            for when in _dates(component, "RDATE", zone_name, scan)
            if isinstance(when, datetime)
        ),
        left_out=frozenset(_dates(component, "EXDATE", zone_name, scan)),
        given_at=given_at,
        replaces_following=given is not None and given.params.get("RANGE") == "THISANDFUTURE",
    )


def _wall_and_zone(value: Any, scan: Scanned) -> tuple[datetime, str]:
    """The wall time a property says, and the zone of it: an IANA name, UTC, or none."""
    when: datetime = value.dt
    named = value.params.get("TZID")
    if named is None:
        return when.replace(tzinfo=None), UTC_NAME if when.tzinfo is not None else ""
    name = iana_zone(named) or iana_zone(scan.places.get(named, ""))
    if name is not None:
        return when.replace(tzinfo=None), name
    described = _described_zone(scan, named)
    if described is None:
        message = _("Its time zone “{zone}” is not known.")
        raise UnreadableEvent(message.format(zone=named[:60]))
    there = when.replace(tzinfo=described).astimezone(UTC)
    return there.replace(tzinfo=None), UTC_NAME


def _described_zone(scan: Scanned, named: str) -> tzinfo | None:
    """The zone as the file itself describes it, if its clocks change yearly or never."""
    from icalendar import Timezone  # noqa: PLC0415 - see ics_writing

    described = scan.zones.get(named, "")
    rules = [line for line in described.split("\r\n") if line.upper().startswith("RRULE")]
    is_tame = all("FREQ=YEARLY" in rule.upper() and "INTERVAL" not in rule for rule in rules)
    if not described or not is_tame or len(rules) > 20:
        return None
    try:
        component = Timezone.from_ical(described)
        if not isinstance(component, Timezone):
            return None
        found: tzinfo = component.to_tz()
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return None
    return found


def _in_zone(value: Any, zone_name: str, scan: Scanned) -> datetime:
    """A time of the event as wall time of the zone it starts in; a bare day as its midnight."""
    if not isinstance(value.dt, datetime):
        return datetime.combine(value.dt, datetime.min.time())
    when, its_zone = _wall_and_zone(value, scan)
    if its_zone in (zone_name, "") or not zone_name:
        return when
    there = when.replace(tzinfo=zone(its_zone)).astimezone(zone(zone_name))
    return there.replace(tzinfo=None, fold=0)


def _end(
    component: Component, starts_at: datetime, zone_name: str, scan: Scanned
) -> datetime | None:
    """When it ends, in the zone it starts in; None when it does not say."""
    said = _first(component, "DTEND")
    if said is not None:
        ends_at = _in_zone(said, zone_name, scan)
    else:
        lasting = _first(component, "DURATION")
        if lasting is None:
            return None
        minutes = round(lasting.dt.total_seconds() / 60)
        ends_at = wall_after(starts_at, minutes, zone_name or UTC_NAME)
    if ends_at <= starts_at:
        raise UnreadableEvent(_("It ends before it starts, or at once."))
    if ends_at - starts_at > _LONGEST_MEETING:
        raise UnreadableEvent(_("It lasts longer than a month."))
    return ends_at


def _dates(component: Component, name: str, zone_name: str, scan: Scanned) -> list[datetime | date]:
    """Every time a list of times names; a bare day stands for whatever is on it."""
    found: list[datetime | date] = []
    for some in _every(component, name):
        for each in some.dts:
            if isinstance(each.dt, tuple):  # a period: from when, until when
                each.dt = each.dt[0]
            each.params = some.params
            is_day = not isinstance(each.dt, datetime)
            found.append(each.dt if is_day else _in_zone(each, zone_name, scan))
    return found


def _uid(texts: Mapping[str, str], starts_at: datetime) -> str:
    """The event's name; one made of what it says where it has none, the same every time."""
    said = texts.get("UID", "").strip()
    if len(said) > _LONGEST_UID:
        raise UnreadableEvent(_("Its UID is too long."))
    if said:
        return said
    told = f"{texts.get('SUMMARY', '')}\n{starts_at.isoformat()}".encode()
    return f"{hashlib.sha256(told).hexdigest()[:32]}@nameless"


def _sequence(said: str) -> int:
    is_number = said.strip().isdecimal() and said.isascii() and len(said) < 12
    return min(int(said), LARGEST) if is_number else 0


def _organiser(component: Component) -> str:
    said = _first(component, "ORGANIZER")
    if said is None:
        return ""
    name = getattr(said, "params", {}).get("CN", "")
    return f"{name} {said}".strip()[:500]


def _cut(texts: Mapping[str, str], name: str) -> str:
    return texts.get(name, "")[:_LONGEST_TEXT]


def _first(component: Component, name: str) -> Any:
    """The property, or the first of several of that name; None without it."""
    found = component.get(name)
    return found[0] if isinstance(found, list) else found


def _every(component: Component, name: str) -> Sequence[Any]:
    found = component.get(name)
    if found is None:
        return ()
    return found if isinstance(found, list) else (found,)
