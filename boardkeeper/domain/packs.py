"""The meeting pack: what an organisation wants in it, and the versions that went out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class PackProfileId(Id):
    """Names how an organisation wants its packs."""

    __slots__ = ()


class PackVersionId(Id):
    """Names a version of a pack that went out."""

    __slots__ = ()


class PackPart(StrEnum):
    """A part of a pack, in the order of the paper."""

    COVER = "cover"
    CONTENTS = "contents"
    CHANGES = "changes"
    AGENDA = "agenda"
    PREVIOUS_MINUTES = "previous_minutes"
    TASKS = "tasks"
    INTERESTS = "interests"
    ITEMS = "items"
    LOOSE = "loose"
    WHEEL = "wheel"
    PLAN = "plan"


USUAL_PARTS = ",".join(
    part for part in PackPart if part not in (PackPart.INTERESTS, PackPart.WHEEL, PackPart.PLAN)
)
"""What is in a pack unless an organisation wants it otherwise, as a profile writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProfile:
    """How an organisation wants its packs; at most one each.

    `parts` are written as `cover,contents,agenda`. `page_limit` is how long a pack may be before
    the program speaks up, 0 for never.
    """

    id: PackProfileId = field(default_factory=PackProfileId.new)
    organisation_id: OrganisationId
    parts: str = USUAL_PARTS
    has_stamps: bool = True
    has_dividers: bool = False
    starts_items_right: bool = False
    is_two_sided: bool = False
    is_large_print: bool = False
    has_note_margin: bool = False
    is_two_up: bool = False
    page_limit: int = 60

    def __post_init__(self) -> None:
        known = {part.value for part in PackPart}
        if not set(filter(None, self.parts.split(","))) <= known:
            raise InvalidField(
                "parts", _("Parts are written as {example}.").format(example="cover,agenda")
            )
        if self.page_limit < 0:
            raise InvalidField("page_limit", _("A number of pages starts at 0."))

    @property
    def chosen_parts(self) -> tuple[PackPart, ...]:
        """The parts in the order of the paper."""
        wanted = set(self.parts.split(","))
        return tuple(part for part in PackPart if part in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackVersion:
    """One version of a meeting's pack, as it went out, so that the next can tell what changed.

    `contents` is JSON: a list of what stood on which pages, with the digests of the files.
    `released_at` is UTC. `is_supplement` marks a supplementary agenda sent after the notice.
    """

    id: PackVersionId = field(default_factory=PackVersionId.new)
    meeting_id: MeetingId
    version: int
    released_at: datetime
    pages: int
    contents: str
    is_supplement: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.version < 1:
            raise InvalidField("version", _("Versions are counted from 1."))
        if self.pages < 0:
            raise InvalidField("pages", _("A number of pages starts at 0."))


def part_name(part: PackPart) -> str:
    """A part of a pack, in words."""
    return {
        PackPart.COVER: _("Cover"),
        PackPart.CONTENTS: _("Contents"),
        PackPart.CHANGES: _("Changes since the last version"),
        PackPart.AGENDA: _("Agenda"),
        PackPart.PREVIOUS_MINUTES: _("Previous minutes"),
        PackPart.TASKS: _("Action list"),
        PackPart.INTERESTS: _("Register of interests"),
        PackPart.ITEMS: _("Items and appendices"),
        PackPart.LOOSE: _("Papers without an item"),
        PackPart.WHEEL: _("Year wheel"),
        PackPart.PLAN: _("Meeting plan"),
    }[part]
