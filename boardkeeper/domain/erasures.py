"""That somebody was erased, and when: enough to name the backups that still hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ErasureId(Id):
    """Names an erasure."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One person erased at a moment in UTC, without their name: how many records and passages.

    `passages` are those struck from approved minutes, whose chain holds all the same.
    """

    id: ErasureId = field(default_factory=ErasureId.new)
    erased_at: datetime
    records: int = 0
    passages: int = 0

    def __post_init__(self) -> None:
        if min(self.records, self.passages) < 0:
            raise InvalidField("records", _("A count starts at 0."))
