from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from boardkeeper.errors import UserError
from boardkeeper.files import passing_folder, read_whole, sweep_passing, write_whole


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"\x00Agenda\r\n")
    assert read_whole(tmp_path / "a.pdf") == b"\x00Agenda\r\n"


def test_folders_on_the_way_are_made_and_nothing_else_is_left_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "2026" / "march" / "a.pdf", b"Agenda")
    assert [each.name for each in (tmp_path / "2026" / "march").iterdir()] == ["a.pdf"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"A long agenda")
    write_whole(tmp_path / "a.pdf", b"Short")
    assert (tmp_path / "a.pdf").read_bytes() == b"Short"


def test_when_the_disk_fills_up_what_was_there_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(28, "No space left on device")

    write_whole(tmp_path / "a.pdf", b"Before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match="the disk is full"):
        write_whole(tmp_path / "a.pdf", b"After")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"Before"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("folder", "it is a folder"),
        ("file/a.pdf", "a file stands where a folder should be"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_a_path_that_cannot_be_written_is_said_with_its_reason(
    tmp_path: Path, path: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match=reason):
        write_whole(tmp_path / path, b"Agenda")


@pytest.mark.parametrize(
    ("path", "reason"), [("nowhere", "there is no such file"), (".", "it is a folder")]
)
def test_a_path_that_cannot_be_read_is_said_with_its_reason(
    tmp_path: Path, path: str, reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        read_whole(tmp_path / path)


def test_what_a_killed_program_left_behind_a_day_ago_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, new = passing_folder("pack"), passing_folder("pack")
    (old / "pack.pdf").write_bytes(b"%PDF")
    other = tmp_path / "somebody-elses"
    other.mkdir()
    for folder in (old, other):
        os.utime(folder, (time.time() - 100_000,) * 2)
    sweep_passing()
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([new.name, other.name])


def test_a_link_out_of_the_folder_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = tmp_path / "papers"
    kept.mkdir()
    (tmp_path / "boardkeeper-pack-x").symlink_to(kept)
    os.utime(tmp_path / "boardkeeper-pack-x", (time.time() - 100_000,) * 2, follow_symlinks=False)
    sweep_passing()
    assert kept.is_dir()
