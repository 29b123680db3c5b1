"""Everything the program can do, by its words in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from boardkeeper.domain.search_words import words_in
from boardkeeper.i18n import Language, _, pgettext, speaking
from boardkeeper.ui.kit import Section

MOST = 5
"""Deeds that are offered for some words; what is found in the records must be seen, too."""


class Desk(Protocol):
    """What the window can do, as far as the palette offers it."""

    def go_to(self, section: str, opened: str = "") -> None: ...
    def plan_meeting(self) -> None: ...
    def log_time(self) -> None: ...
    def make_new(self) -> None: ...
    def find_here(self) -> None: ...
    def print_this(self) -> None: ...
    def open_next_meeting(self) -> None: ...
    def print_next_agenda(self) -> None: ...
    def print_next_weeks(self) -> None: ...
    def new_board(self) -> None: ...
    def new_person(self) -> None: ...
    def export(self) -> None: ...
    def save_calendar(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def show_shortcuts(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: what it is called, its keys, and the words it is found by, folded."""

    text: str
    icon: str
    keys: str
    do: Callable[[], None]
    words: tuple[str, ...] = ()


def deeds(desk: Desk, sections: Callable[[], Sequence[Section]]) -> list[Deed]:
    """What can be done: what one does most first, then every section to go to.

    Each is found by its words in both languages, and by words that say the same.
    """
    found_by: list[str] = []
    for each in Language:
        with speaking(each):
            words = [all_words for _deed, all_words in _told(desk, sections())]
        found_by = [" ".join(pair) for pair in zip(found_by or words, words, strict=True)]
    own = [deed for deed, _all_words in _told(desk, sections())]
    return [
        replace(deed, words=tuple(dict.fromkeys(words_in(words))))
        for deed, words in zip(own, found_by, strict=True)
    ]


def _told(desk: Desk, sections: Sequence[Section]) -> list[tuple[Deed, str]]:
    """The deeds in the language spoken now, each with all words it is found by."""
    told = [
        (
            Deed(_("New meeting"), "calendar-plus", "Ctrl+Shift+N", desk.plan_meeting),
            pgettext("also found by", "plan call"),
        ),
        (
            Deed(_("Log time"), "clock", "Ctrl+T", desk.log_time),
            pgettext("also found by", "hours work register"),
        ),
        (
            Deed(_("Open the next meeting"), "messages-square", "", desk.open_next_meeting),
            pgettext("also found by", "agenda minutes attendance take"),
        ),
        (
            Deed(_("Print the agenda of the next meeting"), "printer", "", desk.print_next_agenda),
            pgettext("also found by", "notice call paper pdf"),
        ),
        (
            Deed(_("Print my next 90 days"), "printer", "", desk.print_next_weeks),
            pgettext("also found by", "ahead plan paper pdf"),
        ),
        (
            Deed(_("New board"), "landmark", "", desk.new_board),
            pgettext("also found by", "organisation association add"),
        ),
        (
            Deed(_("New person"), "user-plus", "", desk.new_person),
            pgettext("also found by", "member contact add"),
        ),
        (
            Deed(_("New in this section"), "plus", "Ctrl+N", desk.make_new),
            pgettext("also found by", "add"),
        ),
        (
            Deed(_("Find here"), "search", "Ctrl+F", desk.find_here),
            pgettext("also found by", "search"),
        ),
        (
            Deed(_("Print this"), "printer", "Ctrl+P", desk.print_this),
            pgettext("also found by", "paper pdf"),
        ),
        (
            Deed(_("Export everything"), "download", "", desk.export),
            pgettext("also found by", "save file copy backup"),
        ),
        (
            Deed(
                _("Save the meetings as a calendar file"), "calendar-days", "", desk.save_calendar
            ),
            pgettext("also found by", "ics outlook google apple"),
        ),
        (Deed(_("Undo"), "undo-2", "Ctrl+Z", desk.undo), pgettext("also found by", "back regret")),
        (
            Deed(_("Do again"), "redo-2", "Ctrl+Shift+Z", desk.redo),
            pgettext("also found by", "redo"),
        ),
        (
            Deed(_("Shortcuts"), "keyboard", "F1", desk.show_shortcuts),
            pgettext("also found by", "keys help"),
        ),
    ]
    for place, section in enumerate(sections, 1):
        keys = f"Ctrl+{place}" if place < 10 else ""
        key = section.key
        text = _("Go to {section}").format(section=section.text)
        told.append((Deed(text, section.icon, keys, lambda key=key: desk.go_to(key)), ""))  # type: ignore[misc] # the key of this turn
    return [(deed, f"{deed.text} {words}") for deed, words in told]


def matching(offered: Sequence[Deed], text: str) -> tuple[list[Deed], list[Deed]]:
    """The deeds whose own name has every word, and those found by their other words alone."""
    asked = words_in(text)
    named = [deed for deed in offered if asked and _have(words_in(deed.text), asked)]
    named.sort(key=lambda deed: not words_in(deed.text)[0].startswith(asked[0]))
    alike = [deed for deed in offered if asked and deed not in named and _have(deed.words, asked)]
    return named[:MOST], alike[:MOST]


def _have(own: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(each.startswith(word) for each in own) for word in asked)
