"""Copies of papers for other programs: private, to be read only, and gone when we end."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path, PurePath

from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.domain.media_types import opened_suffix, safe_name
from boardkeeper.domain.papers import Paper
from boardkeeper.errors import UserError
from boardkeeper.files import reason_in_words, whole_file
from boardkeeper.i18n import _

_FOLDER = "opened"


class OpenedCopies:
    """The folder `opened` beside the papers, for this person alone; each copy has its own below."""

    def __init__(self, files: PaperFiles) -> None:
        self._files = files

    def suffix(self, paper: Paper) -> str | None:
        """The ending a copy gets; None where the file is of a kind that is not opened."""
        return opened_suffix(paper.media_type, paper.file_name)

    def open(self, paper: Paper) -> Path:
        """A new copy under the paper's own name, with an ending that tells what it is."""
        suffix = self.suffix(paper)
        if suffix is None:
            message = _(
                "“{name}” is of a kind that BoardKeeper does not open, since such a file can do"
                " things by itself. Save a copy if you trust it."
            )
            raise UserError(message.format(name=safe_name(paper.file_name)))
        source = self._files.path(paper.digest)
        name = PurePath(safe_name(paper.file_name)).stem + suffix
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=self._home))
        except OSError as error:
            message = _("No copy could be made to open ({reason}). Nothing was changed.")
            raise UserError(message.format(reason=reason_in_words(error))) from error
        copy = copied_to(source, folder, name)
        # What is changed in a copy would be lost: the other program is to say so.
        copy.chmod(stat.S_IRUSR)
        return copy

    def wipe(self) -> None:
        """Remove every copy; one that is still open elsewhere stays until the next time."""
        if self._files.is_passing or not self._home.is_dir():
            return
        for folder, _folders, names in os.walk(self._home):
            for name in names:
                with suppress(OSError):
                    Path(folder, name).chmod(stat.S_IRUSR | stat.S_IWUSR)
        shutil.rmtree(self._home, ignore_errors=True)

    @property
    def _home(self) -> Path:
        folder = self._files.folder
        return folder.with_name(_FOLDER) if not self._files.is_passing else folder / _FOLDER


def copied_to(source: Path, folder: Path, name: str) -> Path:
    """Copy a file to a folder under a safe name, or the first free “name (2)” of it, and say where.

    Raises UserError when the folder refuses.
    """
    target = _free(folder, name)
    with source.open("rb") as bytes_in, whole_file(target) as bytes_out:
        shutil.copyfileobj(bytes_in, bytes_out)
    return target


def _free(folder: Path, name: str) -> Path:
    whole = PurePath(name)
    for place in count(2):
        target = folder / whole.name
        if not target.exists():
            return target
        whole = PurePath(f"{PurePath(name).stem} ({place}){PurePath(name).suffix}")
    raise AssertionError(name)  # count never ends
