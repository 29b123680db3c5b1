"""A person to choose by typing: someone one knows already, or a new name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import CARD_ROW_HEIGHT, Field, RecordList, RecordListModel, RowFace, scaled

ROWS = 3
"""How many of those who fit are seen at once."""


class PersonField(Field[Person | str]):
    """A name to type, and below it those one knows whom it fits; Down goes to them."""

    def __init__(self, label: str, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._chosen: Person | None = None
        self._by_name: dict[str, list[Person]] = {}
        for person in people:
            self._by_name.setdefault(person.name.casefold(), []).append(person)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(_("Type a name, or choose below"))
        self._edit.textEdited.connect(self._on_typed)
        self._edit.returnPressed.connect(self._on_entered)
        self._model = RecordListModel[Person](
            (), face=RowFace(title=lambda each: each.name, caption=work_of)
        )
        self._model.set_records(people)
        self._list = RecordList(self._model, _("People I know"))
        self._list.setFixedHeight(scaled(CARD_ROW_HEIGHT) * min(ROWS, len(people)))
        self._list.setVisible(bool(people))
        self._list.clicked.connect(lambda index: self._choose(self._model.record(index.row())))
        self._list.opened.connect(self._choose)
        self._adopt(self._edit)
        self._column.addWidget(self._list)
        self._kept = ""

    def value(self) -> Person | str:
        """Someone one knows, or the name of someone new.

        Raises:
            UserError: Several people have that name and none of them is chosen.
        """
        if self._chosen is not None:
            return self._chosen
        name = self._edit.text().strip()
        namesakes = self._by_name.get(name.casefold(), [])
        if len(namesakes) > 1:
            raise UserError(_("Several people have that name. Choose one of them in the list."))
        return namesakes[0] if namesakes else name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.control and is_down and event.type() == QEvent.Type.KeyPress:
            self._list.setFocus()
            if self._list.chosen_record() is None:
                self._list.choose_row(0)
            return True
        return super().eventFilter(watched, event)

    def _put(self, value: Person | str) -> None:
        self._chosen = value if isinstance(value, Person) else None
        self._edit.setText(value.name if isinstance(value, Person) else value)

    def _on_typed(self, text: str) -> None:
        self._chosen = None
        self._model.set_filter(text.strip())
        self._on_edited()

    def _choose(self, person: Person) -> None:
        self._put(person)
        self._edit.setFocus()
        self._on_edited()

    def _on_left(self) -> None:
        """Said when the dialog is accepted: on the way to the list nothing is wrong yet."""

    def _on_shown(self) -> None:
        try:
            value = self.value()
        except UserError:
            self._set_echo("")
            return
        if isinstance(value, Person):
            work = work_of(value)
            self._set_echo(_("Known: {work}").format(work=work) if work else _("Known"))
        else:
            self._set_echo(_("Someone new, who is added to your people") if value else "")


def work_of(person: Person) -> str:
    """What a person does, and where."""
    return ", ".join(filter(None, (person.occupation, person.company)))
