"""The head of the calendar: what is shown, and what one can do there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.clashes import Finding
from boardkeeper.i18n import _
from boardkeeper.ui.calendar.findings_panel import count_in_words
from boardkeeper.ui.kit import (
    Action,
    Button,
    Caption,
    Heading,
    MenuButton,
    Space,
    Title,
    ToggleButton,
    scaled,
    set_tooltip,
)


class CalendarHead(QWidget):
    """Title and buttons on one line.

    Where there is no room for all of it, words give way to icons; where there is even less, the
    title is smaller, and what is seldom pressed lies in a menu.
    """

    clashes_toggled = Signal(bool)
    evening_wanted = Signal()
    meeting_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._prints: Sequence[Action] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = Title()
        self._title.setWordWrap(False)
        self._small_title = Heading()
        self._small_title.setWordWrap(False)
        self._caption = Caption()
        self._caption.setWordWrap(False)
        self._clashes = ToggleButton(_("Clashes"), icon="triangle-alert")
        self._find = Button(_("Find a free evening"), icon="moon")
        self._print = MenuButton("", icon="printer", name=_("Print"))
        self._plan = Button(_("Plan a meeting"), icon="plus")
        self._more = MenuButton("", icon="ellipsis", name=_("More in the calendar"))
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._small_title, self._caption):
            words.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addLayout(words, 1)
        for button in (self._clashes, self._find, self._print, self._plan, self._more):
            line.addWidget(button)
        self._small_title.hide()
        self._more.hide()

    def _connect(self) -> None:
        self._clashes.toggled.connect(self.clashes_toggled)
        self._find.clicked.connect(self.evening_wanted)
        self._plan.clicked.connect(self.meeting_wanted)

    @property
    def are_clashes_wanted(self) -> bool:
        """Whether the button of the clashes is down."""
        return self._clashes.isChecked()

    def show_words(self, title: str, in_short: str, caption: str) -> None:
        """Say what is shown; the short title is for where there is little room.

        The buttons find their room when the findings are shown.
        """
        self._title.setText(title)
        self._small_title.setText(in_short)
        self._small_title.setAccessibleName(title)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count the findings on their button."""
        self._findings = findings
        self._clashes.set_icon("triangle-alert" if findings else "circle-check")
        self._arrange()

    def offer_prints(self, prints: Sequence[Action]) -> None:
        """What can be printed."""
        self._prints = prints
        self._print.set_actions(prints)
        find = Action(_("Find a free evening"), self.evening_wanted.emit, "moon")
        self._more.set_actions([find, *prints])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_more"):
            self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough to be given the width at which words give way."""
        return QSize(scaled(240), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Choose the most that fits. Nothing is shown or hidden to measure it: that lays out."""
        for is_narrow in (False, True):
            self._name(is_narrow=is_narrow)
            is_tight = self._needed() > self.width()
            if not is_tight:
                break
        if is_tight == self._more.isHidden():
            self._title.setVisible(not is_tight)
            self._small_title.setVisible(is_tight)
            self._find.setVisible(not is_tight)
            self._print.setVisible(not is_tight)
            self._more.setVisible(is_tight)

    def _needed(self) -> int:
        """The width of the title and all the buttons, side by side."""
        buttons = (self._clashes, self._find, self._print, self._plan)
        widest = max(self._title.sizeHint().width(), self._caption.sizeHint().width())
        return widest + sum(each.sizeHint().width() + Space.S for each in buttons)

    def _name(self, *, is_narrow: bool) -> None:
        count = formats.number(len(self._findings)) if self._findings else ""
        _say(self._clashes, count_in_words(self._findings), in_short=count if is_narrow else None)
        _say(self._find, _("Find a free evening"), in_short="" if is_narrow else None)
        _say(self._plan, _("Plan a meeting"), in_short="" if is_narrow else None)


def _say(button: Button, name: str, *, in_short: str | None) -> None:
    """Give a button its words, or fewer where the whole name is only spoken and a tooltip."""
    button.set_text(name if in_short is None else in_short)
    button.setAccessibleName(name)
    set_tooltip(button, "" if in_short is None else name)
