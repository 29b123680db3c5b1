"""Pins the dependencies anew: pyproject.toml in, two locks with hashes out.

The locks hold for every system and every Python we run on. They name packages and hashes, never
the place they come from, so each reader's pip fetches them from where it always does.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installer import machine
from installer.environment import ROOT, RUNTIME, TEST, Environment
from installer.terminal import Halted, quietly, step

_OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
)
_PIN = re.compile(r"[a-z0-9][a-z0-9-]*==[\w.+!]+( ; [^\\]+)? \\")
_HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")


def lock(arguments: Sequence[str]) -> None:
    """Write both locks; the arguments (`--upgrade`, say) go to uv.

    Raises:
        Halted: When uv fails, or writes what a lock must not hold.
    """
    with tempfile.TemporaryDirectory(prefix="boardkeeper-uv-") as folder:
        uv = shutil.which("uv") or _fetch_uv(Path(folder) / "venv")
        runtime, test = RUNTIME.relative_to(ROOT), TEST.relative_to(ROOT)
        _compile(uv, *arguments, "--output-file", str(runtime))
        # The runtime lock binds the test lock: what is tested is what is shipped.
        _compile(
            *(uv, *arguments, "--group", "test", "--constraint", str(runtime)),
            *("--output-file", str(test)),
        )
    for file in (RUNTIME, TEST):
        strange = strange_lines(file.read_text(encoding="utf-8"))
        if strange:
            raise Halted(f"{file} holds what a lock must not hold:\n    {strange[0]}")


def _fetch_uv(folder: Path) -> str:
    machine.ensure_venv_module()
    with step("Fetching uv"):
        quietly([sys.executable, "-m", "venv", str(folder)], otherwise="No environment for uv:")
        environment = Environment(folder)
        install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
        quietly(environment.command(*install), otherwise="uv could not be installed:")
    return str(environment.script("uv"))


def _compile(uv: str, *arguments: str) -> None:
    command = [uv, "pip", "compile", *_OPTIONS, *arguments, "pyproject.toml"]
    with step(f"Pinning {arguments[-1]}"):
        quietly(command, otherwise="uv could not pin the dependencies:", folder=ROOT)


def strange_lines(text: str) -> list[str]:
    """The lines that are neither `name==version` nor a hash: an index, a path, a remark."""
    return [
        line for line in text.splitlines() if not (_PIN.fullmatch(line) or _HASH.fullmatch(line))
    ]
