"""All that the page shows of a meeting's minutes, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.attendance import Attendance, AttendanceId
from boardkeeper.domain.decision_register import DecisionWarning
from boardkeeper.domain.interest_warnings import InterestWarning
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.domain.quorum import ItemQuorum, MeetingQuorum, QuorumChange
from boardkeeper.domain.rules import is_general
from boardkeeper.domain.votes import VoteId
from boardkeeper.domain.voting import VoteResult
from boardkeeper.services.catalogue import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The book of the minutes with the roll, the quorum, what votes came to, and what to heed."""

    book: MinutesBook
    roll: tuple[Attendance, ...]
    quorum: MeetingQuorum
    results: Mapping[VoteId, VoteResult]
    misplaced: tuple[DecisionWarning, ...]
    conflicts: tuple[InterestWarning, ...]
    today: date

    @property
    def meeting(self) -> Meeting:
        return self.book.meeting

    @property
    def is_approved(self) -> bool:
        """Whether the minutes are frozen, so that nothing here can be changed."""
        return self.meeting.state is MeetingState.APPROVED

    @property
    def is_general(self) -> bool:
        return is_general(self.meeting.kind)

    @property
    def items(self) -> tuple[BookItem, ...]:
        return self.book.items

    def name_of(self, attendance_id: AttendanceId) -> str:
        """Who it is; empty for one who is no longer on the roll."""
        found = self.participant(attendance_id)
        return "" if found is None else found.name

    def participant(self, attendance_id: AttendanceId) -> Attendance | None:
        return next((each for each in self.roll if each.id == attendance_id), None)

    def those_present(self) -> list[Attendance]:
        """Those who take part; everyone while nobody has been marked."""
        there = [each for each in self.roll if each.took_part]
        return there or list(self.roll)

    def quorum_at(self, item_id: AgendaItemId | None) -> ItemQuorum:
        """The quorum at an item, or at the opening."""
        return self.quorum.overall if item_id is None else self.quorum.of_item(item_id)

    def quorum_change(self, item_id: AgendaItemId) -> QuorumChange | None:
        """What changed in the quorum when the item began."""
        return next((each for each in self.quorum.changes if each.after.item_id == item_id), None)


def with_roll_again(services: Services, sitting: Sitting) -> Sitting:
    """The sitting after somebody was marked: nothing else in it has changed."""
    meeting_id = sitting.meeting.id
    return replace(
        sitting,
        roll=tuple(services.attendance.roll(meeting_id)),
        quorum=services.attendance.quorum(meeting_id),
        results=services.votes.results(meeting_id),
    )


def read_sitting(services: Services, meeting_id: MeetingId) -> Sitting:
    """Everything as it stands now."""
    return Sitting(
        book=services.minutes.book(meeting_id),
        roll=tuple(services.attendance.roll(meeting_id)),
        quorum=services.attendance.quorum(meeting_id),
        results=services.votes.results(meeting_id),
        misplaced=tuple(services.decisions.warnings(meeting_id)),
        conflicts=tuple(services.interests.warnings(meeting_id)),
        today=services.clock.today(),
    )
