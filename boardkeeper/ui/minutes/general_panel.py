"""What the minutes of a general meeting tell besides: the chair's statement, voters, proxies."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.minutes import Minutes
from boardkeeper.i18n import _
from boardkeeper.services.minutes import MinutesService
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import NumberField, TextField


class GeneralPanel(QWidget):
    """The fields are stored as they are left."""

    def __init__(self, minutes: MinutesService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: RecordForm[Minutes] = RecordForm(minutes.change)
        self._form.keep(
            "notice_statement",
            TextField(
                _("What the chair of the meeting stated of notice and quorum"),
                lines=2,
                max_lines=4,
                placeholder=_(
                    "The chair stated that the general meeting was duly called and quorate."
                ),
            ),
        )
        self._form.keep("voters", NumberField(_("Votes represented")))
        self._form.keep("proxies", NumberField(_("Of these by proxy")), beside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def show_minutes(self, minutes: Minutes) -> None:
        self._form.show_record(minutes)

    def finish(self) -> None:
        """Store what has been typed."""
        self._form.commit()
