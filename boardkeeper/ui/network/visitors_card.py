"""Who else has been at the meetings, and how often I may be away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.absences import AbsenceCount, Missed
from boardkeeper.domain.network import Visitor
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import Body, Caption, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows

_MOST = 12


class AbsencesCard(Card):
    """My own absences. `meeting_wanted` is one I was away from."""

    meeting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("My absences"), parent)
        self._words = Body()
        self._next = Caption()
        self._rows = Rows()
        for each in (self._words, self._next, self._rows):
            self.add(each)
        self.body.addStretch(1)

    def show_absences(self, count: AbsenceCount | None, today: date) -> None:
        self.setVisible(count is not None)
        if count is None:
            return
        self._words.setText(absences_in_words(count))
        self._next.setText(next_in_words(count, today))
        self._rows.show_rows([self._row(each) for each in count.missed])

    def _row(self, missed: Missed) -> RowContent:
        until = formats.short_date(missed.counts_until)
        return RowContent(
            key=missed.meeting_id,
            about=missed,
            title=missed.title,
            caption=_("counts until {day}").format(day=until),
            chip=formats.short_date(missed.day),
            open=lambda: self.meeting_wanted.emit(missed.meeting_id),
        )


class VisitorsCard(Card):
    """Guests and substitutes. `person_wanted` and `meeting_wanted` lead on."""

    person_wanted = Signal(str)
    meeting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Visitors and substitutes"), parent)
        self._rows = Rows()
        self._more = Caption()
        self.add(self._rows)
        self.add(self._more)
        self.body.addStretch(1)

    def show_visitors(self, visitors: Sequence[Visitor]) -> None:
        more = len(visitors) - _MOST
        self._rows.setVisible(bool(visitors))
        self._rows.show_rows([self._row(at, each) for at, each in enumerate(visitors[:_MOST])])
        words = ngettext("and {count} more", "and {count} more", more).format(count=more)
        self._more.setText(words if visitors else _("Nobody besides the members in this period."))
        self._more.setVisible(more > 0 or not visitors)

    def _row(self, at: int, visitor: Visitor) -> RowContent:
        def lead_on() -> None:
            if visitor.person_id is not None:
                self.person_wanted.emit(visitor.person_id)
            else:
                self.meeting_wanted.emit(visitor.meeting_id)

        return RowContent(
            key=f"{visitor.meeting_id} {at}",
            about=visitor,
            title=visitor.name,
            caption=" · ".join(filter(None, (_how(visitor), visitor.meeting_title))),
            chip=formats.short_date(visitor.day),
            tone=Tone.NEUTRAL,
            open=lead_on,
        )


def absences_in_words(count: AbsenceCount) -> str:
    """`1 of 3 absences in 6 months used`."""
    words = ngettext(
        "{count} of {allowed} absence used in the last {months} months",
        "{count} of {allowed} absences used in the last {months} months",
        count.allowed,
    )
    return words.format(count=len(count.missed), allowed=count.allowed, months=count.months)


def next_in_words(count: AbsenceCount, today: date) -> str:
    """From when one may be away again."""
    possible = count.next_possible_on
    if possible is None:
        return _("No absence is allowed.")
    if possible <= today:
        return _("The next absence is possible from today.")
    return _("The next absence is possible from {day}.").format(day=formats.short_date(possible))


def _how(visitor: Visitor) -> str:
    if not visitor.is_substitute:
        return _("Visitor")
    if visitor.stands_for:
        return _("Substitute for {name}").format(name=visitor.stands_for)
    return _("Substitute")
