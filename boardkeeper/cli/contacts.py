"""`boardkeeper export FILE.vcf` and `import FILE.vcf`: people as other programs' contacts."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from boardkeeper.errors import UsageError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.calendar_matching import standing_name
from boardkeeper.services.catalogue import Services
from boardkeeper.services.contact_files import CardRow


def is_contacts(path: Path) -> bool:
    return path.suffix.casefold() in (".vcf", ".vcard")


def exported_contacts(services: Services, asked: Namespace) -> str:
    """Write the people; returns the sentence that says how many."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    count = services.contact_files.export_to(asked.file, organisation_id)
    message = ngettext("{count} person → {file}", "{count} people → {file}", count)
    return message.format(count=count, file=asked.file)


def contacts_taken_in(services: Services, asked: Namespace) -> str:
    """Say what the contacts would do, card by card, and do it only when told to."""
    if asked.organisation is not None:
        raise UsageError(_("Contacts belong to no organisation: leave --organisation out."))
    preview = services.contact_files.preview(asked.file)
    lines = [*map(_line, preview.rows), preview.in_words()]
    if asked.yes:
        services.contact_files.store(preview)
        lines.append(_("Stored."))
    elif preview.changes_something:
        lines.append(_("Nothing is stored yet. Store it with --yes."))
    return "\n".join(lines)


def _line(row: CardRow) -> str:
    """`New         Anna Holm  anna@holm.example`."""
    words = [standing_name(row.standing).ljust(12), " ".join(row.title.split())]
    if row.person is not None and row.person.email:
        words.append(row.person.email)
    if row.reason:
        words.append(f"({row.reason})")
    return "  ".join(words)
