"""The agenda laid out: order, numbers and clock times."""

from __future__ import annotations

from typing import Any

import pytest

from boardkeeper.domain.agenda import (
    Agenda,
    AgendaItem,
    ItemType,
    in_order,
    laid_out,
    type_name,
)
from boardkeeper.domain.agenda_templates import items_from, template
from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import item, items, meeting, organisation

BOARD = organisation()
EVENING = meeting(BOARD, "2026-03-05 19:00", "2026-03-05 21:00")


def numbered(agenda: Agenda) -> list[str]:
    return [f"{line.number} {line.item.title}".strip() for line in agenda.lines]


def times(agenda: Agenda) -> list[str]:
    return [f"{line.starts_at:%H:%M}" for line in agenda.lines]


def nested(of: Meeting = EVENING) -> list[AgendaItem]:
    welcome, finances = items(of, "Welcome", "Finances", minutes=5)
    budget = item(of, "Budget", parent=finances, minutes=20)
    return [
        item(of, "Roof", parent=budget, minutes=15),
        item(of, "Any other business", position=2, minutes=10),
        item(of, "Fees", parent=finances, position=1, minutes=5),
        budget,
        welcome,
        finances,
    ]


def test_items_are_read_each_followed_by_its_sub_items() -> None:
    read = [each.title for each in in_order(nested())]
    assert read == ["Welcome", "Finances", "Budget", "Roof", "Fees", "Any other business"]


def test_sub_items_are_numbered_within_their_item() -> None:
    assert numbered(laid_out(EVENING, nested())) == [
        "1 Welcome",
        "2 Finances",
        "2.1 Budget",
        "2.1.1 Roof",
        "2.2 Fees",
        "3 Any other business",
    ]


def test_the_clock_runs_through_the_items() -> None:
    agenda = laid_out(EVENING, nested())
    assert times(agenda) == ["19:00", "19:05", "19:10", "19:30", "19:45", "19:50"]
    assert f"{agenda.ends_at:%H:%M}" == "20:00"
    assert (agenda.minutes, agenda.overrun) == (60, -60)


def test_an_item_with_sub_items_takes_the_time_of_all_of_them() -> None:
    lines = {line.item.title: line for line in laid_out(EVENING, nested()).lines}
    assert (lines["Finances"].minutes, lines["Finances"].is_section) == (45, True)
    assert (lines["Budget"].minutes, lines["Budget"].depth) == (35, 1)
    assert (lines["Fees"].minutes, lines["Fees"].is_section) == (5, False)


def test_more_than_the_meeting_has_room_for_is_overrun() -> None:
    agenda = laid_out(EVENING, items(EVENING, *"abc", minutes=50))
    assert agenda.overrun == 30


def test_an_agenda_without_items_ends_as_it_starts() -> None:
    agenda = laid_out(EVENING, [])
    assert (agenda.lines, agenda.minutes, agenda.ends_at) == ((), 0, EVENING.starts_at)
    assert agenda.overrun == -120


def test_a_break_takes_time_and_has_no_number() -> None:
    agenda = laid_out(
        EVENING,
        [
            item(EVENING, "Budget", position=0, minutes=30),
            item(EVENING, "Coffee", position=1, minutes=15, type=ItemType.BREAK),
            item(EVENING, "Fees", position=2, minutes=10),
        ],
    )
    assert numbered(agenda) == ["1 Budget", "Coffee", "2 Fees"]
    assert times(agenda) == ["19:00", "19:30", "19:45"]


def titled(*numbers: str) -> list[AgendaItem]:
    return [
        item(EVENING, chr(ord("a") + place), position=place, number=number)
        for place, number in enumerate(numbers)
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (["", "", ""], ["1", "2", "3"]),
        (["1", "2", "3", ""], ["1", "2", "3", "4"]),
        (["1", "", "2", "3"], ["1", "4", "2", "3"]),
        (["2", "", ""], ["2", "1", "3"]),
        (["", "A", ""], ["1", "A", "2"]),
    ],
)
def test_an_item_never_gets_the_number_another_one_bears(
    given: list[str], shown: list[str]
) -> None:
    assert [line.number for line in laid_out(EVENING, titled(*given)).lines] == shown


def test_an_item_never_gets_the_number_of_one_on_another_level() -> None:
    first = item(EVENING, "Finances", number="1")
    below = item(EVENING, "Fees", parent=first, number="2")
    late = item(EVENING, "Late matter", position=1)
    assert numbered(laid_out(EVENING, [first, below, late])) == [
        "1 Finances",
        "2 Fees",
        "3 Late matter",
    ]


def test_sub_items_follow_the_number_given_by_hand() -> None:
    late = item(EVENING, "Late matter", number="3a")
    agenda = laid_out(EVENING, [late, item(EVENING, "Quote", parent=late)])
    assert numbered(agenda) == ["3a Late matter", "3a.1 Quote"]


def test_what_lies_below_a_closed_item_is_closed() -> None:
    staff = item(EVENING, "Staff", is_closed=True)
    pay = item(EVENING, "Pay", parent=staff)
    rest = [item(EVENING, "Raise", parent=pay), item(EVENING, "Fees", position=1)]
    closed = {
        line.item.title: line.is_closed for line in laid_out(EVENING, [staff, pay, *rest]).lines
    }
    assert closed == {"Staff": True, "Pay": True, "Raise": True, "Fees": False}


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        ("2026-03-29 01:00", "2026-03-29 05:00", ["01:00", "03:00", "04:00", "05:00"]),
        ("2026-10-25 01:00", "2026-10-25 04:00", ["01:00", "02:00", "02:00", "03:00"]),
        ("2026-03-05 22:30", "2026-03-06 02:30", ["22:30", "23:30", "00:30", "01:30"]),
        ("2028-02-28 22:30", "2028-02-29 02:30", ["22:30", "23:30", "00:30", "01:30"]),
    ],
)
def test_times_are_what_the_clock_on_the_wall_shows(
    starts: str, ends: str, shown: list[str]
) -> None:
    night = meeting(BOARD, starts, ends)
    assert times(laid_out(night, items(night, *"abcd", minutes=60))) == shown


def test_on_the_night_of_the_skipped_hour_the_time_is_used_up_by_real_minutes() -> None:
    night = meeting(BOARD, "2026-03-29 01:00", "2026-03-29 05:00")
    agenda = laid_out(night, items(night, *"abc", minutes=60))
    assert agenda.overrun == 0
    assert agenda.ends_at == night.ends_at


def test_an_item_whose_parent_is_elsewhere_stands_at_the_top_level() -> None:
    elsewhere = item(EVENING, "Elsewhere")
    assert numbered(laid_out(EVENING, [item(EVENING, "Here", parent=elsewhere)])) == ["1 Here"]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": " "}),
        ("minutes", {"minutes": -1}),
        ("minutes", {"minutes": 24 * 60 + 1}),
    ],
)
def test_what_cannot_be_is_refused_by_field(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refused:
        item(EVENING, **values)
    assert refused.value.field == field


def test_an_item_has_a_case_when_there_is_more_to_read_than_its_title() -> None:
    assert not item(EVENING, "Budget", notes="only mine").has_case
    assert item(EVENING, "Budget", recommendation="That it is approved.").has_case


def test_every_type_has_its_own_words_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({type_name(each) for each in ItemType}) == len(ItemType)


def test_there_is_a_template_for_every_kind_of_body_and_meeting() -> None:
    for language in Language:
        with speaking(language):
            for kind in OrganisationKind:
                for sitting in MeetingKind:
                    lines = template(kind, sitting)
                    assert len(lines) >= 3
                    assert all(line.title.strip() and line.minutes > 0 for line in lines)


def test_a_template_is_in_the_language_spoken() -> None:
    with speaking(Language.DANISH):
        danish = template(OrganisationKind.ASSOCIATION, MeetingKind.REGULAR)
    english = template(OrganisationKind.ASSOCIATION, MeetingKind.REGULAR)
    assert english[-1].title == "Any other business"
    assert danish[-1].title == "Eventuelt"


def test_a_template_goes_on_after_the_items_there_are() -> None:
    lines = template(OrganisationKind.VOLUNTEERS, MeetingKind.REGULAR)
    made = items_from(lines, EVENING.id, first=3)
    assert [each.position for each in made] == list(range(3, 3 + len(lines)))
