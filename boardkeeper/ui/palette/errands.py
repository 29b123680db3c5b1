"""What the palette does about the next meeting and the papers, by asking the window for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.board_papers import tasks_paper
from boardkeeper.ui.papers import (
    Paper,
    agenda_paper,
    ahead_paper,
    hours_paper,
    minutes_paper,
    offices_paper,
    overview_paper,
)


class Desk(Protocol):
    """What the window can do, as far as the palette asks for it."""

    def go_to(self, section: str, opened: str = "", part: str = "") -> None: ...
    def plan_meeting(self) -> None: ...
    def take_minutes(self) -> None: ...
    def log_time(self) -> None: ...
    def start_timer(self) -> None: ...
    def stop_timer(self) -> None: ...
    def make_in(self, section: str, part: str = "") -> None: ...
    def print_in(self, section: str, part: str = "") -> None: ...
    def find_duplicates(self) -> None: ...
    def bring_in_contacts(self) -> None: ...
    def save_contacts(self) -> None: ...
    def verify_minutes(self) -> None: ...
    def make_new(self) -> None: ...
    def make_pack(self, meeting_id: str) -> None: ...
    def find_here(self) -> None: ...
    def print_this(self) -> None: ...
    def preview(self, paper: Paper) -> None: ...
    def export(self) -> None: ...
    def bring_in(self) -> None: ...
    def bring_in_old_minutes(self) -> None: ...
    def save_calendar(self) -> None: ...
    def what_if_yes(self, seat_id: str = "") -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def show_shortcuts(self) -> None: ...


class Errands:
    """Things to do that first have to find what they are about."""

    def __init__(self, desk: Desk, services: Services) -> None:
        self._desk = desk
        self._services = services

    def open_next_meeting(self) -> None:
        """The next meeting, or the list of meetings while none is planned."""
        coming = self._services.meetings.next()
        self._desk.go_to("meetings", "" if coming is None else coming.id)

    def print_next_agenda(self) -> None:
        """The agenda of the next meeting, as it will be printed."""
        self._with_next(lambda meeting: self._desk.preview(agenda_paper(self._services, meeting)))

    def make_next_pack(self) -> None:
        """The pack of the next meeting."""
        self._with_next(self._desk.make_pack)

    def print_last_minutes(self) -> None:
        """The minutes of the last meeting, as they will be printed."""
        last = self._services.meetings.last()
        if last is None:
            self._desk.go_to("meetings")
        else:
            self._desk.preview(minutes_paper(self._services, last.id))

    def print_my_tasks(self) -> None:
        self._desk.preview(tasks_paper(self._services.board_papers))

    def print_next_weeks(self) -> None:
        """My next 90 days, as they will be printed."""
        self._desk.preview(ahead_paper(self._services.documents))

    def print_hours(self) -> None:
        """The hours of this year, as they will be printed."""
        self._desk.preview(hours_paper(self._services.hours_reports))

    def print_overview(self) -> None:
        """Boards and hours of this year on one page, as it will be printed."""
        self._desk.preview(overview_paper(self._services.overviews))

    def print_offices(self) -> None:
        """All my offices, as they will be printed."""
        self._desk.preview(offices_paper(self._services.relation_papers))

    def _with_next(self, do: Callable[[MeetingId], None]) -> None:
        coming = self._services.meetings.next()
        if coming is None:
            self._desk.go_to("meetings")
        else:
            do(coming.id)
