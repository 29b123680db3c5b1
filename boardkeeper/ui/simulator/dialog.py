"""What if I say yes: the seat at the left, and at once beside it what it would do to the year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.candidate_seats import (
    CandidateOutcome,
    CandidateSeat,
    CandidateSeatId,
    candidate_outcome_name,
)
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import OrganisationId, kind_name
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    Action,
    Button,
    ButtonKind,
    MenuButton,
    MessageBar,
    RecordList,
    RecordListModel,
    RowFace,
    Scrolling,
    Space,
    Title,
    Tone,
    Turning,
    scaled,
)
from boardkeeper.ui.simulator.form import SeatForm
from boardkeeper.ui.simulator.paper import candidate_paper
from boardkeeper.ui.simulator.result import ResultView
from boardkeeper.ui.wrapping import Wrapping

_PAUSE = 120
"""Milliseconds after a keystroke until the answer is reckoned anew."""

_BESIDE = 820
"""Below this width, in pixels at text size 100 %, the answer stands under the form."""

_FORM = 390
_LOWEST = 120
"""Pixels form and answer can each be pressed down to where large text leaves no more."""

_MOST_SEATS = 3
"""Seats one sees at once; the others are scrolled to."""


class SimulatorDialog(QDialog):
    """Opens with a seat that is usual, so that there is an answer before a word is typed.

    A seat that is kept is stored as it is described; a new one is forgotten unless it is kept.
    """

    print_wanted = Signal(object)
    organisation_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._simulator = services.simulator
        self._seat = self._first_seat()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._answer)
        self._build()
        self._connect()
        self._show_seats()
        self._list.choose(self._seat.id)
        self._show_seat(self._seat)
        self._form.focus_name()

    def choose(self, seat_id: str) -> None:
        """Show one of the seats that are kept; any other id changes nothing."""
        self._list.choose(CandidateSeatId(seat_id))

    def _first_seat(self) -> CandidateSeat:
        """The seat whose answer is the most pressing, or a usual one while none is kept."""
        seats = self._simulator.candidates()
        if seats and seats[0].outcome is CandidateOutcome.OPEN:
            return seats[0]
        return self._simulator.usual()

    def _build(self) -> None:
        name = _("What if I say yes?")
        self.setModal(True)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._messages = MessageBar()
        self._model: RecordListModel[CandidateSeat] = RecordListModel((), face=_face())
        self._list = RecordList(self._model, _("Seats offered"))
        self._list.context_actions = self._actions
        self._form = SeatForm(self._simulator.usual, self._services.clock.today)
        self._result = ResultView(self._services.clock.today, self._name_of)
        ground = QWidget()
        ground.setProperty("ground", "none")
        left = QVBoxLayout(ground)
        left.setContentsMargins(3, 0, Space.S, 0)  # room for the ring of the keyboard
        left.setSpacing(Space.L)
        left.addWidget(self._list)
        left.addWidget(self._form)
        left.addStretch(1)
        sides = Turning(_BESIDE, Space.XL)
        beside = Scrolling(ground)
        beside.setMaximumWidth(scaled(2 * _FORM))
        answer = Scrolling(self._result)
        for each, stretch in ((beside, 2), (answer, 3)):
            each.setMinimumHeight(_LOWEST)
            sides.add(each, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(self._made_head(name))
        column.addWidget(self._messages)
        column.addWidget(sides, 1)
        column.addLayout(self._made_foot())
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width()), min(820, room.height()))

    def _made_head(self, name: str) -> Wrapping:
        self._new = Button(_("Another seat"), kind=ButtonKind.QUIET, icon="plus")
        head = Wrapping(Space.S)
        head.add(Title(name))
        head.add(self._new, at_end=True)
        return head

    def _made_foot(self) -> Wrapping:
        self._keep = Button(_("Keep for later"), icon="bookmark")
        self._more = MenuButton("", [], icon="ellipsis", name=_("More for this seat"))
        self._close = Button(_("Close"), kind=ButtonKind.QUIET)
        self._print = Button(_("Print…"), icon="printer")
        self._no = Button(_("Say no"))
        self._yes = Button(_("Say yes"), kind=ButtonKind.PRIMARY, icon="check")
        foot = Wrapping(Space.S)
        foot.add(self._keep)
        foot.add(self._more)
        for button in (self._close, self._print, self._no, self._yes):
            button.setAutoDefault(False)
            foot.add(button, at_end=True)
        for button in (self._keep, self._new):
            button.setAutoDefault(False)
        return foot

    def _connect(self) -> None:
        self._form.changed.connect(self._soon.start)
        self._form.committed.connect(self._store)
        self._list.chosen.connect(self._on_chosen)
        self._list.delete_wanted.connect(self._discard)
        self._new.clicked.connect(self._begin_anew)
        self._keep.clicked.connect(self._keep_it)
        self._close.clicked.connect(self.reject)
        self._print.clicked.connect(self._print_it)
        self._no.clicked.connect(self._say_no)
        self._yes.clicked.connect(self._say_yes)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print_it)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter asks again at once; what an answer changes for good is pressed on purpose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        else:
            super().keyPressEvent(event)

    def done(self, outcome: int) -> None:
        """Close; a kept seat is stored as it stands, if that can be read."""
        self._soon.stop()
        self._store()
        super().done(outcome)
        self.deleteLater()

    def _show_seats(self) -> None:
        seats = self._simulator.candidates()
        self._model.set_records(seats)
        self._list.setVisible(bool(seats))
        rows = min(len(seats), _MOST_SEATS)
        self._list.setFixedHeight(scaled(CARD_ROW_HEIGHT) * max(rows, 1) + scaled(4))

    def _show_seat(self, seat: CandidateSeat) -> None:
        self._seat = seat
        self._form.show_seat(seat, is_new=not self._is_kept)
        self._show_verbs()
        self._answer()

    def _show_verbs(self) -> None:
        """Offer what can still be done with the seat."""
        is_accepted = self._seat.outcome is CandidateOutcome.ACCEPTED
        self._keep.setVisible(not self._is_kept)
        self._more.setVisible(self._is_kept)
        self._more.set_actions(self._actions(self._seat))
        self._no.setVisible(self._seat.outcome is CandidateOutcome.OPEN)
        self._yes.setVisible(not is_accepted)
        self._form.setEnabled(not is_accepted)

    @property
    def _is_kept(self) -> bool:
        return self._simulator.find(self._seat.id) is not None

    def _answer(self) -> None:
        """Reckon what the seat as it is described would do to the year."""
        self._soon.stop()
        try:
            self._result.show_simulation(self._simulator.what_if(self._described()))
        except UserError as error:
            self._result.show_problem(str(error))

    def _described(self) -> CandidateSeat:
        return self._form.seat(unnamed=_("New seat"))

    def _store(self) -> None:
        """A seat that is kept is stored as it is described."""
        if not self._is_kept or self._seat.outcome is CandidateOutcome.ACCEPTED:
            return
        try:
            described = self._form.seat()
        except UserError:
            return  # half a date; it is complained of by its field
        if described != self._seat:
            self._seat = described
            self._simulator.change(described)
            self._show_seats()

    def _on_chosen(self, seat: CandidateSeat | None) -> None:
        if seat is not None and seat.id != self._seat.id:
            self._store()
            self._messages.clear()
            self._show_seat(self._simulator.get(seat.id))

    def _begin_anew(self) -> None:
        self._store()
        self._messages.clear()
        self._list.clearSelection()
        self._show_seat(self._simulator.usual())
        self._form.focus_name()

    def _keep_it(self) -> None:
        self._with_named_seat(self._keep_seat)

    def _keep_seat(self, seat: CandidateSeat) -> None:
        self._simulator.keep(seat)
        self._seat = seat
        self._show_seats()
        self._list.choose(seat.id)
        self._show_verbs()
        words = _("“{name}” is kept. What you change from now on is stored by itself.")
        self._messages.show_info(words.format(name=seat.name))

    def _say_yes(self) -> None:
        self._with_named_seat(self._accept)

    def _accept(self, seat: CandidateSeat) -> None:
        membership_id = self._simulator.accept_as(seat)
        membership = self._services.memberships.get(membership_id)
        self._seat = self._simulator.get(seat.id)
        self.accept()
        self.organisation_wanted.emit(membership.organisation_id)
        self.said.emit(_("You said yes to {name}.").format(name=seat.name))

    def _say_no(self) -> None:
        self._with_named_seat(self._decline)

    def _decline(self, seat: CandidateSeat) -> None:
        self._simulator.decline_as(seat)
        self._show_again(seat)
        words = _("You said no to {name}. The seat stays here to be looked up.")
        again = Action(_("Undo"), lambda: self._undo(seat))
        self._messages.show_info(words.format(name=seat.name), [again])

    def _reopen(self, seat: CandidateSeat) -> None:
        self._simulator.reopen(seat.id)
        self._show_again(seat)

    def _undo(self, seat: CandidateSeat) -> None:
        self._messages.clear()
        self._services.journal.undo()
        self._show_again(seat)

    def _show_again(self, seat: CandidateSeat) -> None:
        """Show the seat as it is stored now, or as it stood where it is not."""
        self._show_seats()
        stored = self._simulator.find(seat.id)
        if stored is not None:
            self._list.choose(stored.id)
        self._show_seat(stored or seat)

    def _discard(self, seat: CandidateSeat) -> None:
        self._simulator.discard(seat.id)
        self._show_seats()
        self._show_seat(self._simulator.usual() if seat.id == self._seat.id else self._seat)
        words = _("“{title}” is in the trash.").format(title=seat.name)
        again = Action(_("Undo"), lambda: self._undo(seat))
        self._messages.show_info(words, [again])

    def _print_it(self) -> None:
        try:
            described = self._described()
        except UserError as error:
            self._result.show_problem(str(error))
            return
        self.print_wanted.emit(candidate_paper(self._services, described))

    def _with_named_seat(self, do: Callable[[CandidateSeat], Any]) -> None:
        """Do something with the seat as it is described; what is missing is said by its field."""
        self._messages.clear()
        self._form.form.clear_errors()
        if not self._form.form.check():
            return
        try:
            do(self._form.seat())
        except InvalidField as error:
            if not self._form.show_refusal(error):
                self._messages.show_error(str(error))
        except UserError as error:
            self._messages.show_error(str(error))

    def _actions(self, seat: CandidateSeat) -> list[Action]:
        again = Action(_("Think it over again"), lambda: self._reopen(seat), "rotate-ccw")
        delete = Action(_("Delete"), lambda: self._discard(seat), "trash-2", is_dangerous=True)
        return [again, delete] if seat.outcome is CandidateOutcome.DECLINED else [delete]

    def _name_of(self, meeting: Meeting) -> str:
        organisations = {each.id: each.label for each in self._services.organisations.all()}
        label = organisations.get(OrganisationId(meeting.organisation_id))
        return f"{label}: {title_of(meeting)}" if label else title_of(meeting)


def _face() -> RowFace[CandidateSeat]:
    return RowFace(
        title=lambda seat: seat.name,
        caption=_caption,
        chip=lambda seat: (
            "" if seat.outcome is CandidateOutcome.OPEN else candidate_outcome_name(seat.outcome)
        ),
        tone=lambda seat: (
            Tone.SUCCESS if seat.outcome is CandidateOutcome.ACCEPTED else Tone.NEUTRAL
        ),
    )


def _caption(seat: CandidateSeat) -> str:
    said = [kind_name(seat.kind)]
    if seat.answer_by is not None and seat.outcome is CandidateOutcome.OPEN:
        said.append(_("answer by {day}").format(day=formats.day(seat.answer_by)))
    return " · ".join(said)
