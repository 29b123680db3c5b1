"""`boardkeeper print …`: the same papers as the window's, to a file."""

from __future__ import annotations

from argparse import Namespace

from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.errors import UserError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services


def printed(services: Services, asked: Namespace) -> str:
    """Print what was asked for; returns the sentence that says where it lies."""
    meeting = _meeting(services, asked.meeting, asked.organisation)
    language = Language(asked.document_language) if asked.document_language else None
    document = services.documents.agenda(
        meeting.id,
        edition=Edition(asked.edition),
        language=language,
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    ).printed()
    write_whole(asked.output, document.content)
    return _("Printed: {title} → {file}").format(title=document.title, file=asked.output)


def _meeting(services: Services, which: str, organisation_name: str | None) -> Meeting:
    organisation_id = None
    if organisation_name is not None:
        organisation_id = services.organisations.named(organisation_name).id
    if which == "next":
        found = services.meetings.next(organisation_id)
        lacking = _("No meeting lies ahead. Plan one, or name another with --meeting.")
    elif which == "last":
        found = services.meetings.last(organisation_id)
        lacking = _("No meeting has been held yet. Name one with --meeting.")
    else:
        return services.meetings.get(MeetingId(which))
    if found is None:
        raise UserError(lacking)
    return found
