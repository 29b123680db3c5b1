"""F1: every shortcut, in one place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    CONTROL_HEIGHT,
    Body,
    Button,
    Caption,
    Heading,
    Space,
    Turning,
    scaled,
)

_NARROW = 720
"""Below this width, in pixels at text size 100 %, the shortcuts stand in one column."""
_WIDTH = 860


def everywhere() -> list[tuple[str, str]]:
    """What works in the whole window: keys, and what they do."""
    return [
        ("Ctrl+1 … Ctrl+9", _("Go to a section")),
        ("Alt+←   Alt+→", _("Back and forward")),
        ("Ctrl+K", _("Search, or do anything")),
        ("Ctrl+N", _("New in this section")),
        ("Ctrl+Shift+N", _("New meeting")),
        ("Ctrl+M", _("Take minutes")),
        ("Ctrl+T", _("Log time")),
        ("Ctrl+F", _("Find here")),
        ("Ctrl+P", _("Print this")),
        ("Ctrl+Z   Ctrl+Shift+Z", _("Undo and do again")),
        ("Del", _("To the trash")),
        ("Ctrl++   Ctrl+−   Ctrl+0", _("Larger, smaller and usual text")),
    ]


def in_the_agenda() -> list[tuple[str, str]]:
    """What works in the agenda editor."""
    return [
        ("Enter", _("New item below")),
        ("F2", _("Edit the title")),
        ("Alt+↑   Alt+↓", _("Move up and down")),
        ("Alt+Shift+→   Alt+Shift+←", _("Indent and outdent")),
        ("Del", _("To the trash")),
        ("Esc", _("Leave editing")),
    ]


def in_the_minutes() -> list[tuple[str, str]]:
    """What works while one takes minutes."""
    return [
        ("Ctrl+Enter   Ctrl+Shift+Enter", _("Next and previous item")),
        ("Ctrl+Shift+P", _("Everyone present, then to the people")),
        ("Space   Enter", _("On a person: there or not; times, alternate, proxy")),
        ("Ctrl+Shift+B", _("Begin or close the meeting")),
        ("Ctrl+Shift+D", _("Decision")),
        ("Ctrl+Shift+A", _("Task; a marked line becomes one")),
        ("Ctrl+Shift+V", _("Vote")),
        ("Ctrl+Shift+O", _("Outcome")),
        ("Ctrl+Shift+K", _("Conflict of interest")),
        ("Ctrl+Shift+E", _("Statement")),
        ("Ctrl+Shift+I", _("Idea for later")),
        ("Ctrl+Shift+M", _("Add item")),
        ("Ctrl+Space   Ctrl+.", _("Phrases")),
        ("Ctrl+B   Ctrl+Shift+8   Ctrl+Shift+7", _("Bold, bullets, numbers")),
        ("Esc", _("From a form to the text, from the text to the items")),
    ]


def in_the_tasks() -> list[tuple[str, str]]:
    """What works in the list of tasks."""
    return [
        ("Space", _("Done, or open again")),
        ("Enter   F2", _("Change the task")),
        ("Ctrl+N", _("Note a task in one line")),
    ]


def in_the_hours() -> list[tuple[str, str]]:
    """What works on the page of hours."""
    return [
        ("←   →   PgUp   PgDn", _("In the picture: another week, or four on")),
        ("Home   End", _("The first and the last week")),
        ("Enter   F2", _("Change the entry")),
        ("Enter", _("Write the hours of a meeting down")),
        ("Ctrl+Enter", _("Write the hours of all of them down")),
        ("F2   Del", _("Change them first, or say that it took no time")),
    ]


def in_the_calendar() -> list[tuple[str, str]]:
    """What works in the calendar."""
    return [
        ("M   U   L", _("Month, week, list")),
        ("T", _("Today")),
        ("PgUp   PgDn", _("The stretch before and after")),
        ("←   →   ↑   ↓", _("Another day")),
        ("Home   End", _("Monday and Sunday of the week")),
        ("Enter", _("Open what stands on the day, or plan a meeting")),
        ("Ctrl+F", _("Find a free evening")),
        ("Ctrl+P", _("Print the meeting plan")),
    ]


def in_the_network() -> list[tuple[str, str]]:
    """What works among the ambassadors and the referrals."""
    return [
        ("Space", _("Ambassadors: can explain what I do, or not")),
        ("Enter", _("Ambassadors: show the person")),
        ("Space   Enter", _("Referrals: how far is it?")),
    ]


def in_the_year_wheel() -> list[tuple[str, str]]:
    """What works in the year wheel."""
    return [
        ("Ctrl+PgUp   Ctrl+PgDn", _("The year before and after")),
        ("Enter", _("Change the task")),
    ]


class ShortcutsDialog(QDialog):
    """The shortcuts, read in a glance and closed with Esc; in large text they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(_("Shortcuts"))
        sides = Turning(_NARROW, Space.XXL)
        sides.add(
            _side(
                [
                    (_("Everywhere"), everywhere()),
                    (_("In the agenda"), in_the_agenda()),
                    (_("In the tasks"), in_the_tasks()),
                    (_("In the year wheel"), in_the_year_wheel()),
                    (_("In the network"), in_the_network()),
                ]
            )
        )
        sides.add(
            _side(
                [
                    (_("In the minutes"), in_the_minutes()),
                    (_("In the calendar"), in_the_calendar()),
                    (_("In the hours"), in_the_hours()),
                ]
            )
        )
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        layout.setSpacing(Space.M)
        layout.addWidget(scroll, 1)
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self._fit(QSize(scaled(_WIDTH), sides.sizeHint().height()))

    def _fit(self, wanted: QSize) -> None:
        """As large as the words, and no larger than the window."""
        room = QSize(2 * Space.XXL + Space.L, 2 * Space.XL + Space.M + scaled(CONTROL_HEIGHT))
        parent = self.parentWidget()
        most = parent.size() if parent is not None else QSize(1024, 700)
        self.resize((wanted + room).boundedTo(most - QSize(Space.XXL, Space.XXL)))


def _side(parts: list[tuple[str, list[tuple[str, str]]]]) -> QWidget:
    side = QWidget()
    side.setProperty("ground", "none")
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(_table(parts))
    column.addStretch(1)
    return side


def _table(parts: list[tuple[str, list[tuple[str, str]]]]) -> QGridLayout:
    """All parts in one grid, so that their columns stand below one another."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XXL)
    grid.setVerticalSpacing(Space.S)
    for title, rows in parts:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), Space.S)
        grid.addWidget(Heading(title), grid.rowCount(), 0, 1, 2)
        for keys, words in rows:
            line = grid.rowCount()
            grid.addWidget(Caption(keys), line, 0)
            grid.addWidget(Body(words), line, 1)
    grid.setColumnStretch(1, 1)
    return grid
