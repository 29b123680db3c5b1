"""What our calendar files call things that iCalendar has no name for, and how meetings are named.

The properties begin with X-BOARDKEEPER-; other programs pass them by.
"""

from __future__ import annotations

import json
import re
from typing import Any

from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.plain import from_plain, plain

PREFIX = "X-BOARDKEEPER-"
ORGANISATION = "ORGANISATION"
"""At the top of a file: an organisation as JSON. In an event: the id of its organisation."""

KIND, NUMBER, TITLE, STATE = "KIND", "NUMBER", "TITLE", "STATE"
NOTICE_SENT, REFRESHMENTS, TRAVEL_NOTE = "NOTICE-SENT", "REFRESHMENTS", "TRAVEL-NOTE"
LINK, ZONE = "LINK", "ZONE"
ID = "ID"
"""The id of a meeting that goes by the name another calendar gave it."""

PUBLISHED = "PUBLISHED"
"""Marks a file that this program keeps in step with its meetings, and may take away again."""

DAY_AND_HOUR_BEFORE = (24 * 60, 60)
"""When a calendar rings, in minutes before the meeting."""

_HOST = "@boardkeeper"
_OWN_UID = re.compile(rf"([0-9A-Za-z-]{{1,64}}){_HOST}")
_TOLD_OF_ORGANISATIONS = ("id", "kind", "name", "short_name", "colour", "language", "zone")


def uid_of(meeting: Meeting) -> str:
    """What every calendar knows the meeting by: the name it came with, or one of its id."""
    return meeting.uid or f"{meeting.id}{_HOST}"


def id_in(uid: str) -> MeetingId | None:
    """The id of a meeting planned in BoardKeeper, if the UID is of one."""
    match = _OWN_UID.fullmatch(uid)
    return MeetingId(match[1]) if match else None


def written_organisation(organisation: Organisation) -> str:
    """What a calendar file tells of an organisation: what it is called, nothing it keeps."""
    everything = plain(organisation)
    told = {name: everything[name] for name in _TOLD_OF_ORGANISATIONS}
    return json.dumps(told, ensure_ascii=False)


def read_organisation(text: str) -> Organisation | None:
    """The organisation that was written so, or None when it was not."""
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    known = {name: told[name] for name in _TOLD_OF_ORGANISATIONS if name in told}
    return from_plain(Organisation, known, "organisation", [])
