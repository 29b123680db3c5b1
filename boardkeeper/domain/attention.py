"""Whom of a group to give attention to first, and how far one has come with all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.network import AmbassadorRow
from boardkeeper.domain.reminders import months_later
from boardkeeper.formats.sorting import sort_key
from boardkeeper.i18n import _, ngettext

TALK_MONTHS = 12
"""How long a one-to-one counts, in months: as in the first of the five rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the others there is what between us, of all of them."""

    talked: int
    can_explain: int
    profiled: int
    of: int


def has_talked(row: AmbassadorRow, day: date) -> bool:
    """Whether there was a one-to-one within the twelve months before the day."""
    on = row.one_to_one_on
    return on is not None and on > months_later(day, -TALK_MONTHS)


def by_attention(rows: Iterable[AmbassadorRow], day: date) -> list[AmbassadorRow]:
    """Those first whom there is most to do about: no one-to-one, cannot explain, no profile."""

    def lacks(row: AmbassadorRow) -> int:
        return 4 * (not has_talked(row, day)) + 2 * (not row.can_explain) + (not row.has_profile)

    return sorted(
        rows,
        key=lambda row: (-lacks(row), row.one_to_one_on or date.min, sort_key(row.person.name)),
    )


def coverage(rows: Iterable[AmbassadorRow], day: date) -> Coverage:
    every = list(rows)
    return Coverage(
        talked=sum(has_talked(each, day) for each in every),
        can_explain=sum(each.can_explain for each in every),
        profiled=sum(each.has_profile for each in every),
        of=len(every),
    )


def coverage_in_words(found: Coverage) -> str:
    """`14 of 19 have had a one-to-one in 12 months · 11 can explain what I do`."""
    talked = ngettext(
        "{count} of {whole} has had a one-to-one in 12 months",
        "{count} of {whole} have had a one-to-one in 12 months",
        found.talked,
    ).format(count=found.talked, whole=found.of)
    explain = ngettext(
        "{count} can explain what I do", "{count} can explain what I do", found.can_explain
    ).format(count=found.can_explain)
    profiled = ngettext(
        "{count} profile is filled", "{count} profiles are filled", found.profiled
    ).format(count=found.profiled)
    return f"{talked} · {explain} · {profiled}"


def months_since(day: date, today: date) -> int:
    """Whole months from the day until today."""
    return 12 * (today.year - day.year) + today.month - day.month - (today.day < day.day)


def months_in_short(day: date, today: date) -> str:
    """`14 mo.`; empty before there is a whole one."""
    months = months_since(day, today)
    return _("{count} mo.").format(count=months) if months > 0 else ""


def months_ago(day: date, today: date) -> str:
    """`1 month ago`, `14 months ago`, in whole months; empty before there is one."""
    months = months_since(day, today)
    if months < 1:
        return ""
    return ngettext("{count} month ago", "{count} months ago", months).format(count=months)


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = name.split()
    if not words:
        return ""
    ends = words if len(words) == 1 else (words[0], words[-1])
    return "".join(word[0] for word in ends).upper()
