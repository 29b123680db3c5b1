"""Keeps the search index in step with the records.

A command only notes, in its own transaction, what the index has to look at again: that costs it
next to nothing, and survives a crash. The index looks before anything is searched, or when there is
time.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from json import dumps
from typing import Any

from sqlalchemy import Connection, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_papers import papers
from boardkeeper.db.search_changes import touched
from boardkeeper.db.search_documents import documents
from boardkeeper.db.search_tables import FULL_TEXTS, INDEXES, SETTINGS, TABLES, VERSION
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search import Document, Kind
from boardkeeper.domain.search_words import tidy, words_in

_AT_ONCE = 2_000
"""Documents that are taken in together when the index is filled."""
_RECORDS, _PAPERS = FULL_TEXTS


def prepare(connection: Connection) -> None:
    """Make the index and fill it, unless it is there. The caller holds the transaction."""
    if _version(connection) != VERSION:
        rebuild(connection)


def is_prepared(connection: Connection) -> bool:
    """Whether the index of this program's version is there."""
    return _version(connection) == VERSION


def rebuild(connection: Connection) -> None:
    """Make the index anew out of the records. What was read out of papers is kept."""
    make(connection)
    connection.exec_driver_sql(
        "DELETE FROM search_texts WHERE digest NOT IN (SELECT digest FROM papers)"
    )
    reader = Reader(connection)
    for kind in Kind:
        found = sorted(documents(reader, kind), key=lambda each: (str(each.day), each.record_id))
        for first in range(0, len(found), _AT_ONCE):
            _take_in(connection, found[first : first + _AT_ONCE])


def make(connection: Connection) -> None:
    """Make an empty index. What was read out of papers is kept."""
    texts = _present(connection, "search_texts")
    for name in reversed(TABLES):
        if name != "search_texts":
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for name, made in TABLES.items():
        if name != "search_texts" or not texts:
            connection.exec_driver_sql(made)
    for made in INDEXES.values():
        connection.exec_driver_sql(made)
    for table in FULL_TEXTS:
        for name, value in SETTINGS.items():
            setting = f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)"  # noqa: S608 - names of ours
            connection.exec_driver_sql(setting, (name, value))
    connection.exec_driver_sql("INSERT INTO search_version VALUES (?)", (VERSION,))


def note_changed(connection: Connection, change_set: ChangeSet) -> None:
    """Note what a command changed, in its transaction."""
    rows = [
        (record_id, kind.value)
        for kind, ids in touched(Reader(connection), change_set.changes).items()
        for record_id in ids
    ]
    if rows:
        raw: Any = connection.connection.dbapi_connection  # a third of SQLAlchemy's time
        raw.executemany("INSERT OR IGNORE INTO search_changed VALUES (?, ?)", rows)


def changed(reader: Reader) -> int:
    """How many records the index has to look at again."""
    count = reader.raw_rows("SELECT count(*) FROM search_changed")[0][0]
    return int(count)


def catch_up(connection: Connection, most: int | None = None) -> None:
    """Look again at what was changed; at so many records at most."""
    reader = Reader(connection)
    asked = "SELECT kind, record_id FROM search_changed LIMIT ?"
    noted = reader.raw_rows(asked, (-1 if most is None else most,))
    for kind in Kind:
        ids = [row[1] for row in noted if row[0] == kind]
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            _let_go(connection, some)
            _take_in(connection, documents(reader, kind, some))
    done = "DELETE FROM search_changed WHERE record_id IN (SELECT value FROM json_each(?))"
    connection.exec_driver_sql(done, (dumps([row[1] for row in noted]),))


def keep_text(connection: Connection, digest: str, text: str) -> None:
    """Keep what was read out of a paper's file, and look at it from now on."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO search_texts VALUES (?, ?)",
        (digest, zlib.compress(tidy(text).encode())),
    )
    reader = Reader(connection)
    bearing = reader.values(select(papers.c.id).where(papers.c.digest == digest))
    _let_go(connection, bearing)
    _take_in(connection, documents(reader, Kind.PAPER, bearing))


def text_of(reader: Reader, digest: str) -> str:
    """What was read out of a paper's file; empty before that."""
    rows = reader.raw_rows("SELECT text FROM search_texts WHERE digest = ?", (digest,))
    return zlib.decompress(rows[0][0]).decode() if rows else ""


def read_texts(reader: Reader) -> Iterator[tuple[str, str]]:
    """Everything that was read out of papers' files: digests and texts."""
    for digest, packed in reader.raw_rows("SELECT digest, text FROM search_texts"):
        yield digest, zlib.decompress(packed).decode()


def strike(connection: Connection, struck: Callable[[str], str]) -> None:
    """Strike words from what was read out of papers, and make the index anew without them."""
    for digest, text in list(read_texts(Reader(connection))):
        left = struck(text)
        if left != text:
            connection.exec_driver_sql(
                "UPDATE search_texts SET text = ? WHERE digest = ?",
                (zlib.compress(left.encode()), digest),
            )
    rebuild(connection)


def unread(reader: Reader) -> list[str]:
    """The files of papers nothing has been read out of so far, the newest first."""
    rows = reader.raw_rows(
        "SELECT digest FROM papers WHERE digest NOT IN (SELECT digest FROM search_texts)"
        " GROUP BY digest ORDER BY max(added_on) DESC, digest"
    )
    return [row[0] for row in rows]


def out_of_step(reader: Reader) -> int:
    """How many records the index lacks, or holds though they are gone or other than it says."""
    held = {
        row[0]: row[1:]
        for row in reader.raw_rows(
            "SELECT record_id, kind, organisation_id, meeting_id, day, title FROM search_documents"
        )
    }
    wrong = 0
    for kind in Kind:
        for document in documents(reader, kind):
            wrong += held.pop(document.record_id, None) != _row(document)
    return wrong + len(held)


def verify(connection: Connection) -> None:
    """Let SQLite check the index inside; raises its DatabaseError where something is wrong."""
    for table in (*FULL_TEXTS, "search_parts"):
        check = f"INSERT INTO {table} ({table}) VALUES ('integrity-check')"  # noqa: S608 - names of ours
        connection.exec_driver_sql(check)


def _version(connection: Connection) -> int | None:
    if not _present(connection, "search_version"):
        return None
    row = connection.exec_driver_sql("SELECT version FROM search_version").first()
    return None if row is None else int(row[0])


def _present(connection: Connection, table: str) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE name = ?"
    return connection.exec_driver_sql(asked, (table,)).first() is not None


def _let_go(connection: Connection, ids: Iterable[Id]) -> None:
    wanted = dumps(list(ids))
    asked = (
        "SELECT id, kind FROM search_documents WHERE record_id IN (SELECT value FROM json_each(?))"
    )
    rows = connection.exec_driver_sql(asked, (wanted,)).all()
    for number, kind in rows:
        table = _table(kind)
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - one of two names of ours
        connection.exec_driver_sql("DELETE FROM search_documents WHERE id = ?", (number,))


def _take_in(connection: Connection, found: Sequence[Document]) -> None:
    if not found:
        return
    reader = Reader(connection)
    number = reader.raw_rows("SELECT coalesce(max(id), 0) FROM search_documents")[0][0]
    texts = _texts(reader, found)
    rows: dict[str, list[tuple[object, ...]]] = {_RECORDS: [], _PAPERS: []}
    own_words: set[str] = set()
    held = []
    for document in found:
        number += 1
        title = words_in(document.title)
        body = words_in(document.body)
        body += words_in(texts.get(document.record_id, ""))
        own_words.update(title, body)
        held.append((number, document.record_id, *_row(document)))
        row = (number, " ".join(title), " ".join(body), _around(document))
        rows[_table(document.kind)].append(row)
    connection.exec_driver_sql(
        "INSERT INTO search_documents"
        " (id, record_id, kind, organisation_id, meeting_id, day, title)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        held,
    )
    for table, each in rows.items():
        if each:
            insert = f"INSERT INTO {table} (rowid, title, body, around) VALUES (?, ?, ?, ?)"  # noqa: S608 - one of two names of ours
            connection.exec_driver_sql(insert, each)
    _keep_words(connection, own_words)


def _texts(reader: Reader, found: Sequence[Document]) -> dict[Id, str]:
    """What was read out of the papers among the documents."""
    ids = [each.record_id for each in found if each.kind is Kind.PAPER]
    if not ids:
        return {}
    digests = dict(
        reader.raw_rows(
            "SELECT id, digest FROM papers WHERE id IN (SELECT value FROM json_each(?))",
            (dumps(ids),),
        )
    )
    return {each: text_of(reader, digests[each]) for each in ids}


def _keep_words(connection: Connection, found: set[str]) -> None:
    """Note the words that are new. Numbers are found as they are, or by their beginning."""
    words = sorted(word for word in found if not word.isdigit())
    if not words:
        return
    known = Reader(connection).raw_rows("SELECT coalesce(max(id), 0) FROM search_words")[0]
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO search_words (word) SELECT value FROM json_each(?)", (dumps(words),)
    )
    connection.exec_driver_sql(
        "INSERT INTO search_parts (rowid, word) SELECT id, word FROM search_words WHERE id > ?",
        known,
    )


def _row(document: Document) -> tuple[str | None, ...]:
    return (
        document.kind.value,
        document.organisation_id,
        document.meeting_id,
        document.day.isoformat() if document.day else None,
        " ".join(words_in(document.title)),
    )


def _around(document: Document) -> str:
    """What a document can be found by though it stands not in it: whose it is, and the year."""
    words = [] if document.organisation_id is None else [owner_word(document.organisation_id)]
    if document.day is not None:
        words.append(str(document.day.year))
    return " ".join(words)


def owner_word(organisation_id: OrganisationId) -> str:
    """The word that stands for an organisation; no typed word is like it."""
    plain = "".join(letter for letter in organisation_id if letter.isalnum())
    return f"owner0{plain.lower()}"


def _table(kind: str) -> str:
    return _PAPERS if kind == Kind.PAPER else _RECORDS
