"""The preview: a paper as it will be printed, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.domain.procedure import MinutesStyle, style_name
from boardkeeper.domain.sheets.paper import (
    Edition,
    PaperSize,
    Profile,
    edition_name,
    paper_size_name,
    profile_name,
)
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.printing.raster import Pages
from boardkeeper.services.prepared import Document
from boardkeeper.ui.filing import ask_where_to_save, open_in_mail_program
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    Caption,
    ChoiceField,
    Field,
    IconButton,
    MessageBar,
    Space,
)
from boardkeeper.ui.papers import Choice, FollowUp, Paper, Wanted
from boardkeeper.ui.preview.paper import print_document
from boardkeeper.ui.preview.sheets import SheetView

_WORD = ".docx"


class PreviewDialog(QDialog):
    """Shows exactly the bytes that are printed, saved or attached to a mail.

    The facts are gathered in this thread; drawing runs beside the window.
    """

    def __init__(self, paper: Paper, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._paper = paper
        self._jobs = jobs
        self._wanted = Wanted()
        self._asked = 0
        self.document: Document | None = None
        self._build()
        self._connect()
        self._draw()

    def _build(self) -> None:
        self.resize(940, 760)
        self._messages = MessageBar()
        self._view = SheetView()
        styles = [(each, style_name(each)) for each in MinutesStyle]
        self._style = ChoiceField(_("Style"), [(None, _("The minutes' own")), *styles])
        self._edition = ChoiceField(
            _("Edition"), [(each, edition_name(each)) for each in reversed(Edition)]
        )
        self._language = ChoiceField(
            _("Language"),
            [
                (None, _("The program's") if self._paper.is_mine else _("The organisation's")),
                (Language.DANISH, "Dansk"),
                (Language.ENGLISH, "English"),
            ],
        )
        self._profile = ChoiceField(_("Layout"), [(each, profile_name(each)) for each in Profile])
        self._size = ChoiceField(
            _("Paper size"), [(each, paper_size_name(each)) for each in PaperSize]
        )
        self._amounts = ChoiceField(_("Amounts"), [(False, _("Hidden")), (True, _("Shown"))])
        self._fields: dict[Choice, Field[Any]] = {
            Choice.STYLE: self._style,
            Choice.EDITION: self._edition,
            Choice.LANGUAGE: self._language,
            Choice.PROFILE: self._profile,
            Choice.SIZE: self._size,
            Choice.AMOUNTS: self._amounts,
        }
        self._edition.set_value(self._wanted.edition)
        self._pages = Caption("")
        self._smaller = IconButton("zoom-out", _("Smaller"))
        self._larger = IconButton("zoom-in", _("Larger"))
        self._print = Button(_("Print…"), kind=ButtonKind.PRIMARY, icon="printer")
        self._save = Button(_("Save…"), icon="download")
        self._draft = Button(_("Mail draft"), icon="mail")
        self._close = Button(_("Close"), kind=ButtonKind.QUIET)
        self._actions = (self._print, self._save, self._draft)

        choices = QHBoxLayout()
        choices.setSpacing(Space.L)
        for choice, field in self._fields.items():
            choices.addWidget(field)
            field.setVisible(choice in self._paper.choices)
        choices.addStretch()
        choices.addWidget(self._smaller, alignment=Qt.AlignmentFlag.AlignBottom)
        choices.addWidget(self._larger, alignment=Qt.AlignmentFlag.AlignBottom)

        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._pages)
        foot.addStretch()
        for button in (self._close, self._draft, self._save, self._print):
            foot.addWidget(button)

        self._draft.setVisible(self._paper.mail is not None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self._messages)
        layout.addLayout(choices)
        layout.addWidget(self._view, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for field in self._fields.values():
            field.changed.connect(self._choose)
        self._smaller.clicked.connect(lambda: self._view.zoom_by(1 / 1.2))
        self._larger.clicked.connect(lambda: self._view.zoom_by(1.2))
        self._print.clicked.connect(self._print_it)
        self._save.clicked.connect(self._save_it)
        self._draft.clicked.connect(self._mail_it)
        self._close.clicked.connect(self.reject)
        self._view.page_changed.connect(self._tell_pages)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self._print_it),
            (QKeySequence.StandardKey.Save, self._save_it),
            (QKeySequence.StandardKey.ZoomIn, lambda: self._view.zoom_by(1.2)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self._view.zoom_by(1 / 1.2)),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _choose(self) -> None:
        wanted = replace(
            self._wanted,
            style=self._style.value(),
            edition=self._edition.value(),
            language=self._language.value(),
            profile=self._profile.value(),
            size=self._size.value(),
            with_amounts=self._amounts.value(),
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self._draw()

    def _draw(self) -> None:
        prepared = self._paper.prepare(self._wanted)
        self.setWindowTitle(prepared.title)
        self._asked += 1
        asked = self._asked
        for button in self._actions:
            button.setEnabled(False)
        self._pages.setText(_("Drawing …"))
        self._jobs.run(prepared.printed, lambda document: self._show(document, asked))

    def _show(self, document: Document, asked: int) -> None:
        if asked != self._asked:  # another choice was made meanwhile, or the preview was closed
            return
        self.document = document
        self._view.show_pages(Pages(document.content))
        for button in self._actions:
            button.setEnabled(True)
        self._print.setFocus()

    def done(self, outcome: int) -> None:
        """Close; what is still being drawn comes to nobody."""
        self._asked += 1
        self._view.close_pages()
        super().done(outcome)

    def _tell_pages(self, page: int) -> None:
        count = self._view.page_count
        self._pages.setText(
            _("Page {page} of {count}").format(page=page + 1, count=count) if count else ""
        )

    def _print_it(self) -> None:
        if self.document is not None:
            print_document(self.document, self)

    def _save_it(self) -> None:
        if self.document is not None:
            also = () if self._paper.word is None else (_WORD,)
            name = self.document.file_name
            ask_where_to_save(self, _("Save the document"), name, self._save_to, also=also)

    def _save_to(self, path: Path) -> None:
        """Save what is shown, or the same for Word, as the name of the file says."""
        if self._paper.word is not None and path.suffix.casefold() == _WORD:
            prepared = self._paper.word(self._wanted)
            self._jobs.run(prepared.printed, lambda drawn: write_whole(path, drawn.content))
        elif self.document is not None:
            write_whole(path, self.document.content)

    def _mail_it(self) -> None:
        if self.document is None or self._paper.mail is None:
            return
        open_in_mail_program(self._paper.mail(self.document))
        next_thing = self._paper.mailed() if self._paper.mailed is not None else None
        if next_thing is not None:
            action = Action(next_thing.action, lambda: self._follow(next_thing))
            self._messages.show_info(next_thing.text, [action])

    def _follow(self, next_thing: FollowUp) -> None:
        """Do what was offered, and show the paper as it is now."""
        next_thing.do()
        self._messages.show_info(next_thing.done)
        self._draw()
