"""Time entries line by line, as a spreadsheet holds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLine:
    """One entry in words and figures. `meeting_on` is the day of the meeting it was for."""

    on: date
    organisation: str
    activity: str
    minutes: int
    meeting: str = ""
    meeting_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLines:
    """The lines, the earliest first, and the language of the heads and the figures."""

    language: Language
    title: str
    lines: tuple[HourLine, ...]
