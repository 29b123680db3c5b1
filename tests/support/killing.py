"""Kills the program while somebody types in it, and says how much was lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from tests.support.builders import house
from tests.support.evenings import an_evening
from tests.support.typing_on import typed

ROOT = Path(__file__).parents[2]


def seconds_lost(folder: Path, chance: Random) -> float:
    """Start the program, let it type for a while, kill it; the age of the oldest key not stored."""
    folders = Folders.below(folder)
    with house(*an_evening(), path=folders.database):
        pass
    after = chance.uniform(0.5, 4.0)
    keys, killed_at = _typed_until_killed(folder, after)
    text = _stored_text(folders)
    assert text == typed(len(text)), "What was stored is the beginning of what was typed."
    lost = [when for count, when in keys if count > len(text)]
    return killed_at - lost[0] if lost else 0.0


def _typed_until_killed(folder: Path, after: float) -> tuple[list[tuple[int, float]], float]:
    """What the program told of its keys, and when it was killed: so long after its first key."""
    command = [sys.executable, "-m", "tests.support.typing_on", str(folder)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    keys: list[tuple[int, float]] = []
    for line in child.stdout:
        count, when = line.split()
        keys.append((int(count), float(when)))
        if keys[-1][1] - keys[0][1] >= after:
            break
    child.kill()
    killed_at = monotonic()
    for line in child.stdout:  # what it told before it died
        parts = line.split()
        if len(parts) == 2:
            keys.append((int(parts[0]), float(parts[1])))
    child.wait()
    child.stdout.close()
    return keys, killed_at


def _stored_text(folders: Folders) -> str:
    store = Store.open(folders.database)
    try:
        services = Services.over(store, Clock())
        (meeting,) = services.meetings.all()
        return services.minutes.book(meeting.id).items[0].text
    finally:
        store.close()
