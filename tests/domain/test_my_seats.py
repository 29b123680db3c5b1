"""Which meetings are mine, and which of my memberships time belongs to."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.my_seats import MySeats
from tests.support.builders import membership, organisation, person, term

CLUB = organisation("Sejlklubben")
ME = person(is_me=True)
MEMBER, CHAIR = membership(ME, CLUB), membership(ME, CLUB)
SEATS = MySeats(
    [CHAIR, MEMBER],
    {
        MEMBER.id: [term(MEMBER, "2024-03-01", "2025-02-28")],
        CHAIR.id: [term(CHAIR, "2025-03-01", "2026-02-28")],
    },
)


def test_meetings_are_mine_while_a_term_covers_the_day() -> None:
    days = [date(2024, 2, 29), date(2024, 3, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [SEATS.is_mine(CLUB.id, day) for day in days] == [False, True, True, False]


def test_a_membership_without_a_term_holds_always() -> None:
    assert MySeats([MEMBER], {}).is_mine(CLUB.id, date(1999, 1, 1))


def test_a_board_i_have_no_membership_of_is_mine_too() -> None:
    assert MySeats([], {}).is_mine(CLUB.id, date(2026, 3, 1))
    assert MySeats([], {}).holder(CLUB.id, date(2026, 3, 1)) is None


def test_time_belongs_to_the_membership_that_holds_on_the_day() -> None:
    assert SEATS.holder(CLUB.id, date(2025, 2, 28)) == MEMBER.id
    assert SEATS.holder(CLUB.id, date(2025, 3, 1)) == CHAIR.id


def test_time_before_and_after_belongs_to_the_first_and_the_last() -> None:
    assert SEATS.holder(CLUB.id, date(2023, 1, 1)) == MEMBER.id
    assert SEATS.holder(CLUB.id, date(2027, 1, 1)) == CHAIR.id


def test_memberships_stand_in_the_order_they_began() -> None:
    assert SEATS.memberships == [MEMBER, CHAIR]
