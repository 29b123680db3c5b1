"""The page of the year wheel: the picture, and the tasks of the year beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.domain.agenda import AgendaItem, WheelTaskId
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    Caption,
    ChoiceField,
    EmptyState,
    IconButton,
    MessageBar,
    RecordList,
    RecordListModel,
    Space,
    Title,
    scaled,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import wheel_paper
from boardkeeper.ui.yearwheel.picture import WheelPicture
from boardkeeper.ui.yearwheel.rows import TaskRow, columns, face, rows_of
from boardkeeper.ui.yearwheel.task_dialog import TaskDialog

_NARROW = 680
"""Below this width, in pixels at text size 100 %, the list stands without the picture."""


class YearWheelPage(Page):
    """One organisation's year: the one the window is filtered to, or the one chosen here."""

    KINDS = (WheelTask, Meeting, AgendaItem, Organisation)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._year = services.clock.today().year
        self._shown: OrganisationId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = Title()
        self._title.setWordWrap(False)
        self._caption = Caption()
        self._board: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Board"), [(None, "")], is_label_hidden=True
        )
        self._before = IconButton("chevron-left", _("The year before"), shortcut="Ctrl+PgUp")
        self._after = IconButton("chevron-right", _("The year after"), shortcut="Ctrl+PgDown")
        self._print = Button(_("Print"), icon="printer")
        self._new = Button(_("New task"), icon="plus", kind=ButtonKind.PRIMARY)
        self._waiting = MessageBar()
        self._picture = WheelPicture()
        self._model = RecordListModel(columns(), face=face())
        self._list = RecordList(self._model, _("Tasks of the year"))
        self._list.context_actions = self._actions
        self._no_tasks = EmptyState(
            "repeat",
            _("What comes back every year stands here, and lands on the right agenda by itself."),
            _("Begin with a usual year"),
            caption=_("Every task can be changed or taken away again."),
        )
        self._no_boards = EmptyState(
            "repeat",
            _("A year wheel belongs to a board, and there is none yet."),
            caption=_("Name your first board under Today or Boards."),
        )
        self._right = QWidget()
        self._whole = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        year = QHBoxLayout()
        year.setSpacing(Space.XS)
        year.addWidget(self._title)
        year.addSpacing(Space.S)
        year.addWidget(self._before)
        year.addWidget(self._after)
        year.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(year)
        words.addWidget(self._caption)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self._print, self._new):
            buttons.addWidget(button)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(Space.M)
        self._head.addLayout(words, 1)
        self._head.addWidget(self._board)
        self._head.addLayout(buttons)
        right = QVBoxLayout(self._right)  # unlike a stack, as low as what is shown
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._list)
        right.addWidget(self._no_tasks)
        both = QHBoxLayout()
        both.setSpacing(Space.XL)
        both.addWidget(self._picture, 1)
        both.addWidget(self._right, 1)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(self._head)
        column.addWidget(self._waiting)
        column.addLayout(both, 1)
        outer = QVBoxLayout(self)
        # The page is narrower than its layout asks for until it has heard of its new width.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        outer.addWidget(self._no_boards)

    def _connect(self) -> None:
        self._board.changed.connect(self._on_board_chosen)
        self._before.clicked.connect(lambda: self._go_to_year(self._year - 1))
        self._after.clicked.connect(lambda: self._go_to_year(self._year + 1))
        self._print.clicked.connect(self.print_this)
        self._new.clicked.connect(self.make_new)
        self._no_tasks.wanted.connect(self._use_starter)
        self._picture.task_chosen.connect(lambda each: self._list.choose(WheelTaskId(each)))
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._list.delete_wanted.connect(self._on_delete_wanted)

    @Slot()
    def refresh(self) -> None:
        organisations = self.services.organisations.all()
        self._whole.setVisible(bool(organisations))
        self._no_boards.setVisible(not organisations)
        if not organisations:
            return
        organisation = self._chosen_of(organisations)
        self._offer(organisations, organisation)
        self._shown = organisation.id
        sheet = self.services.yearwheel.sheet(organisation.id, self._year)
        tasks = self.services.yearwheel.of(organisation.id)
        self._title.setText(_("Year wheel {year}").format(year=self._year))
        self._caption.setText(organisation.name)
        self._picture.show_sheet(sheet)
        self._model.set_records(rows_of(tasks, sheet))
        self._list.setVisible(bool(tasks))
        self._no_tasks.setVisible(not tasks)
        self._tell_waiting(self.services.yearwheel.waiting(organisation.id, self._year))

    def open_record(self, record_id: str) -> None:
        """Show the wheel of that organisation."""
        self._shown = OrganisationId(record_id)
        self.bring_up_to_date(even_if_fresh=True)

    def open_part(self, record_id: str) -> None:
        """Choose one task of the wheel."""
        self._list.choose(WheelTaskId(record_id))

    def make_new(self) -> None:
        """Ask for a new task, in the month of the one chosen."""
        if self._shown is None:
            return
        row = self._list.chosen_record()
        month = row.task.month if row else self.services.clock.today().month
        dialog = TaskDialog(self._shown, None, month=month, parent=self.window())
        dialog.ask(self._add)

    def print_this(self) -> None:
        if self._shown is not None:
            paper = wheel_paper(self.services.documents, self._shown, self._year)
            self.print_wanted.emit(paper)

    def take_focus(self) -> None:
        (self._list if self._list.isVisible() else self._no_tasks).setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough to be given the width at which the picture gives way."""
        return QSize(scaled(280), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is no room for both, the list says it all."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        self._picture.setVisible(not is_narrow)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    @Slot()
    def _on_board_chosen(self) -> None:
        self._shown = self._board.value()
        self.refresh()

    @Slot(object)
    def _on_chosen(self, row: TaskRow | None) -> None:
        self._picture.choose(row.id if row else None)

    @Slot(object)
    def _on_opened(self, row: TaskRow) -> None:
        dialog = TaskDialog(row.task.organisation_id, row.task, parent=self.window())
        dialog.ask(self.services.yearwheel.change)

    @Slot(object)
    def _on_delete_wanted(self, row: TaskRow) -> None:
        self.services.yearwheel.discard(row.id)

    @Slot()
    def _use_starter(self) -> None:
        if self._shown is not None:
            self.services.yearwheel.use_starter(self._shown)
            self._list.setFocus()

    def _add(self, task: WheelTask) -> None:
        self.services.yearwheel.add(task)
        self._list.choose(task.id)

    def _go_to_year(self, year: int) -> None:
        self._year = year
        self.refresh()

    def _land(self) -> None:
        if self._shown is not None:
            self.services.yearwheel.land_waiting(self._shown, self._year)

    def _actions(self, row: TaskRow) -> list[Action]:
        meeting_id = row.told.meeting_id if row.told else None
        return [
            Action(_("Change"), lambda: self._on_opened(row), "pencil"),
            Action(
                _("Go to the meeting"),
                lambda: self.meeting_wanted.emit(str(meeting_id)),
                "calendar-days",
                is_enabled=meeting_id is not None,
            ),
            Action(_("Delete"), lambda: self._on_delete_wanted(row), "trash-2", is_dangerous=True),
        ]

    def _chosen_of(self, organisations: list[Organisation]) -> Organisation:
        """The window's own choice first, then the one shown before, then the first."""
        known = {each.id: each for each in organisations}
        for wanted in (self.organisation_id, self._shown):
            if wanted in known:
                return known[wanted]
        return organisations[0]

    def _offer(self, organisations: list[Organisation], shown: Organisation) -> None:
        self._board.set_choices([(each.id, each.name) for each in organisations])
        self._board.set_value(shown.id)
        is_choosing = self.organisation_id is None and len(organisations) > 1
        self._board.setVisible(is_choosing)
        self._caption.setVisible(not is_choosing)

    def _tell_waiting(self, count: int) -> None:
        """Offer to put on their agendas what was added after these were made."""
        if not count:
            self._waiting.clear()
            return
        words = ngettext(
            "{count} task is not on the agenda of its meeting yet.",
            "{count} tasks are not on the agendas of their meetings yet.",
            count,
        )
        self._waiting.show_info(words.format(count=count), [Action(_("Add them"), self._land)])
