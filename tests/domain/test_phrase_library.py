"""The phrases that travel with the program, and their blanks."""

from __future__ import annotations

import pytest

from boardkeeper.domain.agenda import laid_out
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.phrase_library import (
    blanks_of,
    built_in_phrases,
    filled,
    known_values,
)
from boardkeeper.i18n import Language, set_language
from tests.support.builders import meeting, organisation
from tests.support.minutes_builders import minutes, procedure


@pytest.mark.parametrize("language", Language)
def test_there_are_plenty_in_each_language_each_with_a_title_of_its_own(language: Language) -> None:
    phrases = built_in_phrases(language)
    assert len(phrases) >= 25
    assert len({each.title for each in phrases}) == len(phrases)


def test_each_is_said_in_danish_with_the_same_blanks() -> None:
    pairs = zip(built_in_phrases(Language.DANISH), built_in_phrases(Language.ENGLISH), strict=True)
    for danish, english in pairs:
        assert danish.text != english.text
        assert set(blanks_of(danish.text)) == set(blanks_of(english.text))


@pytest.mark.parametrize("language", Language)
def test_every_blank_of_the_programs_has_words(language: Language) -> None:
    set_language(language)
    blanks = {blank for each in built_in_phrases(language) for blank in blanks_of(each.text)}
    assert all("_" not in blank.label for blank in blanks)
    if language is Language.DANISH:
        assert {blank.label for blank in blanks} >= {"navn", "dato", "beløb"}


def test_blanks_come_in_order_and_once() -> None:
    assert [blank.name for blank in blanks_of("{b} og {a} og {b}, ikke { c } eller {}")] == [
        "b",
        "a",
    ]


def test_what_is_not_filled_in_is_an_ellipsis() -> None:
    assert filled("{name} får {amount}", {"name": "Bo", "amount": " "}) == "Bo får …"


def test_a_value_that_holds_braces_stays_as_it_is() -> None:
    assert filled("{name}", {"name": "{amount}"}) == "{amount}"


def test_the_meeting_fills_in_what_it_knows() -> None:
    board = organisation("Skoven", short_name="Skoven")
    sitting = meeting(board, place="Klubhuset")
    book = MinutesBook(
        meeting=sitting,
        organisation=board,
        procedure=procedure(board),
        agenda=laid_out(sitting, []),
        minutes=minutes(sitting, began_at=sitting.starts_at.replace(minute=5)),
        chair="Finn",
    )
    assert known_values(book) == {
        "chair": "Finn",
        "organisation": "Skoven",
        "place": "Klubhuset",
        "time": "19:05",
        "end": "21:00",
        "year": "2026",
    }
