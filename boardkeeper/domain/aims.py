"""What one goes to a meeting for, and what came of it: before it a goal, after it three answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

LOWEST, HIGHEST = 1, 5
"""The scale of useful and energy."""
FOLLOW_UP = timedelta(days=7)
"""How long after a meeting one follows it up."""


class AimId(Id):
    """Names one's aim with a meeting."""

    __slots__ = ()


class Answer(StrEnum):
    """Yes, partly or no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """My own side of one meeting, one record each; it stands on no paper that is shared.

    Before it `goal`, `ask` (what I ask the others for), `meets` (whom I want to talk to) and
    `gives` (what I can give). After it `useful` and `energy` from 1 to 5, whether I `contributed`,
    and what I learned. An answer that is None has not been given.
    """

    id: AimId = field(default_factory=AimId.new)
    meeting_id: MeetingId
    goal: str = ""
    ask: str = ""
    meets: str = ""
    gives: str = ""
    useful: int | None = None
    energy: int | None = None
    contributed: Answer | None = None
    learned: str = ""

    def __post_init__(self) -> None:
        for name in ("useful", "energy"):
            value = getattr(self, name)
            if value is not None and not LOWEST <= value <= HIGHEST:
                raise InvalidField(name, _("The scale goes from 1 to 5."))

    @property
    def is_answered(self) -> bool:
        """Whether all three questions after the meeting have their answer."""
        return None not in (self.useful, self.energy, self.contributed)


def answer_name(answer: Answer) -> str:
    """The answer in words."""
    return {Answer.YES: _("Yes"), Answer.PARTLY: _("Partly"), Answer.NO: _("No")}[answer]
