"""People: everyone one meets, and oneself."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class PeopleService:
    """What one does with people."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Person]:
        """Everyone, in the alphabet of the active language."""
        found = self._journal.reader.every(Person)
        return sorted(found, key=lambda person: formats.sort_key(person.name))

    def get(self, person_id: PersonId) -> Person:
        return self._journal.reader.get(Person, person_id)

    def me(self) -> Person | None:
        """The user, once they have said who they are."""
        return person_who_is_me(self._journal.reader)

    def add(self, person: Person) -> None:
        with self._journal.command(_("Add person")) as tx:
            tx.put(person)

    def change(self, person: Person) -> None:
        store_edit(self._journal, _("Edit person"), person)

    def introduce_me(self, name: str) -> Person:
        """Say who the user is: a new person, or a new name for the one there is."""
        me = self.me()
        me = Person(name=name, is_me=True) if me is None else replace(me, name=name)
        with self._journal.command(_("Enter my name"), merge=("me", me.id)) as tx:
            tx.put(me)
        return me

    def discard(self, person_id: PersonId) -> None:
        """Move the person and their memberships to the trash. Raises UserError for the user."""
        with self._journal.command(_("Delete person")) as tx:
            person = tx.get(Person, person_id)
            if person.is_me:
                raise UserError(_("That is you. Your own entry stays."))
            discard(tx, person, person.name, self._clock.today())
