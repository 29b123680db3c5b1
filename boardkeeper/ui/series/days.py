"""The days of a series as a list shows them: met, moved, dropped, asked about, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, state_name, title_of
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import Planned, reason_in_words
from boardkeeper.i18n import _
from boardkeeper.services.series import AHEAD, SeriesService
from boardkeeper.ui.kit import RowFace, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDay:
    """A day of the rule: its meeting if there is one, and why it is not on that day if it is not.

    `can_be_met` means that a meeting can still be put on the day all the same.
    """

    rule_day: date
    meeting_id: MeetingId | None = None
    caption: str = ""
    chip: str = ""
    tone: Tone = Tone.NEUTRAL
    is_as_planned: bool = False
    is_question: bool = False
    can_be_met: bool = False

    @property
    def words(self) -> str:
        """The day itself, to begin a line with."""
        said = formats.long_date(self.rule_day)
        return said[:1].upper() + said[1:]


def days_of(service: SeriesService, series: Series, today: date) -> list[SeriesDay]:
    """Every day of the series from the start of this year, as far as is planned."""
    first = max(today.replace(month=1, day=1), series.starts_at.date())
    last = max(series.planned_until or today, today + timedelta(days=1))
    last = min(last, today + AHEAD)
    planned = service.days(series, first, last)
    meetings = service.meetings(series.id)
    missing = {each.rule_day: each for each in service.dropped(series.id, first, last)}
    met = {each.series_day: each for each in meetings if each.series_day is not None}
    rule_days = {each.rule_day for each in planned} | {day for day in met if day >= first}
    return [_day(day, met.get(day), missing.get(day), today) for day in sorted(rule_days)]


def face_of_days() -> RowFace[SeriesDay]:
    """How a day reads as a row."""
    return RowFace(
        title=lambda day: day.words,
        caption=lambda day: day.caption,
        chip=lambda day: day.chip,
        tone=lambda day: day.tone,
        is_muted=lambda day: day.meeting_id is None and not day.is_question,
    )


def questions_of(days: Sequence[SeriesDay]) -> list[SeriesDay]:
    return [day for day in days if day.is_question]


def _day(
    rule_day: date, meeting: Meeting | None, missing: Planned | None, today: date
) -> SeriesDay:
    if meeting is None:
        is_question = missing is not None and missing.is_question
        return SeriesDay(
            rule_day=rule_day,
            caption=reason_in_words(missing) if missing is not None else "",
            chip=_("To be decided") if is_question else _("No meeting"),
            tone=Tone.WARNING if is_question else Tone.NEUTRAL,
            is_question=is_question,
            can_be_met=rule_day >= today,
        )
    is_moved = meeting.day != rule_day
    state = "" if meeting.state is MeetingState.PLANNED else state_name(meeting.state)
    moved = _("Moved to {day}").format(day=formats.day(meeting.day)) if is_moved else ""
    return SeriesDay(
        rule_day=rule_day,
        meeting_id=meeting.id,
        caption=(reason_in_words(missing) if missing is not None else moved) or title_of(meeting),
        chip=state or (_("Moved") if is_moved else ""),
        is_as_planned=not is_moved and missing is None,
        tone=Tone.DANGER if meeting.state is MeetingState.CANCELLED else Tone.NEUTRAL,
    )
