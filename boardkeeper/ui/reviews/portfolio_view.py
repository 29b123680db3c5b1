"""All my boards side by side: a picture, and a table that leads to each review."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.review_dates import twelve_months_before
from boardkeeper.domain.review_facts import Measure, in_words
from boardkeeper.domain.review_portfolio import Portfolio, PortfolioLine
from boardkeeper.domain.sheets.portfolio import (
    answer_in_words,
    balance_of,
    due_in_words,
    results_in_words,
)
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.ui.balance_picture import BalancePicture
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Body,
    Button,
    Caption,
    Card,
    ChoiceField,
    Column,
    EmptyState,
    RecordListModel,
    RecordTable,
    ScrollPage,
    Space,
    scaled,
)

_WIDEST = 1180
_PERIOD_WIDTH = 420
_MOST_BARS = 24
_MOST_ROWS = 24

Span = tuple[date, date]


class PortfolioView(ScrollPage):
    """Shows a portfolio. `opened` is the membership whose review one wants."""

    opened = Signal(str)
    print_wanted = Signal()
    period_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("All my boards"), max_width=_WIDEST, parent=parent)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self._print = Button(_("Print"), icon="printer")
        self.add_action(self._print)
        self._period: ChoiceField[Span] = ChoiceField(_("Period"), [])
        self._due = Body("")
        self._picture = BalancePicture()
        self._card = Card(_("Where my hours go, and what comes back"))
        self._card.add(self._picture)
        self._model = RecordListModel[PortfolioLine](_columns(), key=_key)
        self._table = RecordTable(self._model, _("All my boards"))
        self._explained = Caption(
            _(
                "Results are decisions, tasks I finished, referrals that became orders, what I"
                " learned, people met for the first time and one-to-ones. They are counted, not"
                " weighed."
            )
        )
        self._empty = EmptyState(
            "landmark",
            _("You had no seat anywhere in this period."),
            caption=_("Choose another period, or add your seat under Boards."),
        )
        for each in (
            self._period,
            self._due,
            self._card,
            self._table,
            self._explained,
            self._empty,
        ):
            self.add(each)
        self.add_stretch()

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_wanted)
        self._period.committed.connect(self.period_wanted)
        self._table.opened.connect(lambda line: self.opened.emit(line.membership.id))

    @property
    def period(self) -> Span | None:
        """The period that is chosen, once there is one to choose."""
        return self._period.value() if self._has_periods else None

    _has_periods = False

    def offer(self, today: date, years: int = 6) -> None:
        """Offer the twelve months that have just passed, and the last calendar years."""
        shown = self.period
        choices = [
            twelve_months_before(today),
            *(_calendar(today.year - back) for back in range(years)),
        ]
        self._period.set_choices([(each, formats.date_range(*each)) for each in choices])
        self._period.set_value(shown if shown in choices else choices[0])
        self._has_periods = True

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show these boards."""
        has_any = bool(portfolio.lines)
        self._empty.setVisible(not has_any)
        for each in (self._card, self._table, self._explained):
            each.setVisible(has_any)
        self._due.setText(due_in_words(portfolio))
        self._due.setVisible(any(each.is_due for each in portfolio.lines))
        boards = ngettext("{count} board", "{count} boards", len(portfolio.lines))
        self.set_caption(
            " · ".join(
                (
                    boards.format(count=len(portfolio.lines)),
                    in_words(Measure.HOURS, portfolio.minutes),
                    results_in_words(portfolio.results),
                )
            )
        )
        if has_any:
            self._picture.show_chart(balance_of(portfolio, _MOST_BARS))
        self._model.set_records(portfolio.lines)
        self._set_height()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        if self._table.chosen_record() is None:
            self._table.choose_row(0)
        self._table.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_table"):
            self._set_height()

    @Slot()
    def _set_height(self) -> None:
        """As high as its lines, up to a screenful: then the table scrolls by itself."""
        self._period.setMaximumWidth(scaled(_PERIOD_WIDTH))
        shown = min(len(self._model.records), _MOST_ROWS)
        self._table.setMinimumHeight((shown + 1) * scaled(ROW_HEIGHT) + scaled(Space.L))


def _columns() -> tuple[Column[PortfolioLine], ...]:
    return (
        Column(
            pgettext("column", "Board"),
            lambda line: line.organisation.label,
            sort_by=lambda line: formats.sort_key(line.organisation.label),
            stretch=3,
        ),
        Column(
            pgettext("column", "Hours"),
            lambda line: in_words(Measure.HOURS, line.minutes or None),
            sort_by=lambda line: line.minutes,
            align_right=True,
            width=84,
        ),
        Column(
            pgettext("column", "Promised"),
            lambda line: in_words(Measure.PROMISED, line.of(Measure.PROMISED) or None),
            sort_by=lambda line: line.of(Measure.PROMISED),
            align_right=True,
            width=84,
        ),
        Column(
            pgettext("column", "Kroner"),
            lambda line: in_words(Measure.RECEIVED, line.net or None),
            sort_by=lambda line: line.net,
            align_right=True,
            width=104,
        ),
        Column(
            pgettext("column", "An hour"),
            lambda line: in_words(Measure.AN_HOUR, line.an_hour),
            sort_by=lambda line: line.an_hour,
            align_right=True,
            width=96,
        ),
        Column(
            pgettext("column", "Results"),
            lambda line: formats.number(line.results) if line.results else "–",
            sort_by=lambda line: line.results,
            align_right=True,
            width=84,
        ),
        Column(
            pgettext("column", "Orders"),
            lambda line: in_words(Measure.WON_VALUE, line.of(Measure.WON_VALUE) or None),
            sort_by=lambda line: line.of(Measure.WON_VALUE),
            align_right=True,
            width=110,
        ),
        Column(pgettext("column", "Last answer"), answer_in_words, stretch=2),
    )


def _key(line: PortfolioLine) -> str:
    return line.membership.id


def _calendar(year: int) -> Span:
    return date(year, 1, 1), date(year, 12, 31)
