"""Ceilings: how much one takes on, when one is away, and what an organisation's meetings take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db import ceilings as queries
from boardkeeper.db.journal import Journal
from boardkeeper.domain.ceilings import Away, AwayId, Ceiling, CeilingId, ceiling_on
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class CeilingService:
    """What one does with ceilings, times away and the effort of meetings."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def ceilings(self) -> list[Ceiling]:
        """Every ceiling, the earliest first. One holds until the next begins."""
        return queries.every_ceiling(self._journal.reader)

    def in_force(self, day: date | None = None) -> Ceiling | None:
        """The ceiling that holds on the day, or today."""
        return ceiling_on(self.ceilings(), day or self._clock.today())

    def set(self, ceiling: Ceiling) -> Ceiling:
        """Store a ceiling; one that began the same day is changed instead. Returns what holds."""
        with self._journal.command(_("Set ceiling")) as tx:
            begun = queries.every_ceiling(tx)
            same_day = next((each for each in begun if each.starts_on == ceiling.starts_on), None)
            kept = ceiling if same_day is None else replace(ceiling, id=same_day.id)
            tx.put(kept)
        return kept

    def change(self, ceiling: Ceiling) -> None:
        store_edit(self._journal, _("Edit ceiling"), ceiling)

    def discard(self, ceiling_id: CeilingId) -> None:
        """Move the ceiling to the trash; the one before it then goes on."""
        with self._journal.command(_("Delete ceiling")) as tx:
            ceiling = tx.get(Ceiling, ceiling_id)
            day = formats.short_date(ceiling.starts_on)
            discard(tx, ceiling, _("Ceiling from {day}").format(day=day), self._clock.today())

    def away(self, first: date = date.min, last: date = date.max) -> list[Away]:
        """The times away that touch the span, both days included; all unless told otherwise."""
        return queries.away_between(self._journal.reader, first, last)

    def add_away(self, away: Away) -> None:
        with self._journal.command(_("Add time away")) as tx:
            tx.put(away)

    def change_away(self, away: Away) -> None:
        store_edit(self._journal, _("Edit time away"), away)

    def discard_away(self, away_id: AwayId) -> None:
        """Move the time away to the trash."""
        with self._journal.command(_("Delete time away")) as tx:
            away = tx.get(Away, away_id)
            why = away.reason or _("Away")
            days = formats.date_range(away.starts_on, away.ends_on)
            discard(tx, away, f"{why} · {days}", self._clock.today())

    def effort_of(self, organisation_id: OrganisationId) -> Effort:
        """What the organisation's meetings take; no preparation until somebody has said so."""
        stored = queries.effort_stored(self._journal.reader, organisation_id)
        return stored or Effort(organisation_id=organisation_id)

    def set_effort(self, effort: Effort) -> None:
        """Store what the organisation's meetings take, in the place of what was said before."""
        before = queries.effort_stored(self._journal.reader, effort.organisation_id)
        label = _("Set preparation and follow-up")
        if before is not None:
            store_edit(self._journal, label, replace(effort, id=before.id))
            return
        with self._journal.command(label) as tx:
            tx.put(effort)
