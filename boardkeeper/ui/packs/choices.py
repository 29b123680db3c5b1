"""What one chooses about a pack: whom it is for, what is held back, and a password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItemId, AgendaLine
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.domain.word_passwords import word_password
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Caption,
    CheckField,
    ChoiceField,
    IconButton,
    Space,
    Toggle,
)


def edition_name(edition: PackEdition) -> str:
    """Whom a pack is for, in words."""
    return {
        PackEdition.FULL: _("Everything"),
        PackEdition.OPEN: _("Without closed items"),
        PackEdition.PERSONAL: _("A personal copy"),
        PackEdition.AGENDA: _("The agenda only"),
        PackEdition.SUPPLEMENT: _("What has come since the last"),
    }[edition]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPack:
    """What was chosen. `password` is empty where there is to be none."""

    edition: PackEdition
    recipient: Person | None
    withheld: frozenset[AgendaItemId]
    password: str


class PackChoices(QWidget):
    """The column of choices. `changed` comes with every one; `recipient_changed` before it."""

    changed = Signal()
    profile_wanted = Signal()
    recipient_changed = Signal()

    def __init__(
        self,
        people: Sequence[Person],
        lines: Sequence[AgendaLine],
        *,
        has_versions: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = {each.id: each for each in people}
        self._words = ""
        editions = [
            each for each in PackEdition if has_versions or each is not PackEdition.SUPPLEMENT
        ]
        if not people:
            editions.remove(PackEdition.PERSONAL)
        self._edition = ChoiceField(_("Edition"), [(each, edition_name(each)) for each in editions])
        self._recipient = ChoiceField(_("Recipient"), [(each.id, each.name) for each in people])
        self._items: dict[AgendaItemId, CheckField] = {
            line.item.id: CheckField(f"{line.number}. {line.item.title}")
            for line in lines
            if line.depth == 0 and line.number
        }
        self._build()
        self._connect()
        self._show_parts()

    def _build(self) -> None:
        self._held_back = QWidget()
        self._held_back.setProperty("ground", "none")
        held = QVBoxLayout(self._held_back)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(Space.XS)
        held.addWidget(Body(_("Held back from this copy"), is_strong=True))
        held.addWidget(Caption(_("Ticked from the start where an interest is declared.")))
        for field in self._items.values():
            # A long title is cut short rather than pushing the column out of sight.
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            held.addWidget(field)
        self._password = Toggle(_("Password"))
        self._spoken = Body("")
        self._spoken.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._spoken.setAccessibleDescription(_("The password of the pack"))
        self._copy = IconButton("copy", _("Copy the password"))
        self._another = IconButton("refresh-cw", _("Another password"))
        self._spoken_line = QWidget()
        self._spoken_line.setProperty("ground", "none")
        line = QHBoxLayout(self._spoken_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._spoken, 1)
        line.addWidget(self._copy)
        line.addWidget(self._another)
        self._about = Caption(
            _("Keeps casual readers out. Tell it another way than by the mail with the pack.")
        )
        self._profile = Button(
            _("Parts and layout…"), kind=ButtonKind.QUIET, icon="sliders-horizontal"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._edition)
        column.addWidget(self._recipient)
        column.addWidget(self._password)
        column.addWidget(self._spoken_line)
        column.addWidget(self._about)
        column.addWidget(self._profile, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._held_back)
        column.addStretch(1)

    def _connect(self) -> None:
        self._edition.changed.connect(self._on_edition)
        self._recipient.changed.connect(self._on_recipient)
        for field in self._items.values():
            field.changed.connect(self.changed)
        self._password.changed.connect(self._on_password)
        self._another.clicked.connect(self._on_another)
        self._copy.clicked.connect(self._on_copy)
        self._profile.clicked.connect(self.profile_wanted)

    def wanted(self) -> WantedPack:
        """What is chosen now."""
        edition = self._edition.value()
        is_personal = edition is PackEdition.PERSONAL
        withheld = (each for each, field in self._items.items() if field.value())
        return WantedPack(
            edition=edition,
            recipient=self._people[self._recipient.value()] if is_personal else None,
            withheld=frozenset(withheld) if is_personal else frozenset(),
            password=self._words if self._password.value() else "",
        )

    def hold_back(self, items: frozenset[AgendaItemId]) -> None:
        """Tick these, and no others."""
        for item_id, field in self._items.items():
            field.set_value(item_id in items)

    def _show_parts(self) -> None:
        is_personal = self._edition.value() is PackEdition.PERSONAL
        self._recipient.setVisible(is_personal)
        self._held_back.setVisible(is_personal)
        has_password = self._password.value()
        self._spoken_line.setVisible(has_password)
        self._about.setVisible(has_password)
        self._spoken.setText(self._words)

    def _on_edition(self) -> None:
        self._show_parts()
        if self._edition.value() is PackEdition.PERSONAL:
            self.recipient_changed.emit()
        self.changed.emit()

    def _on_recipient(self) -> None:
        self.recipient_changed.emit()
        self.changed.emit()

    def _on_password(self) -> None:
        self._words = self._words or word_password()
        self._show_parts()
        self.changed.emit()

    def _on_another(self) -> None:
        self._words = word_password()
        self._show_parts()
        self.changed.emit()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._words)
