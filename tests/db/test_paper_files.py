"""The files of papers: kept whole under their digest, or not at all."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.db import paper_files
from boardkeeper.db.paper_files import Kept, PaperFiles
from boardkeeper.db.store import Store
from boardkeeper.errors import UserError

LETTER = b"Dear board,\r\n\x00\xff"
DIGEST = sha256(LETTER).hexdigest()
AT_ONCE = timedelta(0)


@pytest.fixture
def files(tmp_path: Path) -> PaperFiles:
    return PaperFiles(tmp_path / "papers")


def everything_in(files: PaperFiles) -> list[str]:
    return sorted(each.name for each in files.folder.rglob("*") if each.is_file())


@given(st.binary(max_size=3_000))
def test_what_is_kept_is_read_back_under_its_digest(content: bytes) -> None:
    files = PaperFiles(None)
    try:
        assert files.keep(content) == Kept(sha256(content).hexdigest(), len(content))
        assert files.read(sha256(content).hexdigest()) == content
    finally:
        files.close()


def test_a_file_lies_in_a_folder_of_its_first_two_digits(files: PaperFiles, tmp_path: Path) -> None:
    source = tmp_path / "letter.txt"
    source.write_bytes(LETTER)
    assert files.keep(source) == Kept(DIGEST, len(LETTER))
    assert files.path(DIGEST) == tmp_path / "papers" / DIGEST[:2] / DIGEST


def test_the_same_bytes_are_kept_once(files: PaperFiles) -> None:
    files.keep(LETTER)
    before = files.path(DIGEST).stat().st_mtime_ns
    files.keep(LETTER)
    assert files.path(DIGEST).stat().st_mtime_ns == before
    assert everything_in(files) == [DIGEST]


def test_a_file_that_was_changed_is_not_handed_out_and_is_mended_by_adding_it_again(
    files: PaperFiles,
) -> None:
    files.keep(LETTER)
    files.path(DIGEST).write_bytes(LETTER.replace(b"Dear", b"Poor"))
    assert not files.holds(DIGEST)
    with pytest.raises(UserError, match="changed or damaged"):
        files.read(DIGEST)
    files.keep(LETTER)
    assert files.read(DIGEST) == LETTER


def test_a_file_that_is_gone_is_said_to_be_gone(files: PaperFiles) -> None:
    with pytest.raises(UserError, match="no longer in the data folder"):
        files.path(DIGEST)


def test_a_digest_that_is_none_reaches_no_file(files: PaperFiles) -> None:
    for digest in ("../../boardkeeper.db", "A" * 64, f"{DIGEST}/x", f"{DIGEST}0"):
        with pytest.raises(ValueError, match=re.escape(digest)):
            files.path(digest)


def test_when_the_disk_fills_up_nothing_is_left_and_what_was_there_stays(
    files: PaperFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    files.keep(b"before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match="The disk is full"):
        files.keep(LETTER)
    assert everything_in(files) == [sha256(b"before").hexdigest()]


def test_a_folder_that_may_not_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="could not be kept in the data folder"):
        PaperFiles(tmp_path / "papers").keep(LETTER)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_refused_and_never_read_without_end(
    files: PaperFiles, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for source, reason in (
        (tmp_path, "it is a folder"),
        (tmp_path / "pipe", "it is no file"),
        (Path("/dev/zero"), "it is no file"),
        (tmp_path / "nowhere", "there is no such file"),
    ):
        with pytest.raises(UserError, match=reason):
            files.keep(source)


def test_a_file_too_large_for_a_paper_is_refused(
    files: PaperFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_files, "LARGEST", 4)
    with pytest.raises(UserError, match="larger than"):
        files.keep(LETTER)
    assert everything_in(files) == []


def test_half_written_files_are_swept_and_wanted_ones_stay(files: PaperFiles) -> None:
    files.keep(LETTER)
    (files.folder / "x.part").write_bytes(b"half")
    assert files.sweep({DIGEST}) == 0
    assert everything_in(files) == [DIGEST]


def test_a_file_nobody_wants_lies_aside_for_a_time_and_comes_back_when_asked_for(
    files: PaperFiles,
) -> None:
    files.keep(LETTER)
    assert files.sweep(set()) == 0
    assert files.digests() == set()
    assert files.read(DIGEST) == LETTER
    assert files.digests() == {DIGEST}


def test_a_file_laid_aside_comes_back_when_a_record_wants_it(files: PaperFiles) -> None:
    files.keep(LETTER)
    files.sweep(set())
    files.sweep({DIGEST})
    assert everything_in(files) == [DIGEST]


def test_a_file_nobody_wants_goes_for_good_after_its_time(files: PaperFiles) -> None:
    files.keep(LETTER)
    files.sweep(set())
    assert files.sweep(set(), kept_unused=AT_ONCE) == 1
    assert everything_in(files) == []


def test_a_store_in_memory_leaves_nothing_on_the_disk() -> None:
    store = Store.in_memory()
    store.paper_files.keep(LETTER)
    folder = store.paper_files.folder
    store.close()
    assert not folder.exists()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "boardkeeper.db")
    yield opened
    opened.close()


def test_a_store_keeps_its_papers_beside_the_database(store: Store, tmp_path: Path) -> None:
    store.paper_files.keep(LETTER)
    assert (tmp_path / "papers" / DIGEST[:2] / DIGEST).read_bytes() == LETTER


@pytest.mark.skipif(os.name != "posix", reason="Windows has other ways")
def test_a_kept_file_is_for_this_person_alone(files: PaperFiles) -> None:
    files.keep(LETTER)
    assert files.path(DIGEST).stat().st_mode & 0o077 == 0
