"""What a meeting's pack holds: cover, contents, agenda, the items with their appendices, the rest.

Whatever an edition keeps to itself is left out when the sheet is gathered, so the printer of an
open or a personal pack never has a word of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from boardkeeper.domain.pack_versions import PackEntry
from boardkeeper.domain.packs import PackPart, PackProfile
from boardkeeper.domain.papers import MediaType
from boardkeeper.domain.sheets.agenda import Case, SheetLine
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import _


class PackEdition(StrEnum):
    """Whom a pack is for.

    `SUPPLEMENT` holds what has come since the last version went out.
    """

    FULL = "full"
    OPEN = "open"
    PERSONAL = "personal"
    AGENDA = "agenda"
    SUPPLEMENT = "supplement"

    @property
    def of_papers(self) -> Edition:
        """The edition of the agenda and the minutes in it."""
        return Edition.OPEN if self is PackEdition.OPEN else Edition.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPaper:
    """One appendix. `path` is where its file lies.

    `reason` says why the file is not in the pack, where that is known beforehand; a file whose
    pages cannot be used gets a slip of paper in its place in any case. `key` names it in versions.
    """

    key: str
    number: str
    title: str
    file_name: str
    media_type: MediaType
    digest: str
    path: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """One item of the agenda with what there is to read about it.

    `is_withheld` says that this copy has nothing of it but its title.
    """

    key: str
    line: SheetLine
    case: Case | None = None
    papers: tuple[PackPaper, ...] = ()
    is_withheld: bool = False

    @property
    def digest(self) -> str:
        """What changes when there is something new to read of the item; not with the clock."""
        line, case = self.line, self.case
        said = (line.number, line.title, line.type, line.minutes, line.presenter)
        texts = (case.purpose, case.background, case.economy, case.recommendation) if case else ()
        return sha256(repr((said, texts)).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDocument:
    """A paper of our own in the pack: its bookmark, and the PDF itself."""

    part: PackPart
    title: str
    content: bytes
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackBefore:
    """The version that went out before this one."""

    version: int
    released_on: date
    entries: tuple[PackEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSheet:
    """Everything a pack says, in the order of the paper.

    `facts` are labels and texts on the cover. `documents` are agenda, minutes, tasks and the like.
    `reading_minutes` is an estimate, 0 where there is nothing to estimate from. `warnings` are for
    whoever makes the pack and are not printed.
    """

    letterhead: Letterhead
    edition: PackEdition
    version: int
    recipient: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    profile: PackProfile
    parts: tuple[PackPart, ...]
    documents: tuple[PackDocument, ...] = ()
    items: tuple[PackItem, ...] = ()
    loose: tuple[PackPaper, ...] = ()
    reading_minutes: int = 0
    before: PackBefore | None = None
    warnings: tuple[str, ...] = ()

    @property
    def papers(self) -> tuple[PackPaper, ...]:
        """Every appendix, in the order of the pack."""
        return (*(paper for item in self.items for paper in item.papers), *self.loose)


def pack_edition_name(edition: PackEdition) -> str:
    """The edition in words."""
    return {
        PackEdition.FULL: _("With closed items"),
        PackEdition.OPEN: _("Without closed items"),
        PackEdition.PERSONAL: _("Personal copy"),
        PackEdition.AGENDA: _("Agenda only"),
        PackEdition.SUPPLEMENT: _("Supplementary agenda"),
    }[edition]
