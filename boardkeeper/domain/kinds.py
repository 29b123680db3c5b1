"""Every kind of record there is, under the name it has in the interchange file."""

from __future__ import annotations

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.reminders import Reminder, TermSnooze
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.yearwheel import WheelTask

KINDS: dict[str, type[Record]] = {
    "organisations": Organisation,
    "own_rules": OwnRule,
    "people": Person,
    "memberships": Membership,
    "terms": Term,
    "reminders": Reminder,
    "term_snoozes": TermSnooze,
    "series": Series,
    "closed_days": ClosedDays,
    "meetings": Meeting,
    "wheel_tasks": WheelTask,
    "agenda_items": AgendaItem,
    "time_entries": TimeEntry,
}
"""Owners before what they own. The trash is not here: what was thrown away does not travel."""

NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}
