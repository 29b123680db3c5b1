"""Office documents as PDF, by the LibreOffice of the machine, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from boardkeeper.exchange.limited import Limits, never
from boardkeeper.exchange.office_settings import write_settings

LIMITS = Limits(seconds=90.0, memory=3 * 2**30, size=2**30)
"""What a document may take; the size is of the PDF. Memory and size are held on Linux only."""

_LOOK_UP_EVERY = 0.05
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def office_program() -> Path | None:
    """Where LibreOffice is; None where it is not installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(each) for each in _USUAL_PLACES if Path(each).is_file()), None)


def office_as_pdf(
    program: Path,
    source: Path,
    suffix: str,
    folder: Path,
    *,
    is_cancelled: Callable[[], bool] = never,
    limits: Limits = LIMITS,
) -> Path | None:
    """The document as a PDF in the folder; None when the program cannot, or is stopped.

    The program runs without a window, with settings of its own in the folder: it opens nothing of
    the person's, runs no macros and fetches nothing. `suffix` tells it what the file is.
    """
    own = folder / f"office-{source.name[:16]}{suffix}"
    made = own.with_suffix(".pdf")
    settings = folder / "office-settings"
    try:
        shutil.copyfile(source, own)
        write_settings(settings)
        is_done = _has_run(_command(program, settings, own), limits, is_cancelled)
        if is_done and made.is_file() and made.stat().st_size:
            return made
    except OSError:
        pass  # the file is gone, the disk full, or the program is none: its slip of paper says so
    finally:
        _discard(own)
    _discard(made)  # half a document is none
    # What was ended may have left its settings locked, or half written.
    shutil.rmtree(settings, ignore_errors=True)
    return None


def _command(program: Path, settings: Path, document: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={settings.as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "pdf", "--outdir", str(document.parent), str(document)),
    ]


def _has_run(command: list[str], limits: Limits, is_cancelled: Callable[[], bool]) -> bool:
    """Whether the program came to its own end, in time and well. Raises OSError."""
    with subprocess.Popen(  # noqa: S603 - the office program found above, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_surroundings(),
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        _limit(child.pid, limits)
        ends = time.monotonic() + limits.seconds
        try:
            while child.poll() is None:
                if is_cancelled() or time.monotonic() > ends:
                    return False
                time.sleep(_LOOK_UP_EVERY)
        finally:
            if child.poll() is None:  # after its end the number may be somebody else's
                _end(child)
    return child.returncode == 0


def _surroundings() -> dict[str, str]:
    """This program's surroundings without the libraries and modules it brought for itself.

    A packed program has its own on the search path, and LibreOffice does not start with those.
    """
    known = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            known.pop(name, None)
            before = known.pop(f"{name}_ORIG", None)
            if before:
                known[name] = before
    return known


def _limit(process: int, limits: Limits) -> None:
    """Let the system hold the limits too, for the program and what it starts, where it can."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - Windows has none

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, int(limits.seconds) + 5),
        (resource.RLIMIT_FSIZE, limits.size),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # it has ended already, or its own limit is lower
            resource.prlimit(process, kind, (most, most))


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the program with what it has started itself."""
    if sys.platform == "win32":
        child.kill()
        return
    import signal  # noqa: PLC0415 - only where there are groups of processes

    with suppress(ProcessLookupError, PermissionError):  # it has just ended by itself
        os.killpg(child.pid, signal.SIGKILL)


def _discard(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
