"""Anything is found by a few words of it, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from boardkeeper.clock import Clock
from boardkeeper.domain.identity import Record
from boardkeeper.domain.search import Hit, Kind
from boardkeeper.services.paper_texts import read_papers
from boardkeeper.services.papers import PaperService
from boardkeeper.services.search import SearchService
from tests.support.builders import (
    House,
    house,
    item,
    meeting,
    membership,
    one_of_every_kind,
    organisation,
    paper,
    person,
    reminder,
    wheel_task,
)
from tests.support.minutes_builders import (
    decision,
    dissent,
    idea,
    interest,
    item_minutes,
    task,
    task_owner,
    written_procedure,
)
from tests.support.network_builders import aim, contact, profile, referral, review
from tests.support.time_builders import candidate_seat, payment

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
BOARD = organisation("Skovbørnehaven", notes="Nøglen hænger bag fuglehuset.")
ANNA = person("Anna Holm", company="Tømrerne ApS")
OLD = meeting(CLUB, "2021-03-04 19:00", number=80)
LAST = meeting(CLUB, "2026-02-05 19:00", number=95)
ROOF = item(LAST, "Bådehallens tag", background="Tre tilbud er hentet ind hos tømrerne.")
OLD_ROOF = item(OLD, "Bådehallens tag")
BUDGET = item(LAST, "Årsregnskab og budget")
NOTED = item_minutes(ROOF, "Vi venter på vejret.", private_notes="Kassereren var imod.")
DECIDED = decision(ROOF, CLUB, "Det billigste tilbud tages.", number="B-2026-014", on="2026-02-05")
PROMISED = task(CLUB, "Bestil stillads")
REPORT = paper(ROOF, CLUB, title="Tilbud fra Hansen", file_name="hansen.pdf")
EVERYTHING = (CLUB, BOARD, ANNA, OLD, LAST, ROOF, OLD_ROOF, BUDGET, NOTED, DECIDED, PROMISED)


@pytest.fixture(name="home")
def house_with_a_roof() -> Iterator[House]:
    with house(*EVERYTHING, task_owner(PROMISED, ANNA), REPORT) as built:
        yield built


def search_of(home: House) -> SearchService:
    return SearchService(home.store, home.journal, home.clock)


def found(home: House, words: str, *kinds: Kind) -> list[str]:
    return [hit.record_id for hit in search_of(home).find(words, kinds=kinds)]


def first(home: House, words: str, *kinds: Kind) -> Hit:
    return search_of(home).find(words, kinds=kinds)[0]


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("sejlklub", CLUB),
        ("fuglehuset", BOARD),
        ("anna", ANNA),
        ("tre tilbud", ROOF),
        ("vejret", ROOF),
        ("imod", ROOF),
        ("billigste", DECIDED),
        ("014", DECIDED),
        ("stillads", PROMISED),
        ("hansen.pdf", REPORT),
    ],
)
def test_every_kind_is_found_by_its_words(home: House, words: str, record: object) -> None:
    assert first(home, words).record_id == getattr(record, "id")  # noqa: B009 - of any kind


SEAT = membership(ANNA, CLUB)


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("børneattest", reminder(CLUB, "Ny børneattest")),
        ("solceller", idea(CLUB, "Solceller på taget", item_id=ROOF.id)),
        ("bådsyn", wheel_task(CLUB, "Bådsyn", 4)),
        ("mastekran", written_procedure(CLUB, title="Køb af mastekran")),
        ("brillen", referral(CLUB, ANNA, None, customer="Brillen på Torvet")),
        ("årgangsmøder", review(SEAT, goal="Færre årgangsmøder")),
        ("havnefonden", candidate_seat("Havnefonden")),
        ("togbillet", replace(payment(CLUB, 120), note="Togbillet til landsmødet")),
    ],
)
def test_what_is_kept_beside_the_meetings_is_found(home: House, words: str, record: Record) -> None:
    home.keep(SEAT, record)
    assert first(home, words).record_id == record.id
    assert search_of(home).out_of_step() == 0


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("særstandpunkt", dissent(ROOF, text="Et særstandpunkt."), ROOF),
        ("tagkompagniet", interest(ANNA), ANNA),
        ("spærfag", profile(ANNA, sells="Spærfag og lægter"), ANNA),
        ("rundvisning", contact(ANNA, note="Rundvisning på værkstedet"), ANNA),
        ("værftsplan", aim(LAST, learned="At der er en værftsplan."), LAST),
    ],
)
def test_some_words_are_found_with_what_they_are_about(
    home: House, words: str, part: Record, whole: Record
) -> None:
    home.keep(part)
    assert first(home, words).record_id == whole.id
    with home.journal.command("Take away") as tx:
        tx.remove(part)
    assert found(home, words) == []


def test_a_contact_given_to_another_person_leaves_the_first(home: House) -> None:
    bo = person("Bo Lund")
    talk = contact(ANNA, note="Rundvisning på værkstedet")
    home.keep(bo, talk)
    assert found(home, "rundvisning") == [ANNA.id]
    with home.journal.command("Merge") as tx:
        tx.put(replace(talk, person_id=bo.id))
    assert found(home, "rundvisning") == [bo.id]


def test_a_renamed_person_is_found_in_referrals_by_the_new_name(home: House) -> None:
    given = referral(CLUB, ANNA, None, customer="Brillen")
    home.keep(given)
    with home.journal.command("Rename") as tx:
        tx.put(replace(ANNA, name="Anna Kvist"))
    assert given.id in found(home, "kvist")


def test_a_review_says_which_board_it_asks_about(home: House) -> None:
    home.keep(SEAT, review(SEAT, goal="Færre årgangsmøder"))
    hit = first(home, "årgangsmøder")
    assert (hit.title, hit.within_id) == ("Stay or leave Klubben?", SEAT.id)
    assert hit.snippet.text == "Færre årgangsmøder"


@pytest.mark.parametrize("words", ["noerrevig", "NORREVIG", "nørre", "norrevg", "sejlklubben"])
def test_a_name_is_found_however_it_is_written(home: House, words: str) -> None:
    assert first(home, words).record_id == CLUB.id


def test_a_word_is_found_in_the_middle_of_a_longer_one(home: House) -> None:
    assert found(home, "regnskab") == [BUDGET.id]
    assert ROOF.id in found(home, "hallens")


def test_another_form_of_the_word_is_found(home: House) -> None:
    assert ROOF.id in found(home, "taget")


def test_every_word_counts(home: House) -> None:
    assert found(home, "tag tilbud", Kind.ITEM) == [ROOF.id]
    assert found(home, "tag fuglehuset") == []


def test_the_recent_comes_before_the_old(home: House) -> None:
    assert found(home, "bådehallens", Kind.ITEM) == [ROOF.id, OLD_ROOF.id]


def test_the_title_comes_before_the_body(home: House) -> None:
    yard = item(OLD, "Stakit", background="Ikke et ord om andet end vejret, kun om vejret.")
    weather = item(OLD, "Vejret")
    home.keep(yard, weather)
    assert found(home, "vejret", Kind.ITEM)[0] == weather.id


def test_the_name_of_a_board_and_a_year_narrow(home: House) -> None:
    assert found(home, "klubben tag", Kind.ITEM) == [ROOF.id, OLD_ROOF.id]
    assert found(home, "tag 2021", Kind.ITEM) == [OLD_ROOF.id]
    assert found(home, "skovbørnehaven tag") == []


def test_one_board_or_one_kind_alone(home: House) -> None:
    search = search_of(home)
    assert search.find("bådehallens", organisation_id=BOARD.id) == []
    kinds = {hit.kind for hit in search.find("tilbud", kinds=[Kind.DECISION, Kind.PAPER])}
    assert kinds == {Kind.DECISION, Kind.PAPER}


def test_nothing_is_found_without_a_word(home: House) -> None:
    assert search_of(home).find("  –  ") == []


@pytest.mark.parametrize("words", ['"', "tag*", "NEAR(a b)", "title:x", "' OR 1", "-tag", "{"])
def test_signs_mean_nothing_to_the_search(home: House, words: str) -> None:
    search_of(home).find(words)


def test_a_hit_says_where_it_belongs_and_shows_its_sentence(home: House) -> None:
    hit = first(home, "billigste")
    assert (hit.title, hit.where) == ("Bådehallens tag", "B-2026-014 · Klubben")
    start, end = hit.snippet.marks[0]
    assert hit.snippet.text == "Det billigste tilbud tages."
    assert hit.snippet.text[start:end] == "billigste"
    assert (hit.meeting_id, hit.organisation_id) == (LAST.id, CLUB.id)


def test_what_is_edited_is_found_by_its_new_words_alone(home: House) -> None:
    with home.journal.command("Edit") as tx:
        tx.put(replace(ROOF, title="Tagrender"))
    assert ROOF.id in found(home, "tagrender")
    assert ROOF.id not in found(home, "bådehallens")
    home.journal.undo()
    assert ROOF.id in found(home, "bådehallens")
    assert found(home, "tagrender", Kind.ITEM) == []


def test_what_is_removed_is_found_no_more_until_it_is_back(home: House) -> None:
    with home.journal.command("Delete") as tx:
        tx.remove(LAST)
    assert found(home, "tømrerne", Kind.ITEM) == []
    home.journal.undo()
    assert found(home, "tømrerne", Kind.ITEM) == [ROOF.id]


def test_a_moved_meeting_is_found_by_its_new_year(home: House) -> None:
    with home.journal.command("Move") as tx:
        tx.put(OLD.moved_to(LAST.starts_at))
    assert found(home, "bådehallens 2021", Kind.ITEM) == []


def test_a_paper_is_found_by_the_words_inside_once_they_are_known(home: House) -> None:
    search = search_of(home)
    assert search.unread() == [REPORT.digest]
    search.keep_text(REPORT.digest, "Forside.\nVi tilbyder skiferplader til en fast pris.")
    assert search.unread() == []
    hit = first(home, "skifer")
    assert hit.record_id == REPORT.id
    assert hit.snippet.text == "Vi tilbyder skiferplader til en fast pris."
    search.rebuild()
    assert first(home, "skifer").record_id == REPORT.id


def test_a_paper_whose_file_is_lost_is_read_once_and_found_by_its_title(home: House) -> None:
    papers = PaperService(home.journal, home.clock, home.store.paper_files)
    assert read_papers(search_of(home), papers) == 1
    assert read_papers(search_of(home), papers) == 0
    assert first(home, "hansen").record_id == REPORT.id


def test_what_was_opened_comes_before_the_nearest_meetings(home: House) -> None:
    recent = search_of(home).recent([(Kind.PERSON, ANNA.id), (Kind.PERSON, "gone")], 3)
    assert [hit.record_id for hit in recent] == [ANNA.id, LAST.id, OLD.id]


def test_the_index_is_right_after_anything_and_made_anew_when_it_is_not() -> None:
    with house(*one_of_every_kind()) as home:
        search = search_of(home)
        assert search.out_of_step() == 0
        assert not search.mend()
        with home.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM search_documents")
        assert search.out_of_step() > 0
        assert search.mend()
        assert search.out_of_step() == 0


def test_changes_are_taken_in_by_small_steps(home: House) -> None:
    search = SearchService(home.store, home.journal, Clock())
    search.catch_up()
    home.keep(*(person(f"Person {number}") for number in range(5)))
    assert search.catch_up(3)
    assert not search.catch_up(3)
    assert search.out_of_step() == 0
