"""The people one meets, in one organisation or in several."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class PersonId(Id):
    """Names a person."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person. Exactly one of them is the user: `is_me`."""

    id: PersonId = field(default_factory=PersonId.new)
    name: str
    occupation: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    how_we_met: str = ""
    notes: str = ""
    is_me: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A person needs a name."))

    @property
    def initials(self) -> str:
        """First and last initial, as on a name badge."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
