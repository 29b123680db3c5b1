"""Events that repeat, as the single events they stand for, within a window of years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.occurrences import occurrences
from boardkeeper.domain.recurrence import MOST, read_rule
from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import CalendarEvent
from boardkeeper.exchange.ics_fields import Fields, UnreadableEvent
from boardkeeper.exchange.ics_scanning import MOST_EVENTS
from boardkeeper.exchange.ics_zones import UTC_NAME
from boardkeeper.i18n import _

Refused = tuple[str, str]
"""What an event calls itself, and why it is no meeting."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which rules are followed, both included."""

    first: date
    last: date

    def holds(self, when: datetime) -> bool:
        return self.first <= when.date() <= self.last


def instances_of(
    every: Iterable[Fields], window: Window
) -> tuple[list[CalendarEvent], list[Refused]]:
    """Each event by itself: those of a rule within the window, as changed one by one.

    Of several versions of an event the one with the highest SEQUENCE counts, the last among equals.
    """
    found: list[CalendarEvent] = []
    refused: list[Refused] = []
    for masters, changes in _by_name(every):
        for master in masters:
            try:
                found += _of_master(master, changes, window)
            except UserError as error:
                refused.append((master.event.summary or master.event.uid, str(error)))
            if len(found) > MOST_EVENTS:
                return found, refused
        if not masters:
            found += [change.event for change in changes]
    return found, refused


def _by_name(every: Iterable[Fields]) -> list[tuple[list[Fields], list[Fields]]]:
    """For each UID the newest version of the event, and of the change to each of its instances."""
    masters: dict[str, Fields] = {}
    changes: dict[str, dict[datetime, Fields]] = defaultdict(dict)
    for fields in every:
        uid = fields.event.uid
        if fields.given_at is None:
            masters[uid] = _newer(masters.get(uid), fields)
        else:
            known = changes[uid].get(fields.given_at)
            changes[uid][fields.given_at] = _newer(known, fields)
    names = list(dict.fromkeys([*masters, *changes]))
    return [
        ([masters[uid]] if uid in masters else [], list(changes[uid].values()))
        if uid in changes
        else ([masters[uid]], [])
        for uid in names
    ]


def _newer(known: Fields | None, fields: Fields) -> Fields:
    if known is None or fields.event.sequence >= known.event.sequence:
        return fields
    return known


def _of_master(master: Fields, changes: list[Fields], window: Window) -> Iterable[CalendarEvent]:
    if not master.rules and not master.added:
        return [master.event, *(change.event for change in changes)]
    starts = _starts(master, window)
    changed = {change.given_at: change for change in changes if change.given_at is not None}
    onward = {given_at: change for given_at, change in changed.items() if change.replaces_following}
    found = []
    for start in starts:
        if start in changed:
            continue
        turned_at = max((given_at for given_at in onward if given_at <= start), default=None)
        if turned_at is None:
            found.append(_at(master.event, start, start))
        else:
            change = onward[turned_at].event
            found.append(_at(change, start, start + (change.starts_at - turned_at)))
    found += [change.event for change in changes if window.holds(change.event.starts_at)]
    if not found:
        message = _("None of its days lies between {first} and {last}.")
        raise UnreadableEvent(
            message.format(first=formats.date(window.first), last=formats.date(window.last))
        )
    return _one_a_day(found)


def _starts(master: Fields, window: Window) -> list[datetime]:
    """When the rule meets, and the days named beside it, less those left out."""
    event = master.event
    starts = {event.starts_at, *master.added}
    for text in master.rules:
        rule = read_rule(text, event.zone or UTC_NAME, event.starts_at)
        starts.update(occurrences(rule, event.starts_at, window.first, window.last))
    kept = [
        start
        for start in starts
        if window.holds(start)
        and start not in master.left_out
        and start.date() not in master.left_out
    ]
    if len(kept) > MOST:
        message = _("It gives more than {most} meetings.")
        raise UnreadableEvent(message.format(most=MOST))
    return sorted(kept)


def _at(event: CalendarEvent, given_at: datetime, starts_at: datetime) -> CalendarEvent:
    """The instance the rule gave then, held at another time perhaps, as long as the others."""
    lasting = None if event.ends_at is None else event.ends_at - event.starts_at
    return replace(
        event,
        day=given_at.date(),
        starts_at=starts_at,
        ends_at=None if lasting is None else starts_at + lasting,
    )


def _one_a_day(events: list[CalendarEvent]) -> list[CalendarEvent]:
    """At most one instance for each day the rule gave: the day is what it is known by."""
    return list({each.day: each for each in events}.values())
