"""`boardkeeper list forecast` and `list promises`: a year week by week, and by membership."""

from __future__ import annotations

from typing import Any

from boardkeeper import formats
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.memberships import title_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.standings import Standing
from boardkeeper.domain.weeks import RedReason, Week
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services

Rows = list[tuple[str, ...]]

KINDS = ("forecast", "promises")


def forecast_listed(
    services: Services, kind: str, organisation: str | None, year: ReportYear
) -> tuple[list[dict[str, Any]], Rows]:
    """The weeks of the year, or where memberships stand in it: as plain data, and as rows of words.

    Of one organisation if asked: its minutes in weeks judged by all of them. Weeks in which there
    is nothing are left out of the rows.
    """
    whose = None if organisation is None else services.organisations.named(organisation).id
    if kind == "promises":
        standings = [
            each
            for each in services.forecast.standings(year)
            if whose in (None, each.organisation.id)
        ]
        return [_plain_standing(each) for each in standings], [_standing(e) for e in standings]
    weeks = services.forecast.weeks(year.first, year.last)
    rows = [_week(each, whose) for each in weeks if any(_minutes(each, whose)) or each.away]
    return [_plain_week(each, whose) for each in weeks], rows


def _week(week: Week, whose: OrganisationId | None) -> tuple[str, ...]:
    forecast, spent = _minutes(week, whose)
    evenings = ngettext("{count} evening", "{count} evenings", len(week.evenings))
    why = [reason.text for reason in week.reasons]
    return (
        formats.week(week.monday),
        formats.date_range(week.monday, week.sunday),
        _("forecast {time}").format(time=formats.duration(forecast)),
        _("spent {time}").format(time=formats.duration(spent)) if spent else "",
        evenings.format(count=len(week.evenings)) if week.evenings else "",
        " · ".join([*why, _("Away")] if week.is_away else why),
    )


def _standing(standing: Standing) -> tuple[str, ...]:
    told = {
        _("promised {time}"): standing.promised,
        _("spent {time}"): standing.spent,
        _("still to come {time}"): standing.to_come,
        _("carried over {time}"): standing.carried_over,
        _("balance {time}"): standing.balance,
    }
    hours = [words.format(time=formats.duration(minutes)) for words, minutes in told.items()]
    if not standing.is_promised:
        hours[0] = _("nothing promised")
    return standing.organisation.label, title_of(standing.membership), *hours


def _minutes(week: Week, whose: OrganisationId | None) -> tuple[int, int]:
    """Minutes forecast and spent."""
    if whose is None:
        return week.minutes, week.minutes_spent
    return week.by_organisation.get(whose, 0), week.spent.get(whose, 0)


def _plain_week(week: Week, whose: OrganisationId | None) -> dict[str, Any]:
    forecast, spent = _minutes(week, whose)
    ceiling = week.ceiling
    return {
        "monday": week.monday.isoformat(),
        "minutes": forecast,
        "minutes_spent": spent,
        "by_organisation": {
            each: minutes for each, minutes in week.by_organisation.items() if whose in (None, each)
        },
        "minutes_allowed": ceiling.minutes_a_week if ceiling else None,
        "evenings": [day.isoformat() for day in week.evenings],
        "evenings_allowed": ceiling.evenings_a_week if ceiling else None,
        "customer_minutes_eaten": week.customer_minutes_eaten,
        "is_away": week.is_away,
        "reasons": [_plain_reason(each) for each in week.reasons],
    }


def _plain_reason(reason: RedReason) -> dict[str, Any]:
    return {
        "kind": reason.kind.value,
        "amount": reason.amount,
        "limit": reason.limit,
        "text": reason.text,
    }


def _plain_standing(standing: Standing) -> dict[str, Any]:
    return {
        "organisation_id": standing.organisation.id,
        "membership_id": standing.membership.id,
        "year": standing.year.label,
        "is_promised": standing.is_promised,
        "promised": standing.promised,
        "spent": standing.spent,
        "to_come": standing.to_come,
        "carried_over": standing.carried_over,
        "balance": standing.balance,
    }
