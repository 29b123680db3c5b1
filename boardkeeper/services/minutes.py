"""The minutes: opened, written item by item, closed, and what is left to the next meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.minutes import item_minutes_of, minutes_of, minutes_of_item
from boardkeeper.db.minutes_book import book_of
from boardkeeper.db.reader import row_of
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, opened_up, place_of
from boardkeeper.domain.agenda_closing import before_closing
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.meeting_life import advanced
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, revised
from boardkeeper.domain.minutes import ItemMinutes, Minutes, Outcome
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.minutes_times import at_its_place, closing, is_going_on, opening
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.carrying import (
    CarriedOver,
    give,
    give_with_agenda,
    left_over,
    successor,
)


class MinutesService:
    """What a minute-taker does. Times are wall times of the meeting's place, to the minute."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def book(self, meeting_id: MeetingId) -> MinutesBook:
        """Everything the minutes of the meeting are made of, as it stands now."""
        return book_of(self._journal.reader, meeting_id)

    def of(self, meeting_id: MeetingId) -> Minutes:
        """The minutes of the meeting as a whole; new ones, not yet stored, where there are none."""
        found = minutes_of(self._journal.reader, meeting_id)
        return found or Minutes(meeting_id=meeting_id)

    def of_item(self, item_id: AgendaItemId) -> ItemMinutes:
        """What is noted of the item; new minutes, not yet stored, where nothing is."""
        found = minutes_of_item(self._journal.reader, item_id)
        return found or ItemMinutes(item_id=item_id)

    def begin(self, meeting_id: MeetingId, at: datetime | None = None) -> None:
        """Open the meeting: it began now, or as planned where its minutes are written up later.

        One that was opened stays opened when it was. Raises UserError for a meeting that was
        cancelled, or before its day.
        """
        with self._journal.command(_("Open the meeting")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            self._refuse_unheld(meeting)
            minutes = minutes_of(tx, meeting_id) or Minutes(meeting_id=meeting_id)
            if minutes.began_at is None or at is not None:
                began_at = at or opening(meeting, self._now(meeting))
                tx.put(replace(minutes, began_at=began_at))

    def close(self, meeting_id: MeetingId, at: datetime | None = None) -> CarriedOver | None:
        """Close the meeting: it ended now, and was held; the item that ran ends with it.

        Items put off come onto the next meeting's agenda, if that has been made and is not yet
        sent; one that is made later gets them by itself. Returns what was carried over.
        """
        with self._journal.command(_("Close the meeting")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            self._refuse_unheld(meeting)
            minutes = minutes_of(tx, meeting_id) or Minutes(meeting_id=meeting_id)
            now = self._now(meeting)
            began_at = minutes.began_at or opening(meeting, now)
            ended_at = at or closing(meeting, began_at, now)
            tx.put(replace(minutes, began_at=began_at, ended_at=ended_at))
            _end_running(tx, meeting_id, ended_at)
            if meeting.is_open:
                held = advanced(meeting, MeetingState.HELD, self._clock.today())
                tx.put(revised(meeting, held))
            return _pass_on(tx, meeting)

    def reopen(self, meeting_id: MeetingId) -> None:
        """Let a closed meeting go on; what has been written stays."""
        with self._journal.command(_("Let the meeting go on")) as tx:
            minutes = minutes_of(tx, meeting_id)
            if minutes is not None:
                tx.put(replace(minutes, ended_at=None))

    def change(self, minutes: Minutes) -> None:
        """Store changed minutes of a meeting as a whole; typing in one field is one undo step."""
        stored = self.of(minutes.meeting_id)
        was, now = row_of(stored), row_of(minutes)
        edited = frozenset(name for name in now if now[name] != was[name]) - {"id"}
        merge = (minutes.meeting_id, edited)
        with self._journal.command(_("Edit minutes"), merge=merge) as tx:
            known = minutes_of(tx, minutes.meeting_id)
            tx.put(minutes if known is None else replace(minutes, id=known.id))

    def write(self, item_id: AgendaItemId, text: str) -> None:
        """Store an item's text, in Markdown; typing that goes on is one undo step."""
        self._note(item_id, _("Edit minutes"), (item_id, "text"), text=text)

    def write_private(self, item_id: AgendaItemId, text: str) -> None:
        """Store the minute-taker's own notes of an item; they stand on no shared paper."""
        self._note(item_id, _("Edit private notes"), (item_id, "notes"), private_notes=text)

    def settle(self, item_id: AgendaItemId, outcome: Outcome, note: str = "") -> None:
        """Say what became of an item; `note` which meeting or committee deals with it."""
        merge = (item_id, "outcome", outcome)
        self._note(item_id, _("Settle item"), merge, outcome=outcome, outcome_note=note)

    def start_item(self, item_id: AgendaItemId, at: datetime | None = None) -> None:
        """Begin an item, now unless told otherwise; the one that ran ends.

        An item taken up again goes on from where it first began. Where minutes are written up
        later, the clock says nothing of the meeting and nothing is noted.
        """
        with self._journal.command(_("Begin item")) as tx:
            moment = at or self._moment(tx, item_id)
            if moment is None:
                return
            meeting_id = tx.get(AgendaItem, item_id).meeting_id
            _end_running(tx, meeting_id, moment, but=item_id)
            noted = minutes_of_item(tx, item_id) or ItemMinutes(item_id=item_id)
            began_at = moment if at is not None or noted.began_at is None else noted.began_at
            tx.put(replace(noted, began_at=began_at, ended_at=None))

    def end_item(self, item_id: AgendaItemId, at: datetime | None = None) -> None:
        """End an item, now unless told otherwise; one that never began is left alone."""
        with self._journal.command(_("End item")) as tx:
            moment = at or self._moment(tx, item_id)
            noted = minutes_of_item(tx, item_id)
            if moment is not None and noted is not None and noted.began_at is not None:
                tx.put(replace(noted, ended_at=moment))

    def time_item(
        self, item_id: AgendaItemId, began_at: datetime | None, ended_at: datetime | None
    ) -> None:
        """Correct when an item began and ended; None where nobody knows."""
        self._note(item_id, _("Correct times"), None, began_at=began_at, ended_at=ended_at)

    def add_item(
        self, meeting_id: MeetingId, title: str, after: AgendaItemId | None = None
    ) -> AgendaItem:
        """An item that came up at the meeting, after another and on its level.

        Without one it comes last, before any other business.
        """
        with self._journal.command(_("Add item at the meeting")) as tx:
            items = items_of(tx, meeting_id)
            new = AgendaItem(meeting_id=meeting_id, title=title)
            if after is None:
                tx.put_all(before_closing(items, new))
            else:
                above = tx.get(AgendaItem, after)
                position = place_of(items, above) + 1
                placed = replace(new, parent_id=above.parent_id, position=position)
                tx.put_all(opened_up(items, placed))
            tx.put(ItemMinutes(item_id=new.id, is_added=True))
            return tx.get(AgendaItem, new.id)

    def note_idea(self, item_id: AgendaItemId, text: str) -> Idea:
        """Keep an idea that came up under an item, for another meeting."""
        with self._journal.command(_("Keep idea")) as tx:
            meeting = tx.get(Meeting, tx.get(AgendaItem, item_id).meeting_id)
            idea = Idea(
                organisation_id=meeting.organisation_id,
                item_id=item_id,
                text=text.strip(),
                noted_on=min(meeting.day, self._clock.today()),
            )
            tx.put(idea)
        return idea

    def unfinished(self, meeting_id: MeetingId) -> list[AgendaItem]:
        """The items the meeting put off, with what lies below them."""
        return left_over(self._journal.reader, meeting_id)

    def next_after(self, meeting_id: MeetingId) -> Meeting | None:
        """The meeting ahead that deals with what this one leaves; of its series if it has one."""
        reader = self._journal.reader
        return successor(reader, reader.get(Meeting, meeting_id))

    def carry_over(self, meeting_id: MeetingId) -> CarriedOver:
        """Put the items that were put off on the next meeting's agenda, where it lacks them.

        A meeting without an agenda gets its usual one first. Raises UserError when no meeting is
        planned to take them.
        """
        with self._journal.command(_("Carry items over")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            taker = successor(tx, meeting)
            if taker is None:
                raise UserError(
                    _(
                        "No later meeting is planned, so there is nowhere to put the items."
                        " Nothing was changed. Plan the next meeting: it gets them by itself."
                    )
                )
            count = give_with_agenda(tx, taker, left_over(tx, meeting_id), self._clock.today())
        return CarriedOver(meeting=taker, count=count)

    def _note(self, item_id: AgendaItemId, label: str, merge: object, **changes: Any) -> None:
        with self._journal.command(label, merge=merge) as tx:
            tx.get(AgendaItem, item_id)
            before = minutes_of_item(tx, item_id) or ItemMinutes(item_id=item_id)
            after = replace(before, **changes)
            if after != before:
                tx.put(after)

    def _now(self, meeting: Meeting) -> datetime:
        return at_its_place(self._clock.moment(), meeting)

    def _moment(self, tx: Transaction, item_id: AgendaItemId) -> datetime | None:
        """Now, if the item's meeting is going on."""
        meeting = tx.get(Meeting, tx.get(AgendaItem, item_id).meeting_id)
        minutes = minutes_of(tx, meeting.id)
        now = self._now(meeting)
        began_at = None if minutes is None else minutes.began_at
        return now if is_going_on(meeting, began_at, now) else None

    def _refuse_unheld(self, meeting: Meeting) -> None:
        if meeting.state is MeetingState.CANCELLED:
            raise UserError(
                _("The meeting was cancelled. Take the cancellation back to minute it.")
            )
        if meeting.day > self._clock.today():
            message = _(
                "The meeting is on {day} and can be opened then. Text for its minutes can be"
                " written already."
            )
            raise UserError(message.format(day=formats.day(meeting.day)))


def _end_running(
    tx: Transaction, meeting_id: MeetingId, moment: datetime, but: AgendaItemId | None = None
) -> None:
    """End the items that have begun and not ended; none ends before it began."""
    for noted in item_minutes_of(tx, meeting_id).values():
        is_running = noted.began_at is not None and noted.ended_at is None
        if is_running and noted.item_id != but and noted.began_at is not None:
            tx.put(replace(noted, ended_at=max(moment, noted.began_at)))


def _pass_on(tx: Transaction, meeting: Meeting) -> CarriedOver | None:
    """Items put off go to the next meeting, if its agenda has been made and not yet sent."""
    taker = successor(tx, meeting)
    if taker is None or taker.state is not MeetingState.PLANNED or not items_of(tx, taker.id):
        return None
    count = give(tx, taker, left_over(tx, meeting.id))
    return CarriedOver(meeting=taker, count=count) if count else None
