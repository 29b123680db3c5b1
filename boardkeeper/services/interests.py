"""The register of interests: one for each person, heeded by every board they sit on."""

from __future__ import annotations

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.attendance import roll_of
from boardkeeper.db.interests import interests_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import Reader
from boardkeeper.domain.agenda import laid_out
from boardkeeper.domain.interest_warnings import InterestWarning, interest_warnings
from boardkeeper.domain.interests import Interest, InterestId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.formats.sorting import sort_key
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class InterestService:
    """What one does with declared interests."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def all(self) -> list[Interest]:
        """Everything anybody has declared, by name."""
        return _by_name(self._reader.every(Interest))

    def of(self, person_id: PersonId) -> list[Interest]:
        """What the person has declared, by name, what has ended too."""
        return _by_name(interests_of(self._reader, [person_id]))

    def get(self, interest_id: InterestId) -> Interest:
        return self._reader.get(Interest, interest_id)

    def add(self, interest: Interest) -> None:
        with self._journal.command(_("Declare interest")) as tx:
            tx.put(interest)

    def change(self, interest: Interest) -> None:
        store_edit(self._journal, _("Edit interest"), interest)

    def discard(self, interest_id: InterestId) -> None:
        """Move the interest to the trash."""
        with self._journal.command(_("Delete interest")) as tx:
            interest = tx.get(Interest, interest_id)
            discard(tx, interest, interest.name, self._clock.today())

    def warnings(self, meeting_id: MeetingId) -> list[InterestWarning]:
        """Where the agenda names what somebody of the meeting has an interest in, item by item.

        Those asked after are everyone on its roll: members, alternates, observers and guests.
        """
        reader = self._reader
        meeting = reader.get(Meeting, meeting_id)
        ids = {each.person_id for each in roll_of(reader, meeting) if each.person_id is not None}
        found = reader.found(Person, ids)
        people = {each.id: each for each in found.values()}
        agenda = laid_out(meeting, items_of(reader, meeting_id))
        items = [line.item for line in agenda.lines]
        organisation = reader.get(Organisation, meeting.organisation_id)
        declared = interests_of(reader, ids)
        return interest_warnings(items, people, declared, meeting.day, organisation)


def _by_name(interests: list[Interest]) -> list[Interest]:
    return sorted(interests, key=lambda each: (sort_key(each.name), each.id))
