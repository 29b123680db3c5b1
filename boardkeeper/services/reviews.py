"""Reviews: the yearly question of each membership, answered with facts, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.memberships import terms_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader, row_of
from boardkeeper.db.reminders import every_reminder, reminders_of
from boardkeeper.db.review_facts import first_trace
from boardkeeper.db.reviews import reviews_of
from boardkeeper.db.rules import own_rules_of
from boardkeeper.db.tasks import tasks_where
from boardkeeper.domain.memberships import (
    Membership,
    MembershipId,
    Term,
    current_term,
    sits_on,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.review_dates import (
    LastDay,
    is_due,
    is_in_force,
    last_day_to_act,
    next_review_on,
    twelve_months_before,
    whole_year_before,
)
from boardkeeper.domain.review_portfolio import Portfolio, PortfolioLine, in_order
from boardkeeper.domain.reviews import Outcome, Review, ReviewId
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.tasks import Task, TaskOwner, TaskStatus
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.services.review_seats import Seat, my_seats
from boardkeeper.services.trash import discard

if TYPE_CHECKING:
    from boardkeeper.services.review_gathering import Facts, Gathering


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReview:
    """A membership whose question is to be asked now, and the last day to act on the answer."""

    membership: Membership
    organisation: Organisation
    last_day: LastDay | None
    review: Review | None


class ReviewService:
    """What one does with reviews."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    @cached_property
    def _gathering(self) -> Gathering:
        # Gauges and signals bring much along that a start, which asks what is due, does not need.
        from boardkeeper.services.review_gathering import Gathering  # noqa: PLC0415

        return Gathering(self._journal, self._clock)

    def all(self) -> list[Review]:
        """Every review, the last held first."""
        found = self._reader.every(Review)
        return sorted(found, key=lambda each: (each.reviewed_on, each.id), reverse=True)

    def get(self, review_id: ReviewId) -> Review:
        return self._reader.get(Review, review_id)

    def of_membership(self, membership_id: MembershipId) -> list[Review]:
        """The membership's reviews, the last held first."""
        return reviews_of(self._reader, [membership_id])

    def latest(self, membership_id: MembershipId) -> Review | None:
        return next(iter(self.of_membership(membership_id)), None)

    def my_seat(self, organisation_id: OrganisationId) -> Membership | None:
        """My membership there: the one I sit by today, or else the one I had."""
        today = self._clock.today()
        mine = [each for each in my_seats(self._reader) if each.organisation.id == organisation_id]
        now = [each for each in mine if sits_on(each.terms, today)]
        return (now or mine)[0].membership if mine else None

    def open(self, membership_id: MembershipId) -> Review:
        """The review that counts now, or a new one, prepared but not stored.

        A new one is of the last whole year, or year of the term. It knows the last day to act, and
        when the next one is.
        """
        today = self._clock.today()
        latest = self.latest(membership_id)
        if latest is not None and is_in_force(latest, today):
            return latest
        seat = self._seat(membership_id)
        return self._prepared(seat, latest, *whole_year_before(seat.terms, today))

    def of_year(self, membership_id: MembershipId, year: int) -> Review:
        """The review held of that year, or one of the calendar year, prepared but not stored."""
        held = self.of_membership(membership_id)
        found = next((each for each in held if each.ends_on.year == year), None)
        if found is not None:
            return found
        latest = next(iter(held), None)
        span = date(year, 1, 1), date(year, 12, 31)
        return self._prepared(self._seat(membership_id), latest, *span)

    def is_stored(self, review_id: ReviewId) -> bool:
        return self._reader.find(Review, review_id) is not None

    def change(self, review: Review) -> None:
        """Store what is written, the first words of a new review too.

        Typing in one field is one undo step.
        """
        before = self._reader.find(Review, review.id)
        was = {} if before is None else row_of(before)
        now = row_of(review)
        edited = frozenset(name for name in now if name not in was or now[name] != was[name])
        label = _("Begin review") if before is None else _("Edit review")
        with self._journal.command(label, merge=(review.id, edited)) as tx:
            tx.put(review)

    def discard(self, review_id: ReviewId) -> None:
        """Move the review to the trash."""
        with self._journal.command(_("Delete review")) as tx:
            review = tx.get(Review, review_id)
            seat = tx.get(Membership, review.membership_id)
            organisation = tx.get(Organisation, seat.organisation_id)
            title = _("Review of {name}").format(name=organisation.label)
            discard(tx, review, title, self._clock.today())

    def last_day(self, membership_id: MembershipId) -> LastDay | None:
        """The last day to say that one leaves, and why; None where nothing tells it."""
        reader = self._reader
        seat = self._seat(membership_id)
        of = seat.organisation.id
        return _last_day(
            seat, own_rules_of(reader, of), reminders_of(reader, of), self._clock.today()
        )

    def facts(
        self, membership_id: MembershipId, first: date | None = None, last: date | None = None
    ) -> Facts:
        """What the membership took and gave from the first day to the last, both included.

        Of the period of the review that counts now, unless days are given.
        """
        review = self.open(membership_id)
        if first is None or last is None:
            first, last = review.starts_on, review.ends_on
        earlier = [
            each
            for each in self.of_membership(membership_id)
            if each.ends_on < last and each.id != review.id
        ]
        return self._gathering.facts(
            self._seat(membership_id), first, last, earlier[0] if earlier else None
        )

    def portfolio(self, first: date | None = None, last: date | None = None) -> Portfolio:
        """Every organisation I sat in during the period, side by side.

        Of the twelve months that have just passed unless days are given.
        """
        today = self._clock.today()
        if first is None or last is None:
            first, last = twelve_months_before(today)
        reader = self._reader
        seats = _one_each(
            [each for each in my_seats(reader) if each.sat_between(first, last)], last
        )
        found, held = self._gathering.sums(seats, first, last)
        latest = self._latest_of(each.membership.id for each in seats)
        rules, reminders = self._rules(), self._reminders()
        lines = []
        for seat in seats:
            of = seat.organisation.id
            last_day = _last_day(seat, rules[of], reminders[of], today)
            review = latest.get(seat.membership.id)
            lines.append(
                PortfolioLine(
                    membership=seat.membership,
                    organisation=seat.organisation,
                    terms=seat.terms,
                    tally=found.get(of, {}),
                    held=held.get(of, 0),
                    review=review,
                    last_day=last_day,
                    is_due=sits_on(seat.terms, today)
                    and is_due(review, last_day.on if last_day else None, today),
                )
            )
        return Portfolio(first=first, last=last, lines=in_order(lines))

    def due(
        self, today: date | None = None, organisation_id: OrganisationId | None = None
    ) -> list[DueReview]:
        """The memberships whose question is to be asked now, the first last day first."""
        today = today or self._clock.today()
        seats = [
            each
            for each in my_seats(self._reader)
            if sits_on(each.terms, today) and organisation_id in (None, each.organisation.id)
        ]
        latest = self._latest_of(each.membership.id for each in seats)
        rules, reminders = self._rules(), self._reminders()
        found = []
        for seat in seats:
            of = seat.organisation.id
            last_day = _last_day(seat, rules[of], reminders[of], today)
            review = latest.get(seat.membership.id)
            if is_due(review, last_day.on if last_day else None, today):
                found.append(
                    DueReview(
                        membership=seat.membership,
                        organisation=seat.organisation,
                        last_day=last_day,
                        review=review,
                    )
                )
        return sorted(found, key=_soonest)

    def goal_to_task(self, review_id: ReviewId) -> Task:
        """Make the goal a task of mine, due when it is to be reached; the one there is, if it is.

        Raises UserError while there is no goal.
        """
        reader = self._reader
        review = self.get(review_id)
        if not review.goal.strip():
            raise UserError(_("Write the new goal first. Nothing was changed."))
        of = reader.get(Membership, review.membership_id).organisation_id
        text = " ".join(review.goal.split())
        made = _open_task(reader, of, text)
        if made is not None:
            return made
        task = Task(
            organisation_id=of,
            text=text,
            due_on=review.goal_by,
            created_on=self._clock.today(),
            notes=_("Measure: {measure}").format(measure=review.measure) if review.measure else "",
        )
        with self._journal.command(_("Make the goal a task")) as tx:
            _put_mine(tx, task)
        return task

    def stop(
        self, review_id: ReviewId, leaves_on: date, *, prepared: Review | None = None
    ) -> Review:
        """Stop on that day: the term ends with it, and a task says to hand over before it.

        Terms that would begin after it are removed. `prepared` is the review where nothing has been
        written in it so far. Raises InvalidField for a day that has passed.
        """
        today = self._clock.today()
        if leaves_on < today:
            raise InvalidField("leaves_on", _("Choose today or a day after it."))
        review = self._reader.find(Review, review_id) or prepared or self.get(review_id)
        stopped = replace(review, outcome=Outcome.STOP, leaves_on=leaves_on, reviewed_on=today)
        with self._journal.command(_("Stop")) as tx:
            seat = tx.get(Membership, review.membership_id)
            tx.put(stopped)
            _end_terms(tx, seat, leaves_on)
            organisation = tx.get(Organisation, seat.organisation_id)
            text = _("Hand over my seat in {name}").format(name=organisation.label)
            if _open_task(tx, organisation.id, text) is None:
                _put_mine(
                    tx,
                    Task(
                        organisation_id=organisation.id,
                        text=text,
                        due_on=leaves_on,
                        created_on=today,
                        notes=_("The handover pack lists tasks, decisions, papers and people."),
                    ),
                )
        return stopped

    def _prepared(self, seat: Seat, latest: Review | None, first: date, last: date) -> Review:
        """A review with its days worked out, and why one meets as it was said the last time."""
        today, purpose = self._clock.today(), seat.organisation.purpose
        last_day = self.last_day(seat.membership.id)
        on = last_day.on if last_day else None
        return Review(
            membership_id=seat.membership.id,
            starts_on=first,
            ends_on=last,
            reviewed_on=today,
            why_we_meet=purpose if latest is None else latest.why_we_meet,
            last_day_to_act=on,
            next_review_on=next_review_on(today, on),
        )

    def _seat(self, membership_id: MembershipId) -> Seat:
        reader = self._reader
        membership = reader.get(Membership, membership_id)
        return Seat(
            membership=membership,
            organisation=reader.get(Organisation, membership.organisation_id),
            terms=tuple(terms_of(reader, [membership_id])),
        )

    def _latest_of(self, membership_ids: Iterable[MembershipId]) -> dict[MembershipId, Review]:
        latest: dict[MembershipId, Review] = {}
        for review in reviews_of(self._reader, list(membership_ids)):
            latest.setdefault(review.membership_id, review)
        return latest

    def _rules(self) -> dict[OrganisationId, list[OwnRule]]:
        found: dict[OrganisationId, list[OwnRule]] = defaultdict(list)
        for each in self._reader.every(OwnRule):
            found[each.organisation_id].append(each)
        return found

    def _reminders(self) -> dict[OrganisationId, list[Reminder]]:
        found: dict[OrganisationId, list[Reminder]] = defaultdict(list)
        for each in every_reminder(self._reader):
            found[each.organisation_id].append(each)
        return found


def _last_day(
    seat: Seat, own: Iterable[OwnRule], reminders: Iterable[Reminder], today: date
) -> LastDay | None:
    mine = [each for each in reminders if each.membership_id in (None, seat.membership.id)]
    term = current_term(seat.terms, today)
    return last_day_to_act(seat.organisation.kind, own, term, mine, today)


def _one_each(seats: Sequence[Seat], day: date) -> list[Seat]:
    """One seat an organisation: the one held on the day, or else the last there was."""
    chosen: dict[OrganisationId, Seat] = {}
    for seat in sorted(seats, key=lambda each: (sits_on(each.terms, day), each.membership.id)):
        chosen[seat.organisation.id] = seat
    return list(chosen.values())


def _soonest(due: DueReview) -> tuple[object, ...]:
    on = due.last_day.on if due.last_day else date.max
    return on, formats.sort_key(due.organisation.label)


def _end_terms(tx: Transaction, seat: Membership, leaves_on: date) -> None:
    """Let the term of the day end with it; a seat without terms gets one, so that it can end."""
    terms = terms_of(tx, [seat.id])
    for term in terms:
        if term.starts_on > leaves_on:
            tx.remove(term)
        elif term.covers(leaves_on):
            election = term.up_for_election_on
            is_before = election is not None and election <= leaves_on
            tx.put(
                replace(
                    term,
                    ends_on=leaves_on,
                    up_for_election_on=election if is_before else None,
                )
            )
    if not terms:
        begun = first_trace(tx, seat.organisation_id)
        starts_on = leaves_on if begun is None else min(begun, leaves_on)
        tx.put(Term(membership_id=seat.id, starts_on=starts_on, ends_on=leaves_on))


def _open_task(reader: Reader, organisation_id: OrganisationId, text: str) -> Task | None:
    """The organisation's open task that says just that."""
    found = tasks_where(reader, organisation_id=organisation_id, status=TaskStatus.OPEN)
    return next((each.task for each in found if each.task.text == text), None)


def _put_mine(tx: Transaction, task: Task) -> None:
    """Store a task of mine."""
    tx.put(task)
    me = person_who_is_me(tx)
    if me is not None:
        tx.put(TaskOwner(task_id=task.id, person_id=me.id, name=me.name))
