"""What was thrown away and can still be fetched back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from boardkeeper.domain.identity import Id

KEPT_DAYS = 30
"""Days a discarded record can be fetched back."""


class TrashEntryId(Id):
    """Names an entry in the trash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashEntry:
    """One thing a person threw away, with all that went along with it.

    `content` is the change set as JSON text (domain/plain.py): what was removed, and what merely
    lost its pointer to it, so that fetching it back restores both.
    """

    id: TrashEntryId = field(default_factory=TrashEntryId.new)
    title: str
    discarded_on: date
    content: str

    @property
    def goes_on(self) -> date:
        """The day it is gone for good."""
        return self.discarded_on + timedelta(days=KEPT_DAYS)
