"""Bringing an older file up to date: a copy first, then every revision in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, StaticPool, create_engine, event

from boardkeeper.errors import UserError
from boardkeeper.files import read_whole, write_whole
from boardkeeper.i18n import _

SCRIPTS = Path(__file__).parent / "migrations"
"""Where the revisions lie."""


def upgraded(path: Path, revision: str, scripts: Path = SCRIPTS) -> Path:
    """Upgrade the file from its revision to the newest; returns the copy taken before.

    The copy lies beside the file, is named after the revision it holds, and is never cleaned away
    by the program. Either every revision is carried out, or the file is as it was.
    """
    copy = path.with_name(f"{path.stem}.before-upgrade-from-{revision}{path.suffix}")
    write_whole(copy, read_whole(path))
    _refuse_damaged(copy)
    with _migrating(path) as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            run(connection, scripts)
            _refuse_dangling(connection)
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
    return copy


def _refuse_damaged(copy: Path) -> None:
    with _migrating(copy) as connection:
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if found != "ok":
        message = _(
            "The database is damaged, so it was not brought up to date. Fetch your newest backup."
        )
        raise UserError(message)


def _refuse_dangling(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        message = _("The upgrade would lose connections between records. The file is as it was.")
        raise UserError(message)


def run(connection: Connection, scripts: Path = SCRIPTS) -> None:
    """Carry out the revisions on a connection whose transaction the caller holds."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _migrating(path: Path) -> Iterator[Connection]:
    """A connection without foreign keys on: SQLite's rebuilt tables would drop what they own."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: sqlite.connect(str(path), isolation_level=None),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = 3"))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
