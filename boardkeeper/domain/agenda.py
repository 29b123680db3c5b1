"""The agenda: what a meeting deals with, in which order, from when till when.

Items form a tree: `parent_id` names the item above, `position` orders siblings from 0.
Everything here works on all the items of one meeting at once and returns new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import count

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, MeetingId, wall_after
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _

DEEPEST = 2
"""How far below the top an item may lie: 4.2.1 has depth 2."""


class AgendaItemId(Id):
    """Names an agenda item."""

    __slots__ = ()


class WheelTaskId(Id):
    """Names a task of a year wheel: an item points at its task, a task knows what item it makes."""

    __slots__ = ()


class ItemType(StrEnum):
    """What the meeting is to do with an item."""

    PLAIN = "plain"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing the meeting deals with. `minutes` is its own time, without its sub-items'.

    `wheel_task_id` is the task of the year wheel it came from, if it did.
    """

    id: AgendaItemId = field(default_factory=AgendaItemId.new)
    meeting_id: MeetingId
    parent_id: AgendaItemId | None = None
    position: int = 0
    number: str = ""
    title: str
    type: ItemType = ItemType.PLAIN
    presenter: str = ""
    minutes: int = 0
    is_closed: bool = False
    is_consent: bool = False
    purpose: str = ""
    background: str = ""
    economy: str = ""
    recommendation: str = ""
    notes: str = ""
    wheel_task_id: WheelTaskId | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("An agenda item needs a title."))
        if not 0 <= self.minutes <= 24 * 60:
            raise InvalidField("minutes", _("An agenda item takes between 0 minutes and 24 hours."))
        if not self.parent_id != self.id:
            raise InvalidField("parent_id", _("An agenda item cannot lie below itself."))

    @property
    def is_break(self) -> bool:
        return self.type is ItemType.BREAK

    @property
    def has_case(self) -> bool:
        """Whether there is more to read than the title."""
        return any((self.purpose, self.background, self.economy, self.recommendation))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An item in its place: number, depth from 0, wall time it starts, minutes with sub-items."""

    item: AgendaItem
    number: str
    depth: int
    starts_at: datetime
    minutes: int
    is_section: bool
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The items of a meeting in reading order, and how their time adds up.

    `overrun` is minutes past the meeting's end; negative while there is time left.
    """

    lines: tuple[AgendaLine, ...]
    minutes: int
    ends_at: datetime
    overrun: int


def laid_out(meeting: Meeting, items: Iterable[AgendaItem]) -> Agenda:
    """Number the items, run the clock through them and add them up.

    A parent's own minutes come before its sub-items'. What lies below a closed item is closed.
    Breaks have no number. An item without a number of its own gets the next one that no item
    holds, so that one added after the notice never bears the number of another.
    """
    every = list(items)
    children = _children(every)
    taken = {item.number for item in every}
    lines: list[AgendaLine] = []
    elapsed = 0

    def visit(parent: AgendaItem | None, prefix: str, depth: int, *, closed: bool) -> None:
        nonlocal elapsed
        siblings = children.get(parent.id if parent else None, [])
        free = (each for each in _numbers(prefix) if each not in taken)
        for item in siblings:
            number = "" if item.is_break else item.number or next(free)
            below = list(_below(children, item.id))
            lines.append(
                AgendaLine(
                    item=item,
                    number=number,
                    depth=depth,
                    starts_at=wall_after(meeting.starts_at, elapsed, meeting.zone),
                    minutes=item.minutes + sum(each.minutes for each in below),
                    is_section=bool(below),
                    is_closed=closed or item.is_closed,
                )
            )
            elapsed += item.minutes
            visit(item, f"{number}.", depth + 1, closed=closed or item.is_closed)

    visit(None, "", 0, closed=False)
    return Agenda(
        lines=tuple(lines),
        minutes=elapsed,
        ends_at=wall_after(meeting.starts_at, elapsed, meeting.zone),
        overrun=elapsed - meeting.minutes,
    )


def _numbers(prefix: str) -> Iterator[str]:
    return (f"{prefix}{place}" for place in count(1))


def in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items as they are read: each followed by its sub-items."""
    return list(_below(_children(items), None))


def raised(items: Sequence[AgendaItem], item_id: AgendaItemId) -> list[AgendaItem]:
    """The item one place up among its siblings; unchanged at the top."""
    return _shifted(items, item_id, -1)


def lowered(items: Sequence[AgendaItem], item_id: AgendaItemId) -> list[AgendaItem]:
    """The item one place down among its siblings; unchanged at the bottom."""
    return _shifted(items, item_id, +1)


def indented(items: Sequence[AgendaItem], item_id: AgendaItemId) -> list[AgendaItem]:
    """The item as the last sub-item of the one above it.

    Raises UserError for the first of its siblings, under a break, or deeper than DEEPEST.
    """
    item = _by_id(items, item_id)
    siblings = _siblings(items, item)
    at = siblings.index(item)
    if at == 0:
        raise UserError(_("The first item has none above it to lie under."))
    above = siblings[at - 1]
    return placed(items, item_id, above.id, len(_children(items).get(above.id, [])))


def outdented(items: Sequence[AgendaItem], item_id: AgendaItemId) -> list[AgendaItem]:
    """The item one level up, right after the one it lay under; unchanged at the top level."""
    item = _by_id(items, item_id)
    if item.parent_id is None:
        return list(items)
    parent = _by_id(items, item.parent_id)
    return placed(items, item_id, parent.parent_id, place_of(items, parent) + 1)


def placed(
    items: Sequence[AgendaItem],
    item_id: AgendaItemId,
    parent_id: AgendaItemId | None,
    index: int,
) -> list[AgendaItem]:
    """The item moved under another (or to the top level), at that place among its new siblings.

    `index` counts in the new siblings without the item itself when it comes from elsewhere, and
    as they stand when it moves among its own. Raises UserError where the item cannot lie.
    """
    item = _by_id(items, item_id)
    children = _children(items)
    below = {each.id for each in _below(children, item_id)}
    if parent_id == item_id or parent_id in below:
        raise UserError(_("An agenda item cannot lie below itself."))
    _refuse_place(items, children, item, parent_id)
    siblings = [each for each in children.get(parent_id, []) if each.id != item_id]
    siblings.insert(max(0, min(index, len(siblings))), replace(item, parent_id=parent_id))
    left = [each for each in children.get(item.parent_id, []) if each.id != item_id]
    moved = {each.id: each for each in _renumbered(siblings)}
    if item.parent_id != parent_id:
        moved |= {each.id: each for each in _renumbered(left)}
    return [moved.get(each.id, each) for each in items]


def place_of(items: Sequence[AgendaItem], item: AgendaItem) -> int:
    """Where the item stands among its siblings, from 0."""
    return [each.id for each in _siblings(items, item)].index(item.id)


def opened_up(items: Sequence[AgendaItem], new: AgendaItem) -> list[AgendaItem]:
    """All items with a new one at its `position` among its siblings, the later ones moved down."""
    siblings = _children(items).get(new.parent_id, [])
    at = max(0, min(new.position, len(siblings)))
    row = [*siblings[:at], new, *siblings[at:]]
    moved = {each.id: each for each in _renumbered(row)}
    return [*(moved.get(each.id, each) for each in items), moved[new.id]]


def _refuse_place(
    items: Sequence[AgendaItem],
    children: dict[AgendaItemId | None, list[AgendaItem]],
    item: AgendaItem,
    parent_id: AgendaItemId | None,
) -> None:
    if parent_id is None:
        return
    parent = _by_id(items, parent_id)
    if parent.is_break:
        raise UserError(_("A break has no sub-items. Move the item below another one."))
    if _depth(items, parent) + 1 + _height(children, item.id) > DEEPEST:
        raise UserError(_("An agenda has three levels at most, as in 4.2.1."))


def _shifted(items: Sequence[AgendaItem], item_id: AgendaItemId, step: int) -> list[AgendaItem]:
    item = _by_id(items, item_id)
    siblings = _siblings(items, item)
    at = siblings.index(item)
    return placed(items, item_id, item.parent_id, max(0, at + step))


def _children(items: Iterable[AgendaItem]) -> dict[AgendaItemId | None, list[AgendaItem]]:
    every = list(items)
    known = {item.id for item in every}
    children: dict[AgendaItemId | None, list[AgendaItem]] = {}
    for item in sorted(every, key=lambda each: (each.position, each.id)):
        parent = item.parent_id if item.parent_id in known else None
        children.setdefault(parent, []).append(item)
    return children


def _below(
    children: dict[AgendaItemId | None, list[AgendaItem]], parent_id: AgendaItemId | None
) -> Iterator[AgendaItem]:
    for child in children.get(parent_id, []):
        yield child
        yield from _below(children, child.id)


def _siblings(items: Sequence[AgendaItem], item: AgendaItem) -> list[AgendaItem]:
    return _children(items)[item.parent_id]


def _depth(items: Sequence[AgendaItem], item: AgendaItem) -> int:
    return 0 if item.parent_id is None else 1 + _depth(items, _by_id(items, item.parent_id))


def _height(children: dict[AgendaItemId | None, list[AgendaItem]], item_id: AgendaItemId) -> int:
    return max((1 + _height(children, child.id) for child in children.get(item_id, [])), default=0)


def _renumbered(siblings: Iterable[AgendaItem]) -> list[AgendaItem]:
    return [replace(each, position=place) for place, each in enumerate(siblings)]


def _by_id(items: Iterable[AgendaItem], item_id: AgendaItemId) -> AgendaItem:
    for item in items:
        if item.id == item_id:
            return item
    raise UserError(_("That agenda item is no longer there. Nothing was changed."))


def type_name(item_type: ItemType) -> str:
    """The type in words, as chosen in the editor."""
    return {
        ItemType.PLAIN: _("No type"),
        ItemType.INFORMATION: _("Information"),
        ItemType.DISCUSSION: _("Discussion"),
        ItemType.DECISION: _("Decision"),
        ItemType.BREAK: _("Break"),
    }[item_type]
