"""One written procedure: the proposal, what everybody answered, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.votes import Choice, choice_name, majority_name
from boardkeeper.domain.voting_words import counts_in_words
from boardkeeper.domain.written_procedure import Reply, ReplyId, WrittenProcedure
from boardkeeper.domain.written_reply import WrittenResult
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.decisions.procedure_dialogs import ProcedureDialog
from boardkeeper.ui.decisions.rows import on_one_line
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    CardRow,
    Chip,
    ChoiceField,
    MenuButton,
    ScrollPage,
    Space,
    Tone,
    empty,
    scaled,
)


class ReplyRow(QWidget):
    """One who is asked: the name, when they answered, and a choice to set by a letter."""

    answered = Signal()

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self._when = Caption("")
        choices: list[tuple[Choice | None, str]] = [(None, _("No answer yet"))]
        choices += [(each, choice_name(each)) for each in Choice]
        self._choice = ChoiceField(reply.name, choices, is_label_hidden=True)
        self._choice.setFixedWidth(scaled(180))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Body(reply.name))
        words.addWidget(self._when)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.XS, 0, Space.XS)
        line.addLayout(words, 1)
        line.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self._choice.committed.connect(self.answered)

    @property
    def choice(self) -> Choice | None:
        return self._choice.value()

    def show_reply(self, reply: Reply, *, is_closed: bool) -> None:
        on = reply.replied_on
        self._when.setText("" if on is None else formats.day(on))
        self._when.setVisible(on is not None)
        self._choice.setEnabled(not is_closed)
        if self._choice.value() != reply.choice:
            self._choice.set_value(reply.choice)


class ProcedureDetail(ScrollPage):
    """Replies are stored as they are chosen, until they are counted."""

    meeting_wanted = Signal(str)
    decision_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._procedure: WrittenProcedure | None = None
        self._rows: dict[ReplyId, ReplyRow] = {}
        self._build_parts()

    def _build_parts(self) -> None:
        self._chip = Chip("")
        self._menu = MenuButton(
            "", kind=ButtonKind.QUIET, icon="ellipsis", name=_("More for this written procedure")
        )
        self.add_action(self._chip)
        self.add_action(self._menu)
        self._proposal = Body()
        self._proposal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._majority = Caption()
        words = Card(_("Proposal"))
        words.add(self._proposal)
        words.add(self._majority)
        self._replies = Card(_("Replies"))
        self._reply_column = QVBoxLayout()
        self._reply_column.setSpacing(0)
        self._replies.add_layout(self._reply_column)
        self._outcome = Card(_("As it stands"))
        self._counts = Body(is_strong=True)
        self._result = Body()
        self._missing = Caption()
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self._close = Button(_("Close and count"), kind=ButtonKind.PRIMARY, icon="check")
        self._close.clicked.connect(self._on_close)
        for each in (self._counts, self._result, self._missing):
            self._outcome.add(each)
        self._outcome.add_layout(self._links)
        line = QHBoxLayout()
        line.addWidget(self._close)
        line.addStretch(1)
        self._outcome.add_layout(line)
        for card in (words, self._replies, self._outcome):
            self.add(card)
        self.add_stretch()

    def show_procedure(self, procedure: WrittenProcedure, organisation: Organisation) -> None:
        """Show a procedure as stored; another one from the top."""
        if self._procedure is None or self._procedure.id != procedure.id:
            self.verticalScrollBar().setValue(0)
        self._procedure = procedure
        sent, by = formats.short_date(procedure.sent_on), formats.short_date(procedure.reply_by)
        self.set_title(procedure.title)
        caption = _("{board} · sent {sent} · replies by {by}")
        self.set_caption(caption.format(board=organisation.name, sent=sent, by=by))
        is_closed = procedure.closed_on is not None
        result = self._services.written_procedures.result(procedure.id)
        self._chip.set_text(state_words(procedure))
        self._chip.set_tone(state_tone(procedure))
        self._menu.set_actions(self._offered(procedure, is_closed=is_closed))
        self._proposal.setText(procedure.proposal)
        self._majority.setText(majority_name(procedure.majority))
        self._show_replies(result.replies, is_closed=is_closed)
        self._show_result(procedure, result)

    def edit(self) -> None:
        """Ask for other words, another day or another majority."""
        procedure = self._procedure
        if procedure is not None and procedure.closed_on is None:
            dialog = ProcedureDialog(procedure, self._services.clock.today, parent=self.window())
            dialog.ask(self._services.written_procedures.change)

    def _offered(self, procedure: WrittenProcedure, *, is_closed: bool) -> Sequence[Action]:
        return (
            Action(_("Change…"), self.edit, "pencil", is_enabled=not is_closed),
            Action(
                _("Delete the written procedure"),
                lambda: self._services.written_procedures.discard(procedure.id),
                "trash-2",
                is_dangerous=True,
            ),
        )

    def _show_replies(self, replies: Sequence[Reply], *, is_closed: bool) -> None:
        """Rows stay while the same people are asked, and with them the keyboard."""
        if [each.id for each in replies] != list(self._rows):
            for row in self._rows.values():
                self._reply_column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = {each.id: self._made_row(each) for each in replies}
        for each in replies:
            self._rows[each.id].show_reply(each, is_closed=is_closed)

    def _made_row(self, reply: Reply) -> ReplyRow:
        row = ReplyRow(reply)
        service = self._services.written_procedures
        row.answered.connect(lambda: service.reply(reply.id, row.choice))
        self._reply_column.addWidget(row)
        return row

    def _show_result(self, procedure: WrittenProcedure, result: WrittenResult) -> None:
        is_closed = procedure.closed_on is not None
        self._outcome.set_title(_("Outcome") if is_closed else _("As it stands"))
        self._counts.setText(_counts(result))
        self._result.setText(_outcome(procedure, result))
        self._missing.setText(_missing(result))
        self._missing.setVisible(bool(result.missing))
        self._close.setVisible(not is_closed)
        empty(self._links)
        for row in self._made_links(procedure):
            self._links.addWidget(row)

    def _made_links(self, procedure: WrittenProcedure) -> list[CardRow]:
        """The decision that came of it, and the meeting that is told."""
        links = []
        if procedure.decision_id is not None:
            decision = self._services.decisions.get(procedure.decision_id)
            row = CardRow(
                on_one_line(decision.text),
                caption=_("Decision {number}").format(number=decision.number),
            )
            row.clicked.connect(lambda: self.decision_wanted.emit(decision.id))
            links.append(row)
        if procedure.reported_at_id is not None:
            meeting = self._services.meetings.get(procedure.reported_at_id)
            row = CardRow(
                title_of(meeting),
                caption=_("Reported here"),
                chip=formats.short_date(meeting.day),
            )
            row.clicked.connect(lambda: self.meeting_wanted.emit(meeting.id))
            links.append(row)
        return links

    @Slot()
    def _on_close(self) -> None:
        if self._procedure is None:
            return
        decision = self._services.written_procedures.close(self._procedure.id)
        if decision is None:
            self.said.emit(_("The proposal is not carried."))
        else:
            words = _("The proposal is carried: decision {number}.")
            self.said.emit(words.format(number=decision.number))


def state_words(procedure: WrittenProcedure) -> str:
    """How far a procedure is."""
    if procedure.closed_on is None:
        return _("By {day}").format(day=formats.day(procedure.reply_by))
    return _("Carried") if procedure.decision_id is not None else _("Not carried")


def state_tone(procedure: WrittenProcedure) -> Tone:
    return Tone.SUCCESS if procedure.decision_id is not None else Tone.NEUTRAL


def _counts(result: WrittenResult) -> str:
    answered = ngettext(
        "{answered} of {count} has answered",
        "{answered} of {count} have answered",
        result.answered,
    ).format(answered=result.answered, count=len(result.replies))
    return f"{answered}: {counts_in_words(result.tally)}" if result.answered else answered


def _outcome(procedure: WrittenProcedure, result: WrittenResult) -> str:
    """What the replies come to, in a sentence."""
    if procedure.closed_on is not None:
        words = (
            _("The proposal was carried on {day}.")
            if procedure.decision_id is not None
            else _("The proposal was not carried on {day}.")
        )
        return words.format(day=formats.date(procedure.closed_on))
    if not result.is_quorate:
        words = ngettext(
            "At least {count} must answer.", "At least {count} must answer.", result.required
        )
        return words.format(count=result.required)
    if result.is_carried:
        return _("The proposal is carried as it stands.")
    if result.is_tie:
        return _("It is a tie, so the proposal falls as it stands.")
    return _("The proposal is not carried as it stands.")


def _missing(result: WrittenResult) -> str:
    return _("Not answered yet: {names}").format(names=", ".join(result.missing))
