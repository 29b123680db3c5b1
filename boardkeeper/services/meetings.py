"""Meetings: planned, moved, called, held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from boardkeeper.clock import Clock
from boardkeeper.db import meetings as queries
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.db.rules import own_rules_of
from boardkeeper.domain.agenda import laid_out
from boardkeeper.domain.agenda_templates import items_from, template
from boardkeeper.domain.meeting_life import Standing, advanced, standing_of, taken_back
from boardkeeper.domain.meetings import (
    Meeting,
    MeetingId,
    MeetingKind,
    MeetingState,
    ending,
    revised,
    title_of,
)
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.rules import rule_in_force
from boardkeeper.i18n import _, language, speaking
from boardkeeper.services.editing import store_edit
from boardkeeper.services.seating import Seating
from boardkeeper.services.trash import discard


class MeetingService:
    """What one does with meetings. All times are wall times of the meeting's place."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def all(self) -> list[Meeting]:
        """Every meeting, the earliest first."""
        return queries.every_meeting(self._reader)

    def get(self, meeting_id: MeetingId) -> Meeting:
        return self._reader.get(Meeting, meeting_id)

    def find(self, meeting_id: MeetingId) -> Meeting | None:
        """The meeting, or None once it has been discarded."""
        return self._reader.find(Meeting, meeting_id)

    def past(self, year: int) -> list[Meeting]:
        """Meetings of that year that have ended, the latest first."""
        return queries.meetings_ended(self._reader, self._clock.now(), year)

    def count(self) -> int:
        """How many meetings there are."""
        return queries.count_of_meetings(self._reader)

    def of_year(self, year: int) -> list[Meeting]:
        """Meetings of that year, the earliest first."""
        return queries.meetings_begun(self._reader, year)

    def years(self) -> list[int]:
        """The years in which there are meetings, the latest first."""
        return queries.years_of_meetings(self._reader)

    def past_years(self) -> list[int]:
        """The years in which meetings have ended, the latest first."""
        return queries.years_of_meetings_ended(self._reader, self._clock.now())

    def of_organisation(self, organisation_id: OrganisationId) -> list[Meeting]:
        return queries.meetings_of(self._reader, organisation_id)

    def upcoming(self, days: int | None = None) -> list[Meeting]:
        """Meetings that have not ended, the first first; within so many days if asked."""
        now = self._clock.now()
        latest = None if days is None else now + timedelta(days=days)
        return queries.meetings_between(self._reader, now, latest)

    def next(self, organisation_id: OrganisationId | None = None) -> Meeting | None:
        """The first meeting still to end, cancelled ones apart."""
        return queries.next_meeting(self._reader, self._clock.now(), organisation_id)

    def next_of_each(self) -> dict[OrganisationId, Meeting]:
        """What `next` says of every organisation that has a meeting ahead, in one question."""
        found = queries.next_of_each(self._reader, self._clock.now())
        return {each.organisation_id: each for each in found}

    def ahead(self, organisation_id: OrganisationId, count: int) -> list[Meeting]:
        """The organisation's next few meetings that have not ended, cancelled ones apart."""
        found = queries.meetings_between(
            self._reader, self._clock.now(), organisation_id=organisation_id
        )
        return [each for each in found if each.state is not MeetingState.CANCELLED][:count]

    def last(self, organisation_id: OrganisationId | None = None) -> Meeting | None:
        """The latest meeting that has ended, cancelled ones apart."""
        return queries.last_meeting(self._reader, self._clock.now(), organisation_id)

    def proposed(self, organisation_id: OrganisationId, day: date) -> Meeting:
        """A meeting on that day with what the organisation's meetings usually share; not stored.

        Numbered after the last one; chair and minute-taker are those who sit as chair and
        secretary on the day.
        """
        organisation = self._reader.get(Organisation, organisation_id)
        starts_at = datetime.combine(day, organisation.usual_start)
        is_network = organisation.kind is OrganisationKind.NETWORK
        kind = MeetingKind.NETWORK if is_network else MeetingKind.REGULAR
        seating = Seating(self._reader, organisation_id)
        meeting = Meeting(
            organisation_id=organisation_id,
            kind=kind,
            number=seating.next_number(kind),
            starts_at=starts_at,
            ends_at=ending(starts_at, organisation.usual_minutes),
            zone=organisation.zone,
            place=organisation.usual_place,
        )
        return seating.seated(meeting)

    def plan(self, meeting: Meeting, *, with_agenda: bool = True) -> None:
        """Store a new meeting, with the usual agenda of its kind in the organisation's language.

        The tasks of the year wheel that land in it are on the agenda too; if it is the next
        meeting, so are decisions made in writing, items the last one put off, a place for tasks.
        """
        # Reading meetings needs nothing of this, and a start reads meetings.
        from boardkeeper.services.carrying import add_by_itself  # noqa: PLC0415

        with self._journal.command(_("Plan meeting")) as tx:
            organisation = tx.get(Organisation, meeting.organisation_id)
            tx.put(meeting)
            if with_agenda:
                with speaking(organisation.language):
                    tx.put_all(items_from(template(organisation.kind, meeting.kind), meeting.id))
                add_by_itself(tx, meeting, self._clock.today())

    def begin(self, name: str, kind: OrganisationKind, starts_at: datetime) -> Meeting:
        """First run: an organisation's name and a date give a board, a seat and an agenda."""
        organisation = Organisation(
            name=name, kind=kind, usual_start=starts_at.time(), language=language()
        )
        is_network = kind is OrganisationKind.NETWORK
        meeting = Meeting(
            organisation_id=organisation.id,
            kind=MeetingKind.NETWORK if is_network else MeetingKind.REGULAR,
            starts_at=starts_at,
            ends_at=ending(starts_at, organisation.usual_minutes),
        )
        me = person_who_is_me(self._reader)
        with self._journal.command(_("Add organisation")) as tx:
            tx.put(organisation)
            if me is not None:
                tx.put(Membership(person_id=me.id, organisation_id=organisation.id))
            tx.put(meeting)
            with speaking(organisation.language):
                tx.put_all(items_from(template(kind, meeting.kind), meeting.id))
        return meeting

    def change(self, meeting: Meeting) -> None:
        store_edit(self._journal, _("Edit meeting"), revised(self.get(meeting.id), meeting))

    def reschedule(self, meeting_id: MeetingId, starts_at: datetime) -> None:
        """Move the meeting to another wall time; it lasts as long as before."""
        with self._journal.command(_("Reschedule meeting")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            tx.put(revised(meeting, meeting.moved_to(starts_at)))

    def send_notice(self, meeting_id: MeetingId, sent_on: date | None = None) -> None:
        """Note that the notice went out; from now on the agenda's numbers stand still.

        Noting it again corrects the day.
        """
        with self._journal.command(_("Mark notice as sent")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            if meeting.state is not MeetingState.NOTICE_SENT:
                meeting = advanced(meeting, MeetingState.NOTICE_SENT, self._clock.today())
            tx.put(replace(meeting, notice_sent_on=sent_on or self._clock.today()))
            for line in laid_out(meeting, items_of(tx, meeting_id)).lines:
                if not line.item.is_break:
                    tx.put(replace(line.item, number=line.number))

    def mark_held(self, meeting_id: MeetingId) -> None:
        """Note that the meeting took place; from now on its minutes are due."""
        self._advance(meeting_id, MeetingState.HELD, _("Mark as held"))

    def mark_draft_sent(self, meeting_id: MeetingId) -> None:
        """Note that the draft minutes went out; from now on objections can be made."""
        self._advance(meeting_id, MeetingState.DRAFT_MINUTES, _("Mark draft minutes as sent"))

    def mark_approved(self, meeting_id: MeetingId) -> None:
        """Note that the minutes are approved; nothing more is due."""
        self._advance(meeting_id, MeetingState.APPROVED, _("Mark minutes as approved"))

    def cancel(self, meeting_id: MeetingId) -> None:
        """Call the meeting off; it keeps its place in the calendar, struck through."""
        self._advance(meeting_id, MeetingState.CANCELLED, _("Cancel meeting"))

    def take_back(self, meeting_id: MeetingId) -> None:
        """Go one step back in the meeting's life; a cancelled one is held after all.

        A notice taken back sets the agenda's numbers free.
        """
        with self._journal.command(_("Take the step back")) as tx:
            before = tx.get(Meeting, meeting_id)
            after = taken_back(before)
            tx.put(revised(before, after))
            if before.state is MeetingState.NOTICE_SENT:
                numbered = [each for each in items_of(tx, meeting_id) if each.number]
                tx.put_all([replace(each, number="") for each in numbered])

    def _advance(self, meeting_id: MeetingId, state: MeetingState, label: str) -> None:
        with self._journal.command(label) as tx:
            meeting = tx.get(Meeting, meeting_id)
            tx.put(revised(meeting, advanced(meeting, state, self._clock.today())))

    def discard(self, meeting_id: MeetingId) -> None:
        """Move the meeting and its agenda to the trash; hours spent on it stay."""
        with self._journal.command(_("Delete meeting")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            organisation = tx.get(Organisation, meeting.organisation_id)
            title = f"{title_of(meeting)} · {organisation.label}"
            discard(tx, meeting, title, self._clock.today())

    def standing(self, meeting: Meeting) -> Standing:
        """What the organisation's rules say about the meeting today, in words."""
        organisation = self._reader.get(Organisation, meeting.organisation_id)
        own = own_rules_of(self._reader, meeting.organisation_id)
        return standing_of(
            meeting,
            lambda _of, rule: rule_in_force(organisation.kind, own, rule).days,
            self._clock.today(),
        )
