"""The rows of the palette: things to do, and things found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.search import Hit, Kind, kind_name
from boardkeeper.i18n import _
from boardkeeper.ui.kit import RowFace
from boardkeeper.ui.palette.deed import Deed

_ICONS = {
    Kind.ORGANISATION: "landmark",
    Kind.PERSON: "user",
    Kind.MEETING: "messages-square",
    Kind.ITEM: "list",
    Kind.DECISION: "gavel",
    Kind.WRITTEN: "mail",
    Kind.TASK: "list-checks",
    Kind.IDEA: "lightbulb",
    Kind.REMINDER: "bell",
    Kind.WHEEL_TASK: "circle-dashed",
    Kind.REFERRAL: "heart-handshake",
    Kind.REVIEW: "scale",
    Kind.SEAT: "split",
    Kind.PAYMENT: "banknote",
    Kind.PAPER: "file-text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: a deed or a hit, and how it reads."""

    key: str
    group: str
    title: str
    caption: str = ""
    chip: str = ""
    icon: str = ""
    marked: str = ""
    deed: Deed | None = None
    hit: Hit | None = None


def deed_entries(deeds: Iterable[Deed], group: str) -> list[Entry]:
    """Things to do, their keys at the end."""
    return [
        Entry(
            key=f"deed {deed.text}",
            group=group,
            title=deed.text,
            chip=deed.keys,
            icon=deed.icon,
            deed=deed,
        )
        for deed in deeds
    ]


def hit_entries(hits: Sequence[Hit], group: str = "") -> list[Entry]:
    """Things found, those of a kind together, the kind of the best one first."""
    order = list(dict.fromkeys(hit.kind for hit in hits))
    return [
        Entry(
            key=hit.record_id,
            group=group or kind_name(hit.kind),
            title=" ".join(hit.title.split()),
            caption=" – ".join(filter(None, (hit.where, hit.snippet.text))),
            chip=formats.short_date(hit.day) if hit.day else "",
            icon=_ICONS[hit.kind],
            marked=_marked(hit),
            hit=hit,
        )
        for kind in order
        for hit in hits
        if hit.kind is kind
    ]


def face() -> RowFace[Entry]:
    """How an entry reads as a row."""
    return RowFace(
        title=lambda entry: entry.title,
        caption=lambda entry: entry.caption,
        chip=lambda entry: entry.chip,
        icon=lambda entry: entry.icon,
        marked=lambda entry: entry.marked,
        group=lambda entry: entry.group,
    )


@dataclass(frozen=True, slots=True)
class Where:
    """Where a hit is shown: the section, the record that is open there, and the part of it."""

    section: str
    opened: str = ""
    part: str = ""


_OWN_SECTION: Mapping[Kind, str] = {
    Kind.ORGANISATION: "boards",
    Kind.PERSON: "people",
    Kind.MEETING: "meetings",
    Kind.DECISION: "decisions",
    Kind.WRITTEN: "decisions",
    Kind.TASK: "tasks",
}
"""What opens its record by itself."""

_PART_OF: Mapping[Kind, str] = {Kind.REFERRAL: "people", Kind.PAYMENT: "hours"}
"""What stands among others of its kind in a section."""

_PART_OF_A_BOARD: Mapping[Kind, str] = {Kind.REMINDER: "boards", Kind.WHEEL_TASK: "yearwheel"}
"""What is a part of its organisation's page."""


def place_of(hit: Hit) -> Where:
    """Where a hit is shown. A seat offered is in no section; a dialog shows it."""
    if hit.kind in _OWN_SECTION:
        return Where(_OWN_SECTION[hit.kind], hit.record_id)
    if hit.kind in _PART_OF:
        return Where(_PART_OF[hit.kind], part=hit.record_id)
    if hit.kind in _PART_OF_A_BOARD:
        return Where(_PART_OF_A_BOARD[hit.kind], hit.organisation_id or "", hit.record_id)
    if hit.kind is Kind.REVIEW:
        return Where("reviews", hit.within_id or "")
    if hit.meeting_id is not None:
        item = hit.record_id if hit.kind is Kind.ITEM else hit.within_id
        return Where("meetings", hit.meeting_id, item or "")
    return Where("boards", hit.organisation_id or "")


def _marked(hit: Hit) -> str:
    """The words that were found, as they stand there."""
    parts = [hit.title[start:end] for start, end in hit.title_marks]
    parts += [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    return " ".join(dict.fromkeys(parts))


def nothing_found() -> str:
    """What is said where no row is."""
    return _("Nothing found. Try fewer letters, or another word.")
