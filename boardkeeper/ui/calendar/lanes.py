"""How meetings that overlap share the width of their day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """One of so many equal strips of a day, counted from the left."""

    index: int
    count: int


def lanes_of(parts: Sequence[tuple[int, int]]) -> list[Lane]:
    """A lane for each part of a day, given by its first and last minute in order of the first.

    Parts that overlap, directly or through one another, share the width in as few lanes as they
    need; any other has the whole of it.
    """
    given: list[Lane] = []
    ends: list[int] = []  # of each lane in the run
    indexes: list[int] = []
    for start, end in parts:
        if ends and start >= max(ends):
            given += [Lane(index, len(ends)) for index in indexes]
            ends, indexes = [], []
        free = next((at for at, until in enumerate(ends) if until <= start), None)
        if free is None:
            free = len(ends)
            ends.append(end)
        else:
            ends[free] = end
        indexes.append(free)
    return given + [Lane(index, len(ends)) for index in indexes]
