"""The yearly question at the terminal: `print review|portfolio|letter|handover`, `list reviews`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from boardkeeper import formats
from boardkeeper.cli.meant import organisation_meant
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.plain import plain
from boardkeeper.domain.reviews import Review, outcome_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.review import period_in_words
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared


def review_asked_for(services: Services, asked: Namespace) -> Prepared:
    """The review of the organisation named: of the year asked for, or the one that counts now."""
    seat = _my_seat(services, asked)
    reviews = services.reviews
    review = reviews.open(seat) if asked.year is None else reviews.of_year(seat, asked.year)
    return services.review_papers.review(seat, review, **_how(asked))


def portfolio_asked_for(services: Services, asked: Namespace) -> Prepared:
    """Every board of mine side by side, of the year asked for, or the last twelve months."""
    first, last = (None, None) if asked.year is None else _calendar(asked.year)
    return services.review_papers.portfolio(first, last, **_how(asked))


def letter_asked_for(services: Services, asked: Namespace) -> Prepared:
    return services.review_papers.letter(_my_seat(services, asked), **_how(asked))


def handover_asked_for(services: Services, asked: Namespace) -> Prepared:
    return services.review_papers.handover(_my_seat(services, asked), **_how(asked))


PAPERS: dict[str, Callable[[Services, Namespace], Prepared]] = {
    "review": review_asked_for,
    "portfolio": portfolio_asked_for,
    "letter": letter_asked_for,
    "handover": handover_asked_for,
}


def reviews_listed(
    services: Services, organisation: str | None
) -> tuple[list[dict[str, Any]], list[tuple[str, ...]]]:
    """Every review, or an organisation's: every field as plain data, and a row of words for each.

    The row: when it was held, whose it is, of which period, the answer, the goal, the next one.
    """
    whose = None if organisation is None else services.organisations.named(organisation).id
    seats = {each.membership.id: each.organisation for each in services.memberships.all()}
    found = [
        each
        for each in services.reviews.all()
        if whose is None or seats[each.membership_id].id == whose
    ]
    rows = [_row(each, seats[each.membership_id].label) for each in found]
    return [plain(each) for each in found], rows


def _row(review: Review, label: str) -> tuple[str, ...]:
    return (
        formats.short_date(review.reviewed_on),
        label,
        period_in_words(review.starts_on, review.ends_on),
        outcome_name(review.outcome),
        " ".join(review.goal.split()),
        formats.short_date(review.next_review_on) if review.next_review_on else "",
    )


def _my_seat(services: Services, asked: Namespace) -> MembershipId:
    """Raises UserError where I have no seat in the organisation."""
    organisation = organisation_meant(services, asked.organisation)
    seat = services.reviews.my_seat(organisation.id)
    if seat is None:
        message = _("You have no seat in {name}, so there is nothing to review.")
        raise UserError(message.format(name=organisation.name))
    return seat.id


def _calendar(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _how(asked: Namespace) -> dict[str, Any]:
    return {
        "language": Language(asked.document_language) if asked.document_language else None,
        "profile": Profile(asked.profile),
    }
