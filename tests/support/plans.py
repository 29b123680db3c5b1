"""Builders of meeting plans: a year of one board, and of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationKind
from boardkeeper.domain.sheets.plan import DroppedMeeting, PlanSheet, plan_of, plan_of_mine
from boardkeeper.i18n import Language

PRINTED_AT = datetime(2026, 3, 3, 21, 14)
YEAR = 2026

SOLBAKKEN = Organisation(
    kind=OrganisationKind.HOUSING,
    name="Grundejerforeningen Solbakken",
    short_name="Solbakken",
    registration_number="31 40 52 67",
    colour=Colour.TEAL,
)
NETWORK = Organisation(kind=OrganisationKind.NETWORK, name="Netværk Roskilde", colour=Colour.ORANGE)
SKOVEN = Organisation(
    kind=OrganisationKind.KINDERGARTEN,
    name="Skovbørnehaven Egernet",
    short_name="Egernet",
    colour=Colour.PURPLE,
)


def sitting(
    starts: str, organisation: Organisation = SOLBAKKEN, *, hours: float = 2.5, **more: Any
) -> Meeting:
    """A meeting that `starts` at 2026-03-05 19:00, in its usual house."""
    starts_at = datetime.fromisoformat(starts)
    return Meeting(
        organisation_id=organisation.id,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        **{"place": "Fælleshuset, Solbakken 12", **more},
    )


def monthly(count: int, organisation: Organisation = SOLBAKKEN, **more: Any) -> list[Meeting]:
    """So many meetings of 2026, evenly spread, numbered from 1."""
    step = timedelta(days=max(1, 350 // max(count, 1)))
    first = sitting("2026-01-08 19:00", organisation, **more)
    return [
        replace(
            first,
            id=type(first.id).new(),
            number=at + 1,
            starts_at=first.starts_at + at * step,
            ends_at=first.ends_at + at * step,
        )
        for at in range(count)
    ]


def a_year() -> list[Meeting]:
    """Six meetings with a general meeting elsewhere, and the first of the next year."""
    return [
        sitting("2026-01-08 19:00", number=12),
        sitting("2026-03-05 19:00", number=13),
        sitting(
            "2026-03-24 19:30",
            kind=MeetingKind.GENERAL,
            place="Roskilde Gymnasium, festsalen",
            hours=3,
        ),
        sitting("2026-04-07 19:00", kind=MeetingKind.CONSTITUTION, number=14),
        sitting("2026-08-20 19:00", number=15),
        sitting("2026-12-03 18:00", number=16),
        sitting("2027-01-14 19:00", number=17),
    ]


def a_plan(
    meetings: Sequence[Meeting] | None = None,
    *,
    organisation: Organisation = SOLBAKKEN,
    language: Language | None = None,
    **more: Any,
) -> PlanSheet:
    return plan_of(
        organisation,
        YEAR,
        a_year() if meetings is None else meetings,
        language=language,
        printed_at=PRINTED_AT,
        **more,
    )


def my_plan(
    meetings: Sequence[Meeting] | None = None, *, language: Language = Language.DANISH, **more: Any
) -> PlanSheet:
    every = [
        *a_year(),
        *monthly(9, SKOVEN, place="Egernet, Skovvej 4", hours=2),
        *monthly(5, NETWORK, place="Hotel Prindsen", hours=2.25, kind=MeetingKind.NETWORK),
    ]
    return plan_of_mine(
        [SOLBAKKEN, NETWORK, SKOVEN],
        YEAR,
        every if meetings is None else meetings,
        **{"owner": "Mette Sørensen", **more},
        language=language,
        printed_at=PRINTED_AT,
    )


def dropped(on: str, why: str, organisation: Organisation = SOLBAKKEN) -> DroppedMeeting:
    return DroppedMeeting(organisation_id=organisation.id, on=date.fromisoformat(on), why=why)
