"""The verbs of `installer/dev.py`: what each needs, what it runs, and its exit code."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import checks, demo, environment, locking, machine
from installer.environment import ROOT, RUNTIME, TEST, surroundings
from installer.terminal import Halted, speak_any_alphabet


def show_demo(arguments: Sequence[str]) -> int:
    """Open BoardKeeper on sample data, or print it where there is no screen."""
    machine.ensure(demo.needs())
    return demo.show(environment.set_up(RUNTIME), arguments)


def test(arguments: Sequence[str]) -> int:
    """Run every check and test; arguments go to pytest."""
    machine.ensure(machine.TESTS)
    verdicts = checks.test(environment.set_up(TEST), arguments)
    print(checks.result(verdicts))
    return 0 if all(verdict.is_good for verdict in verdicts) else 1


def lint(_arguments: Sequence[str]) -> int:
    """Run the checks that need no running program."""
    verdicts = checks.lint(environment.set_up(TEST))
    failed = [verdict.name for verdict in verdicts if not verdict.is_good]
    print(f"Not in order: {', '.join(failed)}." if failed else "Everything is in order.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements; arguments go to pytest."""
    machine.ensure(machine.OFFSCREEN)
    return checks.bench(environment.set_up(TEST), arguments).exit_code


def soak(arguments: Sequence[str]) -> int:
    """Hold the laws to many more examples than the tests do; arguments go to pytest."""
    machine.ensure(machine.TESTS)
    return checks.soak(environment.set_up(TEST), arguments).exit_code


def run(arguments: Sequence[str]) -> int:
    """Run BoardKeeper on your own data; arguments go to BoardKeeper."""
    machine.ensure(machine.WINDOW if machine.has_screen() else ())
    return _python(["-m", "boardkeeper", *arguments])


def words(arguments: Sequence[str]) -> int:
    """Bring the Danish words in step with the code."""
    # Babel takes the words apart: one of the tools, which the program itself does without.
    return _python([str(ROOT / "installer" / "words.py"), *arguments], TEST)


def pictures(arguments: Sequence[str]) -> int:
    """Make the pictures of the documentation anew."""
    machine.ensure(machine.OFFSCREEN)
    return _python([str(ROOT / "installer" / "pictures.py"), *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Pin the dependencies anew; arguments go to uv."""
    locking.lock(arguments)
    return 0


VERBS = {
    "demo": show_demo,
    "test": test,
    "run": run,
    "lint": lint,
    "bench": bench,
    "soak": soak,
    "words": words,
    "pictures": pictures,
    "lock": lock,
}


def _python(arguments: Sequence[str], pins: Path = RUNTIME) -> int:
    """Run a program of ours in the environment, on this terminal and in the reader's folder."""
    command = environment.set_up(pins).command(*arguments)
    return subprocess.run(command, env=surroundings(), check=False).returncode


def _parser() -> argparse.ArgumentParser:
    lines = [f"  {verb:<10}{(act.__doc__ or '').splitlines()[0]}" for verb, act in VERBS.items()]
    parser = argparse.ArgumentParser(
        prog="python3 installer/dev.py",
        description="Try BoardKeeper, and build it.",
        epilog="\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB", help="one of the verbs below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="what the verb passes on")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; where that cannot be, say why in a sentence and exit with 1."""
    speak_any_alphabet()
    asked = _parser().parse_args(arguments)
    try:
        return VERBS[asked.verb](asked.arguments)
    except Halted as halted:
        print(halted, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. The same command can be given again.", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read what we say (`| head`) has gone; nothing more can be said, even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
