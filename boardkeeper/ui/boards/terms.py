"""How a term reads: from when to when, how it came about, how it stands today."""

from __future__ import annotations

from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.memberships import Term
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Tone

SOON = timedelta(days=90)
"""How long before an election or an end it is worth a colour."""


def span(term: Term) -> str:
    """From when to when."""
    if term.ends_on is None:
        return _("Since {day}").format(day=formats.date(term.starts_on))
    return formats.date_range(term.starts_on, term.ends_on)


def how_elected(term: Term) -> str:
    """When and by whom; empty if nobody wrote it down."""
    day = formats.date(term.elected_on) if term.elected_on else ""
    if day and term.elected_by:
        return _("Elected {day} by {whom}").format(day=day, whom=term.elected_by)
    if day:
        return _("Elected {day}").format(day=day)
    if term.elected_by:
        return _("Elected by {whom}").format(whom=term.elected_by)
    return ""


def standing(term: Term, today: date) -> tuple[str, Tone]:
    """The one thing to know of the term today, and how much it matters."""
    if term.ends_on is not None and term.ends_on < today:
        return _("Over"), Tone.NEUTRAL
    election = term.up_for_election_on
    if election is not None and election >= today:
        tone = Tone.WARNING if election - today <= SOON else Tone.NEUTRAL
        return _("Up for election {day}").format(day=formats.short_date(election)), tone
    if term.starts_on > today:
        return _("Not begun"), Tone.NEUTRAL
    return _("Now"), Tone.SUCCESS


def ending(term: Term | None) -> str:
    """Until when someone sits there, or when they are up for election, as far as is known."""
    if term is None:
        return ""
    if term.ends_on is not None:
        return _("Until {day}").format(day=formats.short_date(term.ends_on))
    if term.up_for_election_on is not None:
        return _("Up for election {day}").format(day=formats.short_date(term.up_for_election_on))
    return ""
