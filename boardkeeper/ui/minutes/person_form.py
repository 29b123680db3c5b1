"""One person at the meeting: when they came and left, whom they stand for, who votes for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from boardkeeper import formats
from boardkeeper.domain.attendance import (
    Attendance,
    AttendanceId,
    Capacity,
    Presence,
    presence_name,
)
from boardkeeper.domain.meetings import Meeting
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, LineField, TypedField
from boardkeeper.ui.minutes.inline_form import InlineForm

_AT_ITEM = re.compile(r"^(?:pkt\.?|punkt|item|no\.?|nr\.?|#)\s*(\d+(?:\.\d+)*)\.?$", re.IGNORECASE)
_NOW = frozenset({"nu", "now"})
_WELL_BEFORE = timedelta(hours=6)

ItemMoment = Callable[[str], datetime | None]
"""When the item of a number began or is to begin; None where there is no such item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAtMeeting:
    """What was said of somebody: the row as it is to be, and the ties to others."""

    attendance: Attendance
    stands_for_id: AttendanceId | None
    proxy_to_id: AttendanceId | None


class PersonForm(InlineForm[PersonAtMeeting]):
    """Times are typed as they are said: `20.15`, `8pm`, `now`, or `item 4`."""

    def __init__(
        self,
        attendance: Attendance,
        meeting: Meeting,
        roll: Sequence[Attendance],
        item_moment: ItemMoment,
        now: datetime,
        *,
        allows_proxies: bool,
    ) -> None:
        super().__init__(attendance.name, _("Store"), icon="user-check")
        self._attendance = attendance
        self._meeting = meeting
        self._item_moment = item_moment
        self._now = now
        self._arrived = self.keep("arrived_at", self._moment_field(_("Arrived at")))
        self._left = self.keep("left_at", self._moment_field(_("Left at")), beside=True)
        presences = [(each, presence_name(each)) for each in Presence]
        self._presence: ChoiceField[Presence] = self.keep(
            "presence", ChoiceField(_("Presence"), presences), beside=True
        )
        self._stands_for = self._tie(
            "stands_for_id", _("Stands in for"), _others(attendance, roll, is_there=False)
        )
        self._proxy = self._tie(
            "proxy_to_id", _("Proxy given to"), _others(attendance, roll, is_there=True)
        )
        self._note = self.keep("note", LineField(_("Note")), beside=True)
        is_member = attendance.capacity is Capacity.MEMBER
        self._stands_for.setVisible(attendance.capacity is Capacity.ALTERNATE)
        self._proxy.setVisible(is_member and attendance.has_vote and allows_proxies)
        self._left.set_value(attendance.left_at)
        self._arrived.set_value(attendance.arrived_at)
        self._presence.set_value(attendance.presence)
        self._stands_for.set_value(attendance.stands_for_id)
        self._proxy.set_value(attendance.proxy_to_id)
        self._note.set_value(attendance.note)

    def read(self) -> PersonAtMeeting:
        presence = self._presence.value()
        arrived_at, left_at = self._arrived.value(), self._left.value()
        is_there = presence in (Presence.PRESENT, Presence.DIGITAL)
        if not is_there and (arrived_at or left_at):
            presence = Presence.PRESENT  # who came or left was there
        return PersonAtMeeting(
            attendance=replace(
                self._attendance,
                presence=presence,
                arrived_at=arrived_at,
                left_at=left_at,
                note=self._note.value(),
            ),
            stands_for_id=self._stands_for.value(),
            proxy_to_id=self._proxy.value(),
        )

    def _moment_field(self, label: str) -> TypedField[datetime]:
        return TypedField(
            label,
            self._moment,
            formats.time,
            placeholder=_("{time}, or item 4").format(time=formats.time(time(20, 15))),
            characters=10,
        )

    def _tie(
        self, name: str, label: str, people: Sequence[Attendance]
    ) -> ChoiceField[AttendanceId | None]:
        choices: list[tuple[AttendanceId | None, str]] = [(None, _("nobody"))]
        choices += [(each.id, each.name) for each in people]
        return self.keep(name, ChoiceField(label, choices))

    def _moment(self, text: str) -> datetime:
        """The wall time meant: a time of the evening, after midnight if need be, or an item's."""
        if text.strip().casefold() in _NOW:
            return self._now
        found = _AT_ITEM.match(text.strip())
        at_item = self._item_moment(found[1]) if found else None
        if at_item is not None:
            return at_item
        at = datetime.combine(self._meeting.day, formats.read_time(text))
        is_next_day = at < self._meeting.starts_at - _WELL_BEFORE
        return at + timedelta(days=1) if is_next_day else at


def _others(
    attendance: Attendance, roll: Sequence[Attendance], *, is_there: bool
) -> list[Attendance]:
    """The members with a vote who are there, or who are not."""
    return [
        each
        for each in roll
        if each.capacity is Capacity.MEMBER
        and each.id != attendance.id
        and each.has_vote
        and (each.took_part == is_there or each.id == attendance.proxy_to_id)
    ]
