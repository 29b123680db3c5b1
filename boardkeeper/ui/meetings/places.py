"""Where an item that is dragged may land: between which rows, on which levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkeeper.domain.agenda import DEEPEST, AgendaItemId, AgendaLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the tree: under which item (None is the top level), as which of its sub-items."""

    parent_id: AgendaItemId | None
    index: int


def block_end(lines: Sequence[AgendaLine], row: int) -> int:
    """The row after the last sub-item of the one at `row`."""
    end = row + 1
    while end < len(lines) and lines[end].depth > lines[row].depth:
        end += 1
    return end


def levels_at(lines: Sequence[AgendaLine], moved: AgendaItemId, row: int) -> range:
    """The levels, 0 being the top, on which the item can lie when dropped before `row`.

    Empty where it cannot lie at all, as when its own sub-items would make it too deep.
    """
    others, at, height = _without(lines, moved, row)
    if at is None:
        return range(0)
    lowest = others[at].depth if at < len(others) else 0
    highest = 0
    if at > 0:
        above = others[at - 1]
        highest = above.depth if above.item.is_break else above.depth + 1
    return range(lowest, min(highest, DEEPEST - height) + 1)


def place_at(
    lines: Sequence[AgendaLine], moved: AgendaItemId, row: int, level: int
) -> Place | None:
    """The place before `row` on that level, or None where the item cannot lie."""
    if level not in levels_at(lines, moved, row):
        return None
    others, at, _height = _without(lines, moved, row)
    index = 0
    parent_id = None
    for line in reversed(others[:at]):
        if line.depth < level:
            parent_id = line.item.id
            break
        index += line.depth == level
    return Place(parent_id=parent_id, index=index)


def place_under(lines: Sequence[AgendaLine], moved: AgendaItemId, row: int) -> Place | None:
    """The place of the last sub-item of the one at `row`, or None where it can have none."""
    return place_at(lines, moved, block_end(lines, row), lines[row].depth + 1)


def _without(
    lines: Sequence[AgendaLine], moved: AgendaItemId, row: int
) -> tuple[list[AgendaLine], int | None, int]:
    """The other lines, the row among them, and how many levels the moved item reaches down."""
    first = next((at for at, line in enumerate(lines) if line.item.id == moved), None)
    if first is None:
        return list(lines), None, 0
    end = block_end(lines, first)
    height = max(line.depth for line in lines[first:end]) - lines[first].depth
    others = [*lines[:first], *lines[end:]]
    at = row if row <= first else max(first, row - (end - first))
    return others, at, height
