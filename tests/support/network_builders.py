"""Records of relations and reviews: profiles, contacts, referrals, aims."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from boardkeeper.domain.aims import Aim, Answer
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName


def profile(of: Person, **fields: Any) -> Profile:
    return Profile(person_id=of.id, **fields)


def contact(who: Person, on: str = "2026-02-01", **fields: Any) -> Contact:
    """A one-to-one unless told otherwise."""
    return Contact(person_id=who.id, on=date.fromisoformat(on), **fields)


def referral(
    of: Organisation,
    giver: Person | None,
    receiver: Person | None,
    on: str = "2026-02-01",
    **fields: Any,
) -> Referral:
    """A referral of the customer Strandhotellet unless told otherwise."""
    return Referral(
        organisation_id=of.id,
        from_id=giver.id if giver else None,
        from_name=giver.name if giver else "",
        to_id=receiver.id if receiver else None,
        to_name=receiver.name if receiver else "",
        on=date.fromisoformat(on),
        **{"customer": "Strandhotellet", **fields},
    )


def aim(of: Meeting, **fields: Any) -> Aim:
    return Aim(meeting_id=of.id, **fields)


def review(of: Membership, year: int = 2025, **fields: Any) -> Review:
    """A review of a calendar year, held in the January after it."""
    given: dict[str, Any] = {
        "starts_on": date(year, 1, 1),
        "ends_on": date(year, 12, 31),
        "reviewed_on": date(year + 1, 1, 15),
        **fields,
    }
    return Review(membership_id=of.id, **given)


def network_of_every_kind(
    board: Organisation, who: Person, seat: Membership, sitting: Meeting
) -> list[Record]:
    """One record of each kind of relations and reviews."""
    return [
        profile(who, sells="Regnskab", met_on=date(2019, 5, 4)),
        contact(who, organisation_id=board.id, minutes=60),
        Ambassador(membership_id=seat.id, can_explain_since=date(2026, 1, 8)),
        referral(board, who, None, contacted_on=date(2026, 2, 3), value=2_500_000),
        aim(sitting, goal="Finde en revisor", useful=4, energy=3, contributed=Answer.YES),
        OwnThreshold(organisation_id=board.id, threshold=ThresholdName.TOUCH_DAYS, value=90),
        review(seat, goal="Tre nye kunder", goal_by=date(2026, 12, 31)),
        Erasure(erased_at=datetime(2026, 2, 1, 8, 0), records=3, passages=1),
    ]
