"""Reading what papers hold, many files at a time, in a child process that can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from boardkeeper.domain.media_types import text_from
from boardkeeper.domain.papers import MediaType
from boardkeeper.exchange import office_text
from boardkeeper.exchange.limited import (
    Cancelled,
    Job,
    Limits,
    RefusedFile,
    Report,
    never,
    no_report,
    read_limited,
)
from boardkeeper.i18n import _
from boardkeeper.printing import paper_reading

_SECONDS_A_FILE = 20.0
_MOST_TEXT = 10 * 2**20


class Trouble(StrEnum):
    """Why a file cannot be shown page by page; it is kept all the same."""

    NONE = ""
    PROTECTED = "protected"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What was found in a file. None means: not known."""

    pages: int | None = None
    words: int | None = None
    text: str = ""
    trouble: Trouble = Trouble.NONE


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file, and what it is taken for."""

    path: Path
    media_type: MediaType


def trouble_in_words(trouble: Trouble) -> str:
    """Why the file cannot be shown, as a reason in brackets; empty when it can."""
    return {
        Trouble.NONE: "",
        Trouble.PROTECTED: _("protected by a password"),
        Trouble.DAMAGED: _("damaged"),
        Trouble.UNREADABLE: _("cannot be read"),
    }[trouble]


def read_files(
    files: Sequence[ToRead],
    *,
    with_text: bool = False,
    progress: Report = no_report,
    is_cancelled: Callable[[], bool] = never,
) -> list[FileFacts]:
    """The facts of each file, in their order. A file that ends its reader is UNREADABLE.

    Safe in a worker thread. Raises Cancelled.
    """
    found: dict[int, FileFacts] = {}
    for place, each in enumerate(files):
        if each.media_type in (MediaType.TEXT, MediaType.MARKDOWN):
            found[place] = _of_text(each.path, with_text=with_text)
        elif each.media_type is MediaType.OTHER:
            found[place] = FileFacts()
    for job, kinds in _JOBS:
        places = [at for at, each in enumerate(files) if each.media_type in kinds]
        done_before = len(found)

        def report(done: int, _of: int, before: int = done_before) -> None:
            progress(before + done, len(files))

        batch = _Batch(job, [files[at] for at in places], with_text=with_text)
        facts = batch.read(report, is_cancelled)
        found |= dict(zip(places, facts, strict=True))
    progress(len(files), len(files))
    return [found[place] for place in range(len(files))]


_JOBS: tuple[tuple[Job, tuple[MediaType, ...]], ...] = (
    (office_text.facts_of_files, (MediaType.OFFICE,)),
    (paper_reading.facts_of_files, (MediaType.PDF, MediaType.IMAGE)),
)


class _Batch:
    """Files one child reads, one after another; begun anew without the one that ended it."""

    def __init__(self, job: Job, files: Sequence[ToRead], *, with_text: bool) -> None:
        self._job = job
        self._files = files
        self._with_text = with_text
        self._lost: set[int] = set()
        self._at = 0
        self._since = 0.0

    def read(self, progress: Report, is_cancelled: Callable[[], bool]) -> list[FileFacts]:
        found: dict[int, FileFacts] = {}
        while left := [at for at in range(len(self._files)) if at not in found | self._none()]:
            self._at, self._since = left[0], time.monotonic()
            try:
                found |= self._attempt(left, progress, is_cancelled)
            except RefusedFile:
                self._lost.add(self._at)
            except Cancelled:
                if is_cancelled():
                    raise
                self._lost.add(self._at)
        found |= self._none()
        return [found[at] for at in range(len(self._files))]

    def _attempt(
        self, left: list[int], progress: Report, is_cancelled: Callable[[], bool]
    ) -> dict[int, FileFacts]:
        def report(done: int, _of: int) -> None:
            self._at, self._since = left[done], time.monotonic()
            progress(self._at, len(self._files))

        def is_over() -> bool:
            return is_cancelled() or time.monotonic() - self._since > _SECONDS_A_FILE

        files = [(str(self._files[at].path), self._files[at].media_type.value) for at in left]
        answer = read_limited(
            self._job,
            b"",
            arguments={"files": files, "with_text": self._with_text},
            limits=Limits(seconds=_SECONDS_A_FILE * (len(files) + 1)),
            progress=report,
            is_cancelled=is_over,
        )
        return {at: _facts(each) for at, each in zip(left, answer, strict=True)}

    def _none(self) -> dict[int, FileFacts]:
        return {at: FileFacts(trouble=Trouble.UNREADABLE) for at in self._lost}


def _facts(answer: dict[str, Any]) -> FileFacts:
    return FileFacts(
        pages=answer["pages"],
        words=answer["words"],
        text=answer["text"],
        trouble=Trouble(answer["problem"]),
    )


def _of_text(path: Path, *, with_text: bool) -> FileFacts:
    """A text is decoded here: that runs nothing, and takes no longer than its length."""
    with path.open("rb") as file:
        text = text_from(file.read(_MOST_TEXT))
    return FileFacts(words=len(text.split()), text=text if with_text else "")
