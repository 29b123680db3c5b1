"""`boardkeeper search …`: what holds the words, a line each with its sentence, or as JSON."""

from __future__ import annotations

import argparse
import json
from argparse import Namespace
from typing import Any

from boardkeeper import formats
from boardkeeper.cli.listing import has_all_letters
from boardkeeper.domain.search import Hit, kind_name
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.paper_texts import read_papers


def add_search(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command and its options."""
    search = commands.add_parser("search", help=_("find anything by a few words"))
    search.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("the words to find"))
    search.add_argument(
        "--organisation",
        metavar=_("NAME"),
        help=_("of which organisation; all unless told otherwise"),
    )
    search.add_argument("--json", action="store_true", help=_("as JSON, every field"))


def searched(services: Services, asked: Namespace) -> str:
    """What is found, the best first. Papers nobody has looked into yet are read before."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    read_papers(services.search, services.papers)
    found = services.search.find(" ".join(asked.words), organisation_id=organisation_id)
    if asked.json:
        plainly = [_plain(hit) for hit in found]
        return json.dumps(plainly, ensure_ascii=not has_all_letters(), indent=1)
    if not found:
        return _("Nothing found.")
    return "\n".join(line for hit in found for line in _lines(hit))


def _lines(hit: Hit) -> list[str]:
    """`Decisions: Roof · B-2026-014 · Klubben · 5.3.26`, and below it the sentence."""
    day = formats.short_date(hit.day) if hit.day else ""
    first = " · ".join(filter(None, (hit.title, hit.where, day)))
    lines = [f"{kind_name(hit.kind)}: {first}"]
    if hit.snippet.text:
        lines.append(f"    {hit.snippet.text}")
    return lines


def _plain(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.value,
        "id": hit.record_id,
        "title": hit.title,
        "where": hit.where,
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "day": hit.day.isoformat() if hit.day else None,
        "organisation_id": hit.organisation_id,
        "meeting_id": hit.meeting_id,
    }
