"""The register of a year's decisions, with an index of what they were about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.decisions import Decision, DecisionId, DecisionState, state_name
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language, _, ngettext, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One decision of the register. `origin` is the meeting, or that it was decided in writing.

    `state` is empty while the decision is in force.
    """

    number: str
    decided_on: date
    origin: str
    subject: str
    text: str
    state: str
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """The decisions of a year in their order; the index points at them by their places."""

    letterhead: Letterhead
    entries: tuple[RegisterEntry, ...]
    index: tuple[tuple[str, tuple[int, ...]], ...]


def register_sheet(
    organisation: Organisation,
    year: int,
    decisions: Iterable[Decision],
    *,
    meetings: Mapping[Id, Meeting],
    items: Mapping[AgendaItemId, AgendaItem],
    numbers: Mapping[DecisionId, str],
    closed: Iterable[AgendaItemId] = (),
    edition: Edition = Edition.FULL,
    language: Language | None = None,
    printed_at: datetime,
) -> RegisterSheet:
    """Gather a year's register.

    `items` are those the decisions stand under, `closed` the closed ones among them, and `numbers`
    those of decisions that replaced others. The open edition holds none of a closed item, nor of
    one that is gone. `printed_at` is wall time.
    """
    spoken = language or organisation.language
    hidden = set(closed)
    with speaking(spoken):
        shown = [
            each for each in decisions if edition is Edition.FULL or _is_open(each, items, hidden)
        ]
        entries = tuple(_entry(each, meetings, items, numbers) for each in shown)
        has_hidden = any(each.item_id in hidden for each in shown)
        title = _("Register of decisions {year}").format(year=year)
        count = ngettext("{count} decision", "{count} decisions", len(entries))
        parts = [count.format(count=len(entries))]
        if edition is Edition.OPEN:
            parts.append(_("Without closed items"))
        confidentiality = organisation.confidentiality
        if has_hidden and not confidentiality:
            confidentiality = _("Confidential – for the board only")
        return RegisterSheet(
            letterhead=letterhead_of(
                organisation,
                title,
                language=spoken,
                subtitle=" · ".join(parts),
                confidentiality=confidentiality,
                printed_at=printed_at,
            ),
            entries=entries,
            index=_index(entries),
        )


def _is_open(
    decision: Decision, items: Mapping[AgendaItemId, AgendaItem], hidden: set[AgendaItemId]
) -> bool:
    """Decided in writing, or under an item that is known and not closed."""
    if decision.meeting_id is None:
        return True
    return decision.item_id in items and decision.item_id not in hidden


def _entry(
    decision: Decision,
    meetings: Mapping[Id, Meeting],
    items: Mapping[AgendaItemId, AgendaItem],
    numbers: Mapping[DecisionId, str],
) -> RegisterEntry:
    meeting = meetings.get(decision.meeting_id) if decision.meeting_id else None
    item = items.get(decision.item_id) if decision.item_id else None
    return RegisterEntry(
        number=decision.number,
        decided_on=decision.decided_on,
        origin=title_of(meeting) if meeting else _("Decided in writing"),
        subject=item.title if item else "",
        text=decision.text,
        state=_state(decision, numbers),
        review_on=decision.review_on,
    )


def _state(decision: Decision, numbers: Mapping[DecisionId, str]) -> str:
    if decision.state is DecisionState.IN_FORCE:
        return ""
    day = formats.short_date(decision.ended_on) if decision.ended_on else ""
    by = numbers.get(decision.replaced_by_id, "") if decision.replaced_by_id else ""
    if by:
        return _("Replaced by {number} {date}").format(number=by, date=day).strip()
    return f"{state_name(decision.state)} {day}".strip()


def _index(entries: Iterable[RegisterEntry]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What the decisions were about, by the alphabet, each with the places of its decisions."""
    places: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        places.setdefault(entry.subject or entry.origin, []).append(at)
    return tuple(
        (subject, tuple(places[subject])) for subject in sorted(places, key=formats.sort_key)
    )
