"""`boardkeeper print …`: the same papers as the window's, to a file."""

from __future__ import annotations

from argparse import Namespace

from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
from boardkeeper.errors import UserError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.documents import Prepared


def printed(services: Services, asked: Namespace) -> str:
    """Print what was asked for; returns the sentence that says where it lies."""
    prepare = {"agenda": _agenda, "plan": _plan, "ahead": _ahead, "wheel": _wheel}[asked.kind]
    document = prepare(services, asked).printed()
    write_whole(asked.output, document.content)
    return _("Printed: {title} → {file}").format(title=document.title, file=asked.output)


def _agenda(services: Services, asked: Namespace) -> Prepared:
    return services.documents.agenda(
        _meeting(services, asked.meeting, asked.organisation).id,
        edition=Edition(asked.edition),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
    )


def _wheel(services: Services, asked: Namespace) -> Prepared:
    return services.documents.wheel(
        _organisation(services, asked.organisation).id,
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


def _language(asked: Namespace) -> Language | None:
    return Language(asked.document_language) if asked.document_language else None


def _organisation(services: Services, name: str | None) -> Organisation:
    """The one named, or the only one there is."""
    if name is not None:
        return services.organisations.named(name)
    every = services.organisations.all()
    if len(every) == 1:
        return every[0]
    if not every:
        raise UserError(_("There is no organisation yet."))
    names = ", ".join(each.name for each in every)
    message = _("Say whose it is, with --organisation. There are: {names}.")
    raise UserError(message.format(names=names))


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
