"""The sentences of a notice, the same on paper and in Word; in the language being spoken."""

from __future__ import annotations

import re

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType, type_name
from boardkeeper.domain.memberships import Seat, seat_name
from boardkeeper.domain.sheets.agenda import (
    AgendaSheet,
    Case,
    NextMeeting,
    Participant,
    SheetLine,
    SheetPaper,
)
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Edition, status_mark
from boardkeeper.i18n import _, ngettext, pgettext

_CALLED = (Seat.ORDINARY, Seat.STAFF, Seat.APPOINTED)
_LIST_ITEM = re.compile(r"\s*(?P<mark>\d{1,2}[.)]|[-–•*])\s+(?P<text>\S.*)")


def page_words(sheet: AgendaSheet) -> PageWords:
    """Header, footer and properties of the notice."""
    mark = status_mark(sheet.status)
    when_printed = _("printed {moment}").format(moment=formats.stamp(sheet.printed_at))
    body = sheet.organisation
    if sheet.registration_number:
        body += " · " + registration(sheet)
    return PageWords(
        language=sheet.language,
        title=f"{title(sheet)} · {sheet.organisation}",
        subject=f"{sheet.meeting}, {formats.long_moment(sheet.starts_at, sheet.ends_at)}",
        keywords=(_("agenda"), _("notice of meeting"), sheet.organisation),
        author=sheet.organisation,
        body=body,
        document=" · ".join((_("Agenda"), sheet.meeting)),
        date=formats.date(sheet.starts_at),
        status=f"{mark} · {when_printed}" if mark else capitalised(when_printed),
        confidentiality=sheet.confidentiality,
        mark=mark,
        printed_at=sheet.printed_at,
    )


def title(sheet: AgendaSheet) -> str:
    """The heading, after a mark where it is not to be taken for the final one."""
    mark = status_mark(sheet.status)
    if not mark:
        return sheet.heading
    return _("{mark}: {heading}").format(mark=mark, heading=sheet.heading)


def registration(sheet: AgendaSheet) -> str:
    return _("Registration no. {number}").format(number=sheet.registration_number)


def when(sheet: AgendaSheet | NextMeeting) -> str:
    return capitalised(formats.long_moment(sheet.starts_at, sheet.ends_at))


def facts(sheet: AgendaSheet) -> list[tuple[str, str]]:
    """Where and why, those that are known: labels and texts."""
    every = (
        (pgettext("on a notice", "Where"), sheet.place),
        (_("Link"), sheet.link),
        (pgettext("on a notice", "Refreshments"), sheet.refreshments),
        (_("Getting there"), sheet.travel_note),
        (_("Why we meet"), sheet.purpose),
    )
    return [(label, text) for label, text in every if text.strip()]


def groups(sheet: AgendaSheet) -> list[tuple[str, list[Participant]]]:
    """Those who are asked to come, by what they are asked as."""
    every = (
        (pgettext("on a notice", "Called"), _CALLED),
        (_("Alternates"), (Seat.ALTERNATE,)),
        (_("Observers"), (Seat.OBSERVER,)),
        (_("Guests"), (Seat.HONORARY,)),
    )
    found = [
        (label, [each for each in sheet.participants if each.seat in seats])
        for label, seats in every
    ]
    return [(label, group) for label, group in found if group]


def role(participant: Participant) -> str:
    """The role in words, unless the group they stand in says the same."""
    if participant.seat in _CALLED or participant.role != seat_name(participant.seat):
        return participant.role
    return ""


def invited_as(participant: Participant) -> str:
    """What one of them is asked to come as."""
    if participant.seat in _CALLED:
        return pgettext("on a notice", "Called")
    if participant.seat is Seat.HONORARY:
        return pgettext("on a notice", "Guest")
    return seat_name(participant.seat)


def arrangements(sheet: AgendaSheet) -> list[tuple[str, str]]:
    """Who leads the meeting, whom to tell if one cannot come, and when the notice goes out."""
    every = (
        _officers(sheet),
        (_("Apologies to"), sheet.apologies),
        (pgettext("on a notice", "Notice"), sheet.notice),
    )
    return [(label, text) for label, text in every if text]


def _officers(sheet: AgendaSheet) -> tuple[str, str]:
    """Who chairs and who takes the minutes, on one line; label and names."""
    if not sheet.chair:
        return _("Minute-taker"), sheet.minute_taker
    names = sheet.chair
    if sheet.minute_taker:
        names = _("{chair} · minute-taker: {minute_taker}").format(
            chair=sheet.chair, minute_taker=sheet.minute_taker
        )
    return _("Meeting chair"), names


def numbered(line: SheetLine) -> str:
    """Number and title together: "4.2 Budget"."""
    return " ".join(part for part in (line.number, line.title) if part)


def titled(line: SheetLine, edition: Edition) -> str:
    """The title with its asterisk for the consent agenda, and its remark where it is closed."""
    words = line.title
    if line.is_consent:
        words += "\N{NO-BREAK SPACE}*"
    if line.is_closed and edition is Edition.FULL:
        words += " " + _("(closed)")
    return words


def presented_by(line: SheetLine) -> str:
    """Who presents the item, as it is put after its title."""
    return pgettext("presenter of an agenda item", "by {name}").format(name=line.presenter)


def about(line: SheetLine) -> str:
    """What kind of item, when, how long and by whom, on one line."""
    parts = [] if line.type is ItemType.PLAIN else [type_name(line.type)]
    if line.minutes:
        parts += [formats.clock(line.starts_at), formats.duration(line.minutes)]
    if line.presenter:
        parts.append(presented_by(line))
    return " · ".join(parts)


def case_texts(case: Case) -> list[tuple[str, str]]:
    """What is to be read of an item before the recommendation: labels and texts."""
    every = (
        (_("Purpose"), case.purpose),
        (_("Background"), case.background),
        (_("Finances"), case.economy),
        (_("Open tasks"), case.tasks),
    )
    return [(label, text) for label, text in every if text]


def papers_of(sheet: AgendaSheet, line: SheetLine) -> str:
    """The numbers of a line's own appendices and their pages: "5.1-5.3 (6)"."""
    own = [each for each in sheet.papers if line.number and each.item_number == line.number]
    if not own:
        return ""
    running = [f"{line.number}.{place}" for place in range(1, len(own) + 1)]
    numbers = [each.number for each in own]
    is_run = len(own) > 2 and numbers == running
    words = (
        pgettext("numbers of papers", "{first}–{last}").format(first=numbers[0], last=numbers[-1])
        if is_run
        else ", ".join(numbers)
    )
    pages = sum(each.pages or 0 for each in own)
    return f"{words} ({pages})" if pages else words


def pages_of(paper: SheetPaper) -> str:
    """How many pages an appendix has, in words; nothing where nobody knows."""
    if not paper.pages:
        return ""
    return ngettext("{count} page", "{count} pages", paper.pages).format(count=paper.pages)


def letter(item_type: ItemType) -> str:
    """The letter of a type in the agenda table, or nothing."""
    return {
        ItemType.INFORMATION: pgettext("letter of agenda item type", "I"),
        ItemType.DISCUSSION: pgettext("letter of agenda item type", "D"),
        ItemType.DECISION: pgettext("letter of agenda item type", "A"),
    }.get(item_type, "")


def notes(sheet: AgendaSheet) -> list[str]:
    """What letters and asterisks in the table mean, for those this agenda uses."""
    return [note for note in (_type_legend(sheet), _consent_note(sheet)) if note]


def _type_legend(sheet: AgendaSheet) -> str:
    meanings = {
        ItemType.INFORMATION: _("for information"),
        ItemType.DISCUSSION: _("for discussion"),
        ItemType.DECISION: _("for approval or decision"),
    }
    used = {line.type for line in sheet.lines}
    return " · ".join(
        f"{letter(item_type)}: {meaning}"
        for item_type, meaning in meanings.items()
        if item_type in used
    )


def _consent_note(sheet: AgendaSheet) -> str:
    if not any(line.is_consent for line in sheet.lines):
        return ""
    return _(
        "* Consent agenda: these items are approved together, unless somebody asks to discuss one."
    )


def capitalised(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def pieces(text: str) -> list[tuple[str, str]]:
    """The paragraphs, parted by blank lines, and the items of lists: mark and text of each."""
    found: list[tuple[str, list[str]]] = []
    is_open = False
    for line in text.splitlines():
        item = _LIST_ITEM.match(line)
        if item:
            found.append((item["mark"], [item["text"]]))
        elif line.strip() and is_open:
            found[-1][1].append(line)
        elif line.strip():
            found.append(("", [line]))
        is_open = bool(line.strip())
    return [(mark, "\n".join(lines)) for mark, lines in found]
