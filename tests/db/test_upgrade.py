"""Bringing older files up to date: whole, or as they were."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import StaticPool, create_engine

from boardkeeper.db.metadata import metadata
from boardkeeper.db.schema import APPLICATION_ID, HEAD
from boardkeeper.db.store import Store
from boardkeeper.db.upgrade import SCRIPTS, run, upgraded
from boardkeeper.errors import UserError
from tests.support.builders import house, one_of_every_kind

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade():
{steps}
"""


@contextmanager
def bare(path: Path) -> Iterator[Any]:
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of the newest revision with one record of every kind."""
    with house(*one_of_every_kind(), path=tmp_path / "boardkeeper.db"):
        pass
    return tmp_path / "boardkeeper.db"


def scripts_with(folder: Path, *steps: str) -> Path:
    """The revisions there are, and one more that takes these steps."""
    copied = folder / "migrations"
    shutil.copytree(SCRIPTS, copied)
    written = NEXT.format(head=HEAD, steps="\n".join(f"    {step}" for step in steps))
    (copied / "versions" / "r9999_next.py").write_text(written, encoding="utf-8")
    return copied


def described(connection: Any) -> dict[str, Any]:
    """What SQLite knows of every table: columns, keys and indexes, in no order of names."""
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if row[0] != "alembic_version"
    ]
    return {
        table: (
            connection.execute(f"PRAGMA table_info({table})").fetchall(),
            {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})")},
            {
                (row[1:], *connection.execute(f"PRAGMA index_info({row[1]})").fetchall())
                for row in connection.execute(f"PRAGMA index_list({table})")
            },
        )
        for table in tables
    }


def sorted_sql(connection: Any) -> dict[str, list[str]]:
    """The SQL of every table and index, its lines sorted: the order of constraints is free."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: sorted(line.strip(" \t,") for line in sql.splitlines())
        for name, sql in rows
        if name != "alembic_version"
    }


def test_the_revisions_make_what_the_tables_say() -> None:
    made = {}
    for way in ("revisions", "tables"):
        engine = create_engine(
            "sqlite://",
            module=sqlite,
            creator=lambda: sqlite.connect(":memory:", isolation_level=None),
            poolclass=StaticPool,
        )
        with engine.connect() as connection:
            if way == "revisions":
                run(connection)
            else:
                metadata.create_all(connection)
            raw = connection.connection.dbapi_connection
            made[way] = (described(raw), sorted_sql(raw))
        engine.dispose()
    assert made["revisions"] == made["tables"]


def test_a_file_the_first_revision_made_opens(tmp_path: Path) -> None:
    path = tmp_path / "boardkeeper.db"
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: sqlite.connect(str(path), isolation_level=None),
        poolclass=StaticPool,
    )
    with engine.connect() as connection:
        run(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
    with house(*one_of_every_kind(), path=path) as home:
        assert home.store.revision() == HEAD
        assert home.store.problems() == []


def test_an_upgrade_keeps_every_row_and_a_copy_of_the_file_as_it_was(
    path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    scripts = scripts_with(
        tmp_path,
        'op.add_column("people", sa.Column("nickname", sa.Text(), server_default=""))',
    )
    copy = upgraded(path, HEAD, scripts)
    assert copy.name == f"boardkeeper.before-upgrade-from-{HEAD}.db"
    assert copy.read_bytes() == before
    with bare(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            ("9999",)
        ]
        assert connection.execute("SELECT name, nickname FROM people").fetchall() == [
            ("Anna Holm", "")
        ]


def test_a_rebuilt_table_does_not_drop_what_it_owns(path: Path, tmp_path: Path) -> None:
    scripts = scripts_with(
        tmp_path,
        'with op.batch_alter_table("organisations", recreate="always") as batch:',
        '    batch.alter_column("notes", nullable=True)',
    )
    upgraded(path, HEAD, scripts)
    with bare(path) as connection:
        for table in metadata.tables:
            count = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            assert count == (0 if table == "trash" else 1), table


@pytest.mark.parametrize(
    "steps",
    [
        ["raise RuntimeError('stopped')"],
        ['op.drop_table("terms")', "raise RuntimeError('stopped')"],
        [
            'op.add_column("people", sa.Column("nickname", sa.Text()))',
            """op.execute("UPDATE people SET name = 'gone'")""",
            "raise RuntimeError('stopped')",
        ],
    ],
)
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, steps: list[str]
) -> None:
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="stopped"):
        upgraded(path, HEAD, scripts_with(tmp_path, *steps))
    assert path.read_bytes() == before
    Store.open(path).close()


def test_an_upgrade_that_would_leave_pointers_dangling_is_not_carried_out(
    path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    scripts = scripts_with(tmp_path, 'op.execute("DELETE FROM organisations")')
    with pytest.raises(UserError, match="would lose connections between records"):
        upgraded(path, HEAD, scripts)
    assert path.read_bytes() == before


def test_a_damaged_file_is_not_upgraded(path: Path, tmp_path: Path) -> None:
    with bare(path) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'meetings'"
        ).fetchone()[0]
    damaged = bytearray(path.read_bytes())
    damaged[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(damaged)
    with pytest.raises(UserError, match="is damaged, so it was not brought up to date"):
        upgraded(path, HEAD, scripts_with(tmp_path, "pass"))
    assert path.read_bytes() == damaged
