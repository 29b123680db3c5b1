"""One agenda item in full: why, what lies behind it, what it costs, what is recommended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItemId, AgendaLine, ItemType, type_name
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.agenda import AgendaService
from boardkeeper.ui.kit import (
    Caption,
    CheckField,
    ChoiceField,
    DurationField,
    Heading,
    IconButton,
    LineField,
    Space,
    TextField,
    scaled,
)
from boardkeeper.ui.meetings.autosave import AutosaveForm

_FIELDS = (
    "purpose",
    "background",
    "economy",
    "recommendation",
    "type",
    "presenter",
    "minutes",
    "number",
    "is_closed",
    "is_consent",
    "notes",
)


class CasePanel(QFrame):
    """The chosen item's case, saved as it is written."""

    closed = Signal()

    def __init__(self, agenda: AgendaService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = agenda
        self._item_id: AgendaItemId | None = None
        self.setProperty("surface", "card")
        self.setAccessibleName(_("Case"))
        self._form = AutosaveForm(self._save)
        self._build()
        self._form.watch()

    def show_line(self, line: AgendaLine | None) -> None:
        """Show a line's item; what was being typed in another one is saved first."""
        if line is None:
            self._form.forget()
            self._item_id = None
            self._form.setEnabled(False)
            self._title.setText(_("No item chosen"))
            self._number.setText("")
            return
        if line.item.id != self._item_id:
            self._form.finish()
        self._item_id = line.item.id
        self._form.setEnabled(True)
        item = line.item
        values: dict[str, Any] = {name: getattr(item, name) for name in _FIELDS}
        values["minutes"] = item.minutes or None
        self._form.show_values(item.id, values)
        self._title.setText(item.title)
        self._number.setText(_("Item {number}").format(number=line.number) if line.number else "")
        self._number.setVisible(bool(line.number))

    def finish(self) -> None:
        """Save what has been typed and not yet saved."""
        self._form.finish()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(340), scaled(320))

    def _build(self) -> None:
        self._number = Caption("")
        self._title = Heading("")
        close = IconButton("x", _("Close the case"))
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._title)
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.S, Space.S)
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._add_fields()
        ground = QWidget()
        ground.setProperty("ground", "none")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(Space.L, 0, Space.L, Space.L)
        inner.addWidget(self._form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _add_fields(self) -> None:
        add = self._form.add
        add("purpose", LineField(_("Purpose"), placeholder=_("What do we want out of this item?")))
        add("background", TextField(_("Background"), lines=3))
        add("economy", TextField(_("Economy"), lines=1))
        add(
            "recommendation",
            TextField(
                _("Recommendation"),
                lines=2,
                placeholder=_("It is recommended that …"),
            ),
        )
        types = [(each, type_name(each)) for each in ItemType]
        add("type", ChoiceField(_("Type"), types))
        add("presenter", LineField(_("Presenter")))
        add("minutes", DurationField(_("Minutes")))
        add("number", LineField(_("Own number"), placeholder=_("Automatic")), beside=True)
        add("is_closed", CheckField(_("Closed item"), hint=_("Left out of the open edition.")))
        add(
            "is_consent",
            CheckField(
                pgettext("agenda", "Consent item"),
                hint=_("Approved together with the others marked so, without debate."),
            ),
        )
        add(
            "notes",
            TextField(_("Private notes"), lines=2, hint=_("Only in the chair's edition.")),
        )

    def _save(self, name: str, value: Any) -> None:
        if self._item_id is None:
            return
        if name == "minutes":
            value = value or 0
        self._agenda.change(replace(self._agenda.get(self._item_id), **{name: value}))
