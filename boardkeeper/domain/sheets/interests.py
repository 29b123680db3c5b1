"""The register of interests of those who sit at a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.interest_warnings import counts_on
from boardkeeper.domain.interests import Interest, InterestKind
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.i18n import Language, _, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """One tie of one person."""

    person: str
    kind: InterestKind
    name: str
    description: str
    declared_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestSheet:
    """What people have declared, person by person."""

    letterhead: Letterhead
    lines: tuple[InterestLine, ...]


def interest_sheet(
    organisation: Organisation,
    people: Mapping[PersonId, Person],
    interests: Iterable[Interest],
    *,
    language: Language | None = None,
    day: date,
    printed_at: datetime,
) -> InterestSheet:
    """What these people have declared and counts on the day. `printed_at` is wall time."""
    spoken = language or organisation.language
    lines = [
        InterestLine(
            person=people[each.person_id].name,
            kind=each.kind,
            name=each.name,
            description=each.description.strip(),
            declared_on=each.declared_on,
        )
        for each in interests
        if each.person_id in people and counts_on(each, day)
    ]
    lines.sort(key=lambda each: (formats.sort_key(each.person), formats.sort_key(each.name)))
    with speaking(spoken):
        head = letterhead_of(
            organisation,
            _("Register of interests"),
            language=spoken,
            date=formats.date(day),
            printed_at=printed_at,
        )
    return InterestSheet(letterhead=head, lines=tuple(lines))
