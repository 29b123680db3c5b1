"""My offices, for whoever asks: where one sits and sat, as what, when, and what the body is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boardkeeper import formats
from boardkeeper.domain.memberships import Membership, Term, sits_on, title_of
from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.letterhead_words import capitalised
from boardkeeper.i18n import Language, _, speaking

_LONGEST = 160
"""Letters of the first sentence of what a body is for; the rest is its own affair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One seat of mine with its terms, as the sheet is gathered from it."""

    membership: Membership
    organisation: Organisation
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """One office: when, as what, where, and what the body is."""

    period: str
    role: str
    organisation: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficesSheet:
    """The offices of one person, those of today first. `address` is how to reach them."""

    letterhead: Letterhead
    address: str
    current: tuple[OfficeLine, ...]
    former: tuple[OfficeLine, ...]


def offices_sheet(
    me: Person,
    offices: Iterable[Office],
    *,
    language: Language,
    today: date,
    printed_at: datetime,
) -> OfficesSheet:
    """The offices as a paper, the latest first. `printed_at` is wall time."""
    every = list(offices)
    now = [each for each in every if sits_on(each.terms, today)]
    over = [each for each in every if each not in now and _ended(each) is not None]
    now.sort(key=lambda each: (_begun(each) or date.min, each.organisation.name), reverse=True)
    over.sort(key=lambda each: (_ended(each) or date.min, each.organisation.name), reverse=True)
    with speaking(language):
        head = Letterhead(
            language=language,
            organisation="",
            title=me.name,
            subtitle=", ".join(filter(None, (me.occupation, me.company))),
            document=_("Offices"),
            date=formats.date(today),
            printed_at=printed_at,
        )
        return OfficesSheet(
            letterhead=head,
            address=" · ".join(filter(None, (_flat(me.address), me.phone, me.email))),
            current=tuple(_line(each, today) for each in now),
            former=tuple(_line(each, today) for each in over),
        )


def _line(office: Office, today: date) -> OfficeLine:
    organisation = office.organisation
    purpose, *_more = re.split(r"(?<=[.!?]) ", _flat(organisation.purpose), maxsplit=1)
    if len(purpose) > _LONGEST:
        purpose = f"{purpose[: _LONGEST - 1].rstrip()}…"
    return OfficeLine(
        period="\n".join(_period(*each, today) for each in _stretches(office.terms)),
        role=title_of(office.membership),
        organisation=organisation.name,
        body=" · ".join(filter(None, (kind_name(organisation.kind), purpose))),
    )


def _stretches(terms: Sequence[Term]) -> list[tuple[date, date | None]]:
    """From when to when, terms that follow one another as one, the latest first."""
    found: list[tuple[date, date | None]] = []
    for term in sorted(terms, key=lambda each: each.starts_on):
        first, last = found[-1] if found else (None, None)
        follows = first is not None and (last is None or term.starts_on <= last + timedelta(days=2))
        if first is not None and follows:
            ends = None if last is None or term.ends_on is None else max(last, term.ends_on)
            found[-1] = (first, ends)
        else:
            found.append((term.starts_on, term.ends_on))
    return found[::-1]


def _period(first: date, last: date | None, today: date) -> str:
    """`Since March 2019`, or `March 2015 – April 2019`."""
    if last is None or last >= today:
        return capitalised(_("since {month}").format(month=formats.month(first)))
    begun, ended = formats.month(first), formats.month(last)
    return capitalised(begun) if begun == ended else capitalised(f"{begun} – {ended}")


def _begun(office: Office) -> date | None:
    return min((each.starts_on for each in office.terms), default=None)


def _ended(office: Office) -> date | None:
    return max((each.ends_on for each in office.terms if each.ends_on), default=None)


def _flat(text: str) -> str:
    return " ".join(text.split())
