"""What a printed file is called: sortable by date, readable, safe on every file system."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_DANISH = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss", "ł": "l"}
)
_LONGEST_PART = 60


def file_name(day: date, *parts: str, suffix: str) -> str:
    """`2026-03-05_Grundejerforeningen-X_Bestyrelsesmoede-14_Dagsorden.pdf`, in plain ASCII.

    Parts that leave nothing are left out. `suffix` has its dot.
    """
    named = [plain for part in parts if (plain := ascii_part(part))]
    return "_".join([day.isoformat(), *named]) + suffix


def ascii_part(text: str) -> str:
    """Letters, digits and single hyphens, at most 60 of them."""
    spelled = unicodedata.normalize("NFKD", text.translate(_DANISH))
    plain = spelled.encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain)[:_LONGEST_PART].strip("-")
