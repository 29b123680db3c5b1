"""Approved minutes stay as they were approved: the one place that refuses a change to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from boardkeeper.db.approval import latest_version
from boardkeeper.db.reader import Reader
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Absence, Attendance
from boardkeeper.domain.changes import Change, ChangeSet
from boardkeeper.domain.decisions import Decision, DecisionState, Dissent
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, title_of
from boardkeeper.domain.minutes import ItemMinutes, Minutes
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.votes import Ballot, Candidate, Vote
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

_FROZEN = (
    Meeting,
    AgendaItem,
    Attendance,
    Absence,
    Minutes,
    ItemMinutes,
    Decision,
    Dissent,
    Vote,
    Ballot,
    Candidate,
)


class ApprovedMinutesGuard:
    """Asks of every change set whether approved minutes stay what they are.

    Of two people who became one, the minutes may point at either: it remembers who became whom,
    so that undo is let through, and a file that merely says so is not.
    """

    def __init__(self) -> None:
        self._became: set[tuple[object, object]] = set()

    def __call__(self, reader: Reader, change_set: ChangeSet) -> None:
        self._became |= _merged_in(change_set)
        refuse_changes_to_approved(reader, change_set, self._became)


def refuse_changes_to_approved(
    reader: Reader, change_set: ChangeSet, became: Collection[tuple[object, object]] = ()
) -> None:
    """Raise UserError when the change set touches what approved minutes say.

    The reader reads the state after it. A decision may still be repealed, replaced or reviewed,
    notes of one's own may be written, and a whole organisation may be removed. `became` are
    people who were made one: who is gone, and who they are now.
    """
    kinds: tuple[type[Any], ...] = (*_FROZEN, ApprovedMinutes)
    if any(_comes_or_goes(each, Erasure) for each in change_set.changes):
        kinds = (ApprovedMinutes,)  # whoever has the right to be erased has it in minutes, too
    changes = [each for each in change_set.changes if isinstance(each.subject, kinds)]
    if not changes:
        return
    gone = {each.subject.id for each in change_set.changes if _is_removal(each, Organisation)}
    earlier = {each.subject.id: each.before or each.after for each in change_set.changes}
    newly = {
        each.subject.meeting_id
        for each in changes
        if isinstance(each.subject, ApprovedMinutes) and each.before is None
    }
    for change in changes:
        if isinstance(change.subject, ApprovedMinutes):
            _refuse_rewriting(change, gone)
        elif _essence(change.before) != _essence(_as_called_before(change, became)):
            meeting = _meeting_of(reader, earlier, change)
            if meeting is None or meeting.id in newly or meeting.organisation_id in gone:
                continue
            if meeting.state is MeetingState.APPROVED and latest_version(reader, meeting.id):
                _refuse(meeting, change, change_set)


def _refuse_rewriting(change: Change, gone: set[Any]) -> None:
    """Approved minutes come into being and are never rewritten, save what is erased of them."""
    before, after = change.before, change.after
    if before is None or not isinstance(before, ApprovedMinutes):
        return
    if before.organisation_id in gone:
        return
    if isinstance(after, ApprovedMinutes):
        erased = replace(before, names=after.names, pdf=after.pdf)
        if after == erased and len(after.names) <= len(before.names):
            return
    raise UserError(_("Approved minutes cannot be rewritten. Nothing was changed."))


def _refuse(meeting: Meeting, change: Change, change_set: ChangeSet) -> None:
    is_reopening = any(
        isinstance(each.before, Minutes)
        and each.before.meeting_id == meeting.id
        and isinstance(each.after, Minutes)
        and each.after.approved_on is None
        for each in change_set.changes
    )
    if is_reopening and isinstance(change.subject, (Meeting, Minutes)):
        return
    message = _(
        "The minutes of “{meeting}” are approved and stay as they are. Nothing was changed."
        " To correct them, choose “Correct the minutes” there and give the reason."
    )
    raise UserError(message.format(meeting=title_of(meeting)))


def _meeting_of(
    reader: Reader, earlier: Mapping[Any, Record | None], change: Change
) -> Meeting | None:
    """The meeting a record belongs to, as it was before the change set: `earlier`, by id."""

    def get(kind: type[Any], record_id: Any) -> Any:
        return earlier.get(record_id) or reader.find(kind, record_id)

    subject: Any = change.before or change.after
    if isinstance(subject, Meeting):
        return subject
    if isinstance(subject, (Ballot, Candidate)):
        subject = get(Vote, subject.vote_id)
    meeting_id: MeetingId | None = getattr(subject, "meeting_id", None)
    item_id: AgendaItemId | None = getattr(subject, "item_id", None)
    if meeting_id is None and item_id is not None:
        item = get(AgendaItem, item_id)
        meeting_id = item.meeting_id if item else None
    found: Meeting | None = get(Meeting, meeting_id) if meeting_id else None
    return found


_MAY_CHANGE: dict[type[Any], dict[str, Any]] = {
    Decision: {
        "state": DecisionState.IN_FORCE,
        "replaced_by_id": None,
        "ended_on": None,
        "review_on": None,
    },
    ItemMinutes: {"private_notes": ""},
    Meeting: {"notes": "", "sequence": 0, "uid": "", "series_id": None, "series_day": None},
    AgendaItem: {"notes": "", "wheel_task_id": None},
    Minutes: {"approved_at_id": None},
    Attendance: {"person_id": None},
    Dissent: {"person_id": None},
    Candidate: {"person_id": None},
}
"""What may change in a record after approval, and a value to compare without it."""


def _essence(record: Record | None) -> Any:
    """The record without what may change after approval."""
    subject: Any = record
    may_change = _MAY_CHANGE.get(type(record))
    return replace(subject, **may_change) if may_change else subject


_CALLED = ("chair_id", "minute_taker_id")
"""The people a meeting itself points at."""


def _as_called_before(change: Change, became: Collection[tuple[object, object]]) -> Record | None:
    """The record after the change; two who are one count as the same."""
    before, after = change.before, change.after
    if not isinstance(before, Meeting) or not isinstance(after, Meeting):
        return after
    same = {}
    for name in _CALLED:
        was, now = getattr(before, name), getattr(after, name)
        if (was, now) in became or (now, was) in became:
            same[name] = was
    return replace(after, **same)


def _merged_in(change_set: ChangeSet) -> set[tuple[object, object]]:
    """Who became whom, as meetings tell: whom they pointed at is gone with the same step."""
    gone = {each.subject.id for each in change_set.changes if _is_removal(each, Person)}
    if not gone:
        return set()
    pairs = {
        (getattr(each.before, name), getattr(each.after, name))
        for each in change_set.changes
        if isinstance(each.before, Meeting) and isinstance(each.after, Meeting)
        for name in _CALLED
    }
    return {(was, now) for was, now in pairs if was in gone and now is not None}


def _comes_or_goes(change: Change, kind: type[Record]) -> bool:
    return isinstance(change.subject, kind) and None in (change.before, change.after)


def _is_removal(change: Change, kind: type[Record]) -> bool:
    return change.after is None and isinstance(change.before, kind)
