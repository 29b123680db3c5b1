"""Minutes as they are frozen: a canonical record, and the chain that shows a later change.

Every text of the record stands in it as a salted digest. What the digests stand for lies beside
it, so that one passage can be erased (a person has that right) without breaking the chain, and
nobody can guess a name from its digest. All digests are SHA-256 in hexadecimal.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import NAMES
from boardkeeper.domain.plain import plain, shapes
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical record, and the JSON of its passages: digest → salt and text."""

    record: str
    names: str

    @property
    def digest(self) -> str:
        return digest_of(self.record)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Approved minutes that are no longer as they were approved, and in what."""

    minutes: ApprovedMinutes
    reason: str


def canonical(records: Iterable[Record], salt: Callable[[], str]) -> Canonical:
    """The canonical record of these records, whatever order they come in.

    `salt` gives a new salt at each call; with the same salts the same records give the same text.
    """
    passages: dict[str, tuple[str, str]] = {}

    def hidden(text: str) -> dict[str, str]:
        used = salt()
        digest = digest_of(used + text)
        passages[digest] = (used, text)
        return {"sha256": digest}

    ordered = sorted(records, key=lambda each: (NAMES[type(each)], each.id))
    entries = [{"kind": NAMES[type(each)], **_with_texts_hidden(each, hidden)} for each in ordered]
    return Canonical(record=_compact(entries), names=_compact(passages))


def _with_texts_hidden(record: Record, hidden: Callable[[str], dict[str, str]]) -> dict[str, Any]:
    texts = {shape.name for shape in shapes(type(record)) if shape.type is str}
    return {
        name: hidden(value) if name in texts and value else value
        for name, value in plain(record).items()
    }


def digest_of(content: str | bytes) -> str:
    """SHA-256 in hexadecimal; of a text, of its UTF-8."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def sealed(minutes: ApprovedMinutes) -> str:
    """What the next link of the chain begins with: this link together with its paper."""
    return digest_of(f"{minutes.digest}{minutes.pdf_digest}")


def link(minutes: ApprovedMinutes) -> str:
    """The chain's digest up to these minutes, which their paper prints in its footer."""
    return digest_of(
        _compact(
            [
                minutes.previous_digest,
                minutes.organisation_id,
                minutes.meeting_id,
                minutes.version,
                minutes.position,
                minutes.approved_at.isoformat(),
                minutes.reason,
                minutes.record_digest,
            ]
        )
    )


def broken_links(chain: Sequence[ApprovedMinutes]) -> list[BrokenLink]:
    """What does not hold in one organisation's chain, which comes in order; empty when all does."""
    broken = []
    before: ApprovedMinutes | None = None
    for place, minutes in enumerate(chain, start=1):
        reason = _fault(minutes, before, place)
        if reason:
            broken.append(BrokenLink(minutes, reason))
        before = minutes
    return broken


def erased_passages(minutes: ApprovedMinutes) -> int:
    """How many passages of the record no longer tell what they stood for."""
    known = _passages(minutes) or {}
    return sum(digest not in known for digest in _digests(json.loads(minutes.record)))


def _fault(minutes: ApprovedMinutes, before: ApprovedMinutes | None, place: int) -> str:
    """The first thing wrong with these minutes, in words; empty when nothing is."""
    is_in_place = minutes.position == place
    is_chained = minutes.previous_digest == (sealed(before) if before else "")
    faults = {
        _("The record was changed after it was approved."): (
            digest_of(minutes.record) != minutes.record_digest
        ),
        _("The words of the record were changed after it was approved."): not _tells_truly(minutes),
        _("The paper was changed after it was approved."): (
            bool(minutes.pdf) and _paper_digest(minutes.pdf) != minutes.pdf_digest
        ),
        _("The day, the version or the reason was changed after it was approved."): (
            link(minutes) != minutes.digest
        ),
        _("The minutes approved before these were changed or are missing."): not (
            is_in_place and is_chained
        ),
    }
    return next((words for words, is_so in faults.items() if is_so), "")


def _tells_truly(minutes: ApprovedMinutes) -> bool:
    """Whether every passage that is still told has the digest the record holds."""
    passages = _passages(minutes)
    return passages is not None and all(
        digest_of(salt + text) == digest for digest, (salt, text) in passages.items()
    )


def _paper_digest(pdf: str) -> str:
    try:
        return digest_of(base64.b64decode(pdf, validate=True))
    except binascii.Error:
        return ""


def _passages(minutes: ApprovedMinutes) -> Mapping[str, tuple[str, str]] | None:
    """What the digests stand for, or None where that cannot be read."""
    try:
        stored = json.loads(minutes.names)
        return {str(digest): (str(salt), str(text)) for digest, (salt, text) in stored.items()}
    except (ValueError, AttributeError, TypeError):
        return None


def _digests(value: Any) -> Iterable[str]:
    """Every digest that stands for a passage, in a record read from JSON."""
    if isinstance(value, list):
        for each in value:
            yield from _digests(each)
    elif isinstance(value, dict):
        if set(value) == {"sha256"}:
            yield value["sha256"]
        else:
            for each in value.values():
                yield from _digests(each)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
