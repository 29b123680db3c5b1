"""An index: a word, and the pages it stands on, each a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardkeeper.i18n import pgettext
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table

_PAGES_SHARE = 0.32
_PAGE_SHARE = 0.12


def index_table(
    entries: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    places: Mapping[str, int],
    kind: Typography,
    width: float,
    *,
    of: str = "",
) -> Table:
    """The entries with their pages; points throughout.

    Each entry is a word and what it points at: a label, empty for none, and the key of a bookmark
    whose page is in `places`. The row leads to the first of them. `of` heads the words. Where
    each has one page and no label, the numbers stand at the right as in a table of contents.
    """
    is_plain = all(len(found) == 1 and not found[0][0] for _word, found in entries)
    right = width * (_PAGE_SHARE if is_plain else _PAGES_SHARE)
    align = "right" if is_plain else "left"
    columns = (Column(width=width - right, gutter=12), Column(width=right, gutter=0, align=align))
    names = (of or pgettext("column", "Subject"), pgettext("column", "Page"))
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    rows = [
        Row(
            cells=(
                Cell(pieces=((word, kind.cell),)),
                Cell(pieces=((_pages(found, places), kind.cell),)),
            ),
            above=1.8,
            below=1.8,
            link=found[0][1] if found else "",
        )
        for word, found in entries
    ]
    return table(columns, rows, header)


def _pages(found: Sequence[tuple[str, str]], places: Mapping[str, int]) -> str:
    """Pages with their labels, "B-2026-014: 3"; a page without a label stands there once."""
    parts: list[str] = []
    for label, key in found:
        page = str(places.get(key, 0))
        part = f"{label}: {page}" if label else page
        if part not in parts:
            parts.append(part)
    return ", ".join(parts)
