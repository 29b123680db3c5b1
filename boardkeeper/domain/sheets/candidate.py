"""A seat that is offered, on a page: to be taken along to the conversation.

Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain import simulation_words as words
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.clashes import Naming, sentence_of
from boardkeeper.domain.memberships import Role, role_name
from boardkeeper.domain.organisations import OrganisationKind, kind_name
from boardkeeper.domain.rhythm_words import in_words
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.seat_weeks import seat_weeks
from boardkeeper.domain.sheets.week_bars import WeekBars
from boardkeeper.domain.simulation import Simulation, WeekChange
from boardkeeper.i18n import Language, _, pgettext, speaking

_MOST_WEEKS = 4
_MOST_BOARDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the seat asks or gives: what it is called, and what it is."""

    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A week of the table: its number, the hours in it now and with the seat, and its state."""

    number: str
    now: str
    then: str
    is_broken: bool
    is_red: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateSheet:
    """One seat. `broken` are the first weeks that break with their reasons, `more` the others.

    `weeks` is the picture's twin: the same weeks in figures.
    """

    letterhead: Letterhead
    verdict: str
    summary: str
    asks: tuple[Fact, ...]
    chart: WeekBars
    weeks: tuple[WeekRow, ...]
    broken: tuple[Fact, ...]
    more: int
    has_ceiling: bool
    clashes: tuple[str, ...]
    instead: tuple[Fact, ...]
    questions: tuple[str, ...]
    notes: str


def candidate_sheet(
    seat: CandidateSeat,
    simulation: Simulation,
    name_of: Naming,
    *,
    owner: str = "",
    language: Language,
    printed_at: datetime,
) -> CandidateSheet:
    """What the seat asks, and what it would do to the year. `printed_at` is wall time."""
    with speaking(language):
        title = _("A seat on offer: {board}").format(board=seat.name)
        head = Letterhead(
            language=language,
            organisation=owner,
            title=title,
            subtitle=f"{role_name(seat.role)} · {kind_name(seat.kind)}",
            document=title,
            printed_at=printed_at,
        )
        broken = simulation.broken
        return CandidateSheet(
            letterhead=head,
            verdict=words.verdict(simulation),
            summary=words.facts(simulation),
            asks=tuple(_asks(seat, simulation)),
            chart=seat_weeks(simulation),
            weeks=tuple(_week_row(each) for each in simulation.weeks),
            broken=tuple(
                Fact(name=words.week_name(each), said=words.reasons(each))
                for each in broken[:_MOST_WEEKS]
            ),
            more=max(0, len(broken) - _MOST_WEEKS),
            has_ceiling=simulation.has_ceiling,
            clashes=tuple(sentence_of(each, name_of) for each in simulation.clashes[:3]),
            instead=tuple(_instead(simulation)),
            questions=tuple(_questions(seat, simulation)),
            notes=seat.notes,
        )


def _asks(seat: CandidateSeat, simulation: Simulation) -> list[Fact]:
    rhythm = in_words(seat.recurrence, seat.starts_at, seat.minutes)
    each = [
        (pgettext("each meeting", "preparation {time}"), seat.preparation_minutes),
        (pgettext("each meeting", "travel {time}"), 2 * seat.travel_minutes),
        (pgettext("each meeting", "follow-up {time}"), seat.follow_up_minutes),
    ]
    around = [said.format(time=formats.duration(minutes)) for said, minutes in each if minutes]
    other = seat.other_minutes_a_month
    facts = [
        (_("Meetings"), rhythm[:1].upper() + rhythm[1:]),
        (_("First meeting"), _first(seat)),
        (_("Around each meeting"), ", ".join(around)),
        (_("Between meetings, a month"), formats.duration(other) if other else ""),
        (_("In twelve months"), words.activities(simulation)),
        (_("Fee and dues"), words.money(simulation)),
        (_("Answer by"), formats.long_date(seat.answer_by) if seat.answer_by else ""),
    ]
    return [Fact(name=name, said=said) for name, said in facts if said]


def _first(seat: CandidateSeat) -> str:
    """`onsdag den 13. januar 2027, Pakhuset`."""
    day = formats.long_date(seat.starts_at.date())
    return ", ".join(filter(None, (day, seat.place)))


def _week_row(change: WeekChange) -> WeekRow:
    return WeekRow(
        number=str(change.monday.isocalendar().week),
        now=_figure(change.before.minutes),
        then=_figure(change.after.minutes),
        is_broken=change.is_broken,
        is_red=change.after.is_red,
    )


def _figure(minutes: int) -> str:
    return formats.number(minutes / 60, 1) if minutes else "–"


def _instead(simulation: Simulation) -> list[Fact]:
    """The boards that take the most, with what giving each up would mend."""
    if not simulation.broken:
        return []
    return [
        Fact(
            name=each.board.organisation.label,
            said=f"{formats.hours(round(each.minutes / 60) * 60)}, {words.mends(each, simulation)}",
        )
        for each in simulation.instead[:_MOST_BOARDS]
    ]


def _questions(seat: CandidateSeat, simulation: Simulation) -> list[str]:
    """What is worth asking before one answers; of the seat, and of boards of its kind."""
    found = [
        _("What am I to do that nobody on the board does today?"),
        _("How many hours a year do the others really spend, everything counted?"),
        _("How long is the term, and how does one leave before it ends?"),
    ]
    if simulation.broken:
        found.append(_("Can the meetings in the weeks that break be moved, or held online?"))
    if seat.role is Role.TREASURER:
        found.append(_("Who keeps the books day by day, and who audits them?"))
    elif seat.role is Role.CHAIR:
        found.append(_("Who helps the chair between meetings, and with what?"))
    elif seat.role is Role.SECRETARY:
        found.append(_("How long are the minutes to be, and who reads them through?"))
    if seat.kind is OrganisationKind.NETWORK:
        found.append(_("What is expected of me between meetings, and may somebody stand in?"))
    else:
        found.append(_("Are the board members insured, and may I see the latest accounts?"))
    found.append(_("What should the board be proud of a year from now?"))
    return found
