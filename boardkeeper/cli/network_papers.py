"""A network on paper from the terminal: `print network|pocket`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from boardkeeper.cli.meant import meeting_meant, organisation_meant
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared


def network_asked_for(services: Services, asked: Namespace) -> Prepared:
    """The group named, or the only network I sit in; of the year, or the last twelve months."""
    first, last = None, None
    if asked.year is not None:
        first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
    return services.network_papers.network(
        _group(services, asked.organisation).id,
        first,
        last,
        with_amounts=asked.amounts,
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def pocket_asked_for(services: Services, asked: Namespace) -> Prepared:
    """The slip of the meeting named, or of the next one."""
    meeting = meeting_meant(services, asked.meeting or "next", asked.organisation)
    return services.network_papers.pocket(meeting.id, language=_language(asked))


PAPERS: dict[str, Callable[[Services, Namespace], Prepared]] = {
    "network": network_asked_for,
    "pocket": pocket_asked_for,
}


def _group(services: Services, name: str | None) -> Organisation:
    if name is None:
        mine = {each.organisation.id: each.organisation for each in services.memberships.mine()}
        networks = [each for each in mine.values() if each.kind is OrganisationKind.NETWORK]
        if len(networks) == 1:
            return networks[0]
    return organisation_meant(services, name)


def _language(asked: Namespace) -> Language | None:
    return Language(asked.document_language) if asked.document_language else None
