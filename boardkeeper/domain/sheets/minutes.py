"""What the minutes of a meeting say on paper: the records that printers read.

Closed items lose their words before they come here, so that the printer of an open edition never
has them. Every text is in the sheet's own language. `minutes_gathering.py` fills a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper.domain.attendance import Capacity
from boardkeeper.domain.markdown import Line
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.agenda import SheetPaper
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One who was invited: name, title, whether and how they took part, and for how long.

    `remarks` say from when, until when, for whom, and `note` is what was noted of it. `votes` is
    how many they had; 0 for those without, and for those who were away.
    """

    name: str
    title: str
    capacity: Capacity
    presence: str
    took_part: bool
    remarks: str = ""
    note: str = ""
    votes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredInterest:
    """A conflict of interest somebody had, and with which item."""

    name: str
    number: str
    explanation: str
    left_the_room: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteWords:
    """A vote in words. `names` are who voted what, where it was by name."""

    question: str = ""
    moved_by: str = ""
    result: str
    rule: str = ""
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWords:
    """A decision word for word, the item it stands under, and the votes that led to it."""

    number: str
    item: str
    title: str
    text: str
    basis: str = ""
    votes: tuple[VoteWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody had entered in the minutes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWords:
    """A task. `since` is the day it was given, for one carried over; `status` is empty if open."""

    item: str
    text: str
    owners: str
    due_on: date | None
    since: date | None = None
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sentence on who came and went, and how the quorum stood then; `is_lost` if it was lost."""

    sentence: str
    is_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """One item with what came of it, depth from 0.

    `lines` are what was written. `times` are when it was dealt with, in words. `addition` says that
    the item came up at the meeting. An item that is withheld has nothing but its number.
    """

    number: str
    depth: int
    title: str
    presenter: str = ""
    is_closed: bool = False
    is_withheld: bool = False
    addition: str = ""
    times: str = ""
    events: tuple[Event, ...] = ()
    lines: tuple[Line, ...] = ()
    decisions: tuple[DecisionWords, ...] = ()
    votes: tuple[VoteWords, ...] = ()
    statements: tuple[Statement, ...] = ()
    tasks: tuple[TaskWords, ...] = ()
    outcome: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether there is more to say of it than what was talked about."""
        came_of_it = (self.decisions, self.votes, self.statements, self.tasks, self.events)
        return bool(self.outcome or any(came_of_it))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One who signs."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSheet:
    """Everything the minutes of one meeting say. Times are wall times of the meeting's place.

    `ends_at` is None while the meeting is going on. `facts` are what is known of the general
    meeting's notice and votes, `approval` how the minutes became approved, label and text.
    `digest` is the head of the chain once they are approved, empty before. `papers` are the
    meeting's appendices, with the numbers of its pack.
    """

    letterhead: Letterhead
    meeting: str
    style: MinutesStyle
    edition: Edition
    is_general: bool
    starts_at: datetime
    ends_at: datetime | None
    place: str
    link: str
    chair: str
    minute_taker: str
    attendees: tuple[Attendee, ...]
    facts: tuple[tuple[str, str], ...]
    quorum: str
    interests: tuple[DeclaredInterest, ...]
    items: tuple[MinutesItem, ...]
    tasks: tuple[TaskWords, ...]
    earlier_tasks: tuple[TaskWords, ...]
    next_meeting: str
    closing: str
    approval: tuple[tuple[str, str], ...]
    signatories: tuple[Signatory, ...]
    has_initials: bool
    version: int
    digest: str
    papers: tuple[SheetPaper, ...] = ()

    @property
    def language(self) -> Language:
        return self.letterhead.language

    @property
    def decisions(self) -> tuple[DecisionWords, ...]:
        """All of them, in the order of the items."""
        return tuple(each for item in self.items for each in item.decisions)
