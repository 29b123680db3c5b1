"""The virtual environment `.venv`: made once, filled from a lock, left alone while that holds.

A stamp inside it says which Python and which locks it was filled for. The stamp goes before
anything is touched and comes back last, so a set-up that was interrupted is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import machine
from installer.terminal import Halted, quietly, step

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "locks"
RUNTIME = LOCKS / "runtime.txt"
TEST = LOCKS / "test.txt"  # everything in RUNTIME, and the tools of the tests


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in a folder."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.script("python")

    def script(self, name: str) -> Path:
        """Where a program of the environment lies on this system."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    @property
    def stamp(self) -> Path:
        return self.folder / "boardkeeper-set-up.json"

    def command(self, *arguments: str) -> list[str]:
        return [str(self.python), *arguments]


def fingerprint(lock: Path) -> str:
    """The SHA-256 of a lock, the same however git ends its lines on this system."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def stamp_text(python: str, locks: Sequence[Path]) -> str:
    """What the stamp says of an environment that these locks have filled."""
    record = {"python": python, "locks": {lock.name: fingerprint(lock) for lock in locks}}
    return json.dumps(record, indent=2, sort_keys=True) + "\n"


def is_filled(stamp: str, python: str, lock: Path) -> bool:
    """Whether the stamp tells of this very Python and this very lock."""
    try:
        record = json.loads(stamp)
    except ValueError:
        return False
    if not isinstance(record, dict) or not isinstance(record.get("locks"), dict):
        return False
    return bool(
        record.get("python") == python and record["locks"].get(lock.name) == fingerprint(lock)
    )


def version_made_with(settings: str) -> str | None:
    """The version of Python that `pyvenv.cfg` names, such as "3.11.7"."""
    for line in settings.splitlines():
        name, _, value = line.partition("=")
        if name.strip() in ("version", "version_info"):
            return ".".join(value.strip().split(".")[:3])
    return None


def set_up(lock: Path, folder: Path = ROOT / ".venv") -> Environment:
    """The environment with everything the lock pins, made or mended when it is not so yet.

    Raises:
        Halted: When it cannot be made, with what to do about it.
    """
    environment = Environment(folder)
    python = platform.python_version()
    if _is_usable(environment) and is_filled(_read(environment.stamp), python, lock):
        return environment
    print("Setting up (the first time this fetches some 200 MB)")
    environment.stamp.unlink(missing_ok=True)
    if not (_is_usable(environment) and _has_pip(environment)):
        _make(environment)
    _fill(environment, lock)
    filled = (RUNTIME, TEST) if lock == TEST else (lock,)
    draft = environment.stamp.with_suffix(".draft")
    draft.write_text(stamp_text(python, filled), encoding="utf-8")
    draft.replace(environment.stamp)
    return environment


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _is_usable(environment: Environment) -> bool:
    """Whether its Python is still there, and of the series that runs this script."""
    made_with = version_made_with(_read(environment.folder / "pyvenv.cfg")) or ""
    return environment.python.exists() and made_with.split(".")[:2] == [
        str(part) for part in sys.version_info[:2]
    ]


def _has_pip(environment: Environment) -> bool:
    asked = environment.command("-c", "import pip")
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _make(environment: Environment) -> None:
    if environment.python.absolute() == Path(sys.executable).absolute():
        raise Halted(
            "This is the Python of the very environment that must be made anew. Give the same "
            "command with the Python of your system."
        )
    machine.ensure_venv_module()
    with step(f"Making {environment.folder.name}"):
        quietly(
            [sys.executable, "-m", "venv", "--clear", str(environment.folder)],
            otherwise=f"The environment {environment.folder} could not be made:",
        )


def _fill(environment: Environment, lock: Path) -> None:
    # The lock names every package, so nothing else may come in (--no-deps); and nothing is built
    # here, so no package runs code of its own while it is installed (--only-binary).
    command = environment.command(
        *("-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"),
        *("--no-input", "--disable-pip-version-check", "--quiet", "--requirement", str(lock)),
    )
    with step(f"Installing {len(pinned(lock.read_text(encoding='utf-8')))} packages"):
        quietly(
            command,
            otherwise="The packages could not be installed. The same command can be given again.",
            environment={**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"},
        )


def pinned(lock: str) -> list[str]:
    """The names that a lock pins, each once, in the lock's order."""
    names = [line.split("==")[0] for line in lock.splitlines() if line[:1].isalnum()]
    return list(dict.fromkeys(names))


def surroundings(**more: str) -> dict[str, str]:
    """The environment variables for our own programs: this checkout, and no other, to import."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}
