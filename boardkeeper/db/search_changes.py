"""Which records a change makes look different to a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import decisions, ideas
from boardkeeper.db.schema_network import referrals
from boardkeeper.db.search_documents import RECORDS
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.changes import Change
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Id
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.search import Kind
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask


def touched(reader: Reader, changes: Iterable[Change]) -> dict[Kind, set[Id]]:
    """What has to be looked at anew after the changes, removed records among it."""
    found: defaultdict[Kind, set[Id]] = defaultdict(set)
    for change in changes:
        for kind, ids in _touched(reader, change):
            found[kind].update(ids)
    return found


def _touched(reader: Reader, change: Change) -> list[tuple[Kind, Iterable[Id]]]:
    """A change that alters none of the words looked at touches nothing."""
    subject = change.subject
    looks = _LOOKS.get(type(subject))
    if looks is None or (change.before and change.after and _same(looks, change)):
        return []
    within = _PARTS.get(type(subject))
    if within is not None:
        kind, pointer = within
        sides = (each for each in (change.before, change.after) if each is not None)
        return [(kind, {getattr(each, pointer) for each in sides})]
    return [(_KINDS[type(subject)], [subject.id]), *_below(reader, change)]


def _below(reader: Reader, change: Change) -> list[tuple[Kind, Iterable[Id]]]:
    """What bears the words of a changed record, too.

    Of one that is new or gone, what lies below it is made and removed by changes of its own.
    """
    before, after = change.before, change.after
    if isinstance(before, AgendaItem) and isinstance(after, AgendaItem):
        asked = select(decisions.c.id).where(decisions.c.item_id == after.id)
        came_up = select(ideas.c.id).where(ideas.c.item_id == after.id)
        return [(Kind.DECISION, reader.values(asked)), (Kind.IDEA, reader.values(came_up))]
    if isinstance(before, Person) and isinstance(after, Person) and before.name != after.name:
        is_named = or_(referrals.c.from_id == after.id, referrals.c.to_id == after.id)
        return [(Kind.REFERRAL, reader.values(select(referrals.c.id).where(is_named)))]
    if isinstance(before, Meeting) and isinstance(after, Meeting) and _is_moved(before, after):
        asked = select(agenda_items.c.id).where(agenda_items.c.meeting_id == after.id)
        return [(Kind.ITEM, reader.values(asked))]
    return []


def _is_moved(before: Meeting, after: Meeting) -> bool:
    return (before.day, before.organisation_id) != (after.day, after.organisation_id)


_KINDS = {record: kind for kind, record in RECORDS.items()}

_PARTS: dict[type[Any], tuple[Kind, str]] = {
    ItemMinutes: (Kind.ITEM, "item_id"),
    Dissent: (Kind.ITEM, "item_id"),
    TaskOwner: (Kind.TASK, "task_id"),
    Reply: (Kind.WRITTEN, "procedure_id"),
    Interest: (Kind.PERSON, "person_id"),
    Profile: (Kind.PERSON, "person_id"),
    Contact: (Kind.PERSON, "person_id"),
    Aim: (Kind.MEETING, "meeting_id"),
}
"""Records whose words are looked at as part of another one, and where they point at it."""

_LOOKS: dict[type[Any], tuple[str, ...]] = {
    Organisation: (
        "name",
        "short_name",
        "purpose",
        "notes",
        "usual_place",
        "address",
        "registration_number",
        "confidentiality",
    ),
    Person: (
        "name",
        "occupation",
        "company",
        "email",
        "phone",
        "address",
        "how_we_met",
        "notes",
    ),
    Meeting: (
        "organisation_id",
        "starts_at",
        "title",
        "purpose",
        "place",
        "refreshments",
        "notes",
    ),
    AgendaItem: (
        "meeting_id",
        "title",
        "presenter",
        "purpose",
        "background",
        "economy",
        "recommendation",
        "notes",
    ),
    ItemMinutes: ("item_id", "text", "private_notes", "outcome_note"),
    Decision: (
        "organisation_id",
        "meeting_id",
        "item_id",
        "number",
        "text",
        "basis",
        "decided_on",
    ),
    Task: ("organisation_id", "meeting_id", "text", "due_on", "created_on", "notes"),
    TaskOwner: ("task_id", "name"),
    Dissent: ("item_id", "name", "text"),
    WrittenProcedure: ("organisation_id", "title", "proposal", "sent_on"),
    Reply: ("procedure_id", "name", "note"),
    Idea: ("organisation_id", "item_id", "text", "noted_on"),
    Reminder: ("organisation_id", "title", "due_on", "done_by", "notes"),
    WheelTask: ("organisation_id", "title", "responsible", "basis", "notes"),
    Interest: ("person_id", "name", "also_known_as", "description"),
    Profile: ("person_id", "sells", "ideal_customer", "interests"),
    Contact: ("person_id", "on", "note"),
    Referral: (
        "organisation_id",
        "from_id",
        "from_name",
        "to_id",
        "to_name",
        "on",
        "customer",
        "note",
    ),
    Review: (
        "membership_id",
        "reviewed_on",
        "goal",
        "why_we_meet",
        "what_we_want",
        "measure",
        "instead",
        "notes",
        "letter",
        "handover",
    ),
    CandidateSeat: ("name", "answer_by", "place", "notes"),
    Payment: ("organisation_id", "on", "note"),
    Aim: ("meeting_id", "goal", "ask", "meets", "gives", "learned"),
    Paper: (
        "organisation_id",
        "meeting_id",
        "title",
        "file_name",
        "digest",
        "added_on",
        "notes",
    ),
}
"""The fields that reach the index."""


def _same(looks: tuple[str, ...], change: Change) -> bool:
    return all(getattr(change.before, name) == getattr(change.after, name) for name in looks)
