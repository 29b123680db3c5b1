"""`boardkeeper export FILE.docx`: the notice or the minutes of a meeting for a word processor."""

from __future__ import annotations

import argparse
from argparse import Namespace
from pathlib import Path

from boardkeeper.cli.meant import meeting_meant
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.errors import UsageError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services

KINDS = ("agenda", "minutes")


def add_word_options(export: argparse.ArgumentParser) -> None:
    """Add the options of `export` that only a Word document has."""
    export.add_argument(
        "--kind",
        choices=KINDS,
        help=_("of a Word document: what it holds; the agenda unless told otherwise"),
    )
    export.add_argument(
        "--meeting",
        metavar="ID|next|last",
        help=_("which meeting; of minutes the last one, else the next, unless told otherwise"),
    )
    export.add_argument(
        "--style",
        choices=[each.value for each in MinutesStyle],
        help=_("how much the minutes tell; as their organisation does unless told otherwise"),
    )
    export.add_argument(
        "--edition",
        choices=[each.value for each in Edition],
        help=_("open: without a word of closed items"),
    )
    # Another option than the one before the command: a paper's language is the organisation's.
    export.add_argument(
        "--language",
        choices=[each.value for each in Language],
        dest="document_language",
        help=_("the language of the paper; the organisation's own unless told otherwise"),
    )


def is_word(path: Path) -> bool:
    return path.suffix.casefold() == ".docx"


def exported_to_word(services: Services, asked: Namespace) -> str:
    """Write the document; returns the sentence that says where it lies."""
    edition = Edition(asked.edition or Edition.FULL)
    language = Language(asked.document_language) if asked.document_language else None
    is_minutes = asked.kind == "minutes"
    if asked.style and not is_minutes:
        raise UsageError(_("--style is for minutes: add --kind minutes."))
    which = asked.meeting or ("last" if is_minutes else "next")
    meeting_id = meeting_meant(services, which, asked.organisation).id
    if is_minutes:
        style = MinutesStyle(asked.style) if asked.style else None
        prepared = services.minutes_papers.minutes_in_word(
            meeting_id, style=style, edition=edition, language=language
        )
    else:
        prepared = services.documents.agenda_in_word(meeting_id, edition=edition, language=language)
    document = prepared.printed()
    write_whole(asked.file, document.content)
    return _("Saved: {title} → {file}").format(title=document.title, file=asked.file)


def refuse_word_options(asked: Namespace, *, but_language: bool = False) -> None:
    """Say so when another file is asked for in words that only a Word document knows.

    `but_language` lets the language pass, which a table of hours has as well.
    """
    options = [asked.kind, asked.meeting, asked.style, asked.edition]
    if not but_language:
        options.append(asked.document_language)
    if any(options):
        message = _(
            "--kind, --meeting, --style, --edition and --language are for Word documents, "
            "whose name ends in .docx."
        )
        raise UsageError(message)
