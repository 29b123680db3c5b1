"""The yes-simulator: what a seat would do to the coming year, and what leaving one would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.domain.candidate_lines import usual_seat
from boardkeeper.domain.candidate_seats import CandidateOutcome, CandidateSeat, CandidateSeatId
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.accepting import put_accepted
from boardkeeper.services.editing import store_edit
from boardkeeper.services.organisations import OrganisationService
from boardkeeper.services.trash import discard

_OUTCOMES = list(CandidateOutcome)


class SimulatorService:
    """What one does with seats that are offered."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

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
        with self._journal.command(_("Say no to a seat")) as tx:
            tx.put(replace(tx.get(CandidateSeat, seat_id), outcome=CandidateOutcome.DECLINED))

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


def _most_pressing(seat: CandidateSeat) -> tuple[object, ...]:
    return (
        _OUTCOMES.index(seat.outcome),
        seat.answer_by or date.max,
        formats.sort_key(seat.name),
    )
