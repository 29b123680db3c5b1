"""Organisations: the boards, clubs and networks a person sits in, and the rules they meet by."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.rules import own_rules_of
from boardkeeper.domain.memberships import Membership, Role
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.domain.rules import (
    OwnRule,
    RuleInForce,
    RuleName,
    rule_by_default,
    rule_in_force,
    rules_of,
)
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class OrganisationService:
    """What one does with organisations."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Organisation]:
        """Every organisation, in the alphabet of the active language."""
        found = self._journal.reader.every(Organisation)
        return sorted(found, key=lambda each: formats.sort_key(each.name))

    def get(self, organisation_id: OrganisationId) -> Organisation:
        return self._journal.reader.get(Organisation, organisation_id)

    def named(self, name: str) -> Organisation:
        """The one organisation whose name, short name or part of the name that is.

        Raises UserError when none or several fit.
        """
        asked = name.casefold()
        every = self.all()
        exact = [each for each in every if asked in (each.name.casefold(), each.label.casefold())]
        fitting = exact or [each for each in every if asked in each.name.casefold()]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            names = ", ".join(each.name for each in every) or "–"
            message = _("No organisation is called “{name}”. There are: {names}.")
        else:
            names = ", ".join(each.name for each in fitting)
            message = _("“{name}” fits several organisations: {names}. Write more of the name.")
        raise UserError(message.format(name=name, names=names))

    def add(self, organisation: Organisation, *, my_role: Role | None = None) -> None:
        """Store a new organisation; with a role the user, once known, takes a seat there."""
        me = person_who_is_me(self._journal.reader)
        with self._journal.command(_("Add organisation")) as tx:
            tx.put(organisation)
            if me is not None and my_role is not None:
                tx.put(Membership(person_id=me.id, organisation_id=organisation.id, role=my_role))

    def change(self, organisation: Organisation) -> None:
        store_edit(self._journal, _("Edit organisation"), organisation)

    def discard(self, organisation_id: OrganisationId) -> None:
        """Move the organisation, with its memberships, meetings and hours, to the trash."""
        with self._journal.command(_("Delete organisation")) as tx:
            organisation = tx.get(Organisation, organisation_id)
            discard(tx, organisation, organisation.name, self._clock.today())

    def unused_colour(self) -> Colour:
        """The first colour no organisation has; the least used one when all are taken."""
        taken = [each.colour for each in self.all()]
        return min(Colour, key=taken.count)

    def rule(self, organisation_id: OrganisationId, rule: RuleName) -> RuleInForce:
        """The organisation's own rule, or the default of its kind."""
        own = own_rules_of(self._journal.reader, organisation_id)
        return rule_in_force(self.get(organisation_id).kind, own, rule)

    def rules(
        self, organisation_id: OrganisationId
    ) -> dict[RuleName, tuple[RuleInForce, RuleInForce]]:
        """Every rule of the organisation: what counts, and what would count without its own."""
        own = own_rules_of(self._journal.reader, organisation_id)
        kind = self.get(organisation_id).kind
        return {
            each: (rule_in_force(kind, own, each), rule_by_default(kind, own, each))
            for each in rules_of(kind)
        }

    def usual_rule(self, organisation_id: OrganisationId, rule: RuleName) -> RuleInForce:
        """What counts, or would count, without a rule of the organisation's own."""
        own = own_rules_of(self._journal.reader, organisation_id)
        return rule_by_default(self.get(organisation_id).kind, own, rule)

    def set_rule(
        self, organisation_id: OrganisationId, rule: RuleName, days: int, basis: str
    ) -> None:
        """Let the organisation's own number of days count, with the clause it stands in."""
        with self._journal.command(_("Change rule"), merge=(organisation_id, rule)) as tx:
            own = next((e for e in own_rules_of(tx, organisation_id) if e.rule is rule), None)
            own = own or OwnRule(organisation_id=organisation_id, rule=rule, days=days)
            tx.put(replace(own, days=days, basis=basis))

    def use_default(self, organisation_id: OrganisationId, rule: RuleName) -> None:
        """Go back to the default of the organisation's kind."""
        with self._journal.command(_("Use the default rule")) as tx:
            for own in own_rules_of(tx, organisation_id):
                if own.rule is rule:
                    tx.remove(own)
