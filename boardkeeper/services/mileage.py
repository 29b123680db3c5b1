"""Mileage: trips in one's own car, what they come to, and the slip one hands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db import mileage as queries
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_between
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.clashes import is_online
from boardkeeper.domain.driving import Driven, driven
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, title_of
from boardkeeper.domain.mileage import ProposedTrip, Trip, TripId
from boardkeeper.domain.money import Payment, PaymentKind
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.mileage import MileageSheet, Stretch, mileage_sheet
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, ngettext, speaking
from boardkeeper.services.editing import store_edit
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.rates import kilometres
from boardkeeper.services.trash import discard

_HELD = (MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.APPROVED)


class MileageService:
    """What one does with trips. Lengths are in metres, amounts in øre."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Trip]:
        """Every trip, the newest first."""
        return self.between(date.min, date.max)

    def between(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[Trip]:
        """Trips from the first day to the last, both included, the newest first."""
        return queries.trips_between(self._journal.reader, first, last, organisation_id)[::-1]

    def get(self, trip_id: TripId) -> Trip:
        return self._journal.reader.get(Trip, trip_id)

    def driven(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[Driven]:
        """The same trips with their allowances, in the order they were driven.

        Kilometres are added up for each organisation through the calendar year.
        """
        reader = self._journal.reader
        whole_years = (date(first.year, 1, 1), date(last.year, 12, 31))
        trips = queries.trips_between(reader, *whole_years, organisation_id)
        return [each for each in driven(trips, kilometres(reader)) if first <= each.trip.on <= last]

    def unpaid(self, organisation_id: OrganisationId | None = None) -> list[Driven]:
        """The trips whose allowance has not been paid, in the order they were driven."""
        every = self.driven(date.min, date.max, organisation_id)
        return [each for each in every if each.trip.paid_on is None]

    def add(self, trip: Trip) -> None:
        with self._journal.command(_("Add trip")) as tx:
            tx.put(trip)

    def add_all(self, trips: Iterable[Trip]) -> None:
        """Add several as one step."""
        with self._journal.command(_("Add trips")) as tx:
            tx.put_all(trips)

    def change(self, trip: Trip) -> None:
        store_edit(self._journal, _("Edit trip"), trip)

    def discard(self, trip_id: TripId) -> None:
        """Move the trip to the trash."""
        with self._journal.command(_("Delete trip")) as tx:
            trip = tx.get(Trip, trip_id)
            parts = (trip.destination, formats.kilometres(trip.metres), formats.short_date(trip.on))
            discard(tx, trip, " · ".join(parts), self._clock.today())

    def mark_paid(self, trip_ids: Collection[TripId], on: date) -> None:
        """Say that the allowances of these trips were paid on a day.

        Writes the payments down in the same step: one of each organisation, of the sum. Trips
        paid before stay as they are. Raises UserError when none of them was unpaid.
        """
        wanted = set(trip_ids)
        paid = [each for each in self.unpaid() if each.trip.id in wanted]
        if not paid:
            raise UserError(_("These trips are paid already. Nothing was changed."))
        by_organisation: dict[OrganisationId, list[Driven]] = defaultdict(list)
        for each in paid:
            by_organisation[each.trip.organisation_id].append(each)
        label = ngettext("Mark trip as paid", "Mark trips as paid", len(paid))
        with self._journal.command(label) as tx:
            tx.put_all(replace(each.trip, paid_on=on) for each in paid)
            tx.put_all(
                _payment(of_one, on)
                for of_one in by_organisation.values()
                if any(each.amount for each in of_one)
            )

    def proposals(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[ProposedTrip]:
        """Trips to the meetings held in those days that there is no trip to yet, by day.

        Meetings held online, and those one was not at, are left out. The last trip to the same
        place for the same organisation tells the way and its length.
        """
        reader = self._journal.reader
        end = datetime.combine(last + timedelta(days=1), time.min)
        meetings = meetings_between(reader, datetime.combine(first, time.min), end, organisation_id)
        me = person_who_is_me(reader)
        left_out = queries.meetings_driven_to(reader)
        if me is not None:
            left_out |= queries.meetings_not_driven_to(reader, me.id)
        asked = [
            each
            for each in meetings
            if each.state in _HELD and each.id not in left_out and not is_online(each)
        ]
        return self._proposed(asked)

    def proposal(self, meeting_id: MeetingId) -> ProposedTrip:
        """The trip to one meeting, whatever became of it."""
        return self._proposed([self._journal.reader.get(Meeting, meeting_id)])[0]

    def slip(
        self,
        organisation_id: OrganisationId,
        first: date,
        last: date,
        *,
        only_unpaid: bool = False,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The mileage slip of one organisation, from the first day to the last, both included.

        In the organisation's language unless another is asked for. Without `only_unpaid` the
        trips already paid are on it too.
        """
        sheet = self._sheet(organisation_id, Stretch(first=first, last=last), only_unpaid, language)

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.mileage import mileage_pdf  # noqa: PLC0415

            return mileage_pdf(sheet, profile)

        head = sheet.letterhead
        label = self._journal.reader.get(Organisation, organisation_id).label
        with speaking(head.language):
            name = _("Mileage slip")
        return Prepared(
            title=f"{head.organisation} · {name}",
            file_name=file_name(sheet.stretch.first, label, name, suffix=".pdf"),
            draw=draw,
        )

    def _sheet(
        self,
        organisation_id: OrganisationId,
        stretch: Stretch,
        only_unpaid: bool,
        language: Language | None,
    ) -> MileageSheet:
        reader = self._journal.reader
        trips = self.driven(stretch.first, stretch.last, organisation_id)
        if only_unpaid:
            trips = [each for each in trips if each.trip.paid_on is None]
        if trips and (stretch.first == date.min or stretch.last == date.max):
            stretch = Stretch(first=trips[0].trip.on, last=trips[-1].trip.on)
        return mileage_sheet(
            reader.get(Organisation, organisation_id),
            person_who_is_me(reader),
            trips,
            stretch=stretch,
            language=language,
            printed_at=self._clock.now(),
        )

    def _proposed(self, meetings: Iterable[Meeting]) -> list[ProposedTrip]:
        reader = self._journal.reader
        organisations = {each.id: each for each in reader.every(Organisation)}
        trips = queries.trips_between(reader, date.min, date.max)
        driven_to = reader.found(Meeting, (each.meeting_id for each in trips if each.meeting_id))
        last_to: dict[tuple[OrganisationId, str], Trip] = {}
        last_of: dict[OrganisationId, Trip] = {}
        for trip in trips:
            last_of[trip.organisation_id] = trip
            last_to[trip.organisation_id, _same(trip.destination)] = trip
            if trip.meeting_id in driven_to:
                place = driven_to[trip.meeting_id].place
                last_to[trip.organisation_id, _same(place)] = trip
        found = []
        for meeting in meetings:
            whose = organisations[meeting.organisation_id]
            place = " ".join((meeting.place or whose.usual_place).split())
            before = last_to.get((whose.id, _same(place))) if place else None
            usual = before or last_of.get(whose.id)
            with speaking(whose.language):
                purpose = title_of(meeting)
            found.append(
                ProposedTrip(
                    organisation_id=whose.id,
                    meeting_id=meeting.id,
                    on=meeting.day,
                    purpose=purpose,
                    start=usual.start if usual else "",
                    stops=before.stops if before else "",
                    destination=before.destination if before else place,
                    metres=before.metres if before else None,
                    is_return=before.is_return if before else True,
                )
            )
        return found


def _payment(trips: list[Driven], on: date) -> Payment:
    first, last = trips[0].trip, trips[-1].trip
    count = ngettext("{count} trip", "{count} trips", len(trips)).format(count=len(trips))
    return Payment(
        organisation_id=first.organisation_id,
        meeting_id=first.meeting_id if len(trips) == 1 else None,
        on=on,
        kind=PaymentKind.MILEAGE,
        amount=sum(each.amount for each in trips),
        note=f"{count}, {formats.date_range(first.on, last.on)}",
    )


def _same(place: str) -> str:
    """A place as it is compared: case and blanks do not count."""
    return " ".join(place.casefold().split())
