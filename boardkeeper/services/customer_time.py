"""What one organisation takes of the hours that were promised to customers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.forecast import Line
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.review_facts import FactRow
from boardkeeper.domain.weeks import Week


def taken_from_customers(
    weeks: Sequence[Week], organisation_id: OrganisationId, first: date, last: date
) -> list[FactRow] | None:
    """A row for each week that took something, the latest first; None where nothing is promised.

    What a week takes is shared among the boards by their minutes within its working hours.
    """
    if not any(each.ceiling and each.ceiling.customer_minutes_a_week for each in weeks):
        return None
    rows = []
    for week in reversed(weeks):
        inside = [each for each in week.customer_lines if first <= each.on <= last]
        mine = [each for each in inside if each.organisation_id == organisation_id]
        minutes = _share(week, mine)
        if minutes:
            meeting = next((each.meeting_id for each in mine if each.meeting_id), None)
            rows.append(
                FactRow(title=_title(week, mine), on=mine[0].on, amount=minutes, about=meeting)
            )
    return rows


def _share(week: Week, mine: Sequence[Line]) -> int:
    whole = sum(each.minutes for each in week.customer_lines)
    part = sum(each.minutes for each in mine)
    return round(week.customer_minutes_eaten * part / whole) if whole else 0


def _title(week: Week, mine: Sequence[Line]) -> str:
    """`Week 12 · Board meeting no. 3`."""
    titles = dict.fromkeys(each.title for each in mine)
    return f"{formats.week(week.monday)} · {', '.join(titles)}"
