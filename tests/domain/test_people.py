"""People."""

from __future__ import annotations

import pytest

from boardkeeper.errors import InvalidField
from tests.support.builders import person


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anna Holm", "AH"),
        ("Anna Maria von Holm", "AH"),
        ("Anna", "A"),
        ("åse ærø", "ÅÆ"),
        ("  Bo   Ek ", "BE"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    assert person(name).initials == initials


@pytest.mark.parametrize("name", ["", " ", "\t\n"])
def test_a_person_needs_a_name(name: str) -> None:
    with pytest.raises(InvalidField) as refused:
        person(name)
    assert refused.value.field == "name"
