"""From nothing to a window one can use, against a bare window with the same libraries imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services

ROUNDS = 7


def started(*arguments: str) -> Any:
    command = [sys.executable, "-m", "tests.support.starting", *arguments]
    root = Path(__file__).parents[2]
    return json.loads(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)


def test_from_start_to_today_on_the_sample(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    store = Store.open(Folders.below(tmp_path).database)
    Services.over(store, Clock()).sample.fill()
    store.close()
    modules = started("ours", str(tmp_path))["modules"]

    taken = [
        (started("ours", str(tmp_path))["seconds"], started("bare", *modules)["seconds"])
        for _round in range(ROUNDS)
    ]
    ours, bare = (median(each) for each in zip(*taken, strict=True))
    benchmark.extra_info["seconds"] = round(ours, 2)
    benchmark.extra_info["times as slow as bare"] = round(ours / bare, 2)
    benchmark.pedantic(started, ("ours", str(tmp_path)))  # type: ignore[no-untyped-call]

    assert ours / bare <= 1.6
