"""Brings the Danish words in step with the code: extract, update, compile.

    python installer/words.py          writes resources/locale/da/LC_MESSAGES/boardkeeper.{po,mo}
    python installer/words.py --check  writes nothing; exit 1 when a text lacks its Danish

Runs in the project's virtual environment (it needs Babel).
"""

from __future__ import annotations

import argparse
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "locale" / "da" / "LC_MESSAGES" / "boardkeeper.po"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def extracted() -> Catalog:
    """Every text the code asks for, with the files (not the lines) that ask."""
    catalog = Catalog(locale="da", project="BoardKeeper", charset="utf-8")
    found = extract_from_dir(
        ROOT / "boardkeeper",
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["Translators:"],
    )
    for file, _line, message, comments, context in found:
        where = [(f"boardkeeper/{file.replace(chr(92), '/')}", 0)]
        catalog.add(message, None, where, auto_comments=comments, context=context)
    return catalog


def updated() -> Catalog:
    """The Danish catalog as it stands, with new texts added and unused ones removed."""
    if PO.exists():
        with PO.open("rb") as file:
            danish = read_po(file, locale="da")
    else:
        danish = Catalog(locale="da")
    fresh = extracted()
    catalog = Catalog(locale="da", project="BoardKeeper", charset="utf-8", fuzzy=False)
    for message in sorted(fresh, key=lambda each: (str(each.id), each.context or "")):
        if not message.id:
            continue
        known = danish.get(
            message.id if isinstance(message.id, str) else message.id[0], message.context
        )
        catalog.add(
            message.id,
            known.string if known is not None else None,
            sorted({(where, 0) for where, _ in message.locations}),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The texts that have no Danish."""
    lacking = []
    for message in catalog:
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(words):
            lacking.append(message.id if isinstance(message.id, str) else message.id[0])
    return lacking


def as_po(catalog: Catalog) -> bytes:
    """The catalog as text, the same bytes for the same words: no dates, no line numbers."""
    text = io.BytesIO()
    write_po(text, catalog, width=100, omit_header=True, include_lineno=False, sort_output=True)
    header = (
        b'msgid ""\nmsgstr ""\n"Project-Id-Version: BoardKeeper\\n"\n"Language: da\\n"\n'
        b'"Content-Type: text/plain; charset=utf-8\\n"\n'
        b'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return header + text.getvalue()


def as_mo(po: bytes) -> bytes:
    """The compiled catalog, made from the written text so that the two cannot differ."""
    catalog = read_po(io.BytesIO(po), locale="da")
    # Babel writes the minute of the run into the header: then no two runs make the same bytes.
    catalog.creation_date = catalog.revision_date = UNDATED
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> int:
    """Update or check; the exit code says whether every text has its Danish."""
    parser = argparse.ArgumentParser(description="Bring the Danish words in step with the code.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    catalog = updated()
    po = as_po(catalog)
    mo = PO.with_suffix(".mo")
    if parser.parse_args().check:
        stale = not PO.exists() or PO.read_bytes() != po or mo.read_bytes() != as_mo(po)
        if stale:
            print("The Danish catalog is not in step with the code: run installer/words.py")
    else:
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(po)
        mo.write_bytes(as_mo(po))
        stale = False
    lacking = missing(catalog)
    for text in lacking:
        print(f"no Danish for: {text}")
    return 1 if lacking or stale else 0


if __name__ == "__main__":
    sys.exit(main())
