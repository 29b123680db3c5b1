"""Whom a mail about a meeting goes to."""

from __future__ import annotations

from boardkeeper.db.memberships import every_term, memberships_in
from boardkeeper.db.reader import Reader
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, sits_on
from boardkeeper.domain.people import Person


def addresses_of(reader: Reader, meeting: Meeting) -> list[tuple[str, str]]:
    """Name and address of everyone who sits on the board that day and has one, but for oneself."""
    terms = every_term(reader)

    def sits(membership: Membership) -> bool:
        own = [term for term in terms if term.membership_id == membership.id]
        return sits_on(own, meeting.day)

    sitting = filter(sits, memberships_in(reader, meeting.organisation_id))
    people = [reader.get(Person, each.person_id) for each in sitting]
    return [(each.name, each.email) for each in people if each.email and not each.is_me]
