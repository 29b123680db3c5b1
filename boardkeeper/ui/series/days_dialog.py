"""A series with its days: what is dropped or moved and why, and what is still to be decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.series import Series
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    CheckField,
    Dialog,
    RecordList,
    RecordListModel,
    Space,
    Tone,
    empty,
    scaled,
)
from boardkeeper.ui.series.days import SeriesDay, face_of_days, questions_of
from boardkeeper.ui.series.preview import series_in_words

MOST_QUESTIONS = 3
"""How many questions are asked at a time; the next ones come as these are answered."""


class SeriesDaysDialog(Dialog[None]):
    """Shows the days and tells what is wished; who opened it does it and shows the days anew.

    `settled` carries a day of the rule and whether there is to be a meeting on it.
    """

    settled = Signal(object, bool)
    change_wanted = Signal()
    discard_wanted = Signal()
    meeting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Series of meetings"), accept=_("Close"), width=620, parent=parent)
        self._days: list[SeriesDay] = []
        self._build_days()
        self._connect()

    def read(self) -> None:
        return None

    def _build_days(self) -> None:
        self.cancel_button.hide()
        self.form.hide()
        self._words = Body("", is_strong=True)
        self._counted = Caption("")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(Space.S)
        asked = QWidget()
        asked.setLayout(self._questions)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._only = CheckField(_("Only what is dropped, moved or to be decided"))
        self._model: RecordListModel[SeriesDay] = RecordListModel(
            (), face=face_of_days(), key=lambda day: day.rule_day
        )
        self._list = RecordList(self._model, _("Days of the series"))
        self._list.context_actions = self._actions
        self._list.setMinimumHeight(scaled(200))
        change = Button(_("Change the whole series…"), icon="pencil")
        discard = Button(_("Delete the series"), kind=ButtonKind.QUIET, icon="trash-2")
        change.clicked.connect(self.change_wanted)
        discard.clicked.connect(self.discard_wanted)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(0, 0, 0, 0)
        verbs.setSpacing(Space.S)
        verbs.addWidget(change)
        verbs.addWidget(discard)
        verbs.addStretch(1)
        row = QWidget()
        row.setLayout(verbs)
        for widget in (self._words, self._counted, asked, self._only, self._list, row):
            self.add(widget)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):  # what is free belongs to the list
            layout.setStretch(0, 1)
            layout.setStretch(1, 0)

    def _connect(self) -> None:
        self._only.changed.connect(self._show_days)
        self._list.opened.connect(self._on_opened)

    def show_series(self, series: Series, days: Sequence[SeriesDay]) -> None:
        """Show the series as it is now; the list stays where it was."""
        self._days = list(days)
        self._words.setText(series_in_words(series))
        met = sum(day.meeting_id is not None for day in days)
        dates = ngettext("{count} date", "{count} dates", len(days)).format(count=len(days))
        meetings = ngettext("{count} meeting", "{count} meetings", met).format(count=met)
        self._counted.setText(f"{dates} · {meetings}")
        empty(self._questions)
        for day in questions_of(days)[:MOST_QUESTIONS]:
            self._questions.addLayout(self._question(day))
        self._show_days()
        QTimer.singleShot(0, self._take_height)

    def _take_height(self) -> None:
        """No higher than what is shown, nor than the screen."""
        layout = self.layout()
        if layout is not None:
            height = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), min(height, self.screen().availableGeometry().height()))

    def _question(self, day: SeriesDay) -> QHBoxLayout:
        said = formats.day(day.rule_day)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Body(day.words))
        lines.addWidget(Caption(day.caption, tone=Tone.WARNING))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addLayout(lines, 1)
        for words, name, is_met in (
            (_("Meet all the same"), _("Meet all the same {day}"), True),
            (_("Leave it out"), _("Leave out {day}"), False),
        ):
            button = Button(words)
            button.setAccessibleName(name.format(day=said))
            button.clicked.connect(
                lambda _checked=False, met=is_met: self.settled.emit(day.rule_day, met)
            )
            line.addWidget(button)
        return line

    def _show_days(self) -> None:
        is_all = not self._only.value()
        self._model.set_records([day for day in self._days if is_all or not day.is_as_planned])

    def _actions(self, day: SeriesDay) -> Sequence[Action]:
        if day.meeting_id is not None:
            return (Action(_("Open the meeting"), lambda: self._on_opened(day), "arrow-right"),)
        if not day.can_be_met:
            return ()
        settle = self.settled.emit
        return (
            Action(_("Meet all the same"), lambda: settle(day.rule_day, True), "calendar-plus"),
        )

    def _on_opened(self, day: SeriesDay) -> None:
        if day.meeting_id is not None:
            self.accept()
            self.meeting_wanted.emit(day.meeting_id)
        elif day.can_be_met and not day.is_question:
            self.settled.emit(day.rule_day, True)
