"""When one last had real contact with a person, outside the meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ContactId(Id):
    """Names a contact."""

    __slots__ = ()


class ContactKind(StrEnum):
    """How one had contact."""

    ONE_TO_ONE = "one_to_one"
    CALL = "call"
    MESSAGE = "message"
    MET = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with one person, on a day; the organisation it came through may be known."""

    id: ContactId = field(default_factory=ContactId.new)
    person_id: PersonId
    organisation_id: OrganisationId | None = None
    on: date
    kind: ContactKind = ContactKind.ONE_TO_ONE
    minutes: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= 24 * 60:
            raise InvalidField("minutes", _("A contact takes between 0 minutes and 24 hours."))


def contact_kind_name(kind: ContactKind) -> str:
    """How one had contact, in words."""
    return {
        ContactKind.ONE_TO_ONE: _("One-to-one"),
        ContactKind.CALL: _("Call"),
        ContactKind.MESSAGE: _("Message"),
        ContactKind.MET: _("Met"),
    }[kind]
