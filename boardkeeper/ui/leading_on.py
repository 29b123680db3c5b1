"""From a row behind a number to the page of the record it stands for."""

from __future__ import annotations

from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.tasks import TaskId
from boardkeeper.ui.page import Page


def lead_on(page: Page, about: Id) -> None:
    """Wish the page of the record, where it has one of its own."""
    places = (
        (MeetingId, page.meeting_wanted),
        (TaskId, page.task_wanted),
        (DecisionId, page.decision_wanted),
        (PersonId, page.person_wanted),
    )
    for kind, wish in places:
        if isinstance(about, kind):
            wish.emit(about)
            return
