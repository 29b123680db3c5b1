"""The section Decisions: the register to search, the chosen one in full, and written procedures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.decisions import Decision, DecisionId, DecisionState, Dissent, state_name
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.votes import Ballot, Vote
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure, WrittenProcedureId
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.board_papers import decisions_paper
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.decisions.detail import DecisionDetail
from boardkeeper.ui.decisions.procedure_detail import ProcedureDetail
from boardkeeper.ui.decisions.procedure_dialogs import BeginDialog, Begun
from boardkeeper.ui.decisions.procedures_band import ProceduresBand
from boardkeeper.ui.decisions.rows import DecisionWords
from boardkeeper.ui.kit import (
    Action,
    ButtonKind,
    Caption,
    ChoiceField,
    EmptyState,
    ListDetail,
    MenuButton,
    MessageBar,
    RecordList,
    RecordListModel,
    SearchField,
    Space,
    Title,
    Turning,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.staying import has_keyboard

MOST_SHOWN = 1_000
"""Decisions listed at once, so that 20,000 cost no more time; a search looks at them all."""


class DecisionsPage(Page):
    """Search first; the register below it, the last decision first."""

    KINDS = (
        Decision,
        Dissent,
        Organisation,
        Meeting,
        AgendaItem,
        Vote,
        Ballot,
        WrittenProcedure,
        Reply,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._words = ""
        self._shown_id: DecisionId | None = None
        self._wanted: DecisionId | None = None
        self._procedure_id: WrittenProcedureId | None = None
        self._says = DecisionWords(services)
        self._model = RecordListModel[Decision](
            (), face=self._says.face(lambda: self._words), parent=self
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self._menu = MenuButton(
            "",
            [
                Action(_("New written procedure…"), self.make_new, "mail-plus"),
                Action(_("Print the register…"), self.print_this, "printer"),
                Action(_("Verify approved minutes"), self.verify, "shield-check"),
            ],
            kind=ButtonKind.QUIET,
            icon="ellipsis",
            name=_("More for the decisions"),
        )
        self._search = SearchField(_("Search the decisions"))
        self._year: ChoiceField[int | None] = ChoiceField(
            _("Year"), [(None, _("All years"))], is_label_hidden=True
        )
        self._state: ChoiceField[DecisionState | None] = ChoiceField(
            _("State"),
            [
                (None, pgettext("decisions", "All")),
                *((each, state_name(each)) for each in DecisionState),
            ],
            is_label_hidden=True,
        )
        self._band = ProceduresBand()
        self._list = RecordList(self._model, _("Decisions"))
        self._list.context_actions = self._actions
        self._nothing = Caption()
        self._nothing.setMargin(Space.S)
        self._capped = Caption()
        self.messages = MessageBar()
        self._detail = DecisionDetail(self.services)
        self._procedure = ProcedureDetail(self.services)
        self._none_chosen = EmptyState("gavel", _("No decision to show here."))
        self._right = QStackedWidget()
        for each in (self._none_chosen, self._detail, self._procedure):
            self._right.addWidget(each)
        self._list_detail = ListDetail(self._list_pane(), self._right, list_width=380)
        self._empty = EmptyState(
            "gavel",
            _("What your boards decide stands here, and is found by a word."),
            _("Begin a written procedure"),
            caption=_("Decisions come from the minutes of meetings, or from a written procedure."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list_detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self._rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self._rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _list_pane(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(Title(_("Decisions")), 1)
        head.addWidget(self._menu)
        filters = Turning(240, Space.S)
        filters.add(self._year, 1)
        filters.add(self._state, 1)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.L, Space.XL, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(filters)
        column.addWidget(self._band)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addWidget(self._capped)
        pane.setFocusProxy(self._list)
        return pane

    def _connect(self) -> None:
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._on_moved_down)
        self._search.returnPressed.connect(self._on_moved_down)
        self._year.changed.connect(self.refresh)
        self._state.changed.connect(self.refresh)
        self._band.new_wanted.connect(self.make_new)
        self._band.opened.connect(self._show_procedure)
        self._empty.wanted.connect(self.make_new)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._list_detail.show_detail)
        self._list.clicked.connect(self._on_clicked)
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self._rename.activated.connect(self._on_rename)
        self._detail.meeting_wanted.connect(self.meeting_wanted)
        self._detail.decision_wanted.connect(self.decision_wanted)
        self._detail.procedure_wanted.connect(self._show_procedure)
        self._detail.print_wanted.connect(self.print_wanted)
        self._procedure.meeting_wanted.connect(self.meeting_wanted)
        self._procedure.decision_wanted.connect(self.decision_wanted)
        self._procedure.said.connect(self.said)

    @Slot()
    def refresh(self) -> None:
        every = self.services.organisations.all()
        self._organisations = {each.id: each for each in every}
        self._says.refresh(self._organisations)
        self._offer_years()
        procedures = self.services.written_procedures.all(self.organisation_id)
        count = self.services.decisions.count()
        self._stack.setCurrentWidget(
            self._list_detail if count or procedures or self._words else self._empty
        )
        self._empty.button.setVisible(bool(every))
        self._band.show_procedures(procedures, self._organisations)
        found = self._found()
        self._model.set_records(found)
        self._say_how_many(len(found))
        if self._procedure_id is not None:
            self._refresh_procedure({each.id: each for each in procedures})
        else:
            self._choose_wanted()

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        self._procedure_id = None
        super().show_organisation(organisation_id)

    def open_record(self, record_id: str) -> None:
        """Show one decision, or one written procedure, whatever was searched or filtered for."""
        self._detail.commit()
        self._search.clear()
        self._year.set_value(None)
        self._state.set_value(None)
        if any(each.id == record_id for each in self.services.written_procedures.all()):
            self._show_procedure(record_id)
            return
        self._procedure_id = None
        self._wanted = DecisionId(record_id)
        self._list_detail.show_detail()
        self.bring_up_to_date(even_if_fresh=True)

    def make_new(self) -> None:
        """Ctrl+N: a new written procedure; decisions of meetings are recorded in their minutes."""
        if not self._organisations:
            return
        today = self.services.clock.today
        written = self.services.written_procedures
        dialog = BeginDialog(
            list(self._organisations.values()),
            self.organisation_id,
            lambda organisation_id: written.members(organisation_id, today()),
            today,
            parent=self.window(),
        )
        dialog.ask(self._begin)

    def find_here(self) -> None:
        self._list_detail.show_list()
        self._search.setFocus()
        self._search.selectAll()

    def print_this(self) -> None:
        """The register of a year: of the board shown, or that of the decision chosen."""
        chosen = self._list.chosen_record()
        organisation_id = self.organisation_id or (chosen.organisation_id if chosen else None)
        if organisation_id is None:
            return
        year = self._year.value()
        if year is None:
            year = chosen.decided_on.year if chosen else self.services.clock.today().year
        paper = decisions_paper(self.services.board_papers, organisation_id, year)
        self.print_wanted.emit(paper)

    def take_focus(self) -> None:
        """One comes here to find something."""
        if self._wanted is None and self._model.rowCount():
            self._search.setFocus()
        else:
            self._list.setFocus()

    def verify(self) -> None:
        """Look through the chain of approved minutes, and say whether it holds."""
        verified = self.services.approval.verify()
        if verified.broken:
            problems = self.services.approval.problems()
            self.messages.show_error("\n".join([_("Not everything holds."), *problems]))
            return
        if not verified.count:
            self.messages.show_info(
                _("No minutes are approved yet, so there is nothing to verify.")
            )
            return
        words = ngettext(
            "{count} approved version of minutes is as it was approved.",
            "All {count} approved versions of minutes are as they were approved.",
            verified.count,
        )
        self.messages.show_info(words.format(count=formats.number(verified.count)))

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self._procedure_id = None
        self.refresh()
        if words:
            self._list.choose_row(0)

    @Slot()
    def _on_moved_down(self) -> None:
        if self._model.rowCount():
            if self._list.chosen_record() is None:
                self._list.choose_row(0)
            self._list.setFocus()

    @Slot(object)
    def _on_chosen(self, chosen: Decision | None) -> None:
        if chosen is None:
            if self._procedure_id is None:
                self._right.setCurrentWidget(self._none_chosen)
            return
        if self._procedure_id is not None and not self._list.hasFocus():
            return  # the list was read again under a procedure
        self._procedure_id = None
        if chosen.id != self._shown_id and has_keyboard(self._detail):
            self._list.setFocus()  # what is typed next is not for this decision
        self._shown_id = chosen.id
        self._detail.show_decision(chosen, self._organisations[chosen.organisation_id])
        self._right.setCurrentWidget(self._detail)

    @Slot()
    def _on_clicked(self) -> None:
        self._list.setFocus()
        self._on_chosen(self._list.chosen_record())
        self._list_detail.show_detail()

    @Slot(object)
    def _on_delete_wanted(self, chosen: Decision) -> None:
        self.services.decisions.discard(chosen.id)

    @Slot()
    def _on_rename(self) -> None:
        if self._right.currentWidget() is self._procedure:
            self._procedure.edit()
        elif self._right.currentWidget() is self._detail:
            self._detail.edit()

    @Slot(str)
    def _show_procedure(self, procedure_id: str) -> None:
        self._procedure_id = WrittenProcedureId(procedure_id)
        self._list_detail.show_detail()
        self.bring_up_to_date(even_if_fresh=True)

    def _refresh_procedure(self, procedures: dict[WrittenProcedureId, WrittenProcedure]) -> None:
        found = procedures.get(self._procedure_id) if self._procedure_id is not None else None
        if found is None:  # it is in the trash
            self._procedure_id = None
            self._choose_wanted()
            return
        self._list.setCurrentIndex(QModelIndex())
        self._procedure.show_procedure(found, self._organisations[found.organisation_id])
        self._right.setCurrentWidget(self._procedure)

    def _begin(self, begun: Begun) -> None:
        self.services.written_procedures.begin(begun.procedure, begun.to)
        self._show_procedure(begun.procedure.id)

    def _actions(self, decision: Decision) -> Sequence[Action]:
        meeting_id = decision.meeting_id
        actions = [Action(_("Change…"), self._on_rename, "pencil")]
        if meeting_id is not None:
            actions.append(
                Action(
                    _("Go to the meeting"),
                    lambda: self.meeting_wanted.emit(meeting_id),
                    "messages-square",
                )
            )
        actions.append(
            Action(
                _("Delete the decision"),
                lambda: self._on_delete_wanted(decision),
                "trash-2",
                is_dangerous=True,
            )
        )
        return actions

    def _found(self) -> list[Decision]:
        """The register, the last decision first; or what a search finds, the best first."""
        decisions = self.services.decisions
        year, state = self._year.value(), self._state.value()
        if not self._words:
            return decisions.newest(self.organisation_id, year, state, limit=MOST_SHOWN)
        return [
            each
            for each in decisions.find(self._words, most=MOST_SHOWN)
            if self.organisation_id in (None, each.organisation_id)
            and year in (None, each.decided_on.year)
            and state in (None, each.state)
        ]

    def _offer_years(self) -> None:
        years = self.services.decisions.years(self.organisation_id)
        choices: list[tuple[int | None, str]] = [(None, _("All years"))]
        self._year.set_choices([*choices, *((each, str(each)) for each in years)])

    def _say_how_many(self, shown: int) -> None:
        asked = (self.organisation_id, self._year.value(), self._state.value())
        is_full = shown == MOST_SHOWN and not self._words
        count = self.services.decisions.count(*asked) if is_full else shown
        self._capped.setVisible(shown < count)
        words = _("The newest {shown} of {count} decisions are listed; a search looks at them all.")
        numbers = {"shown": formats.number(shown), "count": formats.number(count)}
        self._capped.setText(words.format(**numbers))
        nothing = (
            _("No decision here fits “{text}”.").format(text=self._words)
            if self._words
            else _("No decision here.")
        )
        self._nothing.setText(nothing)
        self._nothing.setVisible(not shown)

    def _choose_wanted(self) -> None:
        """Choose what was asked for, or the first, so that there is always something to read."""
        if self._wanted is not None and not self._list.choose(self._wanted):
            found = self.services.decisions.get(self._wanted)  # older than what is listed
            self._model.set_records([*self._model.records, found])
            self._list.choose(self._wanted)
        self._wanted = None
        if self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._on_chosen(self._list.chosen_record())
