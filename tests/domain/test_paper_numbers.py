"""The numbers papers bear."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from boardkeeper.domain.agenda import AgendaItem, ItemType, laid_out
from boardkeeper.domain.paper_numbers import numbered
from boardkeeper.domain.papers import Paper, PaperId
from tests.support.builders import item, meeting, organisation, paper

BOARD = organisation()
SITTING = meeting(BOARD)


def numbers(items: Iterable[AgendaItem], papers: Iterable[Paper]) -> list[tuple[str, str]]:
    found = numbered(laid_out(SITTING, items), papers)
    return [(each.number, each.paper.title) for each in found]


def under(of: AgendaItem, title: str, position: int = 0, **fields: object) -> Paper:
    return paper(of, BOARD, title=title, position=position, **fields)


def loose(title: str, position: int = 0) -> Paper:
    return paper(None, BOARD, meeting_id=SITTING.id, title=title, position=position)


def test_a_paper_has_its_items_number_and_a_running_one() -> None:
    first, second = item(SITTING, "A"), item(SITTING, "B", position=1)
    papers = [under(second, "z", 1), under(second, "y", 0), under(first, "x")]
    assert numbers([first, second], papers) == [("1.1", "x"), ("2.1", "y"), ("2.2", "z")]


def test_a_paper_of_a_sub_item_cannot_be_mistaken_for_the_items_own() -> None:
    above = item(SITTING, "A")
    below = item(SITTING, "B", parent=above)
    papers = [under(above, "own"), under(below, "below")]
    assert numbers([above, below], papers) == [("1.1", "own"), ("1.1.1", "below")]


def test_loose_papers_come_last_and_bear_letters() -> None:
    only = item(SITTING)
    papers = [loose("b", 1), loose("a", 0), under(only, "x")]
    assert numbers([only], papers) == [("1.1", "x"), ("A", "a"), ("B", "b")]


def test_after_z_comes_aa() -> None:
    every = numbers([], [loose(f"{place:02}", place) for place in range(28)])
    assert [number for number, _title in islice(every, 25, 28)] == ["Z", "AA", "AB"]


def test_a_number_of_ones_own_stays_and_the_running_ones_go_past_it() -> None:
    only = item(SITTING)
    papers = [under(only, "x", 0), under(only, "y", 1, number="1.1"), under(only, "z", 2)]
    assert numbers([only], papers) == [("1.2", "x"), ("1.1", "y"), ("1.3", "z")]


def test_a_replaced_paper_has_no_place() -> None:
    only = item(SITTING)
    new = under(only, "new")
    assert numbers([only], [under(only, "old", replaced_by_id=new.id), new]) == [("1.1", "new")]


def test_a_paper_kept_out_of_the_pack_takes_no_number() -> None:
    only = item(SITTING)
    papers = [under(only, "mine", 0, is_in_pack=False), under(only, "ours", 1)]
    assert numbers([only], papers) == [("", "mine"), ("1.1", "ours")]


def test_papers_of_a_break_bear_letters_no_loose_paper_bears() -> None:
    pause = item(SITTING, "Pause", type=ItemType.BREAK)
    assert numbers([pause], [under(pause, "menu"), loose("loose")]) == [
        ("A", "menu"),
        ("B", "loose"),
    ]


def test_a_paper_says_whether_its_item_or_one_above_is_closed() -> None:
    above = item(SITTING, "A", is_closed=True)
    below = item(SITTING, "B", parent=above)
    found = numbered(laid_out(SITTING, [above, below]), [under(below, "x"), loose("y")])
    assert [(each.is_closed, each.label) for each in found] == [
        (True, "Appendix 1.1.1"),
        (False, "Appendix A"),
    ]


def test_no_two_papers_bear_the_same_number() -> None:
    items = [item(SITTING, str(place), position=place) for place in range(3)]
    papers = [
        paper(
            items[place % 3],
            BOARD,
            id=PaperId(f"{place:02}"),
            number="2.1" if place == 0 else "",
            position=place,
        )
        for place in range(12)
    ]
    found = [number for number, _title in numbers(items, papers)]
    assert len(set(found)) == len(found)
