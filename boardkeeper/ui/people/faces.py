"""Everyone, as the list shows them: what they do, and where we meet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.relations import Slipping
from boardkeeper.i18n import _
from boardkeeper.ui.kit import RowFace, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A person, the organisations they share with the user, and all they sit in now."""

    person: Person
    shared: tuple[Organisation, ...]
    organisation_ids: frozenset[OrganisationId]
    slipping: Slipping | None = None

    @property
    def id(self) -> PersonId:
        return self.person.id


def acquaintances(
    people: Sequence[Person],
    organisations: Sequence[Organisation],
    sitting: Mapping[PersonId, Collection[OrganisationId]],
) -> list[Acquaintance]:
    """Everyone with where they sit today; the user first, then in the order given."""
    nowhere: frozenset[OrganisationId] = frozenset()
    me = next((person for person in people if person.is_me), None)
    mine = nowhere if me is None else frozenset(sitting.get(me.id, nowhere))
    my_places = [each for each in organisations if each.id in mine]
    found = []
    for person in people:
        theirs = frozenset(sitting.get(person.id, nowhere))
        shared = tuple(each for each in my_places if each.id in theirs) if theirs else ()
        found.append(Acquaintance(person=person, shared=shared, organisation_ids=theirs))
    return sorted(found, key=lambda each: not each.person.is_me)


def slipping_away(
    everyone: Sequence[Acquaintance],
    slipping: Sequence[Slipping],
    organisation_id: OrganisationId | None,
) -> list[Acquaintance]:
    """Those one loses touch with, the longest first; as one organisation's rhythm has it."""
    by_id = {each.id: each for each in everyone}
    found: dict[PersonId, Acquaintance] = {}
    for each in slipping:
        is_asked = organisation_id in (None, each.organisation.id)
        if is_asked and each.person.id in by_id and each.person.id not in found:
            found[each.person.id] = replace(by_id[each.person.id], slipping=each)
    return list(found.values())


def face() -> RowFace[Acquaintance]:
    """How a person reads in the list."""
    return RowFace(
        title=lambda each: each.person.name,
        caption=_caption,
        chip=_chip,
        tone=lambda each: Tone.ACCENT if each.person.is_me else Tone.NEUTRAL,
    )


def _caption(each: Acquaintance) -> str:
    if each.slipping is None:
        return work_of(each.person)
    if each.slipping.last is None:
        return _("No contact written down yet")
    last = formats.short_date(each.slipping.last)
    return _("Last contact {day}").format(day=last)


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
    if each.slipping is not None:
        return each.slipping.organisation.label
    return _places(each.shared)


def _places(shared: Sequence[Organisation]) -> str:
    if len(shared) < 2:
        return "".join(organisation.label for organisation in shared)
    return _("{place} + {count}").format(place=shared[0].label, count=len(shared) - 1)
