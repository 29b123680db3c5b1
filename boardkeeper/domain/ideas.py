"""Ideas for later: what came up at a meeting and is not to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class IdeaId(Id):
    """Names an idea."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """Something for another meeting. `settled_on` is the day it was taken up or let go."""

    id: IdeaId = field(default_factory=IdeaId.new)
    organisation_id: OrganisationId
    item_id: AgendaItemId | None = None
    text: str
    noted_on: date
    settled_on: date | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidField("text", _("An idea needs its words."))
