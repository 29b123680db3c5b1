"""Builders of the page of the next 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from boardkeeper.domain.clashes import findings_of
from boardkeeper.domain.deadlines import Deadline, DeadlineKind, deadlines_of_meetings
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.rules import rule_in_force
from boardkeeper.domain.sheets.ahead import DAYS, AheadSheet, ahead_sheet
from boardkeeper.i18n import Language
from tests.support.plans import NETWORK, PRINTED_AT, SKOVEN, SOLBAKKEN, sitting

TODAY = date(2026, 3, 3)
BOARDS = (SOLBAKKEN, NETWORK, SKOVEN)


def busy_days(count: int, *, days: int = 84, **more: Any) -> list[Meeting]:
    """So many meetings from tomorrow on, spread over the days, of the boards in turn."""
    found = []
    for at in range(count):
        board = BOARDS[at % len(BOARDS)]
        day = TODAY + timedelta(days=1 + at * days // count)
        place = ("Fælleshuset, Solbakken 12", "Hotel Prindsen, Algade 13", "Egernet, Skovvej 4")
        found.append(
            sitting(
                f"{day} 19:00",
                board,
                **{"number": at + 1, "place": place[at % len(BOARDS)], **more},
            )
        )
    return found


def due(on: str, kind: DeadlineKind, of: Organisation = SOLBAKKEN, **more: Any) -> Deadline:
    return Deadline(on=date.fromisoformat(on), kind=kind, organisation_id=of.id, **more)


def an_ahead(
    meetings: Sequence[Meeting] = (),
    *,
    deadlines: Sequence[Deadline] | None = None,
    organisations: Sequence[Organisation] = BOARDS,
    language: Language = Language.DANISH,
    owner: str = "Mette Sørensen",
    today: date = TODAY,
    printed_at: datetime = PRINTED_AT,
) -> AheadSheet:
    """The page with the deadlines the boards' own rules give, unless others are named."""
    boards = {each.id: each for each in organisations}
    if deadlines is None:
        last = today + timedelta(days=DAYS)
        deadlines = deadlines_of_meetings(
            meetings, lambda of, rule: rule_in_force(boards[of].kind, (), rule).days, today, last
        )
    return ahead_sheet(
        boards,
        meetings,
        deadlines=deadlines,
        findings=findings_of(meetings, lambda _of: 0),
        owner=owner,
        language=language,
        today=today,
        printed_at=printed_at,
    )
