"""Everyone, as the list shows them: what they do, and where we meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.i18n import _
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.kit import RowFace, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A person, and the organisations they sit in now, those shared with the user first."""

    person: Person
    shared: tuple[Organisation, ...]
    organisation_ids: frozenset[OrganisationId]

    @property
    def id(self) -> PersonId:
        return self.person.id


def acquaintances(
    people: Iterable[Person], seated: Iterable[Seated], today: date
) -> list[Acquaintance]:
    """Everyone with where they sit today; the user first, then in the order given."""
    sits: dict[PersonId, dict[OrganisationId, Organisation]] = defaultdict(dict)
    mine: set[OrganisationId] = set()
    for each in seated:
        if each.sits_on(today):
            sits[each.person.id][each.organisation.id] = each.organisation
            if each.person.is_me:
                mine.add(each.organisation.id)
    found = [
        Acquaintance(
            person=person,
            shared=tuple(there for key, there in sits[person.id].items() if key in mine),
            organisation_ids=frozenset(sits[person.id]),
        )
        for person in people
    ]
    return sorted(found, key=lambda each: not each.person.is_me)


def face() -> RowFace[Acquaintance]:
    """How a person reads in the list."""
    return RowFace(
        title=lambda each: each.person.name,
        caption=lambda each: work_of(each.person),
        chip=_chip,
        tone=lambda each: Tone.ACCENT if each.person.is_me else Tone.NEUTRAL,
    )


def work_of(person: Person) -> str:
    """What a person does, and where."""
    return ", ".join(filter(None, (person.occupation, person.company)))


def words_of(each: Acquaintance) -> str:
    """What the search looks through."""
    person = each.person
    words = [person.name, person.occupation, person.company, person.email, person.phone]
    words += [person.how_we_met, person.notes]
    words += [organisation.name for organisation in each.shared]
    return " ".join(words)


def _chip(each: Acquaintance) -> str:
    if each.person.is_me:
        return _("Me")
    return _places(each.shared)


def _places(shared: Sequence[Organisation]) -> str:
    if len(shared) < 2:
        return "".join(organisation.label for organisation in shared)
    return _("{place} + {count}").format(place=shared[0].label, count=len(shared) - 1)
