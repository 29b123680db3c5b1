"""Referrals as the list shows them, and which of them it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.referrals import (
    Referral,
    ReferralId,
    ReferralStatus,
    referral_status_name,
)
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import RowFace, Tone

_TONES = {
    ReferralStatus.CONTACTED: Tone.ACCENT,
    ReferralStatus.MEETING: Tone.ACCENT,
    ReferralStatus.WON: Tone.SUCCESS,
}
_CLOSED = (ReferralStatus.WON, ReferralStatus.LOST)


class Filter(IntEnum):
    """Which referrals are shown, in the order of the segments."""

    MINE = 0
    GIVEN = 1
    RECEIVED = 2
    OPEN = 3
    WON = 4
    ALL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A referral with where it was given, and who I am."""

    referral: Referral
    organisation: Organisation
    me: PersonId

    @property
    def id(self) -> ReferralId:
        return self.referral.id

    @property
    def is_given(self) -> bool:
        return self.referral.from_id == self.me

    @property
    def is_received(self) -> bool:
        return self.referral.to_id == self.me


def filters() -> list[tuple[str, str]]:
    """The words of each, and their full names."""
    return [
        (pgettext("referrals", "Mine"), _("Given and received by me")),
        (pgettext("referrals", "Given"), _("Given by me")),
        (pgettext("referrals", "Received"), _("Received by me")),
        (pgettext("referrals", "Open"), _("Mine that are neither won nor lost")),
        (pgettext("referrals", "Won"), _("Mine that became orders")),
        (pgettext("referrals", "All"), _("Also those between others")),
    ]


def passes(wanted: Filter) -> Callable[[Shown], bool]:
    """Whether a referral is shown by the filter."""

    def is_mine(one: Shown) -> bool:
        return one.is_given or one.is_received

    return {
        Filter.MINE: is_mine,
        Filter.GIVEN: lambda one: one.is_given,
        Filter.RECEIVED: lambda one: one.is_received,
        Filter.OPEN: lambda one: is_mine(one) and one.referral.status not in _CLOSED,
        Filter.WON: lambda one: is_mine(one) and one.referral.status is ReferralStatus.WON,
        Filter.ALL: lambda _one: True,
    }[wanted]


def face() -> RowFace[Shown]:
    return RowFace(
        title=lambda one: one.referral.customer,
        caption=lambda one: f"{names_of(one)} · {formats.short_date(one.referral.on)}",
        chip=lambda one: referral_status_name(one.referral.status),
        tone=lambda one: _TONES.get(one.referral.status, Tone.NEUTRAL),
        colour=lambda one: one.organisation.colour.value,
        is_muted=lambda one: one.referral.status is ReferralStatus.LOST,
    )


def names_of(one: Shown) -> str:
    """`to Anna Holm`, `from Bo Lund`, or both where neither is me."""
    referral = one.referral
    nobody = _("somebody")
    if one.is_given:
        return _("to {name}").format(name=referral.to_name or nobody)
    if one.is_received:
        return _("from {name}").format(name=referral.from_name or nobody)
    return f"{referral.from_name or nobody} → {referral.to_name or nobody}"


def words_of(one: Shown) -> str:
    """What the search looks through."""
    referral = one.referral
    words = (referral.customer, referral.from_name, referral.to_name, referral.note)
    return " ".join((*words, one.organisation.label))
