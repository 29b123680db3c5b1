"""What the gauges of one organisation are counted from: what happened, as far as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Term, sits_on
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.referrals import ReferralId
from boardkeeper.domain.tasks import TaskId, TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A meeting that has been, and my side of it.

    `took_part` is None while nobody has said whether I was there. `has_presented` is None where
    the meeting has no agenda; `contributed` where I have not answered.
    """

    meeting_id: MeetingId
    day: date
    title: str
    took_part: bool | None = None
    came_late: bool = False
    is_prepared: bool = False
    has_presented: bool | None = None
    goal: str = ""
    ask: str = ""
    gives: str = ""
    contributed: Answer | None = None
    followed_up_on: date | None = None

    @property
    def was_missed(self) -> bool:
        return self.took_part is False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """Another member: when they sit, whether their profile is filled, our one-to-ones."""

    person_id: PersonId
    name: str
    terms: tuple[Term, ...] = ()
    has_profile: bool = False
    one_to_ones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTask:
    """A task of mine for the organisation."""

    task_id: TaskId
    text: str
    due_on: date | None
    status: TaskStatus
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReferral:
    """A referral I gave or received: from or to whom, and what about."""

    referral_id: ReferralId
    on: date
    customer: str
    is_given: bool
    other_id: PersonId | None
    other_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeFacts:
    """Everything the five rules look at, of one organisation, up to `today`.

    `spent` are the minutes of mine by day. Sittings of the days I did not sit there are left out.
    """

    today: date
    sittings: tuple[Sitting, ...] = ()
    fellows: tuple[Fellow, ...] = ()
    tasks: tuple[OwnTask, ...] = ()
    referrals: tuple[OwnReferral, ...] = ()
    spent: tuple[tuple[date, int], ...] = ()

    def between(self, first: date, last: date) -> list[Sitting]:
        """The sittings of a period."""
        return [each for each in self.sittings if first <= each.day <= last]

    def sitting_with_me(self, day: date) -> list[Fellow]:
        """The others who sit there on the day."""
        return [each for each in self.fellows if sits_on(each.terms, day)]
