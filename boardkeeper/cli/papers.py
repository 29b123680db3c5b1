"""`boardkeeper papers …`: add files to a meeting or an organisation, and list what lies there."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace

from boardkeeper import formats
from boardkeeper.cli.archiving import archived
from boardkeeper.cli.listing import aligned, has_all_letters
from boardkeeper.cli.meant import item_meant, meeting_meant
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.paper_numbers import NumberedPaper
from boardkeeper.domain.papers import Paper, media_type_name
from boardkeeper.domain.plain import plain
from boardkeeper.domain.reading_time import reading_minutes
from boardkeeper.errors import UsageError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services


def papers(services: Services, asked: Namespace) -> str:
    """Add or list; returns what is to be said."""
    return {"add": _add, "archive": archived, "list": _list}[asked.verb](services, asked)


def _add(services: Services, asked: Namespace) -> str:
    """A line for each paper, as it lies now."""
    if asked.title and len(asked.files) > 1:
        raise UsageError(_("--title is for one file at a time."))
    meeting_id, organisation_id = _where(services, asked)
    item_id = None
    if asked.item is not None:
        if meeting_id is None:
            raise UsageError(_("--item needs a meeting; name it with --meeting."))
        item_id = item_meant(services, meeting_id, asked.item)
    added = services.papers.add(
        asked.files, meeting_id=meeting_id, item_id=item_id, organisation_id=organisation_id
    )
    if asked.title:
        added = [replace(each, title=asked.title) for each in added]
        services.papers.change(added[0])
    ids = {each.id for each in added}
    rows = [each for each in _numbered(services, meeting_id, added) if each.paper.id in ids]
    return _table(rows)


def _list(services: Services, asked: Namespace) -> str:
    meeting_id, organisation_id = _where(services, asked)
    own = services.papers.of_organisation(organisation_id) if organisation_id else []
    found = _numbered(services, meeting_id, own)
    if asked.json:
        rows = [{**plain(each.paper), "appendix": each.number} for each in found]
        return json.dumps(rows, ensure_ascii=not has_all_letters(), indent=1)
    return _table(found)


def _where(services: Services, asked: Namespace) -> tuple[MeetingId | None, OrganisationId | None]:
    """The meeting, or the organisation named alone."""
    if asked.meeting is None and asked.organisation is not None:
        return None, services.organisations.named(asked.organisation).id
    return meeting_meant(services, asked.meeting or "next", asked.organisation).id, None


def _numbered(
    services: Services, meeting_id: MeetingId | None, own: list[Paper]
) -> list[NumberedPaper]:
    if meeting_id is not None:
        return services.papers.of_meeting(meeting_id)
    return [NumberedPaper(paper=each, number="") for each in own]


def _table(found: list[NumberedPaper]) -> str:
    """A line each; where none bears a number there is no column for it."""
    rows = [_row(each) for each in found]
    return aligned(rows if any(row[0] for row in rows) else [row[1:] for row in rows])


def _row(numbered: NumberedPaper) -> tuple[str, ...]:
    """`4.2  Kvartalsregnskab  PDF  7 pages  4 min`."""
    paper = numbered.paper
    pages = ""
    if paper.pages is not None:
        pages = ngettext("{count} page", "{count} pages", paper.pages).format(count=paper.pages)
    minutes = reading_minutes(paper)
    reading = _("{minutes} min").format(minutes=minutes) if minutes else ""
    day = formats.short_date(paper.added_on)
    return (numbered.number, paper.title, media_type_name(paper.media_type), pages, reading, day)
