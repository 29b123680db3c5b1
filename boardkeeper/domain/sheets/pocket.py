"""The pocket slip: what to have in mind at one meeting, on a piece of A6 that folds once.

Every text made here is in the slip's own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.attention import by_attention
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.network import AmbassadorRow
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.letterhead_words import capitalised
from boardkeeper.i18n import Language, _, speaking

PEOPLE = 3
_APART = re.compile(r"[,;\n]|\s(?:og|and)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PocketPerson:
    """One to talk to: who they are, and what they look for."""

    name: str
    about: str
    looks_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PocketSlip:
    """My goal and ask, three people, one gift. `are_suggested` where I have named nobody."""

    letterhead: Letterhead
    goal: str
    ask: str
    people: tuple[PocketPerson, ...]
    are_suggested: bool
    gives: str


def pocket_slip(
    meeting: Meeting,
    organisation: Organisation,
    aim: Aim,
    rows: Sequence[AmbassadorRow],
    profiles: Mapping[PersonId, Profile],
    *,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> PocketSlip:
    """The slip of one meeting. Without names of my own, whom there is most to do about."""
    spoken = language or organisation.language
    with speaking(spoken):
        when = formats.long_moment(meeting.starts_at)
        head = letterhead_of(
            organisation,
            title_of(meeting),
            language=spoken,
            subtitle=" · ".join(filter(None, (capitalised(when), meeting.place))),
            document=_("Pocket slip"),
            date=formats.date(meeting.day),
            confidentiality=_("My own paper"),
            printed_at=printed_at,
        )
        named = [each.strip(" .") for each in _APART.split(aim.meets) if each.strip(" .")]
        suggested = by_attention(rows, today)[:PEOPLE]
        if named:
            people = [_person(each, rows, profiles) for each in named[:PEOPLE]]
        else:
            people = [_known(each, profiles) for each in suggested]
        return PocketSlip(
            letterhead=head,
            goal=aim.goal.strip(),
            ask=aim.ask.strip(),
            people=tuple(people),
            are_suggested=not named and bool(people),
            gives=aim.gives.strip(),
        )


def _person(
    name: str, rows: Iterable[AmbassadorRow], profiles: Mapping[PersonId, Profile]
) -> PocketPerson:
    """Somebody named: in full where the name or its beginning is that of one member alone."""
    key = name.casefold()
    fitting = [
        each
        for each in rows
        if each.person.name.casefold() == key or each.person.name.casefold().startswith(f"{key} ")
    ]
    if len(fitting) == 1:
        return _known(fitting[0], profiles)
    return PocketPerson(name=name, about="")


def _known(row: AmbassadorRow, profiles: Mapping[PersonId, Profile]) -> PocketPerson:
    profile = profiles.get(row.person.id)
    looks_for = profile.ideal_customer.strip() if profile else ""
    about = ", ".join(filter(None, (row.person.occupation, row.person.company)))
    return PocketPerson(name=row.person.name, about=about, looks_for=looks_for)
