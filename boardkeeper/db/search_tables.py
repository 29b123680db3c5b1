"""The tables of the search index: derived, made when they are missing, filled anew at will.

They stand beside the records' tables and are no part of the metadata, the migrations or the
interchange file.
"""

from __future__ import annotations

VERSION = 2
"""Grows with every change to what stands in the index; an index of another one is made anew."""

WEIGHTS = "8.0, 1.0, 0.1"
"""What a word in the title, in the body and around the record weighs."""

_FULL_TEXT = (
    "USING fts5(title, body, around, content='', contentless_delete=1, tokenize='ascii',"
    " prefix='1 2 3')"
)
"""The words come folded and apart, so the plainest tokenizer does."""

TABLES = {
    "search_version": "CREATE TABLE search_version (version INTEGER NOT NULL)",
    "search_documents": """
        CREATE TABLE search_documents (
            id INTEGER PRIMARY KEY,
            kind VARCHAR NOT NULL,
            record_id VARCHAR NOT NULL UNIQUE,
            organisation_id VARCHAR,
            meeting_id VARCHAR,
            day VARCHAR,
            title VARCHAR NOT NULL
        )
    """,
    "search_records": f"CREATE VIRTUAL TABLE search_records {_FULL_TEXT}",
    "search_papers": f"CREATE VIRTUAL TABLE search_papers {_FULL_TEXT}",
    "search_changed": """
        CREATE TABLE search_changed (record_id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL)
        WITHOUT ROWID
    """,
    "search_words": """
        CREATE TABLE search_words (id INTEGER PRIMARY KEY, word VARCHAR NOT NULL UNIQUE)
    """,
    "search_parts": """
        CREATE VIRTUAL TABLE search_parts
        USING fts5(word, content='', contentless_delete=1, tokenize='trigram', detail='none')
    """,
    "search_texts": """
        CREATE TABLE search_texts (digest VARCHAR PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID
    """,
}
"""Documents: which record a row of the full text is. Records and papers apart, as papers are long.
Changed: the records that were changed since the index last looked at them.
Words: every word of the index once; parts: their trigrams, to find "regnskab" in "årsregnskab".
Texts: what was read out of a paper's file, compressed, by the file's digest.
"""

INDEXES = {
    "ix_search_documents_meeting_id": (
        "CREATE INDEX ix_search_documents_meeting_id ON search_documents (meeting_id)"
    ),
}

SETTINGS = {"automerge": 8, "crisismerge": 64}
"""How the full texts grow: rather a little at each writing than much at one in a hundred."""

FULL_TEXTS = ("search_records", "search_papers")
