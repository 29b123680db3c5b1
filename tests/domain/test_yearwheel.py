"""The year wheel's rules: what a task is, when it is due, and where it lands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import ItemType, laid_out
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.yearwheel import (
    WheelTask,
    due_in_words,
    in_wheel_order,
    is_settled,
    item_for,
    meeting_for,
    month_in_words,
    tasks_for,
    tasks_lacking,
    with_tasks,
)
from boardkeeper.domain.yearwheel_templates import starter_wheel
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import item, items, meeting, organisation, wheel_task

BOARD = organisation()
YEAR = 2026


def sittings(*days: str, **fields: Any) -> list[Meeting]:
    """The board's meetings on these days of 2026, written as 03-05."""
    return [meeting(BOARD, f"{YEAR}-{day} 19:00", **fields) for day in days]


def taker(task: WheelTask, *days: str) -> str | None:
    """The day of the meeting that takes the task, among meetings on these days."""
    found = meeting_for(task, YEAR, sittings(*days))
    return None if found is None else f"{found.day:%m-%d}"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("month", 0),
        ("month", 13),
        ("day", 0),
        ("day", 32),
        ("every_years", 0),
        ("every_years", 3),
        ("first_year", 26),
        ("minutes", -1),
        ("type", ItemType.BREAK),
    ],
)
def test_a_task_that_makes_no_sense_is_refused(field: str, value: Any) -> None:
    refused = {"every_years": "first_year"}.get(field, field) if value == 3 else field
    with pytest.raises(InvalidField) as error:
        wheel_task(BOARD, **{field: value})
    assert error.value.field == refused


def test_a_day_must_be_in_its_month() -> None:
    with pytest.raises(InvalidField, match="no such day"):
        wheel_task(BOARD, month=4, day=31)
    assert wheel_task(BOARD, month=2, day=29).due_on(2028) == date(2028, 2, 29)


def test_the_29th_of_february_falls_on_the_28th_in_other_years() -> None:
    assert wheel_task(BOARD, month=2, day=29).due_on(2026) == date(2026, 2, 28)


def test_a_task_without_a_day_is_due_when_its_month_ends() -> None:
    assert wheel_task(BOARD, month=2).due_on(2028) == date(2028, 2, 29)


def test_a_task_comes_every_so_many_years_from_its_first() -> None:
    task = wheel_task(BOARD, every_years=3, first_year=2024)
    assert [year for year in range(2020, 2032) if task.comes_in(year)] == [2024, 2027, 2030]


def test_a_task_not_in_use_does_not_come() -> None:
    assert not wheel_task(BOARD, is_active=False).comes_in(YEAR)
    assert meeting_for(wheel_task(BOARD, is_active=False), YEAR, sittings("03-05")) is None


def test_tasks_stand_in_the_order_of_the_year() -> None:
    late, any_day, early = (
        wheel_task(BOARD, "C", 3),
        wheel_task(BOARD, "A", 3),
        wheel_task(BOARD, "B", 3, day=5),
    )
    before = wheel_task(BOARD, "D", 1)
    assert in_wheel_order([late, any_day, early, before]) == [before, early, any_day, late]


def test_the_first_meeting_of_the_month_takes_it() -> None:
    assert taker(wheel_task(BOARD, month=3), "02-10", "03-05", "03-26") == "03-05"


def test_the_last_meeting_up_to_its_day_takes_it() -> None:
    task = wheel_task(BOARD, month=3, day=20)
    assert taker(task, "03-05", "03-20", "03-26") == "03-20"
    assert taker(task, "02-10", "03-26") == "02-10"


def test_without_a_meeting_in_the_month_the_nearest_before_takes_it() -> None:
    assert taker(wheel_task(BOARD, month=7), "02-10", "06-09", "08-11") == "06-09"


def test_without_one_before_the_first_after_takes_it() -> None:
    assert taker(wheel_task(BOARD, month=1), "02-10", "06-09") == "02-10"
    assert taker(wheel_task(BOARD, month=3, day=1), "03-05", "06-09") == "03-05"


def test_a_year_without_meetings_takes_nothing() -> None:
    assert taker(wheel_task(BOARD)) is None


@pytest.mark.parametrize(
    "kind",
    [MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY, MeetingKind.EXTRAORDINARY_GENERAL],
)
def test_a_meeting_called_for_something_else_takes_none(kind: MeetingKind) -> None:
    assert meeting_for(wheel_task(BOARD), YEAR, sittings("03-05", kind=kind)) is None


def test_a_cancelled_meeting_takes_none() -> None:
    off = sittings("03-05", state=MeetingState.CANCELLED)
    (on,) = sittings("02-10")
    assert meeting_for(wheel_task(BOARD), YEAR, [*off, on]) == on


def test_another_organisations_meeting_takes_none() -> None:
    assert meeting_for(wheel_task(organisation("Else")), YEAR, sittings("03-05")) is None


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
MEETINGS = st.lists(
    st.builds(
        lambda at, state, kind: Meeting(
            organisation_id=BOARD.id,
            starts_at=at,
            ends_at=at + timedelta(hours=2),
            state=state,
            kind=kind,
        ),
        MOMENTS,
        st.sampled_from(MeetingState),
        st.sampled_from(MeetingKind),
    ),
    max_size=12,
)
TASKS = st.lists(
    st.builds(
        lambda month, day: wheel_task(BOARD, month=month, day=day),
        st.integers(1, 12),
        st.none() | st.integers(1, 28),
    ),
    max_size=12,
)


@given(TASKS, MEETINGS)
def test_every_task_lands_in_exactly_one_meeting_of_a_year_that_has_any(
    tasks: list[WheelTask], meetings: list[Meeting]
) -> None:
    landed = [
        task.id
        for each in meetings
        if each.day.year == YEAR
        for task in tasks_for(each, tasks, meetings)
    ]
    takes = (MeetingKind.REGULAR, MeetingKind.CONSTITUTION, MeetingKind.NETWORK)
    has_any = any(
        each.day.year == YEAR and each.kind in takes and each.state is not MeetingState.CANCELLED
        for each in meetings
    )
    assert sorted(landed) == (sorted(task.id for task in tasks) if has_any else [])


@given(TASKS, MEETINGS)
def test_a_task_is_late_only_where_nothing_came_before(
    tasks: list[WheelTask], meetings: list[Meeting]
) -> None:
    for task in tasks:
        found = meeting_for(task, YEAR, meetings)
        if found is not None and found.day > task.due_on(YEAR):
            takers = [each for each in meetings if meeting_for(task, YEAR, [each])]
            in_time = [each for each in takers if each.day <= task.due_on(YEAR)]
            assert not in_time


@given(TASKS, MEETINGS, st.randoms())
def test_the_order_meetings_are_told_in_does_not_matter(
    tasks: list[WheelTask], meetings: list[Meeting], chance: Any
) -> None:
    shuffled = list(meetings)
    chance.shuffle(shuffled)
    for task in tasks:
        assert meeting_for(task, YEAR, meetings) == meeting_for(task, YEAR, shuffled)


def test_a_task_on_some_agenda_of_the_year_is_not_lacking_again() -> None:
    first, second = sittings("02-10", "03-05")
    task = wheel_task(BOARD, month=3)
    on_agenda = item(first, wheel_task_id=task.id)
    assert tasks_lacking(second, [task], [first, second], [on_agenda]) == []
    assert tasks_lacking(second, [task], [first, second], []) == [task]


def test_a_task_on_the_agenda_of_a_cancelled_meeting_is_lacking_after_all() -> None:
    first, second = sittings("02-10", "03-05")
    first = replace(first, state=MeetingState.CANCELLED)
    task = wheel_task(BOARD, month=3)
    on_agenda = item(first, wheel_task_id=task.id)
    assert tasks_lacking(second, [task], [first, second], [on_agenda]) == [task]


def test_an_item_of_the_same_title_is_the_task() -> None:
    (sitting,) = sittings("03-05")
    task = wheel_task(BOARD, "Rules of procedure")
    assert tasks_lacking(sitting, [task], [sitting], [item(sitting, "RULES of procedure")]) == []


def test_a_task_is_settled_when_it_is_due_soon_or_a_later_meeting_is_planned() -> None:
    january, april = sittings("01-20", "04-14")
    soon, later = wheel_task(BOARD, month=2), wheel_task(BOARD, month=3)
    assert is_settled(soon, january, [january])
    assert not is_settled(later, january, [january])
    assert is_settled(later, january, [january, april])


def test_the_item_says_what_the_task_says() -> None:
    (sitting,) = sittings("03-05")
    task = wheel_task(
        BOARD, "Budget", type=ItemType.DECISION, minutes=20, responsible="Bo", notes="Bring it"
    )
    made = item_for(task, sitting)
    assert (made.title, made.type, made.minutes) == ("Budget", ItemType.DECISION, 20)
    assert (made.presenter, made.notes, made.wheel_task_id) == ("Bo", "Bring it", task.id)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("closing", ["Any other business", "Eventuelt", "eventuelt "])
def test_tasks_stand_before_any_other_business(language: Language, closing: str) -> None:
    (sitting,) = sittings("03-05")
    with speaking(language):
        agenda = with_tasks(
            items(sitting, "Finances", closing),
            sitting,
            [wheel_task(BOARD, "Budget"), wheel_task(BOARD, "Fee")],
        )
    titles = [line.item.title for line in laid_out(sitting, agenda).lines]
    assert titles == ["Finances", "Budget", "Fee", closing]


def test_tasks_stand_last_where_nothing_closes_the_agenda() -> None:
    (sitting,) = sittings("03-05")
    agenda = with_tasks(items(sitting, "Finances"), sitting, [wheel_task(BOARD, "Budget")])
    assert [line.item.title for line in laid_out(sitting, agenda).lines] == ["Finances", "Budget"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", OrganisationKind)
def test_every_kind_of_organisation_has_a_wheel_to_begin_with(
    kind: OrganisationKind, language: Language
) -> None:
    with speaking(language):
        tasks = starter_wheel(organisation(kind=kind))
    assert 6 <= len(tasks) <= 20
    assert tasks == sorted(tasks, key=lambda task: task.month)
    assert len({(task.month, task.title) for task in tasks}) == len(tasks)
    assert all(task.minutes for task in tasks)


def test_the_starter_wheel_speaks_the_language_spoken() -> None:
    with speaking(Language.DANISH):
        titles = {task.title for task in starter_wheel(BOARD)}
    assert "Godkendelse af årsregnskabet" in titles
    assert not titles & {task.title for task in starter_wheel(BOARD)}


def test_a_due_day_reads_in_both_languages() -> None:
    task = wheel_task(BOARD, month=3, day=14)
    assert (month_in_words(task), due_in_words(task.due_on(YEAR))) == ("14 March", "by 14 March")
    with speaking(Language.DANISH):
        assert month_in_words(task) == "14. marts"
        assert due_in_words(task.due_on(YEAR)) == "senest 14. marts"
