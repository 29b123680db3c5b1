"""Where a text names what somebody has an interest in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.interest_warnings import counts_on, interest_warnings, named_in
from tests.support.builders import item, meeting, organisation, person
from tests.support.minutes_builders import interest

ANNA, BO = person("Anna Holm"), person("Bo Lund")
CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
SITTING = meeting(CLUB)
DAY = date(2026, 3, 5)
ROOFS = interest(ANNA, "Tagkompagniet A/S")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Tagkompagniet A/S", "Tilbud fra Tagkompagniet A/S på tag", "Tagkompagniet A/S"),
        ("Tagkompagniet A/S", "Tilbud fra Tagkompagniet", "Tagkompagniet"),
        ("Tagkompagniet A/S", "TAGKOMPAGNIET har svaret", "TAGKOMPAGNIET"),
        ("Tagkompagniet A/S", "Tagkompagniets tilbud", "Tagkompagniets"),
        ("Tagkompagniet A/S", "Tagkompagniet's tilbud", "Tagkompagniet's"),
        ("Tagkompagniet ApS", "Tagkompagniet A/S er et andet", "Tagkompagniet"),
        ("Holm & Søn ApS", "Fra Holm  &\nSøn.", "Holm  &\nSøn"),
        ("Reed Ltd.", "An offer from Reed, and one more", "Reed"),
        ("Reed Ltd", "Reed Ltd has written", "Reed Ltd"),
        ("Ærø Færge", "ÆRØ FÆRGES fartplan", "ÆRØ FÆRGES"),
        ("C++ Klubben", "C++ Klubben søger tilskud", "C++ Klubben"),
        ("ISS A/S", "Rengøring ved ISS", "ISS"),
        ("Tag ApS", "Tag ApS giver tilbud", "Tag ApS"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, text: str, found: str) -> None:
    assert named_in(interest(ANNA, name), text) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tagkompagniet A/S", "Kompagniet"),
        ("Tagkompagniet A/S", "Vores tagkompagnietforening"),
        ("Krog", "Krogen i døren"),
        ("Tag ApS", "Nyt tag på bådehallen"),
        ("ISS A/S", "iss på søen"),
        ("Holm & Søn", "Holm og Søn"),
        ("A/S", "A.S."),
    ],
)
def test_other_words_are_not_taken_for_it(name: str, text: str) -> None:
    assert named_in(interest(ANNA, name), text) is None


def test_it_is_known_by_its_other_names_too() -> None:
    known = interest(ANNA, "Tagkompagniet A/S", also_known_as="Tagfolkene, , TK Tage")
    assert named_in(known, "Tagfolkenes pris") == "Tagfolkenes"
    assert named_in(known, "Pris fra TK Tage") == "TK Tage"
    assert named_in(known, "Ingenting") is None


@given(st.text(min_size=1).filter(lambda text: text.strip()), st.text())
def test_any_name_and_any_text_can_be_compared(name: str, text: str) -> None:
    named_in(interest(ANNA, name, also_known_as=text), text)


@given(st.text("abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ ", min_size=4).filter(lambda t: t.strip()))
def test_a_name_is_found_between_spaces(name: str) -> None:
    assert named_in(interest(ANNA, name), f"om {name} igen") is not None


def test_an_interest_that_has_ended_no_longer_counts() -> None:
    ended = interest(ANNA, ends_on=date(2026, 3, 4))
    assert counts_on(ended, date(2026, 3, 4))
    assert not counts_on(ended, DAY)


def test_each_item_warns_of_each_person_it_concerns() -> None:
    roof = item(SITTING, "Nyt tag", background="Tilbud fra Tagkompagniet.", position=1)
    talk = item(SITTING, "Snak", notes="Tagkompagniet ringede")
    people = {ANNA.id: ANNA, BO.id: BO}
    declared = [ROOFS, interest(BO, "Tagkompagniet"), interest(BO, "Andet")]
    found = interest_warnings([talk, roof], people, declared, DAY, CLUB)
    assert [(each.item, each.person) for each in found] == [(roof, ANNA), (roof, BO)]
    assert found[0].in_words() == (
        "“Nyt tag” names Tagkompagniet, in which Anna Holm has declared an interest."
    )


def test_nobody_is_warned_of_who_is_not_there() -> None:
    roof = item(SITTING, "Tagkompagniet")
    assert interest_warnings([roof], {BO.id: BO}, [ROOFS], DAY, CLUB) == []


def test_an_office_in_the_organisation_that_meets_is_no_conflict_there() -> None:
    office = interest(ANNA, "Nørrevig Sejlklub", also_known_as="Sejlklubben")
    rent = item(SITTING, "Sejlklubbens bådehal")
    assert interest_warnings([rent], {ANNA.id: ANNA}, [office], DAY, CLUB) == []
    assert interest_warnings([rent], {ANNA.id: ANNA}, [office], DAY, organisation("Andre")) != []
