"""The settings of calendar files: in, out, and the folder that phones subscribe to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Body,
    Button,
    Caption,
    Card,
    Heading,
    Space,
    Turning,
    divider,
)


class CalendarsCard(Card):
    """Says what is published where, and wishes what is to be done."""

    export_wanted = Signal()
    import_wanted = Signal()
    publishing_wanted = Signal()
    publishing_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Calendars"), parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._import = Button(_("Import calendar…"), icon="download")
        self._export = Button(_("Export calendar…"), icon="upload")
        self._choose = Button(_("Choose folder…"), icon="folder-open")
        self._stop = Button(_("Turn off"))
        self._stop.setAccessibleName(_("Turn off the published calendar folder"))
        self._folder = Caption("")
        self.add(
            Body(
                _(
                    "Meetings come from and go to Outlook, Google, Apple and other calendars as"
                    " .ics files. A file can also be dropped anywhere on the window."
                )
            )
        )
        self.add(_turning(self._import, self._export))
        self.body.addSpacing(Space.S)
        self.add(divider())
        self.body.addSpacing(Space.S)
        self.add(Heading(_("Published calendar folder")))
        self.add(
            Body(
                _(
                    "A folder in which calendar files always stand as your meetings do: one for"
                    " each board and one for all. Put it in a folder that is synchronised"
                    " (OneDrive, Nextcloud, Dropbox), and your phone's calendar can subscribe to"
                    " it."
                )
            )
        )
        self.add(self._folder)
        self.add(_turning(self._choose, self._stop))

    def _connect(self) -> None:
        self._import.clicked.connect(self.import_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._choose.clicked.connect(self.publishing_wanted)
        self._stop.clicked.connect(self.publishing_unwanted)

    def show_folder(self, folder: str) -> None:
        """Say where calendars are published; empty for nowhere."""
        self._folder.setText(folder or _("Off: nothing is published."))
        self._choose.set_text(_("Choose another folder…") if folder else _("Choose folder…"))
        self._stop.setVisible(bool(folder))


def _turning(*buttons: QWidget) -> Turning:
    """Buttons beside one another, or below where large letters leave no room."""
    line = Turning(None, Space.S)
    for button in buttons:
        line.add(button)
    line.add(QWidget(), 1)
    return line
