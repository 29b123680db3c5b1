"""F1: every shortcut, in one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Button, Caption, Heading, Space


def everywhere() -> list[tuple[str, str]]:
    """What works in the whole window: keys, and what they do."""
    return [
        ("Ctrl+1 … Ctrl+9", _("Go to a section")),
        ("Alt+←   Alt+→", _("Back and forward")),
        ("Ctrl+N", _("New in this section")),
        ("Ctrl+Shift+N", _("New meeting")),
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


class ShortcutsDialog(QDialog):
    """The shortcuts, read in a glance and closed with Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(_("Shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        layout.setSpacing(Space.M)
        layout.addLayout(
            _table([(_("Everywhere"), everywhere()), (_("In the agenda"), in_the_agenda())])
        )
        layout.addSpacing(Space.S)
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)


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
