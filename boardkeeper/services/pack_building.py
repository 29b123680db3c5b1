"""A pack built in a child process, which a hostile paper may end and begin anew without itself."""

from __future__ import annotations

import atexit
import os
import pickle
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from boardkeeper.domain.media_types import suffix_of
from boardkeeper.domain.pack_versions import PackEntry
from boardkeeper.domain.packs import PackPart
from boardkeeper.domain.papers import MediaType
from boardkeeper.domain.sheets.pack import PackDocument, PackEdition, PackPaper, PackSheet
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import (
    Cancelled,
    Limits,
    RefusedFile,
    Report,
    never,
    no_report,
    read_limited,
)
from boardkeeper.exchange.office_pdf import office_as_pdf, office_program
from boardkeeper.files import is_passing, passing_folder, reason_in_words
from boardkeeper.i18n import _, speaking

_LIMITS = Limits(seconds=3600.0, memory=3 * 2**29, size=2**30)
_SECONDS_A_STEP = 60.0
"""How long the child may be silent: at one appendix, or while it writes what it has made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLater:
    """A paper of our own, and how it is drawn."""

    part: PackPart
    title: str
    draw: Callable[[], bytes]
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A finished pack. Its file at `path` is the caller's; `discard` it when it has been copied.

    `entries` are what stands where, for the next version to compare with.
    """

    title: str
    file_name: str
    path: Path
    pages: int
    warnings: tuple[str, ...]
    entries: tuple[PackEntry, ...]
    version: int
    edition: PackEdition
    password: str = ""

    @property
    def content(self) -> bytes:
        """The file's bytes, as the preview and a mail want them."""
        return self.path.read_bytes()

    def discard(self) -> None:
        """Remove the file, and the passing folder it lies in if it was made for it."""
        with suppress(OSError):
            self.path.unlink()
        if is_passing(self.path.parent):
            shutil.rmtree(self.path.parent, ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPack:
    """A pack whose facts are gathered; building it needs no database and may run in any thread."""

    title: str
    file_name: str
    sheet: PackSheet
    documents: tuple[DrawnLater, ...]
    warnings: tuple[str, ...] = field(default=())

    def build(
        self,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
        *,
        target: Path | None = None,
        password: str = "",
    ) -> Pack:
        """Make the file: at `target`, or else in a passing folder of its own.

        The target gets its name when all of it is written. `progress` counts appendices and then
        pages. With a password the file is encrypted (AES-256), which keeps casual readers out.
        Raises Cancelled, and UserError when the disk refuses or nothing can be made.
        """
        drawn = []
        for each in self.documents:
            if is_cancelled():
                raise Cancelled(_("Stopped. Nothing was changed."))
            drawn.append(
                PackDocument(
                    part=each.part, title=each.title, content=each.draw(), digest=each.digest
                )
            )
        folder = passing_folder("pack")
        try:
            sheet = replace(self.sheet, documents=tuple(drawn))
            converted = folder / "office"
            sheet = _with_office(sheet, converted, is_cancelled)
            path = target or folder / "pack.pdf"
            with _given_its_name(path) as part:
                answer = _Building(sheet, part, password).answer(progress, is_cancelled)
            shutil.rmtree(converted, ignore_errors=True)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        if target is not None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            # Whoever forgets to discard it: a board's papers do not outlive the program.
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return Pack(
            title=self.title,
            file_name=self.file_name,
            path=path,
            pages=answer["pages"],
            warnings=(*self.warnings, *answer["warnings"]),
            entries=tuple(
                PackEntry(key=key, title=title, first=first, pages=pages, digest=digest)
                for key, title, first, pages, digest in answer["entries"]
            ),
            version=self.sheet.version,
            edition=self.sheet.edition,
            password=password,
        )


class _Building:
    """Children that build one pack, each without the papers that ended those before it."""

    def __init__(self, sheet: PackSheet, target: Path, password: str) -> None:
        self._content = pickle.dumps(sheet)
        self._papers = len(sheet.papers)
        self._target = target
        self._password = password
        self._lost: dict[int, str] = {}
        self._at = 0
        self._since = 0.0

    def answer(self, progress: Report, is_cancelled: Callable[[], bool]) -> dict[str, Any]:
        while True:
            self._at, self._since = 0, time.monotonic()
            try:
                answer = self._attempt(progress, is_cancelled)
            except RefusedFile:
                self._lose(_("No pack could be made of these papers. Nothing was changed."))
            except Cancelled:
                if is_cancelled():
                    raise
                self._lose(_("Making the pack took too long. Nothing was changed."))
            else:
                if "refused" in answer:
                    raise UserError(str(answer["refused"]))
                return answer

    def _attempt(self, progress: Report, is_cancelled: Callable[[], bool]) -> dict[str, Any]:
        def report(done: int, of: int) -> None:
            self._at, self._since = done, time.monotonic()
            progress(done, of)

        def is_over() -> bool:
            return is_cancelled() or time.monotonic() - self._since > _SECONDS_A_STEP

        # The libraries of paper cost a start a third of a second, and are needed by the child.
        from boardkeeper.printing.pack.building import build_in_child  # noqa: PLC0415

        answer: dict[str, Any] = read_limited(
            build_in_child,
            self._content,
            arguments={
                "target": str(self._target),
                "password": self._password,
                "lost": {str(at): fault for at, fault in self._lost.items()},
            },
            limits=_LIMITS,
            progress=report,
            is_cancelled=is_over,
        )
        return answer

    def _lose(self, otherwise: str) -> None:
        """Go on without the paper that was being read; give up where it was none."""
        if self._at >= self._papers or self._at in self._lost:
            raise UserError(otherwise)
        self._lost[self._at] = "damaged"


def _with_office(sheet: PackSheet, folder: Path, is_cancelled: Callable[[], bool]) -> PackSheet:
    """The sheet with its office documents as PDFs in the folder, where the machine makes them."""
    if not any(each.media_type is MediaType.OFFICE for each in sheet.papers):
        return sheet
    folder.mkdir()
    program = office_program()

    def converted(paper: PackPaper) -> PackPaper:
        if paper.media_type is not MediaType.OFFICE or paper.reason:
            return paper
        if is_cancelled():
            raise Cancelled(_("Stopped. Nothing was changed."))
        made = None
        if program is not None:
            made = office_as_pdf(
                program,
                Path(paper.path),
                suffix_of(paper.file_name),
                folder,
                is_cancelled=is_cancelled,
            )
        if made is None:
            with speaking(sheet.letterhead.language):
                return replace(paper, reason=_why_not_converted(is_installed=program is not None))
        return replace(paper, media_type=MediaType.PDF, path=str(made))

    def every(papers: Sequence[PackPaper]) -> tuple[PackPaper, ...]:
        return tuple(converted(each) for each in papers)

    items = tuple(replace(each, papers=every(each.papers)) for each in sheet.items)
    return replace(sheet, items=items, loose=every(sheet.loose))


def _why_not_converted(*, is_installed: bool) -> str:
    if is_installed:
        return _("LibreOffice could not turn it into pages")
    return _("an office document, and LibreOffice is not installed")


@contextmanager
def _given_its_name(path: Path) -> Iterator[Path]:
    """Where a child is to write; the file gets its name when all of it is on the disk.

    Whatever is raised meanwhile leaves nothing behind, and what was there before as it was. Raises
    UserError when the disk or the folder refuses.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        message = _(
            "“{name}” could not be written ({reason}). Nothing was changed there. See whether the"
            " folder may be written to and has room."
        )
        raise UserError(message.format(name=path.name, reason=reason_in_words(error))) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
