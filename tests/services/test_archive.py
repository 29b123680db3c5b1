"""A folder of old papers: looked at, stored where they belong, found, and never twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services.archive import ArchiveRow, ArchiveService, Standing, summary
from boardkeeper.services.catalogue import Services
from boardkeeper.services.paper_texts import read_papers
from tests.support.builders import TODAY, House, house, meeting, organisation
from tests.support.sources import docx, pdf, protected_pdf

WOOD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="NSK")
SITTING = meeting(WOOD, "2019-03-12 19:00", number=4, state=MeetingState.HELD)
GENERAL = meeting(
    WOOD, "2019-04-02 18:00", kind=MeetingKind.GENERAL, state=MeetingState.HELD, number=None
)
FIRST_AFTER = meeting(
    WOOD, "2019-04-02 20:00", kind=MeetingKind.CONSTITUTION, state=MeetingState.HELD
)


@pytest.fixture
def club(tmp_path: Path) -> Iterator[House]:
    records = (WOOD, CLUB, SITTING, GENERAL, FIRST_AFTER)
    with house(*records, path=tmp_path / "data" / "boardkeeper.db") as home:
        yield home


@pytest.fixture
def archive(club: House) -> ArchiveService:
    return ArchiveService(club.journal, club.clock, club.store.paper_files)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(
        tmp_path / "Gamle referater",
        {
            "Skoven/Referat 12-03-2019.pdf": pdf("Vi maler legehuset", "Side to"),
            "NSK/2018/referat 3. maj.docx": docx("Masten skal skiftes"),
            "Vedtægter.txt": b"Foreningens formaal er leg",
        },
    )


def filled(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def by_name(rows: list[ArchiveRow]) -> dict[str, ArchiveRow]:
    return {each.file.path.name: each for each in rows}


def papers(club: House) -> list[Paper]:
    return club.journal.reader.every(Paper)


def test_a_preview_says_what_every_file_is_and_stores_nothing(
    club: House, archive: ArchiveService, folder: Path
) -> None:
    rows = archive.preview(folder)
    assert [
        (each.standing, each.title, each.organisation, each.day, each.meeting) for each in rows
    ] == [
        (Standing.UNPLACED, "Vedtægter", None, None, None),
        (Standing.NEW, "Referat, 3. maj 2018", CLUB, date(2018, 5, 3), None),
        (Standing.NEW, "Referat, 12. marts 2019", WOOD, date(2019, 3, 12), SITTING),
    ]
    assert summary(rows) == "2 new, 0 here already. 1 names none of your organisations."
    assert papers(club) == []
    assert club.store.paper_files.digests() == set()


def test_papers_are_stored_in_the_meeting_of_their_day_or_as_the_organisations_own(
    club: House, archive: ArchiveService, folder: Path
) -> None:
    stored = archive.store(archive.preview(folder))
    assert len(stored) == 2
    (minutes,) = [each.paper for each in club.papers.of_meeting(SITTING.id)]
    assert (minutes.title, minutes.added_on) == ("Referat, 12. marts 2019", date(2019, 3, 12))
    assert (minutes.file_name, minutes.media_type, minutes.pages) == (
        "Referat 12-03-2019.pdf",
        MediaType.PDF,
        2,
    )
    assert not minutes.is_in_pack
    (own,) = club.papers.of_organisation(CLUB.id)
    assert (own.title, own.meeting_id, own.words) == ("Referat, 3. maj 2018", None, 3)
    assert own.is_in_pack
    source = folder / "Skoven" / "Referat 12-03-2019.pdf"
    assert club.store.paper_files.read(minutes.digest) == source.read_bytes()


def test_one_step_takes_it_all_back(club: House, archive: ArchiveService, folder: Path) -> None:
    archive.store(archive.preview(folder))
    assert club.journal.undo_label == "Import 2 old papers"
    club.journal.undo()
    assert papers(club) == []
    club.journal.redo()
    assert len(papers(club)) == 2


def test_a_second_import_stores_nothing(club: House, archive: ArchiveService, folder: Path) -> None:
    (folder / "Vedtægter.txt").unlink()
    archive.store(archive.preview(folder))
    before = papers(club)
    again = archive.preview(folder)
    assert [(each.standing, each.reason) for each in again] == [
        (Standing.SAME, "as “Referat, 3. maj 2018”"),
        (Standing.SAME, "as “Referat, 12. marts 2019”"),
    ]
    assert "nothing to store" in summary(again)
    assert archive.store(again) == []
    assert papers(club) == before


def test_the_same_preview_stored_twice_stores_once(
    club: House, archive: ArchiveService, folder: Path
) -> None:
    rows = archive.preview(folder)
    archive.store(rows)
    assert archive.store(rows) == []
    assert len(papers(club)) == 2


def test_the_same_file_under_two_names_is_one_paper(
    archive: ArchiveService, tmp_path: Path
) -> None:
    content = pdf("Det samme")
    folder = filled(tmp_path / "x", {"NSK a 2019-01-01.pdf": content, "NSK b.pdf": content})
    rows = by_name(archive.preview(folder))
    assert rows["NSK b.pdf"].standing is Standing.SAME
    assert rows["NSK b.pdf"].reason == "the same file as NSK a 2019-01-01.pdf"
    assert len(archive.store(list(rows.values()))) == 1


def test_what_they_hold_is_found_by_its_words(tmp_path: Path, folder: Path) -> None:
    with house(WOOD, CLUB, SITTING, path=tmp_path / "data" / "boardkeeper.db") as home:
        services = Services.over(home.store, home.clock)
        services.archive.store(services.archive.preview(folder))
        assert read_papers(services.search, services.papers) == 2
        (hit,) = services.search.find("legehuset")
        assert (hit.title, hit.day) == ("Referat, 12. marts 2019", date(2019, 3, 12))
        (hit,) = services.search.find("masten")
        assert hit.organisation_id == CLUB.id


def test_one_organisation_can_be_said_to_have_it_all(archive: ArchiveService, folder: Path) -> None:
    rows = archive.preview(folder, organisation_id=CLUB.id)
    assert {each.organisation for each in rows} == {CLUB}
    assert {each.standing for each in rows} == {Standing.NEW}
    with pytest.raises(UserError):
        archive.preview(folder, organisation_id=OrganisationId.new())


def test_another_organisation_or_day_brings_another_meeting_and_title(
    archive: ArchiveService, folder: Path
) -> None:
    row = by_name(archive.preview(folder))["Vedtægter.txt"]
    (placed,) = archive.placed([replace(row, organisation=WOOD, day=date(2019, 3, 12))])
    assert (placed.standing, placed.meeting) == (Standing.NEW, SITTING)
    assert placed.title == "Vedtægter, 12. marts 2019"
    (placed,) = archive.placed([replace(placed, organisation=None)])
    assert (placed.standing, placed.meeting) == (Standing.UNPLACED, None)


def test_of_two_meetings_on_a_day_the_kind_or_the_number_tells(
    archive: ArchiveService, tmp_path: Path
) -> None:
    folder = filled(
        tmp_path / "Skoven",
        {
            "Referat generalforsamling 2019-04-02.pdf": pdf("a"),
            "Konstituerende møde 2019-04-02.pdf": pdf("b"),
        },
    )
    rows = by_name(archive.preview(folder))
    assert rows["Referat generalforsamling 2019-04-02.pdf"].meeting == GENERAL
    assert rows["Konstituerende møde 2019-04-02.pdf"].meeting == FIRST_AFTER


def test_the_number_or_the_month_finds_the_meeting_and_so_the_day(
    archive: ArchiveService, tmp_path: Path
) -> None:
    folder = filled(
        tmp_path / "Skoven",
        {
            "Referat nr. 4.pdf": pdf("a"),
            "Referat marts 2019.pdf": pdf("b"),
            "Referat april 2019.pdf": pdf("c"),
            "Referat nr. 4 2018.pdf": pdf("d"),
        },
    )
    rows = by_name(archive.preview(folder))
    assert (rows["Referat nr. 4.pdf"].meeting, rows["Referat nr. 4.pdf"].day) == (
        SITTING,
        SITTING.day,
    )
    (moved,) = archive.placed([replace(rows["Referat nr. 4.pdf"], organisation=CLUB)])
    assert (moved.meeting, moved.day) == (None, None)
    assert rows["Referat marts 2019.pdf"].meeting == SITTING
    assert rows["Referat april 2019.pdf"].meeting is None  # two meetings in that month
    assert rows["Referat nr. 4 2018.pdf"].meeting is None


def test_a_meeting_that_is_cancelled_or_still_to_come_has_no_old_papers(tmp_path: Path) -> None:
    coming = meeting(WOOD, f"{TODAY} 23:00")
    called_off = meeting(WOOD, "2019-05-01 19:00", state=MeetingState.CANCELLED)
    folder = filled(tmp_path / "Skoven", {f"a {TODAY}.txt": b"a", "b 2019-05-01.txt": b"b"})
    with house(WOOD, coming, called_off) as home:
        rows = ArchiveService(home.journal, home.clock, home.store.paper_files).preview(folder)
        assert [each.meeting for each in rows] == [None, None]


def test_what_cannot_be_read_is_named_with_its_reason_and_left_out(
    archive: ArchiveService, tmp_path: Path
) -> None:
    folder = filled(
        tmp_path / "Skoven",
        {
            "damaged.pdf": b"%PDF-1.7 and then nothing",
            "locked.pdf": protected_pdf(),
            "empty.pdf": pdf(""),
        },
    )
    rows = by_name(archive.preview(folder))
    assert (rows["damaged.pdf"].standing, rows["damaged.pdf"].reason) == (
        Standing.UNREADABLE,
        "damaged",
    )
    assert rows["locked.pdf"].standing is Standing.NEW
    assert rows["locked.pdf"].reason == "protected by a password"
    assert rows["empty.pdf"].reason == "no words to search in, a scan perhaps"
    assert len(archive.store(list(rows.values()))) == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_one_may_not_read_stands_in_no_others_way(
    archive: ArchiveService, folder: Path
) -> None:
    (folder / "Vedtægter.txt").chmod(0)
    rows = by_name(archive.preview(folder))
    assert rows["Vedtægter.txt"].standing is Standing.UNREADABLE
    assert len(rows) == 3


def test_other_files_hidden_ones_and_words_own_locks_are_left_alone(
    archive: ArchiveService, tmp_path: Path
) -> None:
    folder = filled(
        tmp_path / "x",
        {"a.mp3": b"x", ".skjult.pdf": b"x", "~$referat.docx": b"x", ".git/b.pdf": b"x"},
    )
    assert archive.preview(folder) == []
    assert summary([]) == "There are no papers in the folder."
    assert archive.store([]) == []


def test_reading_tells_how_far_it_is_and_can_be_stopped(
    club: House, archive: ArchiveService, folder: Path
) -> None:
    told: list[tuple[int, int]] = []
    archive.preview(folder, progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (6, 6)
    with pytest.raises(Cancelled):
        archive.preview(folder, is_cancelled=lambda: True)
    rows = archive.preview(folder)
    with pytest.raises(Cancelled):
        archive.keep(rows, is_cancelled=lambda: True)
    assert club.store.paper_files.digests() == set()


def test_a_file_changed_since_the_preview_stops_it_all(
    club: House, archive: ArchiveService, folder: Path
) -> None:
    rows = archive.preview(folder)
    (folder / "Skoven" / "Referat 12-03-2019.pdf").write_bytes(pdf("Noget andet"))
    with pytest.raises(UserError, match="changed since the preview"):
        archive.store(rows)
    (folder / "Skoven" / "Referat 12-03-2019.pdf").unlink()
    with pytest.raises(UserError, match="could not be read"):
        archive.store(rows)
    assert papers(club) == []


def test_what_is_no_folder_is_refused(archive: ArchiveService, folder: Path) -> None:
    for path in (folder / "nowhere", folder / "Vedtægter.txt"):
        with pytest.raises(UserError, match="could not be read"):
            archive.preview(path)


def test_papers_lie_after_those_that_were_there_in_the_order_of_their_days(
    club: House, archive: ArchiveService, tmp_path: Path
) -> None:
    filled(tmp_path / "own", {"Forsikring.txt": b"police"})
    club.papers.add([tmp_path / "own" / "Forsikring.txt"], organisation_id=CLUB.id)
    folder = filled(
        tmp_path / "NSK",
        {"b 2017-01-01.txt": b"b", "a 2018-01-01.txt": b"a", "c 2016-01-01.txt": b"c"},
    )
    archive.store(archive.preview(folder))
    titles = [each.file_name[:1] for each in club.papers.of_organisation(CLUB.id)]
    assert titles == ["F", "c", "b", "a"]
