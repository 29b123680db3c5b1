"""What one does with memberships and terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.memberships import Role, Term
from tests.support.builders import TODAY, House, membership, organisation, person, term
from tests.support.builders import house as house_of

SKOVEN, AEGIR = organisation("Skoven"), organisation("Ægir")
ANNA, BO, ME = person("Anna"), person("Bo"), person("Me", is_me=True)


def test_everyone_on_a_board_stands_by_role_and_name(house: House) -> None:
    house.keep(
        *(SKOVEN, AEGIR, ANNA, BO, ME),
        membership(BO, SKOVEN),
        membership(ANNA, SKOVEN),
        membership(ME, SKOVEN, role=Role.CHAIR),
        membership(ME, AEGIR),
    )
    seated = house.memberships.of_organisation(SKOVEN.id)
    assert [each.person.name for each in seated] == ["Me", "Anna", "Bo"]
    assert [each.organisation.name for each in house.memberships.mine()] == ["Ægir", "Skoven"]
    assert len(house.memberships.all()) == 4
    assert [each.person for each in house.memberships.of_person(BO.id)] == [BO]


def test_until_i_have_said_who_i_am_no_membership_is_mine(house: House) -> None:
    house.keep(SKOVEN, ANNA, membership(ANNA, SKOVEN))
    assert house.memberships.mine() == []


def test_a_membership_comes_with_its_first_term_in_one_step(house: House) -> None:
    house.keep(SKOVEN, ANNA)
    seat = membership(ANNA, SKOVEN)
    house.memberships.add(seat, term(seat, "2025-03-20"))
    (seated,) = house.memberships.all()
    assert seated.sits_on(date(2025, 3, 20))
    assert not seated.sits_on(date(2025, 3, 19))
    house.journal.undo()
    assert set(house.everything()) == {SKOVEN, ANNA}


def test_terms_stand_in_order_and_the_one_of_a_day_is_known(house: House) -> None:
    seat = membership(ANNA, SKOVEN)
    early, late = term(seat, "2020-01-01", "2021-12-31"), term(seat, "2022-01-01")
    house.keep(SKOVEN, ANNA, seat, late, early)
    (seated,) = house.memberships.of_person(ANNA.id)
    assert seated.terms == (early, late)
    assert seated.term_on(date(2021, 1, 1)) == early
    assert seated.term_on(date(2019, 1, 1)) is None


def test_terms_are_added_changed_and_removed(house: House) -> None:
    seat = membership(ANNA, SKOVEN)
    house.keep(SKOVEN, ANNA, seat)
    first = term(seat, "2025-03-20")
    house.memberships.add_term(first)
    house.memberships.change_term(replace(first, ends_on=date(2026, 3, 19)))
    assert house.memberships.all()[0].terms[0].ends_on == date(2026, 3, 19)
    house.memberships.remove_term(first.id)
    assert house.memberships.all()[0].terms == ()


def test_a_membership_is_changed_and_discarded_with_its_terms(house: House) -> None:
    seat = membership(ANNA, SKOVEN)
    house.keep(SKOVEN, ANNA, seat, term(seat))
    house.memberships.change(replace(seat, role=Role.TREASURER))
    assert house.memberships.get(seat.id).role is Role.TREASURER
    house.memberships.discard(seat.id)
    assert house.memberships.all() == []
    assert [entry.title for entry in house.trash.entries()] == ["Anna · Skoven"]


def test_someone_new_comes_with_their_first_membership_in_one_step(house: House) -> None:
    house.keep(SKOVEN)
    house.memberships.add(membership(ANNA, SKOVEN), newcomer=ANNA)
    assert house.people.all() == [ANNA]
    house.journal.undo()
    assert house.everything() == [SKOVEN]


@given(
    spans=st.lists(
        st.tuples(st.integers(0, 4), st.integers(-3, 3), st.one_of(st.none(), st.integers(0, 3))),
        max_size=8,
    )
)
def test_who_sits_where_today_is_who_a_term_covers(
    spans: list[tuple[int, int, int | None]],
) -> None:
    seats = [membership(who, where) for who in (ANNA, BO, ME) for where in (SKOVEN, AEGIR)]
    with house_of(SKOVEN, AEGIR, ANNA, BO, ME, *seats) as house:
        terms = [
            Term(
                membership_id=seats[seat].id,
                starts_on=TODAY + timedelta(days=start),
                ends_on=None if length is None else TODAY + timedelta(days=start + length),
            )
            for seat, start, length in spans
        ]
        house.keep(*terms)
        sitting = {
            (who, where) for who, there in house.memberships.sitting().items() for where in there
        }
        assert sitting == {
            (each.person.id, each.organisation.id)
            for each in house.memberships.all()
            if each.sits_on(TODAY)
        }
