"""Every check and test of the project, run one after another whatever the one before said."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from installer.environment import ROOT, Environment, surroundings
from installer.terminal import last_lines

_CLOSING = re.compile(r"\b\d+ (passed|failed|errors?|skipped|deselected)\b|no tests ran")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One tool to run: its name, and the command that runs it."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one check went; `closing` is the sentence it ended on, where it has one."""

    name: str
    exit_code: int
    seconds: float
    closing: str = ""

    @property
    def is_good(self) -> bool:
        return self.exit_code == 0


def linting(environment: Environment) -> tuple[Check, ...]:
    """The checks that read the code without running it."""

    def module(name: str, *arguments: str) -> list[str]:
        return environment.command("-m", name, *arguments)

    return (
        Check(name="ruff check", command=module("ruff", "check", ".")),
        Check(name="ruff format", command=module("ruff", "format", "--check", ".")),
        Check(name="mypy", command=module("mypy")),
        Check(name="lint-imports", command=[str(environment.script("lint-imports"))]),
        Check(name="Danish words", command=environment.command("installer/words.py", "--check")),
    )


def lint(environment: Environment) -> list[Verdict]:
    return [_quiet(check) for check in linting(environment)]


def test(environment: Environment, arguments: Sequence[str]) -> list[Verdict]:
    """Every check, then the tests; the arguments go to pytest."""
    command = environment.command("-m", "pytest", *arguments)
    return [*lint(environment), _aloud(Check(name="pytest", command=command))]


def bench(environment: Environment, arguments: Sequence[str]) -> Verdict:
    """The measurements: one process, in their own order, outside the default run."""
    command = environment.command(
        *("-m", "pytest", "-o", "addopts=--strict-markers --import-mode=importlib"),
        *("-p", "no:randomly", "--benchmark-only", *(arguments or ["tests/bench"])),
    )
    return _aloud(Check(name="bench", command=command))


def soak(environment: Environment, arguments: Sequence[str]) -> Verdict:
    """The tests of laws, each with a thousand examples: for a night, not for every change."""
    laws = ("-m", "hypothesis", "--hypothesis-profile", "soak", "--timeout", "0")
    command = environment.command("-m", "pytest", *laws, *(arguments or ["tests"]))
    return _aloud(Check(name="soak", command=command))


def _quiet(check: Check) -> Verdict:
    """Run a check and show what it said only when it found something."""
    verdict, said = _run(check, aloud=False)
    print(line_of(verdict), flush=True)
    if not verdict.is_good:
        print(last_lines(said, count=60), flush=True)
    return verdict


def _aloud(check: Check) -> Verdict:
    """Run a check and show what it says as it says it."""
    print(f"\n{check.name}", flush=True)
    return _run(check, aloud=True)[0]


def _run(check: Check, *, aloud: bool) -> tuple[Verdict, str]:
    """How the check went, and all it said."""
    begun = time.monotonic()
    lines = []
    with subprocess.Popen(
        check.command,
        cwd=ROOT,
        env=surroundings(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stdout or ():
            lines.append(line)
            if aloud:
                print(line, end="", flush=True)
    verdict = Verdict(
        name=check.name,
        exit_code=running.returncode,
        seconds=time.monotonic() - begun,
        closing=closing_line(lines) if aloud else "",
    )
    return verdict, "".join(lines)


def closing_line(lines: Iterable[str]) -> str:
    """The line on which pytest closes, with its counts; empty where there is none."""
    counts = [line.strip() for line in lines if _CLOSING.search(line) and " in " in line]
    return counts[-1] if counts else ""


def line_of(verdict: Verdict) -> str:
    """One check on one line: its name, how it went, its seconds."""
    outcome = "ok" if verdict.is_good else "FAILED"
    return f"{verdict.name:<14} {outcome:<7}{verdict.seconds:7.1f} s"


def result(verdicts: Sequence[Verdict]) -> str:
    """All checks on a line each, pytest's own count, and the one sentence that matters."""
    failed = [verdict.name for verdict in verdicts if not verdict.is_good]
    lines = ["", *(line_of(verdict) for verdict in verdicts)]
    lines += [verdict.closing for verdict in verdicts if verdict.closing]
    lines.append(f"Not in order: {', '.join(failed)}." if failed else "Everything is in order.")
    return "\n".join(lines)
