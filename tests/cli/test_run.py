from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardkeeper.db.schema import APPLICATION_ID
from tests.support.builders import house, meeting, one_of_every_kind, organisation, person
from tests.support.drivers.terminal import Terminal


def test_the_sample_fills_an_empty_folder(terminal: Terminal) -> None:
    said = terminal.run("sample")
    assert said.code == 0
    assert "records of sample data are in place" in said.out
    assert terminal.run("check").out.startswith("Whole: ")


def test_the_samples_next_meeting_lies_within_six_days(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("sample", today="2030-08-14")
    meetings = json.loads(terminal.run("list", "meetings", "--json").out)
    assert any("2030-08-14" <= each["starts_at"][:10] <= "2030-08-20" for each in meetings)
    said = terminal.run("print", "agenda", "-o", tmp_path / "a.pdf", today="2030-08-14")
    assert said.code == 0


def test_the_sample_never_mixes_with_what_is_there(terminal: Terminal) -> None:
    with house(organisation(), path=terminal.database):
        pass
    said = terminal.run("sample")
    assert said.code == 1
    assert "Nothing was changed" in said.err
    assert len(terminal.run("list", "organisations").out.splitlines()) == 1


def test_everything_out_and_in_again_gives_the_same_bytes(
    terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.run("sample")
    out = terminal.run("export", tmp_path / "first.json")
    assert str(tmp_path / "first.json") in out.out
    other = Terminal(tmp_path / "other", capsys)
    assert other.run("import", tmp_path / "first.json").code == 0
    other.run("export", tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()


def test_an_import_says_what_was_new_changed_and_the_same(
    terminal: Terminal, tmp_path: Path
) -> None:
    records = one_of_every_kind()
    with house(*records, path=terminal.database):
        pass
    terminal.run("export", tmp_path / "all.json")
    count = len(records)
    assert terminal.run("import", tmp_path / "all.json").out == (
        f"0 new, 0 changed, {count} the same as before.\n"
    )


def test_a_file_that_is_wrong_is_named_by_path_and_changes_nothing(
    terminal: Terminal, tmp_path: Path
) -> None:
    wrong = {"format": "boardkeeper", "version": 1, "organisations": [{"id": "x"}]}
    (tmp_path / "wrong.json").write_text(json.dumps(wrong))
    said = terminal.run("import", tmp_path / "wrong.json")
    assert said.code == 1
    assert "organisations[0]" in said.err
    assert "Traceback" not in said.err
    assert terminal.run("list", "organisations").out == ""


def test_a_file_of_another_person_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    with house(person(is_me=True), path=terminal.database):
        pass
    terminal.run("export", tmp_path / "mine.json")
    mine = json.loads((tmp_path / "mine.json").read_text())
    mine["people"][0]["id"] = person().id
    (tmp_path / "theirs.json").write_text(json.dumps(mine))
    said = terminal.run("import", tmp_path / "theirs.json")
    assert said.code == 1
    assert "another person" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "{folder}/nowhere.json"], "there is no such file"),
        (["import", "{folder}"], "it is a folder"),
        (["export", "{folder}"], "it is a folder"),
        (["export", "{folder}/file/x.json"], "a file stands where a folder should be"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(
    terminal: Terminal, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "file").touch()
    said = terminal.run(*(each.format(folder=tmp_path) for each in arguments))
    assert said.code == 1
    assert words in said.err
    assert len(said.err.splitlines()) == 1


def test_a_whole_database_is_said_to_be_whole(terminal: Terminal) -> None:
    said = terminal.run("check")
    assert (said.code, said.out) == (0, "Whole: 0 records.\n")


def test_a_database_that_is_open_elsewhere_is_refused(terminal: Terminal) -> None:
    with house(path=terminal.database):
        said = terminal.run("check")
    assert said.code == 1
    assert "already has" in said.err
    assert len(said.err.splitlines()) == 1


def test_a_damaged_database_is_reported(terminal: Terminal) -> None:
    board = organisation()
    meetings = [meeting(board, number=number, notes="x" * 900) for number in range(1, 200)]
    with house(board, *meetings, path=terminal.database):
        pass
    content = bytearray(terminal.database.read_bytes())
    content[40_000:48_000] = bytes(8_000)
    terminal.database.write_bytes(content)
    said = terminal.run("check")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert said.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"A letter to the board.", "not a BoardKeeper database"),
        (b"SQLite format 3\x00" + bytes(100), "not a BoardKeeper database"),
        (
            b"SQLite format 3\x00" + bytes(52) + APPLICATION_ID.to_bytes(4, "big") + bytes(900),
            "is damaged",
        ),
    ],
    ids=["a text", "another program's", "broken"],
)
def test_a_file_that_is_not_ours_is_refused_untouched(
    terminal: Terminal, content: bytes, words: str
) -> None:
    terminal.database.parent.mkdir(parents=True)
    terminal.database.write_bytes(content)
    said = terminal.run("list", "people")
    assert said.code == 1
    assert words in said.err
    assert terminal.database.read_bytes() == content


def test_a_newer_database_is_refused(terminal: Terminal) -> None:
    with house(path=terminal.database) as built, built.store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    said = terminal.run("check")
    assert said.code == 1
    assert "newer BoardKeeper" in said.err


def test_a_data_folder_that_is_a_file_is_refused(terminal: Terminal) -> None:
    terminal.folder.write_text("not a folder")
    said = terminal.run("check")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
