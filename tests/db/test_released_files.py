"""A real file of every revision ever released opens, and loses nothing on the way up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.schema import HEAD, TABLES
from boardkeeper.db.store import Store
from tests.support.builders import PAPER_FILE, house

FILES = sorted((Path(__file__).parent / "files").glob("*.db"))


def counted(path: Path) -> dict[str, int]:
    """The rows of every table in a file."""
    connection = sqlite.connect(str(path))
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master").fetchall()]
    counts = {
        table.name: connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
        for table in TABLES.values()
        if table.name in names
    }
    connection.close()
    return counts


def structure(path: Path) -> set[tuple[str, str]]:
    """The tables and indexes of a file with their columns."""
    connection = sqlite.connect(str(path))
    rows = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    described = {
        (name, str(connection.execute(f"PRAGMA {kind}_info({name})").fetchall()))
        for kind, name in rows
    }
    connection.close()
    return described


def test_the_newest_revision_has_its_file() -> None:
    assert f"{HEAD}.db" in {path.name for path in FILES}


@pytest.mark.parametrize("released", FILES, ids=lambda path: path.stem)
def test_a_released_file_opens_with_every_row(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "boardkeeper.db"
    shutil.copy(released, path)
    before = counted(path)
    assert all(before.values()), "a file must have something of everything in it"
    PaperFiles(tmp_path / "papers").keep(PAPER_FILE)
    with house(path=path) as home:
        assert home.store.revision() == HEAD
        assert home.interchange.problems() == []
        assert home.everything()
    assert {name: counted(path)[name] for name in before} == before


@pytest.mark.parametrize("released", FILES, ids=lambda path: path.stem)
def test_a_released_file_ends_up_with_the_tables_of_a_fresh_one(
    released: Path, tmp_path: Path
) -> None:
    path, fresh = tmp_path / "boardkeeper.db", tmp_path / "fresh.db"
    shutil.copy(released, path)
    for each in (path, fresh):
        Store.open(each).close()
    assert structure(path) == structure(fresh)
