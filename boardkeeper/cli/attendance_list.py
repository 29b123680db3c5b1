"""`boardkeeper list attendance`: who was at a meeting, and whether the board could decide."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.attendance import Attendance, AttendanceId, Capacity, presence_name
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.quorum_words import quorum_in_words
from boardkeeper.domain.roll import title_in_words
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services


def attendance_rows(services: Services, meeting: Meeting) -> list[tuple[str, ...]]:
    """A row for each on the roll: name, title, presence, and what else there is to say."""
    roll = services.attendance.roll(meeting.id)
    names = {each.id: each.name for each in roll}
    return [
        (each.name, title_in_words(each), presence_name(each.presence), _rest(each, names))
        for each in roll
    ]


def quorum_line(services: Services, meeting: Meeting) -> str:
    """The quorum at the opening of the meeting; empty while nobody has said who is there."""
    quorum = services.attendance.quorum(meeting.id)
    return quorum_in_words(quorum.overall) if quorum.is_known else ""


def _rest(attendance: Attendance, names: dict[AttendanceId, str]) -> str:
    """Seat, proxy and times, with the note last."""
    parts = []
    if attendance.stands_for_id in names:
        parts.append(_("for {name}").format(name=names[attendance.stands_for_id]))
    if attendance.proxy_to_id in names:
        parts.append(_("proxy to {name}").format(name=names[attendance.proxy_to_id]))
    if attendance.arrived_at is not None:
        parts.append(_("from {time}").format(time=formats.clock(attendance.arrived_at)))
    if attendance.left_at is not None:
        parts.append(_("until {time}").format(time=formats.clock(attendance.left_at)))
    if attendance.capacity is Capacity.MEMBER and not attendance.has_vote:
        parts.append(_("no vote"))
    return ", ".join(filter(None, [*parts, attendance.note]))
