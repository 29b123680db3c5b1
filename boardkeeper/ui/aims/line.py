"""One quiet line on Today after a meeting: how was it? Three taps, and it is gone."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.aims import Aim, Answer
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.aims.taps import Taps
from boardkeeper.ui.kit import Caption, Card, CardRow


class HowWasIt(Card):
    """Hidden while there is no meeting to answer for. `said` tells when all is answered.

    The taps unfold at the first click, so that a quiet line is all there is until then.
    """

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._unfolded = ""
        self._row = CardRow("", icon="message-circle")
        self._below = QWidget()
        self._taps: Taps | None = None
        self._column = QVBoxLayout(self._below)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._below.hide()
        self.add(self._row)
        self.add(self._below)
        self._row.clicked.connect(self._on_clicked)
        self.hide()

    def show_meeting(self, meeting: Meeting | None, place: str) -> None:
        """Ask of this meeting, held by `place`; of none where it is None."""
        self._meeting = meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        is_unfolded = self._unfolded == meeting.id
        self._row.set_words(
            _("How was {meeting}?").format(meeting=title_of(meeting)),
            caption=_("{board} · three taps").format(board=place),
        )
        self._below.setVisible(is_unfolded)
        if is_unfolded:
            self._made_taps().show_answers(self._services.aims.of(meeting.id))

    @Slot()
    def _on_clicked(self) -> None:
        """Unfold the three taps, and fold them again."""
        meeting = self._meeting
        if meeting is None:
            return
        self._unfolded = "" if self._unfolded == meeting.id else meeting.id
        self._below.setVisible(bool(self._unfolded))
        if self._unfolded:
            taps = self._made_taps()
            taps.show_answers(self._services.aims.of(meeting.id))
            taps.setFocus()

    def _made_taps(self) -> Taps:
        """The taps, made when they are first wanted: Today is to open quickly."""
        if self._taps is None:
            self._taps = Taps()
            self._taps.useful.connect(lambda value: self._answer(useful=value))
            self._taps.energy.connect(lambda value: self._answer(energy=value))
            self._taps.contributed.connect(lambda value: self._answer(contributed=value))
            self._column.addWidget(self._taps)
            more = _("What you learned is written with the meeting.")
            self._column.addWidget(Caption(more))
        return self._taps

    def _answer(
        self,
        *,
        useful: int | None = None,
        energy: int | None = None,
        contributed: Answer | None = None,
    ) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        answered: Aim = self._services.aims.answer(
            meeting.id, useful=useful, energy=energy, contributed=contributed
        )
        if answered.is_answered:
            words = _("Your answers about “{meeting}” are kept.")
            self.said.emit(words.format(meeting=title_of(meeting)))
