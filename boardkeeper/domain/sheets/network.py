"""The network sheet: the members of a group, the last one-to-one, and what they look for.

Every text made here is in the sheet's own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.attention import (
    coverage,
    coverage_in_words,
    has_talked,
    initials,
    months_in_short,
)
from boardkeeper.domain.network import AmbassadorRow, Matrix
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referral_ledger import Ledger
from boardkeeper.domain.referrals import Referral, ReferralStatus, referral_status_name
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.matrix_chart import Mark, MatrixChart, MatrixColumn
from boardkeeper.i18n import Language, _, ngettext, pgettext, speaking

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One of the others in words."""

    name: str
    trade: str
    talked: str
    is_long_ago: bool
    explains: bool
    given: int
    received: int
    looks_for: str
    sells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """One referral in words; `value` is empty where amounts are hidden or there is none."""

    day: str
    names: str
    customer: str
    status: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSheet:
    """The group on a day, and the referrals of the period."""

    letterhead: Letterhead
    totals: str
    chart: MatrixChart
    members: tuple[MemberLine, ...]
    referrals: tuple[ReferralLine, ...]
    ledger: str
    has_amounts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFacts:
    """What the sheet is made of."""

    organisation: Organisation
    matrix: Matrix
    profiles: Mapping[PersonId, Profile]
    referrals: Sequence[Referral]
    ledger: Ledger
    period: tuple[date, date]
    today: date


def network_sheet(
    facts: NetworkFacts,
    *,
    with_amounts: bool = False,
    language: Language | None = None,
    printed_at: datetime,
) -> NetworkSheet:
    """The group as a paper. `printed_at` is wall time."""
    spoken = language or facts.organisation.language
    rows, today = facts.matrix.rows, facts.today
    with speaking(spoken):
        members = ngettext("{count} member besides me", "{count} members besides me", len(rows))
        head = letterhead_of(
            facts.organisation,
            _("Network sheet"),
            language=spoken,
            subtitle=" · ".join(
                (members.format(count=len(rows)), _period_in_words(facts.period, today))
            ),
            date=formats.date(today),
            confidentiality=_("My own paper"),
            printed_at=printed_at,
        )
        return NetworkSheet(
            letterhead=head,
            totals=coverage_in_words(coverage(rows, today)),
            chart=chart_of(rows, facts.organisation, facts.matrix.meetings, today),
            members=tuple(
                _member(each, facts.profiles.get(each.person.id), today) for each in rows
            ),
            referrals=tuple(_referral(each, with_amounts=with_amounts) for each in facts.referrals),
            ledger=_ledger(facts.ledger, with_amounts=with_amounts),
            has_amounts=with_amounts and any(each.value for each in facts.referrals),
        )


def chart_of(
    rows: Iterable[AmbassadorRow], organisation: Organisation, meetings: int, today: date
) -> MatrixChart:
    """The picture of the group: a column for each of the others."""
    return MatrixChart(
        title=_("Me and the others"),
        colour=organisation.colour,
        rows=(
            _("Met, of {count}").format(count=meetings),
            _("One-to-one"),
            _("Can explain what I do"),
            _("Profile filled"),
            pgettext("referrals", "Given"),
            pgettext("referrals", "Received"),
        ),
        columns=tuple(_column(each, today) for each in rows),
    )


def _column(row: AmbassadorRow, today: date) -> MatrixColumn:
    talked = Mark.NONE if row.one_to_one_on is None else Mark.OLD
    return MatrixColumn(
        initials=initials(row.person.name),
        cells=(
            row.met,
            Mark.FULL if has_talked(row, today) else talked,
            Mark.FULL if row.can_explain else Mark.NONE,
            Mark.FULL if row.has_profile else Mark.NONE,
            row.given,
            row.received,
        ),
    )


def _member(row: AmbassadorRow, profile: Profile | None, today: date) -> MemberLine:
    on = row.one_to_one_on
    when = () if on is None else (formats.short_date(on), months_in_short(on, today))
    talked = "\n".join(filter(None, when)) or _("Never")
    return MemberLine(
        name=row.person.name,
        trade=trade_of(row.person),
        talked=talked,
        is_long_ago=not has_talked(row, today),
        explains=row.can_explain,
        given=row.given,
        received=row.received,
        looks_for=_short(profile.ideal_customer) if profile else "",
        sells=_short(profile.sells) if profile else "",
    )


def trade_of(person: Person) -> str:
    """What somebody does, and where."""
    return ", ".join(filter(None, (person.occupation, person.company)))


def _referral(referral: Referral, *, with_amounts: bool) -> ReferralLine:
    status = referral_status_name(referral.status)
    if referral.thanked_on is not None:
        status = _("{status}, thanked").format(status=status)
    is_worth = with_amounts and referral.value and referral.status is ReferralStatus.WON
    return ReferralLine(
        day=formats.short_date(referral.on),
        names=f"{referral.from_name or '–'} → {referral.to_name or '–'}",
        customer=_short(referral.customer),
        status=status,
        value=formats.amount(referral.value) if is_worth else "",
    )


def _ledger(ledger: Ledger, *, with_amounts: bool) -> str:
    """What I gave and received, in a sentence."""
    total = ledger.total
    words = _(
        "I gave {given} referrals, of which {given_won} became orders, and received {received},"
        " of which {received_won} became orders."
    ).format(
        given=total.given,
        given_won=total.given_won,
        received=total.received,
        received_won=total.received_won,
    )
    if with_amounts and (total.given_value or total.received_value):
        worth = _("Orders given: {given}. Orders received: {received}.")
        values = (formats.amount(total.given_value), formats.amount(total.received_value))
        words = f"{words} {worth.format(given=values[0], received=values[1])}"
    return words


def _period_in_words(period: tuple[date, date], today: date) -> str:
    first, last = period
    return formats.date_range(first, min(last, today))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
