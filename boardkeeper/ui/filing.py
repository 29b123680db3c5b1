"""Files that leave the window: saved where a person says, or opened by another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from boardkeeper.errors import UserError
from boardkeeper.files import passing_folder, write_whole
from boardkeeper.i18n import _
from boardkeeper.services.prepared import Document


def ask_where_to_save(
    parent: QWidget,
    title: str,
    name: str,
    then: Callable[[Path], object],
    *,
    also: Sequence[str] = (),
) -> None:
    """Ask for a file to write, of the kind the name's suffix says; `then` gets its path.

    `also` are suffixes of other kinds it may be written as: the path says which was chosen.
    """
    suffixes = [Path(name).suffix, *also]
    dialog = QFileDialog(parent, title, _documents_folder())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    kinds = {_pattern(suffix): suffix.removeprefix(".") for suffix in suffixes}
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(suffixes[0].removeprefix("."))
    dialog.filterSelected.connect(lambda kind: _name_as(dialog, kinds[kind]))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def ask_what_to_open(
    parent: QWidget, title: str, suffixes: Sequence[str], then: Callable[[Path], object]
) -> None:
    """Ask for a file to read, of the kind of the first suffix; `then` gets its path."""
    dialog = QFileDialog(parent, title, _documents_folder(), _pattern(*suffixes))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def ask_for_folder(parent: QWidget, title: str, then: Callable[[Path], object]) -> None:
    """Ask for a folder; `then` gets its path."""
    dialog = QFileDialog(parent, title, _documents_folder())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def save_document(document: Document, parent: QWidget) -> None:
    """Save a document of any kind under its own name, or the one a person gives it."""
    ask_where_to_save(
        parent,
        _("Save the document"),
        document.file_name,
        lambda path: write_whole(path, document.content),
    )


def open_in_mail_program(draft: Document) -> None:
    """Hand a mail draft to the person's own mail program. Raises UserError when there is none."""
    # The mail program reads the file after we are done with it: it lies in a folder of its own.
    path = passing_folder("mail") / draft.file_name
    write_whole(path, draft.content)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        message = _(
            "No mail program opened the draft. It lies in {file}; open it from your mail program."
        )
        raise UserError(message.format(file=path))


def _name_as(dialog: QFileDialog, suffix: str) -> None:
    """Another kind was chosen: the name typed so far ends as files of that kind do."""
    dialog.setDefaultSuffix(suffix)
    for chosen in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(chosen).with_suffix(f".{suffix}").name)


def show_folder(folder: Path) -> None:
    """Show a folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _documents_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _pattern(*suffixes: str) -> str:
    """What a file dialog shows, by the first suffix: `PDF documents (*.pdf)`."""
    kind = {
        ".pdf": _("PDF documents"),
        ".docx": _("Word documents"),
        ".xlsx": _("Spreadsheets"),
        ".csv": _("Comma-separated values"),
        ".ics": _("Calendar files"),
        ".vcf": _("Contact files"),
        ".boardkeeper": _("Everything, with papers"),
        ".json": _("Interchange files"),
        ".eml": _("Mail drafts"),
    }.get(suffixes[0], _("Files"))
    return f"{kind} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
