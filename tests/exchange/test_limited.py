"""The child that reads foreign files: held to its limits, whatever the file makes it do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boardkeeper.exchange import limited
from boardkeeper.exchange.ics_reading import read_calendar
from boardkeeper.exchange.limited import Cancelled, Limits, RefusedFile, read_limited
from boardkeeper.i18n import Language, speaking
from tests.support.builders import TODAY
from tests.support.calendars import calendar, event

TODAY_TOLD: dict[str, Any] = {"today": TODAY.isoformat()}
MANY = calendar(*(event(f"UID:{number}") for number in range(5000)))


def test_reading_too_long_is_stopped_and_told() -> None:
    limits = Limits(seconds=0.2)
    with pytest.raises(RefusedFile, match=r"took more than 0 seconds and was stopped"):
        read_limited(read_calendar, MANY, arguments=TODAY_TOLD, limits=limits)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_too_much_memory_is_refused_and_told() -> None:
    limits = Limits(memory=100 * 2**20)
    endless = b"BEGIN:VCALENDAR\r\nX:" + b"\xc3\xa5" * 9_000_000
    with pytest.raises(RefusedFile, match="more memory than a file may"):
        read_limited(read_calendar, endless, arguments=TODAY_TOLD, limits=limits)


def test_cancel_stops_the_child_at_once() -> None:
    told: list[int] = []
    with pytest.raises(Cancelled, match=r"Stopped\. Nothing was changed\."):
        read_limited(
            read_calendar,
            MANY,
            arguments=TODAY_TOLD,
            limits=Limits(),
            progress=lambda done, _of: told.append(done),
            is_cancelled=lambda: bool(told),
        )
    assert told[-1] < 5000


def test_a_child_that_dies_is_told_as_a_damaged_file() -> None:
    # A job that is not there ends the child without a word.
    with pytest.raises(RefusedFile, match="made its reader stop"):
        read_limited(_no_job, b"", arguments={}, limits=Limits())


def _no_job(_content: bytes, _arguments: dict[str, Any], _report: limited.Report) -> Any:
    raise AssertionError


def test_the_child_speaks_the_language_of_its_parent() -> None:
    with (
        speaking(Language.DANISH),
        pytest.raises(RefusedFile, match="Filen er ikke en kalenderfil"),
    ):
        read_limited(read_calendar, b"", arguments=TODAY_TOLD, limits=Limits())


def test_a_frozen_program_is_the_child_when_its_first_word_says_so() -> None:
    request = {
        "job": f"{read_calendar.__module__}:{read_calendar.__name__}",
        "arguments": TODAY_TOLD,
        "language": "en",
        "memory": 2**30,
        "seconds": 20,
    }
    asked = json.dumps(request).encode() + b"\n" + calendar(event())
    command = [sys.executable, "-m", "boardkeeper", limited.FLAG]
    root = Path(limited.__file__).parents[2]
    said = subprocess.run(command, input=asked, cwd=root, capture_output=True, check=True).stdout
    assert json.loads(said.splitlines()[-1])["result"]["events"][0]["summary"] == "Budget"
