"""What charts are drawn with: strokes that paper and screen lay down alike.

x grows to the right and y downwards, from (0, 0) at the top left. All lengths are in the units of
whoever draws: points or pixels. The size of the text is given, and the rest follows from it.

Every part of a bar has a ground and a pattern of its own beside its colour, so a picture can be
read in grey print and by eyes that do not tell the colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from boardkeeper.domain.organisations import Colour

MOST_SERIES = 8
"""The patterns there are; what is more is to be put together."""

_HATCH = 0.42
"""The gap between the lines of a pattern, in sizes of text."""


class Ink(Enum):
    """What a stroke is drawn with; paper and screen each have their own colours for it."""

    TEXT = auto()
    QUIET = auto()
    RULE = auto()
    FULL = auto()
    TINT = auto()
    PAPER = auto()
    ALERT = auto()
    MARK = auto()


class Align(Enum):
    """Where a text stands against its point."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle in the colour of a series, or in a plain ink."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    ink: Ink
    thickness: float
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text whose middle is at y; cut where it is wider than `room`."""

    text: str
    x: float
    y: float
    size: float
    room: float
    ink: Ink = Ink.TEXT
    align: Align = Align.LEFT
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filled figure with straight sides, from corner to corner and back to the first."""

    corners: tuple[tuple[float, float], ...]
    fill: Ink


Stroke = Box | Line | Words | Shape


class Hatch(Enum):
    """The lines a ground is filled with."""

    NONE = auto()
    RISING = auto()
    FALLING = auto()
    LEVEL = auto()
    UPRIGHT = auto()
    CROSSED = auto()


_PATTERNS: tuple[tuple[Ink, Hatch], ...] = (
    (Ink.FULL, Hatch.NONE),
    (Ink.PAPER, Hatch.RISING),
    (Ink.TINT, Hatch.NONE),
    (Ink.FULL, Hatch.LEVEL),
    (Ink.PAPER, Hatch.CROSSED),
    (Ink.FULL, Hatch.FALLING),
    (Ink.PAPER, Hatch.NONE),
    (Ink.TINT, Hatch.UPRIGHT),
)
"""Neighbours in a bar differ in grey as well."""


def part(
    number: int, box: tuple[float, float, float, float], colour: Colour, size: float
) -> Iterator[Stroke]:
    """The part of that number in a bar: its ground, its pattern and its outline.

    `box` is x, y, width and height.
    """
    x, y, width, height = box
    ground, hatch = _PATTERNS[number % MOST_SERIES]
    filled = Box(x=x, y=y, width=width, height=height, fill=ground, colour=colour)
    yield filled
    ink = Ink.PAPER if ground is Ink.FULL else Ink.FULL
    for start, end in hatched(filled, hatch, size * _HATCH):
        yield Line(start=start, end=end, ink=ink, thickness=size * 0.085, colour=colour)
    yield from _outlined(filled, colour, size * 0.07)


def _outlined(box: Box, colour: Colour, thickness: float) -> Iterator[Stroke]:
    right, foot = box.x + box.width, box.y + box.height
    corners = ((box.x, box.y), (right, box.y), (right, foot), (box.x, foot))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        yield Line(start=start, end=end, ink=Ink.FULL, thickness=thickness, colour=colour)


_Segment = tuple[tuple[float, float], tuple[float, float]]


def hatched(box: Box, hatch: Hatch, gap: float) -> Iterator[_Segment]:
    """The lines of a pattern, each ending at the edge of the box."""
    right, foot = box.x + box.width, box.y + box.height
    if hatch is Hatch.LEVEL:
        for y in _every(box.y, foot, gap):
            yield (box.x, y), (right, y)
    elif hatch is Hatch.UPRIGHT:
        for x in _every(box.x, right, gap):
            yield (x, box.y), (x, foot)
    if hatch in (Hatch.RISING, Hatch.CROSSED):
        for offset in _every(0, box.width + box.height, gap * 1.42):
            along, beyond = min(offset, box.height), max(0.0, offset - box.height)
            back, over = max(0.0, offset - box.width), min(offset, box.width)
            yield (box.x + beyond, box.y + along), (box.x + over, box.y + back)
    if hatch in (Hatch.FALLING, Hatch.CROSSED):
        for offset in _every(0, box.width + box.height, gap * 1.42):
            along, beyond = min(offset, box.height), max(0.0, offset - box.height)
            back, over = max(0.0, offset - box.width), min(offset, box.width)
            yield (box.x + beyond, foot - along), (box.x + over, foot - back)


def _every(first: float, last: float, gap: float) -> Sequence[float]:
    """Places between the two, evenly apart and none at the ends."""
    return [first + gap * (at + 0.5) for at in range(max(0, round((last - first) / gap)))]
