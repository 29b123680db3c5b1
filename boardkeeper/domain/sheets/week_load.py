"""Weeks of a forecast as a chart, and each of them in words; in the language spoken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.domain.sheets.charts import Series
from boardkeeper.domain.sheets.strokes import MOST_SERIES
from boardkeeper.domain.sheets.week_bars import DAYS, LevelLine, WeekBars, WeekMark
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import _, ngettext


def load_chart(
    weeks: Sequence[Week],
    organisations: Mapping[OrganisationId, Organisation],
    *,
    today: date | None = None,
    focus: OrganisationId | None = None,
    levels: Sequence[LevelLine] = (),
) -> WeekBars:
    """The weeks as bars of organisations, the most hours lowest.

    Weeks that are over are what was written down, the others what is forecast. With `focus`, that
    organisation stands alone and the others together, since a week holds them all.
    """
    minutes = [minutes_of(each, today) for each in weeks]
    sums: Counter[OrganisationId] = Counter()
    for each in minutes:
        sums.update(each)
    order = [each for each, total in sums.most_common() if total]
    shown = _shown(order, focus)
    series = [_series_of(organisations[each], minutes) for each in shown]
    rest = [each for each in order if each not in shown]
    if rest:
        series.append(_series(_rest_name(len(rest), focus), Colour.SLATE, _added(minutes, rest)))
    return WeekBars(
        title=_("Load by week"),
        unit=_("hours"),
        weeks=tuple(mark_of(each, today) for each in weeks),
        series=tuple(series),
        today=today,
        levels=tuple(levels),
    )


def minutes_of(week: Week, today: date | None) -> Mapping[OrganisationId, int]:
    """What the week's bar is made of: what was spent where the week is over, else the forecast."""
    is_over = today is not None and week.sunday < today
    return week.spent if is_over else week.by_organisation


def week_name(week: Week) -> str:
    """`uge 50, 7.-13. december 2026`."""
    return f"{formats.week(week.monday)}, {formats.date_range(week.monday, week.sunday)}"


def week_in_words(week: Week, organisations: Mapping[OrganisationId, Organisation]) -> str:
    """All that the picture shows of a week: its hours, whose they are, why it is red, who is away.

    `Uge 50, 7.-13. december 2026: 9,5 t (Sejlklubben 6 t, Skolen 3,5 t). 3 aftener. Rød: …`
    """
    named = week_name(week)
    sentences = [f"{named[:1].upper()}{named[1:]}: {_hours_in_words(week, organisations)}."]
    if week.evenings:
        count = len(week.evenings)
        evenings = ngettext("{count} evening.", "{count} evenings.", count)
        sentences.append(evenings.format(count=count))
    if week.is_red:
        reasons = "; ".join(each.text for each in week.reasons)
        sentences.append(_("Red: {reasons}.").format(reasons=reasons))
    sentences += [f"{each}." for each in away_in_words(week)]
    return " ".join(sentences)


def away_in_words(week: Week) -> list[str]:
    """`Ferie, 6.-24. juli 2026`, for each time away that touches the week."""
    return [
        ", ".join((each.reason or _("Away"), formats.date_range(each.starts_on, each.ends_on)))
        for each in week.away
    ]


def red_weeks_in_words(weeks: Iterable[Week], *, most: int = 6) -> str:
    """`uge 50, uge 4 og uge 7`; of many the first, and how many more."""
    red = [each for each in weeks if each.is_red]
    names = [formats.week(each.monday) for each in red[:most]]
    more = len(red) - len(names)
    if more:
        names.append(_("{count} more").format(count=more))
    if len(names) < 2:
        return "".join(names)
    return _("{earlier} and {last}").format(earlier=", ".join(names[:-1]), last=names[-1])


def _hours_in_words(week: Week, organisations: Mapping[OrganisationId, Organisation]) -> str:
    if not week.minutes:
        return _("nothing")
    parts = [
        f"{organisations[each].label} {formats.hours(minutes)}"
        for each, minutes in week.by_organisation.items()
    ]
    return f"{formats.hours(week.minutes)} ({', '.join(parts)})"


def mark_of(week: Week, today: date | None = None) -> WeekMark:
    """What the picture shows of a week beside its bar; one that is over is red no more."""
    limit = week.ceiling.minutes_a_week if week.ceiling is not None else None
    days = (week.monday + timedelta(days=each) for each in range(DAYS))
    away = frozenset(at for at, day in enumerate(days) if any(each.hold(day) for each in week.away))
    return WeekMark(
        monday=week.monday,
        ceiling=None if limit is None else limit / 60,
        is_red=week.is_red and (today is None or week.sunday >= today),
        away=away,
    )


def _shown(
    order: Sequence[OrganisationId], focus: OrganisationId | None
) -> Sequence[OrganisationId]:
    if focus is not None:
        return [each for each in order if each == focus]
    return order if len(order) <= MOST_SERIES else order[: MOST_SERIES - 1]


def _rest_name(count: int, focus: OrganisationId | None) -> str:
    if focus is not None:
        return _("other boards")
    return ngettext("{count} other", "{count} others", count).format(count=count)


def _series_of(
    organisation: Organisation, minutes: Sequence[Mapping[OrganisationId, int]]
) -> Series:
    mine = [each.get(organisation.id, 0) for each in minutes]
    return _series(organisation.label, organisation.colour, mine)


def _added(
    minutes: Sequence[Mapping[OrganisationId, int]], some: Sequence[OrganisationId]
) -> list[int]:
    return [sum(week.get(each, 0) for each in some) for week in minutes]


def _series(name: str, colour: Colour, minutes: Sequence[int]) -> Series:
    return Series(name=name, colour=colour, values=tuple(each / 60 for each in minutes))
