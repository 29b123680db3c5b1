"""Approval of minutes: the draft goes out, objections come in, and what is approved is frozen."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.approval import (
    chain_of,
    last_link,
    latest_version,
    organisations_with_a_chain,
    versions_of,
)
from boardkeeper.db.attendance import roll_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.minutes import minutes_of
from boardkeeper.db.minutes_book import book_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.rules import own_rules_of
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.canonical import (
    BrokenLink,
    Canonical,
    broken_links,
    canonical,
    digest_of,
    link,
    sealed,
)
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meeting_life import advanced
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, title_of
from boardkeeper.domain.minutes import Minutes
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.procedure import ApprovalRule
from boardkeeper.domain.rules import RuleName, is_general, rule_in_force
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

FinalPaper = Callable[[MinutesBook, ApprovedMinutes], bytes]
"""Draws approved minutes as they are kept; what it is given has no paper yet."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of looking through every chain: how many hold, and which do not."""

    count: int
    broken: tuple[BrokenLink, ...]


class ApprovalService:
    """From the draft to minutes that stay as they are. Days are wall days, moments UTC."""

    def __init__(self, journal: Journal, clock: Clock, paper: FinalPaper) -> None:
        self._journal = journal
        self._clock = clock
        self._paper = paper

    def send_draft(self, meeting_id: MeetingId, on: date | None = None) -> None:
        """Note that the draft went out, today unless told otherwise; the time to object runs.

        Noting it again corrects the day.
        """
        sent_on = on or self._clock.today()
        with self._journal.command(_("Mark draft minutes as sent")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            minutes = _minutes(tx, meeting_id)
            by = self._objections_by(tx, meeting, sent_on)
            tx.put(replace(minutes, draft_sent_on=sent_on, objections_by=by))
            if meeting.state is not MeetingState.DRAFT_MINUTES:
                tx.put(advanced(meeting, MeetingState.DRAFT_MINUTES, self._clock.today()))

    def object(self, meeting_id: MeetingId, objection: str) -> None:
        """Note an objection to the draft, in a line of its own: who, and to what."""
        with self._journal.command(_("Note an objection")) as tx:
            minutes = _minutes(tx, meeting_id)
            lines = [*filter(None, [minutes.objections]), objection.strip()]
            tx.put(replace(minutes, objections="\n".join(lines)))

    def deemed_approved_on(self, meeting_id: MeetingId) -> date | None:
        """The day the minutes count as approved, as nobody objected in time; None until then."""
        minutes = minutes_of(self._journal.reader, meeting_id)
        if minutes is None or minutes.objections_by is None or minutes.objections:
            return None
        day_after = minutes.objections_by + timedelta(days=1)
        return day_after if day_after <= self._clock.today() else None

    def versions(self, meeting_id: MeetingId) -> list[ApprovedMinutes]:
        """Every approved version of the meeting's minutes, the first first."""
        return versions_of(self._journal.reader, meeting_id)

    def approve(
        self,
        meeting_id: MeetingId,
        *,
        on: date | None = None,
        at_id: MeetingId | None = None,
        corrections: str = "",
    ) -> ApprovedMinutes:
        """Approve the minutes and freeze them, with their paper. This cannot be undone.

        `on` is the day, today or the day they count as approved unless told otherwise; `at_id` the
        meeting that approved them, None for silence; `corrections` what was changed in the draft,
        or the reason of a later version. Raises UserError when they are approved already, or a
        correction has no reason.
        """
        day = on or self.deemed_approved_on(meeting_id) or self._clock.today()
        with self._journal.command(_("Approve minutes")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            before = _minutes(tx, meeting_id)
            # Who is invited is on the roll unstored; from now on nobody joins or leaves it.
            tx.put_all(roll_of(tx, meeting))
            tx.put(
                replace(
                    before,
                    approved_on=day,
                    approved_at_id=at_id,
                    corrections=corrections.strip() or before.corrections,
                )
            )
            tx.put(self._approved(meeting))
            approved = self._frozen(tx, meeting)
            tx.put(approved)
        self._journal.forget()
        return approved

    def correct(self, meeting_id: MeetingId, reason: str) -> None:
        """Open approved minutes for a correction; the version that was approved is kept.

        Raises UserError without a reason, or when the minutes are not approved.
        """
        if not reason.strip():
            raise UserError(_("A correction needs a reason. Nothing was changed."))
        with self._journal.command(_("Correct the minutes")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            if meeting.state is not MeetingState.APPROVED:
                message = _("The minutes are not approved, and can be changed as they are.")
                raise UserError(message)
            minutes = _minutes(tx, meeting_id)
            tx.put(
                replace(minutes, approved_on=None, approved_at_id=None, corrections=reason.strip())
            )
            tx.put(replace(meeting, state=MeetingState.DRAFT_MINUTES))

    def paper(self, approved: ApprovedMinutes) -> bytes:
        """The paper that was approved, byte for byte. Raises UserError when it was erased."""
        if not approved.pdf:
            raise UserError(_("The paper of these minutes was erased."))
        return base64.b64decode(approved.pdf)

    def verify(self) -> Verified:
        """Look through every chain of approved minutes for a later change."""
        reader = self._journal.reader
        count = 0
        broken: list[BrokenLink] = []
        for organisation_id in organisations_with_a_chain(reader):
            chain = chain_of(reader, organisation_id)
            count += len(chain)
            broken += broken_links(chain)
        return Verified(count, tuple(broken))

    def problems(self) -> list[str]:
        """What does not hold in the chains, in words that name the meeting; empty when all do."""
        return [self._in_words(each) for each in self.verify().broken]

    def _in_words(self, broken: BrokenLink) -> str:
        reader = self._journal.reader
        meeting = reader.find(Meeting, broken.minutes.meeting_id)
        organisation = reader.find(Organisation, broken.minutes.organisation_id)
        words = _("The approved minutes of {meeting}, {organisation}, version {version}: {reason}")
        return words.format(
            meeting="?" if meeting is None else _named(meeting),
            organisation="?" if organisation is None else organisation.name,
            version=broken.minutes.version,
            reason=broken.reason,
        )

    def _objections_by(self, reader: Reader, meeting: Meeting, sent_on: date) -> date | None:
        """The last day to object, where silence approves."""
        book = book_of(reader, meeting.id)
        if is_general(meeting.kind) or book.procedure.approval is not ApprovalRule.OBJECTIONS:
            return None
        own = own_rules_of(reader, meeting.organisation_id)
        days = rule_in_force(book.organisation.kind, own, RuleName.OBJECTIONS).days
        return sent_on + timedelta(days=days) if days else None

    def _approved(self, meeting: Meeting) -> Meeting:
        """The meeting with its minutes approved; one that was held may skip the draft."""
        today = self._clock.today()
        if meeting.state is MeetingState.HELD:
            meeting = advanced(meeting, MeetingState.DRAFT_MINUTES, today)
        return advanced(meeting, MeetingState.APPROVED, today)

    def _frozen(self, tx: Transaction, meeting: Meeting) -> ApprovedMinutes:
        """The next link of the organisation's chain, with its paper."""
        book = book_of(tx, meeting.id)
        record = _canonical(book)
        before = last_link(tx, meeting.organisation_id)
        version = latest_version(tx, meeting.id) + 1
        unlinked = ApprovedMinutes(
            organisation_id=meeting.organisation_id,
            meeting_id=meeting.id,
            version=version,
            position=before.position + 1 if before else 1,
            approved_at=self._clock.moment().replace(tzinfo=None),
            reason=book.minutes.corrections if version > 1 and book.minutes else "",
            record=record.record,
            names=record.names,
            pdf="",
            record_digest=record.digest,
            pdf_digest="",
            previous_digest=sealed(before) if before else "",
            digest="",
        )
        linked = replace(unlinked, digest=link(unlinked))
        paper = self._paper(book, linked)
        return replace(
            linked, pdf=base64.b64encode(paper).decode("ascii"), pdf_digest=digest_of(paper)
        )


def _minutes(reader: Reader, meeting_id: MeetingId) -> Minutes:
    return minutes_of(reader, meeting_id) or Minutes(meeting_id=meeting_id)


def _named(meeting: Meeting) -> str:
    return f"{title_of(meeting)}, {formats.day(meeting.day)}"


def _canonical(book: MinutesBook) -> Canonical:
    """The canonical record of a book, without what is the minute-taker's own."""
    return canonical(_shared(book), lambda: secrets.token_hex(16))


def _shared(book: MinutesBook) -> list[Record]:
    records: list[Record] = [
        replace(book.meeting, notes=""),
        *([] if book.minutes is None else [book.minutes]),
        *book.attendances,
        *book.decisions,
    ]
    for task in book.tasks:
        records += [task.task, *task.owners]
    for each in book.items:
        records.append(replace(each.item, notes=""))
        records += [] if each.minutes is None else [replace(each.minutes, private_notes="")]
        records += [*each.absences, *each.dissents]
        for vote in each.votes:
            records += [vote.vote, *vote.ballots, *vote.candidates]
    return records
