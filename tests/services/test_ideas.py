"""Ideas for later: kept, taken up, let go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.errors import UserError
from tests.support.builders import TODAY, House, items, meeting, organisation
from tests.support.minutes_builders import idea

BOARD, CLUB = organisation("Skoven"), organisation("Klubben")
AHEAD = meeting(BOARD, "2026-04-05 19:00")
SUN, SEA = idea(BOARD, "Solceller på taget"), idea(CLUB, "En badebro")


@pytest.fixture(autouse=True)
def _two_ideas(house: House) -> None:
    house.keep(BOARD, CLUB, AHEAD, *items(AHEAD, "Budget", "Eventuelt"), SUN, SEA)


def titles(house: House) -> list[str]:
    return [line.item.title for line in house.agenda.of(AHEAD.id).lines]


def test_ideas_wait_for_their_organisation(house: House) -> None:
    new = idea(BOARD, "Læ ved bålet")
    house.ideas.add(new)
    assert {each.text for each in house.ideas.of(BOARD.id)} == {SUN.text, new.text}
    assert len(house.ideas.of()) == 3


def test_an_idea_settled_waits_no_longer_until_it_is_taken_up_again(house: House) -> None:
    house.ideas.settle(SUN.id)
    assert house.ideas.open_of(BOARD.id) == []
    assert house.ideas.of(BOARD.id) == [replace(SUN, settled_on=TODAY)]
    house.ideas.reopen(SUN.id)
    assert house.ideas.open_of(BOARD.id) == [SUN]


def test_an_idea_taken_up_is_an_item_before_any_other_business(house: House) -> None:
    house.ideas.take_up(SUN.id, AHEAD.id)
    assert titles(house) == ["Budget", "Solceller på taget", "Eventuelt"]
    assert house.ideas.open_of(BOARD.id) == []
    house.journal.undo()
    assert titles(house) == ["Budget", "Eventuelt"]
    assert house.ideas.open_of(BOARD.id) == [SUN]


def test_a_long_idea_has_its_first_line_as_title_and_stands_in_full_below(house: House) -> None:
    long = f"{'Solceller ' * 12}\nog batterier"
    house.ideas.change(replace(SUN, text=long))
    taken = house.ideas.take_up(SUN.id, AHEAD.id)
    assert len(taken.title) <= 80
    assert taken.background == long.strip()


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_a_meeting_that_is_over_takes_no_idea_up(house: House, state: MeetingState) -> None:
    house.keep(replace(AHEAD, state=state))
    with pytest.raises(UserError, match="cannot take the idea up"):
        house.ideas.take_up(SUN.id, AHEAD.id)


def test_another_organisations_meeting_takes_no_idea_up(house: House) -> None:
    with pytest.raises(UserError, match="cannot take the idea up"):
        house.ideas.take_up(SEA.id, AHEAD.id)


def test_a_discarded_idea_lies_in_the_trash(house: House) -> None:
    house.ideas.discard(SUN.id)
    assert house.ideas.of(BOARD.id) == []
    assert [entry.title for entry in house.trash.entries()] == [SUN.text]
