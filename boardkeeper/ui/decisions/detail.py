"""One decision in full: its words, how it was decided, where, and whether it still counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.decisions import Decision, DecisionState, Dissent, state_name
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.votes import Vote
from boardkeeper.domain.voting_words import result_in_words, rule_in_words
from boardkeeper.domain.written_procedure import WrittenProcedureId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.board_papers import extract_paper
from boardkeeper.ui.decisions.dialogs import (
    DecisionDialog,
    RepealDialog,
    ReplaceDialog,
    Replacement,
)
from boardkeeper.ui.decisions.rows import on_one_line, tone_of
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    CardRow,
    Chip,
    DateField,
    MenuButton,
    ScrollPage,
    Space,
    Tone,
    empty,
)
from boardkeeper.ui.wrapping import Wrapping


class DecisionDetail(ScrollPage):
    """What one reads of a decision, and what one may do with it; nothing of it is typed here."""

    meeting_wanted = Signal(str)
    decision_wanted = Signal(str)
    procedure_wanted = Signal(str)
    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._decision: Decision | None = None
        self._build_parts()

    def _build_parts(self) -> None:
        self._chip = Chip("")
        self._menu = MenuButton(
            "", kind=ButtonKind.QUIET, icon="ellipsis", name=_("More for this decision")
        )
        self.add_action(self._chip)
        self.add_action(self._menu)
        self._words = Card()
        self._place = Card(_("Where it was decided"))
        self._standing = Card(_("How it stands"))
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self._said = Body()
        self._repeal = Button(_("Repeal…"), icon="circle-slash")
        self._replace = Button(_("Replace…"), icon="arrow-right-left")
        self._reinstate = Button(_("Put it in force again"), icon="undo-2")
        self._repeal.clicked.connect(self._on_repeal)
        self._replace.clicked.connect(self._on_replace)
        self._reinstate.clicked.connect(self._on_reinstate)
        line = QWidget()
        buttons = Wrapping(Space.S, line)
        for button in (self._repeal, self._replace, self._reinstate):
            buttons.add(button)
        self._form = RecordForm[Decision](self._services.decisions.change)
        self._form.keep(
            "review_on",
            DateField(
                _("Look at it again on"),
                self._services.clock.today,
                hint=_("Today reminds you from the day on."),
            ),
        )
        self._standing.add(self._said)
        self._standing.add_layout(self._links)
        self._standing.add(line)
        self._standing.add(self._form)
        self._dissents = Card(_("Statements entered in the minutes"))
        for card in (self._words, self._standing, self._place, self._dissents):
            self.add(card)
        self.add_stretch()

    def show_decision(self, decision: Decision, organisation: Organisation) -> None:
        """Show a decision as stored; another one from the top."""
        if self._decision is None or self._decision.id != decision.id:
            self.verticalScrollBar().setValue(0)
        self._decision = decision
        day = formats.long_date(decision.decided_on)
        self.set_title(decision.number or _("Decision"))
        self.set_caption(f"{organisation.name} · {day}")
        self._chip.set_text(state_name(decision.state))
        self._chip.set_tone(tone_of(decision.state))
        self._menu.set_actions(self._offered(decision))
        self._show_words(decision)
        self._show_standing(decision)
        self._show_place(decision)
        self._show_dissents(self._dissents_of(decision))

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._decision is not None:
            self._form.commit()

    def edit(self) -> None:
        """Ask for other words, another number or another basis."""
        if self._decision is not None:
            dialog = DecisionDialog(self._decision, parent=self.window())
            dialog.ask(self._services.decisions.change)

    def _offered(self, decision: Decision) -> Sequence[Action]:
        papers = self._services.board_papers
        paper = extract_paper(papers, decision.number, decision.organisation_id)
        return (
            Action(_("Change…"), self.edit, "pencil"),
            Action(
                _("Print an extract…"),
                lambda: self.print_wanted.emit(paper),
                "printer",
                is_enabled=bool(decision.number) and decision.meeting_id is not None,
            ),
            Action(
                _("Delete the decision"),
                lambda: self._services.decisions.discard(decision.id),
                "trash-2",
                is_dangerous=True,
            ),
        )

    def _show_words(self, decision: Decision) -> None:
        self._words.clear()
        words = Body(decision.text)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.add(words)
        if decision.basis:
            basis = _("Basis: {basis}").format(basis=decision.basis)
            self._words.add(Caption(basis))
        for vote in self._votes(decision):
            result = self._services.votes.result(vote.id)
            self._words.add(Body(_begun(result_in_words(result)), is_strong=True))
            self._words.add(Caption(rule_in_words(result)))

    def _show_standing(self, decision: Decision) -> None:
        is_in_force = decision.state is DecisionState.IN_FORCE
        self._said.setText(_standing(decision))
        for button in (self._repeal, self._replace):
            button.setVisible(is_in_force)
        self._reinstate.setVisible(not is_in_force)
        self._form.setVisible(is_in_force)
        self._form.show_record(decision)
        empty(self._links)
        decisions = self._services.decisions
        if decision.replaced_by_id is not None:
            self._link(decisions.get(decision.replaced_by_id), _("Replaced by {number}"))
        for each in decisions.replaced_by(decision.id):
            self._link(each, _("Takes the place of {number}"))

    def _link(self, other: Decision, words: str) -> None:
        row = CardRow(on_one_line(other.text), caption=words.format(number=other.number))
        row.clicked.connect(lambda: self.decision_wanted.emit(other.id))
        self._links.addWidget(row)

    def _show_place(self, decision: Decision) -> None:
        self._place.clear()
        if decision.meeting_id is not None:
            meeting = self._services.meetings.get(decision.meeting_id)
            row = CardRow(
                title_of(meeting),
                caption=self._item(decision.item_id),
                chip=formats.short_date(meeting.day),
            )
            row.clicked.connect(lambda: self.meeting_wanted.emit(meeting.id))
            self._place.add(row)
            return
        procedure = self._services.written_procedures.of_decision(decision.id)
        if procedure is None:
            self._place.add(Body(_("Between meetings."), tone=Tone.MUTED))
            return
        row = CardRow(procedure.title, caption=_("Written procedure"))
        found: WrittenProcedureId = procedure.id
        row.clicked.connect(lambda: self.procedure_wanted.emit(found))
        self._place.add(row)

    def _show_dissents(self, dissents: Sequence[Dissent]) -> None:
        self._dissents.clear()
        self._dissents.setVisible(bool(dissents))
        for each in dissents:
            self._dissents.add(Body(each.name, is_strong=True))
            self._dissents.add(Body(each.text))

    def _item(self, item_id: AgendaItemId | None) -> str:
        return "" if item_id is None else self._services.agenda.get(item_id).title

    def _votes(self, decision: Decision) -> list[Vote]:
        """The votes taken for the decision."""
        if decision.item_id is None:
            return []
        votes = self._services.votes.of_item(decision.item_id)
        return [each for each in votes if each.decision_id == decision.id]

    def _dissents_of(self, decision: Decision) -> list[Dissent]:
        """The statements beside the decision, or beside its item as a whole."""
        if decision.item_id is None:
            return []
        every = self._services.decisions.dissents_of(decision.item_id)
        return [each for each in every if each.decision_id in (None, decision.id)]

    @Slot()
    def _on_repeal(self) -> None:
        decision = self._decision
        if decision is not None:
            dialog = RepealDialog(decision, self._services.clock.today, parent=self.window())
            dialog.ask(lambda on: self._services.decisions.repeal(decision.id, on))

    @Slot()
    def _on_replace(self) -> None:
        old = self._decision
        if old is None:
            return
        decisions = self._services.decisions
        found = decisions.newest(old.organisation_id, state=DecisionState.IN_FORCE)

        def store(new: Replacement) -> None:
            decisions.replace(old.id, new.by_id, new.on)

        offered = [each for each in found if each.id != old.id]
        ReplaceDialog(old, offered, self._services.clock.today, parent=self.window()).ask(store)

    @Slot()
    def _on_reinstate(self) -> None:
        if self._decision is not None:
            self._services.decisions.reinstate(self._decision.id)


def _standing(decision: Decision) -> str:
    """Since when the decision counts, or counts no longer."""
    if decision.state is DecisionState.IN_FORCE:
        return _("In force since {day}.").format(day=formats.date(decision.decided_on))
    ended = decision.ended_on or decision.decided_on
    words = {
        DecisionState.REPEALED: _("Repealed from {day}."),
        DecisionState.REPLACED: _("Replaced from {day}."),
    }[decision.state]
    return words.format(day=formats.date(ended))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
