"""`boardkeeper list …`: what there is, as a table to read or as JSON to work on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from boardkeeper import formats
from boardkeeper.cli.attendance_list import attendance_rows, quorum_line
from boardkeeper.cli.candidates import candidates_listed
from boardkeeper.cli.forecast_list import KINDS as FORECAST
from boardkeeper.cli.forecast_list import forecast_listed
from boardkeeper.cli.meant import meeting_meant
from boardkeeper.cli.money_list import KINDS as MONEY
from boardkeeper.cli.money_list import money_listed
from boardkeeper.cli.network_list import KINDS as NETWORK
from boardkeeper.cli.network_list import network_listed
from boardkeeper.cli.proposal_list import (
    plain_proposal,
    proposal_rows,
    proposals_asked_for,
)
from boardkeeper.cli.register_list import (
    decision_rows,
    decisions_asked_for,
    interest_rows,
    interests_asked_for,
)
from boardkeeper.cli.relations_list import KINDS as RELATIONS
from boardkeeper.cli.relations_list import relations_listed
from boardkeeper.cli.reviews import reviews_listed
from boardkeeper.cli.task_list import (
    idea_rows,
    ideas_asked_for,
    plain_task,
    task_rows,
    tasks_asked_for,
)
from boardkeeper.domain.agenda import ItemType, type_name
from boardkeeper.domain.hours import TimeEntry, activity_name
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting, state_name, title_of
from boardkeeper.domain.meetings import kind_name as meeting_kind_name
from boardkeeper.domain.memberships import title_of as role_of
from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import plain
from boardkeeper.domain.reminders import Reminder, reminder_kind_name, standing
from boardkeeper.domain.rhythm_words import in_words
from boardkeeper.domain.series import Series, holiday_rule_name
from boardkeeper.domain.yearwheel import WheelTask, month_in_words
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated

Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a kind is asked for, where not all of it: whose, of which meeting or year."""

    organisation: str | None = None
    meeting: str = "last"
    year: int | None = None
    first_month: int | None = None
    is_mine: bool = False


def listed(services: Services, kind: str, *, as_json: bool, wanted: Wanted | None = None) -> str:
    """Everything of a kind, a line each, or a JSON list of the records with every field."""
    if kind == "attendance":
        return _attendance(services, wanted or Wanted(), as_json=as_json)
    listings = {
        ("tasks", "ideas"): _to_do,
        ("decisions", "interests"): _register,
        MONEY: _money,
        FORECAST: _forecast,
        NETWORK: _network,
        ("candidates",): _candidates,
        RELATIONS: _relations,
    }
    for kinds, listing in listings.items():
        if kind in kinds:
            return listing(services, kind, wanted or Wanted(), as_json=as_json)
    if kind == "reviews":
        return _reviews(services, wanted or Wanted(), as_json=as_json)
    if kind == "proposals":
        return _proposals(services, wanted or Wanted(), as_json=as_json)
    found = _found(services, kind, wanted or Wanted())
    if as_json:
        plainly = [_plain(each) for each in found]
        return json.dumps(plainly, ensure_ascii=not has_all_letters(), indent=1)
    rows: dict[str, Callable[[Services, list[Any]], Rows]] = {
        "organisations": _organisations,
        "people": _people,
        "memberships": _memberships,
        "series": _series,
        "meetings": _meetings,
        "wheel": _wheel,
        "reminders": _reminders,
        "hours": _hours,
    }
    return aligned(rows[kind](services, found))


def _candidates(services: Services, _kind: str, _wanted: Wanted, *, as_json: bool) -> str:
    plainly, rows = candidates_listed(services)
    if as_json:
        return json.dumps(plainly, ensure_ascii=not has_all_letters(), indent=1)
    return aligned(rows)


def _reviews(services: Services, wanted: Wanted, *, as_json: bool) -> str:
    plainly, rows = reviews_listed(services, wanted.organisation)
    if as_json:
        return json.dumps(plainly, ensure_ascii=not has_all_letters(), indent=1)
    return aligned(rows)


def _found(services: Services, kind: str, wanted: Wanted) -> list[Any]:
    """All of a kind, or those of the organisation asked for; of people, those who sit or sat there.

    Raises UserError when there is no such organisation.
    """
    everything: dict[str, Callable[[], Sequence[Any]]] = {
        "organisations": services.organisations.all,
        "people": services.people.all,
        "memberships": services.memberships.all,
        "series": services.series.all,
        "meetings": services.meetings.all,
        "wheel": lambda: _by_organisation(services),
        "reminders": services.reminders.all,
        "hours": services.hours.all,
    }
    found = list(everything[kind]())
    if wanted.organisation is None:
        return found
    organisation = services.organisations.named(wanted.organisation)
    seated = services.memberships.of_organisation(organisation.id)
    theirs = {organisation.id, *(each.person.id for each in seated)}
    return [each for each in found if _whose(each) in theirs]


def _by_organisation(services: Services) -> list[WheelTask]:
    return [
        task
        for organisation in services.organisations.all()
        for task in services.yearwheel.of(organisation.id)
    ]


def _whose(found: Any) -> Id:
    """The organisation it belongs to; an organisation or a person is their own."""
    if isinstance(found, Seated):
        return found.organisation.id
    whose: Id = getattr(found, "organisation_id", found.id)
    return whose


def _plain(found: Any) -> dict[str, Any]:
    """Every field; a membership's terms along with it."""
    if isinstance(found, Seated):
        return {**plain(found.membership), "terms": [plain(term) for term in found.terms]}
    return plain(found)


def _organisations(_services: Services, found: list[Organisation]) -> Rows:
    return [(each.name, kind_name(each.kind), each.registration_number, each.id) for each in found]


def _people(_services: Services, found: list[Person]) -> Rows:
    return [(each.name, each.occupation, each.company, each.email, each.phone) for each in found]


def _memberships(services: Services, found: list[Seated]) -> Rows:
    today = services.clock.today()
    rows: Rows = []
    for each in found:
        term = each.term_on(today)
        until = formats.short_date(term.ends_on) if term and term.ends_on else ""
        rows.append((each.organisation.label, each.person.name, role_of(each.membership), until))
    return rows


def _series(services: Services, found: list[Series]) -> Rows:
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            labels[each.organisation_id],
            each.title or meeting_kind_name(each.kind),
            in_words(each.recurrence, each.starts_at, each.minutes),
            holiday_rule_name(each.holiday_rule),
            each.id,
        )
        for each in found
    ]


def _meetings(services: Services, found: list[Meeting]) -> Rows:
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            formats.short_date(each.day),
            formats.time_range(each.starts_at.time(), each.ends_at.time()),
            labels[each.organisation_id],
            title_of(each),
            state_name(each.state),
            each.id,
        )
        for each in found
    ]


def _wheel(services: Services, found: list[WheelTask]) -> Rows:
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            labels[each.organisation_id],
            month_in_words(each),
            each.title,
            "" if each.type is ItemType.PLAIN else type_name(each.type),
            formats.duration(each.minutes) if each.minutes else "",
        )
        for each in found
    ]


def _reminders(services: Services, found: list[Reminder]) -> Rows:
    labels = {each.id: each.label for each in services.organisations.all()}
    today = services.clock.today()
    return [
        (
            formats.short_date(each.due_on),
            labels[each.organisation_id],
            each.title,
            reminder_kind_name(each.kind),
            standing(each, today),
        )
        for each in found
    ]


def _hours(services: Services, found: list[TimeEntry]) -> Rows:
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            formats.short_date(each.on),
            formats.duration(each.minutes),
            labels[each.organisation_id],
            activity_name(each.activity),
            each.note,
        )
        for each in found
    ]


def _attendance(services: Services, wanted: Wanted, *, as_json: bool) -> str:
    """The roll of one meeting and the line of its quorum; as JSON the roll alone."""
    meeting = meeting_meant(services, wanted.meeting, wanted.organisation)
    if as_json:
        roll = [plain(each) for each in services.attendance.roll(meeting.id)]
        return json.dumps(roll, ensure_ascii=not has_all_letters(), indent=1)
    told = [aligned(attendance_rows(services, meeting)), quorum_line(services, meeting)]
    return "\n".join(filter(None, told))


def _register(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    if kind == "decisions":
        decisions = decisions_asked_for(services, wanted.organisation, wanted.year)
        records: Sequence[Record] = decisions
        rows = decision_rows(services, decisions)
    else:
        interests = interests_asked_for(services, wanted.organisation)
        records, rows = interests, interest_rows(services, interests)
    if not as_json:
        return aligned(rows)
    found = [plain(record) for record in records]
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _money(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    found, rows = money_listed(services, kind, wanted.organisation, wanted.year)
    if not as_json:
        return aligned(rows)
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _network(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    found, rows = network_listed(services, kind, wanted.organisation, wanted.year)
    if not as_json:
        return aligned(rows)
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _relations(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    found, rows = relations_listed(services, kind, wanted.organisation)
    if not as_json:
        return aligned(rows)
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _forecast(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    this = services.hours_reports.this_year(wanted.first_month or 1)
    year = this if wanted.year is None else replace(this, number=wanted.year)
    found, rows = forecast_listed(services, kind, wanted.organisation, year)
    if not as_json:
        return aligned(rows)
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _to_do(services: Services, kind: str, wanted: Wanted, *, as_json: bool) -> str:
    if kind == "tasks":
        tasks = tasks_asked_for(services, wanted.organisation, is_mine=wanted.is_mine)
        found, rows = [plain_task(each) for each in tasks], task_rows(services, tasks)
    else:
        ideas = ideas_asked_for(services, wanted.organisation)
        found, rows = [plain(each) for each in ideas], idea_rows(services, ideas)
    if not as_json:
        return aligned(rows)
    return json.dumps(found, ensure_ascii=not has_all_letters(), indent=1)


def _proposals(services: Services, wanted: Wanted, *, as_json: bool) -> str:
    found = proposals_asked_for(services, wanted.organisation)
    if not as_json:
        return aligned(proposal_rows(services, found))
    plainly = [plain_proposal(each) for each in found]
    return json.dumps(plainly, ensure_ascii=not has_all_letters(), indent=1)


def has_all_letters() -> bool:
    """Whether the terminal or file written to can hold every letter; JSON can do without."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")


def aligned(rows: Rows) -> str:
    """The rows as text, each column as wide as its widest cell."""
    if not rows:
        return ""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
