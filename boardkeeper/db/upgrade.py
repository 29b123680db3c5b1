"""Bringing an older file up to date: a copy first, then every revision in one transaction."""

from __future__ import annotations

import shutil
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from boardkeeper.errors import UserError
from boardkeeper.i18n import _

_SCRIPTS = Path(__file__).parent / "migrations"


def upgraded(path: Path) -> Path:
    """Upgrade the file to the newest revision; returns the copy taken before.

    The copy lies beside the file and is never cleaned away by the program. Either every revision
    is carried out, or the file is as it was.
    """
    copy = path.with_suffix(".before-upgrade.db")
    shutil.copy2(path, copy)
    engine = migration_engine(path)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            run(connection)
            _refuse_dangling(connection)
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
    engine.dispose()
    return copy


def _refuse_dangling(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        message = _("The upgrade would lose connections between records. The file is as it was.")
        raise UserError(message)


def run(connection: Connection, revision: str = "head") -> None:
    """Carry out the revisions on a connection whose transaction the caller holds."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def migration_engine(path: Path) -> Engine:
    """An engine without foreign keys on: SQLite's rebuilt tables would drop what they own."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: sqlite.connect(str(path), isolation_level=None),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = 3"))
    return engine
