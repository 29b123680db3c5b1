"""What a series would give, said while it is written: its words, its dates, what holidays drop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.rhythm_words import in_words
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import Planned, reason_in_words
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import Body, Caption, Space, Tone

Days = Callable[[Series, date, date], list[Planned]]

MOST_REASONS = 8
"""How many dropped or moved days are named; the others are counted."""

_AUTUMN = 9
"""A series that begins in this month or later shows the next year, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewWords:
    """The rhythm, a line for each year, and the days that are dropped, moved or asked about."""

    rhythm: str
    years: list[str]
    reasons: list[str]


def preview_words(series: Series, days: Days) -> PreviewWords:
    """What the series gives in the year it begins in, or in two where that year is nearly over."""
    first = series.starts_at.date()
    years = [first.year, first.year + 1] if first.month >= _AUTUMN else [first.year]
    counted: list[str] = []
    reasons: list[str] = []
    for year in years:
        planned = days(series, max(first, date(year, 1, 1)), date(year, 12, 31))
        if planned or not counted:
            counted.append(_counted(planned, year, series.minutes))
        reasons += [_with_day(each) for each in planned if each.reason]
    if len(reasons) > MOST_REASONS:
        more = len(reasons) - MOST_REASONS
        said = ngettext("and {count} more", "and {count} more", more).format(count=more)
        reasons = [*reasons[:MOST_REASONS], said]
    return PreviewWords(rhythm=series_in_words(series), years=counted, reasons=reasons)


def series_in_words(series: Series) -> str:
    """The rhythm of a series with its time of day, as a line of its own."""
    words = in_words(series.recurrence, series.starts_at, series.minutes)
    return words[:1].upper() + words[1:]


class SeriesPreview(QWidget):
    """Shows those words under a form."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._rhythm = Body("", is_strong=True)
        self._years = Body("")
        self._head = Caption(_("Dropped, moved or asked about:"))
        self._reasons = Caption("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for label in (self._rhythm, self._years, self._head, self._reasons):
            column.addWidget(label)

    def show_series(self, read: Callable[[], Series]) -> None:
        """Show what the series gives, or what is still missing before it can be said."""
        try:
            words = preview_words(read(), self._days)
        except UserError as error:
            self._show(PreviewWords(rhythm="", years=[str(error)], reasons=[]), Tone.MUTED)
        else:
            self._show(words, Tone.PLAIN)

    def _show(self, words: PreviewWords, tone: Tone) -> None:
        self._rhythm.setText(words.rhythm)
        self._rhythm.setVisible(bool(words.rhythm))
        self._years.setText("\n".join(words.years))
        self._years.set_tone(tone)
        self._head.setVisible(bool(words.reasons))
        self._reasons.setText("\n".join(words.reasons))
        self._reasons.setVisible(bool(words.reasons))


def _counted(planned: list[Planned], year: int, minutes: int) -> str:
    held = sum(each.day is not None for each in planned)
    dates = ngettext("{count} date in {year}", "{count} dates in {year}", len(planned))
    kept = ngettext("{count} held", "{count} held", held)
    return " · ".join(
        (
            dates.format(count=len(planned), year=year),
            kept.format(count=held),
            formats.duration(held * minutes),
        )
    )


def _with_day(planned: Planned) -> str:
    return f"{formats.day(planned.rule_day)} – {reason_in_words(planned)}"
