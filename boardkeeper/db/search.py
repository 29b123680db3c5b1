"""Questions to the search index: which records hold the words asked for, which words there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps

from boardkeeper.db.reader import Reader
from boardkeeper.db.search_index import owner_word
from boardkeeper.db.search_tables import FULL_TEXTS, WEIGHTS
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search import Kind
from boardkeeper.domain.search_words import SHORTEST_NEARLY, SHORTEST_PART, is_nearly, stems_of

_MOST_WORDS = 20
"""Words of the index that one word asked for may stand for, besides those that begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A record that holds the words: `worth` is SQLite's bm25, the smaller the better.

    `title` is folded.
    """

    kind: Kind
    record_id: str
    day: date | None = None
    title: str = ""
    worth: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What alone is looked among; empty is everything."""

    kinds: frozenset[Kind] = frozenset()
    organisation_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word asked for, and everything that stands for it."""

    word: str
    meant: tuple[str, ...] = ()
    owners: tuple[OrganisationId, ...] = ()
    is_itself_meant: bool = True

    def expression(self) -> str:
        """The word in the language of the full text: words that begin with it, or mean it."""
        ways = [f'"{self.word}" *'] if self.is_itself_meant else []
        ways += [f'"{each}"' for each in self.meant]
        ways += [f'around : "{owner_word(each)}"' for each in self.owners]
        return f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0]


def matches(
    reader: Reader,
    wanted: Sequence[Wanted],
    most: int,
    narrowing: Narrowing | None = None,
    *,
    in_title: bool = False,
) -> list[Match]:
    """The best of the records that hold every word, of records and papers so many each.

    With `in_title` those that hold them all in their title.
    """
    within = narrowing or Narrowing()
    expression = " AND ".join(each.expression() for each in wanted)
    if in_title:
        expression = f"{{title}} : ({expression})"
    rows = [
        row
        for table in FULL_TEXTS
        if _concerns(table, within)
        for row in reader.raw_rows(*_statement(table, expression, most, within))
    ]
    return [
        Match(
            kind=Kind(kind),
            record_id=record_id,
            day=date.fromisoformat(day) if day else None,
            title=title,
            worth=worth,
        )
        for kind, record_id, day, title, worth in rows
    ]


def _concerns(table: str, within: Narrowing) -> bool:
    if not within.kinds:
        return True
    others = within.kinds - {Kind.PAPER}
    return Kind.PAPER in within.kinds if table == FULL_TEXTS[1] else bool(others)


def _statement(
    table: str, expression: str, most: int, within: Narrowing
) -> tuple[str, tuple[object, ...]]:
    """Among equally good ones the newest in the index comes first."""
    columns = "d.kind, d.record_id, d.day, d.title"
    worth = f"bm25({table}, {WEIGHTS})"
    if not within.kinds and within.organisation_id is None:
        quickest = f"""
            SELECT {columns}, f.worth
            FROM (
                SELECT rowid AS id, {worth} AS worth FROM {table}
                WHERE {table} MATCH ? ORDER BY worth, rowid DESC LIMIT ?
            ) AS f
            JOIN search_documents AS d ON d.id = f.id
        """  # noqa: S608 - names of ours
        return quickest, (expression, most)
    narrowed = f"""
        SELECT {columns}, {worth} AS worth
        FROM {table} JOIN search_documents AS d ON d.id = {table}.rowid
        WHERE {table} MATCH ?
            AND d.kind IN (SELECT value FROM json_each(?))
            AND d.organisation_id IS coalesce(?, d.organisation_id)
        ORDER BY worth, d.id DESC LIMIT ?
    """  # noqa: S608 - names of ours
    kinds = dumps([each.value for each in within.kinds or Kind])
    return narrowed, (expression, kinds, within.organisation_id, most)


def related_words(reader: Reader, word: str) -> tuple[str, ...]:
    """Words of the index the word is a form of, or a part of."""
    return (*words_without_ending(reader, word), *words_holding(reader, word))


def words_holding(reader: Reader, part: str) -> tuple[str, ...]:
    """Words of the index that hold the part, but do not begin with it.

    Words that end with it come first, as "årsregnskab" is an account; a short part may stand at the
    end alone: "tag" is in "tilbygningstag" what it is not in "deltager".
    """
    if len(part) < SHORTEST_PART or part.isdigit():
        return ()
    found = [word for word in _with_parts(reader, part) if part in word[1:]]
    if len(part) == SHORTEST_PART:
        found = [word for word in found if word.endswith(part)]
    found = [word for word in found if not word.startswith(part)]
    return tuple(sorted(found, key=lambda word: (not word.endswith(part), len(word), word)))[
        :_MOST_WORDS
    ]


def words_nearly(reader: Reader, asked: str) -> tuple[str, ...]:
    """Words of the index that begin as asked for but for one letter, the likeliest first.

    One wrong letter leaves the first or the second half of what was asked whole; two that are
    swapped in the very middle leave all but the last letter of the first half.
    """
    if len(asked) < SHORTEST_NEARLY or asked.isdigit():
        return ()
    half = len(asked) // 2
    beginning = asked[: half - 1]
    rows = reader.raw_rows(
        "SELECT word FROM search_words WHERE word >= ? AND word < ?",
        (beginning, f"{beginning}\U0010ffff"),
    )
    likely = {row[0] for row in rows}
    rest = asked[half + 1 :] if len(asked) - half > SHORTEST_PART else asked[half:]
    likely.update(_with_parts(reader, rest) if len(rest) >= SHORTEST_PART else ())
    if len(asked) == SHORTEST_NEARLY:
        likely.update(_with_parts(reader, asked[1:]))
    found = [word for word in likely if not word.startswith(asked) and is_nearly(word, asked)]
    return tuple(sorted(found, key=lambda word: (abs(len(word) - len(asked)), word)))[:_MOST_WORDS]


def words_without_ending(reader: Reader, word: str) -> tuple[str, ...]:
    """Words of the index that the word may be a form of."""
    asked = "SELECT word FROM search_words WHERE word IN (SELECT value FROM json_each(?))"
    return tuple(row[0] for row in reader.raw_rows(asked, (dumps(stems_of(word)),)))


def begins_some(reader: Reader, word: str) -> bool:
    """Whether some word of the index begins so."""
    asked = "SELECT 1 FROM search_words WHERE word >= ? AND word < ? LIMIT 1"
    return bool(reader.raw_rows(asked, (word, f"{word}\U0010ffff")))


def _with_parts(reader: Reader, part: str) -> Iterable[str]:
    """Words that hold the part, which has three letters at least."""
    trigrams = {part[at : at + 3] for at in range(len(part) - 2)}
    expression = " AND ".join(f'"{each}"' for each in sorted(trigrams))
    rows = reader.raw_rows(
        "SELECT word FROM search_words WHERE id IN"
        " (SELECT rowid FROM search_parts WHERE search_parts MATCH ?)",
        (expression,),
    )
    return [row[0] for row in rows if part in row[0]]


def near(reader: Reader, today: date, most: int) -> list[Match]:
    """The meetings nearest to the day, those ahead first."""
    asked = (
        "SELECT id FROM meetings WHERE starts_at {} ? AND state != 'cancelled'"
        " ORDER BY starts_at {} LIMIT ?"
    )
    ahead = reader.raw_rows(asked.format(">=", "ASC"), (f"{today}", (most + 1) // 2))
    behind = reader.raw_rows(asked.format("<", "DESC"), (f"{today}", most - len(ahead)))
    return [Match(kind=Kind.MEETING, record_id=row[0]) for row in (*ahead, *behind)]
