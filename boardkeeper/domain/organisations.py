"""The bodies a person sits in: companies, associations, kindergartens, networks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from boardkeeper.domain.checks import refuse_unknown_zone
from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, _


class OrganisationId(Id):
    """Names an organisation."""

    __slots__ = ()


class OrganisationKind(StrEnum):
    """What sort of body it is; the kind brings its rules, agenda templates and words."""

    COMPANY = "company"
    KINDERGARTEN = "kindergarten"
    ASSOCIATION = "association"
    HOUSING = "housing"
    FOUNDATION = "foundation"
    NETWORK = "network"
    VOLUNTEERS = "volunteers"
    ADVISORY = "advisory"


class Colour(StrEnum):
    """The hue an organisation is recognised by; its two shades live with the theme."""

    BLUE = "blue"
    TEAL = "teal"
    GREEN = "green"
    OLIVE = "olive"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    PINK = "pink"
    PURPLE = "purple"
    SLATE = "slate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One body, with what its meetings usually share and the language its papers are in.

    `travel_minutes` is the way from home to the usual place, one way.
    """

    id: OrganisationId = field(default_factory=OrganisationId.new)
    kind: OrganisationKind
    name: str
    short_name: str = ""
    registration_number: str = ""
    address: str = ""
    colour: Colour = Colour.BLUE
    language: Language = Language.DANISH
    purpose: str = ""
    usual_place: str = ""
    usual_start: time = time(19, 0)
    usual_minutes: int = 120
    zone: str = "Europe/Copenhagen"
    confidentiality: str = ""
    notes: str = ""
    travel_minutes: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("An organisation needs a name."))
        refuse_unknown_zone("zone", self.zone)
        if not 0 < self.usual_minutes <= 24 * 60:
            raise InvalidField(
                "usual_minutes", _("A usual meeting lasts between one minute and 24 hours.")
            )
        if not 0 <= self.travel_minutes <= 24 * 60:
            raise InvalidField(
                "travel_minutes", _("The way to a meeting takes between 0 minutes and 24 hours.")
            )

    @property
    def label(self) -> str:
        """The short name where there is one: what a chip or a list says."""
        return self.short_name or self.name


def kind_name(kind: OrganisationKind) -> str:
    """The kind in words."""
    return {
        OrganisationKind.COMPANY: _("Company board"),
        OrganisationKind.KINDERGARTEN: _("Kindergarten parent board"),
        OrganisationKind.ASSOCIATION: _("Association or club"),
        OrganisationKind.HOUSING: _("Housing association"),
        OrganisationKind.FOUNDATION: _("Foundation"),
        OrganisationKind.NETWORK: _("Networking group"),
        OrganisationKind.VOLUNTEERS: _("Volunteer group"),
        OrganisationKind.ADVISORY: _("Advisory board"),
    }[kind]


def language_name(language: Language) -> str:
    """A language by the name its own speakers know it by."""
    return {Language.DANISH: "Dansk", Language.ENGLISH: "English"}[language]
