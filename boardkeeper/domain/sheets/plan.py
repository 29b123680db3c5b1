"""The meeting plan of a year: every meeting with its deadlines, of one board or of all of mine.

Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain import rules
from boardkeeper.domain.meetings import Meeting, MeetingState, title_of
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.domain.rules import OwnRule, RuleInForce, RuleName, rule_in_force
from boardkeeper.i18n import Language, _, language, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedMeeting:
    """A day a series would have met on but for a holiday or closed days, and what came of it.

    `why` is in the language of the sheet: "Skærtorsdag: flyttet til tor. 9. april".
    """

    organisation_id: OrganisationId
    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBoard:
    """One board of the plan. `place` is where it usually meets this year, `minutes` all told."""

    name: str
    label: str
    colour: Colour
    place: str
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """A meeting of the plan, in the wall time of its place.

    `place` is empty where it is the board's usual one. The deadlines are the last days for items
    and for the notice; None where no rule asks for any, or the meeting is cancelled.
    """

    board: PlanBoard
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    items_by: date | None
    notice_by: date | None
    is_cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMonth:
    """A month with meetings: 1 to 12, and its name."""

    number: int
    name: str
    meetings: tuple[PlanMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDropped:
    """A meeting that fell away or was moved, of a board."""

    board: PlanBoard
    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """A whole year. `owner` is whose boards these are, where they are one person's.

    `boards` are those that meet or would have met; one at least where the plan is of one board.
    Cancelled meetings are listed and not counted. `printed_at` is wall time.
    """

    language: Language
    is_mine: bool
    owner: str
    registration_number: str
    confidentiality: str
    year: int
    boards: tuple[PlanBoard, ...]
    months: tuple[PlanMonth, ...]
    dropped: tuple[PlanDropped, ...]
    next_year: PlanMeeting | None
    printed_at: datetime

    @property
    def meetings(self) -> int:
        return sum(board.meetings for board in self.boards)

    @property
    def minutes(self) -> int:
        return sum(board.minutes for board in self.boards)


def plan_of(
    organisation: Organisation,
    year: int,
    meetings: Iterable[Meeting],
    *,
    own_rules: Iterable[OwnRule] = (),
    dropped: Iterable[DroppedMeeting] = (),
    language: Language | None = None,
    printed_at: datetime,
) -> PlanSheet:
    """The plan of one organisation; meetings, rules and days of others are passed over."""
    with speaking(language or organisation.language):
        plan = _Plan([organisation], year, meetings, own_rules, keeps_idle=True)
        return plan.sheet(
            dropped,
            registration_number=organisation.registration_number,
            confidentiality=organisation.confidentiality,
            printed_at=printed_at,
        )


def plan_of_mine(
    organisations: Iterable[Organisation],
    year: int,
    meetings: Iterable[Meeting],
    *,
    owner: str = "",
    own_rules: Iterable[OwnRule] = (),
    dropped: Iterable[DroppedMeeting] = (),
    language: Language,
    printed_at: datetime,
) -> PlanSheet:
    """The plan of all organisations together; `owner` is the person's name, where it is known."""
    with speaking(language):
        plan = _Plan(list(organisations), year, meetings, own_rules, keeps_idle=False)
        return plan.sheet(dropped, is_mine=True, owner=owner, printed_at=printed_at)


class _Plan:
    """The year under way: the boards are counted first, since each meeting names its own."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        year: int,
        meetings: Iterable[Meeting],
        own_rules: Iterable[OwnRule],
        *,
        keeps_idle: bool,
    ) -> None:
        self._year = year
        self._keeps_idle = keeps_idle
        self._organisations = {each.id: each for each in organisations}
        self._own_rules = list(own_rules)
        known = sorted(
            (each for each in meetings if each.organisation_id in self._organisations),
            key=self._in_order,
        )
        self._held = [each for each in known if each.day.year == year]
        self._later = [
            each for each in known if each.day.year == year + 1 and not _is_cancelled(each)
        ]
        self._boards = {each.id: self._board(each) for each in organisations}

    def sheet(
        self,
        dropped: Iterable[DroppedMeeting],
        *,
        is_mine: bool = False,
        owner: str = "",
        registration_number: str = "",
        confidentiality: str = "",
        printed_at: datetime,
    ) -> PlanSheet:
        gaps = sorted(
            (
                each
                for each in dropped
                if each.organisation_id in self._boards and each.on.year == self._year
            ),
            key=lambda each: (each.on, formats.sort_key(self._boards[each.organisation_id].name)),
        )
        busy = {each.organisation_id for each in (*self._held, *self._later[:1])}
        busy |= {each.organisation_id for each in gaps}
        boards = [board for of, board in self._boards.items() if self._keeps_idle or of in busy]
        return PlanSheet(
            language=language(),
            is_mine=is_mine,
            owner=owner,
            registration_number=registration_number,
            confidentiality=confidentiality,
            year=self._year,
            boards=tuple(sorted(boards, key=lambda each: formats.sort_key(each.label))),
            months=tuple(self._months()),
            dropped=tuple(
                PlanDropped(board=self._boards[each.organisation_id], on=each.on, why=each.why)
                for each in gaps
            ),
            next_year=self._meeting(self._later[0]) if self._later else None,
            printed_at=printed_at,
        )

    def _in_order(self, meeting: Meeting) -> tuple[object, ...]:
        label = self._organisations[meeting.organisation_id].label
        return meeting.starts_at, meeting.ends_at, formats.sort_key(label), meeting.id

    def _months(self) -> Iterable[PlanMonth]:
        for number in range(1, 13):
            held = [each for each in self._held if each.day.month == number]
            if held:
                yield PlanMonth(
                    number=number,
                    name=formats.month_name(held[0].day),
                    meetings=tuple(map(self._meeting, held)),
                )

    def _board(self, organisation: Organisation) -> PlanBoard:
        held = [
            each
            for each in self._held
            if each.organisation_id == organisation.id and not _is_cancelled(each)
        ]
        places = Counter(_place(each) for each in held)
        return PlanBoard(
            name=organisation.name,
            label=organisation.label,
            colour=organisation.colour,
            place=places.most_common(1)[0][0] if places else "",
            meetings=len(held),
            minutes=sum(each.minutes for each in held),
        )

    def _meeting(self, meeting: Meeting) -> PlanMeeting:
        board = self._boards[meeting.organisation_id]
        place = _place(meeting)
        is_usual = place == board.place and meeting.day.year == self._year
        if board.place and not place:
            place = _("Place to be announced")
        return PlanMeeting(
            board=board,
            title=title_of(meeting),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place="" if is_usual else place,
            items_by=self._by(meeting, rules.items_rule(meeting.kind), rules.latest_items),
            notice_by=self._by(meeting, rules.notice_rule(meeting.kind), rules.latest_notice),
            is_cancelled=_is_cancelled(meeting),
        )

    def _by(
        self, meeting: Meeting, name: RuleName, latest: Callable[[date, RuleInForce], date]
    ) -> date | None:
        organisation = self._organisations[meeting.organisation_id]
        own = [each for each in self._own_rules if each.organisation_id == organisation.id]
        rule = rule_in_force(organisation.kind, own, name)
        if not rule.days or _is_cancelled(meeting):
            return None
        return latest(meeting.day, rule)


def _is_cancelled(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.CANCELLED


def _place(meeting: Meeting) -> str:
    """Where the meeting is, or that it is online."""
    return meeting.place.strip() or (_("Online") if meeting.link.strip() else "")
