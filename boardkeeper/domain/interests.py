"""The register of interests: what a person is tied to, for every board they sit on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class InterestId(Id):
    """Names a declared interest."""

    __slots__ = ()


class InterestKind(StrEnum):
    """What ties a person to something."""

    OFFICE = "office"
    EMPLOYMENT = "employment"
    OWNERSHIP = "ownership"
    CONTRACT = "contract"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """One tie of one person, to a company, a body or a matter.

    `also_known_as` are other names an agenda may use for it, separated by commas. `ends_on` is the
    last day it counts; None while it lasts.
    """

    id: InterestId = field(default_factory=InterestId.new)
    person_id: PersonId
    kind: InterestKind = InterestKind.OTHER
    name: str
    also_known_as: str = ""
    description: str = ""
    declared_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("An interest needs the name of what it is in."))
        if self.ends_on is not None and self.ends_on < self.declared_on:
            raise InvalidField("ends_on", _("An interest ends on or after the day it is declared."))


def interest_kind_name(kind: InterestKind) -> str:
    """What ties a person to something, in words."""
    return {
        InterestKind.OFFICE: _("Office"),
        InterestKind.EMPLOYMENT: _("Employment"),
        InterestKind.OWNERSHIP: _("Ownership"),
        InterestKind.CONTRACT: _("Contract or business"),
        InterestKind.FAMILY: _("Family"),
        InterestKind.OTHER: _("Something else"),
    }[kind]
