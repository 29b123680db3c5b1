"""The list of tasks: a board's, or mine in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.minutes import TaskWords
from boardkeeper.domain.sheets.minutes_items import task_words
from boardkeeper.i18n import Language, _, ngettext, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """The tasks of one organisation, the first due first."""

    organisation: str
    tasks: tuple[TaskWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskListSheet:
    """Open tasks, organisation by organisation; `today` tells which of them are late."""

    letterhead: Letterhead
    groups: tuple[TaskGroup, ...]
    today: date

    @property
    def count(self) -> int:
        return sum(len(group.tasks) for group in self.groups)


def board_tasks_sheet(
    organisation: Organisation,
    tasks: Iterable[BookTask],
    *,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> TaskListSheet:
    """The open tasks of one board. `printed_at` is wall time."""
    spoken = language or organisation.language
    with speaking(spoken):
        group = _group(organisation, tasks)
        head = letterhead_of(
            organisation,
            _("Task list"),
            language=spoken,
            subtitle=_counted(len(group.tasks), today),
            date=formats.date(today),
            printed_at=printed_at,
        )
        return TaskListSheet(letterhead=head, groups=(group,), today=today)


def my_tasks_sheet(
    organisations: Mapping[OrganisationId, Organisation],
    tasks: Iterable[BookTask],
    *,
    owner: str = "",
    language: Language,
    today: date,
    printed_at: datetime,
) -> TaskListSheet:
    """One person's open tasks in all their boards. `printed_at` is wall time."""
    by_board: dict[OrganisationId, list[BookTask]] = {}
    for each in tasks:
        by_board.setdefault(each.task.organisation_id, []).append(each)
    with speaking(language):
        groups = [_group(organisations[key], mine) for key, mine in by_board.items()]
        groups.sort(key=lambda each: formats.sort_key(each.organisation))
        count = sum(len(group.tasks) for group in groups)
        head = Letterhead(
            language=language,
            organisation=owner,
            title=_("My tasks"),
            subtitle=_counted(count, today),
            document=_("My tasks"),
            date=formats.date(today),
            printed_at=printed_at,
        )
        return TaskListSheet(letterhead=head, groups=tuple(groups), today=today)


def _group(organisation: Organisation, tasks: Iterable[BookTask]) -> TaskGroup:
    ordered = sorted(
        tasks,
        key=lambda each: (each.task.due_on is None, each.task.due_on or each.task.created_on),
    )
    words = (task_words(each, "", since=each.task.created_on) for each in ordered)
    return TaskGroup(organisation=organisation.name, tasks=tuple(words))


def _counted(count: int, today: date) -> str:
    words = ngettext("{count} open task on {date}", "{count} open tasks on {date}", count)
    return words.format(count=count, date=formats.date(today))
