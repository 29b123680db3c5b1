"""What Today tells, read once a refresh, so that the page itself only lays it out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper.domain.deadlines import DAYS_AHEAD, Deadline
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.promises import Promise, promise_on
from boardkeeper.domain.readiness import Lack, lacks_of
from boardkeeper.domain.rules import latest_notice, notice_rule
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import Planned
from boardkeeper.domain.tasks import Task
from boardkeeper.services.catalogue import Services
from boardkeeper.services.reviews import DueReview
from boardkeeper.ui.hour_bars import Bar

_DAYS_TO_ANSWER = 14
"""How long after a meeting one is asked how it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One day's front page.

    `questions` are the series with days somebody is to decide about; `tasks` are mine of the next
    30 days, `reviews` decisions to look at again, `questions_due` the memberships to ask the
    yearly question of, `unanswered` the meeting to say how it was; `bars` are this month's hours,
    the most first, `promised` the minutes a month that were promised.
    """

    organisations: dict[OrganisationId, Organisation]
    next_meeting: Meeting | None
    lacks: list[Lack]
    coming: list[Meeting]
    deadlines: list[Deadline]
    questions: list[tuple[Series, list[Planned]]]
    tasks: list[Task]
    reviews: list[Decision]
    questions_due: list[DueReview]
    bars: list[Bar]
    promised: int
    unanswered: Meeting | None


def facts_of(services: Services, only: OrganisationId | None) -> Facts:
    """The facts of every organisation, or of one."""
    today = services.clock.today()
    organisations = {each.id: each for each in services.organisations.all()}
    shown = [each for each in organisations if only in (None, each)]
    ahead = [
        each
        for each in services.meetings.upcoming(DAYS_AHEAD + 1)
        if each.organisation_id in shown and each.state is not MeetingState.CANCELLED
    ]
    coming = services.meetings.next(only)
    lacks: list[Lack] = []
    if coming is not None:
        notice = services.organisations.rule(coming.organisation_id, notice_rule(coming.kind))
        by = latest_notice(coming.day, notice) if notice.days else None
        lacks = lacks_of(coming, services.agenda.of(coming.id), by, today)
    last = today + timedelta(days=DAYS_AHEAD)
    return Facts(
        organisations=organisations,
        next_meeting=coming,
        lacks=lacks,
        coming=[each for each in ahead if each != coming and each.day <= last],
        deadlines=services.calendar.due(only),
        questions=services.series.open_questions(only),
        tasks=[each.task for each in services.tasks.mine(last, only)],
        reviews=[
            each for each in services.decisions.to_review() if only in (None, each.organisation_id)
        ],
        questions_due=services.reviews.due(organisation_id=only),
        bars=_bars(services, organisations, only, today),
        promised=_promised_a_month(services, only, today),
        unanswered=_unanswered(services, only, today),
    )


def _unanswered(services: Services, only: OrganisationId | None, today: date) -> Meeting | None:
    """My latest meeting of a fortnight that I have not said how it was."""
    found = services.aims.unanswered(today - timedelta(days=_DAYS_TO_ANSWER))
    return next((each for each in found if only in (None, each.organisation_id)), None)


def _promised_a_month(services: Services, only: OrganisationId | None, today: date) -> int:
    """A twelfth of what is promised a year by the promises in force, in minutes."""
    promises: dict[MembershipId, list[Promise]] = defaultdict(list)
    for each in services.promises.all():
        promises[each.membership_id].append(each)
    if not promises:
        return 0
    a_year = 0
    for seated in services.memberships.mine():
        now = promise_on(promises[seated.membership.id], today)
        is_asked = only in (None, seated.organisation.id) and seated.sits_on(today)
        a_year += now.minutes_a_year if now is not None and is_asked else 0
    return round(a_year / 12)


def _bars(
    services: Services,
    organisations: dict[OrganisationId, Organisation],
    only: OrganisationId | None,
    today: date,
) -> list[Bar]:
    first = today.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    minutes: dict[OrganisationId, int] = defaultdict(int)
    for spent in services.hours.spent(first, last, only):
        minutes[spent.organisation_id] += spent.minutes
    return [
        Bar(organisations[each].label, spent, organisations[each].colour.value)
        for each, spent in sorted(minutes.items(), key=lambda item: -item[1])
    ]
