"""The sections of the window: what they are called, their signs, and the page each shows.

A start needs Today alone. The other pages are imported when they are first shown, or one by one
once the window stands.
"""

from __future__ import annotations

from importlib import import_module

from boardkeeper.i18n import _
from boardkeeper.ui.kit import Section
from boardkeeper.ui.page import Page

_PAGES = {
    "today": "today.page:TodayPage",
    "calendar": "calendar.page:CalendarPage",
    "boards": "boards.page:BoardsPage",
    "meetings": "meetings.page:MeetingsPage",
    "tasks": "tasks.page:TasksPage",
    "decisions": "decisions.page:DecisionsPage",
    "people": "people.page:PeoplePage",
    "hours": "hours.page:HoursPage",
    "yearwheel": "yearwheel.page:YearWheelPage",
    "reviews": "reviews.page:ReviewsPage",
    "trash": "trash.page:TrashPage",
    "settings": "preferences.page:PreferencesPage",
}


_WITHIN = {"reviews": "boards"}
"""Sections without a place of their own in the sidebar, and the one they belong to."""


def upper_sections() -> list[Section]:
    """What one works with, from the top of the sidebar."""
    return [
        Section("today", _("Today"), "sun"),
        Section("calendar", _("Calendar"), "calendar-days"),
        Section("boards", _("Boards"), "landmark"),
        Section("meetings", _("Meetings"), "messages-square"),
        Section("tasks", _("Tasks"), "list-checks"),
        Section("decisions", _("Decisions"), "gavel"),
        Section("people", _("People"), "users"),
        Section("hours", _("Hours"), "clock"),
        Section("yearwheel", _("Year wheel"), "circle-dashed"),
    ]


def foot_sections() -> list[Section]:
    """What lies at the foot of the sidebar."""
    return [
        Section("trash", _("Trash"), "trash-2"),
        Section("settings", _("Settings"), "settings"),
    ]


def place_of(section: str) -> str:
    """The section that is marked in the sidebar while this one is shown."""
    return _WITHIN.get(section, section)


def page_class(section: str) -> type[Page]:
    """The class of a section's page; imports what has not been needed so far."""
    module, _colon, name = _PAGES[section].partition(":")
    found: type[Page] = getattr(import_module(f"boardkeeper.ui.{module}"), name)
    return found
