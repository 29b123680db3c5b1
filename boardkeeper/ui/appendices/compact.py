"""A few papers in a narrow place: a row each with its menu, and a button to add more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.papers import Paper
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.desk import AppendixDesk, Place
from boardkeeper.ui.appendices.landing import FileLanding
from boardkeeper.ui.appendices.progress import Progress
from boardkeeper.ui.appendices.words import facts_of, icon_of, mark_of
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    CardRow,
    MenuButton,
    MessageBar,
    Space,
    Tone,
    empty,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper in the list, the number it bears, and how many versions there are of it."""

    paper: Paper
    number: str = ""
    versions: int = 1


class CompactPapers(QWidget):
    """The papers of one place; files dropped on it are added there."""

    said = Signal(str)

    def __init__(
        self, services: Services, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._place: Place | None = None
        self._shown: tuple[Shown, ...] | None = None
        self._desk = AppendixDesk(services, self)
        self._build(nothing)
        self._connect()

    def _build(self, nothing: str) -> None:
        self._messages = MessageBar()
        self._progress = Progress()
        self._nothing = Body(nothing, tone=Tone.MUTED)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._add = Button(_("Add papers…"), kind=ButtonKind.QUIET, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._messages)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self._progress)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        FileLanding(self, lambda files, _at: self.add(files))
        self._add.clicked.connect(self.ask_what_to_add)
        self._progress.cancel_wanted.connect(self._desk.stop)
        self._desk.began.connect(self._on_began)
        self._desk.progressed.connect(self._progress.tell)
        self._desk.ended.connect(self._progress.end)
        self._desk.said.connect(self.said)
        self._desk.noticed.connect(self._messages.show_info)
        self._desk.refused.connect(self._messages.show_error)

    def show_papers(self, place: Place, papers: Sequence[Shown]) -> None:
        """Show the papers of a place; the rows stay where they say the same."""
        if place != self._place:
            self._messages.clear()
        self._place = place
        shown = tuple(papers)
        self._nothing.setVisible(bool(self._nothing.text()) and not shown)
        if shown != self._shown:
            self._shown = shown
            empty(self._rows)
            for each in shown:
                self._rows.addWidget(self._row(each))

    def ask_what_to_add(self) -> None:
        if self._place is not None:
            self._desk.ask_what_to_add(self._place)

    def add(self, files: Sequence[Path]) -> None:
        """Add files to the place that is shown."""
        if self._place is not None:
            self._desk.add(files, self._place)

    def _on_began(self, words: str) -> None:
        self._messages.clear()
        self._progress.begin(words)

    def _row(self, shown: Shown) -> QWidget:
        paper = shown.paper
        mark, tone = mark_of(paper, shown.versions)
        row = CardRow(
            " ".join(filter(None, (shown.number, paper.title))),
            caption=facts_of(paper),
            chip=mark,
            tone=tone,
            icon=icon_of(paper),
        )
        row.clicked.connect(lambda: self._desk.preview(paper, shown.number))
        name = _("More for {title}").format(title=paper.title)
        menu = MenuButton(
            "", self._actions(shown), kind=ButtonKind.QUIET, icon="ellipsis", name=name
        )
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(row, 1)
        line.addWidget(menu)
        return made

    def _actions(self, shown: Shown) -> Sequence[Action]:
        paper, desk = shown.paper, self._desk
        return (
            Action(_("Look at the paper"), lambda: desk.preview(paper, shown.number), "eye"),
            Action(_("Edit the paper"), lambda: desk.edit(paper, shown.number), "pencil"),
            Action(
                _("Replace with a newer version…"),
                lambda: desk.ask_what_to_put_in_place(paper),
                "replace",
            ),
            Action(
                _("Earlier versions…"),
                lambda: desk.show_versions(paper),
                "history",
                is_enabled=shown.versions > 1,
            ),
            Action(
                _("Open in its program"),
                lambda: desk.open(paper),
                "external-link",
                is_enabled=self._services.papers.can_open(paper),
            ),
            Action(_("Save a copy…"), lambda: desk.save_copy(paper), "download"),
            Action(
                _("Delete the paper"),
                lambda: self._services.papers.discard(paper.id),
                "trash-2",
                is_dangerous=True,
            ),
        )
