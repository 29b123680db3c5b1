"""Boards and hours at a glance: where I sit until when, what it takes and brings, and what is red.

A year of one person, or of one of their boards, on a page. Every text made here is in the sheet's
own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.hours_report import HoursReport, ReportYear
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.domain.sheets.ahead import AheadSheet
from boardkeeper.domain.sheets.hours import HeldSeat, boards_of
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.week_bars import LevelLine, WeekBars
from boardkeeper.domain.sheets.week_load import load_chart, week_name
from boardkeeper.domain.standings import Standing
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import Language, _, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """All that is known of a year before it is set: what was spent, promised, forecast and paid."""

    report: HoursReport
    standings: Sequence[Standing]
    money: Mapping[OrganisationId, InAndOut]
    weeks: Sequence[Week]
    seats: Sequence[HeldSeat]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewBoard:
    """One board of the year; minutes, and øre.

    `role` is empty where I have no seat, and `until` where no end is known. `promised` is None
    where nothing was.
    """

    name: str
    colour: Colour
    role: str
    until: str
    promised: int | None
    spent: int
    to_come: int
    balance: int | None
    received: int
    paid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RedWeek:
    """A week beyond a limit: which, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSheet:
    """The page. `is_mine` is of all my boards, otherwise it is of one.

    `red` are the red weeks still ahead in the year; `value_of_time` is what the time spent was
    worth, in øre, and 0 where nobody said what an hour is worth.
    """

    letterhead: Letterhead
    is_mine: bool
    year: ReportYear
    boards: tuple[OverviewBoard, ...]
    chart: WeekBars
    red: tuple[RedWeek, ...]
    has_ceiling: bool
    value_of_time: int
    ahead: AheadSheet

    @property
    def spent(self) -> int:
        return sum(each.spent for each in self.boards)

    @property
    def promised(self) -> int:
        return sum(each.promised or 0 for each in self.boards)

    @property
    def to_come(self) -> int:
        return sum(each.to_come for each in self.boards)

    @property
    def balance(self) -> int:
        """The balances of the boards that were promised anything."""
        return sum(each.balance or 0 for each in self.boards)

    @property
    def received(self) -> int:
        return sum(each.received for each in self.boards)

    @property
    def paid(self) -> int:
        return sum(each.paid for each in self.boards)

    @property
    def has_promises(self) -> bool:
        return any(each.promised is not None for each in self.boards)

    @property
    def has_money(self) -> bool:
        return bool(self.received or self.paid)


def overview_of_mine(
    year: Year,
    organisations: Mapping[OrganisationId, Organisation],
    *,
    ahead: AheadSheet,
    owner: str = "",
    levels: Sequence[LevelLine] = (),
    language: Language,
    today: date,
    printed_at: datetime,
) -> OverviewSheet:
    """The year of one person in all their boards. `printed_at` is wall time."""
    with speaking(language):
        title = _("Boards and hours {year}").format(year=year.report.year.label)
        head = Letterhead(
            language=language,
            organisation=owner,
            title=title,
            subtitle=_subtitle(year),
            document=title,
            printed_at=printed_at,
        )
        return _sheet(year, organisations, head, ahead, today, is_mine=True, levels=levels)


def overview_of(
    organisation: Organisation,
    year: Year,
    *,
    ahead: AheadSheet,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> OverviewSheet:
    """The year of one board: nothing of the others, and so no ceiling and no red weeks."""
    spoken = language or organisation.language
    alone = replace(
        year,
        report=replace(
            year.report,
            parts=tuple(e for e in year.report.parts if e.organisation_id == organisation.id),
        ),
        standings=[e for e in year.standings if e.organisation.id == organisation.id],
        weeks=[_alone(each, organisation.id) for each in year.weeks],
    )
    with speaking(spoken):
        head = letterhead_of(
            organisation,
            _("Boards and hours {year}").format(year=year.report.year.label),
            language=spoken,
            subtitle=_subtitle(alone),
            printed_at=printed_at,
        )
        known = {organisation.id: organisation}
        return _sheet(alone, known, head, ahead, today, is_mine=False)


def _sheet(
    year: Year,
    organisations: Mapping[OrganisationId, Organisation],
    head: Letterhead,
    ahead: AheadSheet,
    today: date,
    *,
    is_mine: bool,
    levels: Sequence[LevelLine] = (),
) -> OverviewSheet:
    worth = sum(each.value_of_time for id_, each in year.money.items() if id_ in organisations)
    return OverviewSheet(
        letterhead=head,
        is_mine=is_mine,
        year=year.report.year,
        boards=tuple(sorted(_boards(year, organisations, today), key=_the_most_first)),
        chart=load_chart(year.weeks, organisations, today=today, levels=levels),
        red=tuple(_red(year.weeks, today)),
        has_ceiling=any(each.ceiling is not None for each in year.weeks),
        value_of_time=worth,
        ahead=ahead,
    )


def _subtitle(year: Year) -> str:
    """`1. januar - 31. december 2026 · 339,25 t brugt · 32,58 t endnu`."""
    of = year.report.year
    parts = [formats.date_range(of.first, of.last)]
    spent = formats.hours(year.report.minutes)
    parts.append(_("spent {hours}").format(hours=spent))
    to_come = sum(each.to_come for each in year.standings)
    if to_come:
        parts.append(_("{hours} to come").format(hours=formats.hours(to_come)))
    return " · ".join(parts)


def _boards(
    year: Year, organisations: Mapping[OrganisationId, Organisation], today: date
) -> Iterable[OverviewBoard]:
    """The boards of the hours' paper, and those that only promises or money tell of."""
    standings = {each.organisation.id: each for each in _joined(year.standings)}
    known = {
        each.organisation_id: each
        for each in boards_of(year.report, organisations, year.seats, today)
    }
    for organisation_id, organisation in organisations.items():
        board, standing = known.get(organisation_id), standings.get(organisation_id)
        money = year.money.get(organisation_id, InAndOut(organisation_id=organisation_id))
        if board is None and standing is None and not (money.received or money.paid):
            continue
        is_promised = standing is not None and standing.is_promised
        yield OverviewBoard(
            name=organisation.label,
            colour=organisation.colour,
            role=board.role if board else "",
            until=board.until if board else "",
            promised=standing.promised if standing is not None and is_promised else None,
            spent=board.minutes if board else 0,
            to_come=standing.to_come if standing else 0,
            balance=standing.balance if standing is not None and is_promised else None,
            received=money.received,
            paid=money.paid,
        )


def _the_most_first(board: OverviewBoard) -> tuple[int, object]:
    return -(board.spent + board.to_come), formats.sort_key(board.name)


def _joined(standings: Sequence[Standing]) -> list[Standing]:
    """Of a board one has sat in twice, both seats as one."""
    joined: dict[OrganisationId, Standing] = {}
    for each in standings:
        before = joined.get(each.organisation.id)
        joined[each.organisation.id] = (
            each
            if before is None
            else replace(
                each,
                promised=before.promised + each.promised,
                is_promised=before.is_promised or each.is_promised,
                spent=before.spent + each.spent,
                to_come=before.to_come + each.to_come,
                carried_over=before.carried_over + each.carried_over,
            )
        )
    return list(joined.values())


def _red(weeks: Sequence[Week], today: date) -> Iterable[RedWeek]:
    """Those that can still be mended."""
    for week in weeks:
        if week.is_red and week.sunday >= today:
            why = "; ".join(each.text for each in week.reasons)
            yield RedWeek(name=week_name(week), why=why)


def _alone(week: Week, organisation_id: OrganisationId) -> Week:
    """What one organisation takes of a week, as if there were no other."""
    return replace(
        week,
        lines=tuple(each for each in week.lines if each.organisation_id == organisation_id),
        ceiling=None,
        reasons=(),
        customer_minutes_eaten=0,
        customer_lines=(),
        away=(),
        spent={each: minutes for each, minutes in week.spent.items() if each == organisation_id},
    )
