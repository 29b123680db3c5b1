"""What does not go together, each finding with the meetings behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.clashes import Finding, FindingKind, sentence_of
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.calendar import CalendarSpan
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    CardRow,
    Picture,
    ScrollPage,
    Space,
    Tone,
)

_AT_ONCE = 10
_MOST_MEETINGS = 6
_ICONS = {
    FindingKind.OVERLAP: "triangle-alert",
    FindingKind.TRAVEL: "car",
    FindingKind.HOURS: "hourglass",
    FindingKind.EVENINGS: "moon",
}


class FindingsPanel(ScrollPage):
    """A column of cards, ten at first; the others come when they are asked for."""

    meeting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=520, parent=parent)
        self.setAccessibleName(_("Clashes"))
        self.stand(is_beside=True)
        self._span: CalendarSpan | None = None
        self._shown = 0

    def stand(self, *, is_beside: bool) -> None:
        """Leave room for what stands before it, or begin where the page does."""
        ground = self.widget()
        line = ground.layout() if ground is not None else None
        if line is not None:
            line.setContentsMargins(Space.L if is_beside else 0, Space.S, Space.XS, 0)

    def show_findings(self, span: CalendarSpan) -> None:
        """Show what was found in the span."""
        self._span = span
        self._shown = 0
        self.verticalScrollBar().setValue(0)
        self._show_more()

    def _show_more(self) -> None:
        span = self._span
        if span is None:
            return
        self._shown += _AT_ONCE
        self.clear()
        self.body.setSpacing(Space.M)
        for finding in span.findings[: self._shown]:
            self.add(self._card(finding, span))
        left = len(span.findings) - self._shown
        if left > 0:
            words = ngettext("Show {count} more", "Show {count} more", min(left, _AT_ONCE))
            more = Button(words.format(count=min(left, _AT_ONCE)), kind=ButtonKind.QUIET)
            more.clicked.connect(self._show_more)
            self.add(more)
        if not span.findings:
            message = _("No meetings clash, and no week or day holds more than your limits.")
            self.add(Body(message, tone=Tone.MUTED))
        self.add_stretch()

    def _card(self, finding: Finding, span: CalendarSpan) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        icon = Picture(_ICONS[finding.kind], tone=Tone.WARNING)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Body(sentence_of(finding, span.label)), 1)
        card.add_layout(head)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for meeting in finding.meetings[:_MOST_MEETINGS]:
            rows.addWidget(self._row(meeting, span))
        card.add_layout(rows)
        left = len(finding.meetings) - _MOST_MEETINGS
        if left > 0:
            words = ngettext("and {count} more", "and {count} more", left)
            card.add(Caption(words.format(count=left)))
        return card

    def _row(self, meeting: Meeting, span: CalendarSpan) -> CardRow:
        organisation = span.organisations[meeting.organisation_id]
        when = f"{formats.day(meeting.day)} {formats.time(meeting.starts_at)}"
        row = CardRow(
            f"{organisation.label} · {title_of(meeting)}",
            caption=" · ".join(filter(None, (when, meeting.place))),
            colour=organisation.colour.value,
        )
        row.clicked.connect(lambda: self.meeting_wanted.emit(meeting.id))
        return row


def count_in_words(findings: Sequence[Finding]) -> str:
    """How many findings there are."""
    if not findings:
        return _("No clashes")
    words = ngettext("{count} clash", "{count} clashes", len(findings))
    return words.format(count=formats.number(len(findings)))
