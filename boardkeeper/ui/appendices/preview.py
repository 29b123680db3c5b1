"""A paper to look at: its pages, its pictures or its words, and what can be done with the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.domain.media_types import text_from
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.printing.leaves import Leaves, leaves_of
from boardkeeper.services.papers import PaperService
from boardkeeper.ui.appendices.leaf_view import LeafView
from boardkeeper.ui.appendices.words import facts_of
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.kit import (
    Button,
    ButtonKind,
    Caption,
    EmptyState,
    Heading,
    IconButton,
    Space,
)

_MOST_TEXT = 2**20
"""Bytes of a text that are shown; nobody reads further in a preview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What of a paper there is to see: leaves, or words, or neither and why."""

    leaves: Leaves | None = None
    text: str = ""
    why_not: str = ""


class PaperPreview(QDialog):
    """Shows one paper. `open_wanted` and `copy_wanted` wish for what only the desk can do."""

    open_wanted = Signal()
    copy_wanted = Signal()

    def __init__(
        self,
        paper: Paper,
        label: str,
        papers: PaperService,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(paper.title)
        self.setAccessibleName(paper.title)
        self._paper = paper
        self._is_closed = False
        self._build(label, can_open=papers.can_open(paper))
        self._connect()
        jobs.run(looked_at(paper, papers), self._show)

    def _build(self, label: str, *, can_open: bool) -> None:
        self.resize(900, 780)
        self._pages = LeafView()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Text of the paper"))
        self._waiting = Caption(_("Reading …"))
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for part in (self._waiting, self._pages, self._text):
            self._stack.addWidget(part)
        self._smaller = IconButton("zoom-out", _("Smaller"))
        self._larger = IconButton("zoom-in", _("Larger"))
        self._page = Caption("")
        self._page.setWordWrap(False)
        self._open = Button(_("Open in its program"), icon="external-link")
        self._open.setVisible(can_open)
        self._copy = Button(_("Save a copy…"), icon="download")
        self._close = Button(_("Close"), kind=ButtonKind.PRIMARY)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(" · ".join(filter(None, (label, self._paper.title)))))
        words.addWidget(Caption(" · ".join((self._paper.file_name, facts_of(self._paper)))))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addLayout(words, 1)
        head.addWidget(self._smaller, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._larger, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._page)
        foot.addStretch(1)
        for button in (self._open, self._copy, self._close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._let_zoom(is_zoomed=False)

    def _connect(self) -> None:
        self._smaller.clicked.connect(lambda: self._pages.zoom_by(1 / 1.2))
        self._larger.clicked.connect(lambda: self._pages.zoom_by(1.2))
        self._open.clicked.connect(self.open_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._close.clicked.connect(self.reject)
        self._pages.page_changed.connect(self._tell_page)
        zooms = (
            (QKeySequence.StandardKey.ZoomIn, 1.2),
            (QKeySequence.StandardKey.ZoomOut, 1 / 1.2),
        )
        for keys, factor in zooms:
            QShortcut(QKeySequence(keys), self, lambda factor=factor: self._pages.zoom_by(factor))

    @property
    def pages(self) -> LeafView:
        """The pages, where there are some to see."""
        return self._pages

    def done(self, outcome: int) -> None:
        """Close; what is still being read comes to nobody."""
        self._is_closed = True
        self._pages.finish()
        super().done(outcome)

    def _show(self, seen: Seen) -> None:
        if self._is_closed:
            if seen.leaves is not None:
                seen.leaves.close()
            return
        if seen.leaves is not None:
            self._stack.setCurrentWidget(self._pages)
            self._pages.show_leaves(seen.leaves)
            self._let_zoom(is_zoomed=True)
            self._pages.setFocus()
        elif seen.text:
            self._text.setPlainText(seen.text)
            self._stack.setCurrentWidget(self._text)
            self._text.setFocus()
        else:
            self._stack.addWidget(EmptyState("file-question-mark", seen.why_not))
            self._stack.setCurrentIndex(self._stack.count() - 1)
            self._close.setFocus()

    def _let_zoom(self, *, is_zoomed: bool) -> None:
        self._smaller.setVisible(is_zoomed)
        self._larger.setVisible(is_zoomed)

    def _tell_page(self, page: int) -> None:
        count = self._pages.page_count
        words = _("Page {page} of {count}").format(page=page + 1, count=count)
        self._page.setText(words if count else "")


def looked_at(paper: Paper, papers: PaperService) -> Callable[[], Seen]:
    """Work for another thread: what of the paper there is to see."""

    def look() -> Seen:
        try:
            return _seen(paper, papers)
        except UserError as error:
            return Seen(why_not=str(error))

    return look


def _seen(paper: Paper, papers: PaperService) -> Seen:
    path = papers.path_of(paper.digest)
    if paper.media_type in (MediaType.PDF, MediaType.IMAGE):
        leaves = leaves_of(path, paper.media_type) if paper.pages is not None else None
        if leaves is not None and leaves.sizes:
            return Seen(leaves=leaves)
        return Seen(
            why_not=_(
                "The file is damaged or protected by a password, so its pages cannot be shown."
                " The pack names it on a sheet of its own."
            )
        )
    if paper.media_type in (MediaType.TEXT, MediaType.MARKDOWN):
        with path.open("rb") as file:
            return Seen(text=text_from(file.read(_MOST_TEXT)), why_not=_("The file is empty."))
    if paper.media_type is MediaType.OFFICE:
        words = papers.text_of(paper.digest)
        return Seen(text=words, why_not=_("No words were found in the document."))
    return Seen(why_not=_("BoardKeeper cannot show files of this kind. Save a copy to look at it."))
