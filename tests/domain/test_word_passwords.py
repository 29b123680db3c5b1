"""Passwords made of words."""

from __future__ import annotations

import re

from boardkeeper.domain.word_passwords import word_password, words


def test_there_are_thousands_of_words_and_none_twice() -> None:
    assert len(set(words())) == len(words()) > 4000


def test_a_password_is_five_words_one_can_spell_on_the_telephone() -> None:
    assert re.fullmatch(r"([a-z]{4}-){4}[a-z]{4}", word_password())


def test_two_passwords_differ() -> None:
    assert word_password() != word_password()
