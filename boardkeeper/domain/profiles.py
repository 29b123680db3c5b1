"""What a network knows of a person: what they sell, to whom, and how we came to know them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.identity import Id
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ProfileId(Id):
    """Names a profile."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person's profile, one record each. `met_through_id` is who introduced us."""

    id: ProfileId = field(default_factory=ProfileId.new)
    person_id: PersonId
    sells: str = ""
    ideal_customer: str = ""
    interests: str = ""
    met_on: date | None = None
    met_through_id: PersonId | None = None

    def __post_init__(self) -> None:
        if self.met_through_id == self.person_id:
            raise InvalidField("met_through_id", _("Nobody introduces themselves."))

    @property
    def is_filled(self) -> bool:
        """Whether one could recommend the person: what they sell, and to whom, is known."""
        return bool(self.sells.strip() and self.ideal_customer.strip())
