"""Questions about written procedures and the replies to them."""

from __future__ import annotations

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings
from boardkeeper.db.schema_minutes import replies, written_procedures
from boardkeeper.domain.meetings import MeetingId, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure, WrittenProcedureId


def procedures_listed(
    reader: Reader, organisation_id: OrganisationId | None = None
) -> list[WrittenProcedure]:
    """Written procedures, the latest first; of one organisation if asked."""
    asked = select(written_procedures)
    if organisation_id is not None:
        asked = asked.where(written_procedures.c.organisation_id == organisation_id)
    in_order = asked.order_by(written_procedures.c.sent_on.desc(), written_procedures.c.id)
    return reader.all(WrittenProcedure, in_order)


def procedures_reported_at(reader: Reader, meeting_id: MeetingId) -> list[WrittenProcedure]:
    """Those the meeting was told of, the earliest first."""
    asked = select(written_procedures).where(written_procedures.c.reported_at_id == meeting_id)
    in_order = asked.order_by(written_procedures.c.sent_on, written_procedures.c.id)
    return reader.all(WrittenProcedure, in_order)


def procedures_unreported(
    reader: Reader, organisation_id: OrganisationId
) -> list[WrittenProcedure]:
    """Those closed that no meeting has been told of, the earliest first.

    One put on the agenda of a meeting that was called off is still to be told.
    """
    called_off = select(meetings.c.id).where(meetings.c.state == MeetingState.CANCELLED)
    asked = select(written_procedures).where(
        written_procedures.c.organisation_id == organisation_id,
        written_procedures.c.closed_on.is_not(None),
        or_(
            written_procedures.c.reported_at_id.is_(None),
            written_procedures.c.reported_at_id.in_(called_off),
        ),
    )
    in_order = asked.order_by(written_procedures.c.closed_on, written_procedures.c.id)
    return reader.all(WrittenProcedure, in_order)


def replies_to(reader: Reader, procedure_id: WrittenProcedureId) -> list[Reply]:
    """The replies to a procedure, those still to come too, by name."""
    asked = select(replies).where(replies.c.procedure_id == procedure_id)
    return reader.all(Reply, asked.order_by(replies.c.name, replies.c.id))
