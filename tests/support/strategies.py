"""Any record of a kind, for laws that hold for all of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar

from hypothesis import strategies as st

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Term
from boardkeeper.domain.minutes import ItemMinutes, Minutes
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.plain import Shape, shapes
from boardkeeper.domain.rates import OwnRate
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.series import ClosedDays
from boardkeeper.domain.votes import Choice, Vote
from boardkeeper.domain.written_procedure import WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask

R = TypeVar("R", bound=Record)

RULES = st.sampled_from(
    ["FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2TU;COUNT=10", "FREQ=YEARLY;UNTIL=20301231"]
)
ZONES = st.sampled_from(["Europe/Copenhagen", "Atlantic/Faroe", "America/Nuuk", "UTC"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TITLES = WORDS.filter(lambda words: bool(words) and not words.isspace())
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
WHEEL_YEARS = st.fixed_dictionaries(
    {
        "month": st.integers(1, 12),
        "day": st.none() | st.integers(1, 28),
        "every_years": st.integers(1, 5),
        "first_year": st.integers(1990, 2040),
    }
)
CEILINGS = st.fixed_dictionaries(
    {
        "evenings_a_week": st.none() | st.integers(0, 7),
        "work_starts": st.just(time(7, 30)),
        "work_ends": st.sampled_from([time(15, 30), time(16)]),
    }
)

ORDERED: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Attendance: (("arrived_at", "left_at"),),
    Away: (("starts_on", "ends_on"),),
    ClosedDays: (("starts_on", "ends_on"),),
    Interest: (("declared_on", "ends_on"),),
    ItemMinutes: (("began_at", "ended_at"),),
    Minutes: (("began_at", "ended_at"),),
    Review: (("starts_on", "ends_on"),),
    Term: (("starts_on", "ends_on"),),
    WrittenProcedure: (("sent_on", "reply_by"),),
}
"""The fields of which the first is never later than the second."""
NEVER_EMPTY = (
    "name",
    "title",
    "text",
    "proposal",
    "reason",
    "customer",
    "purpose",
    "destination",
)


@st.composite
def any_record(draw: st.DrawFn, kind: type[R]) -> R:
    """A record of the kind with any values it will have."""
    values = {shape.name: draw(_values(shape)) for shape in shapes(kind)}
    if kind is Meeting:
        values["ends_at"] = values["starts_at"] + timedelta(minutes=draw(st.integers(1, 600)))
    for first, last in ORDERED.get(kind, ()):
        if values[first] is not None and values[last] is not None:
            values[first], values[last] = sorted((values[first], values[last]))
    values |= draw(_that_fit(kind, values))
    return kind(**values)


def _that_fit(kind: type[Record], values: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Values in place of those that do not fit the kind, or one another."""
    scale = st.none() | st.integers(1, 5)
    types = st.sampled_from([each for each in ItemType if each != "break"])
    fitting: dict[type[Record], st.SearchStrategy[dict[str, Any]]] = {
        WheelTask: st.tuples(WHEEL_YEARS, types).map(lambda both: {**both[0], "type": both[1]}),
        Vote: st.fixed_dictionaries(
            {"casting": st.sampled_from([None, Choice.FOR, Choice.AGAINST])}
        ),
        Ceiling: CEILINGS,
        OwnRate: st.fixed_dictionaries({"year": st.integers(1900, 2199)}),
        Referral: st.sampled_from([{"won_on": None}, {"lost_on": None}]),
        Aim: st.fixed_dictionaries({"useful": scale, "energy": scale}),
    }
    if kind is Paper and values["meeting_id"] is None:
        return st.just({"item_id": None})
    return fitting.get(kind, st.just({}))


def _values(shape: Shape) -> st.SearchStrategy[Any]:
    values = _of_type(shape)
    return st.none() | values if shape.may_be_empty else values


def _of_type(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.name == "zone":
        return ZONES
    written = {
        "rule": RULES,
        "skipped_months": st.sampled_from(["", "7", "7,12"]),
        "left_out": st.sampled_from(["", "2026-04-02", "2026-04-02,2026-05-14"]),
        "quorum_roles": st.sampled_from(["", "chair", "chair,vice_chair"]),
        "digest": st.sampled_from(["0" * 64, "ab" * 32]),
        "parts": st.sampled_from(["", "cover,agenda"]),
        "decision_pattern": st.sampled_from(["B-{year}-{number:03}", "{number}/{year}"]),
    }
    if shape.type is str and shape.name in written:
        return written[shape.name]
    if shape.name == "repeats_months":
        return st.sampled_from([0, 1, 3, 12, 24])
    if issubclass(shape.type, Id):
        return st.uuids().map(lambda uuid: shape.type(uuid.hex))
    if issubclass(shape.type, Enum):
        return st.sampled_from(shape.type)
    by_type: dict[type[Any], st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(1, 366),
        datetime: MOMENTS,
        date: DAYS,
        time: st.times().map(lambda moment: moment.replace(microsecond=0, fold=0)),
        str: TITLES if shape.name in NEVER_EMPTY else WORDS,
    }
    return by_type[shape.type]
