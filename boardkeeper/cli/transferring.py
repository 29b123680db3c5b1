"""`boardkeeper export` and `import`: what is written or read is told by the suffix."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from boardkeeper import formats
from boardkeeper.cli.contacts import contacts_taken_in, exported_contacts, is_contacts
from boardkeeper.cli.hours import exported_hours, is_table, refuse_hours_options
from boardkeeper.cli.word_files import exported_to_word, is_word, refuse_word_options
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import UsageError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.calendar_files import Preview
from boardkeeper.services.calendar_matching import PreviewRow, Standing, standing_name
from boardkeeper.services.catalogue import Services


def exported(services: Services, asked: Namespace) -> str:
    """Write the file asked for; returns the sentence that says how much is in it."""
    if is_word(asked.file):
        refuse_hours_options(asked)
        return exported_to_word(services, asked)
    if is_table(asked.file):
        refuse_word_options(asked, but_language=True)
        return exported_hours(services, asked)
    refuse_word_options(asked)
    refuse_hours_options(asked)
    if _is_calendar(asked.file):
        organisation_id = _organisation(services, asked.organisation)
        count = services.calendar_files.export_to(asked.file, organisation_id)
        message = ngettext("{count} meeting → {file}", "{count} meetings → {file}", count)
        return message.format(count=count, file=asked.file)
    if is_contacts(asked.file):
        return exported_contacts(services, asked)
    _refuse_calendar_options(asked.organisation)
    count = services.interchange.export_to(asked.file)
    message = ngettext("{count} record → {file}", "{count} records → {file}", count)
    return message.format(count=count, file=asked.file)


def taken_in(services: Services, asked: Namespace) -> str:
    """Take a file in; of a calendar or contacts say what that would do, and do it when told to."""
    if is_contacts(asked.file):
        return contacts_taken_in(services, asked)
    if not _is_calendar(asked.file):
        _refuse_calendar_options(asked.organisation, asked.yes)
        return services.interchange.import_from(asked.file).in_words()
    organisation_id = _organisation(services, asked.organisation)
    preview = services.calendar_files.preview(asked.file, organisation_id)
    lines = [*map(_line, preview.rows), preview.in_words()]
    if asked.yes:
        services.calendar_files.store(preview)
        lines.append(_("Stored."))
    else:
        lines += _what_to_do(preview)
    return "\n".join(lines)


def _is_calendar(path: Path) -> bool:
    return path.suffix.casefold() in (".ics", ".ical", ".vcs")


def _organisation(services: Services, name: str | None) -> OrganisationId | None:
    return None if name is None else services.organisations.named(name).id


def _refuse_calendar_options(*options: object) -> None:
    if any(options):
        message = _(
            "--organisation and --yes are for calendars and contacts, whose names end in .ics and"
            " .vcf."
        )
        raise UsageError(message)


def _line(row: PreviewRow) -> str:
    """`New        5.3.26  19:00-21:00  Sejlklubben  Budget`."""
    words = [standing_name(row.standing).ljust(12)]
    if row.meeting is not None:
        times = (row.meeting.starts_at.time(), row.meeting.ends_at.time())
        words += [formats.short_date(row.meeting.day), formats.time_range(*times)]
    elif row.day is not None:
        words.append(formats.short_date(row.day))
    if row.organisation is not None:
        words.append(row.organisation.label)
    words.append(" ".join(row.title.split()))
    if row.reason:
        words.append(f"({row.reason})")
    return "  ".join(words)


def _what_to_do(preview: Preview) -> list[str]:
    if preview.of(Standing.UNPLACED):
        return [_("Say whose they are with --organisation, and store with --yes.")]
    if preview.changes_something:
        return [_("Nothing is stored yet. Store it with --yes.")]
    return []
