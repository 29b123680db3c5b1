"""The days something is due, across every organisation: notices, proposals, terms, elections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rules import RuleName
from boardkeeper.i18n import _

DAYS_AHEAD = 30
"""How far ahead deadlines are shown."""

Days = Callable[[OrganisationId, RuleName], int]
"""The days an organisation's rule asks for; 0 where it asks for none."""


class DeadlineKind(StrEnum):
    """What is due."""

    NOTICE = "notice"
    ITEMS_IN = "items_in"
    ELECTION = "election"
    TERM_ENDS = "term_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something due on a day for an organisation, for one of its meetings if there is one."""

    on: date
    kind: DeadlineKind
    organisation_id: OrganisationId
    meeting: Meeting | None = None
    is_late: bool = False


def deadlines_of_meetings(
    meetings: Iterable[Meeting], days: Days, today: date, last: date | None = None
) -> list[Deadline]:
    """Notices not sent and proposals still open, for meetings ahead.

    What is due after the `last` day is left out; without one, after the next 30 days.
    A notice that is late stays until it is sent or the meeting is held; a day for proposals that
    has passed asks for nothing more.
    """
    found = []
    last = last or today + timedelta(days=DAYS_AHEAD)
    for meeting in meetings:
        if not meeting.is_open or meeting.day < today:
            continue
        for kind, rule in (
            (DeadlineKind.NOTICE, RuleName.NOTICE),
            (DeadlineKind.ITEMS_IN, RuleName.ITEMS_IN),
        ):
            before = days(meeting.organisation_id, rule)
            on = meeting.day - timedelta(days=before)
            is_notice = kind is DeadlineKind.NOTICE
            is_done = is_notice and meeting.state is MeetingState.NOTICE_SENT
            is_near = (is_notice or on >= today) and on <= last
            if before and is_near and not is_done:
                deadline = Deadline(
                    on=on,
                    kind=kind,
                    organisation_id=meeting.organisation_id,
                    meeting=meeting,
                    is_late=on < today,
                )
                found.append(deadline)
    return found


def deadlines_of_terms(
    membership: Membership, terms: Iterable[Term], first: date, last: date | None = None
) -> list[Deadline]:
    """When the seat is up for election, and when its terms end.

    From the `first` day to the `last`, both included; without a last one, for 30 days.
    """
    last = last or first + timedelta(days=DAYS_AHEAD)
    days = [
        (on, kind)
        for term in terms
        for on, kind in (
            (term.up_for_election_on, DeadlineKind.ELECTION),
            (term.ends_on, DeadlineKind.TERM_ENDS),
        )
    ]
    return [
        Deadline(on=on, kind=kind, organisation_id=membership.organisation_id)
        for on, kind in days
        if on is not None and first <= on <= last
    ]


def deadline_name(kind: DeadlineKind) -> str:
    """What is due, in words."""
    return {
        DeadlineKind.NOTICE: _("Send the notice"),
        DeadlineKind.ITEMS_IN: _("Deadline for items"),
        DeadlineKind.ELECTION: _("You are up for election"),
        DeadlineKind.TERM_ENDS: _("Your term ends"),
    }[kind]
