"""Looking through a long chain of approved minutes for a change, against hashing it alone."""

from __future__ import annotations

import base64
import random
import time
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.store import Store
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.canonical import canonical, digest_of, link, sealed
from boardkeeper.domain.identity import Record
from boardkeeper.services.catalogue import Services
from tests.support.builders import item, meeting, organisation
from tests.support.minutes_builders import attendance, decision, item_minutes

COUNT = 1_000
PAPER = 60_000
"""Bytes: minutes of four pages with their fonts embedded are about so large."""


def chain() -> list[Record]:
    board = organisation()
    chance = random.Random(5)  # noqa: S311 - the same papers every time
    records: list[Record] = [board]
    before: ApprovedMinutes | None = None
    for position in range(1, COUNT + 1):
        sitting = meeting(board)
        points = [item(sitting, f"Punkt {number}", position=number) for number in range(12)]
        told: list[Record] = [sitting, *points]
        told += [attendance(sitting, f"Medlem {number}") for number in range(9)]
        told += [item_minutes(point, "Formanden gennemgik sagen. " * 20) for point in points]
        told += [decision(point, board, number=f"B-{position}") for point in points[:4]]
        frozen = canonical(told, lambda: f"{chance.getrandbits(128):032x}")
        paper = chance.randbytes(PAPER)
        unlinked = ApprovedMinutes(
            organisation_id=board.id,
            meeting_id=sitting.id,
            position=position,
            approved_at=datetime(2016, 1, 1) + timedelta(days=position),
            record=frozen.record,
            names=frozen.names,
            pdf=base64.b64encode(paper).decode(),
            record_digest=frozen.digest,
            pdf_digest=digest_of(paper),
            previous_digest=sealed(before) if before else "",
            digest="",
        )
        before = replace(unlinked, digest=link(unlinked))
        records += [sitting, before]
    return records


def test_a_thousand_approved_minutes_are_looked_through(benchmark: BenchmarkFixture) -> None:
    records = chain()
    store = Store.in_memory()
    services = Services.over(store, Clock())
    with Journal(store).command("Fill") as tx:
        tx.put_all(records)
    approved = [each for each in records if isinstance(each, ApprovedMinutes)]

    begun = time.perf_counter()
    for each in approved:
        sha256(each.record.encode())
        sha256(base64.b64decode(each.pdf))
    floor = time.perf_counter() - begun

    begun = time.perf_counter()
    services.approval.verify()
    taken = time.perf_counter() - begun
    benchmark.extra_info["times as slow as hashing"] = round(taken / floor, 2)

    verified = benchmark.pedantic(services.approval.verify, rounds=5)  # type: ignore[no-untyped-call]
    assert (verified.count, verified.broken) == (COUNT, ())
    store.close()
