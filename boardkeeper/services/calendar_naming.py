"""Whose meeting an event of a foreign calendar is, as far as its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from boardkeeper.domain.organisations import Organisation
from boardkeeper.exchange.ics_events import CalendarEvent, CalendarFile
from boardkeeper.exchange.ics_names import ORGANISATION

_SHORTEST_INSIDE = 3
"""Letters a name needs to be looked for inside other words; shorter ones are found everywhere."""

_BETWEEN = r"\s*[:–—|-]\s*"


class OrganisationGuess:
    """Knows the organisations here, and those a file of our own brings along."""

    def __init__(self, known: Iterable[Organisation], file: CalendarFile) -> None:
        self._by_id: dict[str, Organisation] = {each.id: each for each in known}
        self._by_name = _names(self._by_id.values())
        self._file_name = file.name
        brought = {each.id: each for each in file.organisations}
        for organisation_id, organisation in brought.items():
            if organisation_id not in self._by_id:
                namesake = self._by_name.get(organisation.name.casefold())
                self._by_id[organisation_id] = namesake or organisation
        self._inside = _pattern(name for name in self._by_name if len(name) >= _SHORTEST_INSIDE)

    def organisation_of(self, event: CalendarEvent) -> Organisation | None:
        """The organisation an event belongs to, or None when nothing tells.

        Told by, in this order: our own mark, a category, the first words of the title, and a name
        inside the title, the organiser, the place, or the name of the whole calendar.
        """
        own = self._by_id.get(event.own.get(ORGANISATION, ""))
        if own is not None:
            return own
        for category in event.categories:
            found = self._by_name.get(category.strip().casefold())
            if found is not None:
                return found
        head = re.split(_BETWEEN, event.summary, maxsplit=1)[0].strip().casefold()
        if head in self._by_name:
            return self._by_name[head]
        texts = (event.summary, event.organiser, event.place, self._file_name)
        return next((found for text in texts if (found := self._named_in(text))), None)

    def _named_in(self, text: str) -> Organisation | None:
        """The organisation whose name stands in the text; the longest name where several do."""
        if self._inside is None or not text:
            return None
        names = sorted(self._inside.findall(text.casefold()), key=len)
        return self._by_name[names[-1]] if names else None


def without_name(summary: str, organisation: Organisation) -> str:
    """The title without the organisation's name before it: "Sejlklubben: Budget" is "Budget"."""
    for name in (organisation.name, organisation.short_name):
        if name and summary.casefold().startswith(name.casefold()):
            rest = re.match(_BETWEEN, summary[len(name) :])
            if rest is not None:
                return summary[len(name) + rest.end() :].strip()
    return summary.strip()


def _names(organisations: Iterable[Organisation]) -> Mapping[str, Organisation]:
    """Every name only one organisation has, in small letters."""
    found: dict[str, Organisation] = {}
    shared: set[str] = set()
    for organisation in organisations:
        for name in {organisation.name.casefold(), organisation.short_name.casefold()} - {""}:
            if name in found:
                shared.add(name)
            found[name] = organisation
    return {name: each for name, each in found.items() if name not in shared}


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
