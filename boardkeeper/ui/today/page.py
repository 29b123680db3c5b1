"""The page one begins the day with."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.deadlines import Deadline
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.reminders import Reminder, TermSnooze
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.sheets.ahead import DAYS
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.time_proposals import NotSpent
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.aims.line import HowWasIt
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.entry_line import EntryLine
from boardkeeper.ui.hour_bars import HourBars
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    CardRow,
    EmptyState,
    ScrollPage,
    divider,
    set_tooltip,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import agenda_paper, ahead_paper, overview_paper
from boardkeeper.ui.series.desk import SeriesDesk
from boardkeeper.ui.today.due import Due, done_words, everything_due
from boardkeeper.ui.today.due_card import DueCard
from boardkeeper.ui.today.facts import Facts, facts_of
from boardkeeper.ui.today.first_run import FirstRun
from boardkeeper.ui.today.next_meeting import NextMeeting, NextMeetingCard, capitalised
from boardkeeper.ui.today.red_week import RedWeekLine
from boardkeeper.ui.today.review_nudge import ReviewNudge
from boardkeeper.ui.today.unlogged import UnloggedCard

_MOST_ROWS = 8


class TodayPage(Page):
    """The next meeting and what it lacks, what follows, what is due, and this month's hours."""

    KINDS = (
        Organisation,
        Meeting,
        AgendaItem,
        TimeEntry,
        Membership,
        Term,
        OwnRule,
        Person,
        Reminder,
        Review,
        TermSnooze,
        Series,
        ClosedDays,
        Task,
        TaskOwner,
        Decision,
        Attendance,
        Effort,
        NotSpent,
        Promise,
        Ceiling,
        Away,
        Aim,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._next: Meeting | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._first_run: FirstRun | None = None
        self._front = ScrollPage()
        self._card = NextMeetingCard()
        self._none_ahead = EmptyState(
            "calendar-days",
            _("No meeting is planned."),
            _("Plan a meeting"),
            caption=_("Its usual agenda is written for you."),
        )
        self._unlogged = UnloggedCard(self.services)
        self._how_was_it = HowWasIt(self.services)
        self._deadlines = DueCard(_("Deadlines, tasks and reminders"), self.services.clock.today)
        self._desk = SeriesDesk(self.services, self)
        words = _("My next {count} days").format(count=DAYS)
        self._ahead = Button(words, kind=ButtonKind.QUIET, icon="printer")
        self._deadlines.add_action(self._ahead)
        self._nudge = ReviewNudge()
        self._red_week = RedWeekLine(self.services)
        self._coming = Card(_("The following meetings"))
        self._hours = Card()
        self._print_hours = Button(_("My year"), kind=ButtonKind.QUIET, icon="printer")
        set_tooltip(self._print_hours, _("Boards and hours of this year, on paper"))
        self._hours.add_action(self._print_hours)
        self._entry = EntryLine(self.services)
        self._bars = HourBars(_("Hours this month"))
        self._total = Body()
        self._hours.add(self._bars)
        self._hours.add(self._total)
        self._hours.add(divider())
        self._hours.add(self._entry)
        for each in (
            self._card,
            self._none_ahead,
            self._unlogged,
            self._how_was_it,
            self._deadlines,
            self._red_week,
            self._nudge,
            self._coming,
            self._hours,
        ):
            self._front.add(each)
        self._front.add_stretch()
        self._plan = Button(_("Plan a meeting"), icon="plus")
        self._front.add_action(self._plan)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._desk.meeting_wanted.connect(self.meeting_wanted)
        self._nudge.review_wanted.connect(self.review_wanted)
        self._red_week.week_wanted.connect(self.week_of_hours_wanted)
        self._deadlines.open_wanted.connect(self._on_due)
        self._deadlines.done_wanted.connect(self._on_done)
        self._deadlines.put_off_wanted.connect(self._on_put_off)
        self._unlogged.said.connect(self.said)
        self._how_was_it.said.connect(self.said)
        self._card.open_wanted.connect(self._on_open)
        self._card.print_wanted.connect(self.print_this)
        self._card.pack_wanted.connect(self._on_pack_wanted)
        self._plan.clicked.connect(self.new_meeting_wanted)
        self._ahead.clicked.connect(self._on_ahead)
        self._print_hours.clicked.connect(self._on_print_hours)
        self._none_ahead.wanted.connect(self.new_meeting_wanted)

    def refresh(self) -> None:
        facts = facts_of(self.services, self.organisation_id)
        self._next = facts.next_meeting
        if not facts.organisations:
            self._stack.setCurrentWidget(self._made_first_run())
            return
        self._stack.setCurrentWidget(self._front)
        self._front.set_title(self._greeting())
        self._front.set_caption(capitalised(formats.long_date(self.services.clock.today())))
        self._show_next(facts)
        self._unlogged.show_latest(self.organisation_id)
        self._show_how_it_was(facts)
        self._show_deadlines(facts)
        self._nudge.show_due(facts.questions_due)
        self._show_coming(facts)
        self._show_hours(facts)

    def make_new(self) -> None:
        self.new_meeting_wanted.emit()

    def _on_pack_wanted(self) -> None:
        if self._next is not None:
            self.pack_wanted.emit(self._next.id)

    def print_this(self) -> None:
        if self._next is not None:
            self.print_wanted.emit(agenda_paper(self.services, self._next.id))

    def take_focus(self) -> None:
        if self._first_run is not None and self._stack.currentWidget() is self._first_run:
            self._first_run.setFocus()
        elif self._card.isVisibleTo(self):
            self._card.open_button.setFocus()
        else:
            self._plan.setFocus()

    @Slot()
    def _on_open(self) -> None:
        if self._next is not None:
            self.meeting_wanted.emit(self._next.id)

    @Slot()
    def _on_ahead(self) -> None:
        self.print_wanted.emit(ahead_paper(self.services.documents))

    @Slot()
    def _on_print_hours(self) -> None:
        paper = overview_paper(self.services.overviews, self.organisation_id)
        self.print_wanted.emit(paper)

    @Slot(object)
    def _on_due(self, due: Due) -> None:
        subject = due.subject
        if isinstance(subject, Series):
            self._desk.show_days(subject.id)
        elif isinstance(subject, Task):
            self.task_wanted.emit(subject.id)
        elif isinstance(subject, Decision):
            self.decision_wanted.emit(subject.id)
        elif subject.meeting is not None:
            self.meeting_wanted.emit(subject.meeting.id)
        else:
            self.organisation_wanted.emit(subject.organisation_id)

    @Slot(object)
    def _on_done(self, due: Due) -> None:
        reminders, subject = self.services.reminders, due.subject
        if isinstance(subject, Task):
            self.services.tasks.finish(subject.id)
            self.said.emit(_("“{title}” is done.").format(title=subject.text))
        if not isinstance(subject, Deadline):
            return
        if subject.reminder is not None:
            reminders.done(subject.reminder.id)
            self.said.emit(done_words(reminders.get(subject.reminder.id)))
        elif subject.term is not None and subject.term_day is not None:
            reminders.done_with_term(subject.term.id, subject.term_day)
            self.said.emit(_("You are not reminded of it again."))

    @Slot(object, object)
    def _on_put_off(self, due: Due, until: date) -> None:
        reminders, subject = self.services.reminders, due.subject
        if not isinstance(subject, Deadline):
            return
        if subject.reminder is not None:
            reminders.snooze(subject.reminder.id, until)
        elif subject.term is not None and subject.term_day is not None:
            reminders.snooze_term(subject.term.id, subject.term_day, until)
        self.said.emit(_("Put off to {day}.").format(day=formats.day(until)))

    def _made_first_run(self) -> FirstRun:
        """The form of the first run, made when it is first needed: most starts never see it."""
        if self._first_run is None:
            self._first_run = FirstRun(self.services)
            self._first_run.meeting_wanted.connect(self.meeting_wanted)
            self._first_run.sample_wanted.connect(self.sample_wanted)
            self._stack.addWidget(self._first_run)
        return self._first_run

    def _show_next(self, facts: Facts) -> None:
        coming = facts.next_meeting
        self._card.setVisible(coming is not None)
        self._none_ahead.setVisible(coming is None)
        self._plan.setVisible(coming is not None)
        if coming is not None:
            self._card.show_meeting(
                NextMeeting(
                    meeting=coming,
                    organisation=facts.organisations[coming.organisation_id],
                    lacks=facts.lacks,
                    today=self.services.clock.today(),
                )
            )

    def _show_how_it_was(self, facts: Facts) -> None:
        asked = facts.unanswered
        place = "" if asked is None else facts.organisations[asked.organisation_id].label
        self._how_was_it.show_meeting(asked, place)

    def _show_deadlines(self, facts: Facts) -> None:
        self._deadlines.show_due(everything_due(facts, self.services.clock.today()))

    def _show_coming(self, facts: Facts) -> None:
        self._coming.setVisible(bool(facts.coming))
        rows = _rows(self._coming)
        for meeting in facts.coming[:_MOST_ROWS]:
            rows.addWidget(self._meeting_row(meeting, facts))
        self._say_how_many_more(self._coming, len(facts.coming) - _MOST_ROWS)

    def _show_hours(self, facts: Facts) -> None:
        self._red_week.refresh()
        month = formats.month(self.services.clock.today())
        self._hours.set_title(_("Hours in {month}").format(month=month))
        self._bars.set_bars(facts.bars)
        self._bars.setVisible(bool(facts.bars))
        self._total.setText(_total_in_words(facts))
        self._total.setVisible(bool(facts.promised) or len(facts.bars) != 1)

    def _meeting_row(self, meeting: Meeting, facts: Facts) -> CardRow:
        organisation = facts.organisations[meeting.organisation_id]
        row = CardRow(
            title_of(meeting),
            caption=" · ".join(filter(None, (organisation.label, meeting.place))),
            chip=formats.moment(meeting.starts_at),
            colour=organisation.colour.value,
        )
        row.clicked.connect(lambda: self.meeting_wanted.emit(meeting.id))
        return row

    def _greeting(self) -> str:
        me = self.services.people.me()
        greeting = _greeting_at(self.services.clock.now())
        if me is None:
            return greeting
        return _("{greeting}, {name}").format(greeting=greeting, name=me.name.split()[0])

    @staticmethod
    def _say_how_many_more(card: Card, count: int) -> None:
        if count > 0:
            message = ngettext("and {count} more", "and {count} more", count)
            card.add(Caption(message.format(count=count)))


def _rows(card: Card) -> QVBoxLayout:
    """An emptied column of rows in the card; rows stand close."""
    card.clear()
    rows = QVBoxLayout()
    rows.setSpacing(0)
    card.add_layout(rows)
    return rows


def _total_in_words(facts: Facts) -> str:
    """What the month came to so far, held against what was promised."""
    total = formats.duration(sum(bar.minutes for bar in facts.bars))
    if facts.promised:
        message = _("{duration} of the {promised} you have promised a month")
        whole_hours = formats.hours(60 * round(facts.promised / 60))
        return message.format(duration=total, promised=whole_hours)
    if not facts.bars:
        return _("No hours are written down this month.")
    return _("{duration} in all").format(duration=total)


def _greeting_at(now: datetime) -> str:
    if 5 <= now.hour < 10:
        return _("Good morning")
    if 10 <= now.hour < 18:
        return _("Good day")
    return _("Good evening")
