"""What a board takes of my time: what I promised it, what a meeting takes, and the year so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.promises import Promise, promise_on
from boardkeeper.domain.standing_words import balance_in_words, figures
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.boards.effort_form import EffortForm
from boardkeeper.ui.boards.promise_dialog import PromiseDialog
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    Space,
    Tone,
)
from boardkeeper.ui.rows import RowContent, Rows, add_left


class TimeSection(Card):
    """The promises of my seat, the rule of preparation, and what the year costs so far."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Time"), parent)
        self._services = services
        self._seated: Seated | None = None
        self._due: Organisation | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_year)
        self._build()

    def _build(self) -> None:
        self._year = Body()
        self._money = Caption()
        self._promised = Caption(_("Promised"))
        self._not_promised = Body(
            _("How many hours a year have you promised this board?"), tone=Tone.MUTED
        )
        self._promises = Rows()
        self._promise = Button(_("Promise hours"), kind=ButtonKind.QUIET, icon="plus")
        self._promise.clicked.connect(self.ask_for_promise)
        self._effort = EffortForm(self._services.ceilings.set_effort)
        self.add(self._year)
        self.add(self._money)
        for widget in (self._promised, self._not_promised, self._promises):
            self.add(widget)
        add_left(self, self._promise)
        self.body.addSpacing(Space.S)
        self.add(Caption(_("What a meeting takes besides itself")))
        self.add(self._effort)

    def show_time(self, organisation: Organisation, seated: Seated | None) -> None:
        """Show what my seat there was promised, and what its meetings take."""
        self._seated = seated
        promises: list[Promise] = []
        if seated is not None:
            promises = self._services.promises.of_membership(seated.membership.id)
        self._promised.setVisible(seated is not None)
        self._not_promised.setVisible(seated is not None and not promises)
        self._promises.setVisible(bool(promises))
        self._promise.setVisible(seated is not None)
        self._show_promises(promises)
        self._due = organisation
        self._soon.start()
        self._effort.show_record(self._services.ceilings.effort_of(organisation.id))

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._effort.record is not None:
            self._effort.commit()

    def ask_for_promise(self) -> None:
        """Ask for a new promise, which holds from today on."""
        if self._seated is None:
            return
        today = self._services.clock.today
        proposed = Promise(
            membership_id=self._seated.membership.id, starts_on=today(), minutes_a_year=0
        )
        dialog = PromiseDialog(proposed, today, is_new=True, parent=self.window())
        dialog.ask(self._services.promises.promise)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._soon.start()

    @Slot()
    def _show_year(self) -> None:
        """What the year took so far in hours, and in kroner where there are any.

        Read once the rest of the page stands, for it looks through the whole year.
        """
        organisation = self._due
        if organisation is None or not self.isVisible():
            return
        self._due = None
        year = self._services.hours_reports.this_year()
        mine = self._services.forecast.standings(year, organisation.id)
        told = [f"{each.year.label}: {figures(each)} · {balance_in_words(each)}" for each in mine]
        money = self._services.money.in_and_out(organisation.id, year.first, year.last)
        self._year.setText("\n".join(told))
        self._year.setVisible(bool(told))
        in_kroner = _money_in_words(money)
        self._money.setText(" · ".join(in_kroner))
        self._money.setVisible(bool(in_kroner))

    def _show_promises(self, promises: Sequence[Promise]) -> None:
        today = self._services.clock.today()
        now = promise_on(promises, today)
        rows = [self._row(each, now, today) for each in reversed(promises)]
        self._promises.show_rows(rows)

    def _row(self, promise: Promise, now: Promise | None, today: date) -> RowContent:
        def change() -> None:
            dialog = PromiseDialog(
                promise, self._services.clock.today, is_new=False, parent=self.window()
            )
            dialog.ask(self._services.promises.change)

        def remove() -> None:
            self._services.promises.discard(promise.id)

        is_now = now is not None and promise.id == now.id
        waits = _("Not begun") if promise.starts_on > today else _("Before")
        starts = _("From {day}").format(day=formats.short_date(promise.starts_on))
        return RowContent(
            key=promise.id,
            about=(promise, is_now),
            title=_("{hours} a year").format(hours=formats.hours(promise.minutes_a_year)),
            caption=" · ".join(filter(None, (starts, promise.note))),
            chip=_("Now") if is_now else waits,
            tone=Tone.SUCCESS if is_now else Tone.NEUTRAL,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("Delete"), remove, "trash-2", is_dangerous=True),
            ),
        )


def _money_in_words(money: InAndOut) -> list[str]:
    """What came in and went out, and what the time was worth, as far as there is any."""
    told = []
    if money.received:
        told.append(_("received {amount}").format(amount=formats.amount(money.received)))
    if money.paid:
        told.append(_("paid {amount}").format(amount=formats.amount(money.paid)))
    if money.value_of_time:
        worth = formats.amount(money.value_of_time)
        told.append(_("the time is worth {amount}").format(amount=worth))
    return told
