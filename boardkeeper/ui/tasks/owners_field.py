"""Who is to do a task: names to type with commas between, and a menu of those one knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.task_lines import Named, read_names
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Action, LineField, MenuButton


class OwnersField(LineField):
    """Names in a line; first names, initials and `me` are enough for those one knows."""

    def __init__(self, label: str, people: Sequence[Named], parent: QWidget | None = None) -> None:
        super().__init__(label, placeholder=_("Anna, Bo"), parent=parent)
        self._people = list(people)
        self._menu = MenuButton("", icon="user-plus", name=_("Add an owner"))
        self._menu.setEnabled(bool(people))
        self._line.addWidget(self._menu)
        self.changed.connect(self._on_changed)
        self._on_changed()

    def owners(self) -> tuple[Named, ...]:
        """Those named, known or not."""
        return read_names(self.value(), self._people)

    def set_owners(self, owners: Sequence[Named]) -> None:
        """Show these; those of them who are not among the people are known by name too."""
        known = {each.name for each in self._people}
        self._people += [each for each in owners if each.name not in known]
        self.set_value(", ".join(each.name for each in owners))
        self._on_changed()

    def _on_changed(self) -> None:
        owners = self.owners()
        said = [
            each.name if each.person_id is not None else _("{name} (not among your people)")
            for each in owners
        ]
        words = [words.format(name=each.name) for words, each in zip(said, owners, strict=True)]
        self._set_echo(", ".join(words))
        named = set(owners)
        others = [each for each in self._people if each not in named]
        self._menu.set_actions([self._action(each) for each in others])

    def _action(self, named: Named) -> Action:
        return Action(named.name, lambda: self._add(named))

    def _add(self, named: Named) -> None:
        self.set_owners([*self.owners(), named])
        self.changed.emit()
        self.setFocus()
