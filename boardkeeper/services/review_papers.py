"""Papers of a review and of what follows: the sheet, the portfolio, the letter, the handover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.decisions import decisions_listed
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.papers import papers_of_organisation
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.db.tasks import tasks_where
from boardkeeper.db.yearwheel import tasks_of
from boardkeeper.domain.decisions import DecisionState
from boardkeeper.domain.memberships import (
    Membership,
    MembershipId,
    Role,
    Term,
    current_term,
    sits_on,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.reviews import Outcome, Review
from boardkeeper.domain.sheets.handover import Contents, handover_sheet
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.portfolio import portfolio_sheet
from boardkeeper.domain.sheets.resignation import Leaving, letter_sheet, suggested_words
from boardkeeper.domain.sheets.review import period_in_words, review_sheet
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.i18n import Language, pgettext, speaking
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.reviews import ReviewService

_MEETINGS = 6
"""How many of the coming meetings a handover tells."""
_ROLES = list(Role)


class ReviewPapers:
    """What can be printed of reviews.

    The sheet and the portfolio are one's own, in the program's language; the letter and the
    handover go to the organisation, in its language. Each takes another where one is asked for.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._reviews = ReviewService(journal, clock)

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def review(
        self,
        membership_id: MembershipId,
        review: Review | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The review that counts now with its facts, or the one given; filled in or not."""
        spoken = language or spoken_language()
        review = review or self._reviews.open(membership_id)
        with speaking(spoken):
            facts = self._reviews.facts(membership_id, review.starts_on, review.ends_on)
        sheet = review_sheet(
            review,
            facts.membership,
            facts.organisation,
            facts=facts.facts,
            activities=facts.activities,
            gauges=facts.gauges,
            signals=facts.signals,
            last_review=facts.last_review,
            before=facts.before,
            owner=self._my_name,
            language=spoken,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.review import review_pdf  # noqa: PLC0415

            return review_pdf(sheet, profile)

        with speaking(spoken):
            named = pgettext("file name", "Stay or leave")
            period = period_in_words(review.starts_on, review.ends_on)
        label = facts.organisation.label
        return _prepared(sheet.letterhead, (label, named, period), review.reviewed_on, draw)

    def portfolio(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """Every board of a period side by side; of the last twelve months by default."""
        spoken = language or spoken_language()
        portfolio = self._reviews.portfolio(first, last)
        sheet = portfolio_sheet(
            portfolio,
            owner=self._my_name,
            language=spoken,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.portfolio import portfolio_pdf  # noqa: PLC0415 - as above

            return portfolio_pdf(sheet, profile)

        return _prepared(sheet.letterhead, (sheet.letterhead.title,), portfolio.first, draw)

    def letter(
        self,
        membership_id: MembershipId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The letter that says I leave; in my own words where the review has any."""
        leaving, review = self._leaving(membership_id)
        sheet = letter_sheet(
            leaving, review.letter, language=language, printed_at=self._clock.now()
        )

        def draw() -> bytes:
            from boardkeeper.printing.resignation import letter_pdf  # noqa: PLC0415 - as above

            return letter_pdf(sheet, profile)

        with speaking(sheet.letterhead.language):
            named = pgettext("paper", "Resignation")
        label = leaving.organisation.label
        return _prepared(sheet.letterhead, (label, named), leaving.written_on, draw)

    def suggested_letter(self, membership_id: MembershipId) -> str:
        """The words the letter begins with, in the organisation's language."""
        leaving, _review = self._leaving(membership_id)
        with speaking(leaving.organisation.language):
            return suggested_words(leaving)

    def handover(
        self,
        membership_id: MembershipId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """All that whoever takes over the seat must know, and never a password."""
        leaving, review = self._leaving(membership_id)
        today = self._clock.today()
        sheet = handover_sheet(
            leaving.organisation,
            leaving.membership,
            self._contents(leaving.organisation, leaving.me),
            giver=leaving.me.name if leaving.me is not None else "",
            words=review.handover,
            leaves_on=review.leaves_on,
            language=language,
            today=today,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.handover import handover_pdf  # noqa: PLC0415 - as above

            return handover_pdf(sheet, profile)

        with speaking(sheet.letterhead.language):
            named = pgettext("paper", "Handover")
        return _prepared(sheet.letterhead, (leaving.organisation.label, named), today, draw)

    @property
    def _my_name(self) -> str:
        me = person_who_is_me(self._reader)
        return "" if me is None else me.name

    def _leaving(self, membership_id: MembershipId) -> tuple[Leaving, Review]:
        reader, today = self._reader, self._clock.today()
        review = self._reviews.latest(membership_id) or self._reviews.open(membership_id)
        membership = reader.get(Membership, membership_id)
        terms = terms_of(reader, [membership_id])
        has_stopped = review.outcome is Outcome.STOP and review.leaves_on is not None
        leaving = Leaving(
            membership=membership,
            organisation=reader.get(Organisation, membership.organisation_id),
            me=person_who_is_me(reader),
            chair=self._chair(membership),
            written_on=review.reviewed_on if has_stopped else today,
            leaves_on=review.leaves_on or _end_of(current_term(terms, today)),
            since=min((each.starts_on for each in terms), default=None),
        )
        return leaving, review

    def _chair(self, mine: Membership) -> Person | None:
        """Who is in the chair there today, unless that is me."""
        for person, seat in self._seated(mine.organisation_id):
            if seat.role is Role.CHAIR and person.id != mine.person_id:
                return person
        return None

    def _seated(self, organisation_id: OrganisationId) -> list[tuple[Person, Membership]]:
        """Those who sit there today, by role."""
        reader, today = self._reader, self._clock.today()
        seats = memberships_in(reader, organisation_id)
        people = reader.found(Person, [each.person_id for each in seats])
        terms: dict[MembershipId, list[Term]] = {each.id: [] for each in seats}
        for term in terms_of(reader, list(terms)):
            terms[term.membership_id].append(term)
        sitting = [each for each in seats if sits_on(terms[each.id], today)]
        sitting.sort(key=lambda each: (_ROLES.index(each.role), people[each.person_id].name))
        return [(people[each.person_id], each) for each in sitting]

    def _contents(self, organisation: Organisation, me: Person | None) -> Contents:
        reader, today = self._reader, self._clock.today()
        of = organisation.id
        mine = (
            tasks_where(reader, organisation_id=of, status=TaskStatus.OPEN, person_id=me.id)
            if me is not None
            else []
        )
        ahead = [each for each in meetings_of(reader, of) if each.day >= today and each.is_open]
        ahead.sort(key=lambda each: (each.starts_at, each.id))
        return Contents(
            tasks=mine,
            meetings=ahead[:_MEETINGS],
            decisions=decisions_listed(reader, of, state=DecisionState.IN_FORCE)[::-1],
            papers=[each for each in papers_of_organisation(reader, of) if each.is_current],
            people=[each for each in self._seated(of) if me is None or each[0].id != me.id],
            wheel=tasks_of(reader, of),
        )


def _end_of(term: Term | None) -> date | None:
    """When a term would end by itself."""
    return None if term is None else term.ends_on or term.up_for_election_on


def _prepared(
    head: Letterhead, parts: tuple[str, ...], day: date, draw: Callable[[], bytes]
) -> Prepared:
    title = " · ".join(part for part in (head.organisation, head.title) if part)
    return Prepared(title=title, file_name=file_name(day, *parts, suffix=".pdf"), draw=draw)
