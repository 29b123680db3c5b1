"""What can be chosen for an organisation and its members, in words."""

from __future__ import annotations

from boardkeeper.domain.memberships import Role, Seat, role_name, seat_name
from boardkeeper.domain.organisations import OrganisationKind, kind_name, language_name
from boardkeeper.i18n import Language


def kinds() -> list[tuple[OrganisationKind, str]]:
    return [(kind, kind_name(kind)) for kind in OrganisationKind]


def roles() -> list[tuple[Role, str]]:
    return [(role, role_name(role)) for role in Role]


def seats() -> list[tuple[Seat, str]]:
    return [(seat, seat_name(seat)) for seat in Seat]


def languages() -> list[tuple[Language, str]]:
    return [(language, language_name(language)) for language in Language]
