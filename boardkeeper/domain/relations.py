"""What joins the user and another person: when they were last in touch, and who slips away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term, sits_on, title_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.roll import title_in_words
from boardkeeper.i18n import pgettext


class TouchKind(StrEnum):
    """What a touch was."""

    MEETING = "meeting"
    CONTACT = "contact"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Real contact with a person on a day; `record_id` names the meeting, contact or referral."""

    on: date
    kind: TouchKind
    record_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One seat of one person, with its terms in order."""

    membership: Membership
    terms: tuple[Term, ...] = ()

    @property
    def title(self) -> str:
        return title_of(self.membership)

    def sits_on(self, day: date) -> bool:
        return sits_on(self.terms, day)

    @property
    def since(self) -> date | None:
        """The first day anybody knows of."""
        return min((each.starts_on for each in self.terms), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An organisation both sit in or sat in: their seats there, and mine."""

    organisation: Organisation
    theirs: tuple[Place, ...]
    mine: tuple[Place, ...]

    def is_shared_on(self, day: date) -> bool:
        """Whether both sit there on the day."""
        return any(each.sits_on(day) for each in self.theirs) and any(
            each.sits_on(day) for each in self.mine
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slipping:
    """Somebody of an organisation one has lost touch with.

    `last` is the last touch; None where there was none since both sit there. `days_over` counts
    the days past the rhythm of the organisation, and is at least 1.
    """

    person: Person
    organisation: Organisation
    last: date | None
    days_over: int

    def since(self, today: date) -> date:
        """The day on which they began to slip away."""
        return today - timedelta(days=self.days_over)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Everything between the user and one person.

    `meetings` are those both took part in, the newest first; `contacts` and `referrals` likewise.
    The tasks are open ones of the organisations both sit in, each side's own. `profile` may not be
    stored yet; `met_through` is who introduced us.
    """

    person: Person
    shared: tuple[Shared, ...]
    meetings: tuple[Meeting, ...]
    contacts: tuple[Contact, ...]
    given: tuple[Referral, ...]
    received: tuple[Referral, ...]
    their_tasks: tuple[BookTask, ...]
    my_tasks: tuple[BookTask, ...]
    profile: Profile
    met_through: Person | None
    last: Touch | None
    slipping: tuple[Slipping, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody expected at a meeting, and what one does well to know before it.

    `unthanked` are referrals received from them without a thank-you, `waiting` those they gave
    that nobody has taken up yet. Without a person only the name on the roll is known.
    """

    attendance: Attendance
    person: Person | None = None
    last: Touch | None = None
    profile: Profile | None = None
    met_through: Person | None = None
    unthanked: tuple[Referral, ...] = ()
    waiting: tuple[Referral, ...] = ()

    @property
    def name(self) -> str:
        return self.attendance.name

    @property
    def title(self) -> str:
        """As what they come, in words."""
        return title_in_words(self.attendance)

    @property
    def is_owed_something(self) -> bool:
        return bool(self.unthanked or self.waiting)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingBrief:
    """What to know before a meeting: who comes, who does not, and what I have promised there."""

    meeting: Meeting
    organisation: Organisation
    expected: tuple[Expected, ...]
    away: tuple[str, ...]
    my_tasks: tuple[BookTask, ...]


def days_over(last: date | None, since: date | None, rhythm: int, today: date) -> int:
    """The days past the rhythm, 0 while there are none.

    Counted from the last touch, else from the day both sit in the organisation; where neither is
    known nothing can be said. A rhythm of 0 days is none.
    """
    begun = max((each for each in (last, since) if each is not None), default=None)
    if rhythm <= 0 or begun is None:
        return 0
    return max(0, (today - begun).days - rhythm)


def both_since(theirs: Iterable[Term], mine: Iterable[Term], today: date) -> date | None:
    """Since when both sit in an organisation: the start of the later of the two current terms."""
    starts = [
        min((each.starts_on for each in _unbroken(terms, today)), default=None)
        for terms in (list(theirs), list(mine))
    ]
    known = [each for each in starts if each is not None]
    return max(known, default=None)


def _unbroken(terms: list[Term], today: date) -> list[Term]:
    """The terms that follow one another without a break up to the day."""
    kept: list[Term] = []
    reaches = today
    for term in sorted(terms, key=lambda each: each.starts_on, reverse=True):
        if term.starts_on > today:
            continue
        if term.ends_on is not None and term.ends_on < reaches - timedelta(days=1):
            break
        kept.append(term)
        reaches = min(reaches, term.starts_on)
    return kept


def places_by_organisation(
    places: Iterable[Place],
) -> dict[OrganisationId, tuple[Place, ...]]:
    """The seats of one person, by organisation."""
    found: dict[OrganisationId, tuple[Place, ...]] = {}
    for each in places:
        known = found.get(each.membership.organisation_id, ())
        found[each.membership.organisation_id] = (*known, each)
    return found


def touch_name(kind: TouchKind) -> str:
    """What a touch was, in words."""
    return {
        TouchKind.MEETING: pgettext("last contact", "meeting"),
        TouchKind.CONTACT: pgettext("last contact", "contact"),
        TouchKind.REFERRAL: pgettext("last contact", "referral"),
    }[kind]
