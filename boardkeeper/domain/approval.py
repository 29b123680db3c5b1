"""Approved minutes: frozen, each chained to the one before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ApprovedMinutesId(Id):
    """Names one approved version of a meeting's minutes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedMinutes:
    """One approved version of a meeting's minutes, as it stands for ever.

    `record` is its canonical text, in which people stand as salted digests; `names` is the JSON of
    what the digests stand for, which can be erased without breaking the chain. `pdf` is the final
    paper in Base64. The digests are SHA-256 in hexadecimal: of the record, of the PDF, and of the
    chain, in which `position` counts an organisation's approved minutes from 1 and
    `previous_digest` is the chain's up to the one before, empty for the first. `approved_at` is
    UTC. A correction is a new version with a `reason`.
    """

    id: ApprovedMinutesId = field(default_factory=ApprovedMinutesId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId
    version: int = 1
    position: int
    approved_at: datetime
    reason: str = ""
    record: str
    names: str
    pdf: str
    record_digest: str
    pdf_digest: str
    previous_digest: str = ""
    digest: str

    def __post_init__(self) -> None:
        if self.version < 1 or self.position < 1:
            raise InvalidField("version", _("Approved minutes are counted from 1."))
        if self.version > 1 and not self.reason.strip():
            raise InvalidField("reason", _("A correction needs a reason."))
