"""What is asked about a paper: its words, and which of its earlier versions to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.papers import Paper
from boardkeeper.i18n import _
from boardkeeper.ui.appendices.words import facts_of, icon_of
from boardkeeper.ui.kit import (
    Caption,
    CardRow,
    CheckField,
    Dialog,
    LineField,
    TextField,
    Tone,
)


class PaperDialog(Dialog[Paper]):
    """Asks for a paper's title, its number, and whether it goes into the pack."""

    def __init__(self, paper: Paper, number: str = "", parent: QWidget | None = None) -> None:
        explanation = " · ".join((paper.file_name, facts_of(paper)))
        super().__init__(
            _("Paper"), accept=_("Change the paper"), explanation=explanation, parent=parent
        )
        self._paper = paper
        self._title = self.form.add("title", LineField(_("Title")))
        self._title.set_value(paper.title)
        self._number = LineField(
            _("Own number"),
            placeholder=number or _("Automatic"),
            hint=_("Stays with the paper, whatever else comes and goes."),
        )
        self._is_in_pack = CheckField(_("In the meeting pack"))
        if paper.meeting_id is not None:
            self.form.add("number", self._number)
            self.form.add("is_in_pack", self._is_in_pack)
        self._number.set_value(paper.number)
        self._is_in_pack.set_value(paper.is_in_pack)
        self._notes = self.form.add(
            "notes", TextField(_("Notes"), lines=2, hint=_("For yourself; printed nowhere."))
        )
        self._notes.set_value(paper.notes)

    def read(self) -> Paper:
        return replace(
            self._paper,
            title=self._title.value(),
            number=self._number.value(),
            is_in_pack=self._is_in_pack.value(),
            notes=self._notes.value(),
        )


class VersionsDialog(Dialog[None]):
    """Lists a paper's versions, the newest first; each can be looked at."""

    def __init__(
        self,
        versions: Sequence[Paper],
        look: Callable[[Paper], object],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Versions of “{title}”").format(title=versions[0].title)
        super().__init__(title, accept=_("Close"), parent=parent)
        self.form.hide()
        self.cancel_button.hide()
        self.add(Caption(_("Press one to look at it. The pack has the newest.")))
        for at, paper in enumerate(versions):
            number = len(versions) - at
            row = CardRow(
                _("Version {number}").format(number=number),
                caption=" · ".join((formats.date(paper.added_on), facts_of(paper))),
                chip=_("In use") if at == 0 else "",
                tone=Tone.SUCCESS,
                icon=icon_of(paper),
            )
            row.clicked.connect(lambda _checked=False, paper=paper: look(paper))
            self.add(row)

    def read(self) -> None:
        return None
