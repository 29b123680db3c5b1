"""The page of the yearly question: all my boards side by side, or one of them in full."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, MembershipId, Term
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.thresholds import OwnThreshold
from boardkeeper.services.catalogue import Services
from boardkeeper.services.review_gathering import Facts
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.leading_on import lead_on
from boardkeeper.ui.page import Page
from boardkeeper.ui.review_papers import portfolio_paper
from boardkeeper.ui.reviews.portfolio_view import PortfolioView
from boardkeeper.ui.reviews.review_view import ReviewView

_COUNTED = (
    AgendaItem,
    Aim,
    Ambassador,
    Attendance,
    Contact,
    Decision,
    ItemMinutes,
    Meeting,
    Membership,
    Organisation,
    OwnRule,
    OwnThreshold,
    Payment,
    Person,
    Profile,
    Promise,
    Referral,
    Reminder,
    Task,
    TaskOwner,
    Term,
    TimeEntry,
)
"""What facts are counted from; a review is not, so that typing in one counts nothing anew."""


class ReviewsPage(Page):
    """Opened with a membership it shows its review, and else the portfolio."""

    KINDS = (*_COUNTED, Review)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._opened: MembershipId | None = None
        self._draft: Review | None = None
        self._facts: Facts | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._portfolio = PortfolioView()
        self._review = ReviewView(self.services)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._portfolio)
        self._stack.addWidget(self._review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._portfolio.opened.connect(self.review_wanted)
        self._portfolio.print_wanted.connect(self.print_this)
        self._portfolio.period_wanted.connect(self.refresh)
        self._review.portfolio_wanted.connect(lambda: self.review_wanted.emit(""))
        self._review.print_wanted.connect(self.print_wanted)
        self._review.simulator_wanted.connect(self.leaving_simulator_wanted)
        self._review.said.connect(self.said)
        self._review.wanted.connect(self._on_wanted)

    def refresh(self) -> None:
        if self._opened is None:
            self._show_portfolio()
        elif self._is_there(self._opened):
            self._show_review(self._opened)
        else:
            self._opened = None
            self._show_portfolio()

    def open_record(self, record_id: str) -> None:
        """Show the review of a membership."""
        self._review.commit()
        self._opened, self._facts = MembershipId(record_id), None
        self.bring_up_to_date(even_if_fresh=True)

    def close_record(self) -> None:
        """Show all my boards."""
        if self._opened is not None:
            self._review.commit()
        self._opened = None
        self.bring_up_to_date(even_if_fresh=True)

    def finish(self) -> list[str]:
        self._review.commit()
        return []

    def print_this(self) -> None:
        if self._opened is not None:
            self._review.print_this()
            return
        period = self._portfolio.period
        if period is not None:
            self.print_wanted.emit(portfolio_paper(self.services.review_papers, *period))

    def take_focus(self) -> None:
        if self._opened is None:
            self._portfolio.take_focus()
        else:
            self._review.take_focus()

    def _show_portfolio(self) -> None:
        self._portfolio.offer(self.services.clock.today())
        period = self._portfolio.period
        assert period is not None  # noqa: S101 - just offered
        self._portfolio.show_portfolio(self.services.reviews.portfolio(*period))
        self._stack.setCurrentWidget(self._portfolio)

    def _show_review(self, membership_id: MembershipId) -> None:
        review = self._current(membership_id)
        period = (review.starts_on, review.ends_on)
        facts = self._facts
        if facts is None or (facts.first, facts.last) != period:
            facts = self.services.reviews.facts(membership_id, *period)
        self._facts = facts
        self._review.show_review(review, facts)
        self._stack.setCurrentWidget(self._review)

    def _current(self, membership_id: MembershipId) -> Review:
        """The review that counts now; a new one is the same until something is written in it."""
        found = self.services.reviews.open(membership_id)
        if self.services.reviews.is_stored(found.id):
            return found
        if self._draft is None or self._draft.membership_id != membership_id:
            self._draft = found
        return self._draft

    def _is_there(self, membership_id: MembershipId) -> bool:
        return any(each.membership.id == membership_id for each in self.services.memberships.mine())

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(*_COUNTED):
            self._facts = None
        super()._on_changed(change_set)

    @Slot(object)
    def _on_wanted(self, about: Id) -> None:
        lead_on(self, about)
