"""Decisions: recorded under an item with a number, repealed, replaced, found years later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db import decisions as queries
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import Reader
from boardkeeper.db.votes import votes_on
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, laid_out
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.decision_register import (
    DecisionWarning,
    reinstated,
    remarks_on,
    repealed,
    replaced_by,
)
from boardkeeper.domain.decision_search import DecisionIndex
from boardkeeper.domain.decisions import Decision, DecisionId, DecisionState, Dissent, DissentId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.numbering import number_for
from boardkeeper.services.trash import discard

MOST_FOUND = 200
"""How many decisions a search brings, the best first."""

_MOST_STALE = 400
"""From so many changes on, everything is read anew for a search."""


class DecisionService:
    """What one does with decisions, and with the statements entered beside them."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._index: DecisionIndex | None = None
        self._stale: set[DecisionId] = set()
        self._stale_items: set[AgendaItemId] = set()
        journal.listen(self._on_changed)

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def get(self, decision_id: DecisionId) -> Decision:
        return self._reader.get(Decision, decision_id)

    def of_meeting(self, meeting_id: MeetingId) -> list[Decision]:
        """The meeting's decisions in the order of its agenda; those of items gone come last."""
        return _of_meeting(self._reader, meeting_id)

    def of_item(self, item_id: AgendaItemId) -> list[Decision]:
        """The decisions under an item, in the order they were made."""
        return queries.decisions_under(self._reader, item_id)

    def register(
        self,
        organisation_id: OrganisationId | None = None,
        year: int | None = None,
        state: DecisionState | None = None,
    ) -> list[Decision]:
        """Decisions as they were made, the earliest first; whatever is None asks for nothing."""
        return queries.decisions_listed(self._reader, organisation_id, year, state)

    def newest(
        self,
        organisation_id: OrganisationId | None = None,
        year: int | None = None,
        state: DecisionState | None = None,
        limit: int = MOST_FOUND,
    ) -> list[Decision]:
        """The same, the last made first, and no more than asked for."""
        return queries.newest_decisions(self._reader, organisation_id, year, state, limit)

    def count(
        self,
        organisation_id: OrganisationId | None = None,
        year: int | None = None,
        state: DecisionState | None = None,
    ) -> int:
        """How many decisions there are of those asked for."""
        return queries.count_of_decisions(self._reader, organisation_id, year, state)

    def years(self, organisation_id: OrganisationId | None = None) -> list[int]:
        """The years something was decided in, the last first."""
        return queries.years_of_decisions(self._reader, organisation_id)

    def replaced_by(self, decision_id: DecisionId) -> list[Decision]:
        """What the decision took the place of."""
        return queries.decisions_replaced_by(self._reader, decision_id)

    def find(self, words: str, most: int = MOST_FOUND) -> list[Decision]:
        """Decisions with all of the words, the best match first; none without a word.

        Case, accents and the spelling of æ, ø and å do not count. Number, text, basis, the item's
        title and the organisation's name are looked at.
        """
        best = self._searchable().best(words, most)
        known = self._reader.found(Decision, best)
        return [known[each] for each in best if each in known]

    def to_review(self, today: date | None = None) -> list[Decision]:
        """Those in force to be looked at again by today, the longest overdue first."""
        return queries.decisions_to_review(self._reader, today or self._clock.today())

    def record(self, item_id: AgendaItemId, text: str, basis: str = "") -> Decision:
        """A new decision under the item, on the day of its meeting, with the board's next number.

        It is what came of the last vote on the item that belongs to no decision yet.

        Raises InvalidField without words.
        """
        with self._journal.command(_("Record decision")) as tx:
            item = tx.get(AgendaItem, item_id)
            meeting = tx.get(Meeting, item.meeting_id)
            under = queries.decisions_under(tx, item_id)
            decision = Decision(
                organisation_id=meeting.organisation_id,
                meeting_id=meeting.id,
                item_id=item_id,
                number=number_for(tx, meeting.organisation_id, meeting.day.year),
                text=text,
                basis=basis,
                decided_on=meeting.day,
                position=max((each.position for each in under), default=-1) + 1,
            )
            tx.put(decision)
            waiting = [each for each in votes_on(tx, item_id) if each.decision_id is None]
            if waiting:
                tx.put(replace(waiting[-1], decision_id=decision.id))
        return decision

    def change(self, decision: Decision) -> None:
        """Store a changed decision.

        Raises InvalidField when another one of the organisation has its number.
        """
        reader = self._reader
        if decision.number:
            same = queries.numbered_as(reader, decision.organisation_id, decision.number)
            if any(each.id != decision.id for each in same):
                message = _("Another decision has the number {number}.")
                raise InvalidField("number", message.format(number=decision.number))
        store_edit(self._journal, _("Edit decision"), decision)

    def discard(self, decision_id: DecisionId) -> None:
        """Move the decision to the trash. What it replaced is in force again; votes on it stay."""
        with self._journal.command(_("Delete decision")) as tx:
            decision = tx.get(Decision, decision_id)
            before = queries.decisions_replaced_by(tx, decision_id)
            title = f"{decision.number} {decision.text}".strip()
            discard(tx, decision, title, self._clock.today())
            tx.put_all(reinstated(each) for each in before)

    def repeal(self, decision_id: DecisionId, on: date | None = None) -> None:
        """Take the decision out of force from the day on; today unless told otherwise.

        Raises UserError when it has ended before, InvalidField on a day before it was made.
        """
        with self._journal.command(_("Repeal decision")) as tx:
            decision = tx.get(Decision, decision_id)
            tx.put(repealed(decision, on or max(self._clock.today(), decision.decided_on)))

    def replace(self, old_id: DecisionId, new_id: DecisionId, on: date | None = None) -> None:
        """Let one decision take another's place; from the day the new one was made by default.

        Raises UserError when the old one has ended before, the new one has too, or they belong to
        different organisations; InvalidField on a day before the old one was made.
        """
        with self._journal.command(_("Replace decision")) as tx:
            old, new = tx.get(Decision, old_id), tx.get(Decision, new_id)
            tx.put(replaced_by(old, new, on or new.decided_on))

    def reinstate(self, decision_id: DecisionId) -> None:
        """Put the decision in force again, as if it had never ended."""
        with self._journal.command(_("Put decision in force again")) as tx:
            tx.put(reinstated(tx.get(Decision, decision_id)))

    def warnings(self, meeting_id: MeetingId) -> list[DecisionWarning]:
        """Decisions where none is expected: information, any other business, not on the notice."""
        reader = self._reader
        added = queries.added_items(reader, meeting_id)
        items = {each.id: each for each in items_of(reader, meeting_id)}
        return [
            DecisionWarning(decision=decision, item=items[decision.item_id], remark=remark)
            for decision in _of_meeting(reader, meeting_id)
            if decision.item_id in items
            for remark in remarks_on(items[decision.item_id], is_added=decision.item_id in added)
        ]

    def dissents_of(self, item_id: AgendaItemId) -> list[Dissent]:
        """The statements entered under an item, in the order they were made."""
        return queries.dissents_under(self._reader, item_id)

    def dissent(
        self,
        item_id: AgendaItemId,
        who: Person | str,
        text: str,
        decision_id: DecisionId | None = None,
    ) -> Dissent:
        """Enter a statement in the minutes. Raises InvalidField without a name or words."""
        with self._journal.command(_("Enter statement")) as tx:
            item = tx.get(AgendaItem, item_id)
            under = queries.dissents_under(tx, item.id)
            entered = Dissent(
                item_id=item.id,
                decision_id=decision_id,
                person_id=None if isinstance(who, str) else who.id,
                name=who if isinstance(who, str) else who.name,
                text=text,
                position=max((each.position for each in under), default=-1) + 1,
            )
            tx.put(entered)
        return entered

    def change_dissent(self, dissent: Dissent) -> None:
        store_edit(self._journal, _("Edit statement"), dissent)

    def discard_dissent(self, dissent_id: DissentId) -> None:
        """Move the statement to the trash."""
        with self._journal.command(_("Delete statement")) as tx:
            entered = tx.get(Dissent, dissent_id)
            discard(tx, entered, f"{entered.name}: {entered.text}", self._clock.today())

    def prepare_search(self) -> None:
        """Read every decision, so that the first search is as quick as the next."""
        self._searchable()

    def _searchable(self) -> DecisionIndex:
        """The index, with what has changed since it was asked last."""
        if self._index is None:
            self._index = DecisionIndex(queries.decisions_to_search(self._reader))
        elif self._stale or self._stale_items:
            changed = queries.some_to_search(self._reader, self._stale, self._stale_items)
            self._index.remove(self._stale)
            self._index.put(changed)
        self._stale.clear()
        self._stale_items.clear()
        return self._index

    def _on_changed(self, change_set: ChangeSet) -> None:
        for change in change_set.changes:
            subject = change.subject
            if isinstance(subject, Decision):
                self._stale.add(subject.id)
            elif isinstance(subject, AgendaItem):
                self._stale_items.add(subject.id)
            elif isinstance(subject, Organisation):
                self._index = None
        if len(self._stale) + len(self._stale_items) > _MOST_STALE:
            self._index = None


def _of_meeting(reader: Reader, meeting_id: MeetingId) -> list[Decision]:
    agenda = laid_out(reader.get(Meeting, meeting_id), items_of(reader, meeting_id))
    places = {line.item.id: place for place, line in enumerate(agenda.lines)}
    found = queries.decisions_at(reader, meeting_id)
    last = len(places)
    return sorted(found, key=lambda each: (_place(each, places, last), each.position))


def _place(decision: Decision, places: dict[AgendaItemId, int], last: int) -> int:
    return last if decision.item_id is None else places.get(decision.item_id, last)
