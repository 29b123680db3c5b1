"""Reading and writing against the barest SQLite there is: the same engine, the same pragmas.

The floors of the first are 20,000 meetings; of the second one command that stores one meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import every_meeting
from boardkeeper.db.store import PRAGMAS, Store
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingKind, MeetingState, SeriesId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import PersonId
from tests.support.builders import organisation
from tests.support.floors import times_as_slow

COLUMNS = [each.name for each in fields(Meeting)]
UPSERT = f"""
INSERT INTO meetings ({", ".join(COLUMNS)}) VALUES ({", ".join("?" * len(COLUMNS))})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in COLUMNS[1:])}
"""


def board_with(count: int) -> tuple[Organisation, list[Meeting]]:
    board = organisation(name="Andelsboligforeningen Solbakken")
    first = datetime(2026, 3, 5, 19)
    return board, [
        Meeting(
            organisation_id=board.id,
            number=number,
            title="Bestyrelsesmøde",
            starts_at=first + timedelta(days=number % 3000),
            ends_at=first + timedelta(days=number % 3000, hours=2),
            place="Fælleshuset, Solbakken 14",
            purpose="At lægge budgettet for det kommende år",
            state=MeetingState.NOTICE_SENT,
            notice_sent_on=date(2026, 2, 20),
        )
        for number in range(1, count + 1)
    ]


def bare(path: Path) -> Any:
    connection = sqlite.connect(str(path), isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    return connection


def read_by_hand(connection: Any) -> list[Meeting]:
    rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM meetings ORDER BY starts_at, id")
    return [
        Meeting(
            id=MeetingId(row[0]),
            organisation_id=OrganisationId(row[1]),
            kind=MeetingKind(row[2]),
            number=row[3],
            title=row[4],
            starts_at=datetime.fromisoformat(row[5]),
            ends_at=datetime.fromisoformat(row[6]),
            zone=row[7],
            place=row[8],
            link=row[9],
            purpose=row[10],
            refreshments=row[11],
            travel_note=row[12],
            chair_id=PersonId(row[13]) if row[13] is not None else None,
            minute_taker_id=PersonId(row[14]) if row[14] is not None else None,
            state=MeetingState(row[15]),
            notice_sent_on=date.fromisoformat(row[16]) if row[16] is not None else None,
            notes=row[17],
            series_id=SeriesId(row[18]) if row[18] is not None else None,
            series_day=date.fromisoformat(row[19]) if row[19] is not None else None,
            sequence=row[20],
            uid=row[21],
        )
        for row in rows
    ]


def row_of(sitting: Meeting) -> tuple[object, ...]:
    return (
        sitting.id,
        sitting.organisation_id,
        sitting.kind.value,
        sitting.number,
        sitting.title,
        sitting.starts_at.isoformat(),
        sitting.ends_at.isoformat(),
        sitting.zone,
        sitting.place,
        sitting.link,
        sitting.purpose,
        sitting.refreshments,
        sitting.travel_note,
        sitting.chair_id,
        sitting.minute_taker_id,
        sitting.state.value,
        sitting.notice_sent_on.isoformat() if sitting.notice_sent_on else None,
        sitting.notes,
        sitting.series_id,
        sitting.series_day.isoformat() if sitting.series_day else None,
        sitting.sequence,
        sitting.uid,
    )


def write_by_hand(connection: Any, sittings: list[Meeting]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for sitting in sittings:
        connection.execute(UPSERT, row_of(sitting))
    connection.execute("COMMIT")


@pytest.fixture
def two_files(tmp_path: Path) -> Iterator[Callable[[int], tuple[Store, Any, list[Meeting]]]]:
    """Makes two files with the same meetings: one open as a store, one bare."""
    opened: list[Any] = []

    def made(count: int) -> tuple[Store, Any, list[Meeting]]:
        board, sittings = board_with(count)
        for name in ("ours.db", "bare.db"):
            store = Store.open(tmp_path / name)
            with Journal(store).command("Fill") as tx:
                tx.put(board)
            store.close()
            filling = bare(tmp_path / name)
            write_by_hand(filling, sittings)
            filling.close()
        store, connection = Store.open(tmp_path / "ours.db"), bare(tmp_path / "bare.db")
        opened.extend((store, connection))
        return store, connection, sittings

    yield made
    for each in opened:
        each.close()


@pytest.mark.parametrize("count", [20_000, 200_000])
def test_reading_meetings(
    benchmark: BenchmarkFixture,
    two_files: Callable[[int], tuple[Store, Any, list[Meeting]]],
    count: int,
) -> None:
    store, connection, _sittings = two_files(count)
    assert every_meeting(store.reader) == read_by_hand(connection)

    ratio = times_as_slow(
        lambda: every_meeting(store.reader), lambda: read_by_hand(connection), rounds=5
    )
    benchmark.extra_info["times as slow as by hand"] = round(ratio, 2)
    benchmark(every_meeting, store.reader)

    assert ratio <= 1.5


@pytest.mark.parametrize(("count", "most"), [(1, 2.0), (10, 3.0)])
def test_storing_meetings_in_one_command(
    benchmark: BenchmarkFixture,
    two_files: Callable[[int], tuple[Store, Any, list[Meeting]]],
    count: int,
    most: float,
) -> None:
    # By hand nothing is read before it is overwritten; ours must, or it could not be undone. The
    # more records one commit carries, the more of its time that is.
    store, connection, sittings = two_files(2_000)
    journal = Journal(store)
    budget = [replace(each, title="Budgetmøde") for each in sittings[:count]]
    accounts = [replace(each, title="Regnskabsmøde") for each in sittings[:count]]
    ours_next, bare_next = cycle((budget, accounts)), cycle((budget, accounts))

    def ours() -> None:
        with journal.command("Edit meeting") as tx:
            tx.put_all(next(ours_next))

    ratio = times_as_slow(ours, lambda: write_by_hand(connection, next(bare_next)), rounds=200)
    benchmark.extra_info["times as slow as by hand"] = round(ratio, 2)
    benchmark(ours)

    assert ratio <= most
