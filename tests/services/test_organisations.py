"""What one does with organisations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import Colour, OrganisationKind
from boardkeeper.domain.rules import RuleName
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, speaking
from tests.support.builders import House, organisation, person


def test_organisations_stand_in_the_alphabet_of_the_language(house: House) -> None:
    for name in ("Ørsted", "Zoo", "Åsen", "andels", "Æblet"):
        house.organisations.add(organisation(name))
    with speaking(Language.DANISH):
        found = [each.name for each in house.organisations.all()]
    assert found == ["andels", "Zoo", "Æblet", "Ørsted", "Åsen"]


def test_an_organisation_is_added_changed_and_discarded(house: House) -> None:
    board = organisation("Skoven")
    house.organisations.add(board)
    house.organisations.change(replace(board, name="Skovbørnehaven"))
    assert house.organisations.get(board.id).name == "Skovbørnehaven"
    house.organisations.discard(board.id)
    assert house.organisations.all() == []
    assert [entry.title for entry in house.trash.entries()] == ["Skovbørnehaven"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Sejlklubben Ægir", "Sejlklubben Ægir"),
        ("ÆGIR", "Sejlklubben Ægir"),
        ("sk", "Skovbørnehaven"),
        ("Skov", "Skovbørnehaven"),
    ],
)
def test_an_organisation_is_found_by_name_short_name_or_part(
    house: House, asked: str, found: str
) -> None:
    house.keep(
        organisation("Sejlklubben Ægir"),
        organisation("Skovbørnehaven", short_name="SK"),
        organisation("Askov Højskole"),
    )
    if asked == "Skov":
        house.organisations.discard(house.organisations.named("Askov").id)
    assert house.organisations.named(asked).name == found


def test_a_name_that_fits_several_or_none_is_told_with_the_choices(house: House) -> None:
    house.keep(organisation("Skoven"), organisation("Askov"))
    with pytest.raises(UserError, match=r"fits several organisations: Askov, Skoven\."):
        house.organisations.named("skov")
    with pytest.raises(UserError, match=r"No organisation is called “moon”\. There are: Askov"):
        house.organisations.named("moon")


def test_among_none_a_name_is_told_as_unknown(house: House) -> None:
    with pytest.raises(UserError, match="There are: –"):
        house.organisations.named("Skoven")


def test_the_next_organisation_gets_a_colour_of_its_own(house: House) -> None:
    seen = []
    for number in range(len(Colour)):
        colour = house.organisations.unused_colour()
        house.organisations.add(organisation(f"Board {number}", colour=colour))
        seen.append(colour)
    assert set(seen) == set(Colour)
    assert house.organisations.unused_colour() in Colour


def test_a_rule_is_the_default_until_the_organisation_has_its_own(house: House) -> None:
    board = organisation(kind=OrganisationKind.COMPANY)
    house.keep(board)
    assert house.organisations.rule(board.id, RuleName.NOTICE).days == 8

    house.organisations.set_rule(board.id, RuleName.NOTICE, 14, "§ 7")
    own = house.organisations.rule(board.id, RuleName.NOTICE)
    assert (own.days, own.basis, own.is_own) == (14, "§ 7", True)

    house.organisations.set_rule(board.id, RuleName.NOTICE, 10, "§ 8")
    assert house.organisations.rule(board.id, RuleName.NOTICE).days == 10

    house.organisations.use_default(board.id, RuleName.NOTICE)
    assert not house.organisations.rule(board.id, RuleName.NOTICE).is_own


def test_setting_one_rule_again_and_again_is_one_step(house: House) -> None:
    board = organisation()
    house.keep(board)
    for days in (1, 14):
        house.organisations.set_rule(board.id, RuleName.NOTICE, days, "")
    house.journal.undo()
    assert not house.organisations.rule(board.id, RuleName.NOTICE).is_own


def test_typing_in_one_field_is_one_step_and_in_the_next_another(house: House) -> None:
    board = organisation("S")
    house.keep(board)
    for name in ("Sk", "Sko", "Skoven"):
        house.organisations.change(replace(house.organisations.get(board.id), name=name))
    house.organisations.change(replace(house.organisations.get(board.id), purpose="Play"))
    house.journal.undo()
    assert house.organisations.get(board.id) == replace(board, name="Skoven")
    house.journal.undo()
    assert house.organisations.get(board.id) == board


def test_what_is_gone_cannot_be_changed(house: House) -> None:
    with pytest.raises(UserError, match="no longer there"):
        house.organisations.change(organisation())


def test_a_new_organisation_seats_me_in_the_role_i_name_in_one_step(house: House) -> None:
    me, board = person("Me", is_me=True), organisation("Skoven")
    house.keep(me)
    house.organisations.add(board, my_role=Role.CHAIR)
    (seated,) = house.memberships.mine()
    assert (seated.organisation, seated.membership.role) == (board, Role.CHAIR)
    house.journal.undo()
    assert house.everything() == [me]


def test_until_i_have_said_who_i_am_a_new_organisation_seats_nobody(house: House) -> None:
    house.organisations.add(organisation("Skoven"), my_role=Role.CHAIR)
    assert house.memberships.all() == []
