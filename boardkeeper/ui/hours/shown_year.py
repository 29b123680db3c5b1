"""Which year of which boards the parts of the money are to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.near_meetings import Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownYear:
    """A year of one organisation, or of all where `organisation_id` is None."""

    year: ReportYear
    organisations: Mapping[OrganisationId, Organisation]
    organisation_id: OrganisationId | None

    @property
    def asked(self) -> tuple[date, date, OrganisationId | None]:
        """The first day, the last, and whose: what the services are asked by."""
        return (self.year.first, self.year.last, self.organisation_id)

    def label(self, organisation_id: OrganisationId | None) -> str:
        return "" if organisation_id is None else self.organisations[organisation_id].label


def choices_of(services: Services, shown: ShownYear) -> Choices:
    """What the dialogs of payments and trips can choose among."""
    return Choices(
        organisations=list(shown.organisations.values()),
        meetings_of=services.meetings.of_organisation,
        today=services.clock.today,
    )
