"""Ideas for later: kept, taken up on an agenda, or let go."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.minutes import ideas_of
from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.agenda_closing import before_closing
from boardkeeper.domain.ideas import Idea, IdeaId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard

_LONGEST_TITLE = 80


class IdeaService:
    """What one does with ideas. `MinutesService.note_idea` keeps one that came up at a meeting."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of(self, organisation_id: OrganisationId | None = None) -> list[Idea]:
        """All ideas of an organisation, or of all, the earliest first."""
        return ideas_of(self._journal.reader, organisation_id)

    def open_of(self, organisation_id: OrganisationId | None = None) -> list[Idea]:
        """The ideas that nobody has taken up or let go."""
        return [each for each in self.of(organisation_id) if each.settled_on is None]

    def add(self, idea: Idea) -> None:
        with self._journal.command(_("Keep idea")) as tx:
            tx.put(idea)

    def change(self, idea: Idea) -> None:
        store_edit(self._journal, _("Edit idea"), idea)

    def settle(self, idea_id: IdeaId) -> None:
        """Note that the idea needs no more thought, today."""
        with self._journal.command(_("Settle idea")) as tx:
            tx.put(replace(tx.get(Idea, idea_id), settled_on=self._clock.today()))

    def reopen(self, idea_id: IdeaId) -> None:
        """Let an idea wait again."""
        with self._journal.command(_("Take idea up again")) as tx:
            tx.put(replace(tx.get(Idea, idea_id), settled_on=None))

    def take_up(self, idea_id: IdeaId, meeting_id: MeetingId) -> AgendaItem:
        """Make the idea an item of a meeting ahead, for discussion; it is settled thereby.

        Raises UserError when the meeting is over, cancelled, or another organisation's.
        """
        with self._journal.command(_("Take idea up")) as tx:
            idea, meeting = tx.get(Idea, idea_id), tx.get(Meeting, meeting_id)
            if not meeting.is_open or meeting.organisation_id != idea.organisation_id:
                raise UserError(_("The meeting cannot take the idea up. Nothing was changed."))
            new = _item_of(idea, meeting)
            tx.put_all(before_closing(items_of(tx, meeting_id), new))
            tx.put(replace(idea, settled_on=self._clock.today()))
            return tx.get(AgendaItem, new.id)

    def discard(self, idea_id: IdeaId) -> None:
        """Move the idea to the trash."""
        with self._journal.command(_("Delete idea")) as tx:
            idea = tx.get(Idea, idea_id)
            discard(tx, idea, idea.text, self._clock.today())


def _item_of(idea: Idea, meeting: Meeting) -> AgendaItem:
    """An item named by the idea's first line; a longer idea stands in full as its background."""
    first, _break, rest = idea.text.strip().partition("\n")
    title = first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1].rstrip() + "…"
    is_whole = title == first and not rest.strip()
    return AgendaItem(
        meeting_id=meeting.id,
        title=title,
        type=ItemType.DISCUSSION,
        background="" if is_whole else idea.text.strip(),
    )
