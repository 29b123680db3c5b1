"""Attendance: who was invited, who took part in which items, and whether the board can decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.attendance import (
    absences_of,
    attendances_of,
    begun_items,
    opened_at,
    roll_of,
)
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.db.reader import Reader
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, laid_out
from boardkeeper.domain.attendance import (
    Absence,
    AbsenceId,
    AbsenceReason,
    Attendance,
    AttendanceId,
    Capacity,
    Presence,
)
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.quorum import MeetingQuorum, item_moments, meeting_quorum
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit

_THERE = (Presence.PRESENT, Presence.DIGITAL)


def quorum_of(reader: Reader, meeting: Meeting) -> MeetingQuorum:
    """The meeting's quorum by its organisation's rules of procedure, item by item."""
    return meeting_quorum(
        meeting,
        laid_out(meeting, items_of(reader, meeting.id)),
        roll_of(reader, meeting),
        absences_of(reader, meeting.id),
        procedure_in_force(reader, meeting.organisation_id),
        began_at=opened_at(reader, meeting.id),
        begun=begun_items(reader, meeting.id),
    )


class AttendanceService:
    """What one does with a meeting's roll. All times are wall times of the meeting's place.

    Who is invited stands on the roll before anything is stored of them; the first thing said about
    them stores their row, under the id it had.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def roll(self, meeting_id: MeetingId) -> list[Attendance]:
        """Everyone invited, in the order of the notice's participants, then the guests."""
        return roll_of(self._reader, self._reader.get(Meeting, meeting_id))

    def absences(self, meeting_id: MeetingId) -> list[Absence]:
        """Who had no part in which of the meeting's items."""
        return absences_of(self._reader, meeting_id)

    def quorum(self, meeting_id: MeetingId) -> MeetingQuorum:
        """Whether the board can decide: at the opening, at each item, and where that changed."""
        return quorum_of(self._reader, self._reader.get(Meeting, meeting_id))

    def moment_of(self, item_id: AgendaItemId) -> datetime:
        """When an item began, or by now is to begin: what "left at item 4" means on the clock."""
        meeting_id = self._reader.get(AgendaItem, item_id).meeting_id
        meeting = self._reader.get(Meeting, meeting_id)
        agenda = laid_out(meeting, items_of(self._reader, meeting_id))
        began_at = opened_at(self._reader, meeting_id) or meeting.starts_at
        return item_moments(agenda, began_at, begun_items(self._reader, meeting_id))[item_id]

    def all_present(self, meeting_id: MeetingId) -> None:
        """Mark as present everyone called of whom nothing is known; alternates are not called."""
        with self._journal.command(_("Mark everyone as present")) as tx:
            tx.put_all(
                replace(each, presence=Presence.PRESENT)
                for each in roll_of(tx, tx.get(Meeting, meeting_id))
                if each.presence is Presence.UNKNOWN and each.capacity is not Capacity.ALTERNATE
            )

    def mark(self, meeting_id: MeetingId, attendance: Attendance, presence: Presence) -> Attendance:
        """Note whether and how somebody takes part; who does not has no times.

        Raises UserError when the person is no longer on the meeting's roll.
        """
        with self._journal.command(_("Mark attendance")) as tx:
            known = _row(tx, meeting_id, attendance.id)
            marked = replace(known, presence=presence)
            if presence not in _THERE:
                marked = replace(marked, arrived_at=None, left_at=None)
            tx.put(marked)
        return marked

    def change(self, attendance: Attendance) -> None:
        """Store a changed row. Typing on in one field is one undo step."""
        if self._reader.find(Attendance, attendance.id) is not None:
            store_edit(self._journal, _("Edit attendance"), attendance)
            return
        with self._journal.command(_("Edit attendance")) as tx:
            tx.put(attendance)

    def arrive(self, attendance: Attendance, at: datetime | None) -> None:
        """Note that somebody came at that time; None: from the beginning. Who comes is there."""
        self.change(replace(_there(attendance), arrived_at=at))

    def leave(self, attendance: Attendance, at: datetime | None) -> None:
        """Note that somebody left at that time; None: they stayed to the end."""
        self.change(replace(_there(attendance), left_at=at))

    def add_guest(self, meeting_id: MeetingId, name: str) -> Attendance:
        """Somebody who is there without being invited by a seat; a known person if one is so named.

        Raises InvalidField without a name.
        """
        with self._journal.command(_("Add guest")) as tx:
            everyone = roll_of(tx, tx.get(Meeting, meeting_id))
            guest = Attendance(
                meeting_id=meeting_id,
                person_id=_known_person(tx, name, everyone),
                name=" ".join(name.split()),
                capacity=Capacity.GUEST,
                has_vote=False,
                presence=Presence.PRESENT,
                position=1 + max((each.position for each in everyone), default=-1),
            )
            tx.put(guest)
        return guest

    def remove(self, attendance_id: AttendanceId) -> None:
        """Take a guest off the roll; of an invited person nothing is known again."""
        with self._journal.command(_("Remove from the attendance")) as tx:
            tx.remove(tx.get(Attendance, attendance_id))

    def stand_in(self, alternate: Attendance, absent: Attendance | None) -> None:
        """Let an alternate take an absent member's seat and vote; None gives them back.

        Another alternate in the same seat leaves it. The alternate is noted as present, if nothing
        was known. Raises UserError for one who is no alternate, or a seat that is no member's.
        """
        with self._journal.command(_("Let an alternate stand in")) as tx:
            _stand_in(tx, alternate, absent)

    def give_proxy(self, absent: Attendance, holder: Attendance | None) -> None:
        """Let a member who is away vote through another member; None takes the proxy back.

        Raises UserError where the rules of procedure allow none, or either has no vote to lend or
        to hold.
        """
        with self._journal.command(_("Give a proxy")) as tx:
            _give_proxy(tx, absent, holder)

    def tell(
        self,
        attendance: Attendance,
        *,
        stands_for_id: AttendanceId | None,
        proxy_to_id: AttendanceId | None,
    ) -> None:
        """Store a changed row with whom the person stands in for and who votes for them.

        All of it is one undo step. Raises UserError as `stand_in` and `give_proxy` do.
        """
        with self._journal.command(_("Edit attendance")) as tx:
            tx.put(attendance)
            at = attendance.meeting_id
            if stands_for_id != attendance.stands_for_id:
                absent = None if stands_for_id is None else _row(tx, at, stands_for_id)
                _stand_in(tx, attendance, absent)
            if proxy_to_id != attendance.proxy_to_id:
                holder = None if proxy_to_id is None else _row(tx, at, proxy_to_id)
                _give_proxy(tx, attendance, holder)

    def conflict(
        self,
        item_id: AgendaItemId,
        attendance_id: AttendanceId,
        explanation: str,
        left_the_room: bool = True,
    ) -> Absence:
        """Note that somebody had a conflict of interest, and so no part in an item."""
        reason = AbsenceReason.CONFLICT
        return self._keep_out(item_id, attendance_id, reason, explanation, left_the_room)

    def away(
        self, item_id: AgendaItemId, attendance_id: AttendanceId, explanation: str = ""
    ) -> Absence:
        """Note that somebody was out of the room during an item, without a conflict."""
        return self._keep_out(item_id, attendance_id, AbsenceReason.AWAY, explanation, True)

    def change_absence(self, absence: Absence) -> None:
        """Store a changed absence. Typing on in one field is one undo step."""
        store_edit(self._journal, _("Edit absence from an item"), absence)

    def take_part(self, absence_id: AbsenceId) -> None:
        """The person had part in the item after all."""
        with self._journal.command(_("Remove absence from an item")) as tx:
            tx.remove(tx.get(Absence, absence_id))

    def _keep_out(
        self,
        item_id: AgendaItemId,
        attendance_id: AttendanceId,
        reason: AbsenceReason,
        explanation: str,
        left_the_room: bool,
    ) -> Absence:
        is_conflict = reason is AbsenceReason.CONFLICT
        label = _("Note a conflict of interest") if is_conflict else _("Note absence from an item")
        with self._journal.command(label) as tx:
            meeting_id = tx.get(AgendaItem, item_id).meeting_id
            tx.put(_row(tx, meeting_id, attendance_id))
            absence = Absence(
                item_id=item_id,
                attendance_id=attendance_id,
                reason=reason,
                explanation=explanation,
                left_the_room=left_the_room,
            )
            for each in absences_of(tx, meeting_id):
                if (each.item_id, each.attendance_id) == (item_id, attendance_id):
                    absence = replace(absence, id=each.id)
            tx.put(absence)
        return absence


def _stand_in(tx: Transaction, alternate: Attendance, absent: Attendance | None) -> None:
    """Give an alternate a member's seat and vote, or take them back."""
    if alternate.capacity is not Capacity.ALTERNATE:
        raise UserError(_("Only an alternate stands in for a member. Nothing was changed."))
    if absent is not None and absent.capacity is not Capacity.MEMBER:
        raise UserError(_("An alternate stands in for a member. Nothing was changed."))
    known = _row(tx, alternate.meeting_id, alternate.id)
    if absent is None:
        tx.put(replace(known, stands_for_id=None, has_vote=False))
        return
    member = _row(tx, alternate.meeting_id, absent.id)
    tx.put(member)
    for each in attendances_of(tx, alternate.meeting_id):
        if each.stands_for_id == member.id and each.id != known.id:
            tx.put(replace(each, stands_for_id=None, has_vote=False))
    is_unknown = known.presence is Presence.UNKNOWN
    tx.put(
        replace(
            known,
            stands_for_id=member.id,
            has_vote=member.has_vote,
            presence=Presence.PRESENT if is_unknown else known.presence,
        )
    )


def _give_proxy(tx: Transaction, absent: Attendance, holder: Attendance | None) -> None:
    """Give a member's vote to another member, or take it back."""
    giver = _row(tx, absent.meeting_id, absent.id)
    if holder is None:
        tx.put(replace(giver, proxy_to_id=None))
        return
    member = _row(tx, absent.meeting_id, holder.id)
    organisation_id = tx.get(Meeting, absent.meeting_id).organisation_id
    if not procedure_in_force(tx, organisation_id).allows_proxies:
        raise UserError(
            _(
                "The rules of procedure allow no proxies. Nothing was changed; allow them"
                " there if your rules do."
            )
        )
    if not (_is_voting_member(giver) and _is_voting_member(member)):
        raise UserError(
            _("A proxy goes from one member with a vote to another. Nothing was changed.")
        )
    tx.put(member)
    tx.put(replace(giver, proxy_to_id=member.id))


def _row(tx: Transaction, meeting_id: MeetingId, attendance_id: AttendanceId) -> Attendance:
    """The row of that id on the meeting's roll, stored or not. Raises UserError without one."""
    for each in roll_of(tx, tx.get(Meeting, meeting_id)):
        if each.id == attendance_id:
            return each
    raise UserError(_("That person is no longer on the meeting's list. Nothing was changed."))


def _there(attendance: Attendance) -> Attendance:
    if attendance.took_part:
        return attendance
    return replace(attendance, presence=Presence.PRESENT)


def _is_voting_member(attendance: Attendance) -> bool:
    return attendance.capacity is Capacity.MEMBER and attendance.has_vote


def _known_person(tx: Transaction, name: str, roll: Iterable[Attendance]) -> PersonId | None:
    """The one person of that name, unless they are on the roll already."""
    asked = " ".join(name.split()).casefold()
    named = [each.id for each in tx.every(Person) if each.name.casefold() == asked]
    taken = {each.person_id for each in roll}
    return named[0] if len(named) == 1 and named[0] not in taken else None
