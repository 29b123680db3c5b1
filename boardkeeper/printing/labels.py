"""Texts with their labels in a column at the left: facts of a meeting, the case of an item."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reportlab.platypus import Flowable

from boardkeeper.domain.sheets import agenda_words as words
from boardkeeper.domain.sheets.agenda import Case
from boardkeeper.i18n import _
from boardkeeper.printing.blocks import LABEL_GUTTER, Labelled
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.text import TextStyle, line_width, paragraph


class Labels:
    """Sets labelled texts in the type of one profile; the labels' column is as wide as they need.

    `width` is the whole width, in points.
    """

    def __init__(self, kind: Typography, width: float) -> None:
        self._type = kind
        self.width = round(width * 0.2 if width > 400 else width * 0.24)
        longest = max(line_width(label, kind.label) for label in _long_labels())
        self.width = max(self.width, ceil(longest + LABEL_GUTTER))

    def case(self, case: Case) -> Iterator[Flowable]:
        """What is to be read of an item; what it all comes to has a line beside it."""
        for label, text in words.case_texts(case):
            yield from self.prose(label, text)
        yield from self.prose(_("Recommendation"), case.recommendation, is_marked=True)

    def prose(self, label: str, text: str, *, is_marked: bool = False) -> Iterator[Flowable]:
        """A labelled text, a block for each of its paragraphs and for each item of a list."""
        pieces = words.pieces(text)
        for at, (mark, piece) in enumerate(pieces):
            yield self.block(
                label if at == 0 else "",
                paragraph(piece, self._type.body, mark=mark),
                below=0.0 if at + 1 < len(pieces) and pieces[at + 1][0] else 0.3,
                is_marked=is_marked,
                is_joined=at + 1 < len(pieces),
            )

    def line(self, label: str, text: str, style: TextStyle | None = None) -> Labelled:
        return self.block(label, paragraph(text, style or self._type.body))

    def block(
        self,
        label: str,
        content: Flowable,
        *,
        below: float = 0.3,
        is_marked: bool = False,
        is_joined: bool = False,
    ) -> Labelled:
        """A labelled block; `below` in lines of text."""
        return Labelled(
            label,
            content,
            style=self._type.label,
            label_width=self.width,
            below=self._type.unit * below,
            is_marked=is_marked,
            is_joined=is_joined,
        )


def _long_labels() -> tuple[str, ...]:
    """The long ones among the words at the left: none of them is to be broken."""
    return (
        _("Recommendation"),
        _("Refreshments"),
        _("Observers"),
        _("Apologies to"),
        _("Minute-taker"),
    )
