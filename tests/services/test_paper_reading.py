"""Files read many at a time, in a child that may be lost on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boardkeeper.domain.papers import MediaType
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services import paper_reading as service
from boardkeeper.services.paper_reading import FileFacts, ToRead, Trouble, read_files
from tests.support.sources import docx, laid_out, pdf, picture, protected_pdf


def test_the_facts_of_every_file_come_in_the_order_asked(tmp_path: Path) -> None:
    paths = laid_out(
        tmp_path,
        a_pdf=pdf("Budget nu", "Side to"),
        b_docx=docx("Et ord", "til"),
        c_jpg=picture(),
        d_txt="Tre små ord".encode(),
        e_pdf=b"%PDF-1.7 and then nothing",
        f_pdf=protected_pdf(),
        g_zip=b"PK",
    )
    kinds = [
        *(MediaType.PDF, MediaType.OFFICE, MediaType.IMAGE, MediaType.TEXT),
        *(MediaType.PDF, MediaType.PDF, MediaType.OTHER),
    ]
    told: list[int] = []
    found = read_files(
        [ToRead(path, kind) for path, kind in zip(paths, kinds, strict=True)],
        progress=lambda done, _of: told.append(done),
    )
    assert found == [
        FileFacts(pages=2, words=4),
        FileFacts(words=3),
        FileFacts(pages=1, words=0),
        FileFacts(words=3),
        FileFacts(trouble=Trouble.DAMAGED),
        FileFacts(trouble=Trouble.PROTECTED),
        FileFacts(),
    ]
    assert told == sorted(told)
    assert told[-1] == len(paths)


def test_text_is_brought_along_when_asked_for(tmp_path: Path) -> None:
    (path,) = laid_out(tmp_path, a_pdf=pdf("Blåbærgrød"))
    (found,) = read_files([ToRead(path, MediaType.PDF)], with_text=True)
    assert found.text.strip() == "Blåbærgrød"


def test_cancelling_stops_the_reading(tmp_path: Path) -> None:
    (path,) = laid_out(tmp_path, a_pdf=pdf("Budget"))
    with pytest.raises(Cancelled):
        read_files([ToRead(path, MediaType.PDF)], is_cancelled=lambda: True)


@pytest.mark.skipif(os.name != "posix", reason="only a pipe makes the reader wait for ever")
def test_a_file_that_holds_its_reader_up_is_left_out_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "_SECONDS_A_FILE", 2.0)
    first, last = laid_out(tmp_path, a_pdf=pdf("En"), c_pdf=pdf("To ord"))
    os.mkfifo(tmp_path / "b.pdf")
    paths = [first, tmp_path / "b.pdf", last]
    found = read_files([ToRead(path, MediaType.PDF) for path in paths])
    assert [each.words for each in found] == [1, None, 2]
    assert found[1].trouble is Trouble.UNREADABLE


def test_what_the_child_says_of_each_file_is_kept_apart(tmp_path: Path) -> None:
    paths = laid_out(tmp_path, a_pdf=pdf("En"), b_pdf=b"", c_pdf=pdf("To ord"))
    found = read_files([ToRead(path, MediaType.PDF) for path in paths])
    assert [each.words for each in found] == [1, None, 2]
