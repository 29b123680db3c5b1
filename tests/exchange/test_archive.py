"""The `.boardkeeper` file: whole, the same bytes each time, and checked before it is believed."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.errors import UserError
from boardkeeper.exchange.archive import opened_archive, write_archive
from boardkeeper.exchange.interchange import UnreadableFile, interchange_of
from tests.support.builders import PAPER_FILE, organisation, paper
from tests.support.sources import packed

BOARD = organisation()
PAPER = paper(None, BOARD)
RECORDS: list[Record] = [BOARD, PAPER]
DOCUMENT = interchange_of(RECORDS)
NAME = f"papers/{PAPER.digest}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "all.boardkeeper"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "paper").write_bytes(PAPER_FILE)
    return tmp_path / "paper"


def written(kept: Path) -> bytes:
    target = BytesIO()
    write_archive(target, DOCUMENT, [(PAPER.digest, kept)])
    return target.getvalue()


def problems(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused, opened_archive(path):
        pass
    return list(refused.value.problems)


def test_what_is_written_is_read_back(path: Path, kept: Path) -> None:
    path.write_bytes(written(kept))
    with opened_archive(path) as archive:
        assert archive.records == RECORDS
        assert archive.sizes == {PAPER.digest: len(PAPER_FILE)}
        with archive.paper(PAPER.digest) as file:
            assert file.read() == PAPER_FILE


def test_the_same_records_and_papers_give_the_same_bytes(kept: Path) -> None:
    assert written(kept) == written(kept)


def test_a_zip_packed_anew_by_hand_is_read_too(path: Path) -> None:
    path.write_bytes(packed({NAME: PAPER_FILE, "boardkeeper.json": DOCUMENT}))
    with opened_archive(path) as archive:
        assert archive.records == RECORDS


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({NAME: PAPER_FILE}, "boardkeeper.json: is missing"),
        ({"boardkeeper.json": DOCUMENT}, "the file of PAPER is missing"),
        ({"boardkeeper.json": DOCUMENT, NAME: b"other"}, "another than its name says"),
        ({"boardkeeper.json": DOCUMENT, "../evil.txt": b"x"}, r"../evil.txt: there is no such"),
        ({"boardkeeper.json": DOCUMENT, "/etc/passwd": b"x"}, "/etc/passwd: there is no such part"),
        ({"boardkeeper.json": DOCUMENT, f"{NAME}/x": b"x"}, "there is no such part"),
        ({"boardkeeper.json": DOCUMENT, "papers/": b""}, "there is no such part"),
        ({"boardkeeper.json": b"{}"}, "not an interchange file"),
        ({"boardkeeper.json": b" " * 50_000_000}, "larger than it may be"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_not_right_is_named(path: Path, parts: dict[str, str | bytes], words: str) -> None:
    said = [each.replace(PAPER.id, "PAPER") for each in problems(path, packed(parts))]
    assert any(words in each for each in said)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as doubled:
        for _time in range(2):
            doubled.writestr("boardkeeper.json", DOCUMENT)
    assert "twice" in problems(path, target.getvalue())[0]


def test_a_paper_of_another_packing_than_ours_is_refused(path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as squeezed:
        squeezed.writestr("boardkeeper.json", DOCUMENT)
    assert "packed in a way" in problems(path, target.getvalue())[0]


def test_a_file_that_is_no_zip_or_is_torn_is_refused(path: Path, kept: Path) -> None:
    assert "not a zip" in problems(path, b"Dear board")[0]
    assert problems(path, written(kept)[:-40])


def test_a_flipped_byte_anywhere_is_noticed(path: Path, kept: Path) -> None:
    whole = written(kept)
    at = whole.index(PAPER_FILE) + 3
    assert problems(path, whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused(path: Path) -> None:
    content = bytearray(packed({"boardkeeper.json": DOCUMENT, NAME: PAPER_FILE}))
    size = len(PAPER_FILE).to_bytes(4, "little")
    at = content.rindex(size, 0, content.rindex(NAME.encode()))
    content[at : at + 4] = (3).to_bytes(4, "little")
    assert problems(path, bytes(content))


def test_a_file_that_is_not_there_is_said_in_words(path: Path) -> None:
    with pytest.raises(UserError, match="there is no such file"), opened_archive(path):
        pass


@pytest.mark.parametrize("wound", range(0, 100, 7))
def test_no_wound_brings_it_down(path: Path, kept: Path, wound: int) -> None:
    content = bytearray(written(kept))
    at = len(content) * wound // 100
    content[at : at + 4] = sha256(bytes([wound])).digest()[:4]
    path.write_bytes(bytes(content))
    with suppress(UnreadableFile), opened_archive(path) as archive:
        assert archive.records == RECORDS
