"""What a search looks at of boards, of people, and of what is kept about either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import interests
from boardkeeper.db.schema_network import contacts, profiles
from boardkeeper.db.search_reading import under, wanted
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.identity import Id
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.search import Document, Kind
from boardkeeper.domain.search_words import joined
from boardkeeper.domain.yearwheel import WheelTask


def organisations(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.ORGANISATION,
            record_id=each.id,
            organisation_id=each.id,
            title=joined((each.name, each.short_name)),
            body=joined(
                (
                    each.purpose,
                    each.notes,
                    each.usual_place,
                    each.address,
                    each.registration_number,
                    each.confidentiality,
                )
            ),
        )
        for each in wanted(reader, Organisation, ids)
    ]


def people(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """People with what is known about them: their interests, profile, and contacts' notes."""
    known = _about_people(reader, ids)
    return [
        Document(
            kind=Kind.PERSON,
            record_id=each.id,
            title=each.name,
            body=joined(
                (
                    each.occupation,
                    each.company,
                    each.email,
                    each.phone,
                    each.address,
                    each.how_we_met,
                    each.notes,
                    *known[each.id],
                )
            ),
        )
        for each in wanted(reader, Person, ids)
    ]


def _about_people(reader: Reader, ids: list[Id] | None) -> defaultdict[Id, list[str]]:
    """What was written about each person in other records, the latest contact first."""
    found: defaultdict[Id, list[str]] = defaultdict(list)
    profile: Profile
    for profile in under(reader, Profile, profiles.c.person_id, ids):
        found[profile.person_id] += (profile.sells, profile.ideal_customer, profile.interests)
    interest: Interest
    for interest in under(reader, Interest, interests.c.person_id, ids):
        told = (interest.name, interest.also_known_as, interest.description)
        found[interest.person_id] += told
    met: list[Contact] = under(reader, Contact, contacts.c.person_id, ids)
    for contact in sorted(met, key=lambda each: each.on, reverse=True):
        found[contact.person_id].append(contact.note)
    return found


def reminders(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.REMINDER,
            record_id=each.id,
            organisation_id=each.organisation_id,
            day=each.due_on,
            title=each.title,
            body=joined((each.done_by, each.notes)),
        )
        for each in wanted(reader, Reminder, ids)
    ]


def wheel_tasks(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.WHEEL_TASK,
            record_id=each.id,
            organisation_id=each.organisation_id,
            title=each.title,
            body=joined((each.responsible, each.basis, each.notes)),
        )
        for each in wanted(reader, WheelTask, ids)
    ]


def referrals(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """Referrals, with the names of who gave and received them."""
    found: list[Referral] = wanted(reader, Referral, ids)
    named = reader.found(Person, _people_of(found))
    return [
        Document(
            kind=Kind.REFERRAL,
            record_id=each.id,
            organisation_id=each.organisation_id,
            day=each.on,
            title=each.customer,
            body=joined(
                (
                    named[each.from_id].name if each.from_id in named else each.from_name,
                    named[each.to_id].name if each.to_id in named else each.to_name,
                    each.note,
                )
            ),
        )
        for each in found
    ]


def _people_of(found: Iterable[Referral]) -> list[Id]:
    return [one for each in found for one in (each.from_id, each.to_id) if one is not None]


def reviews(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """The yearly questions; each is shown with its membership."""
    found: list[Review] = wanted(reader, Review, ids)
    seats = reader.found(Membership, (each.membership_id for each in found))
    return [
        Document(
            kind=Kind.REVIEW,
            record_id=each.id,
            organisation_id=seats[each.membership_id].organisation_id,
            day=each.reviewed_on,
            title=each.goal,
            body=joined(
                (
                    each.why_we_meet,
                    each.what_we_want,
                    each.measure,
                    each.instead,
                    each.notes,
                    each.letter,
                    each.handover,
                )
            ),
            within_id=each.membership_id,
        )
        for each in found
        if each.membership_id in seats
    ]


def seats_offered(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.SEAT,
            record_id=each.id,
            day=each.answer_by,
            title=each.name,
            body=joined((each.place, each.notes)),
        )
        for each in wanted(reader, CandidateSeat, ids)
    ]


def payments(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """The payments with words of their own; the others say no more than their kind."""
    return [
        Document(
            kind=Kind.PAYMENT,
            record_id=each.id,
            organisation_id=each.organisation_id,
            day=each.on,
            title=each.note,
        )
        for each in wanted(reader, Payment, ids)
        if each.note.strip()
    ]
