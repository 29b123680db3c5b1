"""`boardkeeper list proposals`: the hours of meetings that are over and not written down."""

from __future__ import annotations

from typing import Any

from boardkeeper import formats
from boardkeeper.domain.hours import activity_name
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.time_proposals import ProposedHours
from boardkeeper.services.catalogue import Services


def proposals_asked_for(services: Services, organisation_name: str | None) -> list[ProposedHours]:
    """What is proposed for an organisation, or for all, the latest meeting first."""
    if organisation_name is None:
        return services.time_proposals.proposed()
    return services.time_proposals.proposed(services.organisations.named(organisation_name).id)


def plain_proposal(proposed: ProposedHours) -> dict[str, Any]:
    """The proposal as plain data: the meeting's id, and minutes by activity."""
    return {
        "meeting_id": proposed.meeting.id,
        "organisation_id": proposed.meeting.organisation_id,
        "on": proposed.meeting.day.isoformat(),
        "minutes": {part.activity.value: part.minutes for part in proposed.parts},
    }


def proposal_rows(services: Services, proposals: list[ProposedHours]) -> list[tuple[str, ...]]:
    """A row for each activity: the day, organisation, meeting, what for and how long."""
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            formats.short_date(each.meeting.day),
            labels[each.meeting.organisation_id],
            title_of(each.meeting),
            activity_name(part.activity),
            formats.duration(part.minutes),
        )
        for each in proposals
        for part in each.parts
    ]
