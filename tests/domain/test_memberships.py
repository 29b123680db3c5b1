"""Who sits when, and what they are called."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.memberships import (
    Role,
    Seat,
    current_term,
    role_name,
    seat_name,
    sits_on,
    title_of,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import membership, organisation, person, term

SEAT = membership(person(), organisation())


def test_a_term_covers_its_first_and_its_last_day() -> None:
    year = term(SEAT, "2025-03-20", "2026-03-19")
    assert [year.covers(date(2025, 3, day)) for day in (19, 20)] == [False, True]
    assert [year.covers(date(2026, 3, day)) for day in (19, 20)] == [True, False]


def test_a_term_without_an_end_goes_on() -> None:
    assert term(SEAT, "2025-03-20").covers(date(2199, 1, 1))


def test_a_term_of_one_day_is_a_term() -> None:
    assert term(SEAT, "2025-03-20", "2025-03-20").covers(date(2025, 3, 20))


def test_a_term_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidField) as refused:
        term(SEAT, "2025-03-20", "2025-03-19")
    assert refused.value.field == "ends_on"


def test_without_a_known_term_one_sits() -> None:
    assert sits_on([], date(2026, 3, 5))


def test_between_two_terms_one_does_not_sit() -> None:
    terms = [term(SEAT, "2020-01-01", "2021-12-31"), term(SEAT, "2024-01-01")]
    days = [date(2021, 6, 1), date(2022, 6, 1), date(2024, 6, 1)]
    assert [sits_on(iter(terms), day) for day in days] == [True, False, True]


def test_of_two_terms_that_cover_a_day_the_later_counts() -> None:
    early, late = term(SEAT, "2024-01-01"), term(SEAT, "2025-01-01")
    assert current_term([late, early], date(2025, 6, 1)) is late
    assert current_term([late, early], date(2024, 6, 1)) is early
    assert current_term([late, early], date(2023, 6, 1)) is None


@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ({}, "Member"),
        ({"role": Role.CHAIR}, "Chair"),
        ({"seat": Seat.ALTERNATE}, "Alternate"),
        ({"role": Role.CHAIR, "seat": Seat.ALTERNATE}, "Chair"),
        ({"role": Role.CHAIR, "title": "Commodore"}, "Commodore"),
    ],
)
def test_a_member_is_called_by_title_role_or_seat(fields: dict[str, str], called: str) -> None:
    assert title_of(membership(person(), organisation(), **fields)) == called


def test_every_role_and_seat_has_its_own_word_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({role_name(role) for role in Role}) == len(Role)
            assert len({seat_name(seat) for seat in Seat}) == len(Seat)
