"""The file: opened safely, or refused with not a byte changed."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from boardkeeper.db.schema import APPLICATION_ID, HEAD
from boardkeeper.db.store import PRAGMAS, Store
from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from tests.support.builders import house, membership, organisation, person

OPEN_IT = """
import sys
from pathlib import Path
from boardkeeper.db.store import Store
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, set_language
set_language(Language.ENGLISH)
try:
    Store.open(Path(sys.argv[1])).close()
except UserError as error:
    sys.exit(str(error))
"""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def opened_elsewhere(path: Path) -> subprocess.CompletedProcess[str]:
    """Another BoardKeeper opens the file."""
    command = [sys.executable, "-W", "error", "-c", OPEN_IT, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "boardkeeper.db"


def test_a_fresh_file_bears_our_mark_and_the_newest_revision(path: Path) -> None:
    store = Store.open(path)
    assert store.revision() == HEAD
    assert store.problems() == []
    store.close()
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    Store.open(tmp_path / "a" / "b" / "boardkeeper.db").close()
    assert (tmp_path / "a" / "b" / "boardkeeper.db").is_file()


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    Store.open(path).close()
    assert path.stat().st_size > 0


def test_what_is_stored_is_there_next_time(path: Path) -> None:
    anna = person()
    with house(anna, path=path):
        pass
    with house(path=path) as home:
        assert home.people.all() == [anna]


def test_opening_changes_nothing(path: Path) -> None:
    with house(person(), path=path):
        pass
    before = digest(path)
    Store.open(path).close()
    assert digest(path) == before


def test_nothing_lies_beside_the_file_once_it_is_closed(path: Path) -> None:
    with house(person(), path=path):
        pass
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_every_setting_is_in_force(path: Path) -> None:
    store = Store.open(path)
    held = {name: store._connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    store.close()
    assert held == PRAGMAS


def test_the_engine_is_the_pinned_one_with_full_text_search(path: Path) -> None:
    store = Store.open(path)
    options = set(store._connection.exec_driver_sql("PRAGMA compile_options").scalars())
    store.close()
    assert {"ENABLE_FTS5", "HAS_CODEC"} <= options


@pytest.mark.parametrize("is_fresh", [True, False])
def test_a_second_program_is_refused_while_the_first_has_it_open(
    path: Path, *, is_fresh: bool
) -> None:
    if not is_fresh:
        Store.open(path).close()
    first = Store.open(path)
    second = opened_elsewhere(path)
    first.close()

    assert second.stderr.strip() == (
        "BoardKeeper already has “boardkeeper.db” open. Nothing was changed. Close the other"
        " window or command, and try again."
    )
    assert opened_elsewhere(path).returncode == 0


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()


def foreign_with_a_mark(path: Path) -> None:
    foreign(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1196437808")
    connection.close()


def text_file(path: Path) -> None:
    path.write_text("Dear board,\n" * 50, encoding="utf-8")


def one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def half_a_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


@pytest.mark.parametrize("make", [foreign, foreign_with_a_mark, text_file, one_byte, half_a_header])
def test_what_is_not_ours_is_refused_and_not_touched(
    path: Path, make: Callable[[Path], None]
) -> None:
    make(path)
    before = digest(path)
    with pytest.raises(UserError, match=r"“boardkeeper\.db” is not a BoardKeeper database\."):
        Store.open(path)
    assert digest(path) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_file_is_refused_naming_both_revisions_and_not_touched(path: Path) -> None:
    Store.open(path).close()
    connection = sqlite.connect(str(path))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = digest(path)
    with pytest.raises(UserError, match=rf"its revision is 9999, this program knows {HEAD}"):
        Store.open(path)
    assert digest(path) == before


def test_a_folder_where_the_file_should_be_is_told_in_words(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError, match="cannot be opened"):
        Store.open(path)


def test_a_file_where_the_folder_should_be_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(UserError, match="cannot be opened"):
        Store.open(tmp_path / "data" / "boardkeeper.db")


def test_a_damaged_file_is_told_in_words_and_not_touched(path: Path) -> None:
    with house(*(person(f"Person {number}") for number in range(200)), path=path):
        pass
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    before = digest(path)
    with pytest.raises(UserError, match="is damaged"):
        Store.open(path)
    assert digest(path) == before


def test_a_dangling_pointer_is_named_by_the_check(path: Path) -> None:
    anna, board = person(), organisation()
    with house(anna, board, membership(anna, board), path=path):
        pass
    connection = sqlite.connect(str(path))
    connection.execute("DELETE FROM people")
    connection.commit()
    connection.close()
    store = Store.open(path)
    assert store.problems() == ["memberships 1 → people"]
    store.close()


def test_tables_made_in_a_transaction_that_fails_are_not_there(path: Path) -> None:
    store = Store.open(path)

    def half_a_step() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE half_done (id TEXT)")
            connection.exec_driver_sql("DROP TABLE time_entries")
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        half_a_step()
    names = set(store._connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    store.close()
    assert "half_done" not in names
    assert "time_entries" in names


def test_a_full_disk_is_told_in_words_and_the_last_step_is_not_half_done(path: Path) -> None:
    anna = person()
    with house(anna, path=path) as home:
        pages = home.store._connection.exec_driver_sql("PRAGMA page_count").scalar()
        home.store._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="disk is full"):
            home.people.add(person("Bo", notes="x" * 100_000))
        assert home.people.all() == [anna]
        assert home.store.problems() == []
        assert home.journal.undo_label is None


def test_in_memory_there_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store.in_memory()
    assert store.reader.every(Person) == []
    store.close()
    assert list(tmp_path.iterdir()) == []
