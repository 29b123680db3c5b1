"""`boardkeeper list tasks` and `list ideas`: what is to be done, and what is to be thought of."""

from __future__ import annotations

from typing import Any

from boardkeeper import formats
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.plain import plain
from boardkeeper.domain.tasks import status_name
from boardkeeper.services.catalogue import Services


def tasks_asked_for(
    services: Services, organisation_name: str | None, *, is_mine: bool
) -> list[BookTask]:
    """The tasks of an organisation, or of all, the first due first; mine are the open ones."""
    wanted = None if organisation_name is None else services.organisations.named(organisation_name)
    found = services.tasks.mine() if is_mine else services.tasks.find()
    return [each for each in found if wanted is None or each.task.organisation_id == wanted.id]


def ideas_asked_for(services: Services, organisation_name: str | None) -> list[Idea]:
    """The ideas of an organisation, or of all, the earliest first."""
    if organisation_name is None:
        return services.ideas.of()
    return services.ideas.of(services.organisations.named(organisation_name).id)


def plain_task(task: BookTask) -> dict[str, Any]:
    """The task as plain data, its owners with it."""
    return {**plain(task.task), "owners": [plain(owner) for owner in task.owners]}


def task_rows(services: Services, tasks: list[BookTask]) -> list[tuple[str, ...]]:
    """A row for each: the day it is due, organisation, who does it, what it is, how far it is."""
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            formats.short_date(each.task.due_on) if each.task.due_on else "",
            labels[each.task.organisation_id],
            ", ".join(each.owner_names),
            " ".join(each.task.text.split()),
            status_name(each.task.status),
        )
        for each in tasks
    ]


def idea_rows(services: Services, ideas: list[Idea]) -> list[tuple[str, ...]]:
    """A row for each: the day it came up, organisation, the idea, the day it was settled."""
    labels = {each.id: each.label for each in services.organisations.all()}
    return [
        (
            formats.short_date(each.noted_on),
            labels[each.organisation_id],
            " ".join(each.text.split()),
            formats.short_date(each.settled_on) if each.settled_on else "",
        )
        for each in ideas
    ]
