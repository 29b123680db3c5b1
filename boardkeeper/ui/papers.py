"""What can be previewed: each paper with how it is gathered and what one may choose about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from boardkeeper.domain.meetings import MeetingId, MeetingState, title_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Document, Prepared

if TYPE_CHECKING:
    from datetime import date

    from boardkeeper.domain.hours_report import ReportYear
    from boardkeeper.services.documents import DocumentService
    from boardkeeper.services.hours_reports import HoursReports
    from boardkeeper.services.meetings import MeetingService
    from boardkeeper.services.mileage import MileageService
    from boardkeeper.services.overviews import OverviewService
    from boardkeeper.services.privacy import PrivacyService
    from boardkeeper.services.relation_papers import RelationPapers


class Choice(Enum):
    """Something about a paper that is up to the one who prints it."""

    STYLE = auto()
    EDITION = auto()
    LANGUAGE = auto()
    PROFILE = auto()
    SIZE = auto()
    AMOUNTS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a paper is asked for.

    `language` None means the organisation's own, and the program's for a paper of all of them;
    `style` None the minutes' own. Amounts of money are hidden where they are not everybody's.
    """

    style: MinutesStyle | None = None
    edition: Edition = Edition.FULL
    language: Language | None = None
    profile: Profile = Profile.NORMAL
    size: PaperSize = PaperSize.A4
    with_amounts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What one may want to do now: said in `text`, done by `do`, and then said in `done`."""

    text: str
    action: str
    do: Callable[[], object]
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper to preview. `mail` makes a mail draft of it, where it is one to be sent.

    `mailed` tells what to offer when there is a draft. `word` prepares the same for a word
    processor, where that can be had. A paper that `is_mine` is of all my boards,
    and speaks the program's language.
    """

    prepare: Callable[[Wanted], Prepared]
    choices: frozenset[Choice]
    mail: Callable[[Document], Document] | None = None
    mailed: Callable[[], FollowUp | None] | None = None
    word: Callable[[Wanted], Prepared] | None = None
    is_mine: bool = False


def agenda_paper(services: Services, meeting_id: MeetingId) -> Paper:
    """The notice of a meeting with its agenda."""
    documents = services.documents
    return Paper(
        prepare=lambda wanted: documents.agenda(
            meeting_id, edition=wanted.edition, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.EDITION, Choice.LANGUAGE, Choice.PROFILE}),
        mail=lambda document: documents.agenda_mail(meeting_id, document),
        mailed=lambda: _offer_to_mark(services.meetings, meeting_id),
        word=lambda wanted: documents.agenda_in_word(
            meeting_id, edition=wanted.edition, language=wanted.language
        ),
    )


def minutes_paper(services: Services, meeting_id: MeetingId) -> Paper:
    """The minutes of a meeting, with a mail draft to those who sat on the board."""
    papers = services.minutes_papers
    return Paper(
        prepare=lambda wanted: papers.minutes(
            meeting_id,
            style=wanted.style,
            edition=wanted.edition,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=frozenset({Choice.STYLE, Choice.EDITION, Choice.LANGUAGE, Choice.PROFILE}),
        mail=lambda document: papers.minutes_mail(meeting_id, document),
        mailed=lambda: _offer_to_mark_draft(services, meeting_id),
        word=lambda wanted: papers.minutes_in_word(
            meeting_id, style=wanted.style, edition=wanted.edition, language=wanted.language
        ),
    )


def approved_paper(services: Services, meeting_id: MeetingId) -> Paper:
    """The minutes as they were approved, byte for byte; the last version of them."""
    approved = services.approval.versions(meeting_id)[-1]
    meeting = services.meetings.get(meeting_id)
    title = _("Approved minutes, version {number}").format(number=approved.version)
    prepared = Prepared(
        title=f"{title_of(meeting)} · {title}",
        file_name=file_name(meeting.day, title_of(meeting), title, suffix=".pdf"),
        draw=lambda: services.approval.paper(approved),
    )
    return Paper(prepare=lambda _wanted: prepared, choices=frozenset())


def wheel_paper(documents: DocumentService, organisation_id: OrganisationId, year: int) -> Paper:
    """The year wheel of an organisation."""
    return Paper(
        prepare=lambda wanted: documents.wheel(
            organisation_id, year, language=wanted.language, size=wanted.size
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.SIZE}),
    )


def plan_paper(
    documents: DocumentService, organisation_id: OrganisationId | None, year: int
) -> Paper:
    """The meetings of a year, of one organisation or of all."""
    return Paper(
        prepare=lambda wanted: documents.plan(
            organisation_id, year, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=organisation_id is None,
    )


def ahead_paper(documents: DocumentService) -> Paper:
    """My next 90 days."""
    return Paper(
        prepare=lambda wanted: documents.ahead(language=wanted.language),
        choices=frozenset({Choice.LANGUAGE}),
        is_mine=True,
    )


def hours_paper(
    reports: HoursReports,
    organisation_id: OrganisationId | None = None,
    year: ReportYear | None = None,
) -> Paper:
    """A year of hours, of all my boards or of one; this year unless told otherwise."""
    return Paper(
        prepare=lambda wanted: reports.paper(
            organisation_id, year, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=organisation_id is None,
    )


def mileage_paper(
    mileage: MileageService,
    organisation_id: OrganisationId,
    first: date,
    last: date,
    *,
    only_unpaid: bool = False,
) -> Paper:
    """The mileage slip of a board, from the first day to the last, both included."""
    return Paper(
        prepare=lambda wanted: mileage.slip(
            organisation_id,
            first,
            last,
            only_unpaid=only_unpaid,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
    )


def overview_paper(
    overviews: OverviewService,
    organisation_id: OrganisationId | None = None,
    year: ReportYear | None = None,
) -> Paper:
    """Boards and hours of a year at a glance, of all my boards or of one."""
    return Paper(
        prepare=lambda wanted: overviews.paper(
            organisation_id, year, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=organisation_id is None,
    )


def brief_paper(papers: RelationPapers, meeting_id: MeetingId) -> Paper:
    """What to know before a meeting: my own paper, so nobody is mailed it."""
    return Paper(
        prepare=lambda wanted: papers.brief(
            meeting_id, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
    )


def offices_paper(papers: RelationPapers) -> Paper:
    """My current and former offices."""
    return Paper(
        prepare=lambda wanted: papers.offices(language=wanted.language, profile=wanted.profile),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=True,
    )


def held_paper(privacy: PrivacyService, person_id: PersonId) -> Paper:
    """What is held about a person."""
    return Paper(
        prepare=lambda wanted: privacy.paper(
            person_id, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=True,
    )


def _offer_to_mark_draft(services: Services, meeting_id: MeetingId) -> FollowUp | None:
    """A mail with the draft is on its way, and the time to object begins with it."""
    if services.meetings.get(meeting_id).state is not MeetingState.HELD:
        return None
    return FollowUp(
        text=_("The draft of the minutes is not marked as sent, so no time to object runs."),
        action=_("Mark the draft as sent"),
        do=lambda: services.approval.send_draft(meeting_id),
        done=_("The draft is marked as sent."),
    )


def _offer_to_mark(meetings: MeetingService, meeting_id: MeetingId) -> FollowUp | None:
    """A mail is on its way whose agenda says DRAFT: most likely the notice is being sent."""
    if meetings.get(meeting_id).state is not MeetingState.PLANNED:
        return None
    return FollowUp(
        text=_("The attached agenda is marked as a draft, since the notice is not marked as sent."),
        action=_("Mark the notice as sent"),
        do=lambda: meetings.send_notice(meeting_id),
        done=_(
            "The notice is marked as sent. A new mail draft carries the agenda without the mark."
        ),
    )
