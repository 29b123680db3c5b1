"""`boardkeeper papers archive FOLDER`: what a folder of old papers holds, and taking it in."""

from __future__ import annotations

from argparse import Namespace

from boardkeeper import formats
from boardkeeper.cli.listing import aligned
from boardkeeper.domain.meetings import title_of
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.archive import ArchiveRow, Standing, standing_name, summary
from boardkeeper.services.catalogue import Services


def archived(services: Services, asked: Namespace) -> str:
    """A line for each paper and the counts; with --yes the new ones are stored."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    rows = services.archive.preview(asked.folder, organisation_id=organisation_id)
    lines = [aligned([_row(each) for each in rows]), summary(rows)]
    if asked.yes:
        count = len(services.archive.store(rows))
        words = ngettext("{count} old paper stored.", "{count} old papers stored.", count)
        lines.append(words.format(count=count))
    elif any(each.standing is Standing.NEW for each in rows):
        lines.append(_("Nothing was stored yet. Add --yes to store them."))
    return "\n".join(filter(None, lines))


def _row(row: ArchiveRow) -> tuple[str, ...]:
    """`New  12.3.2019  Skoven  Referat, 12. marts 2019  2019/referat.pdf  Board meeting`."""
    meeting = title_of(row.meeting) if row.meeting else ""
    return (
        standing_name(row.standing),
        formats.short_date(row.day) if row.day else "–",
        row.organisation.label if row.organisation else "–",
        row.title,
        str(row.file.inside),
        row.reason or meeting,
    )
