"""The agenda of a meeting: written, ordered, timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.domain import agenda as rules
from boardkeeper.domain.agenda import Agenda, AgendaItem, AgendaItemId, ItemType
from boardkeeper.domain.agenda_templates import items_from, template
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import _, speaking
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard

Rearrange = Callable[[Sequence[AgendaItem]], list[AgendaItem]]


class AgendaService:
    """What one does with the items of an agenda."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of(self, meeting_id: MeetingId) -> Agenda:
        """The agenda in reading order, numbered and timed."""
        reader = self._journal.reader
        return rules.laid_out(reader.get(Meeting, meeting_id), items_of(reader, meeting_id))

    def get(self, item_id: AgendaItemId) -> AgendaItem:
        return self._journal.reader.get(AgendaItem, item_id)

    def add(
        self,
        meeting_id: MeetingId,
        title: str,
        *,
        after: AgendaItemId | None = None,
        type: ItemType = ItemType.PLAIN,  # noqa: A002 - the field's name
        minutes: int = 0,
    ) -> AgendaItem:
        """A new item after another, on its level; at the end of the agenda without one."""
        with self._journal.command(_("Add agenda item")) as tx:
            items = items_of(tx, meeting_id)
            above = None if after is None else tx.get(AgendaItem, after)
            new = AgendaItem(
                meeting_id=meeting_id,
                parent_id=above.parent_id if above else None,
                position=rules.place_of(items, above) + 1 if above else len(items),
                title=title,
                type=type,
                minutes=minutes,
            )
            tx.put_all(rules.opened_up(items, new))
        return self.get(new.id)

    def change(self, item: AgendaItem) -> None:
        store_edit(self._journal, _("Edit agenda item"), item)

    def raise_up(self, item_id: AgendaItemId) -> None:
        """One place up among its siblings."""
        self._rearrange(item_id, lambda items: rules.raised(items, item_id))

    def lower(self, item_id: AgendaItemId) -> None:
        """One place down among its siblings."""
        self._rearrange(item_id, lambda items: rules.lowered(items, item_id))

    def indent(self, item_id: AgendaItemId) -> None:
        """Under the item above it. Raises UserError where it cannot lie."""
        self._rearrange(item_id, lambda items: rules.indented(items, item_id))

    def outdent(self, item_id: AgendaItemId) -> None:
        """One level up."""
        self._rearrange(item_id, lambda items: rules.outdented(items, item_id))

    def place(self, item_id: AgendaItemId, parent_id: AgendaItemId | None, index: int) -> None:
        """Where it was dropped: under another item or at the top level, at that place."""
        self._rearrange(item_id, lambda items: rules.placed(items, item_id, parent_id, index))

    def discard(self, item_id: AgendaItemId) -> None:
        """Move the item and its sub-items to the trash."""
        with self._journal.command(_("Delete agenda item")) as tx:
            item = tx.get(AgendaItem, item_id)
            discard(tx, item, item.title, self._clock.today())
            left = [
                each for each in items_of(tx, item.meeting_id) if each.parent_id == item.parent_id
            ]
            ordered = sorted(left, key=lambda each: each.position)
            tx.put_all(replace(each, position=at) for at, each in enumerate(ordered))

    def use_template(self, meeting_id: MeetingId) -> None:
        """Add the usual agenda of the meeting's kind, in the organisation's language.

        An open meeting gets the tasks of the year wheel that land in it too, and the next one is
        told what was decided in writing, gets what the last one put off, and a place for tasks.
        """
        # Reading an agenda needs nothing of this, and a start reads one.
        from boardkeeper.services.carrying import add_by_itself  # noqa: PLC0415

        with self._journal.command(_("Use agenda template")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            organisation = tx.get(Organisation, meeting.organisation_id)
            first = len([each for each in items_of(tx, meeting_id) if each.parent_id is None])
            with speaking(organisation.language):
                lines = template(organisation.kind, meeting.kind)
            tx.put_all(items_from(lines, meeting_id, first=first))
            if meeting.is_open:
                add_by_itself(tx, meeting, self._clock.today())

    def _rearrange(self, item_id: AgendaItemId, rearrange: Rearrange) -> None:
        with self._journal.command(_("Move agenda item")) as tx:
            meeting_id = tx.get(AgendaItem, item_id).meeting_id
            tx.put_all(rearrange(items_of(tx, meeting_id)))
