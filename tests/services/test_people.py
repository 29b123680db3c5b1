"""What one does with people, and with oneself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardkeeper.errors import UserError
from tests.support.builders import House, person


def test_a_person_is_added_changed_and_discarded(house: House) -> None:
    anna = person("Anna")
    house.people.add(anna)
    house.people.change(replace(anna, company="Oak Ltd"))
    assert house.people.get(anna.id).company == "Oak Ltd"
    house.people.discard(anna.id)
    assert house.people.all() == []


def test_everyone_stands_in_the_alphabet(house: House) -> None:
    house.keep(person("Carl"), person("anna"), person("Bo"))
    assert [each.name for each in house.people.all()] == ["anna", "Bo", "Carl"]


def test_nobody_is_me_until_i_say_so(house: House) -> None:
    house.keep(person("Anna"))
    assert house.people.me() is None
    me = house.people.introduce_me("Bo Ek")
    assert house.people.me() == me
    assert me.is_me


def test_saying_my_name_again_changes_it(house: House) -> None:
    first = house.people.introduce_me("Bo")
    second = house.people.introduce_me("Bo Ek")
    assert second == replace(first, name="Bo Ek")
    assert house.people.all() == [second]


def test_i_cannot_be_discarded(house: House) -> None:
    me = house.people.introduce_me("Bo")
    with pytest.raises(UserError, match="That is you"):
        house.people.discard(me.id)
    assert house.people.all() == [me]
