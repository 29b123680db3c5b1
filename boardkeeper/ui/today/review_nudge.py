"""One quiet line on Today when it is time to ask: stay or leave?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.reviews import DueReview
from boardkeeper.ui.kit import CardRow


class ReviewNudge(QWidget):
    """Names the board whose last day to act comes first. `review_wanted` is its membership."""

    review_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: DueReview | None = None
        self._row = CardRow("", icon="scale")
        self._row.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.hide()

    def show_due(self, due: Sequence[DueReview]) -> None:
        """Show the first of them, and how many more there are; nothing where there is none."""
        self.setVisible(bool(due))
        if not due:
            return
        self._first = first = due[0]
        more = len(due) - 1
        others = ngettext("and {count} more", "and {count} more", more).format(count=more)
        last_day = first.last_day
        days = (
            _("last day to act {date}").format(date=formats.short_date(last_day.on))
            if last_day
            else ""
        )
        self._row.set_words(
            _("Stay or leave {name}?").format(name=first.organisation.label),
            caption=" · ".join(filter(None, (days, others if more else ""))),
        )

    def _on_clicked(self) -> None:
        if self._first is not None:
            self.review_wanted.emit(self._first.membership.id)
