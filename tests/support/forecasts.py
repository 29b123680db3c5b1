"""The essay's morning group, and what meetings take, for tests of the forecast."""

from __future__ import annotations

from boardkeeper.domain.effort import Effort
from boardkeeper.domain.forecast_lines import Demands
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.series import Series
from tests.support.builders import organisation, series


def morning_group(travel_minutes: int = 0) -> Organisation:
    return organisation(
        "Morgennetværket", kind=OrganisationKind.NETWORK, travel_minutes=travel_minutes
    )


def every_third_thursday(group: Organisation) -> Series:
    """7.15 to 9.30 from Thursday 8 January 2026, neither in July nor on public holidays."""
    return series(group, starts="2026-01-08 07:15", minutes=135, skipped_months="7")


def demands(*boards: Organisation, efforts: tuple[Effort, ...] = (), reading: int = 0) -> Demands:
    """The way to each of the boards, what is said of their meetings, and papers for every one."""
    ways = {each.id: each.travel_minutes for each in boards}
    said = {each.organisation_id: each for each in efforts}
    return Demands(
        travel=lambda each: ways[each],
        effort=lambda each: said.get(each) or Effort(organisation_id=each),
        reading=lambda _meeting: reading,
    )
