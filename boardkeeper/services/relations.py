"""Relations: what joins the user and everyone else, and who is slipping away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.attendance import roll_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import every_term, memberships_of, terms_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.db.relations import (
    contacts_with,
    last_touches,
    meetings_together,
    memberships_of_those_in,
    people_in,
    profiles_of,
    referrals_between,
    referrals_received,
    touch_days,
)
from boardkeeper.db.tasks import tasks_where
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.contact_lines import read_contact_line
from boardkeeper.domain.contacts import Contact, ContactId, contact_kind_name
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.memberships import MembershipId, Term, sits_on
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.relations import (
    Expected,
    MeetingBrief,
    Place,
    Relation,
    Shared,
    Slipping,
    Touch,
    both_since,
    days_over,
    places_by_organisation,
)
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.domain.thresholds import ThresholdName, default_threshold
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard

_STAYS_AWAY = (Presence.APOLOGIES, Presence.ABSENT)


class RelationService:
    """What one knows of the people one meets, and the contacts one writes down."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def of(self, person_id: PersonId) -> Relation:
        """Everything between the user and the person. Raises UserError when they are not there."""
        reader = self._reader
        person = reader.get(Person, person_id)
        me = person_who_is_me(reader)
        profile = self.profile(person_id)
        introducer = profile.met_through_id
        shared = self._shared(person_id, me)
        ours = {each.organisation.id for each in shared}
        is_other = me is not None and me.id != person_id
        between = referrals_between(reader, me.id, person_id) if me and is_other else []
        return Relation(
            person=person,
            shared=tuple(shared),
            meetings=tuple(
                meetings_together(reader, me.id, person_id, self._clock.now())
                if me and is_other
                else ()
            ),
            contacts=tuple(contacts_with(reader, person_id)),
            given=tuple(each for each in between if each.to_id == person_id),
            received=tuple(each for each in between if each.from_id == person_id),
            their_tasks=tuple(self._open_tasks(person_id, ours)),
            my_tasks=tuple(self._open_tasks(me.id, ours)) if me and is_other else (),
            profile=profile,
            met_through=None if introducer is None else reader.find(Person, introducer),
            last=self.last_contact(person_id) if is_other else None,
            slipping=tuple(self._slipping(me, person_id)) if me and is_other else (),
        )

    def last_contact(self, person_id: PersonId) -> Touch | None:
        """The latest meeting together, contact or referral between us; None without any."""
        me = person_who_is_me(self._reader)
        if me is None:
            return None
        return last_touches(self._reader, me.id, self._clock.now(), [person_id]).get(person_id)

    def touch_days(self, organisation_id: OrganisationId) -> int:
        """After how many days without contact somebody of the organisation slips away; 0: never."""
        organisation = self._reader.get(Organisation, organisation_id)
        return touch_days(self._reader).get(organisation_id, usual_touch_days(organisation))

    def slipping_away(self, organisation_id: OrganisationId | None = None) -> list[Slipping]:
        """Who of those one sits with has had no contact for too long, the longest first.

        Once for each organisation both sit in today; of one organisation where it is named.
        """
        me = person_who_is_me(self._reader)
        if me is None:
            return []
        found = self._slipping(me)
        if organisation_id is not None:
            found = [each for each in found if each.organisation.id == organisation_id]
        return found

    def contacts(self, person_id: PersonId) -> list[Contact]:
        """The contacts with the person, the newest first."""
        return contacts_with(self._reader, person_id)

    def every_contact(self) -> list[Contact]:
        """The contacts with everyone, the newest first."""
        found = self._reader.every(Contact)
        return sorted(found, key=lambda each: (each.on, each.id), reverse=True)

    def add_contact(self, contact: Contact) -> None:
        with self._journal.command(_("Note contact")) as tx:
            tx.get(Person, contact.person_id)
            tx.put(contact)

    def add_contact_line(self, person_id: PersonId, line: str) -> Contact:
        """Store the contact a line tells of. Raises NotUnderstood when it tells of none."""
        read = read_contact_line(line, self._clock.today())
        contact = Contact(
            person_id=person_id, on=read.on, kind=read.kind, minutes=read.minutes, note=read.note
        )
        self.add_contact(contact)
        return contact

    def change_contact(self, contact: Contact) -> None:
        store_edit(self._journal, _("Edit contact"), contact)

    def discard_contact(self, contact_id: ContactId) -> None:
        """Move the contact to the trash."""
        with self._journal.command(_("Delete contact")) as tx:
            contact = tx.get(Contact, contact_id)
            person = tx.get(Person, contact.person_id)
            title = f"{person.name} · {contact_kind_name(contact.kind)}"
            discard(tx, contact, title, self._clock.today())

    def profile(self, person_id: PersonId) -> Profile:
        """The person's profile; an empty one, not yet stored, until somebody has written in it."""
        return profiles_of(self._reader, [person_id]).get(person_id) or Profile(person_id=person_id)

    def set_profile(self, profile: Profile) -> None:
        """Store the profile in place of the one the person has. Typing on is one undo step."""
        stored = self.profile(profile.person_id)
        profile = replace(profile, id=stored.id)
        if self._reader.find(Profile, stored.id) is not None:
            store_edit(self._journal, _("Edit profile"), profile)
        elif profile != stored:
            with self._journal.command(_("Edit profile"), merge=("profile", profile.id)) as tx:
                tx.get(Person, profile.person_id)
                tx.put(profile)

    def brief(self, meeting_id: MeetingId) -> MeetingBrief:
        """What to know before a meeting. Raises UserError when it is not there."""
        reader = self._reader
        meeting = reader.get(Meeting, meeting_id)
        organisation = reader.get(Organisation, meeting.organisation_id)
        me = person_who_is_me(reader)
        mine = None if me is None else me.id
        others = [each for each in roll_of(reader, meeting) if not mine or each.person_id != mine]
        return MeetingBrief(
            meeting=meeting,
            organisation=organisation,
            expected=tuple(
                self._expected([each for each in others if each.presence not in _STAYS_AWAY], me)
            ),
            away=tuple(each.name for each in others if each.presence in _STAYS_AWAY),
            my_tasks=tuple(self._open_tasks(me.id, {organisation.id})) if me else (),
        )

    def _expected(self, roll: Collection[Attendance], me: Person | None) -> list[Expected]:
        reader = self._reader
        ids = [each.person_id for each in roll if each.person_id is not None]
        people = reader.found(Person, ids)
        profiles = profiles_of(reader, ids)
        through = [each.met_through_id for each in profiles.values() if each.met_through_id]
        introducers = reader.found(Person, through)
        last = last_touches(reader, me.id, self._clock.now(), ids) if me else {}
        received: dict[PersonId, list[Referral]] = defaultdict(list)
        for referral in referrals_received(reader, me.id, ids) if me else ():
            if referral.from_id is not None:
                received[referral.from_id].append(referral)
        found = []
        for each in roll:
            if each.person_id is None or each.person_id not in people:
                found.append(Expected(attendance=each))
                continue
            profile = profiles.get(each.person_id)
            introducer = profile.met_through_id if profile else None
            theirs = received[each.person_id]
            found.append(
                Expected(
                    attendance=each,
                    person=people[each.person_id],
                    last=last.get(each.person_id),
                    profile=profile,
                    met_through=introducers.get(introducer) if introducer else None,
                    unthanked=tuple(one for one in theirs if one.thanked_on is None),
                    waiting=tuple(one for one in theirs if _is_waiting(one)),
                )
            )
        return found

    def _shared(self, person_id: PersonId, me: Person | None) -> list[Shared]:
        """The organisations of both, those of today first, then by name."""
        if me is None or me.id == person_id:
            return []
        mine = places_by_organisation(self._places(me.id))
        theirs = places_by_organisation(self._places(person_id))
        both = [each for each in mine if each in theirs]
        organisations = self._reader.found(Organisation, both)
        today = self._clock.today()
        found = [
            Shared(organisation=organisations[each], theirs=theirs[each], mine=mine[each])
            for each in both
        ]
        return sorted(
            found,
            key=lambda each: (
                not each.is_shared_on(today),
                formats.sort_key(each.organisation.name),
            ),
        )

    def _places(self, person_id: PersonId) -> list[Place]:
        memberships = memberships_of(self._reader, person_id)
        terms = _by_membership(terms_of(self._reader, [each.id for each in memberships]))
        return [Place(membership=each, terms=tuple(terms[each.id])) for each in memberships]

    def _open_tasks(
        self, person_id: PersonId, organisation_ids: Collection[OrganisationId]
    ) -> list[BookTask]:
        if not organisation_ids:
            return []
        found = tasks_where(self._reader, status=TaskStatus.OPEN, person_id=person_id)
        return [each for each in found if each.task.organisation_id in organisation_ids]

    def _slipping(self, me: Person, person_id: PersonId | None = None) -> list[Slipping]:
        """Who slips away, of everyone or as far as one person goes."""
        reader = self._reader
        today, now = self._clock.today(), self._clock.now()
        my_seats = memberships_of(reader, me.id)
        ours = {each.organisation_id for each in my_seats}
        organisations = reader.found(Organisation, ours)
        own = touch_days(reader)
        rhythms = {
            each.id: own.get(each.id, usual_touch_days(each)) for each in organisations.values()
        }
        if person_id is None:
            seats = memberships_of_those_in(reader, ours)
            terms = _by_membership(every_term(reader))
            people = {each.id: each for each in people_in(reader, ours)}
            last = last_touches(reader, me.id, now)
        else:
            theirs = memberships_of(reader, person_id)
            seats = [*my_seats, *(each for each in theirs if each.organisation_id in ours)]
            terms = _by_membership(terms_of(reader, [each.id for each in seats]))
            people = {person_id: reader.get(Person, person_id)}
            last = last_touches(reader, me.id, now, [person_id])
        my_terms: dict[OrganisationId, list[Term]] = {}
        for seat in my_seats:
            if sits_on(terms[seat.id], today):
                my_terms.setdefault(seat.organisation_id, []).extend(terms[seat.id])
        found: dict[tuple[PersonId, OrganisationId], Slipping] = {}
        for seat in seats:
            who, where = seat.person_id, seat.organisation_id
            if who == me.id or where not in my_terms or not sits_on(terms[seat.id], today):
                continue
            organisation = organisations[where]
            touch = last.get(who)
            over = days_over(
                touch.on if touch else None,
                both_since(terms[seat.id], my_terms[where], today),
                rhythms[where],
                today,
            )
            if over:
                found[who, where] = Slipping(
                    person=people[who],
                    organisation=organisation,
                    last=touch.on if touch else None,
                    days_over=over,
                )
        return sorted(
            found.values(),
            key=lambda each: (
                -each.days_over,
                formats.sort_key(each.person.name),
                each.organisation.id,
            ),
        )


def usual_touch_days(organisation: Organisation) -> int:
    """The rhythm of an organisation that has none of its own."""
    return default_threshold(organisation.kind, ThresholdName.TOUCH_DAYS)


def _is_waiting(referral: Referral) -> bool:
    return not (referral.contacted_on or referral.met_on or referral.won_on or referral.lost_on)


def _by_membership(terms: Collection[Term]) -> dict[MembershipId, list[Term]]:
    found: dict[MembershipId, list[Term]] = defaultdict(list)
    for each in terms:
        found[each.membership_id].append(each)
    return found
