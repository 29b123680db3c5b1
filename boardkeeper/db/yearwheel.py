"""Questions about year wheels."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items, meetings, wheel_tasks
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.yearwheel import WheelTask


def tasks_of(reader: Reader, organisation_id: OrganisationId) -> list[WheelTask]:
    """The tasks of the organisation's wheel, by month and then by id."""
    mine = select(wheel_tasks).where(wheel_tasks.c.organisation_id == organisation_id)
    return reader.all(WheelTask, mine.order_by(wheel_tasks.c.month, wheel_tasks.c.id))


def items_in_year(reader: Reader, organisation_id: OrganisationId, year: int) -> list[AgendaItem]:
    """The agenda items that deal with a task of the wheel, at the organisation's meetings then."""
    asked = (
        select(agenda_items)
        .join(meetings, meetings.c.id == agenda_items.c.meeting_id)
        .where(
            meetings.c.organisation_id == organisation_id,
            meetings.c.starts_at >= datetime(year, 1, 1),
            meetings.c.starts_at < datetime(year + 1, 1, 1),
            agenda_items.c.wheel_task_id.is_not(None),
        )
    )
    return reader.all(AgendaItem, asked.order_by(agenda_items.c.id))
