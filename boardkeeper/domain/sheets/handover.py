"""The handover pack: all that whoever takes over a seat must know, and never a password.

It is in the language of its organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.memberships import title_of as role_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import Language, _, pgettext, speaking

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverTable:
    """A part of the pack: what it is, its columns, and its rows; `none` is said without rows.

    `weights` are how wide the columns are against one another.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSheet:
    """The pack. `words` are the leaving member's own; `places` head lines to fill in by hand."""

    letterhead: Letterhead
    words: str
    places: tuple[str, ...]
    tables: tuple[HandoverTable, ...]
    giver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The records a pack is made of. `people` are those who sit there, by role, with mine last."""

    tasks: Sequence[BookTask]
    meetings: Sequence[Meeting]
    decisions: Sequence[Decision]
    papers: Sequence[Paper]
    people: Sequence[tuple[Person, Membership]]
    wheel: Sequence[WheelTask]


def handover_sheet(
    organisation: Organisation,
    membership: Membership,
    contents: Contents,
    *,
    giver: str,
    words: str = "",
    leaves_on: date | None = None,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> HandoverSheet:
    """The pack of one seat. `printed_at` is wall time."""
    spoken = language or organisation.language
    with speaking(spoken):
        parts = [giver, role_of(membership)]
        if leaves_on is not None:
            parts.append(_("leaves on {date}").format(date=formats.date(leaves_on)))
        head = letterhead_of(
            organisation,
            pgettext("paper", "Handover"),
            language=spoken,
            subtitle=" · ".join(filter(None, parts)),
            date=formats.date(today),
            printed_at=printed_at,
        )
        return HandoverSheet(
            letterhead=head,
            words=words.strip(),
            places=(
                _("Where the passwords are kept (never the passwords themselves)"),
                _("Keys, cards and equipment"),
            ),
            tables=tuple(_tables(contents)),
            giver=giver,
        )


def _tables(contents: Contents) -> Iterable[HandoverTable]:
    yield HandoverTable(
        key="tasks",
        title=_("My open tasks"),
        columns=(pgettext("column", "Task"), pgettext("column", "Due")),
        weights=(5, 1),
        rows=tuple(
            (_with_notes(each.task.text, each.task.notes), _day(each.task.due_on))
            for each in contents.tasks
        ),
        none=_("No open tasks."),
    )
    yield HandoverTable(
        key="meetings",
        title=_("The next meetings"),
        columns=(pgettext("column", "When"), pgettext("column", "Meeting"), _("Place")),
        weights=(2, 3, 2),
        rows=tuple(
            (formats.moment(each.starts_at), title_of(each), each.place)
            for each in contents.meetings
        ),
        none=_("No meeting is planned."),
    )
    yield HandoverTable(
        key="wheel",
        title=_("The year, month by month"),
        columns=(pgettext("column", "Month"), pgettext("column", "What")),
        weights=(1, 5),
        rows=tuple(_by_month(contents.wheel)),
        none=_("There is no year wheel."),
    )
    yield HandoverTable(
        key="people",
        title=_("People"),
        columns=(
            pgettext("column", "Who"),
            _("Role"),
            pgettext("column", "Telephone"),
            pgettext("column", "Mail"),
        ),
        weights=(3, 3, 2, 4),
        rows=tuple(
            (person.name, role_of(seat), person.phone, person.email)
            for person, seat in contents.people
        ),
        none=_("Nobody sits there yet."),
    )
    yield HandoverTable(
        key="decisions",
        title=_("Decisions in force"),
        columns=(
            pgettext("column", "Number"),
            pgettext("column", "Decision"),
            pgettext("column", "Decided"),
        ),
        weights=(2, 8, 2),
        rows=tuple(
            (each.number, " ".join(each.text.split()), formats.short_date(each.decided_on))
            for each in contents.decisions
        ),
        none=_("No decision is in force."),
    )
    yield HandoverTable(
        key="papers",
        title=pgettext("handover", "Papers"),
        columns=(
            pgettext("column", "Paper"),
            pgettext("column", "File"),
            pgettext("column", "Added"),
        ),
        weights=(4, 4, 2),
        rows=tuple(
            (each.title, each.file_name, formats.short_date(each.added_on))
            for each in contents.papers
        ),
        none=_("The organisation has no papers of its own here."),
    )


def _by_month(tasks: Iterable[WheelTask]) -> Iterable[tuple[str, str]]:
    """A row for each month there is something in."""
    active = [each for each in tasks if each.is_active]
    for month in range(1, _MONTHS + 1):
        titles = [_wheel_words(each) for each in active if each.month == month]
        if titles:
            yield formats.month_name(date(2000, month, 1)), " · ".join(titles)


def _wheel_words(task: WheelTask) -> str:
    if task.responsible:
        return f"{task.title} ({task.responsible})"
    return task.title


def _with_notes(text: str, notes: str) -> str:
    words = " ".join(text.split())
    more = " ".join(notes.split())
    return f"{words} ({more})" if more else words


def _day(day: date | None) -> str:
    return formats.short_date(day) if day else "–"
