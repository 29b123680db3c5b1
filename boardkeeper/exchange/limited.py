"""Foreign files are read by a child process that can be stopped: so long, so large, and no more.

Whatever a file makes a library do (count without end, fill the memory, crash), the program goes on
and says so. The child gets the bytes through a pipe, writes nothing to disk, and answers in JSON:
nothing it says is ever run here.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from boardkeeper.errors import UserError
from boardkeeper.i18n import _, language

Report = Callable[[int, int], None]
"""Told how much is done, of how much."""

Job = Callable[[bytes, dict[str, Any], Report], Any]
"""What the child does: the file and the arguments in, plain data out. A function of a module."""

FLAG = "--limited-child"
"""The first argument that makes a frozen program the child instead of a window."""

_PACKAGE = "boardkeeper.exchange.limited_child"
_LOOK_UP_EVERY = 0.05
_MOST_SAID = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a child may take: seconds, bytes of address space, bytes of the file."""

    seconds: float = 20.0
    memory: int = 2**30
    size: int = 20 * 2**20


USUAL_LIMITS = Limits()


class RefusedFile(UserError):
    """The file cannot be taken in, and why."""


class Cancelled(UserError):
    """A person asked to stop."""


def no_report(_done: int, _of: int) -> None:
    """Tells nobody."""


def never() -> bool:
    """Nobody cancels."""
    return False


def refuse_too_large(size: int, limits: Limits) -> None:
    """Raise RefusedFile when a file is larger (in bytes) than is read at all."""
    if size > limits.size:
        message = _("The file is larger than {most} MB and was not read. Nothing was changed.")
        raise RefusedFile(message.format(most=limits.size // 2**20))


def read_limited(
    job: Job,
    content: bytes,
    *,
    arguments: dict[str, Any],
    limits: Limits,
    progress: Report = no_report,
    is_cancelled: Callable[[], bool] = never,
) -> Any:
    """Let the child do the job with the file and return what it found, as plain data.

    Raises:
        RefusedFile: the file is too large, takes too long or too much memory, or the job says why.
        Cancelled: `is_cancelled` became true; the child is gone.
    """
    refuse_too_large(len(content), limits)
    request = {
        "job": f"{job.__module__}:{job.__name__}",
        "arguments": arguments,
        "language": language().value,
        "memory": limits.memory,
        "seconds": limits.seconds,
    }
    ends = time.monotonic() + limits.seconds
    with _child() as (child, said):
        _start_feeding(child, json.dumps(request).encode() + b"\n" + content)
        while True:
            if is_cancelled():
                raise Cancelled(_("Stopped. Nothing was changed."))
            if time.monotonic() > ends:
                message = _(
                    "Reading the file took more than {seconds} seconds and was stopped."
                    " Nothing was changed."
                )
                raise RefusedFile(message.format(seconds=round(limits.seconds)))
            try:
                line = said.get(timeout=_LOOK_UP_EVERY)
            except queue.Empty:
                continue
            answer = _understood(line)
            if "progress" in answer:
                progress(*answer["progress"])
            elif "refused" in answer:
                raise RefusedFile(str(answer["refused"]))
            else:
                return answer["result"]


@contextlib.contextmanager
def _child() -> Iterator[tuple[subprocess.Popen[bytes], queue.Queue[bytes]]]:
    """A child under way and the lines it says; killed at the end, whatever it is doing."""
    child = subprocess.Popen(  # noqa: S603 - our own program, no shell, no argument from outside
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    said: queue.Queue[bytes] = queue.Queue()
    listener = threading.Thread(target=_listen, args=(child.stdout, said), daemon=True)
    listener.start()
    try:
        yield child, said
    finally:
        child.kill()
        child.wait()
        listener.join()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what it never read is of no use to it now
                    pipe.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    # -P: the folder one stands in is no place to import from.
    return [sys.executable, "-P", "-m", _PACKAGE]


def _surroundings() -> dict[str, str]:
    """This program's surroundings, and where the package lies, also in a checkout."""
    root = str(Path(__file__).parents[2])
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, known] if known else [root])}


def _start_feeding(child: subprocess.Popen[bytes], request: bytes) -> None:
    """Hand the request over in a thread: a child that does not read must not hold us up."""

    def feed(pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):  # the child is gone; its silence tells
            pipe.write(request)
            pipe.close()

    threading.Thread(target=feed, args=(child.stdin,), daemon=True).start()


def _listen(pipe: IO[bytes], said: queue.Queue[bytes]) -> None:
    """Pass on every line, and an empty one when nothing more will come."""
    with contextlib.suppress(OSError, ValueError):
        for line in iter(lambda: pipe.readline(_MOST_SAID), b""):
            said.put(line)
    said.put(b"")


def _understood(line: bytes) -> dict[str, Any]:
    """What the child said; silence or half a line means that it is gone."""
    try:
        answer = json.loads(line)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not answer.keys() & {"progress", "refused", "result"}:
        message = _(
            "The file made its reader stop: it is damaged, or needs more memory than a file may."
            " Nothing was changed."
        )
        raise RefusedFile(message)
    return answer
