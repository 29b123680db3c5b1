"""The rows of the palette: things to do, and things found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search import Hit, Kind, kind_name
from boardkeeper.i18n import _
from boardkeeper.ui.kit import RowFace
from boardkeeper.ui.palette.deeds import Deed

_ICONS = {
    Kind.ORGANISATION: "landmark",
    Kind.PERSON: "user",
    Kind.MEETING: "messages-square",
    Kind.ITEM: "list",
    Kind.DECISION: "gavel",
    Kind.TASK: "list-checks",
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


def place_of(hit: Hit, sections: Iterable[str]) -> tuple[str, str]:
    """The section and the record in it where a hit is shown."""
    own: Mapping[Kind, str] = {
        Kind.ORGANISATION: "boards",
        Kind.PERSON: "people",
        Kind.MEETING: "meetings",
        Kind.DECISION: "decisions",
        Kind.TASK: "tasks",
    }
    section = own.get(hit.kind)
    if section is not None and section in sections:
        return section, hit.record_id
    if hit.meeting_id is not None:
        return "meetings", hit.meeting_id
    return "boards", hit.organisation_id or OrganisationId("")


def _marked(hit: Hit) -> str:
    """The words that were found, as they stand there."""
    parts = [hit.title[start:end] for start, end in hit.title_marks]
    parts += [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    return " ".join(dict.fromkeys(parts))


def nothing_found() -> str:
    """What is said where no row is."""
    return _("Nothing found. Try fewer letters, or another word.")
