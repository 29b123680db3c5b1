"""The tables of relations and of the yearly review."""

from __future__ import annotations

from sqlalchemy import Table

from boardkeeper.db.columns import choice, day, identity, reference, text, wall_time, whole
from boardkeeper.db.metadata import metadata
from boardkeeper.domain.aims import Aim, AimId, Answer
from boardkeeper.domain.ambassadors import Ambassador, AmbassadorId
from boardkeeper.domain.contacts import Contact, ContactId, ContactKind
from boardkeeper.domain.erasures import Erasure, ErasureId
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.profiles import Profile, ProfileId
from boardkeeper.domain.referrals import Referral, ReferralId
from boardkeeper.domain.reviews import Outcome, Review, ReviewId
from boardkeeper.domain.thresholds import OwnThreshold, OwnThresholdId, ThresholdName

profiles = Table(
    "profiles",
    metadata,
    identity(ProfileId),
    reference("person_id", PersonId, "people", ondelete="CASCADE"),
    text("sells"),
    text("ideal_customer"),
    text("interests"),
    day("met_on", nullable=True),
    reference("met_through_id", PersonId, "people", ondelete="SET NULL"),
)

contacts = Table(
    "contacts",
    metadata,
    identity(ContactId),
    reference("person_id", PersonId, "people", ondelete="CASCADE"),
    reference("organisation_id", OrganisationId, "organisations", ondelete="SET NULL"),
    day("on", index=True),
    choice("kind", ContactKind),
    whole("minutes"),
    text("note"),
)

ambassadors = Table(
    "ambassadors",
    metadata,
    identity(AmbassadorId),
    reference("membership_id", MembershipId, "memberships", ondelete="CASCADE"),
    day("can_explain_since", nullable=True),
    text("note"),
)

referrals = Table(
    "referrals",
    metadata,
    identity(ReferralId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("from_id", PersonId, "people", ondelete="SET NULL"),
    text("from_name"),
    reference("to_id", PersonId, "people", ondelete="SET NULL"),
    text("to_name"),
    day("on", index=True),
    text("customer"),
    text("note"),
    day("contacted_on", nullable=True),
    day("met_on", nullable=True),
    day("won_on", nullable=True),
    day("lost_on", nullable=True),
    whole("value"),
    day("thanked_on", nullable=True),
    reference("follows_id", ReferralId, "referrals", ondelete="SET NULL"),
)

aims = Table(
    "aims",
    metadata,
    identity(AimId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    text("goal"),
    text("ask"),
    text("meets"),
    text("gives"),
    whole("useful", nullable=True),
    whole("energy", nullable=True),
    choice("contributed", Answer, nullable=True),
    text("learned"),
)

own_thresholds = Table(
    "own_thresholds",
    metadata,
    identity(OwnThresholdId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    choice("threshold", ThresholdName),
    whole("value"),
)

reviews = Table(
    "reviews",
    metadata,
    identity(ReviewId),
    reference("membership_id", MembershipId, "memberships", ondelete="CASCADE"),
    day("starts_on"),
    day("ends_on"),
    day("reviewed_on"),
    text("why_we_meet"),
    text("what_we_want"),
    choice("would_join_today", Answer, nullable=True),
    text("instead"),
    choice("outcome", Outcome),
    text("goal"),
    text("measure"),
    day("goal_by", nullable=True),
    day("last_day_to_act", nullable=True),
    day("next_review_on", nullable=True),
    day("leaves_on", nullable=True),
    text("letter"),
    text("handover"),
    text("notes"),
)

erasures = Table(
    "erasures",
    metadata,
    identity(ErasureId),
    wall_time("erased_at"),
    whole("records"),
    whole("passages"),
)

NETWORK_TABLES: dict[type[Record], Table] = {
    Profile: profiles,
    Contact: contacts,
    Ambassador: ambassadors,
    Referral: referrals,
    Aim: aims,
    OwnThreshold: own_thresholds,
    Review: reviews,
    Erasure: erasures,
}
"""Owners before what they own."""
