"""`boardkeeper print …`: the same papers as the window's, to a file."""

from __future__ import annotations

from argparse import Namespace

from boardkeeper.cli.meant import meeting_meant, organisation_meant
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
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
        meeting_meant(services, asked.meeting, asked.organisation).id,
        edition=Edition(asked.edition),
        language=_language(asked),
        profile=Profile(asked.profile),
        two_sided=asked.two_sided,
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


def _language(asked: Namespace) -> Language | None:
    return Language(asked.document_language) if asked.document_language else None
