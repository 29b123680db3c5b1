"""The database file: opened safely, ours or refused, with the settings it needs to survive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Self

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, Index, StaticPool, create_engine, event, text
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateIndex, CreateTable

from boardkeeper.db.metadata import metadata
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import APPLICATION_ID, HEAD
from boardkeeper.db.search_index import is_prepared, make, prepare, read_texts, strike, verify
from boardkeeper.errors import UserError
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _

PRAGMAS: dict[str, str | int] = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    **({"fullfsync": 1} if sys.platform == "darwin" else {}),
}
"""A rollback journal rather than WAL: the one file is then always the whole truth."""

_WRITES = "boardkeeper_writes"
_SQLITE = b"SQLite format 3\x00"
_VERSION_TABLE = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""
"""As Alembic itself would make it."""


class Store:
    """One open database. One connection, used by one thread."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._engine = _engine(path)
        try:
            self._connection = self._engine.connect()
        except BaseException:
            self._engine.dispose()
            raise
        self.reader = Reader(self._connection)
        self.paper_files = PaperFiles(path.parent / "papers" if path else None)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it when there is none; older files are brought up to date.

        Raises UserError, with not a byte of the file changed, when it is not a BoardKeeper
        database, when a newer BoardKeeper wrote it, or when another program has it open.
        """
        is_new = _is_new(path)
        with _said_in_words(path):
            store = cls(path)
            try:
                store._begin_or_upgrade(is_new=is_new)
                store._keep_others_out()
                store._prepare_search()
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def in_memory(cls) -> Self:
        """A database that is gone when it is closed: for tests, and for trying things out."""
        store = cls(None)
        store._create()
        return store

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()
        self.paper_files.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One real transaction: committed whole, or as if it had never begun.

        Foreign keys are checked when it commits, so the order of writing does not matter.
        """
        with (
            _said_in_words(self.path),
            self._engine.connect().execution_options(**{_WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def problems(self) -> list[str]:
        """What SQLite itself finds wrong with the file: damaged pages, dangling pointers."""
        checked = [row[0] for row in self._connection.execute(text("PRAGMA integrity_check"))]
        dangling = [
            f"{row[0]} {row[1]} → {row[2]}"
            for row in self._connection.execute(text("PRAGMA foreign_key_check"))
        ]
        return [line for line in checked if line != "ok"] + dangling

    def is_search_whole(self) -> bool:
        """Whether SQLite finds the search index whole inside."""
        try:
            with self.writing() as connection:
                verify(connection)
        except UserError:
            return False
        return True

    def read_texts(self) -> Iterator[tuple[str, str]]:
        """What was read out of papers' files: digests and texts."""
        return read_texts(self.reader)

    def strike(self, struck: Callable[[str], str]) -> None:
        """Strike words from what the search knows, and leave none of them in the file's free pages.

        `struck` gives a text without them. What the records say is the caller's to change first.
        """
        with self.writing() as connection:
            strike(connection, struck)
        with _said_in_words(self.path):
            self._connection.exec_driver_sql("VACUUM")

    def older_copies(self) -> list[Path]:
        """Copies of the file as it was before upgrades, which lie beside it."""
        if self.path is None:
            return []
        return sorted(self.path.parent.glob(f"{self.path.stem}.before-*{self.path.suffix}"))

    def revision(self) -> str | None:
        """The revision the file was written by."""
        names = text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
        if self._connection.execute(names).first() is None:
            return None
        row = self._connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return None if row is None else str(row[0])

    def _begin_or_upgrade(self, *, is_new: bool) -> None:
        if is_new:
            self._create()
            return
        revision = self.revision()
        if revision == HEAD:
            return
        if revision is None or revision > HEAD:
            message = _(
                "This database was written by a newer BoardKeeper (its revision is {theirs}, this"
                " program knows {ours}). It was not touched. Open it with the newer program."
            )
            raise UserError(message.format(theirs=revision or "?", ours=HEAD))
        self._upgrade(revision)

    def _keep_others_out(self) -> None:
        """Take the file's lock now; merely reading would let a second program in."""
        self._connection.exec_driver_sql("BEGIN EXCLUSIVE")
        self._connection.exec_driver_sql("ROLLBACK")

    def _create(self) -> None:
        with self.writing() as connection:
            for statement in _tables_and_indexes():
                connection.exec_driver_sql(statement)
            connection.execute(text(_VERSION_TABLE))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            make(connection)

    def _prepare_search(self) -> None:
        """Fill the search index of a file that has none, or one of another program version."""
        if not is_prepared(self._connection):
            with self.writing() as connection:
                prepare(connection)

    def _upgrade(self, revision: str) -> None:
        # Alembic costs a start-up its tenth of a second, and is needed once a release.
        from boardkeeper.db.upgrade import upgraded  # noqa: PLC0415

        if self.path is None:
            raise UserError(_("A database in memory has no older revision."))
        self.close()
        upgraded(self.path, revision)
        self.__init__(self.path)  # type: ignore[misc] # open the brought-up file anew


@cache
def _tables_and_indexes() -> tuple[str, ...]:
    """What makes an empty database, written out once: SQLAlchemy would compile it every time."""
    tables = metadata.sorted_tables
    made: list[CreateTable | CreateIndex] = [CreateTable(each) for each in tables]
    made += [CreateIndex(each) for table in tables for each in sorted(table.indexes, key=_name)]
    return tuple(str(each.compile(dialect=SQLiteDialect())) for each in made)


def _name(index: Index) -> str:
    return index.name or ""


def _engine(path: Path | None) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: sqlite.connect(
            ":memory:" if path is None else str(path), isolation_level=None, timeout=0.5
        ),
        poolclass=StaticPool,
        hide_parameters=True,  # an error in the log holds no names or texts
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    in_memory = not connection.execute("PRAGMA database_list").fetchone()[2]
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
        held = connection.execute(f"PRAGMA {name}").fetchone()
        if held is None or (held[0] != value and not (in_memory and name == "journal_mode")):
            raise UserError(_("This computer's SQLite will not keep the database safely."))


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        raw: Any = connection.connection.dbapi_connection
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("PRAGMA defer_foreign_keys = ON")


def _is_new(path: Path) -> bool:
    """Whether there is no file yet. Refuses another program's file, and what cannot be read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size == 0:
            return True
        with path.open("rb") as file:
            _refuse_foreign(path, file.read(100))
    except OSError as error:
        message = _(
            "“{name}” cannot be opened ({reason}). Nothing was changed. Choose another folder, or"
            " see whether this one may be used."
        )
        raise UserError(message.format(name=path.name, reason=reason_in_words(error))) from error
    return False


def _refuse_foreign(path: Path, head: bytes) -> None:
    if not head.startswith(_SQLITE) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        message = _(
            "“{name}” is not a BoardKeeper database. It was not touched. Choose another folder, or"
            " move the file away."
        )
        raise UserError(message.format(name=path.name))


@contextmanager
def _said_in_words(path: Path | None) -> Iterator[None]:
    """What the disk or the file refuses, in words a person can act on."""
    name = path.name if path else ""
    try:
        yield
    except (DatabaseError, sqlite.DatabaseError) as error:
        reason = str(getattr(error, "orig", error))
        if "locked" in reason:
            message = _(
                "BoardKeeper already has “{name}” open. Nothing was changed. Close the other"
                " window or command, and try again."
            )
        elif "full" in reason:
            message = _(
                "The disk is full. What you did last was not stored; everything before it is safe."
                " Free some space, and do it again."
            )
        elif "readonly" in reason or "unable to open" in reason:
            message = _(
                "“{name}” cannot be written. Nothing was changed. See whether its folder may be"
                " written to and the disk is there."
            )
        elif "FOREIGN KEY" in reason:
            message = _("What this belongs to is no longer there. Nothing was changed.")
        elif "malformed" in reason or "not a database" in reason:
            message = _(
                "“{name}” is damaged. It was not written to. Copy it aside before anything else,"
                " and fetch your newest backup."
            )
        else:
            raise
        raise UserError(message.format(name=name)) from error
