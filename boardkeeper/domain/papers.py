"""Papers: files that belong to an agenda item, a meeting or an organisation.

A file is kept once, beside the database, under the SHA-256 of its bytes; the record says what it
is, where it belongs and which one it replaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class PaperId(Id):
    """Names a paper."""

    __slots__ = ()


class MediaType(StrEnum):
    """What a file holds, as far as the program treats it in a way of its own."""

    PDF = "pdf"
    IMAGE = "image"
    TEXT = "text"
    MARKDOWN = "markdown"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper. It lies under an item, or loose in a meeting, or is the organisation's own.

    `file_name` is what the file was called, for people to read; on disk it is known by `digest`,
    the SHA-256 of its bytes in hexadecimal. `size` is in bytes. `pages` and `words` are counted
    when it is read; None where they cannot be. `number` is set by hand ("4.2"), empty where it
    follows from the place. `replaced_by_id` is the newer version, None for the one that counts.
    """

    id: PaperId = field(default_factory=PaperId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    item_id: AgendaItemId | None = None
    position: int = 0
    number: str = ""
    title: str
    file_name: str
    media_type: MediaType
    digest: str
    size: int
    pages: int | None = None
    words: int | None = None
    added_on: date
    replaced_by_id: PaperId | None = None
    is_in_pack: bool = True
    notes: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("A paper needs a title."))
        if len(self.digest) != 64 or set(self.digest) - set("0123456789abcdef"):
            raise InvalidField("digest", _("A paper is known by the SHA-256 of its file."))
        if self.size < 0:
            raise InvalidField("size", _("A file holds at least 0 bytes."))
        if self.item_id is not None and self.meeting_id is None:
            raise InvalidField("item_id", _("A paper of an item belongs to the item's meeting."))
        if self.replaced_by_id == self.id:
            raise InvalidField("replaced_by_id", _("A paper cannot replace itself."))

    @property
    def is_current(self) -> bool:
        """Whether no newer version has taken its place."""
        return self.replaced_by_id is None


def media_type_name(media_type: MediaType) -> str:
    """What a file holds, in words."""
    return {
        MediaType.PDF: _("PDF"),
        MediaType.IMAGE: _("Picture"),
        MediaType.TEXT: _("Text"),
        MediaType.MARKDOWN: _("Text"),
        MediaType.OFFICE: _("Office document"),
        MediaType.OTHER: _("Other file"),
    }[media_type]
