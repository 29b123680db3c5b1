"""Frozen minutes: the canonical record, and the chain that names the first change."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.canonical import (
    broken_links,
    canonical,
    digest_of,
    erased_passages,
    link,
    sealed,
)
from boardkeeper.domain.identity import Record
from boardkeeper.domain.minutes import ItemMinutes
from tests.support.builders import item, meeting, organisation
from tests.support.minutes_builders import attendance, decision, item_minutes

BOARD = organisation()
MEETING = meeting(BOARD)
BUDGET = item(MEETING)
RECORDS: list[Record] = [
    MEETING,
    BUDGET,
    attendance(MEETING, "Søren Ægir"),
    item_minutes(BUDGET, "Kassereren *fremlagde* budgettet."),
    decision(BUDGET, BOARD),
]


def salts() -> Callable[[], str]:
    numbers = count()
    return lambda: f"salt{next(numbers)}"


def approved(position: int, before: ApprovedMinutes | None = None) -> ApprovedMinutes:
    frozen = canonical(RECORDS, salts())
    paper = f"paper {position}".encode()
    unlinked = ApprovedMinutes(
        organisation_id=BOARD.id,
        meeting_id=MEETING.id,
        position=position,
        approved_at=datetime(2026, 3, 17, 20, position),
        record=frozen.record,
        names=frozen.names,
        pdf=base64.b64encode(paper).decode(),
        record_digest=frozen.digest,
        pdf_digest=digest_of(paper),
        previous_digest=sealed(before) if before else "",
        digest="",
    )
    return replace(unlinked, digest=link(unlinked))


def chain_of_three() -> list[ApprovedMinutes]:
    first = approved(1)
    second = approved(2, first)
    return [first, second, approved(3, second)]


def test_an_untouched_chain_holds() -> None:
    assert broken_links(chain_of_three()) == []


def test_no_words_stand_in_the_record_itself() -> None:
    frozen = canonical(RECORDS, salts())
    assert "Søren" not in frozen.record
    assert "budgettet" not in frozen.record


def test_the_passages_tell_every_word() -> None:
    passages = json.loads(canonical(RECORDS, salts()).names)
    texts = {text for _salt, text in passages.values()}
    assert {"Søren Ægir", "Kassereren *fremlagde* budgettet.", "Budgettet godkendes."} <= texts


@given(st.randoms())
def test_the_order_in_which_records_come_does_not_matter(order: random.Random) -> None:
    shuffled = list(RECORDS)
    order.shuffle(shuffled)
    assert canonical(shuffled, salts()) == canonical(RECORDS, salts())


def test_the_same_name_has_another_digest_each_time() -> None:
    twice = [attendance(MEETING, "Bo Lund"), attendance(MEETING, "Bo Lund")]
    entries = json.loads(canonical(twice, salts()).record)
    assert entries[0]["name"] != entries[1]["name"]


TAMPERINGS: dict[str, Callable[[ApprovedMinutes], ApprovedMinutes]] = {
    "the record": lambda it: replace(it, record=it.record.replace("present", "apologies", 1)),
    "a word": lambda it: replace(it, names=it.names.replace("budgettet", "budgetter", 1)),
    "the paper": lambda it: replace(it, pdf=base64.b64encode(b"paper X").decode()),
    "a paper that is none": lambda it: replace(it, pdf="%"),
    "the day": lambda it: replace(it, approved_at=datetime(2026, 3, 18)),
    "the passages": lambda it: replace(it, names="[]"),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_change_names_the_minutes_it_was_made_in(what: str) -> None:
    chain = chain_of_three()
    chain[1] = TAMPERINGS[what](chain[1])
    assert broken_links(chain)[0].minutes == chain[1]


def test_one_that_was_taken_out_is_missed() -> None:
    first, _second, third = chain_of_three()
    assert [each.minutes for each in broken_links([first, third])] == [third]


def test_rewriting_record_digest_and_link_breaks_the_next_one() -> None:
    first, second, third = chain_of_three()
    forged = replace(second, reason="", record="[]", record_digest=digest_of("[]"))
    forged = replace(forged, digest=link(forged))
    assert [each.minutes for each in broken_links([first, forged, third])] == [third]


def test_erasing_a_passage_does_not_break_the_chain() -> None:
    chain = chain_of_three()
    passages = json.loads(chain[0].names)
    left = {key: value for key, value in passages.items() if value[1] != "Søren Ægir"}
    chain[0] = replace(chain[0], names=json.dumps(left), pdf="")
    assert broken_links(chain) == []
    assert erased_passages(chain[0]) == 1


@given(st.integers(min_value=0), st.integers(1, 127))
def test_whatever_byte_of_a_record_is_changed_is_found(place: int, by: int) -> None:
    chain = chain_of_three()
    content = bytearray(chain[2].record.encode())
    content[place % len(content)] ^= by
    changed = content.decode("latin-1")
    assert broken_links([*chain[:2], replace(chain[2], record=changed)])


def test_every_field_that_holds_text_is_hidden() -> None:
    noted = ItemMinutes(item_id=BUDGET.id, text="A", private_notes="B", outcome_note="C")
    (entry,) = json.loads(canonical([noted], salts()).record)
    hidden = {name for name, value in entry.items() if isinstance(value, dict)}
    assert hidden == {"text", "private_notes", "outcome_note"}
