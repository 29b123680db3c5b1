"""One membership's yearly question: what is asked at the left, what is known at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.aims import Answer, answer_name
from boardkeeper.domain.memberships import MembershipId, title_of
from boardkeeper.domain.review_dates import twelve_months_before, whole_year_before, why
from boardkeeper.domain.review_facts import Measure, in_words
from boardkeeper.domain.reviews import Outcome, Review, outcome_name
from boardkeeper.domain.sheets.review import (
    instead_question,
    join_question,
    last_time,
    period_in_words,
    want_question,
    why_question,
)
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.review_gathering import Facts
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.gauges_card import GaugesCard
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    ChoiceField,
    DateField,
    LineField,
    MenuButton,
    ScrollPage,
    Space,
    TextField,
    Turning,
)
from boardkeeper.ui.review_papers import handover_paper, letter_paper, review_paper
from boardkeeper.ui.reviews.facts_cards import (
    FactsCard,
    SignsCard,
    before_in_words,
)
from boardkeeper.ui.reviews.stop_dialog import StopDialog
from boardkeeper.ui.wrapping import Wrapping

_WIDEST = 1180
_NARROW = 820
"""Below this width, at text size 100 %, the columns stand under one another."""

_LEAVING = (Outcome.STOP, Outcome.STEP_DOWN)

Span = tuple[date, date]


class ReviewView(ScrollPage):
    """Shows a review, stores what is written in it, and carries out what follows.

    `wanted` is a record one wants to see, `print_wanted` a paper, `portfolio_wanted` asks for all
    boards, `said` tells what was just done.
    """

    wanted = Signal(object)
    print_wanted = Signal(object)
    portfolio_wanted = Signal()
    simulator_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(max_width=_WIDEST, parent=parent)
        self._services = services
        self._review: Review | None = None
        self._facts: Facts | None = None
        self._fill()
        self._connect()

    @property
    def membership_id(self) -> MembershipId | None:
        """Whose review is shown."""
        return None if self._review is None else self._review.membership_id

    @property
    def review(self) -> Review | None:
        """The review as it is shown."""
        return self._review

    def _fill(self) -> None:
        self._print = Button(_("Print"), icon="printer")
        self._menu = MenuButton(
            "",
            [
                Action(_("All my boards"), self.portfolio_wanted.emit, "layout-list"),
                Action(_("What if I leave?"), self._on_simulator, "calendar-off"),
                Action(_("Delete review"), self._on_discard, "trash-2", is_dangerous=True),
            ],
            kind=ButtonKind.QUIET,
            icon="ellipsis",
            name=_("More for this review"),
        )
        self.add_action(self._print)
        self.add_action(self._menu)
        columns = Turning(_NARROW, Space.L)
        columns.add(self._asked(), 5)
        columns.add(self._known(), 5)
        self.add(columns)
        self.add_stretch()

    def _asked(self) -> QWidget:
        self._questions = RecordForm[Review](self._store)
        self._questions.keep("why_we_meet", TextField(why_question(), lines=2))
        self._questions.keep("what_we_want", TextField(want_question(), lines=2))
        self._questions.keep(
            "would_join_today", ChoiceField[Answer | None](join_question(), _answers())
        )
        self._questions.keep("instead", TextField(instead_question(), lines=2))
        asked = Card(_("The question"))
        asked.add(self._questions)
        self._eaten = Caption("")
        asked.add(self._eaten)
        self._answer = RecordForm[Review](self._store)
        self._answer.keep("outcome", ChoiceField[Outcome](_("My answer"), _outcomes()))
        self._answer.keep("goal", TextField(_("New goal"), lines=2))
        self._answer.keep("measure", LineField(_("Measured by")))
        today = self._services.clock.today
        self._answer.keep("goal_by", DateField(_("By when"), today), beside=True)
        self._answer.keep("last_day_to_act", DateField(_("Last day to act"), today))
        self._answer.keep("next_review_on", DateField(_("Next review"), today), beside=True)
        self._why = Caption("")
        self._make_task = Button(_("Make it a task"), icon="list-plus")
        self._stop = Button(_("Stop…"), icon="log-out")
        decided = Card(_("The answer"))
        decided.add(self._answer)
        decided.add(self._why)
        decided.add_layout(_wrapped(self._make_task, self._stop))
        return _column(asked, decided, self._made_leaving())

    def _made_leaving(self) -> Card:
        self._leaving = Card(_("When I leave"))
        self._leaves_on = Body("")
        self._parting = RecordForm[Review](self._store)
        self._parting.keep(
            "letter",
            TextField(
                _("The letter in my own words"),
                lines=3,
                hint=_("Left empty, the letter says it politely by itself."),
            ),
        )
        self._parting.keep(
            "handover",
            TextField(
                _("What the next one must know"),
                lines=3,
                hint=_("Where things are, and where the passwords are kept. Never a password."),
            ),
        )
        self._begin = Button(_("Begin with the usual words"), kind=ButtonKind.QUIET)
        self._letter = Button(_("Print letter"), icon="printer")
        self._handover = Button(_("Print handover"), icon="printer")
        self._leaving.add(self._leaves_on)
        self._leaving.add(self._parting)
        self._leaving.add_layout(_wrapped(self._letter, self._handover, self._begin))
        return self._leaving

    def _known(self) -> QWidget:
        self._period: ChoiceField[Span] = ChoiceField(_("Period"), [])
        self._facts_card = FactsCard()
        self._gauges = GaugesCard()
        self._signs = SignsCard(self._services)
        self._last = Card(_("Last time"))
        self._last_words = Body("")
        self._last.add(self._last_words)
        self._facts_card.body.insertWidget(0, self._period)
        return _column(self._facts_card, self._gauges, self._signs, self._last)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_this)
        self._period.committed.connect(self._on_period)
        self._make_task.clicked.connect(self._on_task)
        self._stop.clicked.connect(self.ask_to_stop)
        self._begin.clicked.connect(self._on_begin_letter)
        self._letter.clicked.connect(lambda: self._print_paper(letter_paper))
        self._handover.clicked.connect(lambda: self._print_paper(handover_paper))
        for card in (self._facts_card, self._gauges, self._signs):
            card.wanted.connect(self.wanted)

    def show_review(self, review: Review, facts: Facts) -> None:
        """Show a review beside the facts of its period; of another one, from the top."""
        if self._review is None or self._review.membership_id != review.membership_id:
            self.verticalScrollBar().setValue(0)
            self.messages.clear()
        self._review, self._facts = review, facts
        self.set_title(_("Stay or leave {name}?").format(name=facts.organisation.label))
        period = period_in_words(review.starts_on, review.ends_on)
        self.set_caption(" · ".join((title_of(facts.membership), period)))
        for form in (self._questions, self._answer, self._parting):
            form.show_record(review)
        self._show_days(review)
        self._show_leaving(review)
        self._period.set_choices(self._periods(review))
        self._period.set_value((review.starts_on, review.ends_on))
        self._show_eaten(facts)
        self._facts_card.show_facts(facts, before_in_words(facts))
        self._gauges.show_gauges(facts.gauges)
        self._signs.show_signs(facts.signals, facts.organisation.id)
        words = last_time(facts.last_review)
        self._last.setVisible(bool(words))
        self._last_words.setText(words)

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._review is not None:
            for form in (self._questions, self._answer, self._parting):
                form.commit()

    def take_focus(self) -> None:
        """Begin at the first question."""
        self._questions.fields["why_we_meet"].setFocus()

    @Slot()
    def print_this(self) -> None:
        self.commit()
        if self._review is not None:
            papers = self._services.review_papers
            paper = review_paper(papers, self._review.membership_id, self._review)
            self.print_wanted.emit(paper)

    @Slot()
    def ask_to_stop(self) -> None:
        """Ask when, and stop."""
        self.commit()
        if self._review is None or self._facts is None:
            return
        today = self._services.clock.today
        proposed = self._review.leaves_on or self._last_day_of_term() or today()
        name = self._facts.organisation.label
        dialog = StopDialog(name, max(proposed, today()), today, parent=self.window())
        dialog.ask(self._on_stop)

    def _on_stop(self, leaves_on: date) -> None:
        assert self._review is not None  # noqa: S101 - the dialog was opened with it
        review = self._review
        self._services.reviews.stop(review.id, leaves_on, prepared=review)
        day = formats.short_date(leaves_on)
        self.said.emit(_("Your seat ends on {date}. The letter is ready.").format(date=day))

    @Slot()
    def _on_task(self) -> None:
        self.commit()
        task = self._services.reviews.goal_to_task(self._stored().id)
        self.said.emit(_("“{title}” is a task of yours.").format(title=task.text))

    @Slot()
    def _on_period(self) -> None:
        if self._review is not None:
            first, last = self._period.value()
            self._store(replace(self._review, starts_on=first, ends_on=last))

    @Slot()
    def _on_begin_letter(self) -> None:
        self.commit()
        if self._review is not None:
            words = self._services.review_papers.suggested_letter(self._review.membership_id)
            self._store(replace(self._review, letter=words))

    def _on_discard(self) -> None:
        if self._review is not None and self._services.reviews.is_stored(self._review.id):
            self._services.reviews.discard(self._review.id)

    def _on_simulator(self) -> None:
        if self._review is not None:
            self.simulator_wanted.emit(self._review.membership_id)

    def _print_paper(self, paper: Callable[..., object]) -> None:
        self.commit()
        if self._review is not None:
            made = paper(self._services.review_papers, self._review.membership_id)
            self.print_wanted.emit(made)

    def _store(self, review: Review) -> None:
        self._services.reviews.change(review)

    def _stored(self) -> Review:
        """The review, stored if nothing has been written in it so far."""
        assert self._review is not None  # noqa: S101 - its buttons are shown with it
        if not self._services.reviews.is_stored(self._review.id):
            self._store(self._review)
        return self._review

    def _show_days(self, review: Review) -> None:
        found = self._services.reviews.last_day(review.membership_id)
        words = ""
        if found is not None:
            day = formats.short_date(found.on)
            words = _("Last day to act: {date}, {why}.").format(date=day, why=why(found))
        self._why.setText(words)
        self._why.setVisible(bool(words))

    def _show_eaten(self, facts: Facts) -> None:
        """What the hours were taken from, where they were taken from the customers."""
        eaten = facts.of(Measure.EATEN)
        minutes = eaten.value if eaten is not None else None
        words = _("Of your customers' hours it took {hours}.")
        self._eaten.setText(words.format(hours=in_words(Measure.EATEN, minutes)))
        self._eaten.setVisible(bool(minutes))

    def _show_leaving(self, review: Review) -> None:
        self._leaving.setVisible(review.outcome in _LEAVING or review.leaves_on is not None)
        words = ""
        if review.leaves_on is not None:
            day = formats.long_date(review.leaves_on)
            words = _("Your seat ends on {date}.").format(date=day)
        self._leaves_on.setText(words)
        self._leaves_on.setVisible(bool(words))
        self._begin.setVisible(not review.letter)

    def _periods(self, review: Review) -> list[tuple[Span, str]]:
        """The last whole years, the twelve months that have just passed, and the review's own."""
        today = self._services.clock.today()
        seat = self._facts.membership if self._facts else None
        terms = self._services.memberships.terms(seat.id) if seat else []
        spans = [
            (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
            whole_year_before(terms, today),
            twelve_months_before(today),
            (review.starts_on, review.ends_on),
        ]
        return [(each, formats.date_range(*each)) for each in dict.fromkeys(spans)]

    def _last_day_of_term(self) -> date | None:
        if self._facts is None:
            return None
        today = self._services.clock.today()
        terms = self._services.memberships.terms(self._facts.membership.id)
        ends = [each.ends_on or each.up_for_election_on for each in terms if each.covers(today)]
        return next((each for each in ends if each is not None), None)


def _answers() -> list[tuple[Answer | None, str]]:
    return [(None, _("Not answered")), *((each, answer_name(each)) for each in Answer)]


def _outcomes() -> list[tuple[Outcome, str]]:
    return [(each, outcome_name(each)) for each in Outcome]


def _column(*cards: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.L)
    for each in cards:
        column.addWidget(each)
    column.addStretch(1)
    return made


def _wrapped(*buttons: QWidget) -> Wrapping:
    line = Wrapping(Space.S)
    for each in buttons:
        line.add(each)
    return line
