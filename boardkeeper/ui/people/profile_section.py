"""A person's profile: what one would tell others of them, and how one met."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.duplicates import name_key
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.relations import Relation
from boardkeeper.formats.typed import NotUnderstood
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import Card, DateField, Space, TextField, TypedField


class ProfileSection(Card):
    """Fields that store themselves."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Profile"), parent)
        self._services = services
        self._profile = RecordForm[Profile](services.relations.set_profile)
        self._meeting = RecordForm[Person](services.people.change)
        self._through = RecordForm[Profile](services.relations.set_profile)
        self._build()

    def _build(self) -> None:
        self._profile.keep("sells", TextField(_("What they do or sell"), lines=2))
        self._profile.keep("ideal_customer", TextField(_("Their ideal customer"), lines=2))
        self._profile.keep("interests", TextField(_("What they care about"), lines=1))
        self._meeting.keep(
            "how_we_met",
            TextField(_("How we met"), lines=2, placeholder=_("When, where, through whom?")),
        )
        self._through.keep("met_on", DateField(_("Met on"), self._services.clock.today))
        self._through.keep(
            "met_through_id",
            TypedField[PersonId](
                _("Through whom"),
                self._person_named,
                self._name_of,
                placeholder=_("A name from People"),
                characters=16,
            ),
            beside=True,
        )
        self.body.setSpacing(Space.L)  # three forms read as one
        for form in (self._profile, self._meeting, self._through):
            self.add(form)

    def show_relation(self, relation: Relation) -> None:
        """Show the profile as stored."""
        profile, before = relation.profile, self._profile.record
        if before is not None and before.person_id == profile.person_id:
            # One that is not stored yet has no name to be known by: words being typed stay.
            profile = replace(profile, id=before.id)
        self._profile.show_record(profile)
        self._meeting.show_record(relation.person)
        self._through.show_record(profile)
        is_me = relation.person.is_me
        self._meeting.setVisible(not is_me)
        self._through.setVisible(not is_me)

    def commit(self) -> None:
        """Store now what is being typed."""
        for form in (self._profile, self._meeting, self._through):
            if form.record is not None:
                form.commit()

    def _person_named(self, name: str) -> PersonId:
        key = name_key(name)
        people = self._services.people.all()
        fitting = [each for each in people if name_key(each.name) == key]
        if not fitting:
            fitting = [each for each in people if name_key(each.name).startswith(key)]
        if len(fitting) == 1:
            return fitting[0].id
        if fitting:
            raise NotUnderstood(_("Several people are called that. Write the whole name."))
        raise NotUnderstood(_("Nobody among your people is called that. Add them first."))

    def _name_of(self, person_id: PersonId) -> str:
        return self._services.people.get(person_id).name
