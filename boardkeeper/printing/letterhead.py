"""The head of an organisation's paper, and the words around its pages."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import status_mark
from boardkeeper.i18n import _
from boardkeeper.printing.blocks import Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography


def page_words(head: Letterhead, *, seal: str = "", initials: str = "") -> PageWords:
    """Header, footer and properties of the paper."""
    mark = status_mark(head.status)
    when_printed = _("printed {moment}").format(moment=formats.stamp(head.printed_at))
    body = head.organisation
    if head.registration_number:
        body += f" · {_registration(head)}"
    return PageWords(
        language=head.language,
        title=f"{title_of(head)} · {head.organisation}" if head.organisation else title_of(head),
        subject=head.subject,
        keywords=tuple(each for each in (head.document, head.organisation) if each),
        author=head.organisation,
        body=body,
        document=head.document,
        date=head.date,
        status=f"{mark} · {when_printed}" if mark else capitalised(when_printed),
        confidentiality=head.confidentiality,
        mark=mark,
        printed_at=head.printed_at,
        seal=seal,
        initials=initials,
    )


def title_block(
    head: Letterhead, kind: Typography, width: float, *, key: str = "title"
) -> Iterator[Flowable]:
    """Stripe, organisation, title and subtitle; `key` is the title's bookmark."""
    unit = kind.unit
    yield Stripe(ink(head.colour))
    if head.organisation:
        yield prose(head.organisation, kind.body_strong)
    if head.registration_number:
        yield prose(_registration(head), kind.label)
    yield Spacer(0, unit * 1.2)
    below = unit * (0.1 if head.subtitle else 1.1)
    yield from heading(title_of(head), kind.title, width, key=key, below=below)
    if head.subtitle:
        yield prose(head.subtitle, kind.label, below=unit * 1.1)


def title_of(head: Letterhead) -> str:
    """The title, marked where the paper is not to be taken for the final one."""
    mark = status_mark(head.status)
    if not mark:
        return head.title
    return _("{mark}: {heading}").format(mark=mark, heading=head.title)


def capitalised(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _registration(head: Letterhead) -> str:
    return _("Registration no. {number}").format(number=head.registration_number)
