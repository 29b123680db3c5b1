"""What the agenda says about itself: when it ends, what is left, and a line read aloud."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.agenda import Agenda, AgendaLine, ItemType, type_name
from boardkeeper.i18n import _, ngettext, pgettext


def minutes_in_words(minutes: int) -> str:
    """A number of minutes in a sentence: `1 minute`, `12 minutes`, `1 h 30 min`."""
    if minutes >= 60:
        return formats.duration(minutes)
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def sum_in_words(minutes: int) -> str:
    """A section's own time and its sub-items' together, as a cell says it."""
    return _("Σ {minutes}").format(minutes=minutes)


def outlook(agenda: Agenda) -> str:
    """When the meeting will end by its agenda, and how that fits the time it has."""
    if agenda.minutes == 0:
        return _("Write minutes for the items, and the clock runs along.")
    ends = formats.clock(agenda.ends_at)
    if agenda.overrun == 0:
        return _("Ends {clock} as planned").format(clock=ends)
    spare = minutes_in_words(abs(agenda.overrun))
    if agenda.overrun > 0:
        return _("Overruns by {minutes} · ends {clock}").format(minutes=spare, clock=ends)
    return _("{minutes} left · ends {clock}").format(minutes=spare, clock=ends)


def extent(agenda: Agenda) -> str:
    """How much there is: `12 items · 2 h 15 min`."""
    count = sum(1 for line in agenda.lines if not line.item.is_break)
    items = ngettext("{count} item", "{count} items", count).format(count=count)
    if agenda.minutes == 0:
        return items
    return f"{items} · {formats.duration(agenda.minutes)}"


def spoken_line(line: AgendaLine) -> str:
    """A line as a screen reader says it."""
    item = line.item
    parts = [
        f"{line.number} {item.title}".strip(),
        formats.clock(line.starts_at),
        minutes_in_words(line.minutes) if line.minutes else "",
        "" if item.type is ItemType.PLAIN else type_name(item.type),
        item.presenter,
        pgettext("agenda item", "Closed") if line.is_closed else "",
        pgettext("agenda item", "Consent") if item.is_consent else "",
    ]
    return ", ".join(filter(None, parts))
