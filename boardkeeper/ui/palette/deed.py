"""One thing the palette offers to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """What it is called, its icon and keys, and the words it is found by, folded."""

    text: str
    icon: str
    keys: str
    do: Callable[[], None]
    words: tuple[str, ...] = ()
