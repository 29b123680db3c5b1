"""Saying yes to a seat: everything it needs, stored in one command."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper import formats
from boardkeeper.db.journal import Transaction
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.candidate_lines import first_meeting, lines_of, series_of, year_of_seat
from boardkeeper.domain.candidate_seats import CandidateOutcome, CandidateSeat
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Colour, Organisation
from boardkeeper.domain.promises import Promise
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, language
from boardkeeper.services.series import put_planned


def put_accepted(tx: Transaction, seat: CandidateSeat, colour: Colour, today: date) -> Membership:
    """Store the organisation, my seat and term, the meetings, the effort and the promise.

    Raises:
        UserError: the seat was accepted before, or the program does not know yet who its user is.
        InvalidField: the rule gives no meeting any more.
    """
    if seat.outcome is CandidateOutcome.ACCEPTED:
        raise UserError(_("You have said yes to this seat already."))
    me = person_who_is_me(tx)
    if me is None:
        raise UserError(
            _("A seat needs somebody to sit on it. Say first, under People, which person you are.")
        )
    begun = replace(seat, starts_at=first_meeting(seat, max(today, seat.starts_at.date())))
    organisation = _organisation(begun, colour)
    membership = Membership(
        person_id=me.id,
        organisation_id=organisation.id,
        role=begun.role,
        notes=_facts(begun),
    )
    first, last = year_of_seat(begun, today)
    minutes = sum(each.minutes for each in lines_of(begun, organisation.id, first, last))
    tx.put(organisation)
    tx.put(membership)
    begins_on = begun.starts_at.date()
    tx.put(Term(membership_id=membership.id, starts_on=begins_on))
    tx.put(
        Effort(
            organisation_id=organisation.id,
            minutes=begun.preparation_minutes,
            follow_up_minutes=begun.follow_up_minutes,
        )
    )
    tx.put(Promise(membership_id=membership.id, starts_on=begins_on, minutes_a_year=minutes))
    put_planned(tx, series_of(begun, organisation.id), today)
    tx.put(replace(seat, outcome=CandidateOutcome.ACCEPTED, membership_id=membership.id))
    return membership


def _organisation(seat: CandidateSeat, colour: Colour) -> Organisation:
    return Organisation(
        kind=seat.kind,
        name=seat.name,
        colour=colour,
        language=language(),
        usual_place=seat.place,
        usual_start=seat.starts_at.time(),
        usual_minutes=seat.minutes,
        zone=seat.zone,
        travel_minutes=seat.travel_minutes,
    )


def _facts(seat: CandidateSeat) -> str:
    """What was agreed and has no field of its own: money, and the work between meetings."""
    said = [seat.notes.strip()]
    if seat.fee:
        said.append(_("Fee a year: {amount}").format(amount=formats.amount(seat.fee)))
    if seat.dues:
        said.append(_("Dues a year: {amount}").format(amount=formats.amount(seat.dues)))
    if seat.other_minutes_a_month:
        time = formats.duration(seat.other_minutes_a_month)
        said.append(_("Between meetings, a month: {time}").format(time=time))
    return "\n".join(filter(None, said))
