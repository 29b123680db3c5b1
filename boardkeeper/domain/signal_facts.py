"""What the signals of one membership are told from: what happened, as far as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.hours import Activity, TimeEntryId
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.referrals import ReferralId
from boardkeeper.domain.reviews import ReviewId
from boardkeeper.domain.tasks import TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMeeting:
    """A meeting that has been, and what came of it.

    `decisions` and `tasks` are how many it made. `useful` is my answer from 1 to 5, `learned` what
    I wrote I had learned. `present` of `members` took part, of those of whom it is known.
    `information` of all `minutes` went to items of information: as long as they took where it was
    noted, else as long as they were given.
    """

    meeting_id: MeetingId
    day: date
    title: str
    has_purpose: bool = False
    decisions: int = 0
    tasks: int = 0
    useful: int | None = None
    learned: str = ""
    present: int = 0
    members: int = 0
    information: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDecision:
    """A decision of the organisation."""

    decision_id: DecisionId
    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReferral:
    """A referral I gave or received."""

    referral_id: ReferralId
    on: date
    customer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpentTime:
    """One time entry of mine."""

    entry_id: TimeEntryId
    on: date
    minutes: int
    activity: Activity
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedTask:
    """A task of the organisation that may go from meeting to meeting."""

    task_id: TaskId
    text: str
    created_on: date
    closed_on: date | None = None
    meeting_id: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReview:
    """What a review of the membership answered to "would I join today?"."""

    review_id: ReviewId
    on: date
    would_join: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalFacts:
    """Everything the signals of one membership look at, each kind in the order of its days.

    Meetings of the days the member did not sit there are left out; `terms` are the membership's.
    """

    kind: OrganisationKind
    meetings: tuple[PastMeeting, ...] = ()
    decisions: tuple[MadeDecision, ...] = ()
    referrals: tuple[PastReferral, ...] = ()
    entries: tuple[SpentTime, ...] = ()
    tasks: tuple[CarriedTask, ...] = ()
    terms: tuple[Term, ...] = ()
    reviews: tuple[PastReview, ...] = ()
