"""Whether the one who presents an item is a certain person."""

from __future__ import annotations

import pytest

from boardkeeper.domain.presenting import is_presented_by

OTHERS = ("Bo Lund", "Anna Berg")


@pytest.mark.parametrize(
    "presenter",
    ["Mette Ravn Holm", "mette", "MH", "M.R.H.", "Bo og Mette", "Bo, MH", "Anna Berg & Mette"],
)
def test_she_is_known_by_full_name_first_name_or_initials(presenter: str) -> None:
    assert is_presented_by(presenter, "Mette Ravn Holm", OTHERS)


@pytest.mark.parametrize("presenter", ["", "Bo", "Metteline", "Formanden", "Holm", "Mette Berg"])
def test_others_are_not_taken_for_her(presenter: str) -> None:
    assert not is_presented_by(presenter, "Mette Ravn Holm", OTHERS)


def test_a_first_name_two_share_names_neither() -> None:
    assert not is_presented_by("Anna", "Anna Holm", OTHERS)
    assert is_presented_by("Anna Holm", "Anna Holm", OTHERS)
    assert not is_presented_by("AB", "Arne Busk", OTHERS)


def test_a_name_of_one_word_has_no_initials() -> None:
    assert is_presented_by("Mette", "Mette", OTHERS)
    assert not is_presented_by("M", "Mette", OTHERS)
