"""The items of the minutes: what was said, decided, stated and promised under each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper.domain.markdown import Span
from boardkeeper.domain.sheets import minutes_words as words
from boardkeeper.domain.sheets.minutes import (
    DecisionWords,
    MinutesItem,
    Statement,
    VoteWords,
)
from boardkeeper.i18n import _
from boardkeeper.printing.blocks import Labelled, Rule
from boardkeeper.printing.framed import Framed, NumberedHeading
from boardkeeper.printing.minutes_tables import tasks_table
from boardkeeper.printing.page import TEXT_HEIGHT
from boardkeeper.printing.prose import Prose, prose
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.text import line_width

_COLUMN = (24.0, 60.0)
"""Least and greatest width of the column of numbers, in points of normal print."""

_LEVEL = 1.5
"""How far each level of a list goes in, in ems."""

_FEWEST_LINES = 2
"""How many lines of an item's text stand below its heading at least."""

_SHORT = TEXT_HEIGHT / 4
"""An item no higher than this, in points, is not parted by the end of a page."""


class ItemStory:
    """The flowables of all items, set in the type of one profile.

    `decision_key` gives the bookmark of a decision by its place among all of them.
    """

    def __init__(
        self,
        items: Sequence[MinutesItem],
        kind: Typography,
        width: float,
        *,
        prefix: str,
        level: int,
        decision_key: Callable[[int], str],
    ) -> None:
        self._items = items
        self._kind = kind
        self._width = width
        self._prefix = prefix
        self._level = level
        self._keys = (decision_key(at) for at in count())
        widest = max(line_width(item.number, kind.heading) for item in items) + 10
        least, most = (each * kind.scale for each in _COLUMN)
        self._column = min(max(widest, least), most)

    def blocks(self) -> Iterator[list[Flowable]]:
        """The flowables of one item after another."""
        for at, item in enumerate(self._items):
            yield list(self._item(at, item))

    def _item(self, at: int, item: MinutesItem) -> Iterator[Flowable]:
        unit = self._kind.unit
        lead: list[Flowable] = [Spacer(0, unit * 0.6)]
        if item.depth == 0:
            lead = [Rule(above=unit * 0.75, below=unit * 0.5)]
        head = [*lead, *self._head(at, item)]
        body = list(self._body(item))
        yield CondPageBreak(self._together(head, body))
        yield from head
        yield from body

    def _together(self, head: Sequence[Flowable], body: Sequence[Flowable]) -> float:
        """How much of an item must fit on this page: all of a short one, else how it begins.

        Text may begin here with two lines; a frame or a table moves on whole, and would leave the
        heading behind.
        """
        whole = height_of((*head, *body), self._width)
        if whole <= _SHORT or not body:
            return whole
        begins = self._kind.unit * _FEWEST_LINES
        if not isinstance(body[0], Prose):
            begins = min(height_of(body[:1], self._width), TEXT_HEIGHT / 3)
        return height_of(head, self._width) + begins

    def _head(self, at: int, item: MinutesItem) -> Iterator[Flowable]:
        """Number and title, who presented it, and who came and went."""
        kind, unit = self._kind, self._kind.unit
        about = words.about(item)
        yield NumberedHeading(
            item.number,
            words.item_title(item),
            kind.heading if item.depth == 0 else kind.body_strong,
            column=self._column,
            key=f"{self._prefix}item-{at}",
            level=self._level + item.depth,
            aside=item.times,
            aside_style=kind.cell_quiet,
            below=unit * (0.15 if about else 0.35),
        )
        if about:
            yield self._in(prose(about, kind.cell_quiet), below=0.35)
        for event in item.events:
            style = kind.body_strong if event.is_lost else kind.cell_aside
            yield self._in(prose(event.sentence, style), below=0.3)

    def _body(self, item: MinutesItem) -> Iterator[Flowable]:
        """What was written, decided, stated and promised, and what came of it."""
        kind = self._kind
        yield from self._text(item)
        for decision in item.decisions:
            yield self._in(decision_frame(decision, kind, key=next(self._keys)), below=0.7)
        for vote in item.votes:
            yield self._in(Framed(list(vote_lines(vote, kind, is_alone=True))), below=0.7)
        for statement in item.statements:
            yield statement_block(statement, kind, indent=self._column)
        if item.tasks:
            tasks = tasks_table(item.tasks, kind, self._width - self._column, is_brief=True)
            yield self._in(tasks, below=0.6)
        if item.outcome:
            yield self._in(prose(item.outcome, kind.body_strong), below=0.4)

    def _text(self, item: MinutesItem) -> Iterator[Flowable]:
        """What was written, its lists going in level by level."""
        kind = self._kind
        for at, line in enumerate(item.lines):
            is_followed = at + 1 < len(item.lines) and item.lines[at + 1].depth > 0
            yield Prose(
                line.spans,
                kind.body,
                mark=line.marker,
                indent=self._column + line.depth * _LEVEL * kind.body.size,
                below=kind.unit * (0.1 if line.depth and is_followed else 0.4),
            )

    def _in(self, content: Flowable, *, below: float) -> Labelled:
        """Beside the column of numbers; `below` in lines of text."""
        return Labelled(
            "",
            content,
            style=self._kind.label,
            label_width=self._column,
            below=self._kind.unit * below,
        )


def height_of(flowables: Iterable[Flowable], width: float) -> float:
    """How high they are one below another, with the white around them, in the midst of a page."""
    height = 0.0
    for each in flowables:
        height += each.wrap(width, TEXT_HEIGHT - 1)[1]
        height += each.getSpaceBefore() + each.getSpaceAfter()
    return height


def decision_frame(decision: DecisionWords, kind: Typography, *, key: str = "") -> Framed:
    """A decision word for word in its frame, with its basis and its votes."""
    content: list[Flowable] = [
        prose(words.decision_name(decision), kind.cell_quiet, below=kind.unit * 0.1),
        prose(decision.text, kind.body_strong, below=kind.unit * 0.25),
    ]
    if decision.basis:
        content.append(prose(words.basis_of(decision), kind.cell, below=kind.unit * 0.1))
    for vote in decision.votes:
        content += vote_lines(vote, kind)
    return Framed(content, key=key)


def vote_lines(vote: VoteWords, kind: Typography, *, is_alone: bool = False) -> Iterator[Flowable]:
    """What was asked, what came of it and by which rule, and who voted what."""
    if is_alone:
        yield prose(_("Vote"), kind.cell_quiet, below=kind.unit * 0.1)
    if vote.question:
        yield prose(vote.question, kind.body if is_alone else kind.cell)
    if vote.moved_by:
        yield prose(words.mover_of(vote), kind.cell)
    strong = Span(vote.result, is_bold=is_alone)
    yield Prose((strong, Span(f" {vote.rule}" if vote.rule else "")), kind.cell)
    for choice, names in vote.names:
        yield Prose((Span(f"{choice}: "), Span(names)), kind.cell_quiet)


def statement_block(statement: Statement, kind: Typography, *, indent: float) -> Labelled:
    """What somebody had entered in the minutes, marked by a line at its left."""
    text = Prose(
        (Span(words.lead_of(statement), is_bold=True), Span(f"\n{statement.text}")), kind.body
    )
    return Labelled(
        "",
        text,
        style=kind.label,
        label_width=indent + 12,
        below=kind.unit * 0.6,
        is_marked=True,
    )
