"""Phrases: the program's and one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardkeeper.domain.phrases import Phrase
from boardkeeper.i18n import Language
from tests.support.builders import House

SOUP = Phrase(title="Suppe", text="Der var suppe fra {name}.")
TEA = Phrase(title="Tea", text="Tea was served.", language=Language.ENGLISH)


@pytest.fixture(autouse=True)
def _two_of_ones_own(house: House) -> None:
    house.keep(SOUP, TEA)


def test_ones_own_stand_before_the_programs_and_in_their_language(house: House) -> None:
    danish, english = house.phrases.all(Language.DANISH), house.phrases.all()
    assert (danish[0].title, danish[0].is_own, danish[1].is_own) == ("Suppe", True, False)
    assert english[0].own_id == TEA.id
    assert "Tea" not in [each.title for each in danish]


def test_phrases_are_found_by_words_of_title_and_text_titles_first(house: House) -> None:
    found = [each.title for each in house.phrases.find("minutes")]
    assert found[:2] == ["Minutes approved", "Minutes approved with a correction"]
    assert "Statement entered" in found
    assert [each.title for each in house.phrases.find("SUPPE fra", Language.DANISH)] == ["Suppe"]


def test_ones_own_are_added_changed_and_thrown_away(house: House) -> None:
    new = Phrase(title="Brød", text="Der var brød.")
    house.phrases.add(new)
    house.phrases.change(replace(new, text="Der var meget brød."))
    assert house.phrases.get(new.id).text == "Der var meget brød."
    assert [each.title for each in house.phrases.own()] == ["Brød", "Suppe", "Tea"]
    house.phrases.discard(new.id)
    assert [entry.title for entry in house.trash.entries()] == ["Brød"]
