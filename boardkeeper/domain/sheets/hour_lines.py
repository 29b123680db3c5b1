"""Time entries line by line, as a spreadsheet holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.hours import Activity, TimeEntry, activity_name
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLine:
    """One entry in words and figures. `meeting_on` is the day of the meeting it was for."""

    on: date
    organisation: str
    activity: str
    minutes: int
    meeting: str = ""
    meeting_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLines:
    """The lines, the earliest first, and the language of the heads and the figures."""

    language: Language
    title: str
    lines: tuple[HourLine, ...]


def hour_lines(
    entries: Sequence[TimeEntry],
    organisations: Mapping[OrganisationId, Organisation],
    meetings: Mapping[Id, Meeting],
) -> tuple[HourLine, ...]:
    """The entries in the language being spoken, the earliest first; they come the newest first."""
    activities = {each: activity_name(each) for each in Activity}
    titles = {each: title_of(meeting) for each, meeting in meetings.items()}
    lines = []
    for entry in reversed(entries):
        meeting = meetings.get(entry.meeting_id) if entry.meeting_id is not None else None
        lines.append(
            HourLine(
                on=entry.on,
                organisation=organisations[entry.organisation_id].name,
                activity=activities[entry.activity],
                minutes=entry.minutes,
                meeting=titles[meeting.id] if meeting else "",
                meeting_on=meeting.day if meeting else None,
                note=entry.note,
            )
        )
    return tuple(lines)
