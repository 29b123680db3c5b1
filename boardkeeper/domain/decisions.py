"""What was decided: the register that answers "what did we decide about the roof?"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class DecisionId(Id):
    """Names a decision."""

    __slots__ = ()


class DissentId(Id):
    """Names a statement entered in the minutes."""

    __slots__ = ()


class DecisionState(StrEnum):
    """Whether a decision still counts."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, word for word, with its number in the organisation's register.

    It was made at a meeting under an item, or between meetings by written procedure: then both are
    None. `basis` is what it rests on: an appendix, a recommendation. `ended_on` is the day it was
    repealed or replaced. `review_on` is when to look at it again.
    """

    id: DecisionId = field(default_factory=DecisionId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    item_id: AgendaItemId | None = None
    number: str = ""
    text: str
    basis: str = ""
    decided_on: date
    position: int = 0
    state: DecisionState = DecisionState.IN_FORCE
    replaced_by_id: DecisionId | None = None
    ended_on: date | None = None
    review_on: date | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidField("text", _("A decision needs its words."))
        if self.replaced_by_id == self.id:
            raise InvalidField("replaced_by_id", _("A decision cannot replace itself."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A statement somebody had entered in the minutes; it is always printed."""

    id: DissentId = field(default_factory=DissentId.new)
    item_id: AgendaItemId
    decision_id: DecisionId | None = None
    person_id: PersonId | None = None
    name: str
    text: str
    position: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A statement needs the name of who made it."))
        if not self.text.strip():
            raise InvalidField("text", _("A statement needs its words."))


def state_name(state: DecisionState) -> str:
    """Whether a decision still counts, in words."""
    return {
        DecisionState.IN_FORCE: _("In force"),
        DecisionState.REPEALED: _("Repealed"),
        DecisionState.REPLACED: _("Replaced"),
    }[state]
