"""Office documents as PDF, by the LibreOffice of the machine, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from boardkeeper.exchange.limited import never

LONGEST = 90.0
"""Seconds a document may take."""

_LOOK_UP_EVERY = 0.1
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
) -> Path | None:
    """The document as a PDF in the folder; None when the program cannot, or is stopped.

    The program runs without a window, with settings of its own in the folder, so that it opens
    nothing of the person's and runs no macros. `suffix` tells it what the file is.
    """
    own = folder / f"office-{source.name[:16]}{suffix}"
    shutil.copyfile(source, own)
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'office-settings').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "pdf", "--outdir", str(folder), str(own)),
    ]
    with subprocess.Popen(  # noqa: S603 - the office program found above, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        ends = time.monotonic() + LONGEST
        while child.poll() is None:
            if is_cancelled() or time.monotonic() > ends:
                _end(child)
                break
            time.sleep(_LOOK_UP_EVERY)
    made = own.with_suffix(".pdf")
    return made if made.is_file() and made.stat().st_size else None


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the program with what it has started itself."""
    if sys.platform == "win32":
        child.kill()
        return
    import signal  # noqa: PLC0415 - only where there are groups of processes

    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        child.kill()
