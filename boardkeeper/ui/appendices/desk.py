"""Where papers come in and go out: it asks what is needed and tells the services.

The meeting's tab, the case beside the agenda and the organisation's page share it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.papers import Paper, PaperId
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.paper_reading import Trouble, trouble_in_words
from boardkeeper.services.papers import TakenIn
from boardkeeper.ui.appendices.dialogs import PaperDialog, VersionsDialog
from boardkeeper.ui.appendices.preview import PaperPreview
from boardkeeper.ui.appendices.taking_in import TakingIn
from boardkeeper.ui.filing import ask_for_folder
from boardkeeper.ui.jobs import Jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where papers are laid: under an item, loose in a meeting, or with an organisation."""

    item_id: AgendaItemId | None = None
    meeting_id: MeetingId | None = None
    organisation_id: OrganisationId | None = None


class AppendixDesk(QObject):
    """Adds papers, shows them, and hands out copies.

    While files are taken in: `began` with words, `progressed`, and `ended` whatever comes of it.
    `said` tells what was done (it can be undone), `noticed` what is to be known about a file that
    was added, and `refused` why none was.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    said = Signal(str)
    noticed = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._papers = services.papers
        self._window = window
        self._jobs = Jobs(self)
        self._taking_in: TakingIn | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether files are being taken in."""
        return self._taking_in is not None

    def ask_what_to_add(self, place: Place) -> None:
        """Ask for files, of any kind and as many as one likes, and add them."""
        dialog = self._file_dialog(_("Add papers"), QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(each) for each in names], place))
        dialog.open()

    def add(self, files: Sequence[Path], place: Place) -> None:
        """Take files in beside the window, and lay them in a place."""

        def store(taken: list[TakenIn]) -> None:
            stored = self._papers.store(
                taken,
                item_id=place.item_id,
                meeting_id=place.meeting_id,
                organisation_id=place.organisation_id,
            )
            words = ngettext("{count} paper added.", "{count} papers added.", len(stored))
            self.said.emit(words.format(count=len(stored)))

        words = ngettext("Adding {count} paper …", "Adding {count} papers …", len(files))
        self._take_in(files, words.format(count=len(files)), store)

    def ask_what_to_put_in_place(self, paper: Paper) -> None:
        """Ask for a newer version of a paper."""
        title = _("A newer version of “{title}”").format(title=paper.title)
        dialog = self._file_dialog(title, QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.put_in_place(paper.id, Path(name)))
        dialog.open()

    def put_in_place(self, paper_id: PaperId, file: Path) -> None:
        """Take a file in, and put it in a paper's place."""

        def store(taken: list[TakenIn]) -> None:
            before = self._papers.get(paper_id)
            if self._papers.store_in_place(paper_id, taken[0]).id == before.id:
                self.noticed.emit(_("The file is the same as before. Nothing was changed."))
            else:
                self.said.emit(_("“{title}” is replaced.").format(title=before.title))

        self._take_in([file], _("Reading the new version …"), store)

    def stop(self) -> None:
        """Add no more of the files that are being taken in."""
        if self._taking_in is not None:
            self._taking_in.stop()

    def edit(self, paper: Paper, number: str = "") -> None:
        """Ask for a paper's title and the rest, and store it."""
        PaperDialog(paper, number, self._window).ask(self._papers.change)

    def switch_pack(self, paper: Paper) -> None:
        """Take a paper into the pack, or leave it out."""
        self._papers.change(replace(paper, is_in_pack=not paper.is_in_pack))

    def preview(self, paper: Paper, label: str = "") -> None:
        """Show a paper."""
        dialog = PaperPreview(paper, label, self._papers, self._jobs, self._window)
        dialog.open_wanted.connect(lambda: self.open(paper))
        dialog.copy_wanted.connect(lambda: self.save_copy(paper))
        dialog.open()

    def show_versions(self, paper: Paper) -> None:
        """List a paper's versions, to look at each."""
        versions = self._papers.versions(paper.id)
        VersionsDialog(versions, self.preview, self._window).ask(lambda _nothing: None)

    def open(self, paper: Paper) -> None:
        """Let the system's own program open a copy of a paper."""
        copy = self._papers.open_copy(paper.id)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            words = _("No program on this computer opens “{name}”. Save a copy instead.")
            self.refused.emit(words.format(name=paper.file_name))

    def save_copy(self, paper: Paper) -> None:
        """Ask for a folder, and put a copy of a paper there."""

        def save(folder: Path) -> None:
            copy = self._papers.save_copy(paper.id, folder)
            self.noticed.emit(
                _("A copy lies in {folder}, named {name}.").format(folder=folder, name=copy.name)
            )

        ask_for_folder(self._window, _("Save a copy in"), save)

    def _take_in(
        self, files: Sequence[Path], words: str, store: Callable[[list[TakenIn]], None]
    ) -> None:
        if not files or self.is_busy:
            return
        taking_in = TakingIn(self._papers, files, self)
        self._taking_in = taking_in
        taking_in.progressed.connect(self.progressed)
        taking_in.done.connect(lambda taken: self._on_done(taken, store))
        taking_in.refused.connect(self._on_refused)
        taking_in.stopped.connect(self._on_stopped)
        self.began.emit(words)
        taking_in.start(self._jobs)

    def _on_done(self, taken: list[TakenIn], store: Callable[[list[TakenIn]], None]) -> None:
        self._end()
        store(taken)
        troubled = [each for each in taken if each.trouble is not Trouble.NONE]
        if troubled:
            self.noticed.emit(_told(troubled))

    def _on_refused(self, why: str) -> None:
        self._end()
        self.refused.emit(why)

    def _on_stopped(self) -> None:
        self._end()
        self.noticed.emit(_("Stopped. No paper was added."))

    def _end(self) -> None:
        self._taking_in = None
        self.ended.emit()

    def _finish(self) -> None:
        """The program ends: let what is under way end first."""
        self.stop()
        self._jobs.wait()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(self._window, title, QStandardPaths.writableLocation(documents))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog


def _told(troubled: Sequence[TakenIn]) -> str:
    """What is to be known about files that were added and cannot be shown."""
    each_of_them = ", ".join(
        f"{each.file_name} ({trouble_in_words(each.trouble)})" for each in troubled
    )
    words = _(
        "Added, but without pages to show: {files}. The pack names them on sheets of their own."
    )
    return words.format(files=each_of_them)
