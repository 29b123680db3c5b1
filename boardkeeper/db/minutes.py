"""Questions about minutes: of a meeting as a whole, and item by item."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import ideas, item_minutes, minutes
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.minutes import ItemMinutes, Minutes, Outcome
from boardkeeper.domain.organisations import OrganisationId


def minutes_of(reader: Reader, meeting_id: MeetingId) -> Minutes | None:
    """The minutes of the meeting as a whole, or None before there are any."""
    asked = select(minutes).where(minutes.c.meeting_id == meeting_id)
    found = reader.all(Minutes, asked.order_by(minutes.c.id).limit(1))
    return found[0] if found else None


def minutes_of_item(reader: Reader, item_id: AgendaItemId) -> ItemMinutes | None:
    """What is noted of the item, or None before anything is."""
    asked = select(item_minutes).where(item_minutes.c.item_id == item_id)
    found = reader.all(ItemMinutes, asked.order_by(item_minutes.c.id).limit(1))
    return found[0] if found else None


def item_minutes_of(reader: Reader, meeting_id: MeetingId) -> dict[AgendaItemId, ItemMinutes]:
    """What is noted of the meeting's items, those that have anything."""
    theirs = select(agenda_items.c.id).where(agenda_items.c.meeting_id == meeting_id)
    asked = select(item_minutes).where(item_minutes.c.item_id.in_(theirs))
    found = reader.all(ItemMinutes, asked.order_by(item_minutes.c.id.desc()))
    return {each.item_id: each for each in found}


def postponed_items(reader: Reader, meeting_id: MeetingId) -> set[AgendaItemId]:
    """The items of the meeting that were put off."""
    asked = (
        select(item_minutes.c.item_id)
        .join(agenda_items, agenda_items.c.id == item_minutes.c.item_id)
        .where(
            agenda_items.c.meeting_id == meeting_id,
            item_minutes.c.outcome == Outcome.POSTPONED,
        )
    )
    return set(reader.values(asked))


def ideas_of(reader: Reader, organisation_id: OrganisationId | None = None) -> list[Idea]:
    """The ideas of an organisation, or all, the earliest first."""
    asked = select(ideas).order_by(ideas.c.noted_on, ideas.c.id)
    if organisation_id is not None:
        asked = asked.where(ideas.c.organisation_id == organisation_id)
    return reader.all(Idea, asked)
