"""Before and after a meeting: my goal and ask, then three answers, and what I follow up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.aims import FOLLOW_UP, Aim, Answer
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.aims.taps import Taps
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import (
    Button,
    ButtonKind,
    Caption,
    Card,
    LineField,
    ScrollPage,
    Space,
    TextField,
)
from boardkeeper.ui.network_papers import pocket_paper
from boardkeeper.ui.rows import RowContent, Rows


class AimsTab(QWidget):
    """Fields that store themselves. `task_wanted` is a follow-up, `print_wanted` a paper."""

    task_wanted = Signal(str)
    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._before_form = RecordForm[Aim](self._keep_before)
        self._after_form = RecordForm[Aim](self._keep_after)
        self._build()
        self._connect()

    def _build(self) -> None:
        keep = self._before_form.keep
        keep(
            "goal",
            LineField(_("My goal"), placeholder=_("What should have happened when I leave?")),
        )
        keep("ask", LineField(_("My ask"), placeholder=_("What do I ask the others for?")))
        keep(
            "meets",
            LineField(_("Whom I want to talk to"), placeholder=_("Three names, commas between")),
        )
        keep("gives", LineField(_("What I can give"), placeholder=_("One gift, for somebody")))
        self._pocket = Button(_("Pocket slip"), kind=ButtonKind.QUIET, icon="printer")
        self._before = Card(_("Before the meeting"))
        self._before.add_action(self._pocket)
        self._before.add(Caption(_("My own notes. They stand on no paper the board gets.")))
        self._before.add(self._before_form)
        self._taps = Taps()
        self._after_form.keep("learned", TextField(_("What I learned"), lines=2))
        self._not_yet = Caption(_("You can answer when the meeting has been."))
        self._after = Card(_("After the meeting"))
        self._after.add(self._not_yet)
        self._after.add(self._taps)
        self._after.add(self._after_form)
        self._line = LineField(
            _("New follow-up"), placeholder=_("Send Anna the report"), is_label_hidden=True
        )
        self._rows = Rows()
        self._until = Caption()
        self._follow_ups = Card(_("I follow up within seven days"))
        self._follow_ups.add(self._until)
        self._follow_ups.add(self._rows)
        self._follow_ups.add(self._line)
        self._page = page = ScrollPage(max_width=760)
        page.widget().layout().setContentsMargins(0, Space.M, 0, Space.XL)  # type: ignore[union-attr] # ScrollPage lays out
        for widget in (self._before, self._after, self._follow_ups):
            page.add(widget)
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self._taps.useful.connect(self._on_useful)
        self._taps.energy.connect(self._on_energy)
        self._taps.contributed.connect(self._on_contributed)
        self._line.entered.connect(self._on_line)
        self._pocket.clicked.connect(self.print_this)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting's, or what has changed in the one that is shown."""
        if self._meeting is not None and self._meeting.id != meeting.id:
            self.finish()
            self._line.set_value("")
        self._meeting = meeting
        aim = self._services.aims.of(meeting.id)
        shown = self._before_form.record
        if shown is not None and shown.meeting_id == meeting.id:
            # One that is not stored yet has no name to be known by: words being typed stay.
            aim = replace(aim, id=shown.id)
        self._before_form.show_record(aim)
        self._after_form.show_record(aim)
        self._taps.show_answers(aim)
        has_been = meeting.ends_at <= self._services.clock.now()
        self._put_in_order(has_been=has_been)
        self._not_yet.setVisible(not has_been)
        self._taps.setEnabled(has_been)
        self._show_follow_ups(meeting)

    def finish(self) -> None:
        """Store what has been typed and not yet stored."""
        if self._meeting is not None:
            self._before_form.commit()
            self._after_form.commit()

    def forget(self) -> None:
        """The meeting is gone: store nothing more."""
        self._meeting = None

    def print_this(self) -> None:
        """The slip for the breast pocket."""
        if self._meeting is not None:
            self.finish()
            papers = self._services.network_papers
            self.print_wanted.emit(pocket_paper(papers, self._meeting.id))

    def take_focus(self) -> None:
        """Where one goes on: the goal, or the answers when the meeting has been."""
        is_answered = self._taps.isEnabled()
        (self._taps if is_answered else self._before_form.fields["goal"]).setFocus()

    @Slot(int)
    def _on_useful(self, useful: int) -> None:
        if self._meeting is not None:
            self._services.aims.answer(self._meeting.id, useful=useful)

    @Slot(int)
    def _on_energy(self, energy: int) -> None:
        if self._meeting is not None:
            self._services.aims.answer(self._meeting.id, energy=energy)

    @Slot(object)
    def _on_contributed(self, contributed: Answer) -> None:
        if self._meeting is not None:
            self._services.aims.answer(self._meeting.id, contributed=contributed)

    @Slot()
    def _on_line(self) -> None:
        text = self._line.value()
        if self._meeting is not None and text:
            self._services.aims.add_follow_up(self._meeting.id, text)
            self._line.set_value("")
            self._line.setFocus()

    def _keep_before(self, aim: Aim) -> None:
        """Store what stands under before; the rest as it is by now."""
        now = self._services.aims.of(aim.meeting_id)
        self._services.aims.change(
            replace(now, goal=aim.goal, ask=aim.ask, meets=aim.meets, gives=aim.gives)
        )

    def _keep_after(self, aim: Aim) -> None:
        now = self._services.aims.of(aim.meeting_id)
        self._services.aims.change(replace(now, learned=aim.learned))

    def _put_in_order(self, *, has_been: bool) -> None:
        """What one comes for stands first: the answers, once there is something to answer."""
        body = self._page.body
        if (body.indexOf(self._before) == 0) is has_been:
            body.removeWidget(self._before)
            body.insertWidget(2 if has_been else 0, self._before)

    def _show_follow_ups(self, meeting: Meeting) -> None:
        due = formats.short_date(meeting.day + FOLLOW_UP)
        words = _("One line each, then Enter: a task of mine, due on {day}.")
        self._until.setText(words.format(day=due))
        found = self._services.aims.follow_ups(meeting.id)
        self._rows.show_rows([self._row(each) for each in found])

    def _row(self, follow_up: BookTask) -> RowContent:
        task = follow_up.task
        return RowContent(
            key=task.id,
            about=task,
            title=task.text,
            chip=formats.short_date(task.due_on) if task.due_on else "",
            open=lambda: self.task_wanted.emit(task.id),
        )
