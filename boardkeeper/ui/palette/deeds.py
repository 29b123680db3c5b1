"""Everything the program can do, by its words in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from boardkeeper.domain.search_words import words_in
from boardkeeper.i18n import Language, _, pgettext, speaking
from boardkeeper.ui.kit import Section
from boardkeeper.ui.palette.deed import Deed
from boardkeeper.ui.palette.errands import Desk, Errands
from boardkeeper.ui.palette.further_deeds import further_deeds, words_of_section

MOST = 5
"""Deeds that are offered for some words; what is found in the records must be seen, too."""


def deeds(desk: Desk, errands: Errands, sections: Callable[[], Sequence[Section]]) -> list[Deed]:
    """What can be done: what one does most first, then every section to go to.

    Each is found by its words in both languages, and by words that say the same.
    """
    found_by: list[str] = []
    for each in Language:
        with speaking(each):
            words = [all_words for _deed, all_words in _told(desk, errands, sections())]
        found_by = [" ".join(pair) for pair in zip(found_by or words, words, strict=True)]
    own = [deed for deed, _all_words in _told(desk, errands, sections())]
    return [
        replace(deed, words=tuple(dict.fromkeys(words_in(words))))
        for deed, words in zip(own, found_by, strict=True)
    ]


def _told(desk: Desk, errands: Errands, sections: Sequence[Section]) -> list[tuple[Deed, str]]:
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
            Deed(_("What if I say yes?"), "split", "", desk.what_if_yes),
            pgettext("also found by", "simulator seat candidate offer ceiling"),
        ),
        (
            Deed(_("Start timer"), "timer", "", desk.start_timer),
            pgettext("also found by", "clock hours time measure"),
        ),
        (
            Deed(_("Stop timer"), "circle-stop", "", desk.stop_timer),
            pgettext("also found by", "clock hours time write down"),
        ),
        (
            Deed(_("Take minutes"), "pen-line", "Ctrl+M", desk.take_minutes),
            pgettext("also found by", "write secretary attendance decision"),
        ),
        (
            Deed(_("Open the next meeting"), "messages-square", "", errands.open_next_meeting),
            pgettext("also found by", "agenda minutes attendance take"),
        ),
        (
            Deed(
                _("Print the agenda of the next meeting"), "printer", "", errands.print_next_agenda
            ),
            pgettext("also found by", "notice call paper pdf"),
        ),
        (
            Deed(_("Meeting pack of the next meeting"), "book-open", "", errands.make_next_pack),
            pgettext("also found by", "papers appendices members print pdf"),
        ),
        (
            Deed(
                _("Print the minutes of the last meeting"),
                "printer",
                "",
                errands.print_last_minutes,
            ),
            pgettext("also found by", "paper pdf record"),
        ),
        (
            Deed(_("Print my tasks"), "printer", "", errands.print_my_tasks),
            pgettext("also found by", "to do list action paper pdf"),
        ),
        (
            Deed(_("Print the hours of the year"), "printer", "", errands.print_hours),
            pgettext("also found by", "time report paper pdf"),
        ),
        (
            Deed(_("Print my next 90 days"), "printer", "", errands.print_next_weeks),
            pgettext("also found by", "ahead plan paper pdf"),
        ),
        (
            Deed(_("New board"), "landmark", "", lambda: desk.make_in("boards")),
            pgettext("also found by", "organisation association add"),
        ),
        (
            Deed(_("New person"), "user-plus", "", lambda: desk.make_in("people")),
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
        (
            Deed(_("Import from a file"), "upload", "", desk.bring_in),
            pgettext("also found by", "open restore json"),
        ),
        (
            Deed(_("Import old minutes"), "archive", "", desk.bring_in_old_minutes),
            pgettext("also found by", "folder archive papers"),
        ),
        *further_deeds(desk, errands),
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
        text = _("Go to {section}").format(section=section.text)
        deed = Deed(text, section.icon, keys, partial(desk.go_to, section.key))
        told.append((deed, words_of_section(section.key)))
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
