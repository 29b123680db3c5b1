"""Organisations."""

from __future__ import annotations

from typing import Any

import pytest

from boardkeeper.domain.organisations import (
    OrganisationKind,
    kind_name,
    language_name,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import organisation


def test_the_label_is_the_short_name_where_there_is_one() -> None:
    assert organisation("Skovbørnehaven").label == "Skovbørnehaven"
    assert organisation("Skovbørnehaven", short_name="Skoven").label == "Skoven"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("zone", "Copenhagen"),
        ("zone", ""),
        ("usual_minutes", 0),
        ("usual_minutes", 24 * 60 + 1),
    ],
)
def test_what_cannot_be_is_refused_by_field(field: str, value: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        organisation(**{"name": "Skoven", field: value})
    assert refused.value.field == field


def test_everything_chosen_from_a_list_has_its_own_words_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({kind_name(kind) for kind in OrganisationKind}) == len(OrganisationKind)


def test_a_language_is_named_as_its_own_speakers_do() -> None:
    with speaking(Language.ENGLISH):
        assert [language_name(language) for language in Language] == ["Dansk", "English"]
