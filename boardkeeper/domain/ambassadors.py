"""The others of a network as one's ambassadors: who can tell what one does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import MembershipId


class AmbassadorId(Id):
    """Names what is known of an ambassador."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambassador:
    """Another member of a group, one record a membership: since when they can explain what I do."""

    id: AmbassadorId = field(default_factory=AmbassadorId.new)
    membership_id: MembershipId
    can_explain_since: date | None = None
    note: str = ""
