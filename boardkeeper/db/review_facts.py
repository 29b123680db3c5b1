"""Sums of what organisations took and gave in a period, and the rows they are sums of.

`tallies` asks for all organisations at once, in a dozen statements however many there are;
`rows_of` asks for one, row by row. Both go by the same conditions.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings, time_entries
from boardkeeper.db.schema_minutes import attendances, decisions, task_owners, tasks
from boardkeeper.db.schema_network import aims, contacts, profiles, referrals
from boardkeeper.db.schema_time import payments
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.money import PAID_OUT
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.review_facts import FactRow, Measure
from boardkeeper.domain.tasks import TaskStatus

HELD = (MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.APPROVED)
_THERE = (Presence.PRESENT, Presence.DIGITAL)

Sums = dict[OrganisationId, dict[Measure, int]]


class Period:
    """The days from the first to the last, as conditions on columns."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last

    def days(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        return column.between(self.first, self.last)

    def moments(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Wall times on these days."""
        return column.between(
            datetime.combine(self.first, time.min), datetime.combine(self.last, time.max)
        )


Met = list[tuple[OrganisationId, PersonId, date]]
"""Whom I met for the first time, through which organisation, and when."""


def tallies(
    reader: Reader,
    me: PersonId | None,
    first: date,
    last: date,
    *,
    organisation_id: OrganisationId | None = None,
    met: Met | None = None,
) -> Sums:
    """What there is of each measure in each organisation, or in one.

    What is promised, or taken from customers, is not here. `met` spares asking for it again.
    """
    period = Period(first, last)
    sums: Sums = defaultdict(lambda: defaultdict(int))
    for measure, (asked, amount) in _counted(me, period).items():
        inner = asked.subquery().c
        summed = select(inner[0], func.sum(inner[amount])).group_by(inner[0])
        if organisation_id is not None:
            summed = summed.where(inner[0] == organisation_id)
        for where, total in reader.rows(summed):
            sums[where][measure] += int(total)
    for where, _person_id, day in people_met(reader, me, first, last) if met is None else met:
        if first <= day <= last:
            sums[where][Measure.MET] += 1
    return sums


def held_between(reader: Reader, first: date, last: date) -> dict[OrganisationId, int]:
    """How many meetings each organisation held."""
    of = meetings.c
    counted = select(of.organisation_id, func.count()).where(
        of.state.in_(HELD), Period(first, last).moments(of.starts_at)
    )
    return {row[0]: int(row[1]) for row in reader.rows(counted.group_by(of.organisation_id))}


def rows_of(
    reader: Reader,
    me: PersonId | None,
    organisation_id: OrganisationId,
    first: date,
    last: date,
    met: Met,
) -> dict[Measure, tuple[FactRow, ...]]:
    """What the sums of one organisation are sums of, the latest first."""
    found: dict[Measure, tuple[FactRow, ...]] = {}
    for measure, (asked, amount) in _counted(me, Period(first, last)).items():
        inner = asked.subquery().c
        theirs = select(*inner).where(inner[0] == organisation_id)
        rows = [
            FactRow(
                about=row[1],
                on=row[2].date() if isinstance(row[2], datetime) else row[2],
                title=" ".join(str(row[3]).split()),
                amount=int(row[amount]),
            )
            for row in reader.rows(theirs)
        ]
        found[measure] = tuple(sorted(rows, key=lambda each: (each.on, each.about), reverse=True))
    found[Measure.MET] = tuple(
        FactRow(about=person_id, on=day, title="")
        for where, person_id, day in met
        if where == organisation_id and first <= day <= last
    )
    return found


def first_trace(reader: Reader, organisation_id: OrganisationId) -> date | None:
    """The first day there is a meeting or time spent for the organisation."""
    met = select(func.min(meetings.c.starts_at)).where(
        meetings.c.organisation_id == organisation_id
    )
    spent = select(func.min(time_entries.c.on)).where(
        time_entries.c.organisation_id == organisation_id
    )
    first_met, first_spent = reader.value(met), reader.value(spent)
    days = [first_met.date()] if first_met is not None else []
    return min([*days, first_spent] if first_spent is not None else days, default=None)


def people_met(reader: Reader, me: PersonId | None, first: date, last: date) -> Met:
    """Whom I first met in the period, and the organisation it was through; the latest first.

    One has met who sat at a meeting with one, with whom one had contact, or whose profile says so:
    the earliest of these days counts, once.
    """
    if me is None:
        return []
    earliest: dict[PersonId, tuple[date, OrganisationId | None]] = {}
    for person_id, organisation_id, day in (
        *_sat_together(reader, me, last),
        *_in_contact(reader, last),
        *_by_profile(reader),
    ):
        if person_id == me:
            continue
        known = earliest.get(person_id)
        if known is None or day < known[0] or (day == known[0] and known[1] is None):
            earliest[person_id] = (day, organisation_id)
    met = [
        (organisation_id, person_id, day)
        for person_id, (day, organisation_id) in earliest.items()
        if organisation_id is not None and first <= day <= last
    ]
    return sorted(met, key=lambda each: (each[2], each[1]), reverse=True)


def _counted(me: PersonId | None, period: Period) -> dict[Measure, tuple[Select[Any], int]]:
    """For each measure: organisation, record, day, words and amount, and where the amount is."""
    one = literal(1).label("one")
    time_spent = time_entries.c
    paid, won = payments.c, referrals.c
    of, task, aim = meetings.c, tasks.c, aims.c
    present = select(of.organisation_id, of.id, of.starts_at, of.title, one).join(
        attendances, attendances.c.meeting_id == of.id
    )
    owned = select(task_owners.c.task_id).where(task_owners.c.person_id == me)
    learned = select(of.organisation_id, of.id, of.starts_at, aim.learned, one).join(
        aims, aim.meeting_id == of.id
    )
    money = select(paid.organisation_id, paid.id, paid.on, paid.note, paid.amount).where(
        period.days(paid.on)
    )
    referred = select(won.organisation_id, won.id, won.on, won.customer, one)
    ordered = select(won.organisation_id, won.id, won.won_on, won.customer, one, won.value).where(
        won.to_id == me, period.days(won.won_on)
    )
    made = select(
        decisions.c.organisation_id, decisions.c.id, decisions.c.decided_on, decisions.c.text, one
    )
    said = contacts.c
    talked = select(said.organisation_id, said.person_id, said.on, said.note, one)
    return {
        Measure.HOURS: (
            select(
                time_spent.organisation_id,
                time_spent.id,
                time_spent.on,
                time_spent.note,
                time_spent.minutes,
            ).where(period.days(time_spent.on)),
            4,
        ),
        Measure.PAID: (money.where(paid.kind.in_(PAID_OUT)), 4),
        Measure.RECEIVED: (money.where(paid.kind.not_in(PAID_OUT)), 4),
        Measure.ATTENDED: (
            present.where(
                attendances.c.person_id == me,
                attendances.c.presence.in_(_THERE),
                of.state.in_(HELD),
                period.moments(of.starts_at),
            ),
            4,
        ),
        Measure.DECISIONS: (made.where(period.days(decisions.c.decided_on)), 4),
        Measure.TASKS: (
            select(task.organisation_id, task.id, task.closed_on, task.text, one).where(
                task.status == TaskStatus.DONE, period.days(task.closed_on), task.id.in_(owned)
            ),
            4,
        ),
        Measure.GIVEN: (referred.where(won.from_id == me, period.days(won.on)), 4),
        Measure.WON: (ordered, 4),
        Measure.WON_VALUE: (ordered, 5),
        Measure.LEARNED: (
            learned.where(aim.learned != "", period.moments(of.starts_at)),
            4,
        ),
        Measure.ONE_TO_ONES: (
            talked.where(
                said.organisation_id.is_not(None),
                said.kind == ContactKind.ONE_TO_ONE,
                period.days(said.on),
            ),
            4,
        ),
    }


_Met = tuple[PersonId, OrganisationId | None, date]


def _sat_together(reader: Reader, me: PersonId, last: date) -> list[_Met]:
    """The first day I sat at a meeting with each person, in each organisation."""
    mine = attendances.alias("mine")
    of = meetings.c
    asked = (
        select(attendances.c.person_id, of.organisation_id, func.min(of.starts_at))
        .join(
            mine,
            and_(
                mine.c.meeting_id == attendances.c.meeting_id,
                mine.c.person_id == me,
                mine.c.presence.in_(_THERE),
            ),
        )
        .join(meetings, of.id == attendances.c.meeting_id)
        .where(
            attendances.c.person_id.is_not(None),
            attendances.c.presence.in_(_THERE),
            of.state.in_(HELD),
            of.starts_at <= datetime.combine(last, time.max),
        )
        .group_by(attendances.c.person_id, of.organisation_id)
    )
    return [(row[0], row[1], row[2].date()) for row in reader.rows(asked)]


def _in_contact(reader: Reader, last: date) -> list[_Met]:
    of = contacts.c
    asked = select(of.person_id, of.organisation_id, func.min(of.on)).where(of.on <= last)
    return [
        (row[0], row[1], row[2])
        for row in reader.rows(asked.group_by(of.person_id, of.organisation_id))
    ]


def _by_profile(reader: Reader) -> list[_Met]:
    """The day we met as a profile tells it; it tells no organisation."""
    of = profiles.c
    asked = select(of.person_id, of.met_on).where(of.met_on.is_not(None))
    return [(row[0], None, row[1]) for row in reader.rows(asked)]
