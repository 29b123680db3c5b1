"""What one notes under an item: decisions, tasks, ideas, outcomes, statements, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from boardkeeper import formats
from boardkeeper.domain.attendance import AbsenceReason, Attendance, AttendanceId
from boardkeeper.domain.minutes import Outcome, outcome_name
from boardkeeper.domain.task_lines import TaskLine
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Caption,
    CheckField,
    Chip,
    ChoiceField,
    LineField,
    Segments,
    Space,
    TextField,
    Tone,
    empty,
)
from boardkeeper.ui.minutes.inline_form import InlineForm


class DecisionForm(InlineForm[tuple[str, str]]):
    """The words of a decision, and what it rests on."""

    def __init__(self, title: str, text: str, basis: str = "") -> None:
        super().__init__(title, _("Record"), icon="gavel")
        words = TextField(_("Decision, word for word"), lines=2, max_lines=6)
        self._text = self.keep("text", words)
        rests_on = _("e.g. appendix 4.1, the recommendation")
        self._basis = self.keep("basis", LineField(_("Rests on"), placeholder=rests_on))
        self._text.set_value(text)
        self._basis.set_value(basis)

    def begin(self) -> None:
        """The recommendation stands there, to be kept or typed over."""
        super().begin()
        control = self._text.control
        select_all = getattr(control, "selectAll", None)
        if select_all is not None:
            select_all()

    def read(self) -> tuple[str, str]:
        return self._text.value(), self._basis.value()


class TaskForm(InlineForm[str]):
    """A task in one line; below it, how it has been understood."""

    stays = True

    def __init__(self, understood: Callable[[str], TaskLine]) -> None:
        super().__init__(_("Task"), _("Add"), icon="list-checks")
        self.understood = understood
        example = _("Anna order the auditor 1/6")
        self._line = self.keep("text", LineField(_("Who does what by when"), placeholder=example))
        self._chips = QHBoxLayout()
        self._chips.setSpacing(Space.XS)
        self._remark = Caption("", tone=Tone.WARNING)
        self._remark.hide()
        self.body.addLayout(self._chips)
        self.body.addWidget(self._remark)
        self._line.changed.connect(self._show_understood)
        self._show_understood()

    def read(self) -> str:
        return self._line.value()

    def accept(self) -> bool:
        """An empty line means that there are no more tasks."""
        return super().accept() if self._line.value() else self.close_form()

    def clear(self) -> None:
        super().clear()
        self._show_understood()

    def set_line(self, line: str) -> None:
        self._line.set_value(line)
        self._show_understood()

    def _show_understood(self) -> None:
        empty(self._chips)
        text = self._line.value()
        read = self.understood(text) if text else TaskLine(text="")
        for owner in read.owners:
            self._chips.addWidget(Chip(owner.name, tone=Tone.ACCENT))
        if text and not read.owners:
            self._chips.addWidget(Chip(_("nobody yet")))
        if read.due_on is not None:
            self._chips.addWidget(Chip(formats.day(read.due_on), tone=Tone.ACCENT))
        elif text:
            self._chips.addWidget(Chip(_("no day yet")))
        if read.minutes:
            self._chips.addWidget(Chip(formats.duration(read.minutes), tone=Tone.ACCENT))
        understood = Caption(read.text or _("Name first, the day last. Enter adds it."))
        understood.setWordWrap(False)
        self._chips.addWidget(understood, 1)
        self._remark.setText(read.remark)
        self._remark.setVisible(bool(read.remark))


class LineForm(InlineForm[str]):
    """One line of words: an idea, a new item, a guest's name."""

    def __init__(
        self, title: str, label: str, accept: str, *, icon: str, line: str = "", missing: str = ""
    ) -> None:
        super().__init__(title, accept, icon=icon)
        self._missing = missing
        self._line = self.keep("text", LineField(label))
        self._line.set_value(line)

    def read(self) -> str:
        line = self._line.value()
        if not line:
            raise InvalidField("text", self._missing)
        return line


class OutcomeForm(InlineForm[tuple[Outcome, str]]):
    """What became of the item: the arrows choose, Enter stores."""

    def __init__(self, outcome: Outcome, note: str) -> None:
        super().__init__(_("Outcome"), _("Store"), icon="flag")
        self._outcomes = list(Outcome)
        words = [(outcome_name(each), outcome_name(each)) for each in self._outcomes]
        self._choice = Segments(_("Outcome"), words)
        self._choice.choose(self._outcomes.index(outcome))
        self._choice.changed.connect(self.touch)
        self.body.insertWidget(0, self._choice)
        label = _("To which meeting or committee")
        self._note = self.keep("note", LineField(label))
        self._note.set_value(note)

    def begin(self) -> None:
        for segment in self._choice.findChildren(QAbstractButton):
            if segment.isChecked():
                segment.setFocus()

    def read(self) -> tuple[Outcome, str]:
        (chosen,) = self._choice.down
        return self._outcomes[chosen], self._note.value()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOut:
    """Who had no part in an item, and why."""

    attendance_id: AttendanceId
    reason: AbsenceReason
    explanation: str
    left_the_room: bool


class ConflictForm(InlineForm[KeptOut]):
    """Who has a conflict of interest, or was out of the room."""

    def __init__(
        self, people: Sequence[Attendance], who: AttendanceId | None = None, why: str = ""
    ) -> None:
        super().__init__(_("Conflict of interest, or away"), _("Note"), icon="user-x")
        names = [(each.id, each.name) for each in people]
        self._who: ChoiceField[AttendanceId] = self.keep("who", ChoiceField(_("Who"), names))
        reasons = [
            (AbsenceReason.CONFLICT, _("Conflict of interest")),
            (AbsenceReason.AWAY, _("Out of the room")),
        ]
        self._reason: ChoiceField[AbsenceReason] = self.keep(
            "reason", ChoiceField(_("Reason"), reasons), beside=True
        )
        self._why = self.keep("explanation", LineField(_("Which interest, or where")))
        self._left = self.keep("left_the_room", CheckField(_("Left the room")))
        self._left.set_value(True)
        if who is not None:
            self._who.set_value(who)
        self._why.set_value(why)

    def show_reason(self, reason: AbsenceReason, *, left_the_room: bool) -> None:
        """Show what was noted before."""
        self._reason.set_value(reason)
        self._left.set_value(left_the_room)

    def read(self) -> KeptOut:
        return KeptOut(
            attendance_id=self._who.value(),
            reason=self._reason.value(),
            explanation=self._why.value(),
            left_the_room=self._left.value(),
        )


class DissentForm(InlineForm[tuple[str, str]]):
    """A statement entered in the minutes, by name."""

    def __init__(self, names: Sequence[str], name: str = "", text: str = "") -> None:
        super().__init__(_("Statement"), _("Store"), icon="message-square-warning")
        every = list(dict.fromkeys([*names, *filter(None, [name])]))
        choices = [(each, each) for each in every]
        self._name: ChoiceField[str] = self.keep("name", ChoiceField(_("By whom"), choices))
        words = TextField(_("Statement, word for word"), lines=2, max_lines=6)
        self._text = self.keep("text", words)
        if name:
            self._name.set_value(name)
        self._text.set_value(text)

    def read(self) -> tuple[str, str]:
        return self._name.value(), self._text.value()
