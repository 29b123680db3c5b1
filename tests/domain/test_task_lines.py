"""Tasks typed in one line: who, what, by when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.people import PersonId
from boardkeeper.domain.task_lines import (
    Named,
    TaskLine,
    read_names,
    read_task_line,
    written_task_line,
)
from boardkeeper.i18n import Language, set_language

DAY = date(2026, 3, 5)
ANNA = Named(name="Anna Holm", person_id=PersonId("anna"), is_me=True)
LUND = Named(name="Bo Lund", person_id=PersonId("lund"))
KROG = Named(name="Bo Krog", person_id=PersonId("krog"))
SOREN = Named(name="Søren Ågård-Nielsen", person_id=PersonId("soren"))
RENE = Named(name="René Friis", person_id=PersonId("rene"))
OLE = Named(name="Jens Ole Kjær", person_id=PersonId("ole"))
PEOPLE = [ANNA, LUND, KROG, SOREN, RENE, OLE]


def read(line: str) -> TaskLine:
    return read_task_line(line, PEOPLE, DAY)


@pytest.mark.parametrize(
    ("line", "owners", "text", "due"),
    [
        ("Anna bestil revisor 1/6", [ANNA], "Bestil revisor", date(2026, 6, 1)),
        ("Anna order the auditor 1 June", [ANNA], "Order the auditor", date(2026, 6, 1)),
        ("anna bestil revisor 1/6", [ANNA], "Bestil revisor", date(2026, 6, 1)),
        ("Anna Holm bestil revisor", [ANNA], "Bestil revisor", None),
        ("AH: skriv til banken", [ANNA], "Skriv til banken", None),
        ("JOK skriver til banken", [OLE], "Skriver til banken", None),
        ("Bo L køber kaffe i morgen", [LUND], "Køber kaffe", date(2026, 3, 6)),
        ("Bo Lund køber kaffe fredag", [LUND], "Køber kaffe", date(2026, 3, 6)),
        ("Anna og Søren laver mad senest 5. maj", [ANNA, SOREN], "Laver mad", date(2026, 5, 5)),
        ("Anna & Bo L laver mad by 5 May", [ANNA, LUND], "Laver mad", date(2026, 5, 5)),
        ("Søren, Bo L, RF rydder op", [SOREN, LUND, RENE], "Rydder op", None),
        ("Bo Lund, Anna: ryd op (senest 1/6)", [LUND, ANNA], "Ryd op", date(2026, 6, 1)),
        ("Rene følger op uge 20", [RENE], "Følger op", date(2026, 5, 11)),
        ("bestil revisor (Anna) 1/6", [ANNA], "Bestil revisor", date(2026, 6, 1)),
        ("Bestil revisor – Anna Holm", [ANNA], "Bestil revisor", None),
        ("Bestil revisor @Anna inden 1/6", [ANNA], "Bestil revisor", date(2026, 6, 1)),
        ("- Anna: bestil revisor", [ANNA], "Bestil revisor", None),
        ("jeg ringer til kommunen", [ANNA], "Ringer til kommunen", None),
        ("Bestil revisor inden den 1. juni", [], "Bestil revisor", date(2026, 6, 1)),
        ("Bestil revisor", [], "Bestil revisor", None),
        ("I morgen ringer nogen", [], "I morgen ringer nogen", None),
        ("Husk: køb ind", [], "Husk: køb ind", None),
        ("Alle rydder op", [], "Alle rydder op", None),
        ("til banken med pengene 1/6", [], "Til banken med pengene", date(2026, 6, 1)),
    ],
)
def test_who_does_what_by_when(line: str, owners: list[Named], text: str, due: date | None) -> None:
    set_language(Language.DANISH)
    assert read(line) == TaskLine(text=text, owners=tuple(owners), due_on=due)


def test_i_is_me_in_english_only() -> None:
    assert read("I call the bank").owners == (ANNA,)
    set_language(Language.DANISH)
    assert read("I banken ligger et brev").owners == ()


def test_a_stranger_is_an_owner_when_the_line_says_so() -> None:
    assert read("Revisor Jensen: send bilag").owners == (Named(name="Revisor Jensen"),)
    assert read("@Kirsten køb is").owners == (Named(name="Kirsten"),)


def test_a_name_two_people_have_names_nobody_and_says_why() -> None:
    said = read("Bo køber kaffe")
    assert (said.owners, said.text) == ((), "Bo køber kaffe")
    assert said.remark == "Several are called Bo. Add a letter of the surname."


def test_a_day_the_calendar_does_not_have_stays_in_the_text() -> None:
    said = read("Anna bestil revisor 31/2")
    assert (said.text, said.due_on) == ("Bestil revisor 31/2", None)
    assert said.remark == "There is no day 31 in February 2026: it has 28 days."


@pytest.mark.parametrize("estimate", ["(2 t)", "~2t", "(ca. 2 timer)", "(120 min)", "~120 min"])
def test_an_estimate_stands_in_parentheses_or_after_a_tilde(estimate: str) -> None:
    said = read(f"Anna bestil revisor {estimate} 1/6")
    assert (said.text, said.minutes, said.due_on) == ("Bestil revisor", 120, date(2026, 6, 1))


def test_a_length_of_time_that_is_part_of_the_sentence_stays_there() -> None:
    said = read("Anna book et møde på 30 min")
    assert (said.text, said.minutes) == ("Book et møde på 30 min", 0)


def test_a_name_alone_is_what_is_to_be_done() -> None:
    assert read("Anna") == TaskLine(text="Anna")


def test_nobody_is_named_twice() -> None:
    assert read("Anna og Anna Holm rydder op").owners == (ANNA,)


@pytest.mark.parametrize("language", Language)
def test_a_task_written_as_a_line_is_read_again_the_same(language: Language) -> None:
    set_language(language)
    line = written_task_line("Bestil revisor", ["Anna Holm", "Bo Lund"], date(2027, 6, 1))
    assert line == "Anna Holm & Bo Lund: Bestil revisor, 1.6.2027"
    assert read(line) == TaskLine(
        text="Bestil revisor", owners=(ANNA, LUND), due_on=date(2027, 6, 1)
    )


_WORDS = st.sampled_from(
    ["Anna", "Bo", "L", "og", "bestil", "revisor,", "1/6", "senest", "(2", "t)", "@Jens", "–", ":"]
)


@given(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join))
def test_any_line_has_something_to_do(line: str) -> None:
    assert read(line).text.strip()


@given(st.text(min_size=1))
def test_no_line_is_refused(line: str) -> None:
    read(line)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Anna, Bo L", [ANNA, LUND]),
        ("anna og Søren", [ANNA, SOREN]),
        ("Anna, revisor", [ANNA, Named(name="revisor")]),
        ("Bo", [Named(name="Bo")]),
        ("Anna, anna", [ANNA]),
        (" , ", []),
    ],
)
def test_a_list_of_names_is_read_known_or_not(text: str, named: list[Named]) -> None:
    assert list(read_names(text, PEOPLE)) == named
