"""What the notice of a meeting says: when, where, who, why, and what will be dealt with.

Closed items lose their words here, so that the printer of an open edition never has them.
Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain import rules
from boardkeeper.domain.agenda import Agenda, AgendaItem, AgendaLine, ItemType, laid_out
from boardkeeper.domain.agenda_additions import is_follow_up
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState, title_of
from boardkeeper.domain.memberships import Membership, Role, Seat, Term
from boardkeeper.domain.memberships import title_of as role_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Colour, Organisation
from boardkeeper.domain.paper_numbers import numbered
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.roll import sitting
from boardkeeper.domain.rules import OwnRule, RuleInForce, RuleName, rule_in_force
from boardkeeper.domain.sheets.paper import Edition, Status
from boardkeeper.i18n import Language, _, ngettext, speaking

NEXT_MEETINGS = 4
"""How many of the meetings to come a notice names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One who is asked to come: name, role in words, and the seat that says as what."""

    name: str
    role: str
    seat: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line of the agenda table; depth from 0, minutes with sub-items."""

    number: str
    depth: int
    starts_at: datetime
    minutes: int
    title: str
    type: ItemType
    presenter: str
    is_section: bool
    is_closed: bool
    is_consent: bool

    @property
    def is_break(self) -> bool:
        return self.type is ItemType.BREAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is to be read about one item before the meeting.

    `tasks` are those to be followed up, a line with a bullet each.
    """

    line: SheetLine
    purpose: str
    background: str
    economy: str
    recommendation: str
    tasks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """An appendix as the notice names it. `item_number` is empty for one without an item.

    `pages` is None where nobody knows.
    """

    number: str
    title: str
    pages: int | None
    item_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """A meeting to come, for the last lines of the notice; `place` only where it is another."""

    title: str
    starts_at: datetime
    ends_at: datetime
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSheet:
    """Everything the notice of one meeting says. Times are wall times of the meeting's place."""

    language: Language
    organisation: str
    registration_number: str
    colour: Colour
    heading: str
    meeting: str
    status: Status
    edition: Edition
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    refreshments: str
    travel_note: str
    purpose: str
    chair: str
    minute_taker: str
    participants: tuple[Participant, ...]
    apologies: str
    notice: str
    confidentiality: str
    lines: tuple[SheetLine, ...]
    minutes: int
    cases: tuple[Case, ...]
    next_meetings: tuple[NextMeeting, ...]
    printed_at: datetime
    papers: tuple[SheetPaper, ...] = ()


def agenda_sheet(
    organisation: Organisation,
    meeting: Meeting,
    items: Iterable[AgendaItem],
    *,
    memberships: Iterable[Membership] = (),
    terms: Iterable[Term] = (),
    people: Iterable[Person] = (),
    own_rules: Iterable[OwnRule] = (),
    meetings: Iterable[Meeting] = (),
    tasks: Iterable[BookTask] = (),
    papers: Iterable[Paper] = (),
    edition: Edition = Edition.FULL,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> AgendaSheet:
    """Gather the notice of a meeting.

    `memberships`, `own_rules` and `meetings` may hold other organisations' too; `terms` decide who
    sits on the day. `tasks` are those the meeting follows up; an open edition names none. `papers`
    are the meeting's own; of closed items the open edition has not a word. `today` tells whether a
    notice not yet sent is late. `printed_at` is wall time.
    """
    named = {person.id: person for person in people}
    board = [each for each in memberships if each.organisation_id == organisation.id]
    own = [each for each in own_rules if each.organisation_id == organisation.id]
    with speaking(language or organisation.language):
        agenda = laid_out(meeting, items)
        lines = _visible(agenda, edition)
        has_closed = any(line.is_closed for line in agenda.lines)
        return AgendaSheet(
            language=language or organisation.language,
            organisation=organisation.name,
            registration_number=organisation.registration_number,
            colour=organisation.colour,
            heading=_heading(meeting),
            meeting=title_of(meeting),
            status=_status(meeting),
            edition=edition,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place=meeting.place,
            link=meeting.link,
            refreshments=meeting.refreshments,
            travel_note=meeting.travel_note,
            purpose=meeting.purpose,
            chair=_name(named, meeting.chair_id),
            minute_taker=_name(named, meeting.minute_taker_id),
            participants=_participants(board, list(terms), named, meeting.day),
            apologies=_apologies(meeting, board, named) if edition is Edition.FULL else "",
            notice=_notice(organisation, meeting, own, today),
            confidentiality=_confidentiality(organisation, edition, has_closed=has_closed),
            lines=tuple(_sheet_line(line, edition) for line in lines),
            minutes=agenda.minutes,
            cases=_cases(lines, edition, list(tasks) if edition is Edition.FULL else []),
            next_meetings=_next_meetings(meeting, meetings),
            printed_at=printed_at,
            papers=sheet_papers(agenda, papers, edition),
        )


def is_withheld(line: AgendaLine, edition: Edition) -> bool:
    """Whether the edition keeps what the line is about to itself."""
    return line.is_closed and edition is Edition.OPEN


def _visible(agenda: Agenda, edition: Edition) -> list[AgendaLine]:
    """All lines; in the open edition what lies below a closed item is part of it."""
    visible: list[AgendaLine] = []
    hidden_below: int | None = None
    for line in agenda.lines:
        if hidden_below is not None and line.depth > hidden_below:
            continue
        hidden_below = line.depth if is_withheld(line, edition) else None
        visible.append(line)
    return visible


def _sheet_line(line: AgendaLine, edition: Edition) -> SheetLine:
    withheld = is_withheld(line, edition)
    return SheetLine(
        number=line.number,
        depth=line.depth,
        starts_at=line.starts_at,
        minutes=line.minutes,
        title=_("Closed item") if withheld else line.item.title,
        type=ItemType.PLAIN if withheld else line.item.type,
        presenter="" if withheld else line.item.presenter,
        is_section=line.is_section and not withheld,
        is_closed=line.is_closed,
        is_consent=line.item.is_consent and not withheld,
    )


def sheet_papers(
    agenda: Agenda, papers: Iterable[Paper], edition: Edition
) -> tuple[SheetPaper, ...]:
    """The appendices in the order of the agenda, the loose ones last, closed ones if they may."""
    return tuple(
        SheetPaper(
            number=each.number,
            title=each.paper.title,
            pages=each.paper.pages,
            item_number=each.item_number,
        )
        for each in numbered(agenda, papers)
        if each.paper.is_in_pack and not (each.is_closed and edition is Edition.OPEN)
    )


def _cases(
    lines: Iterable[AgendaLine], edition: Edition, tasks: Sequence[BookTask]
) -> tuple[Case, ...]:
    return tuple(
        Case(
            line=_sheet_line(line, edition),
            purpose=line.item.purpose.strip(),
            background=line.item.background.strip(),
            economy=line.item.economy.strip(),
            recommendation=line.item.recommendation.strip(),
            tasks=tasks_in_words(tasks) if is_follow_up(line.item) else "",
        )
        for line in lines
        if (line.item.has_case or (tasks and is_follow_up(line.item)))
        and not is_withheld(line, edition)
    )


def tasks_in_words(tasks: Iterable[BookTask]) -> str:
    """Open tasks as a list: what is to be done, by whom and by when."""
    return "\n".join(f"• {_task_in_words(each)}" for each in tasks)


def _task_in_words(task: BookTask) -> str:
    due = task.task.due_on
    who = ", ".join(task.owner_names)
    by = _("by {day}").format(day=formats.date(due)) if due else ""
    about = " · ".join(part for part in (who, by) if part)
    what = " ".join(task.task.text.split())
    return f"{what} ({about})" if about else what


def _heading(meeting: Meeting) -> str:
    if meeting.title:
        return _("Notice of meeting: {title}").format(title=meeting.title)
    heading = {
        MeetingKind.REGULAR: _("Notice of regular board meeting"),
        MeetingKind.EXTRAORDINARY: _("Notice of extraordinary board meeting"),
        MeetingKind.CONSTITUTION: _("Notice of constituent board meeting"),
        MeetingKind.GENERAL: _("Notice of annual general meeting"),
        MeetingKind.EXTRAORDINARY_GENERAL: _("Notice of extraordinary general meeting"),
        MeetingKind.NETWORK: _("Invitation to network meeting"),
    }[meeting.kind]
    if meeting.number is None:
        return heading
    return _("{heading} no. {number}").format(heading=heading, number=meeting.number)


def _status(meeting: Meeting) -> Status:
    if meeting.state is MeetingState.CANCELLED:
        return Status.CANCELLED
    is_unsent = meeting.state is MeetingState.PLANNED and meeting.notice_sent_on is None
    return Status.DRAFT if is_unsent else Status.SENT


def _name(named: dict[PersonId, Person], person_id: PersonId | None) -> str:
    return named[person_id].name if person_id in named else ""


def _participants(
    board: Iterable[Membership],
    terms: Iterable[Term],
    named: dict[PersonId, Person],
    day: date,
) -> tuple[Participant, ...]:
    """Those who sit on the day: the called first, then alternates and observers, chair first."""
    return tuple(
        Participant(name=named[each.person_id].name, role=role_of(each), seat=each.seat)
        for each in sitting(board, terms, named, day)
    )


def _apologies(meeting: Meeting, board: Iterable[Membership], named: dict[PersonId, Person]) -> str:
    """Whom to tell if one cannot come: who chairs the meeting, or else the board."""
    chairs = [each.person_id for each in board if each.role is Role.CHAIR]
    known = [named[each] for each in (meeting.chair_id, *chairs) if each in named]
    if not known:
        return ""
    whom = known[0]
    return ", ".join(part for part in (whom.name, whom.phone, whom.email) if part)


def _notice(
    organisation: Organisation, meeting: Meeting, own: Iterable[OwnRule], today: date
) -> str:
    """When the notice goes or went out, measured against the rule, and the deadline for items."""
    window = _window(organisation, meeting, list(own))
    sentences = [_sending(meeting, window, today)]
    if window.items_in.days and meeting.is_open:
        last = formats.short_date(rules.latest_items(meeting.day, window.items_in))
        sentence = (
            _("Deadline for proposals: {date}.")
            if rules.is_general(meeting.kind)
            else _("Deadline for items: {date}.")
        )
        sentences.append(sentence.format(date=last))
    return "\n".join(sentence for sentence in sentences if sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """The rules one notice is measured by; only a general meeting's has an earliest day."""

    notice: RuleInForce
    items_in: RuleInForce
    earliest: RuleInForce | None
    first: date | None
    last: date
    is_general: bool


def _window(organisation: Organisation, meeting: Meeting, own: list[OwnRule]) -> _Window:
    """A general meeting is measured by its own rules, not by those of the board's meetings."""
    notice = rule_in_force(organisation.kind, own, rules.notice_rule(meeting.kind))
    is_general = rules.is_general(meeting.kind)
    earliest = rule_in_force(organisation.kind, own, RuleName.GENERAL_NOTICE_EARLIEST)
    has_earliest = is_general and earliest.days > 0
    return _Window(
        notice=notice,
        items_in=rule_in_force(organisation.kind, own, rules.items_rule(meeting.kind)),
        earliest=earliest if has_earliest else None,
        first=rules.latest_notice(meeting.day, earliest) if has_earliest else None,
        last=rules.latest_notice(meeting.day, notice),
        is_general=is_general,
    )


def _sending(meeting: Meeting, window: _Window, today: date) -> str:
    sent_on = meeting.notice_sent_on
    if sent_on is not None:
        return _sent(sent_on, window)
    if not meeting.is_open:
        return ""
    if not window.notice.days:
        return ""
    if today > window.last:
        return _("Called at short notice ({period}).").format(period=_required(window))
    last = formats.short_date(window.last)
    if window.first is not None and today < window.first:
        return _("To be sent between {first} and {date} ({period}).").format(
            first=formats.short_date(window.first), date=last, period=_period(window)
        )
    return _("To be sent by {date} ({period}).").format(date=last, period=_period(window))


def _sent(sent_on: date, window: _Window) -> str:
    sent = formats.short_date(sent_on)
    if not window.notice.days:
        return _("Sent {date}.").format(date=sent)
    if sent_on > window.last:
        return _("Sent {date}. Called at short notice ({period}).").format(
            date=sent, period=_required(window)
        )
    if window.first is not None and sent_on < window.first:
        return _("Sent {date}. Called earlier than the rule ({period}).").format(
            date=sent, period=_period(window)
        )
    return _("Sent {date} ({period}).").format(date=sent, period=_period(window))


def _period(window: _Window) -> str:
    """The rule in words: "7 days' notice", "14 to 28 days' notice of a general meeting"."""
    days = window.notice.days
    if window.earliest is not None:
        words = _("{count} to {most} days' notice of a general meeting")
        period = words.format(count=days, most=window.earliest.days)
    elif window.is_general:
        words = ngettext(
            "{count} day's notice of a general meeting",
            "{count} days' notice of a general meeting",
            days,
        )
        period = words.format(count=days)
    else:
        period = ngettext("{count} day's notice", "{count} days' notice", days).format(count=days)
    return _with_basis(period, window.notice)


def _required(window: _Window) -> str:
    days = window.notice.days
    words = (
        ngettext(
            "{count} day's notice is the rule for a general meeting",
            "{count} days' notice is the rule for a general meeting",
            days,
        )
        if window.is_general
        else ngettext("{count} day's notice is the rule", "{count} days' notice is the rule", days)
    )
    return _with_basis(words.format(count=days), window.notice)


def _with_basis(period: str, notice: RuleInForce) -> str:
    """The clause an organisation named for its own rule. A default's source is no clause."""
    if not (notice.is_own and notice.basis):
        return period
    return _("{period}, cf. {basis}").format(period=period, basis=notice.basis)


def _confidentiality(organisation: Organisation, edition: Edition, *, has_closed: bool) -> str:
    if edition is Edition.FULL and has_closed:
        return organisation.confidentiality or _("Confidential – for the board only")
    if edition is Edition.OPEN and has_closed:
        return _("Without closed items")
    return organisation.confidentiality


def _next_meetings(meeting: Meeting, others: Iterable[Meeting]) -> tuple[NextMeeting, ...]:
    later = sorted(
        (
            each
            for each in others
            if each.organisation_id == meeting.organisation_id
            and each.is_open
            and each.id != meeting.id
            and each.starts_at > meeting.starts_at
        ),
        key=lambda each: each.starts_at,
    )
    return tuple(
        NextMeeting(
            title=title_of(each),
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            place="" if each.place == meeting.place else each.place,
        )
        for each in later[:NEXT_MEETINGS]
    )
