"""A field in which several of a few are chosen: weekdays, months, places in the month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from boardkeeper.ui.kit.buttons import Button, Look
from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Colours, Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One of the few: its number, the short words on it, and the whole words that are spoken."""

    number: int
    words: str
    spoken: str


class SeveralField(Field[tuple[int, ...]]):
    """Small buttons that stay down; the value is the numbers chosen, in the order offered."""

    def __init__(
        self,
        label: str,
        offers: Sequence[Offer],
        *,
        columns: int,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._buttons = {each.number: _Choice(each) for each in offers}
        control = QWidget()
        control.setProperty("ground", "none")
        grid = QGridLayout(control)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.XS)
        for at, button in enumerate(self._buttons.values()):
            grid.addWidget(button, at // columns, at % columns)
            button.clicked.connect(self._on_clicked)
        self._adopt(control)
        control.setFocusProxy(next(iter(self._buttons.values())))
        self._kept = ()

    def value(self) -> tuple[int, ...]:
        return tuple(number for number, button in self._buttons.items() if button.isChecked())

    def _put(self, value: tuple[int, ...]) -> None:
        for number, button in self._buttons.items():
            button.setChecked(number in value)

    def _on_clicked(self) -> None:
        self.clear_error()
        self.changed.emit()
        self.commit()


class _Choice(Button):
    """A small button that is on or off."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(offer.words)
        self.setCheckable(True)
        self.setAccessibleName(offer.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = super().sizeHint()
        return QSize(size.width() - 2 * scaled(Space.S), size.height())

    def look(self, colours: Colours) -> Look:
        if self.isChecked():
            return Look(colours.accent, colours.on_accent)
        return super().look(colours)
