"""Papers added, moved, replaced, thrown away and let out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services.paper_reading import Trouble
from tests.support.builders import TODAY, House, house, item, meeting, organisation
from tests.support.sources import docx, laid_out, pdf, picture, protected_pdf

BOARD = organisation()
SITTING = meeting(BOARD)
FIRST, SECOND = item(SITTING, "Økonomi"), item(SITTING, "Taget", position=1)


@pytest.fixture
def club(tmp_path: Path) -> Iterator[House]:
    with house(BOARD, SITTING, FIRST, SECOND, path=tmp_path / "data" / "boardkeeper.db") as home:
        yield home


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def in_order(club: House) -> list[tuple[str, str]]:
    return [(each.number, each.paper.title) for each in club.papers.of_meeting(SITTING.id)]


def test_files_become_papers_in_one_step_that_can_be_undone(club: House, desk: Path) -> None:
    sources = laid_out(desk, Regnskab_pdf=pdf("En side", "Og en til"), tag_jpg=picture())
    added = club.papers.add(sources, item_id=FIRST.id)
    assert [
        (each.title, each.media_type, each.pages, each.words, each.added_on) for each in added
    ] == [
        ("Regnskab", MediaType.PDF, 2, 5, TODAY),
        ("tag", MediaType.IMAGE, 1, 0, TODAY),
    ]
    assert in_order(club) == [("1.1", "Regnskab"), ("1.2", "tag")]
    assert [each.number for each in club.papers.of_item(FIRST.id)] == ["1.1", "1.2"]
    club.journal.undo()
    assert in_order(club) == []
    club.journal.redo()
    assert club.store.paper_files.read(added[0].digest) == sources[0].read_bytes()


def test_papers_lie_loose_in_a_meeting_or_are_the_organisations_own(
    club: House, desk: Path
) -> None:
    (source,) = laid_out(desk, Kort_pdf=pdf())
    club.papers.add([source], meeting_id=SITTING.id)
    (own,) = club.papers.add([source], organisation_id=BOARD.id)
    assert in_order(club) == [("A", "Kort")]
    assert club.papers.of_organisation(BOARD.id) == [own]
    assert len(club.store.paper_files.digests()) == 1


def test_the_same_file_is_not_added_twice_in_the_same_place(club: House, desk: Path) -> None:
    sources = laid_out(desk, a_pdf=pdf("A"), b_pdf=pdf("B"))
    first = club.papers.add(sources, item_id=FIRST.id)
    assert club.papers.add([sources[1]], item_id=FIRST.id) == [first[1]]
    assert in_order(club) == [("1.1", "a"), ("1.2", "b")]


def test_when_one_file_cannot_be_read_none_is_added(club: House, desk: Path) -> None:
    (source,) = laid_out(desk, a_pdf=pdf())
    with pytest.raises(UserError, match="there is no such file"):
        club.papers.add([source, desk / "nowhere.pdf"], item_id=FIRST.id)
    assert in_order(club) == []


def test_adding_tells_how_far_it_is_and_can_be_stopped(club: House, desk: Path) -> None:
    sources = laid_out(desk, a_pdf=pdf("A"), b_pdf=pdf("B"))
    told: list[tuple[int, int]] = []
    club.papers.take_in(sources, progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (4, 4)
    with pytest.raises(Cancelled):
        club.papers.add(sources, item_id=FIRST.id, is_cancelled=lambda: True)
    assert in_order(club) == []


def test_a_file_that_cannot_be_shown_is_kept_all_the_same_and_said(club: House, desk: Path) -> None:
    sources = laid_out(desk, a_pdf=protected_pdf(), b_pdf=b"%PDF-1.4 torn off")
    taken = club.papers.take_in(sources)
    assert [each.trouble for each in taken] == [Trouble.PROTECTED, Trouble.DAMAGED]
    papers = club.papers.store(taken, item_id=FIRST.id)
    assert [each.pages for each in papers] == [None, None]


def test_a_paper_is_changed_and_typing_is_one_step(club: House, desk: Path) -> None:
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    club.papers.change(replace(paper, title="Kv"))
    club.papers.change(replace(paper, title="Kvartal"))
    club.journal.undo()
    assert in_order(club) == [("1.1", "a")]


def test_a_paper_is_moved_within_its_place_to_another_item_and_loose(
    club: House, desk: Path
) -> None:
    a, b, c = club.papers.add(
        laid_out(desk, a_pdf=pdf("A"), b_pdf=pdf("B"), c_pdf=pdf("C")), item_id=FIRST.id
    )
    club.papers.move(c.id, FIRST.id, 0)
    assert in_order(club) == [("1.1", "c"), ("1.2", "a"), ("1.3", "b")]
    club.papers.move(a.id, SECOND.id, 99)
    assert in_order(club) == [("1.1", "c"), ("1.2", "b"), ("2.1", "a")]
    club.papers.move(b.id, None, 0)
    assert in_order(club) == [("1.1", "c"), ("2.1", "a"), ("A", "b")]
    for _step in range(3):
        club.journal.undo()
    assert in_order(club) == [("1.1", "a"), ("1.2", "b"), ("1.3", "c")]


def test_a_paper_does_not_move_to_another_meetings_item(club: House, desk: Path) -> None:
    other = meeting(BOARD, "2026-04-09 19:00")
    strange = item(other)
    club.keep(other, strange)
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    with pytest.raises(UserError, match="within its own meeting"):
        club.papers.move(paper.id, strange.id, 0)


def test_a_newer_file_takes_the_place_and_the_older_ones_are_kept(club: House, desk: Path) -> None:
    v1, v2, v3 = laid_out(desk, v1_pdf=pdf("1"), v2_pdf=pdf("2", "3"), v3_txt=b"3")
    (paper,) = club.papers.add([v1], item_id=FIRST.id)
    newer = club.papers.replace(paper.id, v2)
    newest = club.papers.replace(newer.id, v3)
    assert (newest.title, newest.media_type) == ("v1", MediaType.TEXT)
    assert in_order(club) == [("1.1", "v1")]
    assert [each.file_name for each in club.papers.versions(newest.id)] == [
        "v3.txt",
        "v2.pdf",
        "v1.pdf",
    ]
    club.journal.undo()
    assert club.papers.of_item(FIRST.id)[0].paper == newer


def test_the_same_file_replaces_nothing(club: House, desk: Path) -> None:
    (source,) = laid_out(desk, a_pdf=pdf())
    (paper,) = club.papers.add([source], item_id=FIRST.id)
    assert club.papers.replace(paper.id, source) == paper
    assert len(club.papers.versions(paper.id)) == 1


def test_older_versions_move_along(club: House, desk: Path) -> None:
    v1, v2 = laid_out(desk, v1_pdf=pdf("1"), v2_pdf=pdf("2"))
    (paper,) = club.papers.add([v1], item_id=FIRST.id)
    newer = club.papers.replace(paper.id, v2)
    club.papers.move(newer.id, SECOND.id, 0)
    assert {each.item_id for each in club.papers.versions(newer.id)} == {SECOND.id}


@pytest.mark.parametrize("way", ["undo", "restore"])
def test_a_discarded_paper_takes_its_versions_along_and_all_come_back(
    club: House, desk: Path, way: str
) -> None:
    v1, v2, other = laid_out(desk, v1_pdf=pdf("1"), v2_pdf=pdf("2"), c_pdf=pdf("C"))
    paper, _last = club.papers.add([v1, other], item_id=FIRST.id)
    newer = club.papers.replace(paper.id, v2)
    papers = set(club.journal.reader.every(Paper))
    club.papers.discard(newer.id)
    assert in_order(club) == [("1.1", "c")]
    if way == "undo":
        club.journal.undo()
        assert set(club.journal.reader.every(Paper)) == papers
    else:
        club.trash.restore(club.trash.entries()[0].id)
    assert sorted(title for _number, title in in_order(club)) == ["c", "v1"]
    assert len(club.papers.versions(newer.id)) == 2


def test_a_version_in_the_middle_goes_alone(club: House, desk: Path) -> None:
    v1, v2, v3 = laid_out(desk, v1_pdf=pdf("1"), v2_pdf=pdf("2"), v3_pdf=pdf("3"))
    (oldest,) = club.papers.add([v1], item_id=FIRST.id)
    middle = club.papers.replace(oldest.id, v2)
    newest = club.papers.replace(middle.id, v3)
    club.papers.discard(middle.id)
    assert [each.id for each in club.papers.versions(newest.id)] == [newest.id, oldest.id]


def test_a_paper_goes_to_the_trash_with_its_item_and_its_file_stays(
    club: House, desk: Path
) -> None:
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    club.agenda.discard(FIRST.id)
    club.journal.forget()
    club.papers.tidy()
    assert club.store.paper_files.digests() == {paper.digest}
    club.trash.restore(club.trash.entries()[0].id)
    assert in_order(club) == [("1.1", "a")]


def test_emptying_the_trash_removes_the_files_nothing_else_points_at(
    club: House, desk: Path
) -> None:
    shared, alone = laid_out(desk, a_pdf=pdf("A"), b_pdf=pdf("B"))
    papers = club.papers.add([shared, alone], item_id=FIRST.id)
    club.papers.add([shared], organisation_id=BOARD.id)
    for each in papers:
        club.papers.discard(each.id)
    assert len(club.store.paper_files.digests()) == 2
    club.trash.empty()
    assert club.store.paper_files.digests() == {papers[0].digest}


def test_tidying_waits_while_something_can_be_undone(club: House, desk: Path) -> None:
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    club.journal.undo()
    club.papers.tidy()
    assert club.store.paper_files.digests() == {paper.digest}
    club.journal.forget()
    club.papers.tidy()
    assert club.store.paper_files.digests() == set()


def test_a_copy_is_saved_under_its_own_name_and_over_no_other(club: House, desk: Path) -> None:
    (paper,) = club.papers.add(laid_out(desk, Årsregnskab_pdf=pdf()), item_id=FIRST.id)
    away = desk / "away"
    names = [club.papers.save_copy(paper.id, away).name for _copy in range(3)]
    assert names == ["Årsregnskab.pdf", "Årsregnskab (2).pdf", "Årsregnskab (3).pdf"]
    assert all((away / name).read_bytes() == pdf() for name in names)


@pytest.mark.parametrize(
    "name", ["../../ude.pdf", "/ude.pdf", "..\\ude.pdf", "CON", "a" * 300, "\u202efdp.exe", "x\ny"]
)
def test_a_copy_never_leaves_its_folder(club: House, desk: Path, name: str) -> None:
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    club.papers.change(replace(paper, file_name=name))
    away = desk / "away" / "deep"
    for copy in (club.papers.save_copy(paper.id, away), club.papers.open_copy(paper.id)):
        assert copy.read_bytes() == pdf()
    assert len(list(away.iterdir())) == 1
    assert sorted(each.name for each in desk.iterdir()) == ["a.pdf", "away"]


def test_an_opened_copy_is_private_cannot_be_changed_and_is_gone_after_tidying(
    club: House, desk: Path
) -> None:
    (paper,) = club.papers.add(laid_out(desk, a_pdf=pdf()), item_id=FIRST.id)
    copy = club.papers.open_copy(paper.id)
    assert (copy.name, copy.read_bytes()) == ("a.pdf", pdf())
    if os.name == "posix":
        assert copy.stat().st_mode & 0o277 == 0
        assert copy.parent.stat().st_mode & 0o077 == 0
    club.papers.tidy()
    assert not copy.parent.parent.exists()


def test_what_is_not_on_the_list_is_not_opened_but_can_be_saved(club: House, desk: Path) -> None:
    (desk / "regn.exe").write_bytes(b"MZ")
    (paper,) = club.papers.add([desk / "regn.exe"], item_id=FIRST.id)
    assert not club.papers.can_open(paper)
    with pytest.raises(UserError, match="does not open"):
        club.papers.open_copy(paper.id)
    assert club.papers.save_copy(paper.id, desk / "away").name == "regn.exe"


def test_the_text_of_a_paper_is_found_whatever_it_is(club: House, desk: Path) -> None:
    sources = laid_out(
        desk, a_pdf=pdf("Blåbær"), b_docx=docx("Hindbær"), c_txt="Solbær".encode(), d_jpg=picture()
    )
    papers = club.papers.add(sources, item_id=FIRST.id)
    texts = [club.papers.text_of(each.digest).strip() for each in papers]
    assert texts == ["Blåbær", "Hindbær", "Solbær", ""]


def test_the_texts_of_many_papers_are_read_together_and_a_lost_one_has_none(
    club: House, desk: Path
) -> None:
    sources = laid_out(desk, **{f"p{place}_txt": f"ord {place}".encode() for place in range(45)})
    papers = club.papers.add(sources, item_id=FIRST.id)
    club.papers.path_of(papers[3].digest).unlink()
    texts = club.papers.texts_of([each.digest for each in papers])
    assert texts == {
        each.digest: "" if place == 3 else f"ord {place}" for place, each in enumerate(papers)
    }


def test_a_paper_whose_file_is_gone_or_changed_is_faulty(club: House, desk: Path) -> None:
    papers = club.papers.add(laid_out(desk, a_pdf=pdf("A"), b_pdf=pdf("B")), item_id=FIRST.id)
    assert club.papers.faulty() == []
    club.papers.path_of(papers[0].digest).unlink()
    club.papers.path_of(papers[1].digest).write_bytes(b"other")
    assert {each.id for each in club.papers.faulty()} == {each.id for each in papers}
    assert len(club.interchange.problems()) == 2


def test_the_log_tells_no_name_of_a_paper(
    club: House, desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(0):
        (paper,) = club.papers.add(laid_out(desk, Hemmelig_pdf=b"%PDF- torn"), item_id=FIRST.id)
        club.papers.open_copy(paper.id)
        club.papers.discard(paper.id)
    assert "Hemmelig" not in caplog.text


def test_a_paper_is_dated_by_the_programs_day(desk: Path) -> None:
    with house(BOARD, today=date(2026, 12, 24)) as home:
        (paper,) = home.papers.add(laid_out(desk, a_pdf=pdf()), organisation_id=BOARD.id)
    assert paper.added_on == date(2026, 12, 24)
