"""The year book: all approved minutes of a year, with indexes of decisions and of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.minutes import MinutesItem, MinutesSheet
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language, _, ngettext, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where somebody is named: the place of the minutes, and of the item in them.

    An item of None is the attendance.
    """

    minutes: int
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBookSheet:
    """The minutes in order of their days, and who is named where, by the alphabet."""

    letterhead: Letterhead
    minutes: tuple[MinutesSheet, ...]
    names: tuple[tuple[str, tuple[Mention, ...]], ...]


def year_book_sheet(
    organisation: Organisation,
    year: int,
    minutes: Sequence[MinutesSheet],
    *,
    edition: Edition = Edition.FULL,
    language: Language | None = None,
    printed_at: datetime,
) -> YearBookSheet:
    """Bind the minutes of a year. `printed_at` is wall time."""
    spoken = language or organisation.language
    ordered = tuple(sorted(minutes, key=lambda each: each.starts_at))
    with speaking(spoken):
        has_closed = any(item.is_closed for each in ordered for item in each.items)
        count = ngettext("Minutes of {count} meeting", "Minutes of {count} meetings", len(ordered))
        parts = [count.format(count=len(ordered))]
        confidentiality = organisation.confidentiality
        if has_closed and edition is Edition.OPEN:
            parts.append(_("Without closed items"))
            confidentiality = _("Minutes without closed items")
        elif has_closed and not confidentiality:
            confidentiality = _("Confidential – for the board only")
        return YearBookSheet(
            letterhead=letterhead_of(
                organisation,
                _("Year book {year}").format(year=year),
                language=spoken,
                subtitle=" · ".join(parts),
                confidentiality=confidentiality,
                printed_at=printed_at,
            ),
            minutes=ordered,
            names=_names(ordered),
        )


def _names(minutes: Iterable[MinutesSheet]) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    """Those who took part, and where they had something entered or promised something."""
    mentions: dict[str, list[Mention]] = {}
    for place, sheet in enumerate(minutes):
        known = {each.name for each in sheet.attendees}
        for each in sheet.attendees:
            if each.took_part:
                mentions.setdefault(each.name, []).append(Mention(minutes=place))
        for at, item in enumerate(sheet.items):
            for name in sorted(_named(item) & known, key=formats.sort_key):
                mentions.setdefault(name, []).append(Mention(minutes=place, item=at))
    return tuple((name, tuple(mentions[name])) for name in sorted(mentions, key=formats.sort_key))


def _named(item: MinutesItem) -> set[str]:
    owners = {name for task in item.tasks for name in task.owners.split(", ")}
    return {item.presenter, *owners, *(each.name for each in item.statements)}
