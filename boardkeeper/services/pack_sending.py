"""A finished pack on its way out: a mail draft to each, or a folder for a USB stick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from boardkeeper import formats
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.reader import Reader
from boardkeeper.domain.media_types import safe_name
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.paper_numbers import NumberedPaper
from boardkeeper.domain.sheets.naming import ascii_part
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.errors import UserError
from boardkeeper.exchange.eml import mail_draft
from boardkeeper.files import reason_in_words, write_whole
from boardkeeper.i18n import _, speaking
from boardkeeper.services.addressing import addresses_of
from boardkeeper.services.opened_copies import copied_to
from boardkeeper.services.pack_building import Pack
from boardkeeper.services.prepared import Document


def pack_drafts(reader: Reader, meeting: Meeting, pack: Pack, recipient: str) -> list[Document]:
    """A mail draft to each who sits on the board that day and has an address, pack attached.

    A personal copy goes to its recipient alone. The password is in none of them: it goes another
    way, or it keeps nobody out.
    """
    organisation = reader.get(Organisation, meeting.organisation_id)
    everybody = addresses_of(reader, meeting)
    if pack.edition is PackEdition.PERSONAL:
        everybody = [each for each in everybody if each[0] == recipient]
    stem = pack.file_name.removesuffix(".pdf")
    with speaking(organisation.language):
        subject = f"{organisation.label}: {title_of(meeting)}, {formats.date(meeting.day)}"
        body = _mail_body(meeting, pack)
    content = pack.content
    return [
        Document(
            subject,
            f"{stem}_{ascii_part(name)}.eml",
            mail_draft([(name, address)], subject, body, content, pack.file_name),
        )
        for name, address in everybody
    ]


def write_pack_folder(
    pack: Pack, papers: Sequence[NumberedPaper], files: PaperFiles, target: Path
) -> Path:
    """A new folder in `target` with the pack, and beside it the papers as they came.

    Named as the pack is. Raises UserError when the disk refuses.
    """
    folder = target / pack.file_name.removesuffix(".pdf")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("No folder could be made in {folder} ({reason}). Nothing was changed.")
        raise UserError(message.format(folder=target, reason=reason_in_words(error))) from error
    write_whole(folder / pack.file_name, pack.content)
    for each in papers:
        name = " ".join(filter(None, (each.number, each.paper.file_name)))
        copied_to(files.path(each.paper.digest), folder, safe_name(name))
    return folder


def papers_for(
    pack: Pack, papers: Sequence[NumberedPaper], withheld: Collection[str]
) -> list[NumberedPaper]:
    """The papers that may lie beside a pack: none that it keeps to itself."""
    if pack.edition is PackEdition.AGENDA:
        return []
    is_open = pack.edition is PackEdition.OPEN
    return [
        each
        for each in papers
        if each.paper.is_in_pack
        and not (is_open and each.is_closed)
        and (each.item is None or each.item.id not in withheld)
    ]


def _mail_body(meeting: Meeting, pack: Pack) -> str:
    body = _(
        "Hello\n\nHere is the meeting pack for {meeting}.\n\nWhen: {when}\nWhere: {where}\n\n"
        "Kind regards"
    ).format(
        meeting=title_of(meeting),
        when=formats.long_moment(meeting.starts_at, meeting.ends_at),
        where=meeting.place or meeting.link or "–",
    )
    if not pack.password:
        return body
    return body + "\n\n" + _("The file has a password. You get it by another way.")
