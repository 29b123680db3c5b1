"""`boardkeeper list decisions` and `list interests`: the two registers."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.decisions import Decision, DecisionState, state_name
from boardkeeper.domain.interests import Interest, interest_kind_name
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services


def decisions_asked_for(
    services: Services, organisation_name: str | None, year: int | None
) -> list[Decision]:
    """The decisions of that organisation and year, the earliest first; all where None."""
    if organisation_name is None:
        return services.decisions.register(year=year)
    return services.decisions.register(services.organisations.named(organisation_name).id, year)


def interests_asked_for(services: Services, organisation_name: str | None) -> list[Interest]:
    """What has been declared by those who sit in that organisation; by anybody where None."""
    every = services.interests.all()
    if organisation_name is None:
        return every
    wanted = services.organisations.named(organisation_name)
    members = {each.person.id for each in services.memberships.of_organisation(wanted.id)}
    return [each for each in every if each.person_id in members]


def decision_rows(services: Services, decisions: list[Decision]) -> list[tuple[str, ...]]:
    """A row for each: number, day, organisation, whether it is in force, and its words."""
    labels = {each.id: each.label for each in services.organisations.all()}
    numbers = {each.id: each.number for each in services.decisions.register()}
    return [
        (
            each.number,
            formats.short_date(each.decided_on),
            labels[each.organisation_id],
            _("replaced by {number}").format(number=numbers[each.replaced_by_id])
            if each.state is DecisionState.REPLACED and each.replaced_by_id in numbers
            else state_name(each.state),
            " ".join(each.text.split()),
        )
        for each in decisions
    ]


def interest_rows(services: Services, interests: list[Interest]) -> list[tuple[str, ...]]:
    """A row for each: whose it is, in what, which tie, since when and until when."""
    names = {each.id: each.name for each in services.people.all()}
    return [
        (
            names[each.person_id],
            each.name,
            interest_kind_name(each.kind),
            formats.short_date(each.declared_on),
            formats.short_date(each.ends_on) if each.ends_on else "",
        )
        for each in interests
    ]
