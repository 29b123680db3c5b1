"""What was read from a calendar file: events in their wall time, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from boardkeeper.domain.organisations import Organisation
from boardkeeper.exchange.ics_names import read_organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event, an instance by itself if it repeats.

    `zone` is an IANA name, `UTC`, or empty for an event in the wall time of wherever one is; the
    times are wall times of it. `ends_at` is None where the file does not say. `day` is the day the
    rule gave (RECURRENCE-ID). `own` holds what only BoardKeeper writes.
    """

    uid: str
    day: date | None = None
    sequence: int = 0
    starts_at: datetime
    ends_at: datetime | None = None
    zone: str = ""
    summary: str = ""
    place: str = ""
    link: str = ""
    description: str = ""
    organiser: str = ""
    categories: tuple[str, ...] = ()
    status: str = ""
    own: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_cancelled(self) -> bool:
        return self.status == "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An event that is no meeting here, by what it calls itself, and the reason."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """Everything a calendar file holds that may become meetings. `method` as REQUEST or CANCEL."""

    name: str = ""
    method: str = ""
    events: tuple[CalendarEvent, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    organisations: tuple[Organisation, ...] = ()


def file_from_plain(found: Mapping[str, Any]) -> CalendarFile:
    """The file as the child told it."""
    organisations = map(read_organisation, found["organisations"])
    return CalendarFile(
        name=found["name"],
        method=found["method"],
        events=tuple(_event_from_plain(each) for each in found["events"]),
        unreadable=tuple(Unreadable(title=t, reason=r) for t, r in found["unreadable"]),
        organisations=tuple(each for each in organisations if each is not None),
    )


def event_as_plain(event: CalendarEvent) -> dict[str, Any]:
    """The event as JSON holds it; what says nothing is left out."""
    found: dict[str, Any] = {
        "uid": event.uid,
        "starts_at": event.starts_at.isoformat(),
        "sequence": event.sequence,
        "zone": event.zone,
        "summary": event.summary,
        "place": event.place,
        "link": event.link,
        "description": event.description,
        "organiser": event.organiser,
        "status": event.status,
        "categories": event.categories,
        "own": event.own,
    }
    if event.day is not None:
        found["day"] = event.day.isoformat()
    if event.ends_at is not None:
        found["ends_at"] = event.ends_at.isoformat()
    return {name: said for name, said in found.items() if said}


def _event_from_plain(found: dict[str, Any]) -> CalendarEvent:
    found["starts_at"] = datetime.fromisoformat(found["starts_at"])
    if "ends_at" in found:
        found["ends_at"] = datetime.fromisoformat(found["ends_at"])
    if "day" in found:
        found["day"] = date.fromisoformat(found["day"])
    found["categories"] = tuple(found.get("categories", ()))
    return CalendarEvent(**found)
