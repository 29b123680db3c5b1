"""Meetings out of a calendar file of any program, read in a child process with limits.

`calendar_in` is what the program calls; `read_calendar` is what the child does. The library
parses a hundred events at a time; a hundred it chokes on are given to it one by one, so that each
broken event is named and the others are read.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from boardkeeper.domain.occurrences import years_later
from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import (
    CalendarEvent,
    CalendarFile,
    event_as_plain,
    file_from_plain,
)
from boardkeeper.exchange.ics_fields import Fields, UnreadableEvent, fields_of
from boardkeeper.exchange.ics_recurrence import Window, instances_of
from boardkeeper.exchange.ics_scanning import MOST_EVENTS, Scanned, ScannedEvent, scanned
from boardkeeper.exchange.limited import (
    USUAL_LIMITS,
    Limits,
    RefusedFile,
    Report,
    never,
    no_report,
    read_limited,
)
from boardkeeper.i18n import _

if TYPE_CHECKING:
    from icalendar.cal import Component

_AT_ONCE = 100


def calendar_in(
    content: bytes,
    today: date,
    *,
    limits: Limits = USUAL_LIMITS,
    progress: Report = no_report,
    is_cancelled: Callable[[], bool] = never,
) -> CalendarFile:
    """The meetings of a calendar file, rules followed from a year ago to two years ahead.

    Raises:
        RefusedFile: it is no calendar, or takes more time, memory or room than a file may.
        Cancelled: `is_cancelled` became true.
    """
    found = read_limited(
        read_calendar,
        content,
        arguments={"today": today.isoformat()},
        limits=limits,
        progress=progress,
        is_cancelled=is_cancelled,
    )
    return file_from_plain(found)


def read_calendar(content: bytes, arguments: dict[str, Any], report: Report) -> dict[str, Any]:
    """What the child finds: the file as plain data."""
    today = date.fromisoformat(arguments["today"])
    window = Window(years_later(today, -1), years_later(today, 2))
    scan = scanned(content)
    reading = _Reading(scan, report)
    events, unreadable = instances_of(reading.fields(), window)
    unreadable = [*reading.unreadable, *unreadable]
    if len(events) > MOST_EVENTS:
        message = _("The file holds more than {most} meetings. Nothing was changed.")
        raise RefusedFile(message.format(most=MOST_EVENTS))
    return {
        "name": scan.name,
        "method": scan.method,
        "organisations": scan.organisations,
        "events": [event_as_plain(_called_off(each, scan.method)) for each in events],
        "unreadable": unreadable,
    }


def _called_off(event: CalendarEvent, method: str) -> CalendarEvent:
    """In a file that cancels, every event is cancelled, whatever else it says of itself."""
    if method != "CANCEL" or event.is_cancelled:
        return event
    return replace(event, status="CANCELLED")


class _Reading:
    """Goes through the events of a file, and notes down those that cannot be read."""

    def __init__(self, scan: Scanned, report: Report) -> None:
        self._scan = scan
        self._report = report
        self.unreadable: list[tuple[str, str]] = []

    def fields(self) -> list[Fields]:
        """What every readable event says, in the order of the file."""
        found = []
        done = 0
        waiting = iter(self._scan.events)
        while some := list(islice(waiting, _AT_ONCE)):
            for event, component in self._parsed(some):
                fields = self._read(event, component)
                if fields is not None:
                    found.append(fields)
            done += len(some)
            self._report(done, len(self._scan.events))
        return found

    def _parsed(
        self, events: list[ScannedEvent]
    ) -> Iterator[tuple[ScannedEvent, Component | None]]:
        """Each event with what the library makes of it; None where it makes nothing."""
        whole = [each for each in events if not each.reason]
        components = _components(whole)
        if len(components) != len(whole):
            components = [(_components([each]) or [None])[0] for each in whole]
        parsed = iter(components)
        for event in events:
            yield event, None if event.reason else next(parsed)

    def _read(self, event: ScannedEvent, component: Component | None) -> Fields | None:
        try:
            if event.reason:
                raise UnreadableEvent(event.reason)
            if component is None:
                raise UnreadableEvent(_("It is damaged."))
            return fields_of(event, component, self._scan)
        except UserError as error:
            self.unreadable.append((event.title, str(error)))
        except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
            # The library promises little of what it has half understood.
            self.unreadable.append((event.title, _("It is damaged.")))
        return None


def _components(events: list[ScannedEvent]) -> list[Component | None]:
    """The events as the library reads them, fewer when it cannot."""
    from icalendar import Calendar  # noqa: PLC0415 - see ics_writing

    lines = ["BEGIN:VCALENDAR"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.lines, "END:VEVENT"]
    lines.append("END:VCALENDAR\r\n")
    try:
        with warnings.catch_warnings():
            # It warns of every zone it guesses; our own look at the zones comes after.
            warnings.simplefilter("ignore")
            calendar = Calendar.from_ical("\r\n".join(lines))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return []
    return list(calendar.subcomponents)
