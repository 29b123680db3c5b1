"""What the tools say while they work: one line a step, with its seconds."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_WIDTH = 44


class Halted(Exception):
    """Nothing further can be done here; the message says why and what to do about it."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say the name now, and the seconds (or that it failed) when the work is done."""
    print(f"{name} ".ljust(_WIDTH, "."), end=" ", flush=True)
    begun = time.monotonic()
    try:
        yield
    except KeyboardInterrupt:
        print("stopped")
        raise
    except BaseException:
        print("failed")
        raise
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def quietly(
    command: Sequence[str],
    *,
    otherwise: str,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> str:
    """Run to the end without a word and return what was said.

    Raises:
        Halted: With the sentence and the command's last lines, when it fails.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Halted(f"{otherwise}\n    {error}") from error
    if done.returncode != 0:
        raise Halted(f"{otherwise}\n{last_lines(done.stdout)}")
    return done.stdout


def last_lines(said: str, count: int = 15) -> str:
    """The end of what a program said, indented below our own sentence."""
    return "\n".join(f"    {line}" for line in said.rstrip().splitlines()[-count:])


def speak_any_alphabet() -> None:
    """Let a terminal that lacks a letter show a mark in its place instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
