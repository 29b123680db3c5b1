"""The child that reads a foreign file within its limits; `limited` starts it and listens.

It is told the job as one line of JSON with the file behind it, and answers with lines of JSON: how
far it is, and at last what it found or why not.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import sys
from typing import IO, Any

from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, set_language

_JOBS_IN = ("boardkeeper.exchange.", "boardkeeper.printing.")


def main() -> None:
    """Do the one job asked for on the pipes 0 and 1."""
    with open(0, "rb") as asked, open(1, "wb") as answers:
        request = json.loads(asked.readline())
        _limit(request["memory"], request["seconds"])
        set_language(Language(request["language"]))
        _say(answers, _outcome(request, asked.read(), answers))


def _outcome(request: dict[str, Any], content: bytes, answers: IO[bytes]) -> dict[str, Any]:
    module, _colon, name = request["job"].partition(":")
    if not module.startswith(_JOBS_IN):
        raise ValueError(module)
    job = getattr(importlib.import_module(module), name)

    def report(done: int, of: int) -> None:
        _say(answers, {"progress": [done, of]})

    try:
        return {"result": job(content, request["arguments"], report)}
    except UserError as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        message = _("The file needs more memory than a file may. Nothing was changed.")
        return {"refused": message}


def _say(answers: IO[bytes], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _limit(memory: int, seconds: float) -> None:
    """Let the system hold the limits too, where it can: also when nobody is left to kill us."""
    # The process ends with its one answer; clearing up on the way only costs time.
    gc.disable()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    longest = int(seconds) + 5
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, longest),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
