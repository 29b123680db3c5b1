"""The yes-simulator: what a seat would do to the coming year, and what leaving one would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.promises import promises_of
from boardkeeper.domain.candidate_lines import lines_of, usual_seat, year_of_seat
from boardkeeper.domain.candidate_seats import CandidateOutcome, CandidateSeat, CandidateSeatId
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.clashes import TravelMinutes, monday_of
from boardkeeper.domain.memberships import Membership, MembershipId
from boardkeeper.domain.occurrences import years_later
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.promises import promise_on
from boardkeeper.domain.simulation import (
    HeldBoard,
    Known,
    Simulation,
    clashes_of,
    given_up_instead,
)
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.accepting import put_accepted
from boardkeeper.services.editing import store_edit
from boardkeeper.services.forecast import ForecastService
from boardkeeper.services.memberships import MembershipService
from boardkeeper.services.organisations import OrganisationService
from boardkeeper.services.trash import discard

_OUTCOMES = list(CandidateOutcome)
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_SEAT = OrganisationId("seat")
"""Stands for the board of a seat that is no organisation yet."""


class SimulatorService:
    """What one does with seats that are offered."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._forecast = ForecastService(journal, clock)
        self._read: tuple[tuple[object, ...], Known] | None = None
        journal.listen(self._forget)

    def what_if(self, seat: CandidateSeat) -> Simulation:
        """The twelve months from the seat's beginning on with it; it need not be stored.

        An accepted seat is reckoned as if it had not been accepted yet.

        Raises:
            InvalidField: the rule gives more than a thousand meetings.
        """
        first, last = year_of_seat(seat, self._clock.today())
        became = self._became(seat)
        known = self._known(first, last, apart_from=became)
        brought = lines_of(seat, _SEAT, first, last)
        weeks = known.with_lines(brought)
        broken = [each for each in weeks if each.is_broken]
        return Simulation(
            name=seat.name,
            first=first,
            last=last,
            lines=tuple(brought),
            weeks=tuple(weeks),
            clashes=tuple(clashes_of(known.lines, brought, self._ways(seat))),
            instead=tuple(given_up_instead(known, broken, self._boards(became))),
            fee=seat.fee,
            dues=seat.dues,
        )

    def without(self, membership_id: MembershipId) -> Simulation:
        """The coming twelve months without one of my seats."""
        reader, today = self._journal.reader, self._clock.today()
        membership = reader.get(Membership, membership_id)
        organisation = reader.get(Organisation, membership.organisation_id)
        first, last = today, years_later(today, 1) - _DAY
        known = self._known(first, last)
        promise = promise_on(promises_of(reader, membership_id), today)
        return Simulation(
            name=organisation.name,
            first=first,
            last=last,
            is_leaving=True,
            lines=known.forecast.of_organisation(organisation.id).lines,
            weeks=tuple(known.without(organisation.id)),
            promised=promise.minutes_a_year if promise is not None else None,
        )

    def usual(self, kind: OrganisationKind = OrganisationKind.ASSOCIATION) -> CandidateSeat:
        """A seat as boards of the kind usually are, from the next month on; not stored."""
        return usual_seat(kind, self._clock.today())

    def candidates(self) -> list[CandidateSeat]:
        """Every seat offered: those not answered first, the nearest day to answer by first."""
        found = self._journal.reader.every(CandidateSeat)
        return sorted(found, key=_most_pressing)

    def get(self, seat_id: CandidateSeatId) -> CandidateSeat:
        return self._journal.reader.get(CandidateSeat, seat_id)

    def find(self, seat_id: CandidateSeatId) -> CandidateSeat | None:
        return self._journal.reader.find(CandidateSeat, seat_id)

    def named(self, name: str) -> CandidateSeat:
        """The one seat of that name or part of a name.

        Raises UserError when none or several fit.
        """
        every = self.candidates()
        asked = name.casefold()
        exact = [each for each in every if each.name.casefold() == asked]
        fitting = exact or [each for each in every if asked in each.name.casefold()]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            names = ", ".join(each.name for each in every) or "–"
            message = _("No seat offered is called “{name}”. There are: {names}.")
        else:
            names = ", ".join(each.name for each in fitting)
            message = _("“{name}” fits several seats: {names}. Write more of the name.")
        raise UserError(message.format(name=name, names=names))

    def keep(self, seat: CandidateSeat) -> None:
        """Store a seat, so that it can be looked at again."""
        with self._journal.command(_("Keep the seat offered")) as tx:
            tx.put(seat)

    def change(self, seat: CandidateSeat) -> None:
        store_edit(self._journal, _("Edit the seat offered"), seat)

    def decline(self, seat_id: CandidateSeatId) -> None:
        """Remember that the answer was no; the seat stays to be looked up."""
        self.decline_as(self.get(seat_id))

    def decline_as(self, seat: CandidateSeat) -> None:
        """The same for a seat as it stands here, kept before or not."""
        with self._journal.command(_("Say no to a seat")) as tx:
            tx.put(replace(seat, outcome=CandidateOutcome.DECLINED))

    def reopen(self, seat_id: CandidateSeatId) -> None:
        """Take a no back: the seat has not been answered."""
        with self._journal.command(_("Think about a seat again")) as tx:
            tx.put(replace(tx.get(CandidateSeat, seat_id), outcome=CandidateOutcome.OPEN))

    def discard(self, seat_id: CandidateSeatId) -> None:
        """Move the seat to the trash; a membership it became stays."""
        with self._journal.command(_("Delete the seat offered")) as tx:
            seat = tx.get(CandidateSeat, seat_id)
            discard(tx, seat, seat.name, self._clock.today())

    def accept(self, seat_id: CandidateSeatId) -> MembershipId:
        """Say yes: the board, my seat from its first meeting on, its meetings and what they take.

        Raises:
            UserError: it was accepted before, or nobody is said to be the user.
        """
        return self.accept_as(self.get(seat_id))

    def accept_as(self, seat: CandidateSeat) -> MembershipId:
        """The same for a seat as it stands here, kept before or not."""
        colour = OrganisationService(self._journal, self._clock).unused_colour()
        with self._journal.command(_("Say yes to a seat")) as tx:
            return put_accepted(tx, seat, colour, self._clock.today()).id

    def _known(self, first: date, last: date, *, apart_from: OrganisationId | None = None) -> Known:
        """The months as they are, without one board if asked; read once while nothing changes."""
        asked = (first, last, apart_from, self._clock.today())
        if self._read is None or self._read[0] != asked:
            earliest, latest = monday_of(first) - _WEEK, monday_of(last) + _WEEK - _DAY
            lines = [
                line
                for line in self._forecast.between(earliest, latest).lines
                if line.organisation_id != apart_from
            ]
            self._read = asked, Known.of(first, last, lines, self._forecast.room())
        return self._read[1]

    def _forget(self, _changes: ChangeSet) -> None:
        self._read = None

    def _became(self, seat: CandidateSeat) -> OrganisationId | None:
        """The organisation an accepted seat became."""
        if seat.membership_id is None:
            return None
        membership = self._journal.reader.find(Membership, seat.membership_id)
        return membership.organisation_id if membership is not None else None

    def _boards(self, apart_from: OrganisationId | None) -> list[HeldBoard]:
        """The boards I sit in today."""
        today = self._clock.today()
        mine = MembershipService(self._journal, self._clock).mine()
        return [
            HeldBoard(membership=each.membership, organisation=each.organisation)
            for each in mine
            if each.sits_on(today) and each.organisation.id != apart_from
        ]

    def _ways(self, seat: CandidateSeat) -> TravelMinutes:
        """Minutes one way, to the seat's place and to those of every board."""
        ways = {each.id: each.travel_minutes for each in self._journal.reader.every(Organisation)}
        ways[_SEAT] = seat.travel_minutes
        return ways.__getitem__


def _most_pressing(seat: CandidateSeat) -> tuple[object, ...]:
    return (
        _OUTCOMES.index(seat.outcome),
        seat.answer_by or date.max,
        formats.sort_key(seat.name),
    )
