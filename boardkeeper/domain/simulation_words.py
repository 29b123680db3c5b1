"""A simulation in words: what one reads first, on screen and on paper."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.hours import activity_name
from boardkeeper.domain.simulation import Instead, Simulation, WeekChange
from boardkeeper.i18n import _, ngettext

_ABOUT = 10 * 60
"""Minutes from which hours are told without decimals."""


def verdict(simulation: Simulation) -> str:
    """The answer in one sentence: `6 uger sprænger dit loft`."""
    if simulation.is_leaving:
        return _verdict_of_leaving(simulation)
    if not simulation.has_ceiling:
        return _("No week can break: you have set no ceiling.")
    count = len(simulation.broken)
    if not count:
        return _("No week would break your ceiling")
    message = ngettext(
        "{count} week would break your ceiling", "{count} weeks would break your ceiling", count
    )
    return message.format(count=count)


def facts(simulation: Simulation) -> str:
    """`11 møder · 11 aftener · 74 t om året`."""
    meetings = len(simulation.meetings)
    said = [ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings)]
    if simulation.evenings:
        evenings = ngettext("{count} evening", "{count} evenings", simulation.evenings)
        said.append(evenings.format(count=simulation.evenings))
    said.append(_("{hours} a year").format(hours=_about(simulation.minutes)))
    return " · ".join(said)


def sentence(simulation: Simulation) -> str:
    """Verdict and facts in one line, as it is told in a list."""
    return f"{verdict(simulation).rstrip('.')}, {facts(simulation).replace(' · ', ', ')}"


def activities(simulation: Simulation) -> str:
    """`Møde 22 t · Forberedelse 11 t · Transport 5,5 t`."""
    return " · ".join(
        f"{activity_name(each)} {_about(minutes)}"
        for each, minutes in simulation.by_activity.items()
    )


def money(simulation: Simulation) -> str:
    """What it pays and costs, and what that comes to an hour; empty where neither is known."""
    said = []
    if simulation.fee:
        said.append(_("Fee {amount} a year").format(amount=formats.amount(simulation.fee)))
    if simulation.dues:
        said.append(_("Dues {amount} a year").format(amount=formats.amount(simulation.dues)))
    if simulation.money_an_hour is not None:
        kroner = formats.kroner(round(simulation.money_an_hour / 100))
        said.append(_("{amount} an hour").format(amount=kroner))
    return " · ".join(said)


def promised(simulation: Simulation) -> str:
    """What the seat that is left was promised; empty where nothing was."""
    if simulation.promised is None:
        return ""
    return _("You have promised it {hours} a year.").format(hours=_about(simulation.promised))


def worse(simulation: Simulation) -> str:
    """How many weeks are red already and would get worse; empty where none would."""
    count = len(simulation.worse)
    if not count:
        return ""
    message = ngettext(
        "{count} week is red already and would get fuller.",
        "{count} weeks are red already and would get fuller.",
        count,
    )
    return message.format(count=count)


def week_name(change: WeekChange) -> str:
    """`Uge 15 · 6.-12. april 2026`."""
    week = formats.week(change.monday)
    return f"{week[:1].upper()}{week[1:]} · {week_days(change)}"


def week_days(change: WeekChange) -> str:
    """From its Monday to its Sunday."""
    return formats.date_range(change.monday, change.before.sunday)


def reasons(change: WeekChange) -> str:
    """Why the week is red, or was before it was mended."""
    red = change.after if change.after.is_red else change.before
    return " · ".join(each.text for each in red.reasons)


def told(change: WeekChange) -> str:
    """The whole week in words, for whoever points at it or hears it."""
    hours = _("{before}, then {after}").format(
        before=formats.hours(change.before.minutes), after=formats.hours(change.after.minutes)
    )
    if change.before.minutes == change.after.minutes:
        hours = formats.hours(change.before.minutes)
    state = ""
    if change.is_broken:
        state = _("breaks your ceiling")
    elif change.is_mended:
        state = _("is mended")
    elif change.after.is_red:
        state = _("is red already")
    return ". ".join(filter(None, (week_name(change), hours, state, reasons(change)))) + "."


def mends(instead: Instead, simulation: Simulation) -> str:
    """What giving the board up would mend."""
    count, of = len(instead.mends), len(simulation.broken)
    if not count:
        return _("mends none of them")
    if count == of:
        return ngettext("mends the week", "mends all {count} weeks", of).format(count=of)
    return _("mends {count} of {all}").format(count=count, all=of)


def _about(minutes: int) -> str:
    """Hours of a year, whole ones from ten on: what lies ahead is not known by the minute."""
    return formats.hours(round(minutes / 60) * 60 if minutes >= _ABOUT else minutes)


def _verdict_of_leaving(simulation: Simulation) -> str:
    count = len(simulation.mended)
    if count:
        message = ngettext(
            "{count} red week would be mended", "{count} red weeks would be mended", count
        )
        return message.format(count=count)
    if any(each.before.is_red for each in simulation.weeks):
        return _("No red week would be mended")
    return _("No week is red as it is")
