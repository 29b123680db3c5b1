"""The settings of files of contacts: in and out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Button, Card, Space, Turning


class ContactsCard(Card):
    """Says where contacts come from, and wishes what is to be done."""

    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Contacts"), parent)
        taking_in = Button(_("Import contacts…"), icon="download")
        export = Button(_("Export contacts…"), icon="upload")
        taking_in.clicked.connect(self.import_wanted)
        export.clicked.connect(self.export_wanted)
        self.add(
            Body(
                _(
                    "People come from and go to phones, Outlook and other address books as .vcf"
                    " files. A file can also be dropped anywhere on the window. What you have"
                    " noted of somebody is not handed on."
                )
            )
        )
        line = Turning(None, Space.S)
        line.add(taking_in)
        line.add(export)
        line.add(QWidget(), 1)
        self.add(line)
