"""Three questions after a meeting, each answered with one click or key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.aims import HIGHEST, LOWEST, Aim, Answer, answer_name
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Caption, Segments, Space
from boardkeeper.ui.wrapping import Wrapping

_SCALE = range(LOWEST, HIGHEST + 1)
_ANSWERS = tuple(Answer)


class Taps(QWidget):
    """Useful and energy from 1 to 5, and whether I contributed. Each signal is one answer."""

    useful = Signal(int)
    energy = Signal(int)
    contributed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale = [(str(each), _of_five(each)) for each in _SCALE]
        self._useful = Segments(_("Useful"), scale)
        self._energy = Segments(_("Energy"), scale)
        self._contributed = Segments(
            _("Did I contribute?"), [(answer_name(each), "") for each in _ANSWERS]
        )
        line = Wrapping(Space.XL, self)
        for words, segments in (
            (_("How useful was it?"), self._useful),
            (_("How much energy did it give?"), self._energy),
            (_("Did I contribute?"), self._contributed),
        ):
            line.add(_labelled(words, segments))
        self._useful.chosen.connect(lambda at: self.useful.emit(_SCALE[at]))
        self._energy.chosen.connect(lambda at: self.energy.emit(_SCALE[at]))
        self._contributed.chosen.connect(lambda at: self.contributed.emit(_ANSWERS[at]))

    def show_answers(self, aim: Aim) -> None:
        """Show what is answered so far."""
        for segments, value in ((self._useful, aim.useful), (self._energy, aim.energy)):
            segments.put_down(frozenset() if value is None else frozenset({value - LOWEST}))
        answer = aim.contributed
        self._contributed.put_down(
            frozenset() if answer is None else frozenset({_ANSWERS.index(answer)})
        )


def _of_five(number: int) -> str:
    return _("{number} of {highest}").format(number=number, highest=HIGHEST)


def _labelled(words: str, segments: Segments) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addWidget(_one_line(words))
    column.addWidget(segments)
    return made


def _one_line(words: str) -> Caption:
    label = Caption(words)
    label.setWordWrap(False)
    return label
