"""Rates one sets oneself."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper.domain.rates import OwnRate, RateName
from tests.support.builders import House

OWN = OwnRate(rate=RateName.KILOMETRE, year=2026, amount=400, source="skat.dk")


def test_every_rate_of_this_year_is_told(house: House) -> None:
    assert [each.rate for each in house.rates.rates()] == list(RateName)
    assert {each.year for each in house.rates.rates()} == {2026}


def test_a_rate_is_set_and_reset(house: House) -> None:
    house.rates.set_rate(OWN)
    assert house.rates.rate(RateName.KILOMETRE, 2026).amount == 400
    house.rates.reset(RateName.KILOMETRE, 2026)
    assert house.rates.rate(RateName.KILOMETRE, 2026).amount == 394
    house.journal.undo()
    assert house.rates.rate(RateName.KILOMETRE, 2026).is_own


def test_a_rate_set_again_takes_the_place_of_the_one_before(house: House) -> None:
    house.rates.set_rate(OWN)
    house.rates.set_rate(replace(OWN, id=type(OWN.id).new(), amount=410))
    assert [(each.id, each.amount) for each in house.journal.reader.every(OwnRate)] == [
        (OWN.id, 410)
    ]
    house.journal.undo()
    assert house.rates.rate(RateName.KILOMETRE, 2026).amount == 400


def test_to_reset_what_was_never_set_changes_nothing(house: House) -> None:
    house.rates.reset(RateName.CLOTHING, 2026)
    assert house.journal.reader.every(OwnRate) == []
