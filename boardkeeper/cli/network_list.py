"""`boardkeeper list referrals|ambassadors|gauges|signals`: what a network gives, and whether."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from boardkeeper import formats
from boardkeeper.domain.gauges import Gauge, Row, rule_name
from boardkeeper.domain.network import AmbassadorRow
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.plain import plain
from boardkeeper.domain.referrals import Referral, referral_status_name
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.signals import Signal, signal_name
from boardkeeper.domain.thresholds import threshold_in_words, threshold_name
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services

KINDS = ("referrals", "ambassadors", "gauges", "signals")

Cells = tuple[str, ...]
Listing = tuple[list[dict[str, Any]], list[Cells]]
"""Every field as plain data, and a row of words for each."""


def network_listed(
    services: Services, kind: str, organisation: str | None, year: int | None
) -> Listing:
    """What there is of the kind, of an organisation or of all.

    Referrals are all there are or the year's; the rest is of the year or the last twelve months.
    """
    whose = None if organisation is None else services.organisations.named(organisation)
    if kind == "referrals":
        return _referrals(services, whose, year)
    first, last = _period(services, year)
    if kind == "signals":
        return _signals(services, whose, first, last)
    groups = _networks(services) if whose is None else [whose]
    listing = _ambassadors if kind == "ambassadors" else _gauges
    found = [listing(services, group, first, last) for group in groups]
    return [data for every, _rows in found for data in every], [
        row for _every, rows in found for row in rows
    ]


def _period(services: Services, year: int | None) -> tuple[date, date]:
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    today = services.clock.today()
    return months_later(today, -12) + timedelta(days=1), today


def _networks(services: Services) -> list[Organisation]:
    """The networks the user sits in, or sat in."""
    mine = [each.organisation for each in services.memberships.mine()]
    return list({each.id: each for each in mine if each.kind is OrganisationKind.NETWORK}.values())


def _referrals(services: Services, whose: Organisation | None, year: int | None) -> Listing:
    first, last = (date.min, date.max) if year is None else (date(year, 1, 1), date(year, 12, 31))
    labels = {each.id: each.label for each in services.organisations.all()}
    names = {each.id: each.name for each in services.people.all()}

    def row(referral: Referral) -> Cells:
        giver = names.get(referral.from_id) if referral.from_id else None
        taker = names.get(referral.to_id) if referral.to_id else None
        return (
            formats.short_date(referral.on),
            labels[referral.organisation_id],
            f"{giver or referral.from_name} → {taker or referral.to_name}",
            referral.customer,
            referral_status_name(referral.status),
            formats.amount(referral.value) if referral.value else "",
            _("thanked {day}").format(day=formats.short_date(referral.thanked_on))
            if referral.thanked_on
            else "",
        )

    found = services.referrals.between(whose.id if whose else None, first, last)
    return [{**plain(each), "status": each.status.value} for each in found], list(map(row, found))


def _ambassadors(services: Services, group: Organisation, first: date, last: date) -> Listing:
    rows = services.network.matrix(group.id, first, last).rows
    return [_plain_ambassador(group, each) for each in rows], [
        (
            group.label,
            each.person.name,
            _("met {count}").format(count=each.met),
            formats.short_date(each.one_to_one_on) if each.one_to_one_on else "",
            _("can explain") if each.can_explain else "",
            _("given {count}").format(count=each.given),
            _("received {count}").format(count=each.received),
        )
        for each in rows
    ]


def _plain_ambassador(group: Organisation, row: AmbassadorRow) -> dict[str, Any]:
    possible = row.absences.next_possible_on
    return {
        "organisation_id": group.id,
        "membership_id": row.membership.id,
        "person_id": row.person.id,
        "name": row.person.name,
        "met": row.met,
        "met_on": _day(row.met_on),
        "one_to_one_on": _day(row.one_to_one_on),
        "can_explain_since": _day(row.can_explain_since),
        "given": row.given,
        "received": row.received,
        "has_profile": row.has_profile,
        "absences": len(row.absences.missed),
        "next_absence_possible_on": _day(possible),
    }


def _gauges(services: Services, group: Organisation, first: date, last: date) -> Listing:
    gauges = services.gauges.gauges(group.id, first, last)
    return [{"organisation_id": group.id, **_plain_gauge(each)} for each in gauges], [
        (
            group.label,
            f"{each.rule}. {rule_name(each.rule)}",
            _share(each.value) or each.why,
            _("target {share}").format(share=formats.percent(each.target / 100)),
            _("before {share}").format(share=_share(each.previous)) if each.previous else "",
            _counted(each.rows),
        )
        for each in gauges
    ]


def _plain_gauge(gauge: Gauge) -> dict[str, Any]:
    return {
        "rule": int(gauge.rule),
        "name": rule_name(gauge.rule),
        "percent": gauge.percent,
        "target": gauge.target,
        "previous": None if gauge.previous is None else round(100 * float(gauge.previous), 2),
        "why": gauge.why,
        "rows": [_plain_row(each) for each in gauge.rows],
    }


def _signals(services: Services, whose: Organisation | None, first: date, last: date) -> Listing:
    seats = {each.membership.id: each for each in services.memberships.mine()}
    found = [
        (seats[membership_id].organisation, signal)
        for membership_id, signals in services.signals.mine(first, last).items()
        for signal in signals
        if whose is None or seats[membership_id].organisation.id == whose.id
    ]
    return [
        {"organisation_id": organisation.id, **_plain_signal(signal)}
        for organisation, signal in found
    ], [_signal_cells(organisation, signal) for organisation, signal in found]


def _signal_cells(organisation: Organisation, signal: Signal) -> Cells:
    return (
        organisation.label,
        pgettext("signal", "on") if signal.is_on else pgettext("signal", "off"),
        signal_name(signal.name),
        signal.text,
        _limit(signal),
    )


def _limit(signal: Signal) -> str:
    if signal.threshold_name is None or signal.threshold is None:
        return ""
    number = threshold_in_words(signal.threshold_name, signal.threshold)
    return f"{threshold_name(signal.threshold_name)} {number}"


def _plain_signal(signal: Signal) -> dict[str, Any]:
    return {
        "signal": signal.name.value,
        "text": signal.text,
        "is_on": signal.is_on,
        "value": None if signal.value is None else round(float(signal.value), 2),
        "threshold": signal.threshold,
        "rows": [_plain_row(each) for each in signal.rows],
    }


def _plain_row(row: Row) -> dict[str, Any]:
    return {
        "measure": row.measure.value,
        "title": row.title,
        "day": _day(row.day),
        "counts": row.counts,
        "record_id": row.record_id,
        "detail": row.detail,
        "amount": row.amount,
        "of": row.of,
    }


def _share(value: Fraction | None) -> str:
    return "" if value is None else formats.percent(float(value))


def _counted(rows: tuple[Row, ...]) -> str:
    if not rows:
        return ""
    return _("{count} of {whole}").format(count=sum(row.counts for row in rows), whole=len(rows))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
