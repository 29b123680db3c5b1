"""All my boards on a page: where the hours go against what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain.memberships import title_of
from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.review_facts import RESULTS, Measure, in_words, measure_name
from boardkeeper.domain.review_portfolio import Portfolio, PortfolioLine
from boardkeeper.domain.reviews import outcome_name
from boardkeeper.domain.sheets.balance_chart import Balance, Weighed
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.review import period_in_words
from boardkeeper.i18n import Language, _, ngettext, pgettext, speaking

MOST_ROWS = 14
"""Boards that have a bar of their own on paper; those with the fewest hours share one."""

_COLOURS = {
    Measure.DECISIONS: Colour.BLUE,
    Measure.TASKS: Colour.TEAL,
    Measure.WON: Colour.GREEN,
    Measure.LEARNED: Colour.AMBER,
    Measure.MET: Colour.PURPLE,
    Measure.ONE_TO_ONES: Colour.PINK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRow:
    """One board in words, as the table has it."""

    name: str
    colour: Colour
    role: str
    hours: str
    promised: str
    money: str
    an_hour: str
    results: str
    orders: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioSheet:
    """The boards of a period side by side, and what they come to together."""

    letterhead: Letterhead
    chart: Balance
    rows: tuple[PortfolioRow, ...]
    sum: PortfolioRow
    due: str


def portfolio_sheet(
    portfolio: Portfolio, *, owner: str = "", language: Language, printed_at: datetime
) -> PortfolioSheet:
    """The period of one person in all their boards. `printed_at` is wall time."""
    with speaking(language):
        period = period_in_words(portfolio.first, portfolio.last)
        title = _("All my boards {period}").format(period=period)
        boards = ngettext("{count} board", "{count} boards", len(portfolio.lines))
        head = Letterhead(
            language=language,
            organisation=owner,
            title=title,
            subtitle=" · ".join(
                (
                    boards.format(count=len(portfolio.lines)),
                    in_words(Measure.HOURS, portfolio.minutes),
                    results_in_words(portfolio.results),
                )
            ),
            document=title,
            confidentiality=_("Personal"),
            printed_at=printed_at,
        )
        return PortfolioSheet(
            letterhead=head,
            chart=balance_of(portfolio, MOST_ROWS),
            rows=tuple(portfolio_row(each) for each in portfolio.lines),
            sum=_sum(portfolio),
            due=due_in_words(portfolio),
        )


def balance_of(portfolio: Portfolio, most: int) -> Balance:
    """The picture; at most so many rows, the last of them what the rest come to together."""
    lines = portfolio.lines
    shown = lines if len(lines) <= most else lines[: most - 1]
    rows = [_weighed(each.organisation.label, each.organisation.colour, [each]) for each in shown]
    rest = lines[len(shown) :]
    if rest:
        name = ngettext("{count} other", "{count} others", len(rest)).format(count=len(rest))
        rows.append(_weighed(name, Colour.SLATE, rest))
    return Balance(
        title=_("Where my hours go, and what comes back"),
        hours_title=_("hours in"),
        results_title=_("results out"),
        kinds=tuple((measure_name(each), _COLOURS[each]) for each in RESULTS),
        rows=tuple(rows),
    )


def portfolio_row(line: PortfolioLine) -> PortfolioRow:
    """One board in words."""
    return PortfolioRow(
        name=line.organisation.name,
        colour=line.organisation.colour,
        role=title_of(line.membership),
        hours=in_words(Measure.HOURS, line.minutes or None),
        promised=in_words(Measure.PROMISED, line.of(Measure.PROMISED) or None),
        money=in_words(Measure.RECEIVED, line.net or None),
        an_hour=in_words(Measure.AN_HOUR, line.an_hour),
        results=formats.number(line.results) if line.results else "–",
        orders=in_words(Measure.WON_VALUE, line.of(Measure.WON_VALUE) or None),
        answer=answer_in_words(line),
    )


def answer_in_words(line: PortfolioLine) -> str:
    """What was decided the last time, and whether the question is to be asked again."""
    if line.is_due:
        return _("Time to ask")
    return "–" if line.review is None else outcome_name(line.review.outcome)


def results_in_words(count: int) -> str:
    return ngettext("{count} result", "{count} results", count).format(count=formats.number(count))


def due_in_words(portfolio: Portfolio) -> str:
    """The boards whose question is to be asked now; empty where there is none."""
    due = [each.organisation.label for each in portfolio.lines if each.is_due]
    return _("Time to ask: {names}").format(names=", ".join(due)) if due else ""


def _sum(portfolio: Portfolio) -> PortfolioRow:
    lines = portfolio.lines
    net = sum(each.net for each in lines)
    has_money = any(each.of(Measure.RECEIVED) or each.of(Measure.PAID) for each in lines)
    hourly = round(net * 60 / portfolio.minutes) if portfolio.minutes and has_money else None
    return PortfolioRow(
        name=pgettext("portfolio", "In all"),
        colour=Colour.SLATE,
        role="",
        hours=in_words(Measure.HOURS, portfolio.minutes or None),
        promised=in_words(Measure.PROMISED, portfolio.of(Measure.PROMISED) or None),
        money=in_words(Measure.RECEIVED, net or None),
        an_hour=in_words(Measure.AN_HOUR, hourly),
        results=formats.number(portfolio.results) if portfolio.results else "–",
        orders=in_words(Measure.WON_VALUE, portfolio.of(Measure.WON_VALUE) or None),
        answer="",
    )


def _weighed(name: str, colour: Colour, lines: Sequence[PortfolioLine]) -> Weighed:
    return Weighed(
        name=name,
        colour=colour,
        minutes=sum(each.minutes for each in lines),
        results=tuple(sum(each.of(kind) for each in lines) for kind in RESULTS),
    )
