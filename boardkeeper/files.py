"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import BinaryIO

from boardkeeper.errors import UserError
from boardkeeper.i18n import _

_PASSING = "boardkeeper-"
_A_DAY = 24 * 60 * 60
"""Seconds after which nobody needs a passing folder any more."""


def passing_folder(what: str) -> Path:
    """A new folder for this person alone, for files that are to go again."""
    return Path(mkdtemp(prefix=f"{_PASSING}{what}-"))


def is_passing(folder: Path) -> bool:
    """Whether the folder is one of those."""
    return folder.name.startswith(_PASSING) and folder.parent == Path(gettempdir())


def sweep_passing() -> None:
    """Remove passing folders of this person that a program left behind a day ago or more."""
    before = time.time() - _A_DAY
    for folder in Path(gettempdir()).glob(f"{_PASSING}*"):
        with suppress(OSError):
            facts = folder.lstat()
            is_mine = facts.st_uid == os.getuid() if hasattr(os, "getuid") else True
            if is_mine and facts.st_mtime < before and folder.is_dir() and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write the file so that its name never shows half of it.

    Raises UserError when the disk or the folder refuses; what was there before is then still there.
    """
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which gets its name once all of it is on the disk.

    Whatever is raised meanwhile leaves nothing behind, and what was there before as it was.
    Raises UserError when the disk or the folder refuses.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        message = _(
            "“{name}” could not be written ({reason}). Nothing was changed there. See whether the"
            " folder may be written to and has room."
        )
        raise UserError(message.format(name=path.name, reason=reason_in_words(error))) from error
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def read_whole(path: Path) -> bytes:
    """The file's content. Raises UserError when there is none or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = _("“{name}” could not be read ({reason}). Nothing was changed.")
        raise UserError(message.format(name=path.name, reason=reason_in_words(error))) from error


def reason_in_words(error: OSError) -> str:
    """Why the system refused, in the active language where it is one a person meets."""
    return {
        errno.ENOENT: _("there is no such file or folder"),
        errno.EACCES: _("it may not be used by you"),
        errno.EPERM: _("it may not be used by you"),
        errno.EROFS: _("the disk cannot be written to"),
        errno.ENOSPC: _("the disk is full"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOTDIR: _("a file stands where a folder should be"),
        errno.EEXIST: _("a file stands where a folder should be"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }.get(error.errno or 0, error.strerror or type(error).__name__)
