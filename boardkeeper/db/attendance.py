"""Questions about who was at a meeting, who had no part in which item, and when items began."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import absences, attendances, item_minutes, minutes
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.attendance import Absence, Attendance
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.roll import invited, roll, sitting
from boardkeeper.i18n import speaking


def attendances_of(reader: Reader, meeting_id: MeetingId) -> list[Attendance]:
    """The rows stored of the meeting's roll, by position."""
    mine = select(attendances).where(attendances.c.meeting_id == meeting_id)
    return reader.all(Attendance, mine.order_by(attendances.c.position, attendances.c.id))


def roll_of(reader: Reader, meeting: Meeting) -> list[Attendance]:
    """Everyone of the meeting's roll: what is stored, and who else sits on the day, not yet known.

    An approved meeting has those who were on its roll, whoever is found to have sat there since.
    """
    stored = attendances_of(reader, meeting.id)
    if stored and meeting.state is MeetingState.APPROVED:
        return roll(stored, ())
    organisation = reader.get(Organisation, meeting.organisation_id)
    members = memberships_in(reader, organisation.id)
    found = reader.found(Person, (each.person_id for each in members))
    people = {each.id: each for each in found.values()}
    seated = sitting(members, terms_of(reader, [each.id for each in members]), people, meeting.day)
    with speaking(organisation.language):
        return roll(stored, invited(meeting.id, seated, people))


def absences_of(reader: Reader, meeting_id: MeetingId) -> list[Absence]:
    """The absences from the meeting's items."""
    mine = select(absences).join(agenda_items, agenda_items.c.id == absences.c.item_id)
    asked = mine.where(agenda_items.c.meeting_id == meeting_id)
    return reader.all(Absence, asked.order_by(absences.c.id))


def opened_at(reader: Reader, meeting_id: MeetingId) -> datetime | None:
    """When the meeting was opened, in wall time; None until somebody has noted it."""
    asked = select(minutes.c.began_at).where(minutes.c.meeting_id == meeting_id)
    began_at: datetime | None = reader.value(asked)
    return began_at


def begun_items(reader: Reader, meeting_id: MeetingId) -> dict[AgendaItemId, datetime]:
    """When those of the items were begun of which it was noted, in wall time."""
    asked = (
        select(item_minutes.c.item_id, item_minutes.c.began_at)
        .join(agenda_items, agenda_items.c.id == item_minutes.c.item_id)
        .where(agenda_items.c.meeting_id == meeting_id, item_minutes.c.began_at.is_not(None))
    )
    return {row[0]: row[1] for row in reader.rows(asked)}
