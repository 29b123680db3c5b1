"""What a meeting still lacks before it can be held well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.agenda import Agenda
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, in words; late when its day has passed."""

    text: str
    is_late: bool = False


def lacks_of(meeting: Meeting, agenda: Agenda, notice_by: date | None, today: date) -> list[Lack]:
    """What the meeting lacks, the most pressing first; nothing once it is held or cancelled.

    `notice_by` is the last day that gives the full notice; None where no rule asks for one.
    """
    if not meeting.is_open:
        return []
    found = [
        _notice(meeting, notice_by, today),
        *_agenda(agenda),
        Lack(_("No place is given.")) if not (meeting.place or meeting.link) else None,
        Lack(_("The purpose of the meeting is not written.")) if not meeting.purpose else None,
    ]
    return [lack for lack in found if lack is not None]


def _notice(meeting: Meeting, notice_by: date | None, today: date) -> Lack | None:
    if meeting.state is not MeetingState.PLANNED or notice_by is None:
        return None
    if notice_by < today:
        message = _("The notice was due on {day} and is not marked as sent.")
        return Lack(message.format(day=formats.day(notice_by)), is_late=True)
    message = _("The notice has not been sent. It is due on {day}.")
    return Lack(message.format(day=formats.day(notice_by)))


def _agenda(agenda: Agenda) -> list[Lack]:
    if not agenda.lines:
        return [Lack(_("The agenda is empty."))]
    found = []
    untimed = sum(not line.minutes and not line.is_section for line in agenda.lines)
    if untimed:
        message = ngettext("{count} item has no time.", "{count} items have no time.", untimed)
        found.append(Lack(message.format(count=untimed)))
    if agenda.overrun > 0:
        message = _("The agenda is {duration} longer than the meeting.")
        found.append(Lack(message.format(duration=formats.duration(agenda.overrun))))
    return found
