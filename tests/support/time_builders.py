"""Records of time and money: promises, ceilings, seats offered, what was paid and driven."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.money import Payment, PaymentKind
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.rates import OwnRate, RateName
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.domain.time_proposals import NotSpent


def promise(of: Membership, hours: int = 60, since: str = "2026-01-01") -> Promise:
    """So many hours a year from a day on."""
    starts_on = date.fromisoformat(since)
    return Promise(membership_id=of.id, starts_on=starts_on, minutes_a_year=60 * hours)


def ceiling(since: str = "2026-01-01", **fields: Any) -> Ceiling:
    """Six hours and two evenings a week unless told otherwise."""
    given: dict[str, Any] = {"minutes_a_week": 360, "evenings_a_week": 2, **fields}
    return Ceiling(starts_on=date.fromisoformat(since), **given)


def away(first: str, last: str, reason: str = "") -> Away:
    return Away(
        starts_on=date.fromisoformat(first), ends_on=date.fromisoformat(last), reason=reason
    )


def effort(of: Organisation, minutes: int = 60, **fields: Any) -> Effort:
    """So many minutes of preparation for each meeting."""
    return Effort(organisation_id=of.id, minutes=minutes, **fields)


def candidate_seat(name: str = "Havnefonden", **fields: Any) -> CandidateSeat:
    """A seat that meets on the first Tuesday of a month at seven in the evening."""
    given: dict[str, Any] = {
        "rule": "FREQ=MONTHLY;BYDAY=1TU",
        "starts_at": datetime(2026, 4, 7, 19, 0),
        **fields,
    }
    return CandidateSeat(name=name, **given)


def payment(
    of: Organisation, kroner: int, kind: PaymentKind = PaymentKind.FEE, on: str = "2026-02-01"
) -> Payment:
    return Payment(organisation_id=of.id, on=date.fromisoformat(on), kind=kind, amount=100 * kroner)


def trip(of: Organisation, kilometres: int = 24, on: str = "2026-02-01", **fields: Any) -> Trip:
    given: dict[str, Any] = {"purpose": "Bestyrelsesmøde", "destination": "Klubhuset", **fields}
    return Trip(organisation_id=of.id, on=date.fromisoformat(on), metres=1000 * kilometres, **given)


def time_of_every_kind(board: Organisation, seat: Membership, sitting: Meeting) -> list[Record]:
    """One record of each kind of time and money."""
    return [
        promise(seat),
        ceiling(customer_minutes_a_week=30 * 60, hour_value=90_000),
        away("2026-07-06", "2026-07-24", "Ferie"),
        effort(board, follow_up_minutes=30),
        candidate_seat(membership_id=seat.id),
        RunningTimer(
            organisation_id=board.id,
            meeting_id=sitting.id,
            started_at=datetime(2026, 3, 2, 18, 30),
        ),
        NotSpent(meeting_id=sitting.id, activity=Activity.TRAVEL),
        payment(board, 5_000),
        OwnRate(rate=RateName.KILOMETRE, year=2027, amount=400, source="skat.dk"),
        trip(board, meeting_id=sitting.id),
    ]
