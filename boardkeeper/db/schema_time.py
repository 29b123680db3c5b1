"""The tables of time and money: what was promised, what there is room for, what it takes."""

from __future__ import annotations

from sqlalchemy import Table

from boardkeeper.db.columns import (
    choice,
    day,
    flag,
    identity,
    reference,
    text,
    time_of_day,
    wall_time,
    whole,
)
from boardkeeper.db.metadata import metadata
from boardkeeper.domain.candidate_seats import CandidateOutcome, CandidateSeat, CandidateSeatId
from boardkeeper.domain.ceilings import Away, AwayId, Ceiling, CeilingId
from boardkeeper.domain.effort import Effort, EffortId, Preparation
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import MembershipId, Role
from boardkeeper.domain.mileage import Trip, TripId
from boardkeeper.domain.money import Payment, PaymentId, PaymentKind
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.domain.promises import Promise, PromiseId
from boardkeeper.domain.rates import OwnRate, OwnRateId, RateName
from boardkeeper.domain.running_timer import RunningTimer, RunningTimerId
from boardkeeper.domain.time_proposals import NotSpent, NotSpentId

promises = Table(
    "promises",
    metadata,
    identity(PromiseId),
    reference("membership_id", MembershipId, "memberships", ondelete="CASCADE"),
    day("starts_on"),
    whole("minutes_a_year"),
    text("note"),
)

ceilings = Table(
    "ceilings",
    metadata,
    identity(CeilingId),
    day("starts_on"),
    whole("minutes_a_week", nullable=True),
    whole("evenings_a_week", nullable=True),
    whole("customer_minutes_a_week"),
    time_of_day("work_starts"),
    time_of_day("work_ends"),
    whole("hour_value"),
)

away = Table(
    "away",
    metadata,
    identity(AwayId),
    day("starts_on"),
    day("ends_on"),
    text("reason"),
)

efforts = Table(
    "efforts",
    metadata,
    identity(EffortId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("preparation", Preparation),
    whole("minutes"),
    whole("percent"),
    whole("follow_up_minutes"),
)

candidate_seats = Table(
    "candidate_seats",
    metadata,
    identity(CandidateSeatId),
    text("name"),
    choice("kind", OrganisationKind),
    choice("role", Role),
    text("rule"),
    wall_time("starts_at"),
    whole("minutes"),
    text("zone"),
    text("skipped_months"),
    text("place"),
    whole("travel_minutes"),
    whole("preparation_minutes"),
    whole("follow_up_minutes"),
    whole("other_minutes_a_month"),
    whole("fee"),
    whole("dues"),
    day("answer_by", nullable=True),
    choice("outcome", CandidateOutcome),
    reference("membership_id", MembershipId, "memberships", ondelete="SET NULL"),
    text("notes"),
)

running_timers = Table(
    "running_timers",
    metadata,
    identity(RunningTimerId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="SET NULL"),
    choice("activity", Activity),
    wall_time("started_at"),
    text("note"),
)

not_spent = Table(
    "not_spent",
    metadata,
    identity(NotSpentId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    choice("activity", Activity),
)

payments = Table(
    "payments",
    metadata,
    identity(PaymentId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="SET NULL"),
    day("on", index=True),
    choice("kind", PaymentKind),
    whole("amount"),
    text("note"),
)

own_rates = Table(
    "own_rates",
    metadata,
    identity(OwnRateId),
    choice("rate", RateName),
    whole("year"),
    whole("amount"),
    text("source"),
    day("checked_on", nullable=True),
)

trips = Table(
    "trips",
    metadata,
    identity(TripId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="SET NULL"),
    day("on", index=True),
    text("purpose"),
    text("start"),
    text("stops"),
    text("destination"),
    whole("metres"),
    flag("is_return"),
    day("paid_on", nullable=True),
    text("note"),
)

TIME_TABLES: dict[type[Record], Table] = {
    Promise: promises,
    Ceiling: ceilings,
    Away: away,
    Effort: efforts,
    CandidateSeat: candidate_seats,
    RunningTimer: running_timers,
    NotSpent: not_spent,
    Payment: payments,
    OwnRate: own_rates,
    Trip: trips,
}
"""Owners before what they own."""
