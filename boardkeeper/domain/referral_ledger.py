"""The give and get of referrals: added up by person, by organisation, and for each hour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.referrals import Referral, ReferralId, ReferralStatus
from boardkeeper.formats.sorting import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How many referrals I gave and received, how many became orders, and what those were worth.

    Values are in øre, of orders alone. `minutes` are those spent, where they are known.
    """

    given: int = 0
    received: int = 0
    given_won: int = 0
    received_won: int = 0
    given_value: int = 0
    received_value: int = 0
    minutes: int = 0

    def an_hour(self, figure: int) -> Fraction | None:
        """One of the figures for each hour spent; None without hours."""
        return Fraction(60 * figure, self.minutes) if self.minutes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """The account with one person, or through one organisation; the other of the two is None.

    A person who is no longer among the people is known by the name that was written down.
    """

    name: str
    account: Account
    person_id: PersonId | None = None
    organisation_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All of it for a period: by person and by organisation, the most dealt with first."""

    people: tuple[LedgerLine, ...]
    organisations: tuple[LedgerLine, ...]
    total: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A referral in its chain: how many referrals lead up to it."""

    referral: Referral
    depth: int


def ledger(
    referrals: Sequence[Referral],
    me: PersonId,
    people: Mapping[PersonId, str],
    organisations: Mapping[OrganisationId, str],
    minutes: Mapping[OrganisationId, int],
) -> Ledger:
    """The ledger of those referrals that are mine, with the names people and organisations bear.

    `minutes` are mine by organisation; one where time was spent and nothing came has its line.
    """
    mine = [each for each in referrals if me in (each.from_id, each.to_id)]
    by_person: dict[tuple[PersonId | None, str], list[Referral]] = {}
    by_organisation: dict[OrganisationId, list[Referral]] = {of: [] for of in minutes}
    for each in mine:
        other, name = _other(each, me)
        key = (other, people.get(other, name)) if other is not None else (None, name)
        by_person.setdefault(key, []).append(each)
        by_organisation.setdefault(each.organisation_id, []).append(each)
    return Ledger(
        people=_in_order(
            LedgerLine(name=name, person_id=other, account=account(theirs, me))
            for (other, name), theirs in by_person.items()
        ),
        organisations=_in_order(
            LedgerLine(
                name=organisations.get(of, ""),
                organisation_id=of,
                account=account(theirs, me, minutes.get(of, 0)),
            )
            for of, theirs in by_organisation.items()
        ),
        total=account(mine, me, sum(minutes.values())),
    )


def account(referrals: Iterable[Referral], me: PersonId, minutes: int = 0) -> Account:
    """The referrals that are mine, added up."""
    given, received = [], []
    for each in referrals:
        if each.from_id == me:
            given.append(each)
        elif each.to_id == me:
            received.append(each)
    given_won, received_won = _won(given), _won(received)
    return Account(
        given=len(given),
        received=len(received),
        given_won=len(given_won),
        received_won=len(received_won),
        given_value=sum(each.value for each in given_won),
        received_value=sum(each.value for each in received_won),
        minutes=minutes,
    )


def chain_of(referrals: Iterable[Referral], referral_id: ReferralId) -> list[Link]:
    """The referral with all it came from and all that came of it, from the introduction on.

    Referrals that follow one another in a circle, as another program's file may have them, end
    where the circle closes.
    """
    known = {each.id: each for each in referrals}
    root = known[referral_id]
    seen = {root.id}
    while root.follows_id in known and root.follows_id not in seen:
        root = known[root.follows_id]
        seen.add(root.id)
    after: dict[ReferralId, list[Referral]] = {}
    for each in sorted(known.values(), key=lambda one: (one.on, one.id)):
        if each.follows_id is not None:
            after.setdefault(each.follows_id, []).append(each)
    links: list[Link] = []
    waiting, shown = [Link(referral=root, depth=0)], {root.id}
    while waiting:
        link = waiting.pop()
        links.append(link)
        following = [each for each in after.get(link.referral.id, ()) if each.id not in shown]
        shown |= {each.id for each in following}
        waiting += [Link(referral=each, depth=link.depth + 1) for each in reversed(following)]
    return links


def _won(referrals: Iterable[Referral]) -> list[Referral]:
    return [each for each in referrals if each.status is ReferralStatus.WON]


def _other(referral: Referral, me: PersonId) -> tuple[PersonId | None, str]:
    if referral.from_id == me:
        return referral.to_id, referral.to_name
    return referral.from_id, referral.from_name


def _in_order(lines: Iterable[LedgerLine]) -> tuple[LedgerLine, ...]:
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                -(line.account.given + line.account.received),
                sort_key(line.name),
            ),
        )
    )
