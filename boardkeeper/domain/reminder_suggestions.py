"""What organisations of each kind are usually to be reminded of; offered, never made by itself."""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reminders import ReminderKind
from boardkeeper.i18n import _

_YEARLY = 12
_WITH_CHILDREN = (OrganisationKind.ASSOCIATION, OrganisationKind.VOLUNTEERS)
_CONFIDENTIAL = (
    OrganisationKind.KINDERGARTEN,
    OrganisationKind.COMPANY,
    OrganisationKind.FOUNDATION,
    OrganisationKind.ADVISORY,
)
_WITH_INTERESTS = (
    OrganisationKind.COMPANY,
    OrganisationKind.FOUNDATION,
    OrganisationKind.ADVISORY,
)
_WITH_A_FEE = (OrganisationKind.NETWORK, OrganisationKind.ASSOCIATION)
_LIABLE = (
    OrganisationKind.COMPANY,
    OrganisationKind.FOUNDATION,
    OrganisationKind.HOUSING,
    OrganisationKind.ASSOCIATION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A reminder to begin from: what it says, how early it comes, and how often."""

    kind: ReminderKind
    title: str
    days_before: int
    repeats_months: int = 0


def suggestions(kind: OrganisationKind) -> list[Suggestion]:
    """The usual reminders of an organisation of that kind."""
    found = []
    if kind in _WITH_CHILDREN:
        found += _about_children()
    if kind in _LIABLE:
        found.append(
            Suggestion(
                kind=ReminderKind.INSURANCE,
                title=_("Renew the board's liability insurance"),
                days_before=60,
                repeats_months=_YEARLY,
            )
        )
    if kind in _CONFIDENTIAL:
        found.append(
            Suggestion(
                kind=ReminderKind.UNDERTAKING,
                title=_("Sign the confidentiality undertaking"),
                days_before=14,
            )
        )
    if kind in _WITH_INTERESTS:
        found.append(
            Suggestion(
                kind=ReminderKind.DECLARATION,
                title=_("Hand in the declaration of interests"),
                days_before=21,
                repeats_months=_YEARLY,
            )
        )
    if kind in _WITH_A_FEE:
        found.append(
            Suggestion(
                kind=ReminderKind.FEE,
                title=_("Renew the membership or leave"),
                days_before=30,
                repeats_months=_YEARLY,
            )
        )
    return [*found, *_about_the_seat(kind)]


def _about_children() -> list[Suggestion]:
    """An association declares to its municipality every year, even without members under 15."""
    return [
        Suggestion(
            kind=ReminderKind.DECLARATION,
            title=_("Declaration on children's certificates to the municipality"),
            days_before=45,
            repeats_months=_YEARLY,
        ),
        Suggestion(
            kind=ReminderKind.CERTIFICATE,
            title=_("Obtain a children's certificate"),
            days_before=45,
            repeats_months=2 * _YEARLY,
        ),
    ]


def _about_the_seat(kind: OrganisationKind) -> list[Suggestion]:
    resignation = Suggestion(
        kind=ReminderKind.RESIGNATION,
        title=_("Last day to say that I step down"),
        days_before=30,
    )
    if kind is OrganisationKind.NETWORK:
        return [resignation]
    nomination = Suggestion(
        kind=ReminderKind.NOMINATION,
        title=_("Say whether I stand again"),
        days_before=30,
    )
    return [nomination, resignation]
