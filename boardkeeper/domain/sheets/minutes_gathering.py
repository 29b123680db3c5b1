"""Gathering what the minutes of a meeting say, from the records of the meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from boardkeeper import formats
from boardkeeper.domain import rules
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import (
    AbsenceReason,
    Attendance,
    AttendanceId,
    Capacity,
    Presence,
    presence_name,
)
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState, title_of
from boardkeeper.domain.minutes import Minutes
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.procedure import MinutesStyle, SignatureRule, style_name
from boardkeeper.domain.quorum import MeetingQuorum, meeting_quorum
from boardkeeper.domain.quorum_words import quorum_in_words
from boardkeeper.domain.roll import title_in_words
from boardkeeper.domain.sheets.agenda import is_withheld, sheet_papers
from boardkeeper.domain.sheets.letterhead import letterhead_of
from boardkeeper.domain.sheets.minutes import (
    Attendee,
    DeclaredInterest,
    MinutesItem,
    MinutesSheet,
    Signatory,
    TaskWords,
)
from boardkeeper.domain.sheets.minutes_items import ItemWords, task_words
from boardkeeper.domain.sheets.minutes_words import chair_title
from boardkeeper.domain.sheets.paper import Edition, Status
from boardkeeper.domain.tasks import TaskId
from boardkeeper.i18n import Language, _, ngettext, pgettext, speaking

_DAYS_TO_SIGN = 14
"""So soon the owners are to see the protocol of a general meeting (selskabsloven § 101)."""

_ATTENDING_ANYWAY = (Capacity.MEMBER,)
"""In whose case it is told that they were away."""


def minutes_sheet(
    book: MinutesBook,
    *,
    style: MinutesStyle | None = None,
    edition: Edition = Edition.FULL,
    language: Language | None = None,
    following: Meeting | None = None,
    approved_at: Meeting | None = None,
    approved: ApprovedMinutes | None = None,
    withheld_tasks: Collection[TaskId] = (),
    papers: Iterable[Paper] = (),
    is_protocol: bool = False,
    printed_at: datetime,
) -> MinutesSheet:
    """Gather the minutes of a meeting.

    `following` is the next meeting, `approved_at` the one that approved these minutes, `approved`
    how they were frozen. `withheld_tasks` are those of earlier meetings that came of closed items.
    `papers` are all of the meeting's. `is_protocol` calls those of a general meeting its protocol.
    `printed_at` is wall time.
    """
    spoken = language or book.organisation.language
    with speaking(spoken):
        gathering = _Gathering(
            book=book,
            style=style or book.style,
            edition=edition,
            withheld_tasks=frozenset(withheld_tasks),
            is_protocol=is_protocol,
        )
        sheet = gathering.sheet(spoken, following, approved_at, approved, printed_at)
        return replace(sheet, papers=sheet_papers(book.agenda, papers, edition))


@dataclass(frozen=True, kw_only=True)
class _Gathering:
    """The minutes of one meeting in one edition and style, while the sheet is put together."""

    book: MinutesBook
    style: MinutesStyle
    edition: Edition
    withheld_tasks: frozenset[TaskId]
    is_protocol: bool

    def sheet(
        self,
        language: Language,
        following: Meeting | None,
        approved_at: Meeting | None,
        approved: ApprovedMinutes | None,
        printed_at: datetime,
    ) -> MinutesSheet:
        book = self.book
        meeting = book.meeting
        starts_at = book.began_at or meeting.starts_at
        ends_at = book.ended_at or (None if book.began_at else meeting.ends_at)
        items = tuple(self._items())
        return MinutesSheet(
            letterhead=letterhead_of(
                book.organisation,
                heading_of(meeting, is_protocol=self.is_protocol),
                language=language,
                subtitle=self._subtitle(items),
                document=" · ".join((self._document(), title_of(meeting))),
                subject=f"{title_of(meeting)}, {formats.long_moment(starts_at, ends_at)}",
                date=formats.date(starts_at),
                status=_status(meeting, self._minutes),
                confidentiality=self._confidentiality(),
                printed_at=printed_at,
            ),
            meeting=title_of(meeting),
            style=self.style,
            edition=self.edition,
            is_general=self._is_general,
            starts_at=starts_at,
            ends_at=ends_at,
            place=meeting.place,
            link=meeting.link,
            chair=book.chair,
            minute_taker=book.minute_taker,
            attendees=tuple(self._attendees()),
            facts=tuple(self._facts()),
            quorum=self._quorum_sentence(),
            interests=tuple(self._interests()),
            items=items,
            tasks=tuple(
                task_words(each, item.line.number)
                for item in self._visible
                if not self._withholds(item)
                for each in item.tasks
            ),
            earlier_tasks=tuple(self._earlier_tasks()),
            next_meeting=_meeting_in_words(following),
            closing=self._closing(),
            approval=tuple(self._approval(approved_at, approved)),
            signatories=tuple(self._signatories()),
            has_initials=book.procedure.initials_each_page,
            version=approved.version if approved else 0,
            digest=approved.digest if approved else "",
        )

    @property
    def _minutes(self) -> Minutes:
        return self.book.minutes or Minutes(meeting_id=self.book.meeting.id)

    @property
    def _is_general(self) -> bool:
        return rules.is_general(self.book.meeting.kind)

    # What is to be seen

    @cached_property
    def _visible(self) -> tuple[BookItem, ...]:
        """The items; in the open edition what lies below a closed one is part of it."""
        visible: list[BookItem] = []
        hidden_below: int | None = None
        for item in self.book.items:
            if item.item.is_break:
                continue
            if hidden_below is not None and item.line.depth > hidden_below:
                continue
            hidden_below = item.line.depth if self._withholds(item) else None
            visible.append(item)
        return tuple(visible)

    def _withholds(self, item: BookItem) -> bool:
        return is_withheld(item.line, self.edition)

    @cached_property
    def _open_items(self) -> tuple[BookItem, ...]:
        return tuple(each for each in self._visible if not self._withholds(each))

    @cached_property
    def _quorum(self) -> MeetingQuorum:
        """Of what is to be seen only: who was away from a closed item is part of it."""
        lines = tuple(item.line for item in self._open_items)
        absences = [absence for item in self._open_items for absence in item.absences]
        begun = {
            item.item.id: item.minutes.began_at
            for item in self._open_items
            if item.minutes and item.minutes.began_at
        }
        return meeting_quorum(
            self.book.meeting,
            replace(self.book.agenda, lines=lines),
            self.book.attendances,
            absences,
            self.book.procedure,
            began_at=self.book.began_at,
            begun=begun,
        )

    def _items(self) -> Iterator[MinutesItem]:
        words = ItemWords(self.book.attendances, self.book.procedure, self._quorum, self.style)
        for item in self._visible:
            line = item.line
            if self._withholds(item):
                yield MinutesItem(
                    number=line.number,
                    depth=line.depth,
                    title=_("Closed item"),
                    is_closed=True,
                    is_withheld=True,
                )
            else:
                yield words.item(item)

    def _subtitle(self, items: Iterable[MinutesItem]) -> str:
        """Which minutes these are, and what this edition or style of them passes over."""
        parts = ["" if self.is_protocol else style_name(self.style)]
        if any(self._withholds(item) for item in self._visible):
            parts.append(_("Minutes without closed items"))
        printed = {item.number for item in items if item.lines}
        if {each.line.number for each in self._open_items if each.text.strip()} - printed:
            parts.append(_("What was said before the decisions is left out."))
        return " · ".join(part for part in parts if part)

    def _document(self) -> str:
        if any(self._withholds(item) for item in self._visible):
            return _("Minutes without closed items")
        return pgettext("general meeting", "Protocol") if self.is_protocol else _("Minutes")

    # Who was there

    def _attendees(self) -> Iterator[Attendee]:
        """Nobody, as long as nobody has said of anyone whether they came."""
        if all(each.presence is Presence.UNKNOWN for each in self.book.attendances):
            return
        names = {each.id: each.name for each in self.book.attendances}
        moments = (self._quorum.overall, self._quorum.latest, *self._quorum.items)
        for each in self.book.attendances:
            is_expected = each.capacity in _ATTENDING_ANYWAY
            if not (is_expected or each.took_part or each.presence is Presence.APOLOGIES):
                continue
            yield Attendee(
                name=each.name,
                title=title_in_words(each),
                capacity=each.capacity,
                presence=presence_name(each.presence),
                took_part=each.took_part,
                remarks="; ".join(self._remarks(each, names)),
                note=each.note.strip(),
                votes=max(moment.votes_of(each.id) for moment in moments),
            )

    def _remarks(self, attendance: Attendance, names: dict[AttendanceId, str]) -> Iterator[str]:
        if attendance.stands_for_id in names:
            yield _("alternate for {name}").format(name=names[attendance.stands_for_id])
        if attendance.proxy_to_id in names:
            yield _("proxy to {name}").format(name=names[attendance.proxy_to_id])
        first, last = attendance.arrived_at, attendance.left_at
        if first and last:
            yield formats.time_range(first, last)
        elif first:
            yield _("from {time}").format(time=formats.clock(first))
        elif last:
            yield _("until {time}").format(time=formats.clock(last))
        numbers = [
            item.line.number
            for item in self._open_items
            if any(each.attendance_id == attendance.id for each in item.absences)
        ]
        if numbers:
            words = ngettext("not item {numbers}", "not items {numbers}", len(numbers))
            yield words.format(numbers=", ".join(numbers))

    def _facts(self) -> Iterator[tuple[str, str]]:
        minutes = self._minutes
        if minutes.notice_statement.strip():
            yield _("Notice and quorum"), minutes.notice_statement.strip()
        if minutes.voters is not None:
            voters = ngettext("{count} vote", "{count} votes", minutes.voters).format(
                count=minutes.voters
            )
            if minutes.proxies:
                voters = _("{votes}, {count} of them by proxy").format(
                    votes=voters, count=minutes.proxies
                )
            yield _("Entitled to vote"), voters

    def _quorum_sentence(self) -> str:
        if self._is_general or not self._quorum.is_known or not self.book.attendances:
            return ""
        return f"{quorum_in_words(self._quorum.overall)}."

    def _interests(self) -> Iterator[DeclaredInterest]:
        names = {each.id: each.name for each in self.book.attendances}
        for item in self._open_items:
            for each in item.absences:
                if each.reason is AbsenceReason.CONFLICT and each.attendance_id in names:
                    yield DeclaredInterest(
                        name=names[each.attendance_id],
                        number=item.line.number,
                        explanation=each.explanation.strip(),
                        left_the_room=each.left_the_room,
                    )

    # What is to be done, and when

    def _earlier_tasks(self) -> Iterator[TaskWords]:
        for each in self.book.followed_up:
            if self.edition is Edition.OPEN and each.task.id in self.withheld_tasks:
                continue
            yield task_words(each, "", since=each.task.created_on)

    def _closing(self) -> str:
        ended_at = self.book.ended_at
        if ended_at is None:
            return ""
        return formats.clock(ended_at)

    def _confidentiality(self) -> str:
        if not any(item.line.is_closed for item in self.book.items):
            return self.book.organisation.confidentiality
        if self.edition is Edition.OPEN:
            return _("Minutes without closed items")
        return self.book.organisation.confidentiality or _("Confidential – for the board only")

    # How they became approved, and who signs

    def _approval(
        self, approved_at: Meeting | None, approved: ApprovedMinutes | None
    ) -> Iterator[tuple[str, str]]:
        minutes = self._minutes
        if self._is_general:
            last = self.book.meeting.day + timedelta(days=_DAYS_TO_SIGN)
            yield _("To be signed by"), formats.date(last)
        if minutes.draft_sent_on:
            yield _("Draft sent"), formats.date(minutes.draft_sent_on)
        if minutes.objections_by:
            yield _("Objections by"), formats.date(minutes.objections_by)
        if minutes.objections.strip():
            yield _("Objections"), minutes.objections.strip()
        elif minutes.approved_on and minutes.draft_sent_on:
            yield _("Objections"), _("None")
        if minutes.approved_on:
            yield _("Approved"), _approved(minutes, minutes.approved_on, approved_at)
        if approved and approved.version > 1:
            version = _("{version}: {reason}").format(
                version=approved.version, reason=approved.reason
            )
            yield _("Version"), version

    def _signatories(self) -> Iterator[Signatory]:
        """Of a general meeting its chair alone; of a board whoever its rules ask."""
        book, rule = self.book, self.book.procedure.signatures
        chair = Signatory(name=book.chair, title=chair_title(is_general=self._is_general))
        if self._is_general:
            yield chair
        elif rule is SignatureRule.ALL_PRESENT:
            for each in self.book.attendances:
                if each.took_part and self._is_board(each):
                    yield Signatory(name=each.name, title=title_in_words(each))
        elif rule is not SignatureRule.NOBODY:
            yield chair
            if rule is SignatureRule.CHAIR_AND_MINUTE_TAKER:
                yield Signatory(name=book.minute_taker, title=_("Minute-taker"))

    @staticmethod
    def _is_board(attendance: Attendance) -> bool:
        """A member with a vote, or an alternate in a member's seat; a manager only reports."""
        if attendance.capacity is Capacity.ALTERNATE:
            return attendance.stands_for_id is not None
        return attendance.capacity is Capacity.MEMBER and attendance.has_vote


def heading_of(meeting: Meeting, *, is_protocol: bool = False) -> str:
    """What the minutes of the meeting are called: "Minutes of regular board meeting no. 14"."""
    if meeting.title:
        words = _("Protocol: {title}") if is_protocol else _("Minutes: {title}")
        return words.format(title=meeting.title)
    protocols = {
        MeetingKind.GENERAL: _("Protocol of annual general meeting"),
        MeetingKind.EXTRAORDINARY_GENERAL: _("Protocol of extraordinary general meeting"),
    }
    if is_protocol and meeting.kind in protocols:
        return protocols[meeting.kind]
    heading = {
        MeetingKind.REGULAR: _("Minutes of regular board meeting"),
        MeetingKind.EXTRAORDINARY: _("Minutes of extraordinary board meeting"),
        MeetingKind.CONSTITUTION: _("Minutes of constituent board meeting"),
        MeetingKind.GENERAL: _("Minutes of annual general meeting"),
        MeetingKind.EXTRAORDINARY_GENERAL: _("Minutes of extraordinary general meeting"),
        MeetingKind.NETWORK: _("Minutes of network meeting"),
    }[meeting.kind]
    if meeting.number is None:
        return heading
    return _("{heading} no. {number}").format(heading=heading, number=meeting.number)


def _status(meeting: Meeting, minutes: Minutes) -> Status:
    is_approved = meeting.state is MeetingState.APPROVED or minutes.approved_on is not None
    return Status.APPROVED if is_approved else Status.DRAFT


def _approved(minutes: Minutes, on: date, approved_at: Meeting | None) -> str:
    """When and how; of corrections only that there were some, for they stand in the minutes."""
    day = formats.date(on)
    if approved_at is None:
        how = (
            _("{date}, as corrected, since nobody objected any more")
            if minutes.corrections.strip()
            else _("{date}, since nobody objected in time")
        )
        return how.format(date=day)
    how = (
        _("{date} at {meeting}, as corrected")
        if minutes.corrections.strip()
        else _("{date} at {meeting}, unchanged")
    )
    return how.format(date=day, meeting=title_of(approved_at))


def _meeting_in_words(meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    when = formats.long_moment(meeting.starts_at, meeting.ends_at)
    return ", ".join(part for part in (when, meeting.place) if part)
