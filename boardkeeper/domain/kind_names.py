"""What kinds of record are called in words, many of them together."""

from __future__ import annotations

from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import NAMES
from boardkeeper.i18n import _


def name_of_kind(kind: type[Record]) -> str:
    """The kind in words, in the plural. Kinds that say nothing of people have a common name."""
    return {
        "organisations": _("Boards"),
        "people": _("People"),
        "memberships": _("Seats"),
        "terms": _("Terms"),
        "reminders": _("Reminders"),
        "series": _("Series of meetings"),
        "closed_days": _("Closed days"),
        "meetings": _("Meetings"),
        "wheel_tasks": _("Tasks of the year wheel"),
        "agenda_items": _("Agenda items"),
        "attendances": _("Attendance"),
        "absences": _("Absences from items"),
        "minutes": _("Minutes"),
        "item_minutes": _("Minutes of items"),
        "decisions": _("Decisions"),
        "dissents": _("Statements in the minutes"),
        "votes": _("Votes"),
        "ballots": _("Ballots"),
        "candidates": _("Candidates of elections"),
        "written_procedures": _("Written procedures"),
        "replies": _("Replies to written procedures"),
        "tasks": _("Tasks"),
        "task_owners": _("Owners of tasks"),
        "ideas": _("Ideas"),
        "interests": _("Declared interests"),
        "phrases": _("Phrases"),
        "approved_minutes": _("Approved minutes"),
        "papers": _("Papers"),
        "time_entries": _("Time entries"),
        "candidate_seats": _("Seats offered"),
        "payments": _("Payments"),
        "trips": _("Trips"),
        "profiles": _("Profiles"),
        "contacts": _("Contacts"),
        "ambassadors": _("Ambassadors"),
        "referrals": _("Referrals"),
        "aims": _("My aims with meetings"),
        "reviews": _("Reviews"),
        "promises": _("Promised hours"),
    }.get(NAMES.get(kind, ""), _("Other records"))
