"""What stood where in a pack that went out, and what a newer one changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEntry:
    """One thing in a pack and the pages it stands on.

    `key` stays the same when it gets a newer version, `digest` does not. `first` is its first page
    in the pack, counted from 1.
    """

    key: str
    title: str
    first: int
    pages: int
    digest: str

    @property
    def last(self) -> int:
        return self.first + self.pages - 1


class ChangeKind(StrEnum):
    """What happened to a part of the pack."""

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange:
    """One part of the pack that is not as it was. A removed one has the pages it had."""

    kind: ChangeKind
    entry: PackEntry


def entries_as_text(entries: Iterable[PackEntry]) -> str:
    """The entries as a pack version keeps them."""
    rows = [[each.key, each.title, each.first, each.pages, each.digest] for each in entries]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def entries_from_text(text: str) -> tuple[PackEntry, ...]:
    """The entries a pack version keeps; none where they cannot be read."""
    try:
        return tuple(
            PackEntry(key=key, title=title, first=int(first), pages=int(pages), digest=digest)
            for key, title, first, pages, digest in json.loads(text)
        )
    except (ValueError, TypeError):
        return ()


def changes_between(before: Iterable[PackEntry], now: Iterable[PackEntry]) -> list[PackChange]:
    """What is new or another than before, in the order of the pack, and then what is gone."""
    known = {each.key: each for each in before}
    found = []
    for entry in now:
        earlier = known.pop(entry.key, None)
        if earlier is None:
            found.append(PackChange(kind=ChangeKind.ADDED, entry=entry))
        elif earlier.digest != entry.digest:
            found.append(PackChange(kind=ChangeKind.REPLACED, entry=entry))
    gone = (PackChange(kind=ChangeKind.REMOVED, entry=entry) for entry in known.values())
    return [*found, *gone]


def pages_to_print(changes: Iterable[PackChange]) -> list[tuple[int, int]]:
    """The first and last page of each run of pages that are new or another, runs joined."""
    spans = sorted(
        (each.entry.first, each.entry.last)
        for each in changes
        if each.kind is not ChangeKind.REMOVED and each.entry.pages
    )
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def spans_in_words(spans: Sequence[tuple[int, int]]) -> str:
    """“37-43, 60”, as a print dialog takes it."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def change_name(kind: ChangeKind) -> str:
    """What happened, in a word."""
    return {
        ChangeKind.ADDED: _("New"),
        ChangeKind.REPLACED: _("Changed"),
        ChangeKind.REMOVED: _("Taken out"),
    }[kind]
