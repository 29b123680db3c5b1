"""Questions about agenda items."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.meetings import MeetingId


def items_of(reader: Reader, meeting_id: MeetingId) -> list[AgendaItem]:
    """All items of the meeting, in no particular order: `agenda.laid_out` gives them theirs."""
    mine = select(agenda_items).where(agenda_items.c.meeting_id == meeting_id)
    return reader.all(AgendaItem, mine)
