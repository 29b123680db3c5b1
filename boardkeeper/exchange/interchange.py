"""The open interchange file: one JSON document with every record (docs/interchange.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from boardkeeper.domain.agenda import DEEPEST, AgendaItem, AgendaItemId
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.kinds import KINDS, NAMES
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import from_plain, plain, shapes
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext

FORMAT = "boardkeeper"
VERSION = 1
SHOWN = 12
"""How many problems a message names before it counts the rest."""


class UnreadableFile(UserError):
    """The file is not what it should be; `problems` says where and how, by path."""

    def __init__(self, problems: Sequence[str]) -> None:
        # A name in the file may hold half a character, which no screen can show.
        self.problems = tuple(each.encode("utf-8", "replace").decode() for each in problems)
        more = len(problems) - SHOWN
        lines = [*self.problems[:SHOWN]]
        if more > 0:
            lines.append(ngettext("… and {count} more.", "… and {count} more.", more))
            lines[-1] = lines[-1].format(count=more)
        opening = _("The file was not imported, and nothing was changed. What is wrong in it:")
        super().__init__("\n".join([opening, *lines]))


def interchange_of(records: Iterable[Record]) -> bytes:
    """All the records as one document: UTF-8, sorted by id, the same bytes for the same records."""
    grouped: dict[str, list[Record]] = {name: [] for name in KINDS}
    for record in records:
        grouped[NAMES[type(record)]].append(record)
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for name, group in grouped.items():
        document[name] = [plain(record) for record in sorted(group, key=lambda each: each.id)]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def records_in(content: bytes) -> list[Record]:
    """Every record in a document. Raises UnreadableFile unless all of it is right."""
    document = _document(content)
    problems = [
        _("{field}: there is no such list.").format(field=name)
        for name in document
        if name not in KINDS and name not in ("format", "version")
    ]
    found: list[tuple[str, Record]] = []
    for name, kind in KINDS.items():
        rows = document.get(name, [])
        if not isinstance(rows, list):
            problems.append(_("{field}: must be a list, as [ … ].").format(field=name))
            continue
        for place, row in enumerate(rows):
            path = f"{name}[{place}]"
            record = from_plain(kind, row, path, problems)
            if record is not None:
                found.append((path, record))
    if not problems:
        problems = problems_among(found)
    if problems:
        raise UnreadableFile(problems)
    return [record for _path, record in found]


def problems_among(found: Sequence[tuple[str, Record]]) -> list[str]:
    """What is wrong between records, each given with its path: ids, pointers, levels, two me's."""
    return [
        *_doubled(found),
        *_dangling(found),
        *_misplaced(found),
        *_misfiled(found),
        *_several_of_me(found),
    ]


def _document(content: bytes) -> Mapping[str, Any]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        message = _("It is not JSON, the form an interchange file is written in.")
        raise UnreadableFile([message]) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        message = _(
            'It is not an interchange file: it does not begin with "format": "boardkeeper".'
        )
        raise UnreadableFile([message])
    version = document.get("version")
    if type(version) is not int or version != VERSION:
        message = _("It is of version {theirs}; this program reads version {ours}.")
        theirs = version if isinstance(version, int | float | str) else "?"
        raise UnreadableFile([message.format(theirs=theirs, ours=VERSION)])
    return document


def _doubled(found: Sequence[tuple[str, Record]]) -> list[str]:
    counted = Counter((type(record), record.id) for _path, record in found)
    seen: set[tuple[type[Record], Id]] = set()
    problems = []
    for path, record in found:
        key = (type(record), record.id)
        if counted[key] > 1 and key in seen:
            problems.append(_("{path}.id: another record has the same id.").format(path=path))
        seen.add(key)
    return problems


def _dangling(found: Sequence[tuple[str, Record]]) -> list[str]:
    known = {record.id for _path, record in found}
    ids = {(type(record.id), record.id) for _path, record in found}
    problems = []
    for path, record in found:
        for shape in shapes(type(record)):
            pointed = getattr(record, shape.name)
            is_pointer = shape.name != "id" and isinstance(pointed, Id)
            if is_pointer and (shape.type, pointed) not in ids:
                message = _("{path}.{field}: “{id}” is nowhere in the file.")
                if pointed in known:
                    message = _("{path}.{field}: “{id}” is the id of something else.")
                problems.append(message.format(path=path, field=shape.name, id=pointed))
    return problems


def _misplaced(found: Sequence[tuple[str, Record]]) -> list[str]:
    items = {each.id: each for _path, each in found if isinstance(each, AgendaItem)}
    problems = []
    for path, record in found:
        if not isinstance(record, AgendaItem) or record.parent_id is None:
            continue
        parent = items.get(record.parent_id)
        if parent is not None and parent.meeting_id != record.meeting_id:
            message = _("{path}.parent_id: the item above belongs to another meeting.")
            problems.append(message.format(path=path))
        if parent is not None and parent.is_break:
            message = _("{path}.parent_id: the item above is a break, which has no sub-items.")
            problems.append(message.format(path=path))
        if _lies_too_deep(items, record):
            message = _("{path}.parent_id: the item lies below itself, or on a fourth level.")
            problems.append(message.format(path=path))
    return problems


def _misfiled(found: Sequence[tuple[str, Record]]) -> list[str]:
    """Papers of another meeting than their item's, or another organisation than the meeting's."""
    items = {each.id: each for _path, each in found if isinstance(each, AgendaItem)}
    meetings = {each.id: each for _path, each in found if isinstance(each, Meeting)}
    problems = []
    for path, paper in found:
        if not isinstance(paper, Paper):
            continue
        item = items.get(paper.item_id) if paper.item_id else None
        meeting = meetings.get(paper.meeting_id) if paper.meeting_id else None
        if item is not None and item.meeting_id != paper.meeting_id:
            message = _("{path}.item_id: the item belongs to another meeting.")
            problems.append(message.format(path=path))
        if meeting is not None and meeting.organisation_id != paper.organisation_id:
            message = _("{path}.meeting_id: the meeting is another organisation's.")
            problems.append(message.format(path=path))
    return problems


def _lies_too_deep(items: Mapping[AgendaItemId, AgendaItem], item: AgendaItem) -> bool:
    at: AgendaItem | None = item
    for _level in range(DEEPEST + 1):
        at = items.get(at.parent_id) if at is not None and at.parent_id is not None else None
    return at is not None


def _several_of_me(found: Sequence[tuple[str, Record]]) -> list[str]:
    mine = [path for path, record in found if isinstance(record, Person) and record.is_me]
    message = _("{path}.is_me: only one person can be the user.")
    return [message.format(path=path) for path in mine[1:]]
