"""What a letterhead says, on paper and in Word; in the language being spoken."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import status_mark
from boardkeeper.i18n import _


def page_words(head: Letterhead, *, seal: str = "", initials: str = "") -> PageWords:
    """Header, footer and properties of the paper."""
    mark = status_mark(head.status)
    when_printed = _("printed {moment}").format(moment=formats.stamp(head.printed_at))
    body = head.organisation
    if head.registration_number:
        body += f" · {registration(head)}"
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


def title_of(head: Letterhead) -> str:
    """The title, marked where the paper is not to be taken for the final one."""
    mark = status_mark(head.status)
    if not mark:
        return head.title
    return _("{mark}: {heading}").format(mark=mark, heading=head.title)


def registration(head: Letterhead) -> str:
    return _("Registration no. {number}").format(number=head.registration_number)


def capitalised(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
