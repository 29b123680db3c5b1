"""What every paper of an organisation says of itself: whose it is, what it is, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boardkeeper.domain.organisations import Colour, Organisation
from boardkeeper.domain.sheets.paper import Status
from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of a paper and what stands around its pages, in the paper's language.

    `title` is the large words of the first page, `document` the short ones of those after it, and
    `date` what stands beside them. `printed_at` is wall time.
    """

    language: Language
    organisation: str
    registration_number: str = ""
    colour: Colour = Colour.BLUE
    title: str
    subtitle: str = ""
    document: str
    subject: str = ""
    date: str = ""
    status: Status = Status.SENT
    confidentiality: str = ""
    printed_at: datetime


def letterhead_of(
    organisation: Organisation,
    title: str,
    *,
    language: Language,
    subtitle: str = "",
    document: str = "",
    subject: str = "",
    date: str = "",
    status: Status = Status.SENT,
    confidentiality: str | None = None,
    printed_at: datetime,
) -> Letterhead:
    """The letterhead of an organisation's paper; as confidential as the organisation is."""
    return Letterhead(
        language=language,
        organisation=organisation.name,
        registration_number=organisation.registration_number,
        colour=organisation.colour,
        title=title,
        subtitle=subtitle,
        document=document or title,
        subject=subject,
        date=date,
        status=status,
        confidentiality=(
            organisation.confidentiality if confidentiality is None else confidentiality
        ),
        printed_at=printed_at,
    )
