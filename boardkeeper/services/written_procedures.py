"""Written procedures: a proposal sent round, answered, counted, and told to the next meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.db.reader import Reader
from boardkeeper.db.written_procedures import (
    procedures_listed,
    procedures_reported_at,
    procedures_unreported,
    replies_to,
)
from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.agenda_closing import before_closing
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.decisions import Decision, DecisionId
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingKind
from boardkeeper.domain.memberships import Role, sits_on
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.roll import invited, sitting
from boardkeeper.domain.votes import Choice
from boardkeeper.domain.written_procedure import (
    Reply,
    ReplyId,
    WrittenProcedure,
    WrittenProcedureId,
)
from boardkeeper.domain.written_reply import (
    WrittenResult,
    answered,
    is_asked,
    those_asked,
    written_result,
)
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, speaking
from boardkeeper.services.editing import store_edit
from boardkeeper.services.numbering import number_for
from boardkeeper.services.trash import discard

_TOLD = (
    MeetingKind.REGULAR,
    MeetingKind.EXTRAORDINARY,
    MeetingKind.CONSTITUTION,
    MeetingKind.NETWORK,
)
"""A board's own meetings; a general meeting is not told what the board decided in writing."""

_REPORT_MINUTES = 5


class WrittenProcedureService:
    """What one does with decisions between meetings."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self, organisation_id: OrganisationId | None = None) -> list[WrittenProcedure]:
        """Every written procedure, or the organisation's, the latest first."""
        return procedures_listed(self._journal.reader, organisation_id)

    def get(self, procedure_id: WrittenProcedureId) -> WrittenProcedure:
        return self._journal.reader.get(WrittenProcedure, procedure_id)

    def replies(self, procedure_id: WrittenProcedureId) -> list[Reply]:
        """What everyone asked has answered, or None yet, by name."""
        return replies_to(self._journal.reader, procedure_id)

    def reported_at(self, meeting_id: MeetingId) -> list[WrittenProcedure]:
        """Those that stand on the meeting's agenda to be reported."""
        return procedures_reported_at(self._journal.reader, meeting_id)

    def awaiting(self) -> list[WrittenProcedure]:
        """Those still open, the first to be answered first."""
        still_open = [each for each in self.all() if each.closed_on is None]
        return sorted(still_open, key=lambda each: (each.reply_by, each.id))

    def result(self, procedure_id: WrittenProcedureId) -> WrittenResult:
        """What the replies come to as they stand."""
        return _result(self._journal.reader, self.get(procedure_id))

    def members(self, organisation_id: OrganisationId, on: date) -> list[Person]:
        """Who has a vote in the organisation on the day, and is asked unless others are named."""
        reader = self._journal.reader
        roll = _roll(reader, organisation_id, on)
        ids = [each.person_id for each in roll if each.person_id is not None and is_asked(each)]
        found = reader.found(Person, ids)
        return [found[each] for each in ids]

    def of_decision(self, decision_id: DecisionId) -> WrittenProcedure | None:
        """The written procedure the decision came of, if it came of one."""
        return next((each for each in self.all() if each.decision_id == decision_id), None)

    def begin(self, procedure: WrittenProcedure, to: Iterable[Person] | None = None) -> None:
        """Send a proposal round: to the members with a vote on the day it is sent, unless named.

        Raises UserError when there is nobody to ask.
        """
        with self._journal.command(_("Begin written procedure")) as tx:
            tx.put(procedure)
            asked = _members(tx, procedure) if to is None else _named(procedure, to)
            if not asked:
                raise UserError(
                    _("Nobody with a vote sits in the organisation on that day. Nothing was sent.")
                )
            tx.put_all(asked)

    def change(self, procedure: WrittenProcedure) -> None:
        store_edit(self._journal, _("Edit written procedure"), procedure)

    def reply(
        self,
        reply_id: ReplyId,
        choice: Choice | None,
        on: date | None = None,
        note: str | None = None,
    ) -> None:
        """Note an answer, given today unless told otherwise; None takes it back.

        Raises UserError once the procedure is closed, InvalidField on a day before it was sent.
        """
        with self._journal.command(_("Note reply")) as tx:
            given = tx.get(Reply, reply_id)
            procedure = tx.get(WrittenProcedure, given.procedure_id)
            _refuse_closed(procedure)
            new = answered(given, choice, on or self._clock.today(), procedure.sent_on)
            tx.put(new if note is None else replace(new, note=note))

    def close(self, procedure_id: WrittenProcedureId) -> Decision | None:
        """Count the replies today; returns the decision when the proposal is carried.

        The next meeting that has an agenda is told of it there. Raises UserError when it is closed
        already.
        """
        with self._journal.command(_("Close written procedure")) as tx:
            procedure = tx.get(WrittenProcedure, procedure_id)
            _refuse_closed(procedure)
            today = self._clock.today()
            decision = (
                _decision(tx, procedure, today) if _result(tx, procedure).is_carried else None
            )
            if decision is not None:
                tx.put(decision)
            decision_id = None if decision is None else decision.id
            tx.put(replace(procedure, closed_on=today, decision_id=decision_id))
            upcoming = _next_meeting(tx, procedure.organisation_id, today)
            if upcoming is not None and items_of(tx, upcoming.id):
                report_written(tx, upcoming, today)
        return decision

    def discard(self, procedure_id: WrittenProcedureId) -> None:
        """Move the procedure and its replies to the trash; a decision that came of it stays."""
        with self._journal.command(_("Delete written procedure")) as tx:
            procedure = tx.get(WrittenProcedure, procedure_id)
            discard(tx, procedure, procedure.title, self._clock.today())


def report_written(tx: Transaction, meeting: Meeting, today: date) -> None:
    """Put what was decided in writing on the agenda of the organisation's next meeting.

    To be called inside the command that makes an agenda. Does nothing where the meeting is not the
    next one, or where everything has been told.
    """
    upcoming = _next_meeting(tx, meeting.organisation_id, today)
    if upcoming is None or upcoming.id != meeting.id:
        return
    organisation = tx.get(Organisation, meeting.organisation_id)
    for procedure in procedures_unreported(tx, meeting.organisation_id):
        with speaking(organisation.language):
            item = _report(tx, procedure, meeting)
        tx.put_all(before_closing(items_of(tx, meeting.id), item))
        tx.put(replace(procedure, reported_at_id=meeting.id))


def _report(reader: Reader, procedure: WrittenProcedure, meeting: Meeting) -> AgendaItem:
    decision = (
        None if procedure.decision_id is None else reader.find(Decision, procedure.decision_id)
    )
    if decision is None:
        title = _("Written procedure reported, not carried: {title}")
    else:
        title = _("Written decision reported: {title}")
    number = "" if decision is None else f"{decision.number} "
    return AgendaItem(
        meeting_id=meeting.id,
        title=title.format(title=procedure.title),
        type=ItemType.INFORMATION,
        minutes=_REPORT_MINUTES,
        background=f"{number}{procedure.proposal}",
    )


def _decision(reader: Reader, procedure: WrittenProcedure, today: date) -> Decision:
    organisation = reader.get(Organisation, procedure.organisation_id)
    with speaking(organisation.language):
        basis = _("Written procedure: {title}").format(title=procedure.title)
    return Decision(
        organisation_id=organisation.id,
        number=number_for(reader, organisation.id, today.year),
        text=procedure.proposal,
        basis=basis,
        decided_on=today,
    )


def _next_meeting(reader: Reader, organisation_id: OrganisationId, today: date) -> Meeting | None:
    """The first of the board's meetings still open, from today on."""
    ahead = (
        each
        for each in meetings_of(reader, organisation_id)
        if each.is_open and each.day >= today and each.kind in _TOLD
    )
    return next(ahead, None)


def _result(reader: Reader, procedure: WrittenProcedure) -> WrittenResult:
    replies = replies_to(reader, procedure.id)
    chair = _chair(reader, procedure)
    chairs = next((each.choice for each in replies if chair and each.person_id == chair), None)
    rules = procedure_in_force(reader, procedure.organisation_id)
    return written_result(procedure, replies, rules, chairs)


def _chair(reader: Reader, procedure: WrittenProcedure) -> PersonId | None:
    seats = memberships_in(reader, procedure.organisation_id)
    terms = terms_of(reader, [each.id for each in seats])
    for seat in seats:
        own = [each for each in terms if each.membership_id == seat.id]
        if seat.role is Role.CHAIR and sits_on(own, procedure.sent_on):
            return seat.person_id
    return None


def _members(reader: Reader, procedure: WrittenProcedure) -> list[Reply]:
    return those_asked(procedure, _roll(reader, procedure.organisation_id, procedure.sent_on))


def _roll(reader: Reader, organisation_id: OrganisationId, day: date) -> list[Attendance]:
    """Those who would be on the roll of a meeting on the day."""
    seats = memberships_in(reader, organisation_id)
    found = reader.found(Person, (each.person_id for each in seats))
    people = {each.id: each for each in found.values()}
    seated = sitting(seats, terms_of(reader, [each.id for each in seats]), people, day)
    return invited(MeetingId.new(), seated, people)


def _named(procedure: WrittenProcedure, people: Iterable[Person]) -> list[Reply]:
    return [Reply(procedure_id=procedure.id, person_id=each.id, name=each.name) for each in people]


def _refuse_closed(procedure: WrittenProcedure) -> None:
    if procedure.closed_on is not None:
        raise UserError(
            _("The written procedure is closed, and its replies are counted. Nothing was changed.")
        )
