"""`boardkeeper list contacts` and `list slipping`: whom one spoke to, and whom one loses."""

from __future__ import annotations

from typing import Any

from boardkeeper import formats
from boardkeeper.domain.contacts import contact_kind_name
from boardkeeper.domain.plain import plain
from boardkeeper.services.catalogue import Services

KINDS = ("contacts", "slipping")


def relations_listed(
    services: Services, kind: str, organisation_name: str | None
) -> tuple[list[dict[str, Any]], list[tuple[str, ...]]]:
    """What was asked for, as plain data and as rows."""
    organisation_id = None
    if organisation_name is not None:
        organisation_id = services.organisations.named(organisation_name).id
    if kind == "slipping":
        slipping = services.relations.slipping_away(organisation_id)
        return (
            [
                {
                    "person_id": each.person.id,
                    "person": each.person.name,
                    "organisation_id": each.organisation.id,
                    "last": each.last.isoformat() if each.last else None,
                    "days_over": each.days_over,
                }
                for each in slipping
            ],
            [
                (
                    each.person.name,
                    each.organisation.label,
                    formats.short_date(each.last) if each.last else "–",
                    formats.number(each.days_over),
                )
                for each in slipping
            ],
        )
    names = {each.id: each.name for each in services.people.all()}
    contacts = [
        each
        for each in services.relations.every_contact()
        if organisation_id in (None, each.organisation_id)
    ]
    return [plain(each) for each in contacts], [
        (
            formats.short_date(each.on),
            names[each.person_id],
            contact_kind_name(each.kind),
            formats.duration(each.minutes) if each.minutes else "",
            " ".join(each.note.split()),
        )
        for each in contacts
    ]
