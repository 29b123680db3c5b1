"""Our way of doing a thing against the barest way there is, measured side by side."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter


def times_as_slow(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> float:
    """How many times the floor's time ours takes: the best round of each, taken in turn."""
    gc.collect()
    taken = [(_seconds(ours), _seconds(floor)) for _round in range(rounds)]
    return min(ours for ours, _floor in taken) / min(floor for _ours, floor in taken)


def _seconds(way: Callable[[], object]) -> float:
    begun = perf_counter()
    way()
    return perf_counter() - begun
