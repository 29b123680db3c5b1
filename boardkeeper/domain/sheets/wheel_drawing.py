"""The picture of a year wheel as plain strokes, drawn alike on paper and on screen.

The wheel's radius is 100 units around (0, 0); x grows to the right and y downwards. Angles are
degrees clockwise from the top, where January begins. Every month has the same share. From the rim
inwards: numbered tasks, the months' names, meetings with their day, the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from math import cos, dist, pi, radians, sin

from boardkeeper.domain.agenda import WheelTaskId
from boardkeeper.domain.sheets.yearwheel import SheetMeeting, SheetTask, WheelMonth, WheelSheet

RADIUS = 100.0
MONTH = 30
"""Degrees of a month."""

_TASKS = (82.0, RADIUS)
_NAMES = (65.0, 82.0)
_MEETINGS = (44.0, 65.0)
_TASK_AT = 91.0
_TASK_RADIUS = 5.4
_MEETING_AT = 54.5
_CROWDED_AT = (59.6, 49.4)
_MEETING_RADIUS = 4.7
_DOT_RADIUS = 1.6


class Paint(Enum):
    """What a stroke is drawn with; paper and screen each have their own colours for it."""

    INK = auto()
    QUIET = auto()
    RULE = auto()
    PAPER = auto()
    HUE = auto()
    TINT = auto()
    WASH = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A piece of a ring, from `start` through `sweep` whole degrees."""

    inner: float
    outer: float
    start: int
    sweep: int
    fill: Paint


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle, filled, with an outline of its own if it has one."""

    x: float
    y: float
    radius: float
    fill: Paint
    outline: Paint | None = None
    thickness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    paint: Paint
    thickness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text, centred on (x, y) both ways and turned clockwise by `turn` degrees.

    Where it is wider than `room` it is drawn smaller.
    """

    text: str
    x: float
    y: float
    size: float
    room: float
    paint: Paint
    is_strong: bool = False
    turn: float = 0.0


Stroke = Sector | Disc | Line | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMark:
    """Where a task's number stands."""

    task: SheetTask
    x: float
    y: float
    radius: float


def point(angle: float, radius: float) -> tuple[float, float]:
    """The point so many degrees clockwise from the top, so far from the centre."""
    return radius * sin(radians(angle)), -radius * cos(radians(angle))


def middle_of(month: int) -> float:
    """The angle of the middle of a month, 1 to 12."""
    return MONTH * (month - 0.5)


def angle_of(day: date) -> float:
    """The angle of the middle of a day."""
    first = day.replace(day=1)
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return MONTH * (day.month - 1 + (day.day - 0.5) / (following - first).days)


def wheel(sheet: WheelSheet, chosen: WheelTaskId | None = None) -> Iterator[Stroke]:
    """The strokes in the order they are laid down. A chosen task is filled."""
    for month in sheet.months:
        yield from _month(month, is_now=_is_now(sheet, month))
    yield from _rings()
    yield from _meetings(sheet)
    for mark in task_marks(sheet):
        yield from _task(mark, is_chosen=mark.task.task_id == chosen)
    yield from _centre(sheet)


def task_marks(sheet: WheelSheet) -> Iterator[TaskMark]:
    """Where each task's number stands: a month's tasks share its arc evenly."""
    for month in sheet.months:
        share = MONTH / max(len(month.tasks), 1)
        radius = min(_TASK_RADIUS, 0.46 * _TASK_AT * radians(share))
        for place, task in enumerate(month.tasks):
            x, y = point(MONTH * (month.number - 1) + share * (place + 0.5), _TASK_AT)
            yield TaskMark(task=task, x=x, y=y, radius=radius)


def _is_now(sheet: WheelSheet, month: WheelMonth) -> bool:
    return sheet.today is not None and sheet.today.month == month.number


def _month(month: WheelMonth, *, is_now: bool) -> Iterator[Stroke]:
    start = MONTH * (month.number - 1)
    is_odd_quarter = (month.number - 1) // 3 % 2 == 0
    ground = Paint.TINT if is_odd_quarter else Paint.WASH
    for (inner, outer), fill in (
        (_TASKS, Paint.PAPER),
        (_NAMES, Paint.HUE if is_now else ground),
        (_MEETINGS, Paint.PAPER),
    ):
        yield Sector(inner=inner, outer=outer, start=start, sweep=MONTH, fill=fill)
    middle = middle_of(month.number)
    x, y = point(middle, sum(_NAMES) / 2)
    yield Words(
        text=month.name[:1].upper() + month.name[1:],
        x=x,
        y=y,
        size=7.2,
        room=36,
        paint=Paint.PAPER if is_now else Paint.INK,
        is_strong=True,
        turn=middle + 180 if 90 < middle < 270 else middle,
    )


def _rings() -> Iterator[Stroke]:
    for month in range(12):
        angle = MONTH * month
        thickness = 0.7 if month % 3 == 0 else 0.35
        yield Line(
            start=point(angle, _MEETINGS[0]),
            end=point(angle, RADIUS),
            paint=Paint.RULE,
            thickness=thickness,
        )
    for inner, outer in (_TASKS, _NAMES, _MEETINGS):
        for radius in (inner, outer):
            yield from _circle(radius)


def _circle(radius: float) -> Iterator[Stroke]:
    """A thin ring, as a piece of the ring all the way round."""
    thickness = 0.7 if radius == RADIUS else 0.35
    yield Sector(
        inner=radius - thickness / 2,
        outer=radius + thickness / 2,
        start=0,
        sweep=360,
        fill=Paint.RULE,
    )


def _meetings(sheet: WheelSheet) -> Iterator[Stroke]:
    """A dot on each meeting's day with the day in it, none on top of another.

    Neighbours that would touch take turns on two tracks; where even those are full there is a
    small dot without a number, and the table names the day.
    """
    placed: list[tuple[float, float]] = []
    crowded = _crowded(sheet.meetings)
    for meeting in sheet.meetings:
        angle = angle_of(meeting.starts_at.date())
        tracks = _CROWDED_AT if meeting.meeting_id in crowded else (_MEETING_AT,)
        spots = [point(angle, track) for track in tracks]
        free = [
            spot
            for spot in spots
            if all(dist(spot, other) > 2 * _MEETING_RADIUS for other in placed)
        ]
        if not free:
            x, y = point(angle, _MEETINGS[0] + _DOT_RADIUS + 0.4)
            yield Disc(x=x, y=y, radius=_DOT_RADIUS, fill=Paint.HUE)
            continue
        placed.append(free[0])
        yield from _meeting(meeting, *free[0])


def _crowded(meetings: tuple[SheetMeeting, ...]) -> set[str]:
    angles = [(angle_of(each.starts_at.date()), each.meeting_id) for each in meetings]
    angles += [(angle + 360, each) for angle, each in angles[:1]]  # December meets January
    near = 2.1 * _MEETING_RADIUS / _MEETING_AT * 180 / pi
    return {
        each
        for (angle, first), (next_angle, second) in pairwise(angles)
        if next_angle - angle < near
        for each in (first, second)
    }


def _meeting(meeting: SheetMeeting, x: float, y: float) -> Iterator[Stroke]:
    """Filled for a board's own meeting; a general meeting is a ring, so that grey tells too."""
    is_ring = meeting.is_general
    yield Disc(
        x=x,
        y=y,
        radius=_MEETING_RADIUS - (0.5 if is_ring else 0),
        fill=Paint.PAPER if is_ring else Paint.HUE,
        outline=Paint.HUE if is_ring else None,
        thickness=1.1 if is_ring else 0,
    )
    yield Words(
        text=str(meeting.starts_at.day),
        x=x,
        y=y,
        size=5.2,
        room=7.4,
        paint=Paint.INK if is_ring else Paint.PAPER,
        is_strong=True,
    )


def _task(mark: TaskMark, *, is_chosen: bool) -> Iterator[Stroke]:
    yield Disc(
        x=mark.x,
        y=mark.y,
        radius=mark.radius,
        fill=Paint.HUE if is_chosen else Paint.WASH,
        outline=Paint.HUE,
        thickness=0.5,
    )
    yield Words(
        text=str(mark.task.number),
        x=mark.x,
        y=mark.y,
        size=mark.radius * 1.12,
        room=mark.radius * 1.6,
        paint=Paint.PAPER if is_chosen else Paint.INK,
    )


def _centre(sheet: WheelSheet) -> Iterator[Stroke]:
    if sheet.today is not None:
        angle = angle_of(sheet.today)
        yield Line(
            start=point(angle, _MEETINGS[0] - 4),
            end=point(angle, _MEETINGS[0]),
            paint=Paint.HUE,
            thickness=1.6,
        )
    yield Words(text=str(sheet.year), x=0, y=-4, size=25, room=64, paint=Paint.INK, is_strong=True)
    yield Words(text=sheet.label, x=0, y=13, size=6.6, room=62, paint=Paint.QUIET)
