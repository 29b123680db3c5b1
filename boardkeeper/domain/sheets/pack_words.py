"""The sentences of a pack: stamps, bookmarks, slips and warnings; in the language being spoken."""

from __future__ import annotations

from collections.abc import Sequence

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.packs import PackPart
from boardkeeper.domain.sheets.agenda import SheetLine
from boardkeeper.domain.sheets.agenda_words import letter
from boardkeeper.domain.sheets.pack import PackEdition, PackItem, PackPaper, PackSheet
from boardkeeper.i18n import _, ngettext, pgettext

_MOST_PAGES_A_MINUTE = 2
_FEWEST_TO_WARN = 10


def pack_title(edition: PackEdition) -> str:
    """What the pack is called on its cover."""
    if edition is PackEdition.SUPPLEMENT:
        return _("Supplementary agenda")
    return _("Meeting pack")


def document_name(edition: PackEdition) -> str:
    """What the pack is called in the name of its file."""
    return {
        PackEdition.AGENDA: pgettext("file name", "Agenda"),
        PackEdition.SUPPLEMENT: pgettext("file name", "Supplementary agenda"),
    }.get(edition, pgettext("file name", "Meeting pack"))


def paper_label(paper: PackPaper) -> str:
    """“Appendix 4.2”."""
    return _("Appendix {number}").format(number=paper.number)


def paper_named(paper: PackPaper) -> str:
    """“Appendix 4.2 – Quarterly accounts”, as on the stamp."""
    if not paper.number:
        return paper.title
    return _("{appendix} – {title}").format(appendix=paper_label(paper), title=paper.title)


def paper_bookmark(paper: PackPaper) -> str:
    """“Appendix 4.2 Quarterly accounts”."""
    return f"{paper_label(paper)} {paper.title}" if paper.number else paper.title


def item_label(line: SheetLine) -> str:
    """“Item 4”, as on the stamp."""
    return _("Item {number}").format(number=line.number)


def item_bookmark(line: SheetLine) -> str:
    """“4. Finances (D)”: number, title and the letter of its type."""
    words = f"{line.number}. {line.title}" if line.number else line.title
    marked = letter(line.type)
    return f"{words} ({marked})" if marked else words


def page_stamp(page: int, pages: int) -> str:
    """“pack p. 37/112”."""
    return _("pack p. {page}/{pages}").format(page=page, pages=pages)


def appendix_stamp(own: Sequence[int], of: int, page: int, pages: int) -> str:
    """“appendix p. 3/7 · pack p. 37/112”; `own` are the pages of the appendix on this page."""
    numbers = "-".join(str(each) for each in dict.fromkeys((own[0], own[-1])))
    appendix = _("appendix p. {page}/{pages}").format(page=numbers, pages=of)
    return f"{appendix} · {page_stamp(page, pages)}"


def back_to(part: PackPart) -> str:
    """What the little link at the top says."""
    words = _("Agenda") if part is PackPart.AGENDA else _("Contents")
    return f"▲ {words}"


def counted_pages(count: int) -> str:
    return ngettext("{count} page", "{count} pages", count).format(count=count)


def short_pages(count: int) -> str:
    """“7 p.”, for a column."""
    return _("{count} p.").format(count=count)


def reading_time(minutes: int) -> str:
    return _("about {time}").format(time=formats.duration(minutes))


def too_long(pages: int, limit: int) -> str:
    """That the pack has more pages than its readers are to be given."""
    message = _(
        "The pack has {pages} pages; the limit is {limit}. See whether something can be left out."
    )
    return message.format(pages=pages, limit=limit)


def pages_without_time(item: PackItem, pages: int) -> str:
    """That an item has far more to read than time to talk, or nothing."""
    minutes = item.line.minutes
    is_heavy = pages >= _FEWEST_TO_WARN and pages > minutes * _MOST_PAGES_A_MINUTE
    if not is_heavy or not minutes:
        return ""
    message = (
        _("Item {number}: {pages} pages for {minutes} minutes of information.")
        if item.line.type is ItemType.INFORMATION
        else _("Item {number}: {pages} pages for {minutes} minutes.")
    )
    return message.format(number=item.line.number, pages=pages, minutes=minutes)


def slip_title(paper: PackPaper) -> str:
    """That an appendix comes apart from the pack."""
    if not paper.number:
        return _("“{title}” is attached separately").format(title=paper.title)
    return _("{appendix} is attached separately").format(appendix=paper_label(paper))


def left_out(paper: PackPaper, reason: str) -> str:
    """“Appendix 4.3 – Budget is not in the file: budget.xlsx (reason)”."""
    return _("{appendix}: {file} ({reason})").format(
        appendix=paper_named(paper), file=paper.file_name, reason=reason
    )


def edition_line(sheet: PackSheet) -> str:
    """Which copy this is, where it is not the whole pack."""
    return {
        PackEdition.OPEN: _("Without closed items"),
        PackEdition.PERSONAL: _("Personal copy"),
    }.get(sheet.edition, "")
