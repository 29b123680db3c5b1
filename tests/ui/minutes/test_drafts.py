"""What is typed is on disk within two seconds, whatever becomes of the program."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.support.killing import seconds_lost

MOST = 2.0


def test_a_program_killed_while_one_types_loses_two_seconds_at_most(tmp_path: Path) -> None:
    chance = Random(4)  # noqa: S311 - a moment to die, not a secret
    assert seconds_lost(tmp_path, chance) <= MOST
