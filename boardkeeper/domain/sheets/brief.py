"""What to know before a meeting, on one page: who comes, the last talk, what I owe them.

It is my own paper and is shown to nobody. Every text made here is in the sheet's own language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain.contacts import Contact, contact_kind_name
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.relations import Expected, MeetingBrief, TouchKind, touch_name
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.i18n import Language, _, ngettext, speaking

_MOST_PEOPLE = 10
"""People told of in full beside two lines of what one owes: what fits the page."""

_MOST_OWED = 8
_LONGEST = 84
_ONE_LINE = 48
"""Letters of what fits a line beside a name; the rest stands under People."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One person: who they are, the last talk, and what one would like to remember."""

    name: str
    about: str
    last: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSheet:
    """The brief of one meeting. `others` come as well, but little is told of them."""

    letterhead: Letterhead
    owed: tuple[str, ...]
    lines: tuple[BriefLine, ...]
    others: tuple[str, ...]
    away: tuple[str, ...]

    def shortened(self) -> BriefSheet:
        """The brief with one person less told of in full."""
        return replace(self, lines=self.lines[:-1], others=(self.lines[-1].name, *self.others))


def brief_sheet(
    brief: MeetingBrief,
    contacts: dict[PersonId, Contact],
    *,
    language: Language | None = None,
    printed_at: datetime,
) -> BriefSheet:
    """The brief as a paper. `contacts` are the last of each person; `printed_at` is wall time."""
    spoken = language or brief.organisation.language
    meeting = brief.meeting
    with speaking(spoken):
        when = formats.long_moment(meeting.starts_at)
        head = letterhead_of(
            brief.organisation,
            _("Before the meeting"),
            language=spoken,
            subtitle=" · ".join(filter(None, (title_of(meeting), when, meeting.place))),
            date=formats.date(meeting.day),
            confidentiality=_("My own paper"),
            printed_at=printed_at,
        )
        owed = list(_owed(brief))
        room = _MOST_PEOPLE - max(0, len(owed[:_MOST_OWED]) - 2) // 2
        told = [each for each in brief.expected if _is_worth_telling(each)]
        full = sorted(told, key=lambda each: not each.is_owed_something)[:room]
        full = [each for each in brief.expected if each in full]
        return BriefSheet(
            letterhead=head,
            owed=tuple(_at_most(owed)),
            lines=tuple(_line(each, contacts) for each in full),
            others=tuple(each.name for each in brief.expected if each not in full),
            away=brief.away,
        )


def _is_worth_telling(each: Expected) -> bool:
    """Whether there is more to say of somebody than their name."""
    return bool(each.last or each.profile or (each.person and each.person.how_we_met))


def _owed(brief: MeetingBrief) -> Iterator[str]:
    for each in brief.expected:
        for referral in each.unthanked:
            words = _("Thank {name} for the referral of {customer} ({day})")
            day = formats.short_date(referral.on)
            yield words.format(name=each.name, customer=referral.customer, day=day)
        for referral in each.waiting:
            words = _("Get in touch with {customer}, whom {name} referred to me")
            yield words.format(name=each.name, customer=referral.customer)
    yield from map(_task, brief.my_tasks)


def _at_most(owed: list[str]) -> list[str]:
    """As many as fit, and how many more there are."""
    if len(owed) <= _MOST_OWED:
        return owed
    more = len(owed) - _MOST_OWED + 1
    told = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return [*owed[: _MOST_OWED - 1], told]


def _task(task: BookTask) -> str:
    text = _line_of(task.task.text, _LONGEST)
    if task.task.due_on is None:
        return text
    return _("{task} (due {day})").format(task=text, day=formats.short_date(task.task.due_on))


def _line(each: Expected, contacts: dict[PersonId, Contact]) -> BriefLine:
    person = each.person
    work = (person.occupation, person.company) if person else ()
    about = _line_of(" · ".join(filter(None, (each.title, ", ".join(filter(None, work))))), 44)
    last = ""
    if each.last is not None:
        what = touch_name(each.last.kind)
        contact = contacts.get(person.id) if person else None
        if each.last.kind is TouchKind.CONTACT and contact is not None:
            what = _line_of(contact.note, 44) or contact_kind_name(contact.kind)
        last = f"{formats.short_date(each.last.on)}: {what}"
    return BriefLine(name=each.name, about=about, last=last, notes=tuple(_notes(each)))


def _notes(each: Expected) -> Iterator[str]:
    profile, person = each.profile, each.person
    if profile is not None and profile.sells.strip():
        yield _line_of(profile.sells)
    if profile is not None and profile.ideal_customer.strip():
        yield _line_of(_("Looks for: {customer}").format(customer=profile.ideal_customer))
    if person and person.how_we_met.strip():
        yield _line_of(_("Met: {how}").format(how=person.how_we_met))
    elif each.met_through is not None:
        yield _("Met through {name}").format(name=each.met_through.name)


def _line_of(text: str, longest: int = _ONE_LINE) -> str:
    """The text on one line, cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
