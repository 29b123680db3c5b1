"""How many examples a law is held to."""

from __future__ import annotations

from hypothesis import settings

USUAL = 30


def examples(usual: int) -> int:
    """So many of them, or as many times more as a soak takes."""
    return max(usual * settings().max_examples // USUAL, 1)
