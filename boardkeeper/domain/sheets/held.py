"""What is held about one person, for the person to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One thing held: of which kind, at which board or meeting, and the words."""

    kind: str
    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSheet:
    """Everything held about `name`, kind by kind; `printed_at` is wall time.

    `copies` are the names of older database files that hold them, too.
    """

    language: Language
    name: str
    rows: tuple[HeldRow, ...]
    copies: tuple[str, ...]
    day: date
    printed_at: datetime
