"""The open tasks on a notice: under the item that follows them up, and in no open edition."""

from __future__ import annotations

from datetime import datetime

from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.sheets.agenda import AgendaSheet, agenda_sheet
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language
from tests.support.builders import TODAY, items, meeting, organisation
from tests.support.minutes_builders import task, task_owner

BOARD = organisation("Skoven", language=Language.ENGLISH)
SITTING = meeting(BOARD)
ROOF, BOAT = task(BOARD, "Order the\ncarpenter"), task(BOARD, "Paint the boat", None)
TASKS = (
    BookTask(task=ROOF, owners=(task_owner(ROOF, "Anna"), task_owner(ROOF, "Bo"))),
    BookTask(task=BOAT),
)


def sheet(
    *titles: str, tasks: tuple[BookTask, ...] = TASKS, edition: Edition = Edition.FULL
) -> AgendaSheet:
    return agenda_sheet(
        BOARD,
        SITTING,
        items(SITTING, *titles),
        tasks=tasks,
        today=TODAY,
        printed_at=datetime(2026, 3, 2),
        edition=edition,
    )


def test_open_tasks_stand_under_the_item_that_follows_them_up() -> None:
    (case,) = sheet("Welcome", "Opfølgning på opgaver", "Budget").cases
    assert case.line.number == "2"
    assert case.tasks == "• Order the carpenter (Anna, Bo · by 1 June 2026)\n• Paint the boat"


def test_without_such_an_item_or_without_tasks_there_is_nothing_to_read() -> None:
    assert sheet("Welcome").cases == ()
    assert sheet("Follow-up on tasks", tasks=()).cases == ()


def test_an_open_edition_names_no_task_and_nobody_who_does_it() -> None:
    assert sheet("Follow-up on tasks", edition=Edition.OPEN).cases == ()
