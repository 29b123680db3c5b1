"""Questions about decisions and the statements entered beside them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items, organisations
from boardkeeper.db.schema_minutes import decisions, dissents, item_minutes
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.decision_search import PART, SearchedDecision
from boardkeeper.domain.decisions import Decision, DecisionId, DecisionState, Dissent
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId

_IN_ORDER = (decisions.c.decided_on, decisions.c.position, decisions.c.number, decisions.c.id)


def decisions_listed(
    reader: Reader,
    organisation_id: OrganisationId | None = None,
    year: int | None = None,
    state: DecisionState | None = None,
) -> list[Decision]:
    """Decisions as they were made, the earliest first; whatever is None asks for nothing."""
    return _listed(reader, select(decisions).where(*_asked(organisation_id, year, state)))


def newest_decisions(
    reader: Reader,
    organisation_id: OrganisationId | None,
    year: int | None,
    state: DecisionState | None,
    limit: int,
) -> list[Decision]:
    """The same, the last made first, and no more than asked for."""
    asked = select(decisions).where(*_asked(organisation_id, year, state))
    newest = asked.order_by(*(each.desc() for each in _IN_ORDER)).limit(limit)
    return reader.all(Decision, newest)


def count_of_decisions(
    reader: Reader,
    organisation_id: OrganisationId | None,
    year: int | None,
    state: DecisionState | None,
) -> int:
    counted = select(func.count()).select_from(decisions)
    return int(reader.value(counted.where(*_asked(organisation_id, year, state))))


def years_of_decisions(reader: Reader, organisation_id: OrganisationId | None) -> list[int]:
    """The years something was decided in, the last first."""
    year = func.substr(decisions.c.decided_on, 1, 4)
    asked = select(year).where(*_asked(organisation_id, None, None)).distinct()
    return sorted((int(each) for each in reader.values(asked)), reverse=True)


def decisions_at(reader: Reader, meeting_id: MeetingId) -> list[Decision]:
    """The decisions of a meeting, by their number within each item, items in no order."""
    return _listed(reader, select(decisions).where(decisions.c.meeting_id == meeting_id))


def decisions_under(reader: Reader, item_id: AgendaItemId) -> list[Decision]:
    """The decisions under an agenda item, in the order they were made."""
    return _listed(reader, select(decisions).where(decisions.c.item_id == item_id))


def decisions_replaced_by(reader: Reader, decision_id: DecisionId) -> list[Decision]:
    """What the decision replaced."""
    return _listed(reader, select(decisions).where(decisions.c.replaced_by_id == decision_id))


def decisions_to_review(reader: Reader, last: date) -> list[Decision]:
    """Those in force that were to be looked at again by the day, the longest overdue first."""
    asked = select(decisions).where(
        decisions.c.review_on <= last, decisions.c.state == DecisionState.IN_FORCE
    )
    return reader.all(Decision, asked.order_by(decisions.c.review_on, *_IN_ORDER))


def numbers_taken(reader: Reader, organisation_id: OrganisationId) -> set[str]:
    """Every number the organisation has given."""
    asked = select(decisions.c.number).where(decisions.c.organisation_id == organisation_id)
    return set(reader.values(asked))


def numbered_as(reader: Reader, organisation_id: OrganisationId, number: str) -> list[Decision]:
    """The organisation's decisions of that number; one, unless imported."""
    return _listed(
        reader,
        select(decisions).where(
            decisions.c.organisation_id == organisation_id, decisions.c.number == number
        ),
    )


def decisions_to_search(reader: Reader) -> list[SearchedDecision]:
    """Every decision with what a search looks at."""
    return _to_search(reader, _searched())


def some_to_search(
    reader: Reader, decision_ids: Collection[DecisionId], item_ids: Collection[AgendaItemId]
) -> list[SearchedDecision]:
    """Those of the decisions that are there, and those under the items, to be searched."""
    return _to_search(
        reader,
        _searched().where(or_(decisions.c.id.in_(decision_ids), decisions.c.item_id.in_(item_ids))),
    )


def dissents_under(reader: Reader, item_id: AgendaItemId) -> list[Dissent]:
    """The statements entered under an item, in the order they were made."""
    asked = select(dissents).where(dissents.c.item_id == item_id)
    return reader.all(Dissent, asked.order_by(dissents.c.position, dissents.c.id))


def added_items(reader: Reader, meeting_id: MeetingId) -> set[AgendaItemId]:
    """The items that came up at the meeting itself."""
    asked = (
        select(item_minutes.c.item_id)
        .join(agenda_items, agenda_items.c.id == item_minutes.c.item_id)
        .where(agenda_items.c.meeting_id == meeting_id, item_minutes.c.is_added.is_(True))
    )
    return set(reader.values(asked))


def _asked(
    organisation_id: OrganisationId | None, year: int | None, state: DecisionState | None
) -> list[ColumnElement[bool]]:
    asked = []
    if organisation_id is not None:
        asked.append(decisions.c.organisation_id == organisation_id)
    if year is not None:
        asked.append(decisions.c.decided_on.between(date(year, 1, 1), date(year, 12, 31)))
    if state is not None:
        asked.append(decisions.c.state == state)
    return asked


def _listed(reader: Reader, asked: Select[Any]) -> list[Decision]:
    return reader.all(Decision, asked.order_by(*_IN_ORDER))


def _searched() -> Select[Any]:
    around: ColumnElement[str] = decisions.c.basis
    for part in (
        func.coalesce(agenda_items.c.title, ""),
        organisations.c.name,
        organisations.c.short_name,
    ):
        around = around.concat(" ").concat(part)
    looked_at = decisions.c.number.concat(PART).concat(decisions.c.text).concat(PART)
    return (
        select(decisions.c.id, looked_at.concat(around), decisions.c.decided_on, decisions.c.state)
        .join(organisations, organisations.c.id == decisions.c.organisation_id)
        .outerjoin(agenda_items, agenda_items.c.id == decisions.c.item_id)
    )


def _to_search(reader: Reader, asked: Select[Any]) -> list[SearchedDecision]:
    return [
        SearchedDecision(
            decision_id=decision_id,
            looked_at=looked_at,
            decided_on=decided_on,
            is_in_force=state is DecisionState.IN_FORCE,
        )
        for decision_id, looked_at, decided_on, state in reader.rows(asked)
    ]
