"""`boardkeeper print …`: the same papers as the window's, to a file."""

from __future__ import annotations

from argparse import Namespace

from boardkeeper.cli.candidates import candidate_asked_for
from boardkeeper.cli.hours import year_meant
from boardkeeper.cli.meant import meeting_meant, organisation_meant
from boardkeeper.cli.mileage import mileage_asked_for
from boardkeeper.cli.network_papers import PAPERS as NETWORK_PAPERS
from boardkeeper.cli.packs import pack_printed
from boardkeeper.cli.reviews import PAPERS as REVIEW_PAPERS
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.rules import is_general
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
from boardkeeper.errors import UsageError, UserError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared


def printed(services: Services, asked: Namespace) -> str:
    """Print what was asked for; returns the sentence that says where it lies."""
    if asked.kind == "pack":
        return pack_printed(services, asked)
    prepare = {
        "agenda": _agenda,
        "minutes": _minutes,
        "extract": _extract,
        "protocol": _protocol,
        "attendance": _attendance,
        "tasks": _tasks,
        "decisions": _decisions,
        "yearbook": _year_book,
        "nameplates": _name_plates,
        "ballots": _ballots,
        "proxy": _proxy,
        "plan": _plan,
        "ahead": _ahead,
        "wheel": _wheel,
        "hours": _hours,
        "overview": _overview,
        "mileage": mileage_asked_for,
        "candidate": candidate_asked_for,
        "brief": _brief,
        "offices": _offices,
        **NETWORK_PAPERS,
        **REVIEW_PAPERS,
    }[asked.kind]
    document = prepare(services, asked).printed()
    write_whole(asked.output, document.content)
    return _("Printed: {title} → {file}").format(title=document.title, file=asked.output)


def _agenda(services: Services, asked: Namespace) -> Prepared:
    return services.documents.agenda(
        _meeting_asked(services, asked, "next").id,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _minutes(services: Services, asked: Namespace) -> Prepared:
    return services.minutes_papers.minutes(
        _meeting_asked(services, asked, "last").id,
        style=MinutesStyle(asked.style) if asked.style else None,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _brief(services: Services, asked: Namespace) -> Prepared:
    return services.relation_papers.brief(
        _meeting_asked(services, asked, "next").id,
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _offices(services: Services, asked: Namespace) -> Prepared:
    return services.relation_papers.offices(
        language=_language(asked), profile=Profile(asked.profile)
    )


def _protocol(services: Services, asked: Namespace) -> Prepared:
    """Of the meeting named, or of the last general meeting."""
    if asked.meeting:
        meeting = _meeting_asked(services, asked, "last")
    else:
        meeting = _last_general_meeting(services, asked.organisation)
    return services.minutes_papers.protocol(
        meeting.id,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _extract(services: Services, asked: Namespace) -> Prepared:
    if not asked.decision:
        raise UserError(_("Say which decision, with --decision and its number."))
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    return services.board_papers.extract(
        asked.decision,
        organisation_id,
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _tasks(services: Services, asked: Namespace) -> Prepared:
    if asked.mine:
        return services.board_papers.my_tasks(
            language=_language(asked), profile=Profile(asked.profile)
        )
    return services.board_papers.tasks(
        organisation_meant(services, asked.organisation).id,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _decisions(services: Services, asked: Namespace) -> Prepared:
    return services.board_papers.decisions(
        organisation_meant(services, asked.organisation).id,
        asked.year,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _year_book(services: Services, asked: Namespace) -> Prepared:
    return services.board_papers.year_book(
        organisation_meant(services, asked.organisation).id,
        asked.year,
        edition=_edition(asked),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _attendance(services: Services, asked: Namespace) -> Prepared:
    return services.board_papers.attendance(
        _meeting_asked(services, asked, "next").id,
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _name_plates(services: Services, asked: Namespace) -> Prepared:
    meeting = _meeting_asked(services, asked, "next")
    return services.board_papers.name_plates(meeting.id, language=_language(asked))


def _ballots(services: Services, asked: Namespace) -> Prepared:
    meeting = _meeting_asked(services, asked, "next")
    return services.board_papers.ballots(meeting.id, asked.item, language=_language(asked))


def _proxy(services: Services, asked: Namespace) -> Prepared:
    return services.board_papers.proxy(
        _meeting_asked(services, asked, "next").id,
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _wheel(services: Services, asked: Namespace) -> Prepared:
    return services.documents.wheel(
        organisation_meant(services, asked.organisation).id,
        asked.year,
        language=_language(asked),
        size=PaperSize(asked.paper),
        profile=Profile(asked.profile),
    )


def _plan(services: Services, asked: Namespace) -> Prepared:
    """Of the organisation named, or of all."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    return services.documents.plan(
        organisation_id,
        asked.year,
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _ahead(services: Services, asked: Namespace) -> Prepared:
    return services.documents.ahead(language=_language(asked), profile=Profile(asked.profile))


def _hours(services: Services, asked: Namespace) -> Prepared:
    """Of the organisation named, or of all."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    return services.hours_reports.paper(
        organisation_id,
        year_meant(services, asked),
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _overview(services: Services, asked: Namespace) -> Prepared:
    """Of the organisation named, or of all."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    return services.overviews.paper(
        organisation_id,
        year_meant(services, asked),
        language=_language(asked),
        profile=Profile(asked.profile),
    )


def _meeting_asked(services: Services, asked: Namespace, otherwise: str) -> Meeting:
    """The meeting named, or the next or last where none is."""
    return meeting_meant(services, asked.meeting or otherwise, asked.organisation)


def _last_general_meeting(services: Services, name: str | None) -> Meeting:
    meetings = services.meetings.all()
    if name is not None:
        meetings = services.meetings.of_organisation(services.organisations.named(name).id)
    held = [
        each
        for each in meetings
        if is_general(each.kind)
        and each.state is not MeetingState.CANCELLED
        and each.starts_at <= services.clock.now()
    ]
    if not held:
        raise UserError(_("No general meeting has been held yet. Name one with --meeting."))
    return max(held, key=lambda each: each.starts_at)


def _edition(asked: Namespace) -> Edition:
    """Raises UsageError for an edition that only packs have."""
    if asked.edition not in set(Edition):
        raise UsageError(_("Only a pack has the edition “{name}”.").format(name=asked.edition))
    return Edition(asked.edition)


def _language(asked: Namespace) -> Language | None:
    return Language(asked.document_language) if asked.document_language else None
