"""A letter that says one leaves: from whom, to whom, from which day, with thanks.

It is in the language of the organisation it goes to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.memberships import Membership, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.i18n import Language, _, pgettext, speaking

_TO_FILL_IN = "____________"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """A letter on one page. `sender` and `recipient` are lines, `paragraphs` its own words."""

    letterhead: Letterhead
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    written_on: str
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Who leaves what, and when. `since` is the first day of the seat, where it is known."""

    membership: Membership
    organisation: Organisation
    me: Person | None
    chair: Person | None
    written_on: date
    leaves_on: date | None
    since: date | None = None


def letter_sheet(
    leaving: Leaving, words: str = "", *, language: Language | None = None, printed_at: datetime
) -> LetterSheet:
    """The letter; with one's own words in place of the suggested ones where there are any."""
    spoken = language or leaving.organisation.language
    with speaking(spoken):
        organisation, me = leaving.organisation, leaving.me
        name = me.name if me is not None else ""
        document = pgettext("paper", "Resignation")
        head = Letterhead(
            language=spoken,
            organisation=name,
            colour=organisation.colour,
            title=subject_of(leaving),
            document=document,
            subject=organisation.name,
            date=formats.date(leaving.written_on),
            confidentiality="",
            printed_at=printed_at,
        )
        contact = (name, me.address, me.email, me.phone) if me is not None else ()
        own = words.strip() or suggested_words(leaving)
        return LetterSheet(
            letterhead=head,
            sender=tuple(line for each in contact for line in each.splitlines() if line.strip()),
            recipient=tuple(_recipient(leaving)),
            written_on=formats.date(leaving.written_on),
            subject=subject_of(leaving),
            greeting=_greeting(leaving),
            paragraphs=tuple(part.strip() for part in own.split("\n\n") if part.strip()),
            closing=_("Yours sincerely"),
            signature=name,
            role=title_of(leaving.membership),
        )


def suggested_words(leaving: Leaving) -> str:
    """Polite and plain, paragraphs parted by an empty line; in the language being spoken."""
    name = leaving.organisation.name
    day = formats.date(leaving.leaves_on) if leaving.leaves_on else _TO_FILL_IN
    if leaving.organisation.kind is OrganisationKind.NETWORK:
        told = _("I hereby leave {name} with effect from {date}.")
    else:
        told = _("I hereby resign from the board of {name} with effect from {date}.")
    opening = [told.format(name=name, date=day)]
    if leaving.since is not None:
        opening.append(_("I have been part of it since {year}.").format(year=leaving.since.year))
    thanks = _("Thank you for the work we have done together, and for the trust you have shown me.")
    handover = _(
        "I would like to hand over properly. Open tasks, decisions in force, papers and contacts"
        " are gathered in a handover pack, and I gladly meet whoever takes over from me."
    )
    return "\n\n".join((" ".join(opening), thanks, handover))


def subject_of(leaving: Leaving) -> str:
    """What the letter is about, in one line."""
    if leaving.organisation.kind is OrganisationKind.NETWORK:
        return _("Resignation from {name}").format(name=leaving.organisation.name)
    return _("Resignation from the board of {name}").format(name=leaving.organisation.name)


def _recipient(leaving: Leaving) -> list[str]:
    organisation, chair = leaving.organisation, leaving.chair
    lines = [organisation.name]
    if organisation.kind is not OrganisationKind.NETWORK:
        lines = [_("The board of {name}").format(name=organisation.name)]
    if chair is not None:
        lines.append(_("Att. {name}").format(name=chair.name))
    return [*lines, *(line for line in organisation.address.splitlines() if line.strip())]


def _greeting(leaving: Leaving) -> str:
    if leaving.chair is not None:
        return _("Dear {name},").format(name=leaving.chair.name.split()[0])
    if leaving.organisation.kind is OrganisationKind.NETWORK:
        return _("Dear all,")
    return _("Dear members of the board,")
