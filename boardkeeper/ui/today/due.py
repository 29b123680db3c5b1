"""What is due, in the words of a row: deadlines, reminders, tasks, and what to decide about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.deadlines import Deadline, deadline_title
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.reminders import Reminder, ReminderKind, reminder_kind_name
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import Planned
from boardkeeper.domain.tasks import Task
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.due_words import day_in_words, due_in_words
from boardkeeper.ui.kit import Tone
from boardkeeper.ui.today.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One row: a deadline, a task of mine, a decision to review, a series with open days.

    What is remembered can be done with or put off, and a task done; the others are met elsewhere.
    """

    subject: Deadline | Series | Task | Decision
    on: date
    title: str
    caption: str
    chip: str
    tone: Tone = Tone.NEUTRAL
    colour: str = ""
    can_be_done: bool = False
    can_be_put_off: bool = False


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
    rows += [
        _of_task(each, facts.organisations[each.organisation_id], today) for each in facts.tasks
    ]
    rows += [
        _of_decision(each, facts.organisations[each.organisation_id], today)
        for each in facts.reviews
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
        chip=due_in_words(deadline.on, today, is_late=deadline.is_late),
        tone=Tone.DANGER if deadline.is_late else Tone.NEUTRAL,
        colour=organisation.colour.value,
        can_be_done=deadline.meeting is None,
        can_be_put_off=deadline.meeting is None,
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
        chip=day_in_words(days[0].rule_day, today),
        colour=organisation.colour.value,
    )


def _of_task(task: Task, organisation: Organisation, today: date) -> Due:
    on = task.due_on or today
    return Due(
        subject=task,
        on=on,
        title=task.text,
        caption=" · ".join((organisation.label, _("My task"))),
        chip=due_in_words(on, today, is_late=on < today),
        tone=Tone.DANGER if on < today else Tone.NEUTRAL,
        colour=organisation.colour.value,
        can_be_done=True,
    )


def _of_decision(decision: Decision, organisation: Organisation, today: date) -> Due:
    on = decision.review_on or today
    title = _("Look at decision {number} again: {text}")
    return Due(
        subject=decision,
        on=on,
        title=title.format(number=decision.number, text=" ".join(decision.text.split())),
        caption=organisation.label,
        chip=due_in_words(on, today, is_late=on < today),
        tone=Tone.DANGER if on < today else Tone.NEUTRAL,
        colour=organisation.colour.value,
    )
