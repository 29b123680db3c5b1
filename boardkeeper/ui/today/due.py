"""What is due, put into the words of a row: deadlines, reminders, and days to decide about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.deadlines import Deadline, deadline_title
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.reminders import Reminder, ReminderKind, reminder_kind_name
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import Planned
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import Tone
from boardkeeper.ui.today.facts import Facts
from boardkeeper.ui.today.next_meeting import capitalised

_FAR = 300
"""Days away beyond which a day is said with its year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One row: a deadline, or a series with days to decide about.

    What is remembered can be done with or put off; the deadlines of a meeting are met elsewhere.
    """

    subject: Deadline | Series
    on: date
    title: str
    caption: str
    chip: str
    tone: Tone = Tone.NEUTRAL
    colour: str = ""
    is_remembered: bool = False


def everything_due(facts: Facts, today: date) -> list[Due]:
    """The rows of the day, the earliest first."""
    rows = [
        _of_deadline(each, facts.organisations[each.organisation_id], today)
        for each in facts.deadlines
    ]
    rows += [
        _of_series(series, days, facts.organisations[series.organisation_id], today)
        for series, days in facts.questions
    ]
    return sorted(rows, key=lambda each: each.on)


def done_words(reminder: Reminder) -> str:
    """What is said once it is done, and when it is due again."""
    words = _("“{title}” is done.").format(title=reminder.title)
    if reminder.is_done:
        return words
    again = _("It is due again {day}.").format(day=formats.date(reminder.due_on))
    return f"{words} {again}"


def _of_deadline(deadline: Deadline, organisation: Organisation, today: date) -> Due:
    about = [organisation.label]
    if deadline.meeting is not None:
        about += [title_of(deadline.meeting), formats.day(deadline.meeting.day)]
    if deadline.reminder is not None and deadline.reminder.kind is not ReminderKind.OTHER:
        about.append(reminder_kind_name(deadline.reminder.kind))
    return Due(
        subject=deadline,
        on=deadline.on,
        title=deadline_title(deadline),
        caption=" · ".join(about),
        chip=_due_on(deadline, today),
        tone=Tone.DANGER if deadline.is_late else Tone.NEUTRAL,
        colour=organisation.colour.value,
        is_remembered=deadline.meeting is None,
    )


def _of_series(series: Series, days: list[Planned], organisation: Organisation, today: date) -> Due:
    count = len(days)
    words = ngettext(
        "Decide about {count} day of a series", "Decide about {count} days of a series", count
    )
    return Due(
        subject=series,
        on=days[0].rule_day,
        title=words.format(count=count),
        caption=" · ".join(filter(None, (organisation.label, series.title))),
        chip=_day(days[0].rule_day, today),
        colour=organisation.colour.value,
    )


def _due_on(deadline: Deadline, today: date) -> str:
    day = _day(deadline.on, today)
    return _("Late: {day}").format(day=day) if deadline.is_late else day


def _day(on: date, today: date) -> str:
    """The day, said as one says it where it is near, and with its year where it is far."""
    if today <= on <= today + timedelta(days=1):
        return capitalised(formats.relative_day(on, today))
    is_far = abs((on - today).days) > _FAR
    return formats.short_date(on) if is_far else formats.day(on)
