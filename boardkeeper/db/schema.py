"""Every table, declared once; those of the other features lie beside it.

The columns stand in the order of the record's fields.
"""

from __future__ import annotations

from sqlalchemy import Index, Table

from boardkeeper.db.columns import (
    choice,
    day,
    flag,
    identity,
    optional_parent,
    reference,
    text,
    time_of_day,
    wall_time,
    whole,
)
from boardkeeper.db.metadata import metadata
from boardkeeper.db.schema_minutes import MINUTES_TABLES
from boardkeeper.db.schema_network import NETWORK_TABLES
from boardkeeper.db.schema_papers import PAPER_TABLES
from boardkeeper.db.schema_time import TIME_TABLES
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, ItemType, WheelTaskId
from boardkeeper.domain.hours import Activity, TimeEntry, TimeEntryId
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import (
    Meeting,
    MeetingId,
    MeetingKind,
    MeetingState,
    SeriesId,
)
from boardkeeper.domain.memberships import Membership, MembershipId, Role, Seat, Term, TermId
from boardkeeper.domain.organisations import (
    Colour,
    Organisation,
    OrganisationId,
    OrganisationKind,
)
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.reminders import (
    Reminder,
    ReminderId,
    ReminderKind,
    TermDay,
    TermSnooze,
    TermSnoozeId,
)
from boardkeeper.domain.rules import OwnRule, OwnRuleId, RuleName
from boardkeeper.domain.series import ClosedDays, ClosedDaysId, HolidayRule, Series
from boardkeeper.domain.trash import TrashEntry, TrashEntryId
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import Language

HEAD = "0008"
"""The revision this program writes; equal to the newest script in db/migrations/versions."""

APPLICATION_ID = 0x424B5031
"""“BKP1” in the file's header: tells our file from another program's SQLite."""

organisations = Table(
    "organisations",
    metadata,
    identity(OrganisationId),
    choice("kind", OrganisationKind),
    text("name"),
    text("short_name"),
    text("registration_number"),
    text("address"),
    choice("colour", Colour),
    choice("language", Language),
    text("purpose"),
    text("usual_place"),
    time_of_day("usual_start"),
    whole("usual_minutes"),
    text("zone"),
    text("confidentiality"),
    text("notes"),
    whole("travel_minutes"),
)

own_rules = Table(
    "own_rules",
    metadata,
    identity(OwnRuleId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("rule", RuleName),
    whole("days"),
    text("basis"),
)

people = Table(
    "people",
    metadata,
    identity(PersonId),
    text("name"),
    text("occupation"),
    text("company"),
    text("email"),
    text("phone"),
    text("address"),
    text("how_we_met"),
    text("notes"),
    flag("is_me"),
)

memberships = Table(
    "memberships",
    metadata,
    identity(MembershipId),
    reference("person_id", PersonId, "people", ondelete="CASCADE"),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("role", Role),
    text("title"),
    choice("seat", Seat),
    text("appointed_by"),
    text("notes"),
)

terms = Table(
    "terms",
    metadata,
    identity(TermId),
    reference("membership_id", MembershipId, "memberships", ondelete="CASCADE"),
    day("starts_on"),
    day("ends_on", nullable=True),
    day("up_for_election_on", nullable=True),
    day("elected_on", nullable=True),
    text("elected_by"),
)

reminders = Table(
    "reminders",
    metadata,
    identity(ReminderId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    optional_parent("membership_id", MembershipId, "memberships"),
    choice("kind", ReminderKind),
    text("title"),
    day("due_on", index=True),
    whole("days_before"),
    whole("repeats_months"),
    day("done_on", nullable=True),
    text("done_by"),
    day("snoozed_until", nullable=True),
    text("notes"),
)

term_snoozes = Table(
    "term_snoozes",
    metadata,
    identity(TermSnoozeId),
    reference("term_id", TermId, "terms", ondelete="CASCADE"),
    choice("term_day", TermDay),
    day("until"),
)

series = Table(
    "series",
    metadata,
    identity(SeriesId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("kind", MeetingKind),
    text("title"),
    text("rule"),
    wall_time("starts_at"),
    whole("minutes"),
    text("zone"),
    text("place"),
    text("link"),
    text("purpose"),
    choice("holiday_rule", HolidayRule),
    flag("minds_half_holidays"),
    text("skipped_months"),
    text("left_out"),
    day("planned_until", nullable=True),
    text("notes"),
)

closed_days = Table(
    "closed_days",
    metadata,
    identity(ClosedDaysId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    day("starts_on"),
    day("ends_on"),
    text("reason"),
)

meetings = Table(
    "meetings",
    metadata,
    identity(MeetingId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("kind", MeetingKind),
    whole("number", nullable=True),
    text("title"),
    wall_time("starts_at", index=True),
    wall_time("ends_at"),
    text("zone"),
    text("place"),
    text("link"),
    text("purpose"),
    text("refreshments"),
    text("travel_note"),
    reference("chair_id", PersonId, "people", ondelete="SET NULL"),
    reference("minute_taker_id", PersonId, "people", ondelete="SET NULL"),
    choice("state", MeetingState),
    day("notice_sent_on", nullable=True),
    text("notes"),
    reference("series_id", SeriesId, "series", ondelete="SET NULL"),
    day("series_day", nullable=True),
    whole("sequence"),
    text("uid"),
)

wheel_tasks = Table(
    "wheel_tasks",
    metadata,
    identity(WheelTaskId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    text("title"),
    whole("month"),
    whole("day", nullable=True),
    whole("every_years"),
    whole("first_year", nullable=True),
    choice("type", ItemType),
    whole("minutes"),
    text("responsible"),
    text("basis"),
    text("notes"),
    flag("is_active"),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    identity(AgendaItemId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    optional_parent("parent_id", AgendaItemId, "agenda_items"),
    whole("position"),
    text("number"),
    text("title"),
    choice("type", ItemType),
    text("presenter"),
    whole("minutes"),
    flag("is_closed"),
    flag("is_consent"),
    text("purpose"),
    text("background"),
    text("economy"),
    text("recommendation"),
    text("notes"),
    reference("wheel_task_id", WheelTaskId, "wheel_tasks", ondelete="SET NULL"),
)

time_entries = Table(
    "time_entries",
    metadata,
    identity(TimeEntryId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="SET NULL"),
    day("on", index=True),
    whole("minutes"),
    choice("activity", Activity),
    text("note"),
    Index("ix_time_entries_sums", "organisation_id", "activity", "minutes"),
)

trash = Table(
    "trash",
    metadata,
    identity(TrashEntryId),
    text("title"),
    day("discarded_on"),
    text("content"),
)

TABLES: dict[type[Record], Table] = {
    Organisation: organisations,
    OwnRule: own_rules,
    Person: people,
    Membership: memberships,
    Term: terms,
    Reminder: reminders,
    TermSnooze: term_snoozes,
    Series: series,
    ClosedDays: closed_days,
    Meeting: meetings,
    WheelTask: wheel_tasks,
    AgendaItem: agenda_items,
    **MINUTES_TABLES,
    **PAPER_TABLES,
    **TIME_TABLES,
    **NETWORK_TABLES,
    TimeEntry: time_entries,
    TrashEntry: trash,
}
"""The table of every record. A test holds fields and columns equal."""
