"""What is held about a person, and that nothing of them is left once they are erased."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.canonical import erased_passages
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.people import Person
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.errors import UserError
from boardkeeper.services.catalogue import Services
from tests.support.builders import item, meeting, membership, organisation, paper, person, term
from tests.support.minutes_builders import (
    attendance,
    decision,
    dissent,
    item_minutes,
    task,
    task_owner,
)
from tests.support.network_builders import contact, profile, referral
from tests.support.paper import running_text_of

CANARY = "Kanarie Fuglsang"
TODAY = date(2026, 3, 20)
BOARD = organisation("Grundejerforeningen Solbakken", notes="Spørg Kanarie Fuglsang om nøglen.")
ME = person("Mette Ravn", is_me=True, how_we_met="Gennem Kanarie  Fuglsang")
GONE = person(
    CANARY, email="kanarie@fuglsang.example", phone="20 30 40 50", notes="Kan lide solsikker"
)
BO = person("Bo Lund", notes="Kanaries nabo")
SEAT = membership(GONE, BOARD)
HELD = meeting(BOARD, "2026-03-05T19:00", state=MeetingState.HELD, number=14)
BUDGET = item(HELD, "Kanarie Fuglsangs regnskab")
TASK = task(BOARD, "Ring til 20304050, eller skriv til kanarie@fuglsang.example")
RECORDS: list[Record] = [
    BOARD,
    ME,
    GONE,
    BO,
    membership(ME, BOARD),
    SEAT,
    term(SEAT),
    HELD,
    BUDGET,
    item_minutes(BUDGET, "KANARIE FUGLSANG fremlagde regnskabet."),
    decision(BUDGET, BOARD, "Kanarie Fuglsang takkes.", number="B-2026-001"),
    dissent(BUDGET, "Jeg er uenig.", CANARY, person_id=GONE.id),
    attendance(HELD, ME),
    attendance(HELD, GONE),
    TASK,
    task_owner(TASK, CANARY, person_id=GONE.id),
    contact(GONE, note="Kaffe på havnen"),
    profile(GONE, sells="Fuglefrø"),
    referral(BOARD, GONE, ME, note="Kanarie Fuglsang kendte dem"),
]


@pytest.fixture(name="path")
def file_of_the_database(tmp_path: Path) -> Path:
    return tmp_path / "boardkeeper.db"


@pytest.fixture(name="services")
def services_over_a_file(path: Path) -> Iterator[Services]:
    store = Store.open(path)
    services = Services.over(store, Clock(TODAY))
    with services.journal.command("Begin") as tx:
        tx.put_all(RECORDS)
    services.approval.send_draft(HELD.id, date(2026, 3, 6))
    services.approval.approve(HELD.id, on=TODAY)
    services.journal.forget()
    yield services
    store.close()


def everything(services: Services) -> str:
    kinds: list[type[Record]] = [*KINDS.values(), TrashEntry]
    found = [each for kind in kinds for each in services.journal.reader.every(kind)]
    return "\n".join(map(str, found))


def test_everything_tied_to_a_person_is_told(services: Services) -> None:
    held = services.privacy.held(GONE.id)
    kinds = {type(each).__name__ for each in held.pointing}
    assert kinds >= {"Membership", "Term", "Attendance", "TaskOwner", "Contact", "Profile"}


def test_texts_that_name_them_in_any_case_and_spacing_are_told(services: Services) -> None:
    named = {
        (type(each.record).__name__, each.field) for each in services.privacy.held(GONE.id).named
    }
    assert named >= {
        ("Organisation", "notes"),
        ("Person", "how_we_met"),
        ("AgendaItem", "title"),
        ("ItemMinutes", "text"),
        ("Decision", "text"),
        ("Task", "text"),
    }


def test_a_first_name_alone_names_nobody(services: Services) -> None:
    records = [each.record for each in services.privacy.held(GONE.id).named]
    assert BO not in records


def test_what_is_held_comes_on_paper(services: Services) -> None:
    text = running_text_of(services.privacy.paper(GONE.id).printed().content)
    assert "What we hold about Kanarie Fuglsang" in text
    assert "Kan lide solsikker" in text
    assert "Fuglefrø" in text


def test_what_is_held_comes_as_data(services: Services) -> None:
    told = json.loads(services.privacy.as_json(GONE.id))
    assert told["person"]["email"] == "kanarie@fuglsang.example"
    assert {each["list"] for each in told["records"]} >= {"memberships", "contacts", "profiles"}


def test_once_erased_nothing_of_them_is_left_in_the_file(services: Services, path: Path) -> None:
    before = path.read_bytes()
    assert CANARY.encode() in before
    services.search.find("fuglsang")
    services.privacy.erase(GONE.id)
    services.search.find("fuglsang")
    after = path.read_bytes().lower()
    for mark in (CANARY.lower(), "kanarie@", "fuglsang", "20304050", "20 30 40 50", "solsikker"):
        assert mark.encode() not in after, mark


def test_once_erased_nobody_finds_them(services: Services) -> None:
    assert services.search.find("fuglsang")
    services.privacy.erase(GONE.id)
    assert services.search.find("fuglsang") == []


def test_once_erased_exports_are_without_them(services: Services, tmp_path: Path) -> None:
    services.privacy.erase(GONE.id)
    services.interchange.export_to(tmp_path / "all.json")
    assert "fuglsang" not in (tmp_path / "all.json").read_text("utf-8").lower()


def test_approved_minutes_lose_the_words_and_their_chain_holds(services: Services) -> None:
    services.privacy.erase(GONE.id)
    (frozen,) = services.journal.reader.every(ApprovedMinutes)
    assert erased_passages(frozen) > 0
    assert frozen.pdf == ""
    assert services.approval.problems() == []


def test_everybody_else_keeps_what_is_theirs(services: Services) -> None:
    services.privacy.erase(GONE.id)
    assert services.people.get(BO.id) == BO
    assert "Jeg er uenig." in everything(services)
    assert services.interchange.problems() == []


def test_it_is_noted_that_somebody_was_erased_without_their_name(services: Services) -> None:
    erasure = services.privacy.erase(GONE.id)
    assert services.journal.reader.every(Erasure) == [erasure]
    assert erasure.passages > 0


def test_nothing_before_an_erasure_can_be_undone(services: Services) -> None:
    services.people.change(BO)
    services.privacy.erase(GONE.id)
    assert services.journal.undo() is None


def test_what_lies_in_the_trash_about_them_goes_along(services: Services) -> None:
    services.people.discard(GONE.id)
    services.people.introduce_me("Mette Ravn")
    stranger = person(CANARY)
    with services.journal.command("Again") as tx:
        tx.put(stranger)
    services.privacy.erase(stranger.id)
    assert services.trash.entries() == []


def test_a_paper_that_names_them_is_told_and_no_longer_found(services: Services) -> None:
    offer = paper(BUDGET, BOARD, title="Tilbud")
    with services.journal.command("Paper") as tx:
        tx.put(offer)
    services.search.keep_text(offer.digest, "Tilbud til Kanarie Fuglsang om frø")
    assert services.privacy.held(GONE.id).papers == (offer,)
    services.privacy.erase(GONE.id)
    assert [hit.title for hit in services.search.find("tilbud")] == ["Tilbud"]
    assert services.search.find("fuglsang") == []


def test_copies_from_before_an_upgrade_are_named(services: Services, path: Path) -> None:
    copy = path.with_name("boardkeeper.before-upgrade-from-0005.db")
    copy.write_bytes(b"older")
    assert services.privacy.held(GONE.id).copies == (copy,)


def test_nobody_erases_themselves(services: Services) -> None:
    with pytest.raises(UserError, match="You cannot erase yourself"):
        services.privacy.erase(ME.id)
    assert services.journal.reader.get(Person, ME.id) == ME
