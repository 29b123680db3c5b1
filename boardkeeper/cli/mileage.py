"""`boardkeeper print mileage`: whose slip is meant, and of which days."""

from __future__ import annotations

from argparse import Namespace
from calendar import monthrange
from datetime import date

from boardkeeper.cli.hours import year_meant
from boardkeeper.cli.meant import organisation_meant
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared


def mileage_asked_for(services: Services, asked: Namespace) -> Prepared:
    """The slip of the organisation named, or of the only one that was driven for in those days."""
    year = year_meant(services, asked)
    first, last = year.first, year.last
    if asked.month is not None:
        first = next(each for each in year.months if each.month == asked.month)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    return services.mileage.slip(
        _whose(services, asked.organisation, first, last),
        first,
        last,
        only_unpaid=asked.unpaid,
        language=Language(asked.document_language) if asked.document_language else None,
        profile=Profile(asked.profile),
    )


def _whose(services: Services, name: str | None, first: date, last: date) -> OrganisationId:
    driven_for = {each.organisation_id for each in services.mileage.between(first, last)}
    if name is None and len(driven_for) == 1:
        return driven_for.pop()
    return organisation_meant(services, name).id
