"""The head of an organisation's paper."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.letterhead_words import registration, title_of
from boardkeeper.printing.blocks import Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography


def title_block(
    head: Letterhead, kind: Typography, width: float, *, key: str = "title"
) -> Iterator[Flowable]:
    """Stripe, organisation, title and subtitle; `key` is the title's bookmark."""
    unit = kind.unit
    yield Stripe(ink(head.colour))
    if head.organisation:
        yield prose(head.organisation, kind.body_strong)
    if head.registration_number:
        yield prose(registration(head), kind.label)
    yield Spacer(0, unit * 1.2)
    below = unit * (0.1 if head.subtitle else 1.1)
    yield from heading(title_of(head), kind.title, width, key=key, below=below)
    if head.subtitle:
        yield prose(head.subtitle, kind.label, below=unit * 1.1)
