"""Hours of other boards: each with its source, each for the seats it was asked about."""

from __future__ import annotations

import pytest

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reference_hours import reference_hours, reference_hours_for
from boardkeeper.i18n import Language, speaking


@pytest.mark.parametrize("language", list(Language))
def test_every_figure_names_whose_it_is_who_was_asked_and_where_it_stands(
    language: Language,
) -> None:
    with speaking(language):
        for each in reference_hours():
            assert all((each.name, each.basis, each.source, each.kinds, each.roles))
            assert each.address.startswith("https://")
            assert 0 < each.least <= each.most
            assert each.is_average == (each.least == each.most)


def test_a_chair_is_held_against_chairs() -> None:
    found = reference_hours_for(OrganisationKind.KINDERGARTEN, Role.CHAIR)
    assert [(each.least, each.most) for each in found] == [(200, 400), (50, 100), (186, 186)]


def test_a_member_is_not() -> None:
    found = reference_hours_for(OrganisationKind.COMPANY, Role.MEMBER)
    assert [each.most for each in found] == [200, 148, 242, 388]


def test_where_nobody_has_asked_there_is_no_line() -> None:
    assert reference_hours_for(OrganisationKind.NETWORK, Role.MEMBER) == []
